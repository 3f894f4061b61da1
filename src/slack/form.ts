import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import { FormRefusal, notFound } from '../shared/refusal.ts';
import { context, modal, plain, section } from './blocks.ts';
import { type Choices, type Field, Unreadable } from './field.ts';
import { md } from './mrkdwn.ts';

type Fields = Record<string, Field<unknown>>;

/** What a filled form says: required fields are always there, optional ones may be `undefined`. */
export type Values<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T, infer O> ? (O extends true ? T | undefined : T) : never;
};

type Optional<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer _, false> ? never : K }[keyof F];

export type Shown<F extends Fields> = {
  /** What each field holds when the form opens. */
  values?: { [K in keyof F]?: Values<F>[K] | undefined };
  choices?: { [K in keyof F]?: Choices };
  hints?: { [K in keyof F]?: string };
  /** Fields left out this time; only optional ones can be. */
  without?: readonly Optional<F>[];
  /** Optional fields that Slack asks for this time; whoever reads the form says what is missing without them. */
  needed?: readonly Optional<F>[];
  intro?: readonly KnownBlock[];
  outro?: readonly KnownBlock[];
  /** Blocks put right before a field. */
  before?: { [K in keyof F]?: readonly KnownBlock[] };
  /** The field that the form is opened for: it has the focus, and what is wanted stands above the form and above it. */
  asked?: { field: keyof F & string; why: string };
  metadata?: object;
  /**
   * Changes the block ids. Slack keeps what was typed into a block whose id stays when a view is updated, and takes
   * `values` for one whose id is new.
   */
  revision?: string | number;
  /** The same for single fields; the others keep what was typed. */
  renewed?: { [K in keyof F]?: number };
  title?: string;
  submit?: string;
  /** Whether Slack says so when the form is closed without being sent. */
  notifyOnClose?: boolean;
};

export type Form<F extends Fields> = {
  readonly id: string;
  /** How a field is called. */
  label(name: keyof F): string;
  view(shown?: Shown<F>): ModalView;
  parse(view: ViewOutput): { values: Values<F> } | { errors: Record<string, string> };
  /** The values, or `FormRefusal`, which the Slack edge shows beside the fields. */
  read(view: ViewOutput): Values<F>;
  /** What is filled in so far, whether or not it is complete: for a form that changes while it is filled in. */
  sofar(view: ViewOutput): Partial<Values<F>>;
};

/** A modal declared once: its view and its parser cannot drift apart. The name of a field is its Slack action id. */
export function form<F extends Fields>(id: string, look: { title: string; submit: string }, fields: F): Form<F> {
  const parse = (view: ViewOutput) => parseFields(fields, view);
  return {
    id,
    label: (name) => fields[name]?.label ?? '',
    view: (shown = {}) => {
      const names = Object.keys(fields).filter((name) => !shown.without?.some((left) => left === name));
      const far = names.indexOf(shown.asked?.field ?? '') >= NEAR;
      const inputs = names.flatMap((name) => [
        ...(shown.before?.[name] ?? []),
        ...(far && shown.asked?.field === name ? [context(shown.asked.why)] : []),
        ...(fields[name] ? [input(id, name, fields[name], shown)] : []),
      ]);
      const intro = [...askedBlocks(fields, names, shown.asked), ...(shown.intro ?? [])];
      return modal(shown.title ?? look.title, [...intro, ...inputs, ...(shown.outro ?? [])], {
        callbackId: id,
        submit: shown.submit ?? look.submit,
        ...(shown.metadata && { metadata: shown.metadata }),
        ...(shown.notifyOnClose && { notifyOnClose: true }),
      });
    },
    parse: (view) => {
      const { values, errors } = parse(view);
      return Object.keys(errors).length ? { errors } : { values: values as Values<F> };
    },
    read: (view) => {
      const { values, errors } = parse(view);
      if (Object.keys(errors).length) throw new FormRefusal(errors);
      return values as Values<F>;
    },
    sofar: (view) => parse(view).values as Partial<Values<F>>,
  };
}

/** Fields that are in sight when a form opens; whoever is led to another sees the line right above it. */
const NEAR = 3;

function askedBlocks(fields: Fields, names: readonly string[], asked: Shown<Fields>['asked']): KnownBlock[] {
  const field = asked && names.includes(asked.field) && fields[asked.field];
  return field ? [section(md`*${field.label}:* ${asked.why}`)] : [];
}

function input<F extends Fields>(id: string, name: string, field: Field<unknown>, shown: Shown<F>): InputBlock {
  const hint = shown.hints?.[name] ?? field.look.hint;
  const element = field.element(name, shown.values?.[name], shown.choices?.[name]);
  return {
    type: 'input',
    // With the form's id: where one form takes the place of another, Slack would keep what was typed into a like-named field.
    block_id: [id, name, shown.revision, shown.renewed?.[name]].filter((part) => part !== undefined).join('.'),
    label: plain(field.label, 2000),
    optional: field.optional && !shown.needed?.some((one) => one === name),
    // Slack takes one such element in a view, and none but inputs that can have the focus.
    element: shown.asked?.field === name ? ({ ...element, focus_on_load: true } as typeof element) : element,
    ...(hint && { hint: plain(hint, 2000) }),
    ...(field.look.dispatch && { dispatch_action: true }),
  };
}

function parseFields(fields: Fields, view: ViewOutput) {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const block = blockOf(view, name);
    if (block === undefined && field.optional) continue;
    const state = block === undefined ? undefined : view.state.values[block]?.[name];
    const value = state && field.read(state);
    if (value instanceof Unreadable) errors[name] = value.sentence;
    else if (value === undefined && !field.optional) errors[name] = 'This is needed.';
    else values[name] = value;
  }
  return { values, errors };
}

/** The id of the block that holds a field. */
export function blockOf(view: Pick<ViewOutput, 'blocks'>, field: string): string | undefined {
  return inputsOf(view).find((block) => block.element.action_id === field)?.block_id;
}

export function inputsOf(view: Pick<ViewOutput, 'blocks'>): InputBlock[] {
  return view.blocks.filter((block): block is InputBlock => block.type === 'input');
}

/** What `metadata` held when the view was made. Whoever opened the view may have changed it: look its ids up in their workspace. */
export function metadataOf<S extends z.ZodType>(view: { private_metadata: string }, schema: S): z.output<S> {
  const parsed = schema.safeParse(fromJson(view.private_metadata));
  if (!parsed.success) throw notFound('form');
  return parsed.data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { ViewStateValue } from '@slack/bolt';
import type { InputBlock, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { cut, typedLine, typedLines } from '../shared/typed.ts';
import { plain } from './blocks.ts';

/** Choices of a list: what is stored to what is shown, in the order shown; `about` stands under the label. */
export type Choices = Readonly<Record<string, string | { readonly label: string; readonly about: string }>>;

export type FieldLook = {
  hint?: string;
  placeholder?: string;
  /** Longest text accepted, in characters; Slack's own limit is 3,000. */
  max?: number;
  /** Tells the app at once when the value changes, with the field's name as action id. */
  dispatch?: boolean;
};

/** Why what came back is not a value; the sentence says what to change. */
export class Unreadable {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** One input of a modal: how it is shown and how what comes back is read. `O` is whether it may be left empty. */
export type Field<T, O extends boolean = boolean> = {
  readonly label: string;
  readonly optional: O;
  readonly look: FieldLook;
  element(name: string, initial: T | undefined, choices: Choices | undefined): InputBlock['element'];
  /** The typed value, `undefined` when left empty, or the sentence that says what to change. */
  read(state: ViewStateValue): T | undefined | Unreadable;
  optionally(): Field<T, true>;
};

type Kind<T> = Pick<Field<T>, 'element' | 'read'>;

function field<T>(label: string, look: FieldLook, kind: Kind<T>): Field<T, false> {
  const optionally = (): Field<T, true> => ({ label, look, ...kind, optional: true, optionally });
  return { label, look, ...kind, optional: false, optionally };
}

const shown = (look: FieldLook) => (look.placeholder ? { placeholder: plain(look.placeholder, 150) } : {});
/** Slack tells of typing only when Enter is pressed, unless asked to. */
const telling = (look: FieldLook) =>
  look.dispatch ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] } } : {};
const refused = (sentence: string) => new Unreadable(sentence);
const tooLong = (max: number) => refused(`Please use at most ${max.toLocaleString('en')} characters.`);

export function text(label: string, look: FieldLook = {}): Field<string, false> {
  const max = look.max ?? 200;
  return field(label, look, {
    element: (name, initial) => ({
      type: 'plain_text_input',
      action_id: name,
      max_length: max,
      ...(initial && { initial_value: cut(initial, max) }),
      ...shown(look),
      ...telling(look),
    }),
    read: (state) => {
      const value = typedLine(state.value ?? '');
      return value.length > max ? tooLong(max) : value || undefined;
    },
  });
}

export function textarea(label: string, look: FieldLook = {}): Field<string, false> {
  const max = look.max ?? 3000;
  return field(label, look, {
    element: (name, initial) => ({
      type: 'plain_text_input',
      action_id: name,
      multiline: true,
      max_length: max,
      ...(initial && { initial_value: cut(initial, max) }),
      ...shown(look),
    }),
    read: (state) => {
      const value = typedLines(state.value ?? '');
      return value.length > max ? tooLong(max) : value || undefined;
    },
  });
}

// 254 octets is the longest address SMTP can carry (RFC 5321 4.5.3.1.3, erratum 1690).
const Email = z.email().max(254);

export function email(label: string, look: FieldLook = {}): Field<string, false> {
  return field(label, look, {
    element: (name, initial) => ({
      type: 'email_text_input',
      action_id: name,
      ...(initial && { initial_value: initial }),
      ...shown(look),
      ...telling(look),
    }),
    read: (state) => {
      const value = typedLine(state.value ?? '');
      if (!value) return undefined;
      return Email.safeParse(value).success
        ? value
        : refused('That is not an e-mail address. Write it like dana@acme.test.');
    },
  });
}

function option(value: string, shown: Choices[string]): PlainTextOption {
  if (typeof shown === 'string') return { text: plain(shown, 75), value };
  return { text: plain(shown.label, 75), value, description: plain(shown.about, 75) };
}

function initially(initial: string | undefined, choices: Choices): { initial_option?: PlainTextOption } {
  const label = initial === undefined ? undefined : choices[initial];
  return initial === undefined || label === undefined ? {} : { initial_option: option(initial, label) };
}

function optionsOf(choices: Choices): PlainTextOption[] {
  return Object.entries(choices)
    .slice(0, 100)
    .map(([value, label]) => option(value, label));
}

/** A list that takes work to make is made when it is first shown. */
type Offered<K extends string> = Readonly<Record<K, string>> | (() => Readonly<Record<K, string>>);

const listOf = <K extends string>(offered: Offered<K> | undefined): Choices | undefined =>
  typeof offered === 'function' ? offered() : offered;

function chosen<K extends string>(offered: Offered<K> | undefined) {
  return (state: ViewStateValue): K | undefined | Unreadable => {
    const value = state.selected_option?.value;
    if (value === undefined) return undefined;
    const fixed = listOf(offered);
    // Slack sends back what the view held, so a value that was never offered was made up by someone.
    return fixed && !Object.hasOwn(fixed, value) ? refused('Choose one of the list.') : (value as K);
  };
}

/** A list to choose one of. `choices` may be left out and given when the form is shown; at most 100 (Slack). */
export function choice<K extends string = string>(
  label: string,
  choices?: Offered<K>,
  look: FieldLook = {},
): Field<K, false> {
  return field(label, look, {
    element: (name, initial, given) => {
      const offered = given ?? listOf(choices) ?? {};
      return {
        type: 'static_select',
        action_id: name,
        options: optionsOf(offered),
        ...initially(initial, offered),
        ...shown(look),
      };
    },
    read: chosen<K>(choices),
  });
}

/** The same with every choice in sight; at most ten (Slack). */
export function radios<K extends string>(
  label: string,
  choices: Readonly<Record<K, string>>,
  look: FieldLook = {},
): Field<K, false> {
  return field(label, look, {
    element: (name, initial, given) => ({
      type: 'radio_buttons',
      action_id: name,
      options: optionsOf(given ?? choices).slice(0, 10),
      ...initially(initial, given ?? choices),
    }),
    read: chosen<K>(choices),
  });
}

/** One box to tick. Required: it must be ticked. Optional: `true` or `false`. */
export function checkbox(label: string, statement: string, look: FieldLook = {}): Field<boolean, false> {
  const tick = option('yes', statement);
  return field(label, look, {
    element: (name, initial) => ({
      type: 'checkboxes',
      action_id: name,
      options: [tick],
      ...(initial && { initial_options: [tick] }),
    }),
    read: (state) => (state.selected_options?.some((ticked) => ticked.value === 'yes') ? true : undefined),
  });
}

/** A calendar day, `2027-03-02`. */
export function date(label: string, look: FieldLook = {}): Field<string, false> {
  return field(label, look, {
    element: (name, initial) => ({
      type: 'datepicker',
      action_id: name,
      ...(initial && { initial_date: initial }),
      ...shown(look),
    }),
    read: (state) => {
      if (!state.selected_date) return undefined;
      return z.iso.date().safeParse(state.selected_date).success ? state.selected_date : refused('Choose a day.');
    },
  });
}

/** An instant; Slack asks for it in the time zone of whoever fills the form. */
export function dateTime(label: string, look: FieldLook = {}): Field<Date, false> {
  return field(label, look, {
    element: (name, initial) => ({
      type: 'datetimepicker',
      action_id: name,
      ...(initial && { initial_date_time: Math.floor(initial.getTime() / 1000) }),
    }),
    read: (state) => (state.selected_date_time ? new Date(state.selected_date_time * 1000) : undefined),
  });
}

/** A channel, by Slack id: public, or private where the app has been invited. */
export function channel(label: string, look: FieldLook = {}): Field<string, false> {
  return field(label, look, {
    element: (name, initial) => ({
      type: 'conversations_select',
      action_id: name,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(initial && { initial_conversation: initial }),
      ...shown(look),
    }),
    read: (state) => state.selected_conversation ?? undefined,
  });
}

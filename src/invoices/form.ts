import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { CLIENT_KINDS } from '../clients/client.ts';
import { CURRENCIES, type Money, parseMoney } from '../shared/money.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { alert, button, context, section } from '../slack/blocks.ts';
import { channel, checkbox, choice, email, radios, text } from '../slack/field.ts';
import { blockOf, form, metadataOf } from '../slack/form.ts';
import { join, md } from '../slack/mrkdwn.ts';
import { DESK_ACTION } from '../workspaces/profile-form.ts';
import { NEW_PROJECT } from './offer.ts';

const ID = 'invoice:issue';
const LOOK = { title: 'Invoice', submit: 'Issue and send' };

const currencies = Object.fromEntries(CURRENCIES.map((code) => [code, code]));

const project = choice('What to bill', undefined, { dispatch: true }).optionally();
const work = {
  title: text('What it is for', { max: 120, placeholder: 'Logo retouch' }),
  fee: text('Sum', { max: 30, placeholder: '500', dispatch: true }),
};
const tax = checkbox('Tax', 'The sum includes the tax', { dispatch: true }).optionally();
const days = text('Days to pay', { max: 3, placeholder: '14', dispatch: true });

/** An invoice for a client, in a project of its own. */
export const invoiceForm = form(ID, LOOK, {
  project,
  client: text('Client', { max: 120, hint: 'The company or person who pays.' }),
  email: email('Client’s e-mail', { hint: 'The invoice goes here.', dispatch: true }),
  kind: radios('The client is', CLIENT_KINDS),
  ...work,
  currency: choice('Currency', currencies, { dispatch: true }),
  taxIncluded: tax,
  netDays: days,
  channel: channel('Channel for the card', { hint: 'Left empty: the client’s channel, else this one.' }).optionally(),
  openly: checkbox('If others can read that channel', 'Everyone there may see the price').optionally(),
});
/** Another invoice in a project that is there: its client and currency are known. */
const moreForm = form(ID, LOOK, { project, ...work, taxIncluded: tax, netDays: days });
/** A planned part or balance: everything about it is agreed. */
const plannedForm = form(ID, LOOK, { project });
/** Work that is billed as worked: the rate is agreed, and how much it was is said here. */
const workedForm = form(ID, LOOK, {
  project,
  title: work.title,
  quantity: text('How many', { max: 8, placeholder: '12.5', dispatch: true }),
  last: checkbox('The end of the work', 'This is its last invoice', { dispatch: true }).optionally(),
  netDays: days,
});

/** The fields that change what issuing leads to, by the names under which Slack tells of them. */
export const TELLING = /^(project|email|fee|currency|taxIncluded|netDays|quantity|last)$/;

export type FormKind = 'new' | 'more' | 'planned' | 'worked';
export type Values = Partial<{
  client: string | undefined;
  email: string | undefined;
  kind: 'business' | 'private' | undefined;
  title: string | undefined;
  fee: string | undefined;
  currency: string | undefined;
  taxIncluded: boolean | undefined;
  netDays: string | undefined;
  quantity: string | undefined;
  last: boolean | undefined;
}>;

/** `key` is the invoice's id to be: sent twice, the form makes one invoice. */
const Kept = z.object({ key: z.string(), channelId: z.string().optional() });
export type Kept = z.infer<typeof Kept>;

export type FormAt = {
  kind: FormKind;
  chosen: string;
  offers: Readonly<Record<string, string>>;
  values: Values;
  /** The unit of work that is billed as worked. */
  unit: string | undefined;
  /** Without a tax rate there is nothing to ask about tax. */
  taxed: boolean;
  /** Said above the form: what could not be read, what is planned. */
  notes: readonly string[];
  /** Why the client could not pay it; undefined when they can. */
  unpayable: string | undefined;
  /** What issuing leads to, as far as the form says it. */
  preview: readonly string[];
  kept: Kept;
};

export function invoiceFormView(at: FormAt): ModalView {
  const shown = {
    choices: { project: at.offers },
    intro: introOf(at),
    outro: outroOf(at),
    metadata: at.kept,
  };
  const values = { ...at.values, project: at.chosen };
  const untaxed = at.taxed ? [] : (['taxIncluded'] as const);
  if (at.kind === 'planned') return plannedForm.view({ ...shown, values: { project: at.chosen } });
  if (at.kind === 'worked')
    return workedForm.view({ ...shown, values, hints: { quantity: `In ${at.unit ?? 'unit'}s, like 12.5.` } });
  if (at.kind === 'more') return moreForm.view({ ...shown, values, without: untaxed });
  const alone = Object.keys(at.offers).length < 2;
  return invoiceForm.view({ ...shown, values, without: [...untaxed, ...(alone ? (['project'] as const) : [])] });
}

function introOf({ unpayable, notes }: FormAt): KnownBlock[] {
  return [
    ...(unpayable
      ? [
          alert('warning', unpayable),
          section(
            'You can issue it all the same, and tell the client yourself how to pay.',
            button('Add bank details', DESK_ACTION, 'bank'),
          ),
        ]
      : []),
    ...notes.map((note) => section(note)),
  ];
}

function outroOf({ preview }: FormAt): KnownBlock[] {
  if (preview.length === 0) return [context('Fill in the sum to see what will happen.')];
  return [
    section(join([md`*When you press Issue and send*`, ...preview.map((words) => md`• ${words}`)], '\n')),
    context('An issued invoice has its number and can’t be changed.'),
  ];
}

export function keptIn(view: Pick<ViewOutput, 'private_metadata'>): Kept {
  return metadataOf(view, Kept);
}

/** What is filled in so far, and what is chosen to be billed. */
export function filledSoFar(view: ViewOutput): { chosen: string; values: Values; kind: FormKind } {
  const { project: chosen, channel: _, openly: __, ...values } = invoiceForm.sofar(view);
  const { quantity, last } = workedForm.sofar(view);
  const worked = { ...(quantity !== undefined && { quantity }), ...(last !== undefined && { last }) };
  const kind = blockOf(view, 'client') ? 'new' : blockOf(view, 'fee') ? 'more' : 'planned';
  return {
    chosen: chosen ?? NEW_PROJECT,
    values: { ...values, ...worked },
    kind: worked.quantity || blockOf(view, 'quantity') ? 'worked' : kind,
  };
}

export type FilledInvoice = {
  /** Undefined where the project that was chosen has a client. */
  client: { name: string; email: string; kind: 'business' | 'private' } | undefined;
  title: string;
  price: Money;
  taxIncluded: boolean;
  netDays: number;
  channel: { channelId: string; ticked: boolean } | undefined;
};

/**
 * @param currency the project's, where one was chosen and the form does not ask.
 * @throws FormRefusal with everything that can't be read, by field.
 */
export function readInvoice(view: ViewOutput, currency: string | undefined): FilledInvoice {
  if (blockOf(view, 'client') === undefined) {
    const { fee, netDays, title, taxIncluded } = readFields(moreForm, view, currency);
    return { client: undefined, title, price: fee, taxIncluded: taxIncluded ?? false, netDays, channel: undefined };
  }
  const filled = readFields(invoiceForm, view, undefined);
  return {
    client: { name: filled.client, email: filled.email.toLowerCase(), kind: filled.kind },
    title: filled.title,
    price: filled.fee,
    taxIncluded: filled.taxIncluded ?? false,
    netDays: filled.netDays,
    channel: filled.channel ? { channelId: filled.channel, ticked: filled.openly ?? false } : undefined,
  };
}

/** @throws FormRefusal with everything that can't be read, by field. */
export function readWorked(view: ViewOutput): { title: string; quantityMilli: number; last: boolean; netDays: number } {
  const { title, quantity, last, netDays } = workedForm.read(view);
  const errors: Record<string, string> = {};
  const read = <T>(field: string, reading: () => T): T | undefined => {
    try {
      return reading();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors[field] = error.sentence;
      return undefined;
    }
  };
  const quantityMilli = read('quantity', () => quantityFrom(quantity));
  const days = read('netDays', () => daysFrom(netDays));
  if (quantityMilli === undefined || days === undefined) throw new FormRefusal(errors);
  return { title, quantityMilli, last: last ?? false, netDays: days };
}

/** `12.5` in thousandths. */
export function quantityFrom(typed: string): number {
  const parts = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  const milli = parts ? Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0')) : 0;
  if (milli > 0) return milli;
  throw new Refusal('invoice.bad-quantity', 'Write how many as a number, like 10 or 2.5.', 'quantity');
}

type Parsed = { fee: string; netDays: string; currency?: string };
type Parser<V> = { parse(view: ViewOutput): { values: V } | { errors: Record<string, string> }; sofar: Sofar<V> };
type Sofar<V> = (view: ViewOutput) => Partial<V>;

/** Sum and days are read as well as the fields themselves, so that everything wrong is said at once. */
function readFields<V extends Parsed>(
  of: Parser<V>,
  view: ViewOutput,
  currency: string | undefined,
): Omit<V, 'fee' | 'netDays'> & { fee: Money; netDays: number } {
  const parsed = of.parse(view);
  const errors: Record<string, string> = 'errors' in parsed ? { ...parsed.errors } : {};
  const sofar: Partial<Parsed> = of.sofar(view);
  const read = <T>(field: keyof Parsed, reading: (typed: string) => T): T | undefined => {
    const typed = sofar[field];
    if (typed === undefined) return undefined;
    try {
      return reading(typed);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors[field] = error.sentence;
      return undefined;
    }
  };
  const fee = read('fee', (typed) => parseMoney(typed, currency ?? sofar.currency ?? 'EUR'));
  const netDays = read('netDays', daysFrom);
  if ('errors' in parsed || fee === undefined || netDays === undefined) throw new FormRefusal(errors);
  return { ...parsed.values, fee, netDays };
}

const DAYS_MAX = 120;

export function daysFrom(typed: string): number {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (value <= DAYS_MAX) return value;
  throw new Refusal('invoice.bad-days', `Write a whole number of days from 0 to ${DAYS_MAX}.`, 'netDays');
}

import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { CLIENT_KINDS } from '../clients/client.ts';
import { CURRENCIES, formatPercent, type Money, parseMoney } from '../shared/money.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { alert, button, confirm, context, section } from '../slack/blocks.ts';
import { channel, checkbox, choice, email, radios, text } from '../slack/field.ts';
import { form, metadataOf } from '../slack/form.ts';
import { md } from '../slack/mrkdwn.ts';
import type { Business } from '../workspaces/workspace.ts';

export const ISSUE_BALANCE = 'invoice:issue-balance';
/** The choice of no project that is there already. */
export const NEW_PROJECT = 'new';

const currencies = Object.fromEntries(CURRENCIES.map((code) => [code, code]));

export const invoiceForm = form(
  'invoice:issue',
  { title: 'Invoice', submit: 'Issue and send' },
  {
    client: text('Client', { max: 120, hint: 'The company or person who pays.' }),
    email: email('Client’s e-mail', { hint: 'The invoice goes here.' }),
    kind: radios('The client is', CLIENT_KINDS),
    title: text('What it is for', { max: 120, placeholder: 'Logo retouch' }),
    fee: text('Sum', { max: 30, placeholder: '500' }),
    currency: choice('Currency', currencies),
    taxIncluded: checkbox('Tax', 'The sum includes the tax').optionally(),
    netDays: text('Days to pay', { max: 3, placeholder: '14' }),
    project: choice('Project').optionally(),
    channel: channel('Channel of a new project', {
      hint: 'Left empty: the client’s channel, else this one.',
    }).optionally(),
    openly: checkbox('If others can read that channel', 'Everyone there may see the price').optionally(),
  },
);

/** `key` is the invoice's id to be: sent twice, the form makes one invoice. */
const Kept = z.object({ key: z.string(), channelId: z.string().optional() });

export type BalanceLine = { instalmentId: string; words: string };

export type InvoiceFormAt = {
  business: Business;
  values: Partial<Record<'client' | 'email' | 'title' | 'fee' | 'currency' | 'netDays', string | undefined>> & {
    kind?: 'business' | 'private' | undefined;
    taxIncluded?: boolean | undefined;
  };
  /** Planned balances, which can be issued early instead. */
  balances: readonly BalanceLine[];
  projects: Readonly<Record<string, string>>;
  payable: boolean;
  notes: readonly string[];
  key: string;
  channelId: string | undefined;
};

export function invoiceFormView(at: InvoiceFormAt): ModalView {
  const { business, values, projects } = at;
  const choices = { [NEW_PROJECT]: 'A project of its own', ...projects };
  return invoiceForm.view({
    values: {
      kind: 'business',
      currency: business.currency,
      netDays: String(business.netDays),
      ...values,
      project: NEW_PROJECT,
    },
    choices: { project: choices },
    intro: introOf(at),
    ...(Object.keys(projects).length === 0 && { without: ['project'] as const }),
    metadata: { key: at.key, ...(at.channelId && { channelId: at.channelId }) },
  });
}

function introOf({ business, balances, payable, notes }: InvoiceFormAt): KnownBlock[] {
  const rate = formatPercent(business.taxRateMilli);
  const tax = business.taxRateMilli > 0 ? ` ${rate} tax is added, or is within it where you tick so.` : '';
  return [
    ...(payable
      ? []
      : [
          alert(
            'warning',
            'Clients can’t pay yet: add bank details with /retainer settings, so that the invoice says where to.',
          ),
        ]),
    ...balances.map(({ instalmentId, words }) =>
      section(
        words,
        button('Issue it now', ISSUE_BALANCE, instalmentId, {
          confirm: confirm(
            'Issue the balance now?',
            'It gets its number and goes to the client by mail. The paid deposit is deducted.',
            'Issue it',
            'Not yet',
          ),
        }),
      ),
    ),
    ...(balances.length > 0 ? [section(md`*Or another invoice:*`)] : []),
    ...notes.map((note) => section(note)),
    context(
      `It gets its number and is mailed as soon as you press Issue and send; after that it can’t be changed.${tax}`,
    ),
  ];
}

export type FilledInvoice = {
  key: string;
  channelId: string | undefined;
  client: string;
  email: string;
  kind: 'business' | 'private';
  title: string;
  price: Money;
  taxIncluded: boolean;
  netDays: number;
  projectId: string | undefined;
  chosen: { channelId: string; ticked: boolean } | undefined;
};

/** @throws FormRefusal with everything that can't be read, by field. */
export function readInvoice(view: ViewOutput): FilledInvoice {
  const { key, channelId } = metadataOf(view, Kept);
  const filled = invoiceForm.read(view);
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
  const price = read('fee', () => parseMoney(filled.fee, filled.currency));
  const netDays = read('netDays', () => daysFrom(filled.netDays));
  if (!price || netDays === undefined) throw new FormRefusal(errors);
  return {
    key,
    channelId,
    client: filled.client,
    email: filled.email.toLowerCase(),
    kind: filled.kind,
    title: filled.title,
    price,
    taxIncluded: filled.taxIncluded ?? false,
    netDays,
    projectId: filled.project && filled.project !== NEW_PROJECT ? filled.project : undefined,
    chosen: filled.channel ? { channelId: filled.channel, ticked: filled.openly ?? false } : undefined,
  };
}

function daysFrom(typed: string): number {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (days <= 120) return days;
  throw new Refusal('invoice.bad-days', 'Write a whole number of days from 0 to 120.', 'netDays');
}

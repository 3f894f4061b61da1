import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { unprintable } from '../documents/fonts.ts';
import { fingerprint } from '../platform/crypto.ts';
import { isZone } from '../shared/dates.ts';
import { CURRENCIES } from '../shared/money.ts';
import { COUNTRIES, countryChoices, countryOfZone, zoneChoices } from '../shared/places.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { TAX_NUMBER } from '../shared/tax.ts';
import { linkIn } from '../shared/typed.ts';
import { channel, checkbox, choice, email, radios, text, textarea } from '../slack/field.ts';
import { form, metadataOf } from '../slack/form.ts';
import type { Business } from '../workspaces/workspace.ts';
import {
  CLIENT_KINDS,
  type Client,
  type ClientFacts,
  type ClientLine,
  factsOf,
  LANGUAGES,
  parseEmail,
} from './client.ts';

/** Which client the form edits, and what it showed. The id is looked up in the workspace of whoever submits it. */
const Kept = z.object({ clientId: z.string().optional(), seen: z.string().optional() });

const currencies = Object.fromEntries(CURRENCIES.map((code) => [code, code]));

export const clientForm = form(
  'client:edit',
  { title: 'Client', submit: 'Save' },
  {
    client: text('Client', { max: 100, placeholder: 'Dana Reyes', hint: 'The person or firm, as you call them.' }),
    email: email('E-mail', { hint: 'Contracts and invoices go here.' }),
    kind: radios('The client is', CLIENT_KINDS),
    company: text('Company', { max: 120, hint: 'Its full name, for contracts and invoices.' }).optionally(),
    contact: text('Who signs', { max: 100, hint: 'When it is not the client named above.' }).optionally(),
    address: textarea('Address', { max: 300, hint: 'Street, postal code and town, for invoices.' }).optionally(),
    taxId: text('VAT number', {
      max: 40,
      hint: 'For invoices on which they owe the tax: reverse charge.',
    }).optionally(),
    country: choice('Country', countryChoices),
    zone: choice('Time zone', undefined, { hint: 'Reminders arrive at nine in the morning there.' }),
    language: choice('Language', LANGUAGES),
    currency: choice('Currency', currencies),
    channel: channel('Channel for their projects', { hint: 'Left empty: the channel you start from.' }).optionally(),
    openly: checkbox('If a guest or others from outside can read that channel', 'Everyone there may see prices', {
      hint: 'Needed for a channel that is shared with another organisation, or where the client is a guest.',
    }).optionally(),
  },
);

/** An empty form with what is known of the client and, for the rest, what fits the business. */
export function newClientView(business: Business | undefined, zone: string, known: ClientLine): ModalView {
  const country = business?.country ?? countryOfZone(zone);
  const values = {
    client: known.name,
    email: known.email,
    kind: 'business' as const,
    country,
    zone: business?.timeZone ?? zone,
    language: 'en' as const,
    currency: business?.currency ?? (country && COUNTRIES[country]?.currency) ?? 'EUR',
  };
  return clientForm.view({ title: 'New client', values, choices: { zone: zoneChoices(values.zone) }, metadata: {} });
}

export function editClientView(client: Client, ticked: boolean): ModalView {
  const facts = factsOf(client);
  return clientForm.view({
    title: 'Edit client',
    values: {
      client: facts.name,
      email: facts.email,
      kind: facts.kind,
      company: facts.company ?? undefined,
      contact: facts.contactName === facts.name ? undefined : facts.contactName,
      address: facts.address ?? undefined,
      taxId: facts.taxId ?? undefined,
      country: facts.country || undefined,
      zone: facts.timeZone,
      language: facts.language as keyof typeof LANGUAGES,
      currency: facts.currency,
      channel: facts.channelId ?? undefined,
      openly: ticked,
    },
    choices: { zone: zoneChoices(facts.timeZone) },
    metadata: { clientId: client.id, seen: fingerprint(facts) },
  });
}

export type FilledClient = { clientId?: string; seen?: string; facts: ClientFacts; openly: boolean };

export function readClient(view: ViewOutput): FilledClient {
  const { clientId, seen } = metadataOf(view, Kept);
  const filled = clientForm.read(view);
  checkLetters(filled);
  if (!isZone(filled.zone)) throw new Refusal('client.bad-zone', 'Choose a time zone of the list.', 'zone');
  return {
    ...(clientId && { clientId }),
    ...(seen && { seen }),
    openly: filled.openly ?? false,
    facts: {
      name: filled.client,
      company: filled.company ?? null,
      kind: filled.kind,
      country: filled.country,
      timeZone: filled.zone,
      language: filled.language,
      currency: filled.currency,
      channelId: filled.channel ?? null,
      address: filled.address ?? null,
      taxId: filled.taxId ?? null,
      contactName: filled.contact ?? filled.client,
      email: parseEmail(filled.email),
    },
  };
}

/** Contracts and invoices name the client as these fields do, so what the PDF can't print is refused where it is typed. */
function checkLetters(filled: ReturnType<typeof clientForm.read>): void {
  const wrong: Record<string, string> = {};
  for (const field of ['client', 'company', 'contact', 'address'] as const) {
    const typed = filled[field] ?? '';
    const sentence = unprintable(typed) ?? linkIn(typed);
    if (sentence) wrong[field] = sentence;
  }
  if (filled.taxId && !TAX_NUMBER.test(filled.taxId))
    wrong.taxId = 'Write the number with its letters and digits, like ATU12345678.';
  if (Object.keys(wrong).length > 0) throw new FormRefusal(wrong);
}

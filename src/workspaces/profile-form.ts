import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { unprintable } from '../documents/fonts.ts';
import type { Core } from '../platform/work.ts';
import { isZone } from '../shared/dates.ts';
import { CURRENCIES, formatPercent } from '../shared/money.ts';
import { COUNTRIES, countryChoices, countryOfZone, zoneChoices } from '../shared/places.ts';
import { Refusal } from '../shared/refusal.ts';
import { button, section } from '../slack/blocks.ts';
import { choice, email, text, textarea } from '../slack/field.ts';
import { form, metadataOf } from '../slack/form.ts';
import { md } from '../slack/mrkdwn.ts';
import type { Profile } from './store.ts';
import { infoOf, requireOwner, type Slack } from './visit.ts';
import { OWN_TAX_REASONS, type OwnTaxReason, seenOf, type Visit } from './workspace.ts';

/** A button whose value is the desk page it leads an owner to. */
export const DESK_ACTION = 'desk:open';

/** What a person typed before the form came between: it is gone on with once the profile is saved. */
export const Wanted = z.object({
  command: z.string().max(40).optional(),
  text: z.string().max(2000).optional(),
  channelId: z.string().max(40).optional(),
  seen: z.string().max(16).optional(),
  /** The version that Check, which lies below the form, was opened for. */
  checks: z.string().max(40).optional(),
});
export type Wanted = z.infer<typeof Wanted>;

const currencies = Object.fromEntries(CURRENCIES.map((code) => [code, code]));

export const profileForm = form(
  'workspace:profile',
  { title: 'Your business', submit: 'Save' },
  {
    name: text('Business name', { max: 100, hint: 'As it stands on contracts and invoices.' }),
    address: textarea('Address', { max: 300, hint: 'Street, postal code and town, each on its own line.' }),
    country: choice('Country', countryChoices),
    email: email('E-mail', { hint: 'Clients’ answers go here.' }),
    zone: choice('Time zone'),
    currency: choice('Currency', currencies),
    taxId: text('Tax or VAT number', { max: 40 }).optionally(),
    taxRate: text('Tax rate in percent', { max: 10, placeholder: '19', hint: '0 if you don’t charge tax.' }),
    taxReason: choice(
      'If you charge no tax, why',
      { none: 'I charge tax, or no reason is needed', ...OWN_TAX_REASONS },
      {
        hint: 'Contracts and invoices say it.',
      },
    ).optionally(),
    deposit: text('Usual deposit in percent', { max: 10, placeholder: '50', hint: '0 if you don’t ask for one.' }),
    netDays: text('Days to pay', { max: 4, placeholder: '14', hint: 'From the day an invoice is issued.' }),
  },
);

/** The field that the form is opened for, and why. */
type Asked = { field: 'address' | 'taxId' | 'taxRate'; why: string };

/** Slack takes 3,000 characters of metadata; a longer brief than this is asked for again rather than cut. */
const TEXT_KEPT = 2000;

/** The profile form: filled with what stands, else with what the member's time zone suggests. */
export function profileView(visit: Visit, wanted: Wanted = {}, guessedEmail?: string, asked?: Asked): ModalView {
  const { business, member } = visit;
  const country = countryOfZone(member.timeZone);
  const values = business
    ? {
        ...business,
        address: business.address.join('\n'),
        zone: business.timeZone,
        taxId: business.taxId ?? undefined,
        taxRate: formatPercent(business.taxRateMilli).slice(0, -1),
        taxReason: business.taxReason ?? ('none' as const),
        deposit: formatPercent(business.depositMilli).slice(0, -1),
        netDays: String(business.netDays),
      }
    : {
        name: member.name,
        email: guessedEmail,
        country,
        zone: member.timeZone,
        currency: (country && COUNTRIES[country]?.currency) || 'EUR',
        taxRate: '0',
        taxReason: 'none' as const,
        deposit: '50',
        netDays: '14',
      };
  const kept: Wanted = { ...wanted, text: wanted.text && wanted.text.length <= TEXT_KEPT ? wanted.text : undefined };
  const next = wanted.command ? md` Then your ${wanted.command} goes on.` : md``;
  return profileForm.view({
    values,
    choices: { zone: zoneChoices(values.zone) },
    intro: business
      ? []
      : [section(md`Welcome. Contracts and invoices need to know who they come from; this is asked once.${next}`)],
    outro: business
      ? [
          section(
            business.hasBankDetails
              ? 'Your bank details stand on invoices.'
              : 'Bank details for transfers are entered in the browser, never in Slack.',
            button(business.hasBankDetails ? 'Change bank details' : 'Add bank details', DESK_ACTION, 'bank'),
          ),
          {
            ...section(
              'Contracts are made of templates. On your desk you make your own of them.',
              button('Edit templates', DESK_ACTION, 'templates'),
            ),
            block_id: 'desk-templates',
          },
        ]
      : [],
    ...(asked && { asked }),
    metadata: { ...kept, ...(business && { seen: seenOf(business) }) },
  });
}

/**
 * The form that comes first while the business is not known. What the person typed rides along in it, and is gone on with
 * when an owner has saved it.
 *
 * @throws Refusal `member.not-owner`, naming those who can fill it in.
 */
export async function firstUse(core: Core, slack: Slack, visit: Visit, wanted: Wanted): Promise<ModalView> {
  const owner = await requireOwner(core, slack, visit);
  const { workspace, member } = owner;
  const person = await infoOf(slack, workspace.id, member.slackUserId);
  return profileView(owner, wanted, person?.email);
}

export function wantedOf(view: ViewOutput): Wanted {
  return metadataOf(view, Wanted);
}

/** What the filled form says, or a refusal at the field that is wrong. */
export function readProfile(view: ViewOutput): Profile {
  const filled = profileForm.read(view);
  const lines = filled.address.split('\n').filter(Boolean);
  if (lines.length > 6) throw new Refusal('profile.long-address', 'Please use at most six lines.', 'address');
  if (!isZone(filled.zone)) throw new Refusal('profile.bad-zone', 'Choose a time zone of the list.', 'zone');
  for (const field of ['name', 'address', 'taxId'] as const) {
    const sentence = unprintable(filled[field] ?? '');
    if (sentence) throw new Refusal('profile.letters', sentence, field);
  }
  return {
    name: filled.name,
    address: lines,
    country: filled.country,
    email: filled.email,
    timeZone: filled.zone,
    currency: filled.currency,
    taxId: filled.taxId ?? null,
    ...taxIn(filled),
    depositMilli: parsePercent(filled.deposit, 'deposit'),
    netDays: parseDays(filled.netDays, 'netDays'),
  };
}

function taxIn(filled: { taxRate: string; taxReason?: OwnTaxReason | 'none' | undefined }) {
  const taxRateMilli = parsePercent(filled.taxRate, 'taxRate');
  const { taxReason } = filled;
  if (taxReason === undefined || taxReason === 'none') return { taxRateMilli, taxReason: null };
  if (taxRateMilli === 0) return { taxRateMilli, taxReason };
  throw new Refusal(
    'profile.tax-reason',
    'With this reason the tax rate is 0. Make it 0, or choose that you charge tax.',
    'taxReason',
  );
}

/** `19`, `8.875`, `7,7 %` to thousandths of a percent; ASCII digits only, between 0 and 100. */
export function parsePercent(typed: string, field: string): number {
  const match = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%?$/.exec(typed.trim());
  const milli = match ? Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')) : Number.NaN;
  if (milli >= 0 && milli <= 100_000) return milli;
  throw new Refusal('profile.bad-percent', 'Write a number from 0 to 100, like 19 or 8.875.', field);
}

export function parseDays(typed: string, field: string): number {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (days <= 120) return days;
  throw new Refusal('profile.bad-days', 'Write a whole number of days from 0 to 120.', field);
}

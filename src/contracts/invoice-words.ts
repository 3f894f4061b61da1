import { parseBrief } from '../briefs/brief.ts';
import { dayIn, daysBetween } from '../shared/dates.ts';
import { CURRENCIES, formatAmount } from '../shared/money.ts';
import { cut, typedLine } from '../shared/typed.ts';
import type { Business } from '../workspaces/workspace.ts';
import { partyOf, type TermName, type Terms } from './terms.ts';

const TITLE_MAX = 120;
const DAYS_MAX = 120;

/** What the reader of briefs finds in the words behind `/invoice`; what it does not find stays empty. */
export function invoiceWords(text: string, business: Business, now: Date) {
  const today = dayIn(business.timeZone, now);
  const { found, notes, hints } = parseBrief(text, {
    today,
    currency: business.currency,
    zone: business.timeZone,
    country: business.country,
    depositPercentMilli: null,
    netDays: business.netDays,
  });
  const amount = found.fee ? undefined : (hints.fee ?? loneAmount(text));
  const days = found.netDays?.value ?? (found.endOn && daysBetween(today, found.endOn.value));
  const values = {
    client: partyOf(found),
    email: found.clientEmail?.value,
    title: purposeIn(text, found, amount),
    fee: found.fee ? formatAmount(found.fee.value) : amount,
    currency: found.fee?.value.currency ?? found.currency?.value ?? (amount && currencyIn(text)),
    netDays: days !== undefined && days >= 0 && days <= DAYS_MAX ? String(days) : undefined,
    taxIncluded: found.taxIncluded?.value,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const nothing = !values.client && !values.email && !values.fee;
  return {
    values: known as Partial<typeof values>,
    notes: nothing
      ? ['I found no client and no sum in that. Fill in what is missing.']
      : notes.filter(({ field }) => field === 'fee' || field === 'currency').map(({ sentence }) => sentence),
  };
}

/** A word that is meant as an amount, readable or not: the form shows it, and says at the field what is wrong with it. */
const AMOUNT = /^[-+]?[.,]?\p{Nd}[\p{Nd}.,'’]*(e\d+)?k?$/iu;

function loneAmount(text: string): string | undefined {
  const [amount, ...more] = text.split(/\s+/).filter((word) => AMOUNT.test(word.replace(/[,;]$/, '')));
  return amount && more.length === 0 ? amount.replace(/[,;]$/, '') : undefined;
}

function currencyIn(text: string): string | undefined {
  return CURRENCIES.find((code) => new RegExp(`\\b${code}\\b`).test(text));
}

const READ: TermName[] = [
  'clientName',
  'clientCompany',
  'clientEmail',
  'fee',
  'currency',
  'netDays',
  'taxIncluded',
  'endOn',
];
const JOINTS =
  /^(?:(?:for|to|of|due|and|on|at|the)\b|[\s,;:.()<>-])+|(?:\b(?:for|to|of|due|and|on|at)|[\s,;:.()<>-])+$/i;

/** What the invoice is for: what was read as the work, else the words that are left when all else is taken out. */
function purposeIn(text: string, found: Terms, amount: string | undefined): string | undefined {
  const title = found.title;
  const party = partyOf(found);
  let rest = typedLine(text).slice(0, 5 * TITLE_MAX);
  if (title && title.value !== party && !party?.includes(title.value) && !amount) rest = title.value;
  else {
    for (const name of READ) rest = rest.replace(found[name]?.quote ?? '\n', ' , ');
    if (amount) rest = rest.replace(amount, ' , ').replace(currencyIn(text) ?? '\n', ' ');
    const parts = rest.split(/ , |[,;()<>]/).map((part) => part.replace(/\s+/g, ' ').trim());
    rest = parts.map((part) => trimmed(part)).find((part) => /\p{L}{3}/u.test(part)) ?? '';
  }
  if (!rest) return undefined;
  return cut(rest.charAt(0).toUpperCase() + rest.slice(1), TITLE_MAX);
}

function trimmed(part: string): string {
  return part.replace(JOINTS, '').replace(JOINTS, '').trim();
}

import { lengthsIn } from '../briefs/agreed/lengths.ts';
import { englished } from '../briefs/languages/language.ts';
import { formatAmount, money, parseMoney } from '../shared/money.ts';
import { unlessRefused } from '../shared/refusal.ts';
import { callingOffLine } from './calling-off.ts';
import type { ChangeContext, Reader } from './change.ts';
import { readExpenses, readKillFee } from './change-money.ts';
import { readRescheduling } from './change-moving.ts';
import { readPortfolio, readRights } from './change-rights.ts';
import { readAcceptance, readCancellation, readConfidentiality } from './change-time.ts';
import { depositFrom } from './form-deposit.ts';
import { movingFrom, movingLine } from './moving-line.ts';
import { spanOf } from './rights-wording.ts';
import { currencyIn, isWorked, shareWords, type Terms } from './terms.ts';
import type { CancellationTier } from './tiers.ts';

export type AlsoTerm =
  | 'rights'
  | 'portfolio'
  | 'expenses'
  | 'acceptanceDays'
  | 'confidentialityYears'
  | 'cancellation'
  | 'rescheduling'
  | 'killFee';

/** What words are read with: terms whose currency is the form's, the day and the zone. */
export type Words = ChangeContext & { readonly terms: Terms };

/** A term that has no field of its own, as a line of the field "Also agreed". */
export type AlsoLine = {
  readonly term: AlsoTerm;
  readonly label: string;
  /** How the line may be written, after its label. */
  readonly example: string;
  /** Terms that a contract can agree on none of. */
  readonly drops: boolean;
  /** Whether the line says something of terms that have no value for it. */
  readonly fits: (terms: Terms) => boolean;
  readonly shown: (terms: Terms) => string | undefined;
  /** The value that words mean, null for none; undefined when they can't be read. */
  readonly read: (words: string, by: Words) => unknown;
  /** Whether a value leaves nothing out of the words it was read from. */
  readonly fair: (words: string, value: unknown) => boolean;
};

const always = () => true;
const plain = (minor: bigint, terms: Terms) => formatAmount(money(minor, currencyIn(terms)));
const daysWords = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;
/** The readers of requests look for what is wanted and pass over a "not" that turns it round. */
const isDenied = (words: string) => /\b(?:not|never|neither|nor|except|unless|but)\b|n['’]t\b/i.test(words);

/** By the reader that "Ask for a change" has for the same words, in the languages that it knows. */
function by(name: AlsoTerm, lead: string, reader: Reader, fair: AlsoLine['fair']): AlsoLine['read'] {
  return (words, { terms, ...context }) => {
    const bare = words.replace(/^(?:none|nothing|no)[.\s]*$/i, '');
    const said = bare === '' ? [`no ${lead}`] : [`${lead} ${bare}`, `${lead} ${englished(bare).text}`];
    for (const text of said) {
      const read = reader(text, terms, context);
      if (read && 'patch' in read && name in read.patch && fair(text, read.patch[name])) return read.patch[name];
    }
    return undefined;
  };
}

const unlessDenied = (words: string) => !isDenied(words);
const ofUndone = (words: string) => !isDenied(words.replace(/\bnot yet done\b/i, ''));

type Rights = NonNullable<Terms['rights']>['value'];

function rightsShown(rights: Rights): string {
  if (rights.kind === 'assignment') return 'pass to the client on payment';
  const span = rights.months === null ? 'without end' : `for ${spanOf(rights.months)}`;
  return `licence for ${rights.use}; ${rights.territory}; ${span}`;
}

/** A licence in the three parts that the line shows it in: what for, where, how long. */
function rightsFrom(words: string): Rights | undefined {
  if (/^(?:(?:they|all rights) )?pass to the client(?: on payment)?\.?$/i.test(words)) return { kind: 'assignment' };
  const [, use, territory, end] = /^(?:a )?licen[cs]e for (.+?)\s*;\s*([^;]+?)\s*;\s*([^;]+?)\.?$/is.exec(words) ?? [];
  if (!use || !territory || !end) return undefined;
  const where = territory.replace(/^in (?:the )?/i, '');
  if (/^without (?:an )?end$/i.test(end)) return { kind: 'licence', use, territory: where, months: null };
  const [length, ...more] = lengthsIn(end);
  const months = length && { year: length.count * 12, month: length.count }[length.unit as 'year' | 'month'];
  return months && more.length === 0 ? { kind: 'licence', use, territory: where, months } : undefined;
}

const PORTFOLIO = { yes: 'may be shown', 'after-publication': 'may be shown once it is public', no: 'not shown' };

const rightsByWords = by('rights', 'rights:', readRights, unlessDenied);
/** A figure in the words is what expenses may come to; a reader that saw none would lose it. */
const isCapped: AlsoLine['fair'] = (words, value) =>
  !isDenied(words) && /\d/.test(words) === ((value as { kind: string }).kind === 'capped');
const expensesByWords = by('expenses', 'expenses', readExpenses, isCapped);

function expensesWords(terms: Terms): string | undefined {
  const expenses = terms.expenses?.value;
  if (expenses?.kind === 'capped') return `at cost, at most ${plain(expenses.minor, terms)}`;
  return expenses && (expenses.kind === 'at-cost' ? 'at cost, with receipts' : 'included in the price');
}

const TIER = /^(.+?)(?: of the price)? within (\d{1,4}) (day|hour)s?$/i;

/** Steps like `50% within 7 days`; undefined when one of the parts is none. */
function tiersFrom(words: string, currency: string): CancellationTier[] | undefined {
  const tiers = words.split(/[,;]\s+(?:and\s+)?|\s+and\s+/).map((part): CancellationTier | undefined => {
    const [, worth = '', within, unit = ''] = TIER.exec(part.trim().replace(/\.$/, '')) ?? [];
    const share = within && unlessRefused(() => depositFrom(worth, currency));
    if (!share) return undefined;
    const step = {
      within: Number(within),
      unit: unit.toLowerCase() === 'day' ? ('days' as const) : ('hours' as const),
    };
    if (share.kind === 'sum') return { ...step, minor: share.minor };
    return { ...step, percentMilli: share.kind === 'none' ? 0 : share.percentMilli };
  });
  return tiers.every((tier) => tier !== undefined) ? tiers : undefined;
}

/** Each length of time in the words is a step, or the notice: what a reader passed over would be lost. */
const isWhole: AlsoLine['fair'] = (words, value) => {
  const { kind, tiers } = value as { kind: string; tiers?: unknown[] };
  return !isDenied(words) && lengthsIn(words).length === (kind === 'tiers' ? tiers?.length : 1);
};
const callingOffByWords = by('cancellation', 'cancelling:', readCancellation, isWhole);

/** What is read of moving leaves nothing out, and counts from nothing that stood before. */
const movingByWords: AlsoLine['read'] = (words, { terms, ...context }) =>
  by(
    'rescheduling',
    'rescheduling',
    readRescheduling,
    always,
  )(words, {
    ...context,
    terms: { ...terms, rescheduling: undefined },
  });

function killFeeFrom(words: string): { percentMilli: number } | undefined {
  const worth = words.replace(/ of the price for work not yet done\.?$/i, '');
  const share = unlessRefused(() => depositFrom(worth, 'EUR'));
  return share?.kind === 'share' ? { percentMilli: share.percentMilli } : undefined;
}
const killFeeByWords = by('killFee', 'kill fee', readKillFee, ofUndone);

const line = (
  name: AlsoTerm,
  label: string,
  rest: Pick<AlsoLine, 'example' | 'shown' | 'read'> & Partial<AlsoLine>,
): AlsoLine => ({ term: name, label, drops: false, fits: always, fair: unlessDenied, ...rest });

/** In the order shown. A term that is added without a field of its own gets a line here. */
export const ALSO_LINES: readonly [AlsoLine, ...AlsoLine[]] = [
  line('rights', 'Rights', {
    example: 'licence for web use; worldwide; for 2 years',
    shown: ({ rights }) => rights && rightsShown(rights.value),
    read: (words, read) => rightsFrom(words) ?? rightsByWords(words, read),
  }),
  line('portfolio', 'Portfolio', {
    example: 'may be shown once it is public',
    shown: ({ portfolio }) => portfolio && PORTFOLIO[portfolio.value],
    read: by('portfolio', 'portfolio', readPortfolio, always),
    fair: always,
  }),
  line('expenses', 'Expenses', {
    example: 'at cost, at most 300',
    shown: expensesWords,
    read: (words, read) => {
      const worth = /^at cost, at most ([\d.,' ]+)$/i.exec(words)?.[1];
      const cap = worth && unlessRefused(() => parseMoney(worth, currencyIn(read.terms)));
      return cap ? { kind: 'capped', minor: cap.minor } : expensesByWords(words, read);
    },
    fair: isCapped,
  }),
  line('acceptanceDays', 'Accepted after', {
    example: '14 days',
    shown: ({ acceptanceDays }) => acceptanceDays && daysWords(acceptanceDays.value),
    read: by('acceptanceDays', 'accepted after', readAcceptance, unlessDenied),
  }),
  line('confidentialityYears', 'Confidential', {
    example: 'for 2 years',
    shown: ({ confidentialityYears: years }) =>
      years && (years.value === 0 ? 'no duty' : `for ${spanOf(years.value * 12)}`),
    read: by('confidentialityYears', 'confidential', readConfidentiality, unlessDenied),
  }),
  line('cancellation', 'Calling off', {
    example: '50% within 7 days, 100% within 48 hours',
    shown: (terms) => terms.cancellation && callingOffLine(terms.cancellation.value, currencyIn(terms)),
    read: (words, read) => {
      if (/^(?:by either side )?at any time\.?$/i.test(words)) return { kind: 'notice', days: 0 };
      const tiers = tiersFrom(words, currencyIn(read.terms));
      return tiers ? { kind: 'tiers', tiers } : callingOffByWords(words, read);
    },
    fair: isWhole,
  }),
  line('rescheduling', 'Moving the date', {
    example: 'once free with 14 days’ notice, otherwise 25%',
    fits: ({ booking }) => booking !== undefined,
    shown: (terms) => terms.rescheduling && movingLine(terms.rescheduling.value, (minor) => plain(minor, terms)),
    read: (words, read) => movingFrom(words, currencyIn(read.terms)) ?? movingByWords(words, read),
    fair: always,
  }),
  line('killFee', 'Kill fee', {
    example: '50% of the price for work not yet done',
    drops: true,
    // A scale says what an early end costs, and of work billed as worked nobody knows what is left.
    fits: (terms) => !terms.booking && terms.cancellation?.value.kind !== 'tiers' && !isWorked(terms),
    shown: ({ killFee }) => killFee && `${shareWords(killFee.value.percentMilli)} of the price for work not yet done`,
    read: (words, read) => killFeeFrom(words) ?? killFeeByWords(words, read),
    fair: ofUndone,
  }),
];

import {
  depositOf,
  endDayOf,
  isWorked,
  shareOfTotal,
  shareWords,
  slotsIn,
  type Terms,
  totals,
} from '../contracts/terms.ts';
import type { CancellationTier } from '../contracts/tiers.ts';
import { daysBetween } from '../shared/dates.ts';
import { exponentOf, formatMoney, formatPercent } from '../shared/money.ts';
import { changed, type Fix, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';

/** From this price on, in units of the currency, and this many days of work, a freelancer should not lend it all. */
const LARGE = 1_000n;
const LONG_DAYS = 14;
const USUAL_SHARE = 30_000;
const LOW_SHARE = 10_000;
const HIGH_SHARE = 60_000;
const HALF = 50_000;

/** Rules of the craft about money in advance, and money for what is not done. */
export const DEPOSIT_RULES: readonly Rule[] = [
  { id: 'money.no-deposit', title: 'No deposit', grade: 'suggests', check: noDeposit },
  { id: 'money.deposit-low', title: 'A low deposit', grade: 'suggests', check: depositLow },
  { id: 'money.deposit-high', title: 'A high deposit', grade: 'suggests', check: depositHigh },
  { id: 'money.deposit-private', title: 'A private client’s deposit', grade: 'warns', check: depositPrivate },
  {
    id: 'money.cancel-private',
    title: 'What a private client pays for cancelling',
    grade: 'warns',
    check: cancelPrivate,
  },
];

const isPrivate = ({ clientKind }: Terms) => clientKind?.value === 'private';

function noDeposit(scene: LintScene): Found | undefined {
  const { terms, today } = scene;
  const end = endDayOf(terms);
  if (!terms.fee || terms.milestones || depositOf(terms).minor > 0n || !end) return undefined;
  const { total } = totals(terms);
  if (total.minor < LARGE * 10n ** BigInt(exponentOf(total.currency)) || daysBetween(today, end) < LONG_DAYS)
    return undefined;
  return {
    sentence: `Nothing is paid before the work is done: you lend the client ${formatMoney(total)}.`,
    field: 'deposit',
    quote: quoteOf(scene, /invoice/i, 'payment'),
    fix: {
      label: 'Ask for a 30% deposit',
      terms: changed(terms, { deposit: { kind: 'share', percentMilli: USUAL_SHARE } }),
    },
    way: { opens: 'terms', field: 'milestones' },
    edit: 'Or split the price into parts.',
  };
}

/** A sum that a client gives up without a thought holds no date. */
function depositLow(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const share = depositShare(terms);
  if (share === 0 || share >= LOW_SHARE || terms.milestones) return undefined;
  return {
    sentence: `A deposit of ${formatMoney(depositOf(terms))} is little: a client who gives it up loses next to nothing.`,
    field: 'deposit',
    quote: quoteOf(scene, /deposit/i, 'deposit'),
    fix: depositFix(terms, USUAL_SHARE),
  };
}

/** The share of the total that is asked in advance, in thousandths of a percent; nothing where work is billed as worked. */
export function depositShare(terms: Terms): number {
  if (!terms.fee || isWorked(terms)) return 0;
  const { total } = totals(terms);
  return total.minor > 0n ? Number((depositOf(terms).minor * 100_000n) / total.minor) : 0;
}

/** The terms with a deposit of this share; none where that comes to nothing, as of a price of a cent. */
export function depositFix(terms: Terms, percentMilli: number): Fix | undefined {
  const next = changed(terms, { deposit: { kind: 'share', percentMilli } });
  return depositOf(next).minor > 0n ? { label: `Ask for ${shareWords(percentMilli)}`, terms: next } : undefined;
}

function depositHigh(scene: LintScene): Found | undefined {
  const share = depositShare(scene.terms);
  if (isPrivate(scene.terms) || share <= HIGH_SHARE) return undefined;
  return {
    sentence: `${formatPercent(share)} in advance is more than most businesses agree to.`,
    field: 'deposit',
    quote: quoteOf(scene, /deposit/i, 'deposit'),
    fix: depositFix(scene.terms, HALF),
    edit: 'Or leave it, if it is agreed.',
  };
}

function depositPrivate(scene: LintScene): Found | undefined {
  if (!isPrivate(scene.terms) || depositShare(scene.terms) <= HALF) return undefined;
  return {
    sentence: 'A private client is asked for more than half in advance; courts may find that unfair.',
    field: 'deposit',
    quote: quoteOf(scene, /deposit/i, 'deposit'),
    fix: depositFix(scene.terms, USUAL_SHARE),
  };
}

/** Nearer to the date more time is lost for good; these shares are what scales of the trade have. */
export function fairShare(tier: CancellationTier): number {
  const days = tier.unit === 'days' ? tier.within : tier.within / 24;
  if (days <= 14) return 100_000;
  if (days <= 30) return 60_000;
  return days <= 90 ? 40_000 : 25_000;
}

/** The first step of a private client's scale that asks for more than what fits. */
export function unfairTier(terms: Terms): { said: string; terms: Terms } | undefined {
  const { cancellation } = terms;
  if (!isPrivate(terms) || cancellation?.value.kind !== 'tiers' || !terms.fee) return undefined;
  const { total } = totals(terms);
  const shareOf = (tier: CancellationTier) =>
    tier.percentMilli ?? (total.minor > 0n ? Number(((tier.minor ?? 0n) * 100_000n) / total.minor) : 0);
  const { tiers } = cancellation.value;
  const wrong = tiers.find((tier) => shareOf(tier) > fairShare(tier));
  if (!wrong) return undefined;
  const milder = tiers.map((tier): CancellationTier => {
    const { within, unit } = tier;
    return shareOf(tier) > fairShare(tier) ? { within, unit, percentMilli: fairShare(tier) } : tier;
  });
  const owed = wrong.minor === undefined ? shareOfTotal(total, shareOf(wrong)) : { ...total, minor: wrong.minor };
  return {
    said: `${formatMoney(owed)} (${shareWords(shareOf(wrong))}) from ${wrong.within} ${wrong.unit} before`,
    terms: changed(terms, { cancellation: { kind: 'tiers', tiers: milder } }),
  };
}

function cancelPrivate(scene: LintScene): Found | undefined {
  const unfair = unfairTier(scene.terms);
  if (!unfair || slotsIn(scene.terms).length + (scene.terms.startOn ? 1 : 0) === 0) return undefined;
  return {
    sentence: `A private client who cancels owes ${unfair.said}; that is probably more than you lose.`,
    field: 'cancellation',
    quote: quoteOf(scene, /less than/, 'cancellation'),
    fix: { label: 'Make the scale milder', terms: unfair.terms },
  };
}

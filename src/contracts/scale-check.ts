import { formatMoney, MINOR_MAX, type Money, money } from '../shared/money.ts';
import { sumsOf } from '../shared/tax.ts';
import { NOTICE_DAYS, scaleAnchor } from './calling-off.ts';
import { currencyIn, isWorked, shareOfTotal, shareWords, type Terms, totals } from './terms.ts';
import { type CancellationTier, hoursOf, spanWords } from './tiers.ts';

/** What a scale of cancellation fees can't be sent with. */
export const SCALE_RULES = [
  'terms.scale-figure',
  'terms.scale-twice',
  'terms.scale-falling',
  'terms.scale-large',
  'terms.scale-kill-fee',
] as const;

type ScaleProblem = {
  readonly code: (typeof SCALE_RULES)[number];
  readonly sentence: string;
  /** What a press would agree on, where it is clear what helps; each of several settles it. */
  readonly fixes: readonly ScaleFix[];
};
type ScaleFix = {
  readonly label: string;
  readonly cancellation?: NonNullable<Terms['cancellation']>['value'];
  readonly killFee?: undefined;
};

const steps = (label: string, tiers: CancellationTier[]): ScaleFix => ({
  label,
  cancellation: { kind: 'tiers', tiers },
});

/**
 * What stands against the scale of a contract. A draft is made with it all the same: the terms form has no field in which it
 * could be put right, so it is said by lint, which keeps the contract from being sent.
 */
export function checkScale(terms: Terms): ScaleProblem[] {
  const { cancellation, changeOf } = terms;
  if (cancellation?.value.kind !== 'tiers' || changeOf) return [];
  // A template's scale counts back from a booking alone, and is not in the contract without one.
  if (cancellation.origin === 'template' && !terms.booking) return [];
  const tiers = [...cancellation.value.tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  const figures = figureMissing(tiers);
  // Steps that don't say one fee can't be compared.
  if (figures) return [figures];
  return [windowTwice(tiers, terms), falling(tiers, terms), tooLarge(tiers, terms), killFeeBeside(terms)].flatMap(
    (each) => each ?? [],
  );
}

const hasOne = ({ percentMilli, minor }: CancellationTier) => (percentMilli === undefined) !== (minor === undefined);

function figureMissing(tiers: readonly CancellationTier[]): ScaleProblem | undefined {
  const wrong = tiers.find((tier) => !hasOne(tier));
  if (!wrong) return undefined;
  const says =
    wrong.minor === undefined ? 'has no fee. Say a share or a sum' : 'has a share and a sum. Say one of them';
  const left = tiers.filter((tier) => tier.minor !== undefined || tier.percentMilli !== undefined);
  const drops = wrong.minor === undefined && left.length > 0 && left.every(hasOne);
  return {
    code: 'terms.scale-figure',
    sentence: `The cancellation step at ${spanWords(wrong)} before ${says}.`,
    fixes: drops ? [steps('Leave out the step without a fee', left)] : [],
  };
}

function windowTwice(tiers: readonly CancellationTier[], terms: Terms): ScaleProblem | undefined {
  const at = tiers.findIndex((tier, index) => index > 0 && hoursOf(tier) === hoursOf(tiers[index - 1] ?? tier));
  const [first, second] = [tiers[at - 1], tiers[at]];
  if (!first || !second) return undefined;
  const [one, other] = [spanWords(first), spanWords(second)];
  const kept = tiers.filter((tier, index) => tiers.findIndex((each) => hoursOf(each) === hoursOf(tier)) === index);
  const alike = tiers.every((tier) => {
    const same = kept.find((each) => hoursOf(each) === hoursOf(tier));
    return same && feeWords(same, terms) === feeWords(tier, terms);
  });
  const fees = alike ? '' : `, once for ${feeWords(first, terms)} and once for ${feeWords(second, terms)}`;
  return {
    code: 'terms.scale-twice',
    sentence: `The cancellation scale has two steps at ${one === other ? one : `${one}, which is ${other},`} before${fees}. Keep one.`,
    fixes: alike ? [steps('Keep one step for each time', kept)] : [],
  };
}

/** Whoever cancels later costs more time, so a fee that falls is a slip: the lines were swapped, or a figure was. */
function falling(tiers: readonly CancellationTier[], terms: Terms): ScaleProblem | undefined {
  for (const [index, near] of tiers.entries()) {
    const far = tiers.slice(0, index).find((each) => hoursOf(each) > hoursOf(near) && isMore(each, near, terms));
    if (!far) continue;
    const fee = `${feeWords(far, terms)} less than ${spanWords(far)} before`;
    return {
      code: 'terms.scale-falling',
      sentence: `Cancelling costs ${fee}, and ${feeWords(near, terms)} less than ${spanWords(near)} before. Let it not fall as the day comes nearer.`,
      fixes: rising(tiers, terms),
    };
  }
  return undefined;
}

/** The same fees at the same times, the dearest nearest; or each step at least what the one before it asks for. */
function rising(tiers: readonly CancellationTier[], terms: Terms): ScaleFix[] {
  if (!tiers.every((tier) => tiers.every((each) => comparable(tier, each, terms)))) return [];
  const fees = [...tiers].sort((a, b) => (isMore(a, b, terms) ? 1 : isMore(b, a, terms) ? -1 : 0));
  const at = ({ within, unit }: CancellationTier, fee: CancellationTier | undefined): CancellationTier => ({
    ...fee,
    within,
    unit,
  });
  const raised: CancellationTier[] = [];
  for (const tier of tiers) {
    const before = raised.at(-1);
    raised.push(before && isMore(before, tier, terms) ? at(tier, before) : tier);
  }
  const sorted = tiers.map((tier, index) => at(tier, fees[index]));
  return [steps('Put the fees in order', sorted), steps('Let the later steps cost as much', raised)];
}

function comparable(one: CancellationTier, other: CancellationTier, terms: Terms): boolean {
  const alike = (one.percentMilli === undefined) === (other.percentMilli === undefined);
  return alike || !(isWorked(terms) || !terms.fee);
}

function tooLarge(tiers: readonly CancellationTier[], terms: Terms): ScaleProblem | undefined {
  const most = mostOf(terms);
  const isLarge = ({ minor }: CancellationTier) => minor !== undefined && minor > most.minor;
  const wrong = tiers.find(isLarge);
  if (!wrong) return undefined;
  const whole = tiers.map((tier): CancellationTier => {
    const { within, unit } = tier;
    return isLarge(tier) ? { within, unit, percentMilli: 100_000 } : tier;
  });
  const limit = terms.fee ? 'the whole price' : 'what the work may come to';
  return {
    code: 'terms.scale-large',
    sentence: `Cancelling less than ${spanWords(wrong)} before costs ${feeWords(wrong, terms)}, more than ${limit}, ${formatMoney(most)}. Ask for that at most.`,
    fixes: terms.fee ? [steps('Ask for the whole price at most', whole)] : [],
  };
}

/** The scale is the clause that stands, so a kill fee beside it would be agreed and stand nowhere. */
function killFeeBeside(terms: Terms): ScaleProblem | undefined {
  if (!terms.killFee || !scaleAnchor(terms)) return undefined;
  return {
    code: 'terms.scale-kill-fee',
    sentence: `The scale says what cancelling costs, and the kill fee of ${shareWords(terms.killFee.value.percentMilli)} says something else. Keep one.`,
    fixes: [
      { label: 'Keep the kill fee alone', cancellation: { kind: 'notice', days: NOTICE_DAYS } },
      { label: 'Keep the scale alone', killFee: undefined },
    ],
  };
}

/** The most that cancelling may cost: the price, else what the work is capped at, else what an invoice can carry. */
export function mostOf(terms: Terms): Money {
  const { fee, rate, taxRateMilli, taxIncluded } = terms;
  if (fee) return totals(terms).total;
  const cap = rate?.value.capMinor ?? null;
  if (cap === null) return money(MINOR_MAX, currencyIn(terms));
  return sumsOf(money(cap, currencyIn(terms)), taxRateMilli?.value ?? 0, taxIncluded?.value ?? false).total;
}

/** Whether one step costs more than another; a share of nobody knows what is not compared with a sum. */
export function isMore(one: CancellationTier, other: CancellationTier, terms: Terms): boolean {
  if (one.percentMilli !== undefined && other.percentMilli !== undefined) return one.percentMilli > other.percentMilli;
  if (one.minor !== undefined && other.minor !== undefined) return one.minor > other.minor;
  if (isWorked(terms) || !terms.fee) return false;
  const { total } = totals(terms);
  const owed = ({ minor, percentMilli }: CancellationTier) => minor ?? shareOfTotal(total, percentMilli ?? 0).minor;
  return owed(one) > owed(other);
}

export const feeWords = ({ minor, percentMilli }: CancellationTier, terms: Terms) =>
  minor === undefined ? shareWords(percentMilli ?? 0) : formatMoney(money(minor, currencyIn(terms)));

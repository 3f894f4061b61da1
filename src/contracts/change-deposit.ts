import { formatMoney, money, scale } from '../shared/money.ts';
import { ask, type ChangeContext, type Read } from './change.ts';
import { pointsIn, type Sum, sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { LOWERS, RAISES, TO_THAT } from './change-price.ts';
import { currencyIn, type Deposit, depositOf, shareWords, type Terms } from './terms.ts';

const UP =
  /\b(?:increas\w*|rais(?:e[ds]?|ing)|higher|bigger|larger|more|up(?! ?-?front| ?to\b| ?front))\b|\+ ?(?=[€$£]? ?\d)/i;
const DOWN = /\b(?:reduc\w*|lower(?:ed|ing)?|cut|decreas\w*|smaller|less|down(?! ?-?payment)|minus)\b/i;
const OF_DEPOSIT = /(?:(?:%|percent|third|quarter|half) (?:of |de |der |del |d['’])(?:the )?|half (?:the )?)deposit\b/i;
const OF_WHAT = 'A share of the deposit: how large should the deposit be, as a share of the price?';
/** What a deposit becomes, in thousandths of a percent of what it is. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bhalve\b|\bby half\b|halbier/iu, 50_000],
  [/\bdouble\b|verdoppel|doubler|duplicar/iu, 200_000],
];

/**
 * A deposit that is changed by something: points, a sum, double or half. A share may be of the price or of the deposit, so both are
 * offered. Undefined where the words say what it should be.
 */
export function readDepositBy(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const now = terms.deposit?.value;
  const times = TIMES.find(([words]) => words.test(part))?.[1];
  if (times !== undefined && now && !/\d/.test(part)) {
    const next = by(now, times);
    return next && isSound(next, terms) ? { patch: { deposit: next }, builds: true } : askSize([], terms);
  }
  const [up, down] = [UP.test(part) || RAISES.test(part), DOWN.test(part) || LOWERS.test(part)];
  const [share, ...shares] = sharesIn(part);
  const [sum, ...sums] = sumsIn(part, terms, context);
  if (up === down || sum?.foreign) return OF_DEPOSIT.test(part) ? askOfWhat(part, terms) : undefined;
  if (shares.length + sums.length > 0 || (share === undefined && !sum) || saysWhat(part, sum)) return undefined;
  return changedBy({ part, sign: up ? 1 : -1, share, sum }, terms);
}

/** A share of the deposit; what else costs one is no size of it. */
function askOfWhat(part: string, terms: Terms): Read {
  const now = terms.deposit?.value;
  const half = /^(?:please |only |just )*half\b/i.test(part) && now ? by(now, 50_000) : undefined;
  return askSize(half ? [half, { kind: 'share', percentMilli: 50_000 }] : [], terms, OF_WHAT);
}

/** Whether the words before the figure say what the deposit should be, and not by how much it changes. */
function saysWhat(part: string, sum: Sum | undefined): boolean {
  const before = part.slice(
    0,
    sum ? sum.amount.start : part.search(/[\d.,]+ ?(?:%|percent)|(?:an? |one |two )?(?:third|quarter|half)/i),
  );
  return (
    (TO_THAT.test(before) && !/\b(?:of|um|de) a $/i.test(before)) ||
    /\b(?:with|add|plus) (?:an? |the )?(?:\p{L}+ )?deposit\b/iu.test(part)
  );
}

type By = {
  readonly part: string;
  readonly sign: 1 | -1;
  readonly share: number | undefined;
  readonly sum: Sum | undefined;
};

function changedBy({ part, sign, share, sum }: By, terms: Terms): Read | undefined {
  const now = terms.deposit?.value;
  const shifted = (milli: number): Deposit | undefined =>
    now?.kind === 'share' ? { kind: 'share', percentMilli: now.percentMilli + sign * milli } : undefined;
  const points = pointsIn(part);
  if (points !== undefined) {
    const next = shifted(points);
    const sure = next && isSound(next, terms) && !VAGUE.test(part);
    return sure ? { patch: { deposit: next }, builds: true } : askSize([next], terms);
  }
  const plainBy = /\bby\b/i.test(part);
  if (share !== undefined) {
    const whole: Deposit = { kind: 'share', percentMilli: share };
    return askSize([shifted(share), now && by(now, 100_000 + sign * share), plainBy ? undefined : whole], terms);
  }
  if (!sum || !now) return undefined;
  const next: Deposit = { kind: 'sum', minor: depositOf(terms).minor + BigInt(sign) * sum.sum.minor };
  if (now.kind === 'sum' && plainBy && !VAGUE.test(part) && isSound(next, terms))
    return { patch: { deposit: next }, builds: true };
  const bare = sum.amount.currency === undefined ? shifted(Number(sum.sum.minor) * 10) : undefined;
  return askSize([bare, next, plainBy ? undefined : { kind: 'sum', minor: sum.sum.minor }], terms);
}

/** Asks for the size, with those that a deposit can have as answers, each once. */
function askSize(
  all: readonly (Deposit | undefined)[],
  terms: Terms,
  sentence = 'What exactly should the deposit be?',
): Read {
  const sound = all.flatMap((value) => (value && isSound(value, terms) ? [value] : []));
  const sizes = sound.map((deposit) => ({ label: labelOf(deposit, terms), patch: { deposit } }));
  const choices = sizes.filter(({ label }, at) => at === sizes.findIndex((one) => one.label === label));
  return ask(sentence, choices, 'deposit');
}

function by(now: Deposit, milli: number): Deposit | undefined {
  const times = (value: bigint) => scale(value, BigInt(milli), 100_000n);
  if (now.kind === 'share') return { kind: 'share', percentMilli: Number(times(BigInt(now.percentMilli))) };
  return now.kind === 'none' ? undefined : { kind: 'sum', minor: times(now.minor) };
}

function isSound(value: Deposit, { fee }: Terms): boolean {
  if (value.kind === 'share') return value.percentMilli > 0 && value.percentMilli <= 100_000;
  return value.kind === 'sum' && value.minor > 0n && (!fee || value.minor <= fee.value.minor);
}

function labelOf(value: Deposit, terms: Terms): string {
  if (value.kind === 'none') return 'No deposit';
  const words =
    value.kind === 'share' ? shareWords(value.percentMilli) : formatMoney(money(value.minor, currencyIn(terms)));
  return `Deposit: ${words}`;
}

import { formatMoney, money, scale } from '../shared/money.ts';
import { ask, type ChangeContext, type Read } from './change.ts';
import { pointsIn, sharesIn, sumsIn, VAGUE } from './change-figures.ts';
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
  const values = (all: readonly (Deposit | undefined)[]) =>
    all.flatMap((value) => (value && sound(value, terms) ? [value] : []));
  const asked = (all: readonly Deposit[], sentence = 'What exactly should the deposit be?') =>
    ask(
      sentence,
      all
        .filter((value, at) => at === all.findIndex((one) => labelOf(one, terms) === labelOf(value, terms)))
        .map((value) => ({ label: labelOf(value, terms), patch: { deposit: value } })),
      'deposit',
    );
  const times = TIMES.find(([words]) => words.test(part))?.[1];
  if (times !== undefined && now && !/\d/.test(part)) {
    const [next] = values([by(now, times)]);
    return next ? { patch: { deposit: next }, builds: true } : asked([]);
  }
  const [up, down] = [UP.test(part) || RAISES.test(part), DOWN.test(part) || LOWERS.test(part)];
  const [share, ...shares] = sharesIn(part);
  const [sum, ...sums] = sumsIn(part, terms, context);
  if (up === down || sum?.foreign) {
    if (!OF_DEPOSIT.test(part)) return undefined;
    // What else costs a share of the deposit is no size of it.
    const half = /^(?:please |only |just )*half\b/i.test(part) && now ? by(now, 50_000) : undefined;
    return asked(values(half ? [half, { kind: 'share', percentMilli: 50_000 }] : []), OF_WHAT);
  }
  const points = pointsIn(part);
  if (shares.length + sums.length > 0 || (share === undefined && !sum)) return undefined;
  const before = part.slice(
    0,
    sum ? sum.amount.start : part.search(/[\d.,]+ ?(?:%|percent)|(?:an? |one |two )?(?:third|quarter|half)/i),
  );
  if (
    (TO_THAT.test(before) && !/\b(?:of|um|de) a $/i.test(before)) ||
    /\b(?:with|add|plus) (?:an? |the )?(?:\p{L}+ )?deposit\b/iu.test(part)
  )
    return undefined;
  const sign = up ? 1 : -1;
  const shifted = (milli: number): Deposit | undefined =>
    now?.kind === 'share' ? { kind: 'share', percentMilli: now.percentMilli + sign * milli } : undefined;
  if (points !== undefined) {
    const [next] = values([shifted(points)]);
    return next && !VAGUE.test(part) ? { patch: { deposit: next }, builds: true } : asked(next ? [next] : []);
  }
  const plainBy = /\bby\b/i.test(part);
  if (share !== undefined) {
    const whole: Deposit = { kind: 'share', percentMilli: share };
    return asked(values([shifted(share), now && by(now, 100_000 + sign * share), plainBy ? undefined : whole]));
  }
  if (!sum || !now) return undefined;
  const minor = depositOf(terms).minor + BigInt(sign) * sum.sum.minor;
  const next: Deposit = { kind: 'sum', minor };
  if (now.kind === 'sum' && plainBy && !VAGUE.test(part) && sound(next, terms))
    return { patch: { deposit: next }, builds: true };
  const bare = sum.amount.currency === undefined ? shifted(Number(sum.sum.minor) * 10) : undefined;
  return asked(values([bare, next, plainBy ? undefined : { kind: 'sum', minor: sum.sum.minor }]));
}

function by(now: Deposit, milli: number): Deposit | undefined {
  const times = (value: bigint) => scale(value, BigInt(milli), 100_000n);
  if (now.kind === 'share') return { kind: 'share', percentMilli: Number(times(BigInt(now.percentMilli))) };
  return now.kind === 'none' ? undefined : { kind: 'sum', minor: times(now.minor) };
}

function sound(value: Deposit, { fee }: Terms): boolean {
  if (value.kind === 'share') return value.percentMilli > 0 && value.percentMilli <= 100_000;
  return value.kind === 'sum' && value.minor > 0n && (!fee || value.minor <= fee.value.minor);
}

function labelOf(value: Deposit, terms: Terms): string {
  if (value.kind === 'none') return 'No deposit';
  const words =
    value.kind === 'share' ? shareWords(value.percentMilli) : formatMoney(money(value.minor, currencyIn(terms)));
  return `Deposit: ${words}`;
}

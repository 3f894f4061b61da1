import { lengthsIn } from '../briefs/agreed/lengths.ts';
import { formatMoney, money, scale } from '../shared/money.ts';
import { isSame } from '../shared/same.ts';
import { cut } from '../shared/typed.ts';
import { ask, type ChangeContext, type Choice, type Read } from './change.ts';
import { pointsIn, sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { isLowered, isRaised, saysTo } from './change-price.ts';
import { movingLine } from './moving-line.ts';
import { currencyIn, type Terms } from './terms.ts';
import type { MovingFee, Rescheduling } from './tiers.ts';

const FEE = /fees?(?![\p{L}])|charge|costs?(?![\p{L}])|price|gebühr|frais|expenses|recargo|tarifa|coste/iu;
const DOUBLE = /(?<![\p{L}])(?:double|verdoppel\p{L}*|doubler|duplicar|duplicad\p{L}*)(?![\p{L}])/iu;
const HALF =
  /(?<![\p{L}])(?:halve|(?:cut|reduce|lower)\p{L}* [^.;]*(?:in|by) half|(?:in|by) half|halbier\p{L}*|(?:de|par) moitié|(?:a|por) la mitad|by (?:the )?half)(?![\p{L}])/iu;
/** Half of what moving costs, and not half of the price. */
const HALF_FEE =
  /^(?:please |only |just )*half (?:of )?(?:the |of the )?(?:moving|rescheduling|postponement|date[- ]change|change) (?:fee|charge|costs?)(?![\p{L}])/iu;
const MORE_FREE =
  /(?<![\p{L}])(?:(?:one|an(?:other)?|(?<two>two)) (?:more )?(?:additional |extra |further )?free (?:move|reschedul|date change|postpone)\p{L}*|free (?:once|(?<twice>twice)) more)(?![\p{L}])/iu;

/** Characters: Slack holds 75 on an answer. */
const LABEL_MAX = 70;

/** What moving would cost, as an answer in the words of the card. */
export function movingChoice(said: Rescheduling, terms: Terms): Choice {
  const line = movingLine(said, (minor) => formatMoney(money(minor, currencyIn(terms))));
  return { label: cut(`Moving: ${line}`, LABEL_MAX), patch: { rescheduling: said } };
}

type By = (fee: MovingFee) => MovingFee | undefined;

/** What the fee for moving is changed by: a sum, points, a share, double or half. Words that can mean two of them are asked. */
export function readMovingBy(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const stands: Rescheduling = terms.rescheduling?.value ?? {};
  const free = MORE_FREE.exec(part)?.groups;
  if (free && /\b(?:more|another|additional|extra|further)\b/i.test(part)) return moreFree(stands, free, terms);
  const ways = waysIn(part, terms, context);
  if (!ways) return undefined;
  if (!stands.fee)
    return ask(
      'The contract has no fee for moving the date yet. Say what it should be, like “once free with 14 days’ notice, otherwise 25%”.',
      [],
      'rescheduling',
    );
  const all = ways
    .flatMap((way) => changedBy(stands, way))
    .filter((said, at, those) => at === those.findIndex((one) => isSame(one, said)));
  const [only, ...more] = all;
  if (only && more.length === 0 && !VAGUE.test(part)) return { patch: { rescheduling: only }, builds: true };
  return ask(
    'What exactly should moving the date cost?',
    all.slice(0, 4).map((said) => movingChoice(said, terms)),
    'rescheduling',
  );
}

/** The terms that a change comes to: with later steps it may be of all of them or of the first alone. */
function changedBy(stands: Rescheduling, by: By): Rescheduling[] {
  const fee = stands.fee && by(stands.fee);
  if (!fee) return [];
  if (!stands.tiers) return [{ ...stands, fee }];
  const tiers = stands.tiers.flatMap(({ within, unit, percentMilli, minor }) => {
    const next = by(minor === undefined ? { percentMilli: percentMilli ?? 0 } : { minor });
    return next ? [{ within, unit, ...next }] : [];
  });
  return [...(tiers.length === stands.tiers.length ? [{ ...stands, fee, tiers }] : []), { ...stands, fee }];
}

/** Each thing that the words can mean; undefined where they change nothing by something. */
function waysIn(part: string, terms: Terms, context: ChangeContext): By[] | undefined {
  if (DOUBLE.test(part)) return [times(2n, 1n)];
  if (HALF_FEE.test(part)) return [times(1n, 2n)];
  if (HALF.test(part)) return [times(1n, 2n)];
  const plain = part.replace(/\b(?:more|less|fewer|higher|lower) than\b/gi, ' ');
  const [up, down] = [isRaised(plain), isLowered(plain)];
  const points = pointsIn(part);
  if (up === down)
    return points !== undefined || /\bby (?=[€$£]|EUR|USD|GBP|[\d.,]+ ?(?:%|$))/i.test(part) ? [] : undefined;
  const sign = up ? 1 : -1;
  if (points !== undefined) return [byPoints(sign * points)];
  const [sums, shares] = [sumsIn(part, terms, context), sharesIn(part)];
  const [sum, share] = [sums[0], shares[0]];
  if (sums.length + shares.length === 0) return FEE.test(part) && lengthsIn(part).length === 0 ? [] : undefined;
  if (sums.length + shares.length > 1 || sum?.foreign) return [];
  const before = part.slice(0, sum ? sum.amount.start : part.search(/[\d.,]+ ?(?:%|percent)/));
  if (saysTo(before) && !(share !== undefined && / a $/i.test(before))) return undefined;
  if (sum) return [bySum(BigInt(sign) * sum.sum.minor)];
  const milli = sign * (share ?? 0);
  const ways = [byPoints(milli), byShare(milli)];
  return / a $/i.test(before) ? [...ways, () => ({ percentMilli: share ?? 0 })] : ways;
}

const sound = (fee: MovingFee): MovingFee | undefined =>
  'minor' in fee
    ? fee.minor > 0n
      ? fee
      : undefined
    : fee.percentMilli >= 1 && fee.percentMilli <= 100_000
      ? fee
      : undefined;
const times =
  (by: bigint, of: bigint): By =>
  (fee) =>
    sound(
      'minor' in fee
        ? { minor: scale(fee.minor, by, of) }
        : { percentMilli: Number(scale(BigInt(fee.percentMilli), by, of)) },
    );
const byShare = (milli: number): By => times(100_000n + BigInt(milli), 100_000n);
const byPoints =
  (milli: number): By =>
  (fee) =>
    'minor' in fee ? undefined : sound({ percentMilli: fee.percentMilli + milli });
const bySum =
  (minor: bigint): By =>
  (fee) =>
    'minor' in fee ? sound({ minor: fee.minor + minor }) : undefined;

function moreFree(stands: Rescheduling, groups: Record<string, string | undefined>, terms: Terms): Read {
  const more = groups.two || groups.twice ? 2 : 1;
  if (stands.free === null || (stands.free === 0 && !stands.fee))
    return ask(
      'Say how often moving the date should be free, like “twice free with 14 days’ notice”.',
      [],
      'rescheduling',
    );
  return ask(
    'How often should moving the date be free in all?',
    [movingChoice({ ...stands, free: (stands.free ?? 1) + more }, terms)],
    'rescheduling',
  );
}

import type { Deposit } from '../../contracts/terms.ts';
import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';

/** A named part of the price: a share of it in thousandths of a percent, or a sum in minor units. */
export type Milestone = { label: string; percentMilli?: number; minor?: bigint; dueOn?: string };

/** A share or a sum where it stands; the rest is what the others leave of the price. */
export type Worth = Span & { readonly percentMilli?: number; readonly minor?: bigint; readonly rest?: true };

/** A part as the brief names it: where its name stands, whether that is only a day, and whether it is paid before the work. */
export type Part = Milestone & { readonly at?: Span; readonly dated?: true; readonly ahead?: true };

export type PartsReading = {
  readonly parts: readonly Part[];
  /** The figures, and those with the names around them. */
  readonly span: Span;
  readonly quote: Span;
  /** What keeps them from standing in the terms: they do not make up the price, nothing says when each is due, or one was paid. */
  readonly open?: 'sum' | 'names' | 'paid';
};

const WHOLE_MILLI = 100_000n;
/** Shares that thousandths of a percent can't hold: three thirds are 99.999 %. */
const INEXACT = [33_333, 66_667, 16_667];

/** What parts come to: thousandths of a percent of the price, or minor units. */
export const sumOfParts = (parts: readonly Worth[] | readonly Milestone[]): bigint =>
  parts.reduce((all, { minor, percentMilli }) => all + (minor ?? BigInt(percentMilli ?? 0)), 0n);

/** What all parts together must come to, in the unit that they are said in. */
export const wholeOf = (parts: readonly (Worth | Milestone)[], fee: bigint | undefined): bigint | undefined =>
  parts.some(({ minor }) => minor !== undefined) ? fee : WHOLE_MILLI;

/** Whether parts make up the price: to the unit, but for thirds and sixths. */
export function makesWhole(parts: readonly Worth[] | readonly Milestone[], fee: bigint | undefined): boolean {
  const whole = wholeOf(parts, fee);
  if (whole === undefined) return false;
  const thirds = parts.filter(({ percentMilli }) => INEXACT.includes(percentMilli ?? 0)).length;
  const off = whole - sumOfParts(parts);
  return (off < 0n ? -off : off) <= BigInt(thirds);
}

/** Equal parts of a price: shares where they are exact enough, else sums of which the last takes what is left. */
export function equalParts(count: number, fee: bigint | undefined): Pick<Milestone, 'percentMilli' | 'minor'>[] {
  const share = count === 3 ? 33_333 : count === 6 ? 16_667 : 100_000 / count;
  if (Number.isInteger(share)) return Array.from({ length: count }, () => ({ percentMilli: share }));
  if (fee === undefined) return [];
  const each = fee / BigInt(count);
  return Array.from({ length: count }, (_, at) => ({ minor: at < count - 1 ? each : fee - each * BigInt(count - 1) }));
}

const AHEAD_NAME = lettered(
  `^(?:signing|signature|deposit|up-? ?front|in advance|advance|booking|order|kick-?off|start|beginning|now|today|contract)$`,
  'iu',
);
export const isAheadName = (label: string): boolean => AHEAD_NAME.test(label);

/**
 * Parts as the terms hold them: the first one, where it is paid before the work and no day is named for it, is the deposit, which
 * the signature asks for; a part that only has a day is called by its place.
 */
export function partsAsTerms(parts: readonly Part[]): { deposit: Deposit | undefined; milestones: Milestone[] } {
  const [first] = parts;
  const ahead = first?.ahead && !first.dueOn && parts.length > 1;
  const deposit: Deposit | undefined = !ahead
    ? undefined
    : first.minor !== undefined
      ? { kind: 'sum', minor: first.minor }
      : { kind: 'share', percentMilli: first.percentMilli ?? 0 };
  const named = parts.map(({ at: _at, ahead: _ahead, dated, ...part }, at) => ({
    ...part,
    label: dated || !part.label ? `Payment ${at + 1}` : part.label,
  }));
  return { deposit, milestones: ahead ? named.slice(1) : named };
}

import type { ConditionReading } from '../conditions/conditions.ts';
import type { Span } from '../passages/text.ts';
import type { MoneyReading } from './money.ts';
import type { PartsReading } from './parts.ts';
import type { Share } from './share-scan.ts';
import type { ShareReading } from './shares.ts';
import { isTaxRate } from './tax.ts';

/** What a plan of payments says of the first one, nothing else needs to ask. */
export function besidePlan(share: ShareReading, plan: PartsReading | undefined): ShareReading {
  const told = plan?.open === 'sum' ? 'brief.deposit-several' : plan?.parts[0]?.ahead && 'brief.deposit-unsaid';
  return { ...share, notes: share.notes.filter(({ code }) => code !== told) };
}

/** What may be a deposit: of a plan nothing, and of one that does not add up nothing that stands in it. A tax rate stays one. */
export function outsidePlan(
  text: string,
  plan: PartsReading | undefined,
  parts: { start: number; end: number } | undefined,
  { shares, money }: { shares: Share[]; money: MoneyReading },
): [Share[], MoneyReading] {
  if (!plan || plan.open === 'names') return [shares, money];
  const isBeside = ({ start, end }: Share) => plan.open && parts && (end <= parts.start || start >= parts.end);
  const beside = shares.filter((share) => isBeside(share) || isTaxRate(text, share));
  return [beside, outside(money, parts)];
}

/** "A third thirty days later" is a part of the price, and no time to pay. */
export function withoutPlanned(conditions: ConditionReading, plan: PartsReading | undefined): ConditionReading {
  const { netDays, ...found } = conditions.found;
  const span = conditions.spans.find(({ text }) => text === netDays?.quote);
  return span && plan?.parts.some(({ at }) => at?.start === span.start) ? { ...conditions, found } : conditions;
}

/** A part of the price is no deposit besides. */
function outside(money: MoneyReading, parts: { start: number; end: number } | undefined): MoneyReading {
  const kept = money.deposits.map((span) => !parts || span.end <= parts.start || span.start >= parts.end);
  return {
    ...money,
    deposits: money.deposits.filter((_, at) => kept[at]),
    depositSums: money.depositSums.filter((_, at) => kept[at]),
  };
}

/** How far behind the last part the day of it may stand. */
const TAIL = 40;

/** Where the brief splits the price, with the day that may follow the last part. */
export function withTail(text: string, { start, end }: Span): { start: number; end: number } {
  const stop = text.slice(end, end + TAIL).search(/[.;](?=\s|$)|\n/);
  return { start, end: end + (stop < 0 ? TAIL : stop) };
}

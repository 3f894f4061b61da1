import { lettered } from '../passages/letters.ts';
import { passageOf } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';
import type { Placed } from './date-roles.ts';

const SOURCE = String.raw`(?:according to|laut|selon|d['’]après|según) (?:the |my |our |her |his |der |dem |meiner? |le |la |mon |ma |el |mi )?[\p{L}]`;
const BEFORE = lettered(String.raw`(?<![\p{L}])${SOURCE}[^;.\n]{0,50}$`, 'iu');
const BEHIND = lettered(`^ ?${SOURCE}`, 'iu');

/** "30 November according to Lidia, according to Jacob 15 November": days that two people name mean the same, and are asked. */
export function withRivals(placed: readonly Placed[], said: string, source: (span: Span) => Span): Placed[] {
  const told = placed.map(({ mention }) => {
    const day = source(mention);
    const { lead, rest } = passageOf(said, day);
    return mention.day !== undefined && (BEFORE.test(lead.slice(-70)) || BEHIND.test(rest.slice(0, 30)));
  });
  const rivals = placed.filter((_, at) => told[at]);
  const role = rivals.find((one) => one.role !== 'open' && one.role !== 'other')?.role;
  if (!role || new Set(rivals.map(({ mention }) => mention.day)).size < 2) return [...placed];
  // What was learned does not know whom to believe.
  return placed.map((one, at) => (told[at] ? { mention: one.mention, role, strong: true, bare: false } : one));
}

import { isNumberWord } from '../languages/number-words.ts';
import { type Span, wordsBefore } from '../passages/text.ts';
import { isMade } from '../scope/things.ts';

/** The first figure may be written in a way that counts as none: "between 2 000 and 3 000 euros". */
const FIGURE = /\b(?:between|from) [\d.,'’ ]{1,12}k? ?(?:€|[a-z]{3,6})? ?(?:and|to|-|–) ?$/;
const JOINS =
  /(?:^|[\s(])(\p{L}+)(?:[ -](?:hundred|thousand|grand|k|hundert|tausend|cents?|mille|mil))? (?:and|to|or|bis|by|und|oder|et|ou|o|u|y|à|a|or (?:maybe|even|perhaps))(?: (?:about|maybe))? ?$/u;
const OPENS = /\b(?:between|zwischen|entre)\b/;

/** Whether an amount is the upper end of a range whose lower end is in words: "six to eight grand", "between six and 8k". */
export function endsRange(text: string, amount: Span): boolean {
  const before = wordsBefore(text, amount, 60);
  if (FIGURE.test(before)) return true;
  const joined = JOINS.exec(before);
  if (!joined) return false;
  const [, word = ''] = joined;
  // "And" joins two prices as well as the ends of a range.
  const plain = /\b(?:and|und|et|y) ?$/.test(before);
  return isNumberWord(word) && (!plain || OPENS.test(before));
}

/** "Between 20 and 30 edited images": what is counted is handed over, and nothing is paid with it. */
export function countsThings(text: string, { end }: Span, currency: string | undefined): boolean {
  const words =
    /^(?: \p{L}[\p{L}-]+){1,3}/u
      .exec(text.slice(end, end + 60))?.[0]
      .trim()
      .split(' ') ?? [];
  return !currency && words.some((word) => isMade(word));
}

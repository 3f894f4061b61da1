import { type Deliverable, deliverableWords } from '../../contracts/deliverable.ts';
import type { Language } from '../languages/language.ts';
import { LETTERS, lettered } from '../passages/letters.ts';
import type { Note } from '../passages/text.ts';
import { nounPhraseAt } from './noun-phrase.ts';

const RANGE = lettered(
  String.raw`(?<![\p{L}\d.,/:€$£-])(?:(?:between|zwischen|entre) (?<from>\d{1,4}) (?:and|und|et|y) (?<to>\d{1,4})|(?<low>\d{1,4})(?: ?[-–—] ?| (?:to|or|bis|oder|à|ou|a|o) )(?<high>\d{1,4})) (?=[\p{L}])`,
  'giu',
);
/** What a range is of that nobody hands over, or where it is there already. */
const NOT_HANDED = new RegExp(
  `(?<![${LETTERS}])(?:about|choose from|from our|existing|have|sent|already|haben|schon|avons|déjà|tenemos|ya) $`,
  'iu',
);

/** "20-30 photos", "between 20 and 30 images": how many there are is open, so it is asked with both ends. */
export function rangeNote(
  said: string,
  rest: string,
  listed: readonly Deliverable[],
  language: Language,
): Note | undefined {
  for (const match of rest.matchAll(RANGE)) {
    const { from, to, low = from, high = to } = match.groups ?? {};
    const [least, most] = [Number(low), Number(high)];
    if (!(least > 0 && most > least) || NOT_HANDED.test(rest.slice(0, match.index).slice(-24))) continue;
    const behind = rest.slice(match.index + match[0].length).split(/[\n█]/)[0] ?? '';
    const counted = `${most} ${behind}`.slice(0, 130);
    const phrase = nounPhraseAt(counted, language);
    if (!phrase?.made) continue;
    const name = counted.slice(`${most} `.length, phrase.end).replace(/[\s,.;]+$/, '');
    const start = match.index;
    const quote = said.slice(start, start + match[0].length + name.length);
    const others = listed.map(deliverableWords).filter((line) => !line.includes(name));
    const answers = [least, most].map((count) => ({
      label: `${count} ${name}`.slice(0, 70),
      set: { deliverables: [`${count} ${name}`, ...others].join('\n') },
    }));
    const sentence = `“${quote}” is a range. How many does the client get?`;
    return { code: 'brief.deliverables', field: 'deliverables', sentence, quote, answers };
  }
  return undefined;
}

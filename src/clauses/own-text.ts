import { unprintable } from '../documents/fonts.ts';
import { CURRENCIES } from '../shared/money.ts';
import { holdsLink } from '../shared/typed.ts';
import { unseenIn } from './inert.ts';
import { checkLiquid, type LineProblem } from './own-liquid.ts';

export type { LineProblem };

const TEXT_MAX = 4_000;
const LINES_MAX = 80;

const NO_LINKS = 'Contracts hold no links: what is behind one can change. Write what it says.';
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<[a-z/!?]/i, 'Contracts hold no HTML. Write the words alone; **bold** and lists with “- ” are there.'],
  [/!\[/, 'Contracts hold no images. Describe in words what the picture shows.'],
  [/\]\(|\]\[|^\s*\[[^\]]*\]:/, NO_LINKS],
  [/^\s{0,3}#{1,6}(?:\s|$)/, 'The title has a field of its own. Take out the “#”.'],
  [/^\s{0,3}>/, 'Contracts hold no quotations. Take out the “>” at the beginning.'],
  [/`/, 'Take out the “`”: contracts hold no code.'],
  [/^\s*\|.*\|/, 'Contracts hold no tables. Write a list, each line beginning with “- ”.'],
  [/&#?\w+;/, 'Write the character itself, not its HTML name.'],
];

/** Everything that keeps a text from being a clause; each with what to do. */
export function checkOwnText(text: string, pointers: readonly string[]): LineProblem[] {
  const lines = text.split('\n');
  if (text.length > TEXT_MAX || lines.length > LINES_MAX) {
    const room = `${TEXT_MAX.toLocaleString('en')} characters and ${LINES_MAX} lines`;
    return [{ line: 1, sentence: `A clause has room for ${room}. Make two clauses of it.` }];
  }
  const problems = lines.flatMap((line, index): LineProblem[] => {
    if (unseenIn(line))
      return [
        { line: index + 1, sentence: 'Held characters that can’t be seen. They are taken out: read it once more.' },
      ];
    const sentence =
      unprintable(line) ??
      (holdsLink(line) ? NO_LINKS : undefined) ??
      MARKUP.find(([pattern]) => pattern.test(line))?.[1];
    return sentence ? [{ line: index + 1, sentence }] : [];
  });
  return [...problems, ...checkLiquid(text, pointers)].sort((a, b) => a.line - b.line).slice(0, 10);
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const CODE = `(?:${CURRENCIES.join('|')}|[€$£¥])`;
const FIGURE = '\\d(?:[\\d.,’]*\\d)?';
const typed = (pattern: string, sentence: string) => [new RegExp(pattern, 'gi'), sentence] as const;

const TYPED = [
  typed(
    `\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}\\.? ${MONTH}\\b(?: \\d{4})?|\\b${MONTH} \\d{1,2}\\b`,
    'is a date. If it is one of the contract’s, write {{ startOn }}, {{ endOn }} or {{ bookingOn }}',
  ),
  typed(
    `${CODE} ?${FIGURE}|${FIGURE} ?${CODE}(?![a-z])`,
    'is a sum. If it is one of the contract’s, write {{ total }} or {{ depositSum }}',
  ),
  typed(
    `${FIGURE} ?(?:%|percent\\b|per cent\\b)`,
    'is a percentage. If it is the deposit’s or the tax’s, write {{ depositShare }} or {{ taxRate }}',
  ),
  typed(
    `${FIGURE} (?:days?|weeks?|months?|hours?)\\b`,
    'is a time. If it is one of the contract’s, write {{ payWithin }} or {{ noticeSpan }}',
  ),
  typed(FIGURE, 'is a number. If the terms say it too, write its name in {{ }}'),
];

/** Figures that were typed where the terms may say others: allowed, but worth a second look. */
export function figuresIn(text: string): LineProblem[] {
  return text.split('\n').flatMap((whole, index) => {
    let line = whole.replace(/\{\{.*?\}\}|\{%.*?%\}/g, '').replace(/^\s*\d+[.)]\s/, '');
    return TYPED.flatMap(([pattern, sentence]): LineProblem[] => {
      const [first] = line.match(pattern) ?? [];
      line = line.replace(pattern, ' ');
      return first ? [{ line: index + 1, sentence: `“${first.trim()}” ${sentence}, so that both always agree.` }] : [];
    });
  });
}

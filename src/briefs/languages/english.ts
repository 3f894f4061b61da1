import { CLOCKS } from './clock-words.ts';
import type { Lexicon } from './language.ts';

const MONEY = [
  ['(?:pcm|p\\.c\\.m\\.|p/m|a calendar month(?!.s )|each calendar month)', 'per month'],
  ['(\\d{1,2}) ?wks?', '$1 weeks'],
  ['/ ?(?:mo|mth|mnth|month)\\.?|a mo(?=[ ,.;]|$)|(?<=[£$€] ?\\d[\\d.,]{0,8} ?)pm', 'per month'],
  ['(?:p\\.?a\\.?|per annum)(?= |,|\\.|$)', 'per year'],
  ['(?:in|within) (?:a|one) fortnight', 'in two weeks'],
  ['(\\d{1,3})[- ]?d(?= (?:net|terms))', '$1 days'],
  ['(?:booking|reservation|commitment|holding) fee', 'deposit'],
  ['retainer (?=(?:to|that) (?:hold|secure|book|reserve|confirm))', 'deposit '],
  [
    '(?:balance|remainder|the rest|rest|remaining)(?: (?:due|payable|paid))? (?:is )?(?:with)?in (\\d{1,3}) days',
    'balance payable within $1 days',
  ],
  ['(\\d{1,3})[- ]days? (?:payment )?terms?', '$1 days payment terms'],
  ['(?:our|my|your|their)? ?(?:standard )?(?:payment )?terms? (?:are|is|=|:) net (\\d{1,3})', 'net $1'],
  ['inc\\.? (?=(?:gst|vat|hst|tax)(?:[^\\p{L}]|$))', 'incl. '],
  ['plus (?:an? )?(?:(\\d{1,2}) ?% )?(gst|hst|pst|sales tax)', 'plus $1 % $2'],
] as const;

const WORK = [
  ['(?:cancell?able|terminable) (?:with|on|by|at) (\\d{1,3}) (days|weeks|months)(?= |,|\\.|$)(?! notice| ?.? notice)', '$1 $2 notice'],
  ['for (?:Mr|Mrs|Ms|Miss|Mx)\\.?(?= \\p{Lu})', 'for person'],
  ['for the (\\p{Lu}\\p{L}+) family', 'for family $1'],
  ...(['once', 'twice'] as const).map(
    (times, at) => [`(?:change|revise|amend|correct|edit|tweak|adjust)s? (?:it|them|things|everything|the \\p{L}+) ${times}`, `${at + 1} rounds of revisions`] as const,
  ),
  ['(?:two|2) goes at (?:changes|edits|it)', '2 rounds of revisions'],
  ['(?<=(?:by|on|due|deadline|before|until|from|start|starting|ready|back|delivery|is|for):? )(1[3-9]|2\\d|3[01])/(\\d{1,2})(?!/|\\d| ?%)', '$1.$2.'],
  ['w/', 'with'],
  ['b/w', 'between'],
  ['(\\d{1,2}|an?|one|two|three|four|five|six) (?:tweaks?|amends|(?:sets?|rounds?|passes|lots|batches) of (?:tweaks?|amends|changes|edits|revisions|corrections|feedback|alterations|amendments))', '$1 rounds of revisions'],
  ['(\\d{1,2}|an?|one|two|three|four|five|six) (?:tweak|amend|feedback|edit|correction|change) (?:rounds?|cycles?|loops?)', '$1 rounds of revisions'],
  ['(?:asap|a\\.s\\.a\\.p\\.|as soon as (?:possible|we can|you can|they can)|right away|straight away)', 'soon'],
] as const; // biome-ignore format: a lexicon reads better in rows

/** How people write English when they do not write a contract: short forms and everyday words, put into the readers' own. */
export const ENGLISH: Lexicon = { marks: '', rules: [...CLOCKS.en, ...MONEY, ...WORK] };

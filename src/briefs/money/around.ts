import { type Span, wordsAfter, wordsBefore } from '../passages/text.ts';

/** What stands around an amount, in lower case. */
export type Around = {
  /** The words of the same stretch; in a bracket, those before the bracket when it opens with the amount. */
  readonly before: string;
  readonly after: string;
  /** What the line says it is about: "fee" in "Fee (agreed): £900", "total" in "| Total | 900 |"; empty without such. */
  readonly label: string;
  /** The sentence or line, and the part of it before the amount. */
  readonly sentence: string;
  readonly lead: string;
  /** The part of the sentence behind the amount. */
  readonly rest: string;
};

/** How far the eye goes to either side. */
const REACH = 160;
const STOP =
  /[.!?](?=\s)(?!\s(?:tage?s?|woche|monat)(?![a-z]))(?<!\b(?:ca|approx|aprox|env|evtl|ggf|bzw|nr|no|incl|inkl|excl|exkl|zzgl|max|min|mr|mrs|ms|dr|st|z|b|std)\.)|\n/gi;
const NEXT_STOP = new RegExp(STOP.source, 'i');
const LABEL =
  /^[\s>*•·▪◦–—.-]*(?:\(?\d{1,2}[.)] ?|[a-z]\) ?)?(?:the |our |your )?(\p{L}[^:=\n]{0,48}?)(?: ?\([^)\n]{0,40}\))? ?(?::|=|\.{3,}|→|->)[\s*_]*/iu;

export function aroundOf(text: string, span: Span): Around {
  const behind = text.slice(Math.max(0, span.start - REACH), span.start);
  let from = 0;
  for (const match of behind.matchAll(STOP)) from = match.index + match[0].length;
  const ahead = text.slice(span.end, span.end + REACH);
  const to = NEXT_STOP.exec(ahead)?.index ?? ahead.length;
  const lead = behind.slice(from).toLowerCase();
  return {
    before: beforeOf(text, span),
    after: wordsAfter(text, span, 60),
    label: labelOf(text, span),
    sentence: `${lead}${span.text}${ahead.slice(0, to)}`.toLowerCase(),
    lead,
    rest: ahead.slice(0, to).toLowerCase(),
  };
}

function beforeOf(text: string, span: Span): string {
  const before = wordsBefore(text, span);
  if (before.trim() !== '' || !/\(\s?$/.test(text.slice(Math.max(0, span.start - 2), span.start))) return before;
  const bracket = text.lastIndexOf('(', span.start);
  return wordsBefore(text, { start: bracket });
}

/** "Fee: 900", "Fee (agreed) = 900", "fee ..... 900", and the cells before it in a row of a table. */
function labelOf(text: string, span: Span): string {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  if (span.start - start > 200) return '';
  const line = text.slice(start, span.start);
  if (line.includes('|')) {
    const cells = line.split('|').map((cell) => cell.trim());
    return (cells.findLast((cell) => /\p{L}/u.test(cell) && cell !== cells.at(-1)) ?? '').toLowerCase();
  }
  const label = LABEL.exec(line);
  // Another figure between the label and this one has the label to itself.
  if (!label || /\d/.test(line.slice(label[0].length).replace(/\([^)]*\)/g, ''))) return '';
  return (label[1] ?? '')
    .toLowerCase()
    .replace(
      /\b(?:ex|excl|incl|plus|inc)\b\.? ?(?:\d{0,2} ?% ?)?(?:vat|gst|hst|tax)\b|\b(?:vat|gst|hst|tax) (?:extra|excluded|included)\b/,
      '',
    )
    .trim();
}

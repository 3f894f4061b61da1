import { lettered } from './letters.ts';
/** What stands around a figure in the words as written: its sentence to either side, its label and the question it answers. */
export type Passage = {
  readonly lead: string;
  readonly rest: string;
  /** "Payment terms" of "Payment terms: 30 days" or "| Payment terms | 30 days |"; empty without such. */
  readonly label: string;
  /** The question right before, as in a thread; empty without such. */
  readonly asked: string;
};

/** How far the eye goes to either side. */
const REACH = 150;
const ABBREVIATED =
  /(?:^|[\s(])(?:ca|approx|nr|no|incl|inkl|excl|exkl|zzgl|max|min|mr|mrs|ms|dr|st|std|z|b|h|re|tg|art|sr|sra|mme|m|p|hs|jrs?)$/i;

/** A line of a mail is wrapped no sooner than this; a shorter one is a point of a list. */
const WRAPPED = 48;

/** Where sentences end in a stretch of the brief: not at an abbreviation, nor where a mail wraps its lines. */
function stops(text: string, from = 0, to = text.length): number[] {
  return [...text.slice(from, to).matchAll(/[.!?;](?=\s|$)|\n/g)].flatMap(({ 0: mark, index }) => {
    const at = from + index;
    const whole =
      mark === '.' ? !ABBREVIATED.test(text.slice(Math.max(0, at - 8), at)) : mark !== '\n' || !isWrapped(text, at);
    return whole ? [at + 1] : [];
  });
}

const GOES_ON = lettered(String.raw`[\p{L}\d,]\n[\p{Ll}\d]`, 'u');
/** Points of a list, one below the other: short, without an end mark, and each begins like the middle of a sentence. */
const POINTS = lettered(
  String.raw`(?:^|\n)[^\n]{1,${WRAPPED}}(?<![.!?:;,])\n(?=[\p{Ll}\d][^\n]{0,${WRAPPED}}(?<![.!?:;,])\n[\p{Ll}\d])`,
  'u',
);
/** How far from it a line's neighbours tell whether it is of a list. */
const NEIGHBOURS = 300;

/** Whether a mail's line goes on in the next one: it is wide, ends inside a sentence, and does not stand in a list. */
export function isWrapped(text: string, at: number): boolean {
  return (
    at - text.lastIndexOf('\n', at - 1) > WRAPPED &&
    GOES_ON.test(text.slice(at - 1, at + 2)) &&
    !POINTS.test(text.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS))
  );
}

export function passageOf(text: string, { start, end }: { start: number; end: number }, reach = REACH): Passage {
  const near = Math.max(0, start - reach);
  const from = stops(text, near, start).at(-1) ?? near;
  const far = Math.min(text.length, end + reach);
  const [stop] = stops(text, end, far);
  return {
    lead: text.slice(from, start),
    rest: text.slice(end, stop === undefined ? far : stop - 1),
    label: labelOf(text, start),
    asked: ASKED.exec(text.slice(Math.max(0, from - 200), from))?.[1] ?? '',
  };
}

/** A question, and who answers it. */
const ASKED = /([^.!?\n]{3,140})\?[^.!?]{0,60}$/;
const LABEL = lettered(
  String.raw`^[\s>*•·▪◦→–—.-]*(?:\(?\d{1,2}[.)] ?|[a-z]\) ?)?(\p{L}[^:=\n|]{0,48}?) ?(?::|=|\.{3,}|→|->|\t|,(?=[^,]*$))`,
  'u',
);

function labelOf(text: string, start: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (start - from > 200) return '';
  const line = text.slice(from, start);
  if (!line.includes('|')) return LABEL.exec(line)?.[1] ?? '';
  const cells = line.split('|');
  const column = headOf(text, from, cells.length - 1);
  return `${cells.slice(0, -1).findLast((cell) => /\p{L}/u.test(cell)) ?? ''} ${column}`.trim();
}

/** What the first line of a table says of the column. */
function headOf(text: string, from: number, column: number): string {
  const rows = text
    .slice(Math.max(0, from - 600), from)
    .split('\n')
    .slice(0, -1);
  const first = rows.findLastIndex((row) => !row.includes('|')) + 1;
  return rows[first]?.split('|')[column]?.trim() ?? '';
}

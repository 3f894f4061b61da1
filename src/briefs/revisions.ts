import { type Terms, term } from '../contracts/terms.ts';
import { COUNT, countOf, type Note, type Span, spanOf } from './text.ts';
import { type Turn, turnsIn } from './turns.ts';

/** "Two", "2", "two (2)". */
const N = `(?<n>${COUNT})(?: ?\\(\\d{1,2}\\))?`;
/** "2-3 rounds", and no "480 – 2 rounds". */
const LOW = `(?:(?<low>${COUNT.replace('1,4', '1,2')}) ?(?:-|–|to|or|by|bis|oder|à|ou|a|o) ?)?`;
const CHANGE =
  '(?:revisions?|changes|amendments?|amends|edits?|corrections?|feedback|review|iterations?|tweaks?|alterations|comments)';
const ROUND = '(?:rounds?|loops?|cycles?|returns?)';
const OF = `(?: of (?:${CHANGE}|the|your|our|design|artwork|draft|copy|text|layout)(?: (?:${CHANGE}|and ${CHANGE}))*)?`;
/** "Two rounds of drinks" is none; "one extra round" is not what the price includes. */
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,€$£-])${LOW}${N} ?[x×]? ?(?:(?:free|included|full|complimentary|max\\.?) )*(?:(?:${CHANGE} )?${ROUND}${OF}(?! of )|${CHANGE} ?${ROUND}|revisions?|amendments?|iterations?|corrections|${ROUND.replace('rounds?', 'passes')} of ${CHANGE})(?![\\p{L}])`,
  'giu',
);
/** A line of a form: "Revisions: 3", "Corrections = 1 loop". */
const LABELLED = new RegExp(
  `(?<![\\p{L}\\d])(?:number of )?(?:(?:${CHANGE} )?rounds?(?: of ${CHANGE})?|${CHANGE})(?: rounds?)?(?: included| allowed)? ?[:=|] ?${N}(?![\\p{L}\\d.,%])`,
  'giu',
);
/** "Revisions - she said two." */
const SAID = new RegExp(
  `(?<![\\p{L}])(?:revisions|rounds|corrections|amends|edits)(?! of)(?:[^.;\\n\\d]|(?<= \\p{Lu})\\.){1,24}?\\b(?:said|says|told me|agreed(?: on)?|wants|are|is|=) ${N}(?= ?(?:[.,;\\n]|$|rounds?))`,
  'giu',
);
/** As many as there are, or nobody knows how many. */
const VAGUE = new RegExp(
  `(?<![\\p{L}])(?:(?:the )?usual (?:amount|number|rounds?) of|usual|as many|gewohnten|üblichen|habituelles|habituales|(?:the )?standard|unlimited|endless|as many|a few|some|several|a couple(?: of)?|multiple|ein paar|einige|mehrere|quelques|plusieurs|unos|unas|algun[ao]s|vari[ao]s|un par de) (?:(?:small|free|more) )?(?:rounds? of )?(?:${CHANGE}|rounds|loops|goes|tries|attempts|stabs|passes|versions)(?![\\p{L}])|(?<![\\p{L}])(?:revisions?|changes|edits|corrections|rounds) (?:until|till) (?:we|they|he|she|i)(?:'|’)?(?:re|s|m| are| is| am)? (?:happy|satisfied)|(?<![\\p{L}])(?:${CHANGE}|rounds of ${CHANGE}) ?: ?(?:∞|unlimited|endless|open|tbd|\\?|a few|several|as needed|illimité\\p{L}*|unbegrenzt\\p{L}*|ilimitad\\p{L}*)`,
  'iu',
);

/** How many rounds of revisions the price includes; a guess, a range or two different counts are asked. */
export function readRevisions(text: string): { found: Pick<Terms, 'revisions'>; notes: Note[]; spans: Span[] } {
  const matches = settled(
    [COUNTED, LABELLED, SAID].flatMap((pattern) => [...text.matchAll(pattern)]),
    turnsIn(text),
  );
  const spans = matches.map(spanOf);
  const counts = new Set(matches.map((match) => countOf(match.groups?.n ?? '')));
  const first = spans[0];
  const vague = VAGUE.exec(text)?.[0];
  const asked = (sentence: string, quote: string) => ({
    found: {},
    notes: [{ code: 'brief.revisions', field: 'revisions', sentence, quote } satisfies Note],
    spans,
  });
  if (vague && !first) return asked(`“${vague}” is no number; say how many rounds the price includes.`, vague);
  if (!first) return { found: {}, notes: [], spans };
  if (vague || counts.size > 1 || matches.some((match) => match.groups?.low))
    return asked('The brief names more than one number of revisions.', first.text);
  const [count] = counts;
  if (count === undefined || count > 50) return asked(`“${first.text}” can't be right.`, first.text);
  return { found: { revisions: term(count, 'brief', first.text) }, notes: [], spans };
}

/** In a thread the number said last counts, where the other side goes on without another one. */
function settled(matches: readonly RegExpExecArray[], turns: readonly Turn[]): readonly RegExpExecArray[] {
  const turnOf = ({ index }: RegExpExecArray) => turns.findIndex(({ start, end }) => index >= start && index < end);
  const last = Math.max(...matches.map(turnOf));
  const speaker = turns[last]?.who;
  const answered = turns.slice(last + 1).some(({ who }) => who !== speaker);
  return last > 0 && answered ? matches.filter((match) => turnOf(match) === last) : matches;
}

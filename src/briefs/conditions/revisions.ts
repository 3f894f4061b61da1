import { type Terms, term } from '../../contracts/terms.ts';
import { roundAnswers } from '../answers.ts';
import { bareIn, toldDeal } from '../passages/deal.ts';
import { lettered } from '../passages/letters.ts';
import { passageOf } from '../passages/passage.ts';
import { latestOf } from '../passages/said-last.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { turnsIn } from '../passages/turns.ts';
import {
  BOUT,
  CHANGE,
  CHANGING,
  COUNT,
  ELSEWHERE,
  JOINED,
  KIND,
  LEFT_AT,
  LOOKED_AT,
  MORE,
  ROUND,
  roundsOf,
  TIMES,
  VAGUE_COUNT,
} from './revision-words.ts';

/** "Two", "2", "two (2)". */
const N = `(?<n>${COUNT})(?: ?\\(\\d{1,2}\\))?(?![\\p{L}\\d])`;
/** "2-3 rounds", and no "480 – 2 rounds". */
const MAYBE =
  '(?:maybe|perhaps|possibly|even|vielleicht|eventuell|evtl\\.?|auch|peut-être|éventuellement|quizás?|tal vez)';
const TO = `(?:,? ?(?:-|–|to|or|by|bis|oder|à|ou|a|o)(?: ${MAYBE})?|, ${MAYBE}) ?`;
const LOW = `(?:(?<low>${COUNT.replace('1,3', '1,2')}) ?${TO})?`;
const START = '(?<![\\p{L}\\d.,:€$£-])';
const END = '(?![\\p{L}\\d])';
const LINK =
  "(?: of| for| at| with| on| an| von| für| zur| de(?: la| los| las)?| du| des| d['’]| pour| sur| a| al?| con| para)?(?: (?:the|your|our|my|die|den|der|das|le|la|les|l['’]|el|los|las))?(?: (?:design|artwork|draft|copy|text|layout|author(?:['’]s|s['’])?|client|minor))? ?";

/** A count of bouts with the word of changes beside it: "two sets of author's changes", "3 feedback loops", "deux tours de retouches". */
const COUNTED: readonly RegExp[] = [
  `${START}${LOW}${N} ?${KIND}${JOINED}${END}`,
  `${START}${LOW}${N} ?${KIND}(?:${ROUND}|${BOUT})${LINK}(?:${CHANGE}|${CHANGING}|${LOOKED_AT})${END}`,
  `${START}${LOW}${N} ?${KIND}(?:${CHANGE}|${LOOKED_AT})[ -](?:${ROUND}|${BOUT})${END}`,
  // "Deux versions de montage corrigées"
  `${START}${LOW}${N} (?:versions?|Fassungen|versiones)(?: de [\\p{L}-]{3,16})? (?:corrigées?|retouchées?|revues|modifiées?|corregidas?|revisadas?|überarbeitete?)${END}`,
  `${START}${LOW}${N} ?${KIND}${ROUND}(?: of| de| d['’]| beim| an)? ?(?:the |del? |du )?(?:design|diseño|layouts?|artwork|drafts?|proofs?|pruebas|Entwurf|maquettes?|épreuves?|copy|textos?)${END}`,
  // A round that nothing else is called: "two rounds of drinks" is none.
  `${START}${LOW}${N} ?${KIND}(?:full |included )?${ROUND}${END}(?! of | de | von )(?=[^\\p{L}]|$| (?:inclu|in |are|is|max|and|und|et|y|sind|reich|genüg|nous|nos|me|then|only|free|each|gratis|for|suff|im |frei|kosten|dabei|enthalten|compris|gratuit|bast|drin|comme))`,
].map((source) => lettered(source, 'giu'));

/** Changes that are counted themselves; more than this are things to hand over. */
const THEMSELVES =
  '(?:revisions?|amendments?|amends|iterations?|corrections|tweaks|Korrekturen|Änderungen|Überarbeitungen|Revisionen|corrections|modifs|modifications|révisions?|retouches|relectures|retours(?! en)|allers?[- ]retours?|revisiones|revisión|correcciones|modificaciones|cambios|repasos(?! de))';
const BARE = lettered(`${START}${LOW}${N} ?${KIND}${THEMSELVES}${END}(?! ?(?:€|EUR))`, 'giu');
/** "Un solo cambio", "one change included": of one change it takes more to say that it is counted. */
const SINGLE = lettered(
  `${START}(?<n>(?:a |one |un |una |une |eine )?(?:single|s[oó]l[oa]|seule?|einzige[rn]?)|1|one|une?|una?|eine?) ${CHANGE}${END}(?=(?<only>[^.;\\n]{0,100}(?:inclu|in the (?:price|fee)|(?<![\\p{L}])free(?![\\p{L}])|covered|inkl|inbegriffen|eingeschlossen|dabei|drin|enthalten|im Preis|compris|prévue|gratuit|gratis)| only| max| (?:per|par|por|pro|each|chaque|je) \\p{L})?)`,
  'giu',
);
const MANY = 10;

/** A line of a form: "Revisions: 3", "Relectures incluses : 1", "Changes - up to two". */
const LABELLED = lettered(
  `(?<![\\p{L}\\d])(?:number of |nombre de |Anzahl )?(?:(?:${CHANGE}|${JOINED}|${ROUND})(?:(?: of| de| d['’]| ) ?${CHANGE})?|${ROUND.replace('rounds?', 'rounds')})(?: (?:rounds?|loops?|to [^:=|\\n]{3,24}|an [^:=|\\n]{3,24}))?(?: ?\\(?(?:included?|allowed|free|in the price|inklusive|inkl\\.?|enthalten|frei|inclus\\p{L}*|comprise?s?|prévue?s?|incluid[oa]s?|permitid[oa]s?)\\)?)? ?(?:[:=|]|\\.{3,}|(?= ${COUNT}${TO}${COUNT}(?![\\p{L}\\d]))) ?(?:up ?to |max\\.? |bis zu |maximal |jusqu['’]à |hasta |máximo )?${LOW}${N}(?![\\p{L}\\d%]|[.,]\\d| ?(?:days?|hours?|weeks?|Tage|Stunden|Wochen|jours|heures|semaines|días|horas|semanas|[€$£]))`,
  'giu',
);
/** "Revisions - she said two." */
const SAID = lettered(
  `(?<![\\p{L}])(?:revisions|rounds|corrections|amends|edits)(?! of)(?:[^.;\\n\\d]|(?<= \\p{Lu})\\.){1,24}?\\b(?:said|says|told me|agreed(?: on)?|wants|are|is|=) ${N}(?= ?(?:[.,;\\n]|$|rounds?))`,
  'giu',
);
/** "Change it twice", "zwei Mal ändern", "pedir cambios tres veces": either before the other, in one breath. */
const OFTEN = TIMES.map(([count, times]) => ({
  count,
  pattern: lettered(
    `(?<![\\p{L}\\d])(?:(?:${CHANGING}|(?:ask for|request|want|demander|pedir|send|make) (?:des |de |d['’])?${CHANGE})(?: [^\\s.,;:!?]{1,14}){0,4}? ${times}|${times}(?: [^\\s.,;:!?]{1,14}){0,3}? ${CHANGE}|${times}(?: [^\\s.,;:!?]{1,14}){0,5}? ${CHANGING})${END}`,
    'giu',
  ),
}));

const VAGUE = lettered(VAGUE_COUNT, 'iu');

type Counted = Span & {
  readonly rounds: number | undefined;
  readonly range: boolean;
  readonly low?: number | undefined;
};

/** How many rounds of revisions the price includes; a guess, a range or two different counts are asked. */
export function readRevisions(text: string): { found: Pick<Terms, 'revisions'>; notes: Note[]; spans: Span[] } {
  const counted = countsIn(text);
  const told = toldRounds(text, counted);
  const spans = [...counted, ...(told ?? [])].map(({ start, end, text: words }) => ({ start, end, text: words }));
  const settled =
    told ??
    answered(
      text,
      latestOf(text, counted, ({ rounds }) => rounds),
    );
  const [first] = settled;
  const vague = VAGUE.exec(text)?.[0];
  const named = settled.flatMap(({ rounds }) => rounds ?? []);
  const answers = roundAnswers([...settled.flatMap(({ low }) => low ?? []), ...named]);
  const asked = (sentence: string, quote: string) => ({
    found: {},
    notes: [{ code: 'brief.revisions', field: 'revisions', sentence, quote, answers } satisfies Note],
    spans,
  });
  if (vague && !first) return asked(`“${vague}” is no number; say how many rounds the price includes.`, vague);
  if (!first) return { found: {}, notes: [], spans };
  if (vague || new Set(settled.map(({ rounds }) => rounds)).size > 1 || settled.some(({ range }) => range))
    return asked('The brief names more than one number of revisions.', first.text);
  const { rounds } = first;
  if (rounds === undefined || rounds > 50) return asked(`“${first.text}” can't be right.`, first.text);
  return { found: { revisions: term(rounds, 'brief', first.text) }, notes: [], spans };
}

/** "I offered two rounds, they wanted three, I agreed": the count that was taken, all where none was; undefined where no deal is told. */
function toldRounds(text: string, counted: readonly Counted[]): readonly Counted[] | undefined {
  const bare = bareIn(text, counted).map((span): Counted => ({ ...span, rounds: roundsOf(span.text), range: false }));
  const all = [...counted, ...bare].filter(({ rounds }) => rounds !== undefined).sort((a, b) => a.start - b.start);
  const deal = toldDeal(
    text,
    all.map((one) => ({ ...one, key: String(one.rounds) })),
  );
  if (deal.kind === 'none') return undefined;
  const held = new Set((deal.kind === 'open' ? deal.offers : [deal.agreed]).map(({ start }) => start));
  return all.filter(({ start }) => held.has(start));
}

/** A small figure with nothing of its own behind it. */
const FIGURE = lettered(`(?<![\\p{L}\\d.,€$£])(?:[1-9]|${COUNT})(?= ?(?:[.,;!?)]|$))`, 'gimu');

/** "And 3 rounds" - "they said 2" - "fine, 2": a figure both sides of a thread say behind the count takes its place. */
function answered(text: string, counted: readonly Counted[]): readonly Counted[] {
  const last = counted.at(-1);
  if (!last) return counted;
  const turns = turnsIn(text).filter(({ end }) => end > last.start);
  const said = turns.slice(1, 4).flatMap(({ who, start, text: words }) =>
    words.trim().length > 60
      ? []
      : [...words.matchAll(FIGURE)].map((match) => ({
          ...{ who, rounds: roundsOf(match[0]) },
          ...{ start: start + match.index, end: start + match.index + 1, text: match[0], range: false },
        })),
  );
  const final = said.at(-1);
  const agreed = final && said.some(({ who, rounds }) => who !== final.who && rounds === final.rounds);
  return agreed ? [final] : counted;
}

/** "Zwei Runden Schnaps", "trois tours d'entretien": what the rounds are of. */
const OF_ELSE = lettered("^ (?:d['’]\\p{Ll}|(?=\\p{Lu}\\p{Ll}{2}))", 'u');
const OF_OURS = lettered(`^ (?:d['’])?(?:${CHANGE}|${CHANGING}|${LOOKED_AT}|${JOINED})`, 'iu');
function isOfElse(text: string, { end, text: words }: Span): boolean {
  const behind = text.slice(end, end + 40);
  return /(?:runden?|tours?)$/i.test(words) && OF_ELSE.test(behind) && !OF_OURS.test(behind);
}

/** Every count of rounds, each stretch of words once. */
function countsIn(text: string): Counted[] {
  const named = [...COUNTED, LABELLED, SAID].flatMap((pattern) => [...text.matchAll(pattern)]).map(countedOf);
  const themselves = [...text.matchAll(BARE)].map(countedOf).filter(({ rounds }) => (rounds ?? 0) <= MANY);
  const single = [...text.matchAll(SINGLE)]
    .filter(
      ({ groups }) =>
        groups?.only || / /.test(groups?.n ?? '') || /^(?:single|s[oó]l|seul|einzig)/iu.test(groups?.n ?? ''),
    )
    .map((match): Counted => ({ ...spanOf(match), rounds: 1, range: false }));
  const often = OFTEN.flatMap(({ count, pattern }) =>
    [...text.matchAll(pattern)].map((match): Counted => ({ ...spanOf(match), rounds: count, range: false })),
  );
  const all = [...named, ...themselves, ...single, ...often, ...besideIn(text)]
    .filter((one) => !isMore(text, one) && !isOfElse(text, one))
    .map((one) => insteadOf(text, one))
    .map((one) => rivalled(text, one))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((one, at) => !all.slice(Math.max(0, at - 4), at).some((before) => before.end > one.start));
}

const countedOf = (match: RegExpExecArray): Counted => ({
  ...spanOf(match),
  rounds: roundsOf(match.groups?.n ?? ''),
  range: match.groups?.low !== undefined,
  ...(match.groups?.low !== undefined && { low: roundsOf(match.groups.low) }),
});

/** "Each further round is £60." */
const MORE_BEFORE = lettered(`(?<![\\p{L}])${MORE} $`, 'iu');
/** "Two instead of three rounds": the first counts, and the unit stands behind the second. */
const RATHER_THAN = lettered(
  `(?<n>${COUNT}) (?:instead of|rather than|not|statt|anstatt|anstelle von|und nicht|au lieu de|et non(?: pas)?|en vez de|en lugar de|y no) (?:de )?$`,
  'iu',
);
/** "Not two rounds: one", "pas deux tours, un seul". */
const NOT = lettered('(?<![\\p{L}])(?:not|nicht|pas|no) $', 'iu');
const BUT = lettered(
  `^(?: (?:of|de) [\\p{L}]+)? ?[:,–-] ?(?:(?:just|only|but|nur|sondern|sino|mais|solo|sólo) )?(?<n>${COUNT})(?![\\p{L}\\d])`,
  'iu',
);
const spanAt = (text: string, start: number, end: number): Span => ({ start, end, text: text.slice(start, end) });

/** The count that is said instead of the one found. */
function insteadOf(text: string, one: Counted): Counted {
  const left = LEFT_AT_ONE.exec(text.slice(one.end, one.end + 100));
  if (left)
    return {
      ...spanAt(text, one.start, one.end + left[0].length),
      rounds: roundsOf(left.groups?.n ?? left.groups?.m ?? ''),
      range: false,
    };
  const refused = NOT.test(text.slice(Math.max(0, one.start - 8), one.start));
  const other = refused && BUT.exec(text.slice(one.end, one.end + 40));
  if (other)
    return {
      ...spanAt(text, one.start, one.end + other[0].length),
      ...{ rounds: roundsOf(other.groups?.n ?? ''), range: false },
    };
  const said = RATHER_THAN.exec(text.slice(Math.max(0, one.start - 40), one.start));
  const start = one.start - (said?.[0].length ?? 0);
  return said?.groups?.n
    ? { ...one, start, text: text.slice(start, one.end), rounds: roundsOf(said.groups.n), range: false }
    : one;
}

const RIVAL = lettered(`^${ELSEWHERE}`, 'iu');
const LEFT_AT_ONE = lettered(LEFT_AT, 'iu');
/** "Two rounds, and in the contract it's three": both are asked. */
function rivalled(text: string, one: Counted): Counted {
  const other = roundsOf(RIVAL.exec(text.slice(one.end, one.end + 90))?.groups?.other ?? '');
  return other === undefined || other === one.rounds ? one : { ...one, range: true, low: other };
}

const isMore = (text: string, { start }: Span) => MORE_BEFORE.test(text.slice(Math.max(0, start - 16), start));

const BOUTS = lettered(
  `${START}${LOW}${N} ?${KIND}(?:${BOUT}|${ROUND})${END}(?! (?:of|de|von|d['’]) ?(?!them))`,
  'giu',
);
const OF_CHANGES = lettered(`(?<![\\p{L}])(?:${CHANGE}|${CHANGING})(?![\\p{L}])`, 'iu');
/** How far a word of changes reaches: to "three goes" in "Tweaks to the model: three goes". */
const REACH = 60;

/** Bouts whose word of changes stands elsewhere in the sentence or in its label. */
function besideIn(text: string): Counted[] {
  return [...text.matchAll(BOUTS)].flatMap((match) => {
    const one = countedOf(match);
    const { lead, label } = passageOf(text, one, REACH);
    return OF_CHANGES.test(label) || OF_CHANGES.test(lead) ? [one] : [];
  });
}

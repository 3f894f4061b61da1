import { type Terms, term } from '../../contracts/terms.ts';
import { lawAnswers } from '../answers.ts';
import { lettered } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import { courtNotes } from './courts.ts';
import { NATIONS } from './law-nations.ts';
import { LAW_PLACES } from './law-places.ts';
import { insteadOf, isAskedFor, isWished } from './wished-laws.ts';

const LAW = lettered(
  String.raw`(?<![\p{L}\d-])(?:laws?|legislation|Rechts?|Gesetze?n?|droits?|lois?|législation|ley(?:es)?|legislación|derecho|(?<!(?:place|seat|forum) of )jurisdiction|juridiction|jurisdicción)(?![\p{L}\d-])`,
  'giu',
);
/** What stands for the word in the label of a form: "Governing: Scots", "Rechtswahl: Österreich". */
const LABEL = lettered(
  String.raw`(?<![\p{L}])(?:governing|applicable|anwendbar(?:es)?|geltendes|Rechtswahl|Rechtsordnung|aplicable)(?= ?[:=|])`,
  'giu',
);
/** More than these are no choice of a law. */
const MOST = 40;

/** Between the word and its place: "law of the State of New York", "Recht der Bundesrepublik Deutschland", "ley aplicable: la de España". */
const LINK =
  /^(?:(?:is|are|be|that|those|to be|applicable|applicables|aplicables?|anwendbar|governing|governs|gilt|of|von|der|des|du|de|del|dem|in|la|las|los|le|les|el|the|celle|celui|vigente|en|vigueur|ist|es|est|and courts|and jurisdiction|state|province|commonwealth|principality|principauté|principado|fürstentums?|oriental|bolivariana|plurinacional|federativa|unidos|fédérale|islamique|grand-duché|l['’]état|(?:bundes)?staate?s|großherzogtums|l['’]île|isla|emirate|republic|kingdom|kantons?|canton|estado|province|república|république|freistaats?|civil|común) )*(?:[ld]['’])?/iu;
/** Ends of a form's label. */
const AFTER_LABEL = /^ ?[:=|,;\t–—-]+ ?["“]?/;
const WORDS_MAX = 5;

type Known = { readonly place: string; readonly name: RegExp; readonly adjective: RegExp };
const exactly = (words: readonly string[]) => lettered(`^(?:${words.join('|') || '(?!)'})$`, 'iu');
const known: readonly Known[] = [...LAW_PLACES, ...NATIONS].map(({ place, names, adjectives }) => ({
  place,
  name: exactly(names),
  adjective: exactly(adjectives),
}));

/** What is no choice: work about a law, someone's trade, a law that was turned down. */
const ABOUT = lettered(
  String.raw`(?:(?<![\p{L}])(?:on|about|into|study|studies|studied|teach\w*|exam|not|no|never|instead of|rather than|except|über|zu[mr]?|nicht|kein\w*|statt|sur|pas|non|plutôt que|sobre|no|nunca|en vez de)(?: (?:the|el|la|le|das|dem|du|de|au|under))*|['’]t want|refuse[ds]?) ?$`,
  'iu',
);
const TRADE =
  /^ ?-?(?:firm|school|degree|student|faculty|book|text|exam|course|office|practice|society|journal|professor|library|clinic|lecture|seminar|review|blog|podcast|dictionary|glossary|terminology|enforcement|is not|does not|doesn|won['’]t|nicht)/i;

type Hit = { readonly place: string; readonly start: number; readonly end: number };

type LawReading = { found: Pick<Terms, 'governingLaw'>; notes: Note[]; spans: readonly Span[] };

/** Whose law applies, in English; two different ones are asked, and one that somebody only wishes for. */
export function readLaw(text: string): LawReading {
  const words = [...text.matchAll(LAW), ...text.matchAll(LABEL)].slice(0, MOST);
  const hits = words
    .flatMap((word) => hitAt(text, word.index, word.index + word[0].length) ?? [])
    .filter(
      ({ start, end }) =>
        !ABOUT.test(text.slice(Math.max(0, start - 24), start)) && !TRADE.test(text.slice(end, end + 14)),
    );
  const wished = hits.filter((hit) => isWished(text, hit));
  const said = wished.flatMap((hit) => insteadOf(text, hit).flatMap((words) => placeOf(words, true) ?? []));
  const places = [...new Set([...hits.map(({ place }) => place), ...said])];
  const [first] = hits;
  if (!first) return { found: {}, notes: courtNotes(text), spans: [] };
  const quote = text.slice(first.start, first.end);
  const spans = hits
    .filter((hit) => isAskedFor(text, hit))
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  const answers = lawAnswers(places);
  if (places.length > 1) {
    const sentence = `The brief names the law of ${places.slice(0, 3).join(' and ')}.`;
    return {
      found: {},
      notes: [{ code: 'brief.law', field: 'governingLaw', sentence, quote, answers }],
      spans,
    };
  }
  if (wished.length === hits.length) {
    const sentence = `The law of ${first.place} is what one side asks for; nobody says yes to it.`;
    return { found: {}, notes: [{ code: 'brief.law', field: 'governingLaw', sentence, quote, answers }], spans };
  }
  return { found: { governingLaw: term(first.place, 'brief', quote) }, notes: [], spans };
}

/** The place beside a word of law: "Scots law", "droit sénégalais", "law of Malta", "Recht: deutsches". */
function hitAt(text: string, start: number, end: number): Hit | undefined {
  return before(text, start, end) ?? behind(text, start, end);
}

function before(text: string, start: number, end: number): Hit | undefined {
  const line =
    text
      .slice(Math.max(0, start - 60), start)
      .split('\n')
      .at(-1) ?? '';
  const words = lettered(String.raw`(?:[\p{L}&.'’-]+ ){1,5}$`, 'u').exec(line)?.[0].trimEnd().split(' ') ?? [];
  // "New York law" is English; elsewhere only adjectives stand before.
  const english = /^laws?$/i.test(text.slice(start, end));
  for (let count = Math.min(words.length, WORDS_MAX); count > 0; count -= 1) {
    const said = words.slice(-count).join(' ');
    const place = placeOf(said, english);
    if (place) return { place, start: start - said.length - 1, end };
  }
  return undefined;
}

function behind(text: string, start: number, end: number): Hit | undefined {
  const line = text.slice(end, end + 140).split('\n')[0] ?? '';
  const opening = text.slice(Math.max(0, start - 40), start).split(/\n|[.;] /);
  const labels = (opening.length > 1 || start <= 40) && !/[:=,;\t–]/.test(opening.at(-1) ?? '');
  const own =
    /^ (?:applicable|aplicable|que (?:rige|aplica)|anwendbar|choice|governing|applicables?|gilt|sei)(?= ?[:=|])/iu.exec(
      line,
    )?.[0] ?? '';
  const mark = labels || own ? (AFTER_LABEL.exec(line.slice(own.length))?.[0] ?? '') : '';
  if (!mark && !line.startsWith(' ')) return undefined;
  // "Recht Tunesiens": a genitive needs no link.
  const genitive = /^(?:recht|gesetz)/i.test(text.slice(start, end));
  const from = mark ? own.length + mark.length : 1;
  const link = LINK.exec(line.slice(from))?.[0] ?? '';
  // The link may have eaten the beginning of a name: "Isle of Man", "New" none, so the whole is tried as well.
  for (const at of [from + link.length, from]) {
    const words =
      lettered(String.raw`^[\p{L}&.'’-]+(?: [\p{L}&.'’-]+){0,4}`, 'u').exec(line.slice(at))?.[0].split(' ') ?? [];
    for (let count = words.length; count > 0; count -= 1) {
      const said = words
        .slice(0, count)
        .join(' ')
        .replace(/[.'’]+$/, '');
      const place = placeOf(said, Boolean(link || mark || genitive) || wholeLine(line.slice(at), said));
      if (place) return { place, start, end: end + at + said.length };
    }
  }
  return undefined;
}

/** "LAW Quebec" on a line of its own. */
const wholeLine = (rest: string, said: string) => /^[.;]? *$/.test(rest.slice(said.length));

/** A place by one of its names or its adjectives; two letters are a place in capitals only: "US", never "us". */
function placeOf(said: string, byName: boolean): string | undefined {
  if (said.length <= 3 && said !== said.toUpperCase()) return undefined;
  return (
    (byName ? known.find(({ name }) => name.test(said)) : undefined) ??
    known.find(({ adjective }) => adjective.test(said))
  )?.place;
}

import { type Terms, term } from '../contracts/terms.ts';
import { LAW_PLACES, type LawPlace } from './law-places.ts';
import type { Note } from './text.ts';

const LAW =
  '(?:laws?|legislation|Rechts?|Gesetze?|droits?|lois?|législation|ley(?:es)?|legislación|derecho|jurisdiction)';
/** "Law of the State of New York", "Recht der Bundesrepublik Deutschland", "ley aplicable: la de España". */
const OF =
  "(?:(?:is|are|that|those|applicable|applicables|aplicables?|anwendbar|of|von|der|des|du|de|del|in|la|las|los|le|les|el|the|celle|celui|vigente|en|vigueur|ist|es|est|and courts|state|province|commonwealth|republic|kantons?|canton|estado|province|república|république|freistaats?|civil|español común) )*(?:[ld]['’])?";
const BEFORE = '(?<![\\p{L}\\d-])';
const AFTER = '(?![\\p{L}\\d-])';

type Known = { readonly place: string; readonly name: RegExp; readonly adjective: RegExp | undefined };
const exactly = (words: readonly string[]) => new RegExp(`^(?:${words.join('|')})$`, 'iu');
const known: readonly Known[] = LAW_PLACES.map(({ place, names, adjectives }) => ({
  place,
  name: exactly(names),
  adjective: adjectives.length > 0 ? exactly(adjectives) : undefined,
}));
const any = (of: (place: LawPlace) => readonly string[]) =>
  [...new Set(LAW_PLACES.flatMap(of))].sort((a, b) => b.length - a.length).join('|');
const NAME = `(?<name>${any(({ names }) => names)})`;
const ADJECTIVE = `(?<adjective>${any(({ adjectives }) => adjectives)})`;

const FORMS: readonly RegExp[] = [
  `${BEFORE}${ADJECTIVE} ${LAW}${AFTER}`,
  `${BEFORE}${NAME} law${AFTER}`,
  `${BEFORE}${LAW} (?:civil |applicable |aplicable )?${ADJECTIVE}${AFTER}`,
  `${BEFORE}${LAW} ${OF}${NAME}${AFTER}`,
  `(?<=^|\\n)(?:\\| ?)?[^\\n:=|,;\\t–]{0,40}${BEFORE}${LAW}[^\\n:=|,;\\t–]{0,24} ?[:=|,;\\t–-]+ ?"?${OF}(?:${NAME}|${ADJECTIVE}${AFTER})${AFTER}`,
  `${BEFORE}(?:governing|applicable|anwendbares|geltendes|Rechtswahl|Rechtsordnung)(?: ${LAW})? ?: ?${OF}(?:${NAME}|${ADJECTIVE.replace('<adjective>', '<also>')})${AFTER}`,
].map((source) => new RegExp(source, 'giu'));

const ANY_LAW = new RegExp(`${BEFORE}(?:${LAW}|anwendbares|geltendes|applicable|Rechtswahl|Rechtsordnung)`, 'iu');

/** What is no choice: work about a law, someone's trade, a law that was turned down. */
const ABOUT =
  /(?:(?<![\p{L}])(?:on|about|into|study|studies|studied|teach\w*|exam|not|no|never|instead of|rather than|except|über|zu[mr]?|nicht|kein\w*|statt|sur|pas|non|plutôt que|sobre|no|nunca|en vez de)(?: (?:the|el|la|le|das|dem|du|de|au|under))*|['’]t want|refuse[ds]?) ?$/iu;
const TRADE =
  /^ ?-?(?:firm|school|degree|student|faculty|book|text|exam|course|office|practice|society|journal|professor|library|clinic|lecture|seminar|review|blog|podcast|dictionary|glossary|terminology|enforcement|is not|does not|doesn|won['’]t|nicht)/i;

/** Whose law applies, in English; two different ones are asked. */
export function readLaw(text: string): { found: Pick<Terms, 'governingLaw'>; notes: Note[] } {
  if (!ANY_LAW.test(text)) return { found: {}, notes: [] };
  const hits = FORMS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (ABOUT.test(text.slice(Math.max(0, match.index - 24), match.index))) return [];
      if (TRADE.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14))) return [];
      const place = placeOf(match.groups ?? {});
      return place ? [{ place, quote: match[0].replace(/^\W+/u, '').trim() }] : [];
    }),
  );
  const places = [...new Set(hits.map(({ place }) => place))];
  const [first] = hits;
  if (!first) return { found: {}, notes: [] };
  if (places.length > 1) {
    const sentence = `The brief names the law of ${places.slice(0, 3).join(' and ')}.`;
    return { found: {}, notes: [{ code: 'brief.law', field: 'governingLaw', sentence, quote: first.quote }] };
  }
  return { found: { governingLaw: term(first.place, 'brief', first.quote) }, notes: [] };
}

function placeOf({ name, adjective, also }: Record<string, string | undefined>): string | undefined {
  const word = adjective ?? also;
  if (name) return known.find((one) => one.name.test(name))?.place;
  return word ? known.find((one) => one.adjective?.test(word))?.place : undefined;
}

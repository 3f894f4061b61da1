import { type Deliverable, deliverableOf } from '../../contracts/deliverable.ts';
import type { Language } from '../languages/language.ts';
import { LETTERS, lettered } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import { acceptedAt } from './accepted.ts';
import { formatAt, formatGoesOn } from './formats.ts';
import { behindColon, behindWords, inBullets, NOT_ORDERED, NOT_WORK } from './lists.ts';
import { ARTICLES, countIn, nounPhraseAt } from './noun-phrase.ts';
import { isOrdered } from './ordered.ts';
import { boundBehind, leadBefore } from './quantities.ts';
import { rangeNote } from './ranges.ts';

export type Listed = { readonly items: Deliverable[]; readonly quote: string };

/** Before a count: it is no count of things to come, but a number of something, a guess, or what is there already. */
const NOT_COUNTING = lettered(
  "(?:[#№§€$£\\d.,/'’+]|(?<![\\p{L}])(?:no|nr|nº|n°|num|number|room|page|slide|phase|version|part|level|floor|chapter|series|po|pos|position|art|order|item|lot|about|around|circa|ca|approx|roughly|some|maybe|last|past|previous|earlier|old|other|than|over|under|one more|salle|sala|saal|zimmer|seite|page|página|class|clase|klasse|classe|(?:scan|digiti[sz]e|restore|repair|clean|frame|convert|caption|sort|inventory)(?:ning|ing|s)? (?:all |the |about )?|(?:have|has|had|got|saw|seen|did|done|made|sent|shot|drew|wrote|bought|uploaded|attached|existing|already) (?:the |about |over |some )?|(?<!(?:set|series|gallery|selection|bundle|total|pack|batch|collection|lot|edit|editing|design|writing|production|translation|creation|making|layout|illustration|mix|recording|build|rewrite|subtitling|retouching) )of (?:the |your |our |my |these |those )?|(?<!(?:diseño|edición|traducción|redacción|ilustración|producción|elaboración|confección|rédaction|réalisation|création|production|montage|traduction|illustration|schnitt|gestaltung|übersetzung|konzeption|galerie|sélection|galería|selección|lot|pack|série|serie|juego|paquete|total|livraison|entrega|besoin) )(?:de|à|von)|(?<!(?:translation|edit|editing|proofreading|rewrite) of )(?:your|our|my|their|his|her)|these|those|extra|additional|additionally|further|etwa|rund|zirka|zusätzlich|weitere[nr]?|unos|unas|otr[oa]s|environ|autres|tes|vos|nos|mes|leurs|ses|tus|mis|sus|nuestr[ao]s|we are|we['’]re|there are|wir sind|es gibt|nous sommes|on est|il y a|hay|somos|estamos|deine|unsere|eure|ihre|meine|(?:paid[^.;\\n]{3,45} for|haben|hat|habe|hatte|avons|ai|avait|tengo|tenemos|hice|hicimos|avions)(?: schon| bereits| déjà| ya)?)\\.? ?)$",
  'iu',
);
/** Behind a thing: it is there already. */
const THERE = lettered(
  "^ (?:(?:that |which )?(?:you|we|they|i|he|she) (?:already )?(?:sent|have|had|gave|made|shot|did|own|took)|from last|(?:die|que|qu['’]) ?\\p{L}+ (?:schon|bereits|déjà|ya))(?![\\p{L}])",
  'iu',
);
/** Takes back what was said before: of two counts the later one is meant. */
const TAKES_BACK =
  /(?:pardon|sorry|correction|scratch that|no,? wait|make (?:it|that)|trompé|inversé|je corrige|perdón|digo|corrijo|korrektur|korrigier|sondern|entschuldig|doch nicht|oublie)/i;

/**
 * The things to hand over with their number, in the words of the brief: behind words that say so, as bullets, or as counted nouns
 * that name something made or that somebody orders. `rest` is the brief without what was understood as something else. A count that
 * is said twice differently is asked.
 */
export function readDeliverables(said: string, rest: string, language: Language): { listed?: Listed; notes: Note[] } {
  const read = listedIn(said, rest, language);
  const range = read.notes.length > 0 ? undefined : rangeNote(said, rest, read.listed?.items ?? [], language);
  return range ? { notes: [range] } : read;
}

function listedIn(said: string, rest: string, language: Language): { listed?: Listed; notes: Note[] } {
  const announced = behindWords(rest, language);
  const listed = announced.length > 0 ? announced : behindColon(rest, language);
  const spans =
    listed.length > 0
      ? [...listed, ...beside(said, rest, listed, language)]
      : [...inBullets(rest, language), ...counted(said, rest, language)];
  const items = [...new Map(spans.map((span) => [keyOf(span.text), span])).values()].sort((a, b) => a.start - b.start);
  const kept = items.filter(
    (one) =>
      !items.some(
        (later) =>
          later.start > one.end &&
          sameThing(one.text, later.text, language) &&
          TAKES_BACK.test(said.slice(one.end, later.start)),
      ),
  );
  const [first] = kept;
  if (!first) return { notes: [] };
  const twice = kept.find((one) => kept.some((other) => other !== one && sameThing(one.text, other.text, language)));
  if (twice) {
    const sentence = `The brief has more than one count of “${twice.text}”.`;
    return { notes: [{ code: 'brief.deliverables', field: 'deliverables', sentence, quote: twice.text }] };
  }
  const things = kept
    .slice(0, LISTED_MAX)
    .map((one, at) => withBesides(said, cleaned(bounded(said, one)), kept[at + 1]?.start));
  return { listed: { items: things, quote: said.slice(first.start, first.end).trim() }, notes: [] };
}

/** "At least 20 photos", "20 photos minimum": a count with the words that make it a bound. */
function bounded(said: string, { start, end, text }: Span): Span {
  const ahead =
    said
      .slice(Math.max(0, start - 30), start)
      .split('\n')
      .at(-1) ?? '';
  const lead = /^\d/.test(text) ? leadBefore(ahead) : 0;
  const tail = lead === 0 && /^\d/.test(text) ? boundBehind(said.slice(end, end + 20)) : 0;
  return {
    start: start - lead,
    end: end + tail,
    text: said.slice(start - lead, start) + text + said.slice(end, end + tail),
  };
}

const cleaned = (span: Span): Span => ({ ...span, text: clean(span.text) });

/** How far behind a thing its format and what it is accepted by may be said. */
const BESIDES_MAX = 160;

/** A thing with what is said right behind it, before the next one: ` as JPEG`, `, approved by the editor`. */
export function withBesides(said: string, { end, text: words }: Span, next: number | undefined): Deliverable {
  const line = said.slice(end, Math.min(next ?? said.length, end + BESIDES_MAX)).split('\n')[0] ?? '';
  const more = formatGoesOn(words, line);
  const text = words + line.slice(0, more);
  const rest = line.slice(more);
  const behind = rest.slice(FOR_WHOM.exec(rest)?.[0].length ?? 0);
  const first = formatAt(behind);
  const left = behind.slice(first?.length ?? 0);
  const accepted = acceptedAt(left);
  const format = first ?? (accepted && formatAt(left.slice(accepted.length)));
  return deliverableOf(text, { format: format?.format, accepted: accepted?.accepted });
}

/** "4 articles for Acme, approved by the editor". */
const FOR_WHOM =
  /^ (?:for|für|pour|para) [^,.;:(\n]{2,40}?(?=,? (?:as|in|als|en|au format|that|approved|freigegeben|validé|aprobad))/u;

const keyOf = (item: string) => item.toLowerCase().replace(/^(?:an?|the|one|1|une?|una?|eine?n?) /, '');
const withoutCount = (item: string, language: Language) =>
  item.toLowerCase().replace(PATTERNS[language].count, '').replace(/s$/, '');
function sameThing(a: string, b: string, language: Language): boolean {
  const [one, other] = [a, b].map((item) => withoutCount(item, language));
  return one === other && one !== a.toLowerCase().replace(/s$/, '');
}

/** What is joined to a list that words announce: "9 boards" above "1 map". */
function beside(said: string, rest: string, listed: readonly Span[], language: Language): Span[] {
  const near = (span: Span) => listed.some((one) => span.start > one.end && span.start - one.end < 12);
  return chainsIn(said, rest, language).flatMap((chain) => (chain[0] && near(chain[0]) ? chain : []));
}

/** Counted nouns that name something made or ordered, wherever they stand, and what is joined to them. */
const counted = (said: string, rest: string, language: Language): Span[] => chainsIn(said, rest, language).flat();

/** As many things as a contract lists; a longer chain only repeats itself, and each count in it would be followed to its end. */
const LISTED_MAX = 40;

function chainsIn(said: string, rest: string, language: Language): Span[][] {
  const chains: Span[][] = [];
  // Every count begins a chain of its own until one is ordered: what is joined to a place is looked up once.
  const known = new Map<number, Thing | undefined>();
  const joined = (at: number) => {
    if (!known.has(at)) known.set(at, joinedTo(rest, at, language));
    return known.get(at);
  };
  let from = 0;
  for (const { index } of rest.matchAll(PATTERNS[language].counted)) {
    if (index < from) continue;
    const first = thingAt(rest, index, language);
    if (!first || !fits(rest, first)) continue;
    const chain = [...before(rest, first, language), first];
    for (let next = joined(first.end); next && chain.length < LISTED_MAX; next = joined(next.end)) chain.push(next);
    const last = chain.at(-1) ?? first;
    if (!chain.some((one) => one.made) && !isOrdered(said, first, last, chain.length > 1)) continue;
    from = last.end;
    chains.push(chain.map((one) => (chain.length === 1 ? withPeriod(rest, one) : one)));
  }
  return chains;
}

type Thing = Span & { readonly made: boolean };

function thingAt(rest: string, start: number, language: Language): Thing | undefined {
  const line = rest.slice(start, start + 130).split(/[\n█]/)[0] ?? '';
  const phrase = nounPhraseAt(line, language);
  if (!phrase) return undefined;
  return { start, end: start + phrase.end, text: line.slice(0, phrase.end), made: phrase.made };
}

/** "12 publications par mois": how many there are is only said with the time they are for. */
function withPeriod(rest: string, thing: Thing): Thing {
  const behind = rest.slice(thing.end, thing.end + 16);
  const period = PERIOD.exec(behind)?.[0];
  if (!period) return thing;
  return { ...thing, end: thing.end + period.length, text: thing.text + period };
}
const PERIOD = lettered(
  '^ (?:(?:each|per|a|every|al|par|pro|je|im|cada|chaque) (?:month|week|mes|mois|monat|semana|semaine|woche))(?![\\p{L}])',
  'iu',
);

const patternsOf = (language: Language) => ({
  /** How many, at the start of a thing. */
  count: new RegExp(`^${countIn(language)} `, 'iu'),
  /** Where a count stands before a word. */
  counted: new RegExp(`(?<![${LETTERS}\\d.,/'’@_:-])${countIn(language)} (?=[${LETTERS}\\d])`, 'giu'),
  /** Between two things of a list. */
  seam: new RegExp(
    `^(?: (?:for|pour|para|für) [^,;.\\n█]{3,30}?)?(?:,| and| &| plus| \\+|, and| und| sowie| et| y| más|;|,? ?\\n(?:[-•*–·] ?)?)(?: (?:and|plus|und|et|y))? ?(?=(?:${ARTICLES[language]}|${countIn(language)}) [${LETTERS}\\d])`,
    'iu',
  ),
});
/** Made once: a pasted text of nothing but counts asks for them thousands of times. */
const PATTERNS = { en: patternsOf('en'), de: patternsOf('de'), fr: patternsOf('fr'), es: patternsOf('es') } as const;

/** "and a cover": a thing with an article counts where a counted one stands before it. */
function joinedTo(rest: string, at: number, language: Language): Thing | undefined {
  // "20 photos as JPEG and a video": the format stands between.
  const format = formatAt(rest.slice(at, at + 60))?.length ?? 0;
  const seam = PATTERNS[language].seam.exec(rest.slice(at + format, at + format + 56));
  if (!seam) return undefined;
  const thing = thingAt(rest, at + format + seam[0].length, language);
  if (!thing || (NOT_WORK.test(thing.text) && !thing.made)) return undefined;
  const counts = PATTERNS[language].count.test(thing.text);
  const definite = /^(?:the|der|die|das|l[ae]s?|el|los) /i.test(thing.text);
  // Over a line's end only another count goes on.
  if (!counts && (seam[0].includes('\n') || definite || NO_ITEM.test(thing.text))) return undefined;
  return thing.made || counts || PLAIN.test(rest.slice(thing.end)) ? thing : undefined;
}
const PLAIN = /^ ?(?:[.,;:)!]|\n|$|█|(?:for|für|pour|para|por|by|bis|before|avant|antes|zum?|à|al?) )/u;
const NO_ITEM = lettered(
  '^\\p{L}+ (?:half|lot|bit|few|couple|chance|year|halbe\\p{L}*|bisschen|paar|demi\\p{L}*|peu|poco|mitad|bonus|discount|remise|rabatt|descuento|appel|réunion|reunión|llamada)(?![\\p{L}])',
  'iu',
);

const ARTICLE = new RegExp(`(?<![${LETTERS}\\d])(?:an?|une?|una?|eine?n?) (?=[${LETTERS}])`, 'giu');
/** "un film de dix minutes et cent cinquante photos": what stands with an article before a counted thing and is joined to it. */
function before(rest: string, first: Thing, language: Language): Thing[] {
  const window = rest.slice(Math.max(0, first.start - 70), first.start);
  const offset = first.start - window.length;
  for (const { index } of window.matchAll(ARTICLE)) {
    const thing = thingAt(rest, offset + index, language);
    const seam = thing && rest.slice(thing.end, first.start);
    if (thing?.made && seam && /^(?:,| (?:and|&|plus|\+|und|et|y)) $/u.test(seam)) return [thing];
  }
  return [];
}

function fits(rest: string, { start, end, text, made }: Thing): boolean {
  // "The 2019 map" is a year, not two thousand of them.
  if ((NOT_WORK.test(text) && !made) || /^(?:19|20)\d\d /.test(text)) return false;
  const ahead = rest.slice(Math.max(0, start - 60), start);
  if (NOT_COUNTING.test(ahead) || THERE.test(rest.slice(end, end + 40))) return false;
  return !NOT_ORDERED.test(clauseAt(rest, start, end)) && !/\([^)]*$/.test(ahead);
}

function clauseAt(rest: string, start: number, end: number): string {
  const ahead = rest.slice(Math.max(0, start - 80), start);
  const after = rest.slice(end, end + 50);
  const from = Math.max(...[...ahead.matchAll(/[;\n.!?,|█]/g)].map(({ index }) => index + 1), 0);
  const stop = after.search(/[;\n.!?,█]/);
  return ahead.slice(from) + rest.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const clean = (item: string) =>
  capital(item.replace(/^(?:an? |the |une? |una? |eine?n? )/i, '').replace(/[\s,.;]+$/, ''));

import type { Language } from '../languages/language.ts';
import { COUNT, headOf, phraseEnd, whole, withoutLength } from '../passages/phrase.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { NO_THING } from './things.ts';

export type Listed = { readonly items: string[]; readonly quote: string };

const ARTICLE = 'an?|the|la|le|les|el|los|las|der|die|das|une?|una|eine?n?';
/** Before a count: it is no count of things to come, but a number of something, a guess, or what is there already. */
const NOT_COUNTING =
  /(?:[#№§€$£\d.,/'’]|(?<![\p{L}])(?:no|nr|nº|n°|num|number|room|page|slide|phase|version|part|level|floor|chapter|series|po|order|up to|about|around|circa|ca|approx|roughly|some|maybe|last|past|previous|earlier|old|other|than|over|under|(?:scan|digiti[sz]e|restore|repair|clean|frame|convert|caption|sort|inventory)(?:ning|ing|s)? (?:all |the |about )?|(?:have|has|had|got|saw|seen|did|done|do|made|sent|shot|drew|wrote|bought|uploaded|attached|existing|already) (?:the |about |over |some )?|(?<!(?:set|series|total|pack|batch|collection|lot) )of (?:the |your |our |my |these |those )?|your|our|my|their|his|her|these|those|extra|additional|additionally|further|bis zu|etwa|rund|zusätzlich|weitere[nr]?|hasta|unos|unas|environ|jusqu['’]à|tes|vos|nos|mes|leurs|tus|mis|sus|nuestr[ao]s|deine|unsere|eure)\.? ?)$/iu;
/** Behind a thing: it is there already. */
const THERE =
  /^ (?:(?:that |which )?(?:you|we|they|i|he|she) (?:already )?(?:sent|have|had|gave|made|shot|did|own|took)|from last|(?:die|que|qu['’]) ?\p{L}+ (?:schon|bereits|déjà|ya))(?![\p{L}])/iu;
/** What a clause says that turns its things into something not ordered. */
const NOT_ORDERED =
  /(?<![\p{L}])(?:optional(?:ly)?|option|opt\.|if needed|not (?:included|ordered|needed|part)|without|no longer|instead of|nicht beauftragt|entfällt|non retenue?s?|en option|opcional(?:es)?|sin|sans|ohne|last (?:year|time)|by others|nächstes mal|next time)(?![\p{L}])/iu;
/** A part of a list that is about something else: money, time, conditions. */
const NOT_WORK =
  /█|\b(?:for by|deposit|up-?front|rounds?|loops?|revisions?|start\w*|done by|deadline|due|deliver(?:ed|y)? by|net \d|payable|paid|vat|tax|cancel\w*|notice|invoice\w*|refund\w*|budget|fee|price|travel|expenses|law|guests|parking)\b/i;
const PERIOD =
  / (?:(?:each|per|a|every|this|al|par|pro|im|le) (?:calendar )?(?:month|months|week|weeks|mes|mois|monat|session)|monthly|weekly)$/i;

/** Says that what follows is delivered, whatever it is called; a list follows a colon, a verb needs a count. */
const LABEL =
  /(?<![\p{L}])(?:deliver(?:ables?(?: are| include)?)?|scope(?: of work)?(?: is)?|contents?|outputs?|package(?: includes)?|what (?:you(?:'|’)?ll get|you get|they get|we need|we get)|(?:you|they|we|he|she|client) (?:also )?gets?(?: from (?:you|us|me))?|(?:you|we|i) (?:also )?(?:deliver|hand over|supply|provide|produce)|to (?:be )?(?:deliver|deliver(?:ed)?|handed over|hand over)|(?:every|each|per) month|monthly|included|includes|including|zu (?:liefern|erstellen)|wir bekommen(?: von (?:Ihnen|dir|euch))?|à (?:livrer|fournir|remettre)|a entregar|por entregar|cada months?|(?:jeden|pro|im) months?|chaque months?|deadline|delivery|delivering) ?(?:: ?|(?<=\n(?:deliverables|scope) ?)(?=\n))/giu;
const VERB =
  /(?<![\p{L}])(?:(?:this |which |it |price |that )?includ(?:es?|ing)|incl\.?|consist(?:s|ing) of|compris(?:es|ing)|deliverables(?: are)?|scope is|deliver(?:s|ing)?|gets?|receives?|covers?|covering|(?:to be )?hand(?:ed|ing)? over|supply|supplies) /giu;
const FIRST = new RegExp(`^(?:${COUNT}|an?|all(?: the)?) (?!few\\b|lot\\b|couple\\b)`, 'iu');
const BULLET = /^ ?(?:[-*•–—·▪]|\d{1,2}[.)]) +(.{2,200})$/;

/**
 * The things to hand over with their number, as the brief lists them: behind words that say so, as bullets, or as counted
 * nouns that name something made. A count that is said twice differently is asked.
 */
export function readDeliverables(text: string, rest: string, language: Language): { listed?: Listed; notes: Note[] } {
  const said = behindWords(rest, language);
  const spans = said.length > 0 ? said : [...inBullets(rest, language), ...counted(rest, language)];
  const items = [...new Map(spans.map((span) => [keyOf(span.text), span])).values()].sort((a, b) => a.start - b.start);
  const first = items[0];
  if (!first) return { notes: [] };
  const twice = items.find((one) => items.some((other) => other !== one && sameThing(one.text, other.text)));
  if (twice) {
    const sentence = `The brief has more than one count of “${twice.text}”.`;
    return { notes: [{ code: 'brief.deliverables', field: 'deliverables', sentence, quote: twice.text }] };
  }
  const quote = text.slice(first.start, first.end).trim();
  return { listed: { items: items.slice(0, 40).map((span) => clean(span.text)), quote }, notes: [] };
}

const keyOf = (item: string) => item.toLowerCase().replace(/^(?:an?|the|one|1) /, '');
const WITHOUT_COUNT = new RegExp(`^(?:${COUNT}) `, 'iu');
const sameThing = (a: string, b: string) => {
  const [one, other] = [a, b].map((item) => item.toLowerCase().replace(WITHOUT_COUNT, '').replace(/s$/, ''));
  return one === other && WITHOUT_COUNT.test(a) && WITHOUT_COUNT.test(b);
};

/** The end of a list in a line; a semicolon before another count goes on with it. */
const STOPS = new RegExp(`;(?! ?(?:${COUNT}|${ARTICLE}) )|[\\n()|]|[.!?](?=\\s|$)`, 'iu');

/** Lists that the brief says are delivered. */
function behindWords(rest: string, language: Language): Span[] {
  const heads = [
    ...[...rest.matchAll(LABEL)].map((match) => ({ match, label: true })),
    ...[...rest.matchAll(VERB)].map((match) => ({ match, label: false })),
  ];
  return heads
    .sort((a, b) => a.match.index - b.match.index)
    .flatMap(({ match, label }) => {
      const from = match.index + match[0].length;
      if (label && /^\n/.test(rest.slice(from)))
        return bulletsAt(rest, from + 1)
          .filter(({ text: item }) => !NOT_WORK.test(item))
          .flatMap((item) => partsOf(item, language, true));
      const stretch = rest.slice(from, from + 600);
      const stop = stretch.search(STOPS);
      const line = stop < 0 ? stretch : stretch.slice(0, stop);
      const open = label && !/^(?:deadline|delivery|delivering|included|monthly)/i.test(match[0]);
      if (
        /^(?:gets?|receives?|covers?|covering) $/i.test(match[0]) &&
        /^an? /i.test(line) &&
        phraseEnd(line, language) === undefined
      )
        return [];
      if (!FIRST.test(line) && !(open && /^\p{L}/u.test(line))) return [];
      return partsOf({ start: from, end: from + line.length, text: line }, language, open);
    });
}

/** The items of a list in one line, up to the first part that is about something else. */
function partsOf({ start, text: line }: Span, language: Language, open: boolean): Span[] {
  const items: Span[] = [];
  const seams = [
    ...line.matchAll(
      new RegExp(`;|,(?!\\d)(?: (?:and|&|plus))?| (?:and|&|plus|\\+) (?=(?:${COUNT}|${ARTICLE}|all) )| \\+ `, 'giu'),
    ),
  ];
  for (const [at, seam] of [undefined, ...seams].entries()) {
    const from = seam ? seam.index + seam[0].length : 0;
    const raw = line.slice(from, seams[at]?.index ?? line.length);
    const lead = raw.length - raw.trimStart().length;
    const part = raw.trim();
    const end = FIRST.test(part) ? (phraseEnd(part, language) ?? whole(part)) : whole(part);
    const item = part
      .slice(0, end)
      .replace(PERIOD, '')
      .replace(/[\s,.;:]+$/, '');
    if (/^(?:for by|no|not|nothing|never|none|kein\w*|nicht|pas|aucune?|sin|nada|ohne|sans)(?![\p{L}])/iu.test(part))
      break;
    if (item.length < 2 || item.length > 120 || NOT_WORK.test(item) || NOT_ORDERED.test(part)) break;
    if (NO_THING.test(withoutLength(headOf(item))) && !/^\d+ pages$/i.test(item)) break;
    const begin = start + from + lead;
    items.push({ start: begin, end: begin + item.length, text: item });
    const more = / (?:and|&) ([\p{L}-]+(?: [\p{L}-]+)?)$/u.exec(part.slice(end));
    if (more?.[1] && more.index === 0 && !NO_THING.test(more[1])) {
      const at = begin + part.length - more[1].length;
      items.push({ start: at, end: at + more[1].length, text: more[1] });
    }
  }
  const last = items.at(-1);
  const two = open && last && items.length > 1 ? / (?:and|&) (?=[\p{L}-]+(?: [\p{L}-]+)?$)/u.exec(last.text) : null;
  if (last && two) {
    const cut = last.start + two.index;
    const next = cut + two[0].length;
    items.splice(
      -1,
      1,
      { start: last.start, end: cut, text: last.text.slice(0, two.index) },
      { start: next, end: last.end, text: last.text.slice(two.index + two[0].length) },
    );
  }
  return items;
}

const COUNTED = new RegExp(`(?<![\\p{L}\\p{N}.,/'’@_-])(?<count>${COUNT}) (?=[\\p{L}\\d])`, 'giu');

/** Counted nouns that name something made, wherever they stand, and what is joined to them. */
function counted(rest: string, language: Language): Span[] {
  const items: Span[] = [];
  for (const match of rest.matchAll(COUNTED)) {
    const last = items.at(-1);
    if (last && match.index < last.end) continue;
    const phrase = lineOf(rest.slice(match.index, match.index + 110));
    const end = phraseEnd(phrase, language);
    if (end === undefined || !fits(rest, match.index, phrase.slice(0, end))) continue;
    items.push({ start: match.index, end: match.index + end, text: phrase.slice(0, end) });
    for (
      let joined = joinedTo(rest, match.index + end, language);
      joined;
      joined = joinedTo(rest, joined.end, language)
    )
      items.push(joined);
  }
  return items;
}

/** "and a cover": a thing with an article counts where a counted one stands before it. */
function joinedTo(rest: string, at: number, language: Language): Span | undefined {
  const seam = new RegExp(
    `^(?: (?:for|pour|para|für) [^,;.\\n█]{3,30}?)?(?:,| and| &| plus| \\+|, and) (?=(?:${ARTICLE}|${COUNT}) \\p{L})`,
    'iu',
  ).exec(rest.slice(at, at + 52));
  if (!seam) return undefined;
  const start = at + seam[0].length;
  const phrase = lineOf(rest.slice(start, start + 80));
  const end = phraseEnd(phrase, language) ?? PLAIN.exec(phrase)?.[0].length;
  if (end !== undefined && NOT_WORK.test(phrase.slice(0, end))) return undefined;
  return end === undefined || NO_THING.test(headOf(phrase.slice(0, end)))
    ? undefined
    : { start, end: start + end, text: phrase.slice(0, end) };
}

const lineOf = (text: string) => text.split('\n')[0] ?? '';
/** "And un coffret,": one or two words that end the list, whatever they name, if it is no money or appointment. */
const PLAIN =
  /^[\p{L}\d]+ (?!(?:factur|rechnung|acompte|anzahlung|appel|réunion|reunión|llamada|bonus|discount|remise|rabatt|tag|jour|día|half|lot|bit|few|couple|chance|year|price|budget))\p{Ll}{3,}(?:-\p{L}+)?(?: \p{Ll}{3,})?(?= ?(?:[.,;:)]|$))/iu;

function fits(rest: string, start: number, item: string): boolean {
  // "The 2019 map" is a year, not two thousand of them.
  if (NOT_WORK.test(item) || /^(?:19|20)\d\d /.test(item)) return false;
  const before = rest.slice(Math.max(0, start - 40), start);
  if (NOT_COUNTING.test(before) || THERE.test(rest.slice(start + item.length, start + item.length + 40))) return false;
  const clause = clauseAt(rest, start, start + item.length);
  return !NOT_ORDERED.test(clause) && !/\([^)]*$/.test(before);
}

function clauseAt(rest: string, start: number, end: number): string {
  const before = rest.slice(Math.max(0, start - 80), start);
  const after = rest.slice(end, end + 50);
  const from = Math.max(...[...before.matchAll(/[;\n.!?,|█]/g)].map(({ index }) => index + 1), 0);
  const stop = after.search(/[;\n.!?,█]/);
  return before.slice(from) + rest.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

const NEUTRAL =
  /(?:lines|lignes|details|eckdaten|points|punkte|terms|conditions|notes|recap|summary|puntos|datos|note|facts|following|folgt|follows)\W*$/i;

/** Bullets without counts are things where what stands above them names the work and most of them are no terms. */
function inBullets(rest: string, language: Language): Span[] {
  const lines = linesOf(rest);
  const at = lines.findIndex(({ text }) => BULLET.test(text));
  const intro = lines[at - 1]?.text.trim() ?? '';
  const bullets = at < 0 ? [] : bulletsAt(rest, lines[at]?.start ?? 0);
  if (bullets.length < 2 || bullets.some(({ text }) => counted(text, language).length > 0)) return [];
  const things = bullets.filter(
    ({ text }) => !NOT_WORK.test(text) && !/[:=?!]|[.,] |\d{3}/.test(text) && text.split(' ').length <= 6,
  );
  if (!/:$/.test(intro) || NEUTRAL.test(intro) || things.length < 2 || things.length * 2 < bullets.length) return [];
  return things.filter(({ text }) => !NO_THING.test(headOf(text)));
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]*\n?/g)]
    .filter(([line]) => line.length > 0)
    .map(spanOf)
    .map((span) => ({ ...span, text: span.text.replace(/\n$/, '') }));
}

/** The bullets from a place on, until a line that is none. */
function bulletsAt(text: string, from: number): Span[] {
  const bullets: Span[] = [];
  for (const line of linesOf(text.slice(from))) {
    const item = BULLET.exec(line.text)?.[1];
    if (item === undefined) {
      if (line.text.trim() === '' && bullets.length === 0) continue;
      break;
    }
    const start = from + line.start + line.text.lastIndexOf(item);
    bullets.push({ start, end: start + item.length, text: item });
  }
  return bullets;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function clean(item: string): string {
  return capital(
    item
      .replace(/^(?:an? |the )/i, '')
      .replace(PERIOD, '')
      .replace(/[\s,.;]+$/, ''),
  );
}

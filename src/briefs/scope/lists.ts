import type { Language } from '../languages/language.ts';
import { LETTERS, lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { acceptedAt } from './accepted.ts';
import { formatAt } from './formats.ts';
import { ARTICLES, countIn, nounPhraseAt } from './noun-phrase.ts';
import { leadLength } from './quantities.ts';

/** A part of a list that is about something else: money, time, conditions. */
export const NOT_WORK = lettered(
  '█|(?<![\\p{L}])(?:deposit|up-?front|rounds?|feedback|revisions?|start\\p{L}*|done by|deadline|due|deliver(?:ed|y)? by|net \\d|payable|paid|vat|gst|tax|cancel\\p{L}*|notice|invoice\\p{L}*|refund\\p{L}*|budget(?! (?:tables?|sheets?|templates?|plans?|trackers?|reports?))|fee|price|travel|expenses|law|guests|parking|anzahlung|akonto|vorab|runden?|schleifen?|korrektur\\p{L}*|beginn|abgabe|fällig|zahlbar|bezahlt|mwst|ust|storno\\p{L}*|absage|kündig\\p{L}*|frist|rechnung\\p{L}*|honorar|pauschal\\p{L}*|preis|reise\\p{L}*|spesen|recht|gäste|acompte|avance|arrhes|tours?|retouches?|début|échéance|livraison|payables?|payé|tva|annul\\p{L}*|préavis|factur\\p{L}*|prix|tarif|forfait|honoraires|déplacements?|frais|droit|invités|anticipo|adelanto|señal?|rondas?|vueltas?|cambios|inicio|plazo|pagader\\p{L}*|pagad\\p{L}*|iva|cancela\\p{L}*|preaviso|precio|tarifa|honorarios|viajes?|viáticos|gastos|ley(?:es)?|invitados)(?![\\p{L}])',
  'iu',
);
/** What a clause says that turns its things into something not ordered. */
export const NOT_ORDERED = lettered(
  "(?<![\\p{L}])(?:optional(?:ly)?|option|opt\\.|if needed|not (?:included|ordered|needed|part)|without|no longer|instead of|nicht (?:beauftragt|bestellt|dabei|enthalten)|entfällt|statt|non retenue?s?|en option|opcional(?:es)?|sin|sans|ohne|last (?:year|time)|by others|nächstes mal|next time|letztes (?:mal|jahr)|l[’']an (?:dernier|passé)|la prochaine fois|año pasado|la próxima)(?![\\p{L}])",
  'iu',
);
const NOTHING = lettered(
  '^(?:approx\\p{L}*|about|each|no|not|nothing|never|none|kein\\p{L}*|nicht|pas|aucune?|sin|nada|ohne|sans)(?![\\p{L}])',
  'iu',
);
const PERIOD = lettered(
  ' (?:(?:each|per|a|every|this|al|par|pro|im|je|le|cada|chaque) (?:calendar )?(?:month|months|week|weeks|mes|mois|monat|session|semana|semaine|woche)|monthly|weekly|monatlich|mensuales|mensuels?)$',
  'iu',
);
const withoutPeriod = (item: string) => item.replace(PERIOD, '');

/** Says that what follows is delivered, whatever it is called; a list follows a colon or dots, a verb needs a count. */
const LABEL = lettered(
  "(?<![\\p{L}])(?:deliver(?:ables?(?: are| include)?)?|scope(?: of work)?(?: is)?|contents?|outputs?|package(?: includes)?|what (?:you(?:'|’)?ll get|you get|they get|we need|we get)|(?:you|they|we|he|she|client) (?:also )?gets?(?: from (?:you|us|me))?|(?:you|we|i) (?:also )?(?:deliver|hand over|supply|provide|produce)|to (?:be )?(?:deliver|delivered|handed over|hand over)|hand(?:ing)? ?over|(?:every|each|per) month|monthly|included|includes|including|deadline|delivery|delivering|lieferumfang|umfang|zu (?:liefern|erstellen)|abzugeben|geliefert (?:wird|werden)[^:\\n]{0,25}|lieferung|enthalten(?: sind| ist)?|inklusive|wir bekommen(?: von (?:ihnen|dir|euch))?|(?:jeden|pro|im) monat|livrables?|livraison|à (?:livrer|fournir|remettre)|remise[^:\\n]{0,40}|compris|inclus|chaque mois|par mois|entregables?|(?:se )?entregan?|a entregar|por entregar|incluye|incluido|que comprende|qué recibimos|cada mes|todos los meses|el producto) ?(?:: ?|\\.{2,} ?| \\| |(?<=\\n *(?:deliverables|scope|lieferumfang|lieferumfang|hand over) ?) +(?=\\d)|(?<=(?:deliverables|scope|lieferumfang|livrables|entregables) ?)(?=\\n))",
  'giu',
);
const OPEN = lettered(
  '^(?!deadline|delivery|delivering|included|monthly|(?:every|each|per) month|lieferung|livraison|compris|inclus|incluido|chaque|cada|todos|par mois|im monat|pro monat|jeden|enthalten|entregan?(?!bles)|se entrega|remise)',
  'iu',
);
const VERB = lettered(
  '(?<![\\p{L}])(?:(?:this |which |it |price |that )?includ(?:es?|ing)|incl\\.?|consist(?:s|ing) of|compris(?:es|ing)|deliverables(?: are)?|scope is|deliver(?:s|ing)?|gets?|give us|receives?|covers?|covering|(?:to be )?hand(?:ed|ing)? over|supply|supplies|enthält|umfasst|beinhaltet|bekommt|erhält|bekommen|erhalten|liefere?|liefern|enthalten sind|inkl\\.|inklusive|inclut|comprend|reçoit|recevez|recevrez|remets|livre|livrons|fournis|livraison de|incluye|comprende|recibe|entrego|entregamos) ',
  'giu',
);
const BULLET = /^ ?(?:[-*•–—·▪]|\d{1,2}[.)]) +(.{2,200})$/;

/** "We get the film?", "liefere die Texte": which one is meant was said before. */
const DEFINITE = /^(?:the(?! full)|der|die|das|l[ae]s?|l['’]|el|los) /i;

type Sources = { first: RegExp; seam: RegExp; stops: RegExp; lead: RegExp };
const sources = new Map<Language, Sources>();
function sourcesFor(language: Language): Sources {
  const known = sources.get(language);
  if (known) return known;
  const begins = `(?:${countIn(language)}|${ARTICLES[language]}|an?|all(?: the)?)`;
  const made = {
    first: new RegExp(`^${begins} (?!few\\b|lot\\b|couple\\b)`, 'iu'),
    seam: new RegExp(
      `;|,(?!\\d)(?: (?:and|&|plus|und|et|y))?| (?:and|&|plus|\\+|und|sowie|et|y|más) (?=${begins} )| \\+ `,
      'giu',
    ),
    stops: new RegExp(`;(?! ?${begins} )|[\\n()|]|[.!?](?=\\s|$)`, 'iu'),
    lead: new RegExp(`^(?:${ARTICLES[language]}) `, 'iu'),
  };
  sources.set(language, made);
  return made;
}

/** Lists that the brief says are delivered. */
export function behindWords(rest: string, language: Language): Span[] {
  const { first, stops } = sourcesFor(language);
  const heads = [
    ...[...rest.matchAll(LABEL)].map((match) => ({ match, label: true })),
    ...[...rest.matchAll(VERB)].map((match) => ({ match, label: false })),
  ];
  return heads
    .sort((a, b) => a.match.index - b.match.index)
    .flatMap(({ match, label }) => {
      const from = match.index + match[0].length;
      const open = label && OPEN.test(match[0]);
      if (label && /^\n/.test(rest.slice(from)))
        return bulletsAt(rest, from + 1)
          .filter(({ text }) => !NOT_WORK.test(text.replace(/ {2,}.*$/, '')))
          .flatMap((item) => inBullet(item, language));
      const stretch = rest.slice(from, from + 600);
      const semicolons = open && /^[^\n.,:]{3,40};[^\n]*;/.test(stretch);
      const stop = semicolons ? stretch.indexOf('\n') : stretch.search(stops);
      const line = stop < 0 ? stretch : stretch.slice(0, stop);
      // "You get a discount", "it covers the rent": one thing behind such a verb is a thing where it is made.
      const counted = line.slice(leadLength(line));
      const known = nounPhraseAt(counted, language);
      if (!label && (DEFINITE.test(line) || (!/^\d/.test(counted) && !known?.made))) return [];
      if (!first.test(counted) && !(open && /^\p{L}/u.test(line))) return [];
      return partsOf({ start: from, end: from + line.length, text: line }, language, open);
    });
}

/** A bullet under such a word is one thing: "Shelf, oak, four bays      6'800.00". */
function inBullet(item: Span, language: Language): Span[] {
  const cut = item.text.search(/ ?\.{3,}| \d[\d.,'’ ]*$/);
  const text = (cut < 0 ? item.text : item.text.slice(0, cut)).trim();
  const one = { start: item.start, end: item.start + text.length, text };
  return cut < 0 && /,| and | und | et | y /.test(text)
    ? partsOf(one, language, true)
    : partsOf(one, language, true, true);
}

/** The items of a list in one line, up to the first part that is about something else. */
function partsOf({ start, text: line }: Span, language: Language, open: boolean, single = false): Span[] {
  const { first, seam } = sourcesFor(language);
  const items: Span[] = [];
  const seams = single ? [] : [...line.matchAll(seam)];
  for (const [at, cut] of [undefined, ...seams].entries()) {
    const from = cut ? cut.index + cut[0].length : 0;
    const raw = line.slice(from, seams[at]?.index ?? line.length);
    const lead = raw.length - raw.trimStart().length;
    const part = raw.trim();
    const bound = leadLength(part);
    const counts = first.test(part.slice(bound));
    const named = counts ? nounPhraseAt(part.slice(bound), language) : undefined;
    const phrase = named && { ...named, end: bound + named.end };
    // "4 articles, approved by the editor": more of the thing before it.
    if (at > 0 && isBesides(part)) continue;
    if (NOTHING.test(part) || NOT_ORDERED.test(part)) break;
    // Pages alone are what a site is made of.
    const pages = phrase ? undefined : /^\d+ (?:pages|seiten|páginas)(?![\p{L}-])/iu.exec(part)?.[0];
    if (!phrase && !pages && ((!open && (at > 0 || counts)) || bound > 0)) break;
    const item = withoutPeriod(part.slice(0, phrase?.end ?? pages?.length ?? whole(part))).replace(/[\s,.;:]+$/, '');
    if (item.length < 2 || item.length > 120 || (NOT_WORK.test(item) && !phrase?.made)) break;
    if (!phrase && !pages && /^\d/.test(item)) break;
    const begin = start + from + lead;
    items.push({ start: begin, end: begin + item.length, text: item });
  }
  const last = items.at(-1);
  const two =
    open && !single && last && items.length > 1
      ? new RegExp(` (?:and|&|und|et|y) (?=[${LETTERS}-]+(?: [${LETTERS}-]+)?$)`, 'u').exec(last.text)
      : null;
  if (!last || !two) return items.length === 0 ? items : [...items, ...trailing(line, start, last, open)];
  const cut = last.start + two.index;
  const next = cut + two[0].length;
  const halves = [
    { start: last.start, end: cut, text: last.text.slice(0, two.index) },
    { start: next, end: last.end, text: last.text.slice(two.index + two[0].length) },
  ];
  return [...items.slice(0, -1), ...halves];
}

const isBesides = (part: string) =>
  [formatAt(`, ${part}`), acceptedAt(`, ${part}`)].some((one) => one?.length === part.length + 2);

/** "ten spreads, a cover and endpapers": one bare noun ends the list. */
function trailing(line: string, start: number, last: Span | undefined, open: boolean): Span[] {
  if (!last) return [];
  const more = new RegExp(`^ (?:and|&|und|et|y) ([${LETTERS}-]{4,}(?: [${LETTERS}-]+)?)$`, 'u').exec(
    line.slice(last.end - start),
  );
  if (!more?.[1] || NOT_WORK.test(more[1]) || (!open && !/s$/.test(more[1]))) return [];
  const at = start + line.length - more[1].length;
  return [{ start: at, end: at + more[1].length, text: more[1] }];
}

/** "Alors on part sur : un logo, une charte, un menu": behind a colon, at least two things with articles that are made. */
export function behindColon(rest: string, language: Language): Span[] {
  const opens = new RegExp(`: ?(?=(?:an?|one|une?|una|eine?n?) [${LETTERS}])`, 'giu');
  for (const { index, 0: colon } of rest.matchAll(opens)) {
    const start = index + colon.length;
    const line = rest.slice(start, start + 300).split(/[\n(|]|[.!?](?=\s|$)/)[0] ?? '';
    const items = partsOf({ start, end: start + line.length, text: line }, language, false);
    if (items.length > 1 && items.every(({ text }) => nounPhraseAt(text, language)?.made)) return items;
  }
  return [];
}

/** Where a thing's name ends at the latest: a word that begins to say what for, how or when. */
const ENDS =
  / (?:for|by|on|until|from|to|that|which|who|so|because|as an?|via|at|is|are|will|in (?:an?|the|two|three|\d)|each month|per|within|für|bis|am|ab|pour|avant|para|antes) /i;
function whole(part: string): number {
  const stop = part.search(ENDS);
  return stop < 0 ? part.length : stop;
}

const NEUTRAL =
  /(?:lines|lignes|details|eckdaten|points|punkte|terms|términos|conditions|konditionen|condiciones|notes|recap|summary|puntos|datos|note|facts|following|folgt|follows)\W*$/i;

/** Bullets without counts are things where what stands above them names the work and most of them are no terms. */
export function inBullets(rest: string, language: Language): Span[] {
  const lines = linesOf(rest);
  const at = lines.findIndex(({ text }) => BULLET.test(text));
  const intro = lines[at - 1]?.text.trim() || (lines[at - 2]?.text.trim() ?? '');
  const bullets = at < 0 ? [] : bulletsAt(rest, lines[at]?.start ?? 0);
  const counts = sourcesFor(language).first;
  if (bullets.length < 2 || bullets.some(({ text }) => counts.test(text))) return [];
  const things = bullets.filter(
    ({ text }) => !NOT_WORK.test(text) && !/[:=?!]|[.,] |\d{3}/.test(text) && text.split(' ').length <= 6,
  );
  if (!/:$/.test(intro) || NEUTRAL.test(intro) || things.length < 2 || things.length * 2 < bullets.length) return [];
  return things;
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

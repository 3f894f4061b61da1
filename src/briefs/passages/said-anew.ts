import { lettered, words } from './letters.ts';
import { MONTH, type SecondThought, secondThoughtsIn } from './second-thoughts.ts';
import { turnsIn } from './turns.ts';

const COUNTS =
  'two|three|four|five|six|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|six|dos|tres|cuatro|cinco|seis';
/** The kinds of figures, each before those that would take a piece of it. */
const KINDS = [
  { kind: 'percent', source: '\\d{1,3} ?%' },
  { kind: 'day', source: `\\d{1,2}(?:\\.|st|nd|rd|th)? (?:of |de )?${MONTH}(?: \\d{4})?` },
  { kind: 'price', source: '\\d{1,3}(?:[.,’ ]\\d{3})+(?:[.,]\\d{2})?|\\d{1,3}(?:[.,]\\d)? ?k|\\d{3,6}' },
  { kind: 'count', source: `\\d{1,2}|${COUNTS}` },
] as const;
type Kind = (typeof KINDS)[number]['kind'];
const FIGURE = lettered(
  `(?<![\\p{L}\\d.,])(?:${KINDS.map(({ kind, source }) => `(?<${kind}>${source})`).join('|')})(?![\\p{L}\\d%]|[.,:]\\d)`,
  'giu',
);

/** Somebody takes back what was said: it opens the sentence, or the piece of it behind a comma or a dash. */
const TAKES_BACK =
  'actually|(?:oh |ah |hm+,? )?(?:hold|hang) on|wait|sorry|correction|oops|no|scratch that|on second thoughts?|my mistake|in fact|eigentlich|moment(?: mal)?|warte(?: mal)?|ach(?: nein)?|halt|stopp?|nein|stimmt nicht|korrektur|mein fehler|en fait|ah non|attende?[sz]?|pardon|non|en réalité|au temps pour moi|erreur|en realidad|perdón|perdona|espera|bueno|uy|no|ojo|mejor dicho|me equivoqué';
const OPENS = lettered(
  `^(?:(?:ah|oh|eh|hm+|well|na|also|euh|bon|ay|but|aber|mais|pero)[,…. ]*)?(?:${TAKES_BACK})(?![\\p{L}])`,
  'iu',
);
/** Where such a piece may begin inside a sentence. */
const WITHIN = lettered(`(?<=[,;:(…–—-] ?)(?=(?:${TAKES_BACK})(?![\\p{L}]),? )`, 'giu');
/** Somebody else corrects the writer. */
const REPORTED = words(
  "says?|reminds? (?:me|us)|reminded (?:me|us)|thinks?|reckons?|tells? (?:me|us)|told me|points? out|pointed out|corrects? me|corrected me|remembers?|insists?|(?<!ich )(?:sagt|meint|glaubt|behauptet|denkt)|erinnert (?:mich|uns)|korrigiert mich|weist (?:mich )?darauf hin|dit|rappelle|pense|croit|précise|m['’]assure|corrige|dice|recuerda|cree|piensa|asegura|corrige|insiste",
);
/** What the two sides had said or settled, as against what is so elsewhere. */
const SETTLED = words(
  "(?:we|i)(?:['’]d| had| have|['’]ve)? (?:\\p{L}+ )?(?:told|said|quoted|agreed|offered|promised|put|wrote|named|asked|meant|settled|charged?)|(?:it|that|this|they|the (?:price|fee|total|rate|quote|offer|budget|deposit|deadline)) (?:was|were|is|should (?:be|have been)|should read)|it['’]s|wir|ich|es (?:waren?|sind|ist|sollten?|müssten?)|das (?:waren?|sind|ist)|(?:die|der|das) (?:preis|honorar|anzahlung|angebot|termin|abgabe|frist) (?:waren?|sind|ist)|ausgemacht|vereinbart|angeboten|abgemacht|on (?:\\p{L}+ )?(?:avait|a) (?:\\p{L}+ )?(?:dit|annoncée?|convenu|promis|proposé|parlé)|(?:avait|avions|avons|ai|avais) (?:dit|annoncée?|convenu|promis|proposé)|c['’](?:était|est)|ce sont|l['’]acompte (?:était|est)|(?:le|la) (?:prix|tarif|devis|date|livraison|délai) (?:était|est)|(?:le|les|lo)? ?(?:dijimos|dije|quedamos|acordamos|ofrecimos|ofrecí|prometimos|prometí|habíamos \\p{L}+|había \\p{L}+|hablamos)|eran?|son|es|fue(?:ron)?",
);
/** Behind the figure: its unit, the verb of a German clause, and the end. */
const TAIL = lettered(
  String.raw`^ ?(?:(?:[€$£]|eur|usd|gbp|chf|cad|aud|euros?|pounds?|dollars?|francs?|franken|pesos|dólares|libras|net|days?|weeks?|months?|rounds?|tagen?|wochen?|monate?|runden|jours?|semaines?|mois|tours?|días?|semanas?|meses|rondas?|instead|not|up-? ?front|deposit|anzahlung|vorab|acompte|d['’]acompte|señal|de señal|anticipo|gesagt|angeboten|vereinbart|ausgemacht|abgemacht|genannt|geschrieben|gewesen|versprochen|hatten|haben|hätten|waren|sein)(?![\p{L}]),? ?)*[.!?;)…]*\s*$`,
  'iu',
);
/** What a figure is about, where the words say it: only another of the same is taken back. */
const TOPICS = [
  words('deposit|up-? ?front|down ?payment|anzahlung|vorab|acompte|arrhes|señal|anticipo|adelanto'),
  words('net|pay\\p{L}*|invoices?|zahl\\p{L}*|paiement|règlement|pag\\p{L}*'),
  words('rounds?|revisions?|runden|korrektur\\p{L}*|tours?|allers-retours|rondas?|revisiones'),
] as const;
const UNIT = lettered(
  String.raw`^ ?(days?|weeks?|rounds?|tagen?|wochen?|runden|jours?|semaines?|tours?|días?|semanas?|rondas?)(?![\p{L}])`,
  'iu',
);
/** How far back the figure stands that is taken back. */
const NEAR = 400;
/** Longer than this and it tells a story. */
const LONGEST = 160;

type Figure = { readonly start: number; readonly end: number; readonly text: string; readonly kind: Kind };

/** A second thought; `hedged` where somebody else is said to know better, so that neither figure is sure. */
type SaidAnew = SecondThought & { readonly hedged: boolean };

const figuresIn = (text: string): Figure[] =>
  [...text.matchAll(FIGURE)].map((match) => {
    const kind = KINDS.find((one) => match.groups?.[one.kind])?.kind ?? 'count';
    return { start: match.index, end: match.index + match[0].length, text: match[0], kind };
  });

const SENTENCE = /(?:[^.!?\n]|[.,](?=\S)|…)+[.!?]*/g;

/** Each is read twice, so a message of nothing else has an end. */
const MOST = 4;

/** All places where a figure is said anew: right behind the words that take it back, or with a clause between. */
export function saidAnewIn(message: string): SaidAnew[] {
  const plain = secondThoughtsIn(message).map((one) => ({ ...one, hedged: false }));
  const isNew = ({ piece }: SaidAnew) => !plain.some((one) => piece.includes(one.piece) || one.piece.includes(piece));
  return [...plain, ...relatedIn(message).filter(isNew)].slice(0, MOST);
}

/** "Actually my partner says we told them £1,800". What several people say to each other is a deal, which has its own reader. */
function relatedIn(message: string): SaidAnew[] {
  const thread = turnsIn(message).length > 0;
  return [...message.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    const cuts = [...sentence.matchAll(WITHIN)].map((match) => match.index);
    const from = index + (cuts[0] ?? sentence.search(/\S/));
    const piece = sentence.slice(from - index);
    if (piece.length > LONGEST || from === 0) return [];
    const reported = REPORTED.test(piece);
    const all = figuresIn(piece);
    const now = all.at(-1);
    if (!now || all.some(({ text }) => text !== now.text) || !(reported || OPENS.test(piece)) || !SETTLED.test(piece))
      return [];
    if (!TAIL.test(piece.slice(now.end))) return [];
    const old = takenBack(message, from, piece, now);
    if (!old) return [];
    const [ahead, rest] = [message.slice(0, from), message.slice(from + piece.length)];
    const replaced = ahead.slice(0, old.start) + now.text + ahead.slice(old.end);
    return [{ piece, before: ahead + rest, after: replaced + rest, hedged: reported && !thread }];
  });
}

/** The last figure before it that can be meant: of its kind, and about the same or of the same unit where that is said. */
function takenBack(message: string, from: number, piece: string, now: Figure): Figure | undefined {
  const near = Math.max(0, from - NEAR);
  const same = figuresIn(message.slice(near, from))
    .map((one) => ({ ...one, start: one.start + near, end: one.end + near }))
    .filter((one) => one.kind === now.kind && one.text !== now.text);
  const unit = UNIT.exec(piece.slice(now.end))?.[1]?.slice(0, 3).toLowerCase();
  const topic = TOPICS.find((one) => one.test(piece));
  const strict = topic && (now.kind === 'count' || topic === TOPICS[0]);
  const about = (one: Figure) => topic?.test(clauseOf(message, one));
  const united = (one: Figure) =>
    unit &&
    message
      .slice(one.end, one.end + 4)
      .trim()
      .toLowerCase()
      .startsWith(unit);
  return same.findLast(about) ?? same.findLast(united) ?? (strict ? undefined : same.at(-1));
}

/** The words around a figure, to the next comma or stop. */
function clauseOf(message: string, { start, end }: Figure): string {
  const before =
    message
      .slice(Math.max(0, start - 40), start)
      .split(/[,;.\n](?!\d)/)
      .at(-1) ?? '';
  return `${before} ${message.slice(end, end + 24).split(/[,;.\n](?!\d)/)[0]}`;
}

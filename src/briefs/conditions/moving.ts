import { moved } from '../../contracts/calling-off.ts';
import { type Terms, term } from '../../contracts/terms.ts';
import { lengthsIn } from '../agreed/lengths.ts';
import { lettered } from '../passages/letters.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { CANCEL, hasWindow } from './cancelling.ts';
import { hangsOnMore, isOtherwise, movingIn } from './moving-terms.ts';
import { hasOwed, owedIn } from './owed.ts';

/** Moving a date, in the stems of four languages. */
const MOVE = lettered(
  String.raw`(?<![\p{L}])(?:re-?schedul\p{L}*|postpon\p{L}*|(?:date|day|booking|session|shoot|event|appointment|slot|workshop)s? (?:can|may) be (?:moved|changed|shifted)|(?:peut|peuvent) être (?:reportée?s?|décalée?s?)|mov(?:e|es|ed|ing) (?:it|(?:the |a |your |to another |of )?(?:date|day|booking|session|shoot|event|appointment|slot)s?)|(?:date changes?|changes? of (?:the )?(?:date|day)|chang(?:e|ing) the (?:date|day))|verschieb\p{L}*|verschoben|verleg(?:en|ung\p{L}*)|umbuch\p{L}*|termin(?:änderung|wechsel|verschiebung)\p{L}*|(?:le|un|du|tout) report|reports? (?:gratuits?|possible|de date|(?:de|du)(?: (?:la|le|per))? (?:date|séance|session|rendez-vous|shooting))|reporter (?:la|le) (?:date|séance|rendez-vous)|reprogramm?\p{L}*|décal(?:er|age)s?|changements? de (?:date|jour)|déplacer (?:la date|le rendez-vous|la séance)|reagend\p{L}*|aplaz\p{L}*|posterg\p{L}*|cambios? de (?:fecha|día)|cambiar (?:la fecha|el día|de fecha)|mover (?:la fecha|el día|la sesión))(?![\p{L}])`,
  'iu',
);
/** The same as they stand beside calling off: "Absage oder Verschiebung", "cancelled or moved". */
const MOVE_BESIDE = String.raw`(?:re-?schedul|postpon|mov(?:e|ing)|verschieb|verschob|verleg|umbuch|umgebucht|report|décal|aplaz|posterg|reprogram|cambi(?:o|ar))\p{L}*(?: (?:de|of) (?:date|fecha))?`;
const EITHER = lettered(
  `(?:${CANCEL.source})(?: (?:it|the \\p{L}+|den \\p{L}+|la \\p{L}+))?,? ?(?:or|and|/|oder|und|bzw\\.?|ou|et|o|y|u) ?(?:(?:the|a|to|une?|una|el|la|le|les|die|eine) )*${MOVE_BESIDE}|(?<![\\p{L}])${MOVE_BESIDE}(?: (?:it|the \\p{L}+|den \\p{L}+|la \\p{L}+))?,? ?(?:or|and|/|oder|und|bzw\\.?|ou|et|o|y|u) ?(?:(?:the|a|to|une?|una|el|la|le|les|die|eine) )*(?:${CANCEL.source})`,
  'iu',
);
/** Something was moved; whoever says so agrees on nothing. */
const PAST = lettered(
  '(?<![\\p{L}])(?:re-?scheduled|postponed|moved|verschoben|verlegt|umgebucht|reportée?s?|décalée?s?|aplazad[oa]s?|postergad[oa]s?|reprogramad[oa]s?)(?![\\p{L}])',
  'iu',
);
const FREE =
  /(?<![\p{L}])(?:free|no charge|without charge|kostenlos\p{L}*|kostenfrei\p{L}*|gratis|gratuit\p{L}*|sans frais|sin (?:coste?|cargo))(?![\p{L}])/iu;
/** What is owed, or that nothing is. */
const FIGURE = /\d ?(?:%|€|£|\$|eur|usd|gbp|chf|percent)|(?:€|£|\$|eur|usd|gbp|chf) ?\d|(?<![\p{L}])half(?![\p{L}])/iu;
/** "Moving the date costs", "fee for a date change", in the clause that speaks of moving: else it is the price of the work. */
const COSTS =
  '(?<![\\p{L}])(?:costs?|fees?|charged?|price|kostet|kosten|\\p{L}*gebühr\\p{L}*|coûte|frais|cuesta|coste|recargo)(?![\\p{L}])';
const OWN_FEE = lettered(`(?:${MOVE.source})[^,;:.]{0,40}${COSTS}|${COSTS}[^,;:.]{0,20}(?:${MOVE.source})`, 'iu');
/** What a further clause of the sentence is about instead. */
const ELSEWHERE = lettered(
  '(?<![\\p{L}])(?:deposit|down ?payment|up-? ?front|net|pay(?:able|ment)s?|invoices?|revisions?|rounds?|anzahlung|vorkasse|zahlbar|rechnung\\p{L}*|netto|korrektur\\p{L}*|acompte|facture\\p{L}*|paiement|révisions?|anticipo|factura\\p{L}*|pago|revisiones|rondas?)(?![\\p{L}])',
  'iu',
);

export type MovingReading = {
  readonly found: Pick<Terms, 'rescheduling'>;
  /** Where a brief speaks of moving alone: figures there are nothing else. */
  readonly spans: Span[];
  readonly notes: Note[];
};

/** What the brief says of moving a booking. It is no fee for calling off, and no deposit either. */
export function readMoving(text: string, home: string): MovingReading {
  const spans = stretchesIn(text, home);
  const [first, ...more] = spans;
  if (!first) return { found: {}, spans: [], notes: [] };
  const said = spans.map((span) => span.text.trim()).join('; ');
  const start = first.start;
  const value = hangsOnMore(text.slice(Math.max(0, start - 30), start).replace(/^.*[.;\n]/su, ''))
    ? undefined
    : movingIn(said, home);
  const quote = text.slice(start, (more.at(-1) ?? first).end).trim();
  if (value) return { found: { rescheduling: term(value, 'brief', quote) }, spans, notes: [] };
  return { found: {}, spans, notes: spans.map((span) => openMoving(span.text)) };
}

/** Asks what the words on moving should mean. */
export function openMoving(said: string): Note {
  const words = said.trim();
  const shown = words.length > 140 ? `${words.slice(0, 139)}…` : words;
  return {
    code: 'brief.moving',
    field: 'rescheduling',
    sentence: `“${shown}” is about moving the date. Say how often it is free, with how much notice, and what it costs otherwise.`,
    quote: words.slice(0, 500),
    answers: [{ label: 'As usual for this kind of work', set: { rescheduling: 'as usual' } }],
  };
}

/** One scale for calling off and moving: "cancelling or rescheduling within 14 days: 50%". */
export function movedAlike(text: string, cancellation: Terms['cancellation']): MovingReading['found'] {
  const at = cancellation?.quote ? text.indexOf(cancellation.quote) : -1;
  if (!cancellation || at < 0) return {};
  const before = text.slice(0, at);
  const sentence = text.slice(
    Math.max(before.lastIndexOf('\n'), before.search(/[.;] [^.;]*$/u)) + 1,
    at + (cancellation.quote?.length ?? 0) + 60,
  );
  const value = EITHER.test(sentence.split(/(?<=[.;])\s|\n/u)[0] ?? '') ? moved(cancellation.value) : undefined;
  return value ? { rescheduling: term(value, 'brief', cancellation.quote) } : {};
}

/** A sentence that speaks of both, and of what is owed or how late: calling off and moving at once. */
export const bothIn = (text: string): Span | undefined =>
  [...text.matchAll(SENTENCE)]
    .map(spanOf)
    .find(({ text: said }) => EITHER.test(said) && (isPriced(said) || hasWindow(said)));

const SENTENCE = /[^.;\n]+(?:\.\d[^.;\n]*)*/g;

/** Sentences that go on about what a late move costs. */
const FOLLOWS = lettered(
  '^\\s*(?:after(?:wards| that)|later|any later|otherwise|then|thereafter|(?:each|every|any) (?:further|other|later)|further (?:moves|changes)|danach|später|sonst|ansonsten|jede weitere|ensuite|sinon|au-delà|après|después|luego|si ?no|cada cambio)(?![\\p{L}])',
  'iu',
);

function stretchesIn(text: string, home: string): Span[] {
  const found: Span[] = [];
  for (const { 0: said, index } of text.matchAll(SENTENCE)) {
    const last = found.at(-1);
    if (last && index - last.end <= 2 && FOLLOWS.test(said) && isPriced(said) && !CANCEL.test(said)) {
      const end = index + said.length;
      found[found.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    } else if (MOVE.test(said)) found.push(...clausesOf(said, index).filter(({ text: words }) => isTold(words, home)));
  }
  return found;
}

const isPriced = (words: string) => FIGURE.test(words) || FREE.test(words) || hasOwed(words);

/** Whether words say what moving costs: by how late it is asked for, or in words that hold nothing else. */
function isTold(words: string, home: string): boolean {
  if (hasWindow(words) || (!PAST.test(words) && lengthsIn(words).some(({ working }) => working)))
    return isPriced(words);
  if (PAST.test(words) || movingIn(words, home) === undefined) return false;
  return FREE.test(words) || OWN_FEE.test(words) || owedIn(words, home).length === 0 || isLabel(words);
}

/** "Date change: EUR 80". */
const isLabel = (words: string) =>
  /^ ?:/.test(words.slice((MOVE.exec(words)?.index ?? 0) + (MOVE.exec(words)?.[0].length ?? 0)));

/** The clauses of a sentence that are about moving, from the first word that says so; what follows goes on while it says what is owed. */
function clausesOf(said: string, at: number): Span[] {
  if (EITHER.test(said)) return [];
  const spans: Span[] = [];
  let moving: boolean = false;
  let from = at;
  let open = at;
  for (const clause of said.split(/(?<=,)(?!\d)/)) {
    const end = from + clause.length;
    const last: Span | undefined = spans.at(-1);
    const begins = !CANCEL.test(clause) && MOVE.test(clause);
    const ends = CANCEL.test(clause) || ELSEWHERE.test(clause);
    const goesOn: boolean = moving && !ends && last !== undefined && isFurther(clause, last.text);
    if (last && moving && (begins || goesOn))
      spans[spans.length - 1] = { ...last, end, text: said.slice(last.start - at, end - at) };
    else if (begins) {
      const start = from + leadOf(clause);
      spans.push({ start, end, text: said.slice(start - at, end - at) });
    }
    // One clause may stand between: "less than a week before, that is seven days, we owe you 60%".
    if (begins || goesOn) open = end;
    moving = begins || goesOn || (moving && !ends && !isPriced(clause) && open === from);
    from = end;
  }
  return spans;
}

/** Whether a clause goes on about moving: its price, where none was said, or else what is owed otherwise or nearer to the day. */
const isFurther = (clause: string, before: string): boolean =>
  hasWindow(clause) || isOtherwise(clause) || FREE.test(clause) || (isPriced(clause) && !isPriced(before));

/** Where words about moving begin: "Photos for Petra with one free reschedule" has the work before. */
function leadOf(clause: string): number {
  const starts = [MOVE, FREE, TIMES].map((each) => clause.search(each)).filter((at) => at >= 0);
  return Math.min(...starts);
}
const TIMES = lettered(
  '(?<![\\p{L}\\d])(?:(?:one|two|three|a|eine?|zwei|drei|une?|deux|trois|una?|dos|tres|\\d) (?:free|complimentary|kostenlose?\\p{L}*|gratis|(?:re-?schedul|postpon|date chang|umbuch|verschieb|report|cambio)\\p{L}*)|once|twice|(?:the )?first|erste|premier|primer|einmal|zweimal|(?:une|deux|a|2) fois|(?:una|dos|a|2) ve(?:z|ces)|keine?|no|pas de|sin|within|less than|up to|bis|hasta|jusqu)(?![\\p{L}\\d])',
  'iu',
);

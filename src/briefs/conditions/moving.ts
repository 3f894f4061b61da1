import { isDeepStrictEqual } from 'node:util';
import { moved } from '../../contracts/calling-off.ts';
import { type Terms, term } from '../../contracts/terms.ts';
import type { Rescheduling } from '../../contracts/tiers.ts';
import { lengthsIn } from '../agreed/lengths.ts';
import type { Language } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { CANCEL } from './cancelling.ts';
import { isOtherwise, movingIn } from './moving-terms.ts';
import { FREE, LIMITED, MAY_COME, moveIn, NO_FEE, OWN_FEE, PAST, WISHED } from './moving-words.ts';
import { hasOwed } from './owed.ts';
import { hasWindow } from './window-words.ts';

/** The same as they stand beside calling off: "Absage oder Verschiebung", "cancelled or moved". */
const MOVE_BESIDE = String.raw`(?:re-?schedul|postpon|mov(?:e|ing)|verschieb|verschob|verleg|umbuch|umgebucht|report|décal|aplaz|posterg|reprogram|cambi(?:o|ar))\p{L}*(?: (?:de|of) (?:date|fecha))?`;
const EITHER = lettered(
  `(?:${CANCEL.source})(?: (?:it|the \\p{L}+|den \\p{L}+|la \\p{L}+))?,? ?(?:or|and|/|oder|und|bzw\\.?|ou|et|o|y|u) ?(?:(?:the|a|to|une?|una|el|la|le|les|die|eine) )*${MOVE_BESIDE}|(?<![\\p{L}])${MOVE_BESIDE}(?: (?:it|the \\p{L}+|den \\p{L}+|la \\p{L}+))?,? ?(?:or|and|/|oder|und|bzw\\.?|ou|et|o|y|u) ?(?:(?:the|a|to|une?|una|el|la|le|les|die|eine) )*(?:${CANCEL.source})`,
  'iu',
);
/** What is owed, or that nothing is. */
const FIGURE =
  /\d ?(?:%|€|£|\$|eur|usd|gbp|chf|percent)|(?:€|£|\$|eur|usd|gbp|chf) ?\d|(?<![\p{L}])half(?![\p{L}])|(?<![\p{L}])(?:costs?|charged?|fees?(?: is| of)?|price|kostet|coûte|cuesta)(?: is|:)? \d/iu;
/** What a further clause of the sentence is about instead. */
const ELSEWHERE = lettered(
  '(?<![\\p{L}])(?:deposit|down ?payment|up-? ?front|net|pay(?:able|ment)s?|invoices?|revisions?|rounds?|anzahlung|vorkasse|zahlbar|rechnung\\p{L}*|netto|korrektur\\p{L}*|acompte|facture\\p{L}*|paiement|révisions?|anticipo|factura\\p{L}*|pago|revisiones|rondas?|accept\\p{L}*|abnahme\\p{L}*|abgenommen|réputée?s?|validation|recette|acept\\p{L}*|confiden\\p{L}*|vertraulich\\p{L}*|law|recht|droit|ley|derecho|portfolio|portafolio|vat|mwst|ust|tva|iva)(?![\\p{L}])',
  'iu',
);

export type MovingReading = {
  readonly found: Pick<Terms, 'rescheduling'>;
  /** Where a brief speaks of moving alone: figures there are nothing else. */
  readonly spans: Span[];
  readonly notes: Note[];
};

/** Briefs as they were written, for words that the readers' own change: "la séance" becomes "per session". */
export type Wording = { readonly language?: Language | undefined; readonly written: (span: Span) => string };
const AS_READ: Wording = { written: ({ text }) => text };

/** What the brief says of moving a booking. It is no fee for calling off, and no deposit either. */
export function readMoving(text: string, home: string, wording = AS_READ): MovingReading {
  const spans = stretchesIn(text, home, wording);
  const [first, ...more] = spans;
  if (!first) return { found: {}, spans: [], notes: [] };
  const value = spans.some((span) => isLimited(text, span, wording)) ? undefined : agreedIn(spans, home, wording);
  const quote = text.slice(first.start, (more.at(-1) ?? first).end).trim();
  if (value) return { found: { rescheduling: term(value, 'brief', quote) }, spans, notes: [] };
  return { found: {}, spans, notes: spans.map((span) => openMoving(span.text)) };
}

/** Read in the readers' words and as written; words that come to two things are asked. */
function agreedIn(spans: readonly Span[], home: string, { written }: Wording): Rescheduling | undefined {
  const joined = (texts: readonly string[]) => texts.map((each) => each.trim()).join('; ');
  const [read, origin] = [spans.map((span) => span.text), spans.map(written)].map(joined);
  const [one, other] = [movingIn(read ?? '', home), movingIn(origin ?? '', home)];
  return one && other && !isDeepStrictEqual(one, other) ? undefined : (one ?? other);
}

/** Whether the words around a stretch, in its sentence, limit it to some bookings, wish for it or ask. */
function isLimited(text: string, { start, end }: Span, { written }: Wording): boolean {
  const before = text.slice(Math.max(0, start - 160), start).replace(/^.*(?:[.;!?\n]|\s[-–—]\s)/su, '');
  const [near = '', label = '', ...further] = before.split(/,(?!\d)|:/).reverse();
  const opens = further.length === 0 && !/\d/.test(label) ? label : '';
  const behind = text.slice(end, end + 160);
  const after = behind.slice(0, Math.max(0, behind.search(/[.;!?\n]|$/u)));
  const [next = ''] = after.split(/(?<=.),(?!\d)/);
  const lead = [near, opens].filter(Boolean).join('; ');
  const said = written({ start: start - near.length, end: start, text: near });
  const says = (words: RegExp) => words.test(lead) || words.test(said);
  return says(LIMITED) || says(WISHED) || LIMITED.test(next) || behind.charAt(after.length) === '?';
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

/** Up to a mark that ends it, which is none inside a number or behind a short form. */
const SENTENCE = /(?:[^.;!?\n]|\.(?=\d)|(?<=(?<!\p{L})(?:min|max|ca|std|inkl|incl|bzw|approx)\.?)\.)+/giu;

/** Sentences that go on about what a late move costs. */
const FOLLOWS = lettered(
  '^\\s*(?:after(?:wards| that)|later|any later|otherwise|then|thereafter|(?:each|every|any) (?:further|other|later)|further (?:moves|changes)|danach|später|sonst|ansonsten|jede weitere|ensuite|sinon|au-delà|après|después|luego|si ?no|cada cambio)(?![\\p{L}])',
  'iu',
);

function stretchesIn(text: string, home: string, { language, written }: Wording): Span[] {
  const found: Span[] = [];
  for (const { 0: said, index } of text.matchAll(SENTENCE)) {
    const last = found.at(-1);
    const next = last && index - last.end <= 2 && /^\s*[.;\n]?\s*$/.test(text.slice(last.end, index));
    if (last && next && followsOn(said)) {
      const end = index + said.length;
      found[found.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    } else if (moveIn(said, language)) found.push(...clausesOf(said, index, language));
  }
  return found.filter((span) => [span.text, written(span)].some((words) => isTold(words, home, language)));
}

/** Whether a sentence behind words on moving says what a move costs otherwise or later, and speaks of nothing else. */
function followsOn(said: string): boolean {
  if (CANCEL.test(said) || ELSEWHERE.test(said) || OF_WORK.test(said) || !isPriced(said)) return false;
  if (AGAIN.test(said) || RETORT.test(said)) return true;
  const timed = () => hasWindow(said) || RANGE.test(said) || (said.includes('%') && lengthsIn(said).length > 0);
  return FOLLOWS.test(said) || (said.length < FOLLOWS_MAX && (isOtherwise(said) || timed()));
}
/** "Moving twice is 10%". */
const AGAIN = lettered(
  '^\\s*(?:(?:moving|re-?scheduling|moves?|postponing|verschieben|umbuchen|reporter|déplacer|cambiar(?: la fecha)?) )?(?:it )?(?:twice|thrice|(?:two|three|four) times|a (?:second|third) time|zweimal|dreimal|viermal|(?:deux|trois|2|3) fois|(?:dos|tres|2|3) veces)(?![\\p{L}])',
  'iu',
);
/** "They wanted it for free, I said 25%": what was answered is no deposit. */
const RETORT = lettered(
  "^\\s*(?:(?:and|but|und|aber|et|mais|y|pero) )?(?:(?:i|we|ich|wir|on) |j['’]ai |nous avons )?(?:said|told \\p{L}+|answered|sagten?|meinten?|dit|répondu|dije|dijimos)(?![\\p{L}])[^,;]{0,20}\\d ?%",
  'iu',
);
/** "7 to 14 days: 25%". */
const RANGE =
  /^\s*(?:from |between |von |zwischen |entre |de )?\d{1,3} ?(?:[-–]|to|and|bis|und|à|et|a|y) ?\d{1,3} (?:days?|hours?|weeks?|tage|stunden|jours|heures|días|horas)/iu;
/** "Further photos EUR 20 each" is the price of more work. */
const OF_WORK = lettered(
  '(?<![\\p{L}])(?:each|every|any|per|further|additional|extra|more|beyond|zusätzlich\\p{L}*|weitere\\p{L}*|supplémentaires?|adicional\\p{L}*) (?:photo|image|picture|page|hour|word|round|revision|post|piece|bild|foto|seite|stunde|heure|hora|página|mot|wort)\\p{L}*|(?:photo|image|heure|hora|foto|página)s? (?:supplémentaires?|adicional\\p{L}*|en plus)',
  'iu',
);
const FOLLOWS_MAX = 70;

const isPriced = (words: string) => FIGURE.test(words) || FREE.test(words) || hasOwed(words);

/** Whether words say what moving costs: by how late it is asked for, or in words that hold nothing else. */
function isTold(words: string, home: string, language: Language | undefined): boolean {
  // "No rescheduling within 7 days": the days are neither a time to pay nor told of a price.
  if (BARS_LATE.test(words)) return true;
  const past = PAST.test(words) && !MAY_COME.test(words);
  if (hasWindow(words) || (!past && lengthsIn(words).some(({ working }) => working))) return isPriced(words);
  if (past) return false;
  if (!isPriced(words)) return NO_FEE.test(words) || movingIn(words, home) !== undefined;
  if (MAY_COME.test(words) || isLabel(words, language) || OWN_FEE.test(words)) return true;
  if (FREE.test(words) || isOtherwise(words)) return true;
  return movingIn(words, home) !== undefined && isPriced(words.split(/,(?!\d)/)[0] ?? '');
}

const BARS_LATE = lettered(
  '^\\s*(?:there (?:is|are) )?(?:no|keine?|pas de|aucune?|sin)(?![\\p{L}])[^,;:]*(?<![\\p{L}])(?:within|inside|less than|under|in|innerhalb|innert|binnen|weniger als|dans|moins de|en|dentro de)(?![\\p{L}])[^,;:%€$£]{0,12}\\d',
  'iu',
);

/** "Date change: EUR 80", "Verlegung des Termins: 80 Euro". */
const isLabel = (words: string, language: Language | undefined) =>
  /^(?: (?:de[rsl]?|du|of|per|la|le|the) ?(?:\p{L}+ ?){1,2})? ?:/iu.test(
    words.slice(moveIn(words, language)?.end ?? words.length),
  );

/** The clauses of a sentence that are about moving, from the first word that says so; what follows goes on while it says what is owed. */
function clausesOf(said: string, at: number, language: Language | undefined): Span[] {
  if (EITHER.test(said)) return [];
  const spans: Span[] = [];
  let moving: boolean = false;
  let from = at;
  let open = at;
  for (const clause of said.split(/(?<=,)(?!\d)/)) {
    const end = from + clause.length;
    const last: Span | undefined = spans.at(-1);
    const begins = !CANCEL.test(clause) && moveIn(clause, language) !== undefined;
    const ends = CANCEL.test(clause) || ELSEWHERE.test(clause);
    const goesOn: boolean = moving && !ends && last !== undefined && isFurther(clause, last.text);
    if (last && moving && (begins || goesOn))
      spans[spans.length - 1] = { ...last, end, text: said.slice(last.start - at, end - at) };
    else if (begins) {
      const start = from + leadOf(clause, language);
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
  hasWindow(clause) ||
  isOtherwise(clause) ||
  FREE.test(clause) ||
  RETORT.test(clause) ||
  (isPriced(clause) && (NTH.test(clause) || LIMITED.test(clause))) ||
  (isPriced(clause) && !isPriced(before));

/** "The third 200": what another one of them costs. */
const NTH = lettered(
  '^\\s*(?:(?:and|und|et|y) )?(?:(?:the|die|le|la|el) )?(?:second|third|fourth|2nd|3rd|4th|zweite|dritte|vierte|deuxième|troisième|quatrième|segund[oa]|tercer[oa]?|cuart[oa])(?![\\p{L}])',
  'iu',
);

/** Where words about moving begin: "Photos for Petra with one free reschedule" has the work before. */
function leadOf(clause: string, language: Language | undefined): number {
  const starts = [FREE, TIMES, FEE, MAY_COME, SEASON].map((each) => clause.search(each)).filter((at) => at >= 0);
  return Math.min(...starts, moveIn(clause, language)?.start ?? 0);
}
/** "In summer moving costs 25%": no day of the work. */
const SEASON =
  /^\s*(?:in|next|during|im|en|en el) (?:the )?(?:summer|winter|spring|autumn|sommer|été|hiver|verano|invierno)/iu;
const FEE = lettered(
  '(?<![\\p{L}])(?:(?:(?:travel )?expenses|frais|fee|charge|recargo|coste) (?:de|for|por|pour) (?=\\p{L}))',
  'iu',
);
const TIMES = lettered(
  '(?<![\\p{L}\\d])(?:(?:one|two|three|a|eine?|zwei|drei|une?|deux|trois|una?|dos|tres|\\d) (?:free|complimentary|kostenlose?\\p{L}*|gratis|(?:re-?schedul|postpon|date chang|umbuch|verschieb|report|cambio)\\p{L}*)|once|twice|(?:the )?(?:first|second|third)|(?:zweite|dritte|erste)|deuxième|troisième|segundo|tercer|premier|primer|einmal|zweimal|(?:une|deux|a|2) fois|(?:una|dos|a|2) ve(?:z|ces)|keine?|no|pas de|sin|within|less than|up to|bis|hasta|jusqu)(?![\\p{L}\\d])',
  'iu',
);

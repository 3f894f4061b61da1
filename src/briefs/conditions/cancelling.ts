import { type Terms, term } from '../../contracts/terms.ts';
import type { CancellationTier } from '../../contracts/tiers.ts';
import { callingOffAnswers } from '../answers.ts';
import { lettered } from '../passages/letters.ts';
import { clauseAround, type Note, type Span, spanOf } from '../passages/text.ts';
import { hasOwed, type Owed, owedIn, tierOf } from './owed.ts';
import { daysInUnit } from './stretches.ts';
import { hasWindow, NUMBER, numberOf, type SaidWindow, windowsIn } from './window-words.ts';

/** Calling it off, in the stems of four languages. */
export const CANCEL = lettered(
  String.raw`(?<![\p{L}])(?:cancell?\p{L}*|cxl|canx|kill fee|call(?:ed|ing|s)? (?:it |things |this |the \p{L}+ )?off|pull(?:s|ed|ing)? (?:it|out|the plug)|back(?:s|ed|ing)? out|drop(?:s|ped)? out|scrap(?:s|ped)?|no-?shows?|stornier\p{L}*|storno\p{L}*|annullier\p{L}*|abs[ao]g\p{L}*|abgesagt|abbestell\p{L}*|abmeld\p{L}*|ausfall\p{L}*|ausfällt|gestrichen|zurücktr\p{L}*|rücktritt|annul\p{L}*|désist\p{L}*|décommand\p{L}*|dédit|ça saute|anul\p{L}*|desconvo\p{L}*|suspen(?:d|s)\p{L}*|desist\p{L}*|sag(?:en|t|e) (?:wir|er|sie|ihr|du)[^.\n]{1,50} ab(?=[,.;\n]|$)|se echa(?:n|ra)? atrás|se baja(?:n)?)(?![\p{L}])`,
  'iu',
);
const CANCELS = new RegExp(CANCEL.source, `g${CANCEL.flags}`);
/** What shows that a window is one before the work, where nobody says that it is called off. */
const LEFT =
  /^ ?(?:to go|left|remaining|before|vor(?:her)?|avant|antes|previ[oa]s|to the (?:date|day|event)|notice|de aviso|de préavis|warning)/iu;
const NOTICE = lettered(
  `(?<![\\p{L}\\d.,])(?<n>${NUMBER})[ -](?:calendar )?(?<unit>days?|weeks?|months?|fortnights?|jours|tage|días|semaines|semanas)(?:'|’)?s?(?:'|’)? (?:(?:written |prior )?notice\\b|(?:de )?préavis|de (?:pre)?aviso|de anticipación|kündigungsfrist|frist)|(?<fn>a (?:calendar )?months?['’]?s? notice|a fortnight['’]?s notice)|(?<![\\p{L}])(?:notice(?: period)?|préavis|preaviso|kündigungsfrist|frist)(?:(?: is| of| de| von|:)*|: \\p{L}+| \\p{L}+(?: is)?) (?<m>${NUMBER})[ -](?<span>days?|weeks?|months?|jours|tagen?|días)(?![\\p{L}])|(?:en prévenant|avisando|avisa|prévenir|warning)(?: con)? (?<w>${NUMBER}) (?<s>days?|weeks?|months?|mes)(?: (?:avant|antes|de an\\p{L}+|à l['’]avance))?`,
  'giu',
);
/** "Rechnung bitte mit 20 Tagen Frist": the days of an invoice. */
const BILLED = lettered(
  String.raw`(?<![\p{L}])(?:invoices?|bill|rechnung(?:en)?|factur[ae]s?|payments?|payable|paid|zahlbar|zahlung\p{L}*)(?![\p{L}])[^,:]{0,40}$`,
  'iu',
);
type Reading = { readonly found: Pick<Terms, 'cancellation'>; readonly spans: readonly Span[] };

/** "50% if cancelled within 7 days", "cancelling: 100% within 48 hours", "two weeks' notice". Anything else is asked. */
export function readCancellation(
  text: string,
  notes: Note[],
  home: string,
  told: Reading = { found: {}, spans: [] },
): Reading {
  const spans: Span[] = [];
  const tiers: CancellationTier[] = [];
  const sentences = sentencesOf(text);
  for (const part of sentences) {
    for (const { tier, start, end } of tiersIn(part.text, home)) {
      spans.push({ start: start + part.start, end: end + part.start, text: part.text.slice(start, end) });
      tiers.push(tier);
    }
  }
  const quote = text.slice(Math.min(...spans.map((s) => s.start)), Math.max(...spans.map((s) => s.end)));
  const sane = tiers.every(
    ({ within, minor, percentMilli = 0 }) =>
      within > 0 && within <= 1_000 && ((minor ?? 0n) > 0n || (percentMilli > 0 && percentMilli <= 100_000)),
  );
  if (tiers.length > 0 && tiers.length <= 8 && sane)
    return { found: { cancellation: term({ kind: 'tiers', tiers }, 'brief', quote) }, spans };
  const notice = tiers.length === 0 ? (noticeIn(text) ?? (told.found.cancellation && told)) : undefined;
  if (notice) return notice;
  const open = sentences.find(({ text: words }) => CANCEL.test(words));
  if (open)
    notes.push({
      code: 'brief.cancellation',
      field: 'cancellation',
      sentence: 'The brief says something about cancelling that needs your own wording.',
      quote: open.text.trim().slice(0, 200),
      answers: callingOffAnswers([], home),
    });
  return { found: {}, spans };
}

/** How long before its end either side says so; of two, the one said instead. */
function noticeIn(text: string): Reading | undefined {
  const notices = [...text.matchAll(NOTICE)].flatMap((match) => {
    const { n, unit, fn, m, span, w, s } = match.groups ?? {};
    const size = unit ?? span ?? s ?? (/fortnight/i.test(fn ?? '') ? 'fortnight' : 'month');
    const days = (fn ? 1 : numberOf(n ?? m ?? w ?? '')) * daysInUnit(size);
    if (BILLED.test(clauseAround(text, match.index, match.index).before)) return [];
    const instead = /^[^.;\n]{0,80}(?:plutôt|rather|instead|lieber|mejor) (\d{1,3}) (?:days|tage)/iu.exec(
      text.slice(match.index + match[0].length, match.index + match[0].length + 110),
    )?.[1];
    return [{ days: instead ? Number(instead) : days, span: spanOf(match) }];
  });
  const [first] = notices;
  if (!first || first.days <= 0 || first.days > 365) return undefined;
  const cancellation = term({ kind: 'notice' as const, days: first.days }, 'brief', first.span.text);
  return { found: { cancellation }, spans: [first.span] };
}

/** How far from the word its conditions stand. */
const AROUND = 260;

type Tier = { tier: CancellationTier; start: number; end: number };

/** Pairs each window with what is owed within it, in the order in which the sentence has them. */
function tiersIn(said: string, home: string): Tier[] {
  // A dictated brief is one sentence: what stands far from the word is about something else.
  const at = CANCEL.exec(said)?.index ?? 0;
  const from = Math.max(0, at - AROUND);
  const sentence = ' '.repeat(from) + said.slice(from, at + AROUND);
  const windows = windowsIn(sentence).filter((window) => !isNotWindow(sentence, window));
  const owed = ofCalling(sentence, windows, home);
  const leads = (windows[0]?.start ?? 0) < (owed[0]?.start ?? 0);
  return windows.flatMap((window, at): Tier[] => {
    const next = windows[at + 1]?.start ?? sentence.length;
    const before = windows[at - 1]?.end ?? 0;
    const near =
      leads || window.form === 'until' || window.form === 'ahead'
        ? owed.filter((one) => one.start >= window.end && one.start < next)
        : owed.filter((one) => one.end <= window.start && one.start >= before).reverse();
    // "Free up to 14 days before, 50 % after that": what is owed from then on.
    const fee = near.find((one) => one.percentMilli !== 0);
    const later = fee && LATER.test(sentence.slice(window.end, fee.start));
    const free = later || near.some((one) => one.percentMilli === 0) || owed.some((one) => one.percentMilli === 0);
    if (!fee || (window.form === 'until' && !free)) return [];
    return [
      { tier: tierOf(window, fee), start: Math.min(window.start, fee.start), end: Math.max(window.end, fee.end) },
    ];
  });
}

/** Between a share and the word: it is of something else that was named before. "40%, if we cancel" is not. */
const APART = lettered(
  String.raw`^(?! ?(?:(?:of (?:it|the \p{L}+)|fee|is|are|due|owed|payable|charged|werden?|wird|fällig|berechnet|vom \p{L}+|der \p{L}+|des \p{L}+|du \p{L}+|del \p{L}+|sont|est|dus?|exigibles?|se|cobran?|paga)[ ,]+)*,? ?(?:if|when|where|should|wenn|falls|bei|sofern|si|s['’]il|en cas|quand|lors|cuando|en caso|al)(?![\p{L}])[^,;:]*$).*(?:[,;:–—]|(?<![\p{L}])(?:and|und|et|y)(?![\p{L}]))|^ ?(?:d['’]|de |del |in )?(?:deposit|up-? ?front|advance|acompte|anticipo|anzahlung|vorab|vat|discount)(?![\p{L}])`,
  'isu',
);

/** Right before a share that is paid ahead. */
const AHEAD = lettered(
  String.raw`(?<![\p{L}])(?:deposit|up-? ?front|advance|acompte|anticipo|anzahlung|vat)(?: (?:of|is|de|del|von))?:? ?$`,
  'iu',
);

/**
 * What is owed for calling it off. A sum before the word is the price of something else, and so is a share where each window
 * has its own behind it: "40% deposit, cancelling within 14 days costs 50%".
 */
function ofCalling(sentence: string, windows: readonly Span[], home: string): Owed[] {
  const words = [...sentence.matchAll(CANCELS)].map(({ index }) => index);
  const owed = owedIn(sentence, home, words[0]);
  // "A 25% kill fee, cancelling within 14 days costs 50%": the word beside the window.
  const at = words.findLast((index) => index < (windows[0]?.start ?? 0)) ?? words[0] ?? 0;
  const behind = owed.filter(({ start }) => start >= (windows[0]?.end ?? 0));
  if (behind.length < windows.length || windows.some(({ start }) => start < at)) return owed;
  const isElse = ({ start, end }: Owed) => AHEAD.test(sentence.slice(0, start)) || APART.test(sentence.slice(end, at));
  return owed.filter((one) => one.start > at || !isElse(one));
}

const PAYING = lettered(String.raw`(?:pay|zahl|règl|invoice|rechnung|factur|abon)\p{L}*(?: \p{L}+){0,2} $`, 'iu');
const WORKED = /(?:(?:per|an?) (?:hour|day|session)|\/ ?h),? ?$/i;

/** "In 14 days" of paying or delivering is no window of calling off. */
function isNotWindow(sentence: string, { start, end, form }: SaidWindow): boolean {
  const weak =
    form === 'within' && /^(?:in|about|after|en|dans|binnen|innert|innerhalb|ab)\b/i.test(sentence.slice(start, end));
  const paid = PAYING.test(sentence.slice(Math.max(0, start - 30), start));
  // "EUR 90 an hour, up to 35 hours": the most work.
  const worked = form === 'until' && WORKED.test(sentence.slice(Math.max(0, start - 24), start));
  return worked || (weak && paid) || /^ (?:after|nach|después|from) /i.test(sentence.slice(end));
}

/** What is owed then is owed from there on. */
const LATER = lettered(
  String.raw`(?<![\p{L}])(?:after|afterwards|later|thereafter|danach|dann|später\p{L}*|ensuite|après|plus tard|después|luego|más tarde)(?![\p{L}])`,
  'iu',
);
/** A window before the work and what is owed then say enough: "with under 24 hours to go it is charged in full". */
const isTold = (words: string) =>
  CANCEL.test(words) ||
  // "Free up to 30 days before, half after that."
  (/(?:before|vorher|davor|avant|antes|ahead) (?:free|gratis|kostenlos|kostenfrei|gratuit|sin cost[oe]|nothing|nichts)/iu.test(
    words,
  ) &&
    LATER.test(words) &&
    hasWindow(words)) ||
  (windowsIn(words).some(({ end }) => LEFT.test(words.slice(end))) && hasOwed(words));

/** The sentences about calling off, each with the next where that goes on: a further window, or the answer to a question. */
function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^.;\n]+(?:\.(?:\d|(?<=\d\.) (?:Tag|days?|Std))[^.;\n]*)*/g)) {
    const last = found.at(-1);
    const near = last && match.index - last.end <= 3;
    const further = /^ ?(?:and |or |if )?(?:within|less than|under|fewer than|inside)\b/i.test(match[0]);
    const answer = last && !hasOwed(last.text) && hasWindow(last.text) && hasOwed(match[0]) && match[0].length < 80;
    if (last && near && ((further && CANCEL.test(last.text)) || answer)) {
      const end = match.index + match[0].length;
      found[found.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    } else if (isTold(match[0])) found.push(spanOf(match));
  }
  return found;
}

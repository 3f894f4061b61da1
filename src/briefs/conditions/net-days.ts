import { type Terms, term } from '../../contracts/terms.ts';
import { payAnswers } from '../answers.ts';
import { lettered } from '../passages/letters.ts';
import { clauseAround, type Note, type Span, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import { askedBefore, type Turn } from '../passages/turns.ts';
import { isOfElse } from './handed-over.ts';
import { laterDays, rivalNote } from './later-days.ts';
import { daysNamedIn, daysOf } from './stretches.ts';
import { BILL_DUE, earnsDiscount, FROM_A_DAY, givenFor, OTHER_PAPER } from './time-given.ts';
import { toldDays, UNSAID } from './told-days.ts';

/** What is billed, in stems. */
const INVOICE =
  "(?:invoic\\p{L}*|bill(?:s|ed|ing)?|statement|rechnung\\p{L}*|faktura\\p{L}*|RE(?=-)|factur\\p{L}*|boletas?|recibos?|note d[’']honoraires|cuenta de cobro|emitid[ao]|emisión|radicad[ao]|receipt|receiving|réception|erhalt|recibid[ao])";
/** What paying is called, in stems; the balance and the terms stand for it. */
const PAYING =
  '(?:pay\\p{L}*|paid|pag[aou]\\p{L}*|pai[ectm]\\p{L}*|settl\\p{L}*|clear(?:s|ed)?|process(?:es|ed)?|honou?r(?:s|ed|é\\p{L}*)|remit\\p{L}*|transfer\\p{L}*|transfier\\p{L}*|wire[sd]?|eft|checks? (?:go|goes) out|money in hand|good for it|r[èé]gl\\p{L}+|acquitt\\p{L}*|vers(?:é|er|ons|ement)\\p{L}*|vir(?:é|ement)\\p{L}*|mandat(?:é|ement)\\p{L}*|(?:ge|be|über|aus)?zahl\\p{L}*|begleich\\p{L}*|beglich\\p{L}*|überw[ei]+s\\p{L}*|angewiesen|anweis\\p{L}*|fällig|abon(?:o|a|an|ar|amos|ará)\\p{L}*|consign(?:an|amos|a|o)|deposit(?:an|amos|a)|liquid(?:an|amos|a)|ingres(?:o|amos|an)|(?:hago|hacemos|hace|hacen) (?:el |la |un |una )?(?:bizum|ingreso|transferencia)|terms?|balance|rest|remainder|solde|reliquat|restant|saldo|finiquito|zahlungs\\p{L}*|konditionen|vencimiento)';
const PAID = lettered(`(?<![\\p{L}])(?:${PAYING}|${INVOICE})(?![\\p{L}])`, 'giu');
const PAYS = lettered(`(?<![\\p{L}])(?:${PAYING})(?![\\p{L}])`, 'iu');
const BILL = lettered(`(?<![\\p{L}])${INVOICE}`, 'iu');
const FRIST_OF_BILL = lettered(String.raw`(?<![\p{L}])${INVOICE}[^,:.]{0,25}$`, 'iu');
/** Right before the length: within it, or a label. */
const WITHIN = lettered(
  String.raw`(?:[:=,|]|(?<![\p{L}])(?:net|within|inside|in|on|after|at|is|are|takes?|now|about|says|ok|no|rather|je|jeweils|each|give us|allow|a|à|los|sous|dans|en|endéans|comptez|compte|les|der|den|innert|innerhalb|binnen|von|nach|mit|bei|with|auf|dentro de los|dentro de|terms?|target|zahlbar|payable|you|it|around|out|invoices?|wie (?:immer|üblich|gehabt)|as (?:usual|always)|comme (?:toujours|d['’]habitude)|como siempre|huitaine|quinzaine|spätestens|at most|au plus tard|a más tardar)(?: (?:about|a|an|délai de|(?:el )?deadline de|el plazo de|the|los|una?|einer|à peu près))?) ?["“(]?$`,
  'iu',
);
/** Behind the length: counted from the invoice. */
const FROM_INVOICE = lettered(
  `^(?:(?:,| calendar| business| corridos| naturales| hábiles| calendario| ouvrables| ouvrés)* (?:net|(?:after|from|of|on|following|post|past|nach|nachdem|once|de que|posteriores|après que|ab|dès|après|date|desde|tras|de|siguientes|después|posteriores|à|upon|as of|since)(?: [\\p{L}’']+){0,5}? ?(?<![\\p{L}])(?:${INVOICE}|(?:I|we) (?:bill|invoice)|dated|fechas?|factura))(?![\\p{L}])|[ -]net\\b| (?:to pay|payment|pay terms|out\\b(?! of)))`,
  'iu',
);
/** Behind or before the length: the days of another thing. */
const OTHERS_AFTER =
  /^(?:['’]?s?['’]? (?:written |prior )?notice|['’]? (?:of notice|before|prior|ahead|earlier|in advance|ago|late\b|long|old|per |a (?:week|month|day)|notice|interest|de aviso|de preaviso|de anticipación|de préavis|vor(?! )|vorher|avant|antes|previ[oa]s|fin de mois| ?\(?(?:mit |with |avec |con )?\d{1,2}(?:[.,]\d)? ?% ?(?:skonto|discount|escompte|descuento)|of (?:work|shoot|interpret|filming|training|the event))|-)/iu;
/** "The other half 30 days after delivery." */
const DELIVERED = lettered(String.raw`^ ?\(?(?:after|on|of|out|later|nach|après|después)(?![\p{L}])`, 'iu');
const OTHERS_BEFORE =
  /(?:less than|fewer than|more than|under|within the last|last|letzten|derni[eè]re?s|últimos|next|first|every|each|notice(?: of)?|préavis de|preaviso de|notice period|Frist von|(?<!\b(?:ask(?:s|ed|ing)?|allow(?:s|ed)?) )for|between|up to|less|old) ?$/iu;
const ELSE = lettered(
  String.raw`(?<![\p{L}])(?:deliver\p{L}*|deadline|revis\p{L}*|cancel\p{L}*|notice|start\p{L}*|finish\p{L}*|review\p{L}*|feedback|respon\p{L}*|repl(?:y|ies)|answers?|antwort\p{L}*|rückmeldung|réponse|répond\p{L}*|respuesta|(?<!my )deposit of \d|shoot\p{L}*|valid|gültig)(?![\p{L}])`,
  'iu',
);
/** Terms that were wished for, or were once. */
const WISHED = lettered(
  String.raw`(?<![\p{L}])(?:want(?:s|ed)?|asked|used to be|was|were|wollte|nannte|bisher|statt|instead of|normally|usually|en général|d['’]habitude|demandait|quería|pidió|antes eran|au lieu de)(?: (?:to|for|er|sie|it))? ?$`,
  'iu',
);
/** "Wanted 60 days, agreed on 35", "90 days in general, for her it will be 30". */
const INSTEAD = lettered(
  String.raw`^[^.;\n\d]{0,60}(?<![\p{L}])(?:agreed(?: on)|settled (?:on|for)|closed at|geeinigt auf|einigten uns auf|mais [^.;\d]{0,24}ce sera|sera|agreed|quedamos en|quedó en|we said|now|jetzt) (?<n>\d{1,3})(?!\d|[.,]\d| ?[€$£%])`,
  'iu',
);
/** "The letter says 15 days and the table says 60." */
const OR = lettered(
  String.raw`^[^.;\n\d]{0,50}(?<![\p{L}])(?:(?:says|said|states|or|sagt|oder|dit|ou|dice) \d{1,3}(?!\d|[.,]\d| ?[€$£%]| \p{L})|${OTHER_PAPER}[^.;\n\d]{0,24} \d{1,3} (?:days|weeks)(?![\p{L}]))`,
  'iu',
);
/** Two lengths of which the second is said instead. */
const RATHER = lettered(
  String.raw`(?<![\p{L}])(?:no,? wait|actually|sorry|rather|to be honest|instead|ok|now takes|nein|quatsch|doch|besser|non|plutôt|mettons|en fait|no,|mejor|digo|perdón|bueno)(?![\p{L}])`,
  'iu',
);

const END_OF_MONTH = lettered(
  String.raw`(?<![\p{L}\d])\d{1,3} days,? (?:fin d[eu] (?:mois|months)|end of (?:the )?month|eom)\b`,
  'iu',
);
const RECEIPT = lettered(
  String.raw`\bpaid (?:on )?(?:the )?same day\b|\b(?:due|payable|pay(?:s|ment)?|paid)(?: [\p{L}’']+){0,3}? (?:up)?on receipt\b|\bdue immediately\b`,
  'giu',
);
const AT_ONCE = lettered(
  String.raw`(?<![\p{L}])(?:immediately|straight away|right away|at once|(?:the |on )?(?:the )?(?:same|very) day|the day|sofort|umgehend|unverzüglich|sobald|le jour(?: même)?|dès (?:que|réception)|(?:gleich )?bei erhalt|as soon as|the moment|aussitôt|immédiatement|el mismo día|apenas|en cuanto|ni bien|de inmediato|en el (?:momento|acto)|al (?:momento|instante|toque|tiro)|altiro|según (?:llega|llegue|entra|entre)|nada más (?:recibir|llegar|ten)\p{L}*|al recibir\p{L}*|à réception|upon receipt|on receipt)(?![\p{L}])`,
  'iu',
);
/** In much of Latin America an invoice that is "cancelled" is paid. */
const SETTLED = lettered(String.raw`factura(?: \p{L}+){0,3} cancel|cancel\p{L}*(?: \p{L}+){0,2} factura`, 'iu');
/** Nobody is sure. */
const UNSURE = lettered(
  String.raw`(?<![\p{L}])(?:not sure|can['’]t remember|i forget|to be confirmed|tbc|no me acuerdo|no recuerdo|(?:le|te) confirmo|por confirmar|weiß (?:ich )?nicht|nicht sicher|keine ahnung|je ne sais plus|pas sûre?|à confirmer)(?![\p{L}])`,
  'iu',
);
const SHARED = lettered(
  String.raw`%|(?<![\p{L}])(?:half|quarter|third|per ?cent|prozent|deposit|anzahlung|acompte|avance|advance|anticipo|seña|adelanto|moitié|hälfte|mitad)(?![\p{L}])`,
  'iu',
);
const DEPOSITS = lettered(
  String.raw`(?<![\p{L}])(?<!(?:no|without a|after the|after a) )(?:deposit|anzahlung|acompte|advance|avance|anticipo|seña|señal|adelanto|arrhes|vorschuss|down ?payment)(?![\p{L}])`,
  'giu',
);
const REST = lettered(
  String.raw`(?<![\p{L}])(?:balance|rest|remainder|final|invoices?|rechnung\p{L}*|factur\p{L}*|other|else|saldo|solde|terms?|and|und|et|y)(?![\p{L}])|\n|[,;.] |\|`,
  'iu',
);
const SHARES = new RegExp(SHARED.source, `g${SHARED.flags}`);
type Hit = { readonly span: Span; readonly days: number };

/** Within how many days an invoice is paid: by what stands between a length and the words of paying around it. */
export function readNet(
  text: string,
  turns: readonly Turn[],
  notes: Note[],
): { found: Pick<Terms, 'netDays'>; spans: Span[] } {
  const told = turns.length === 0 ? toldDays(text) : undefined;
  if (told?.note) notes.push(told.note);
  if (told) {
    const { hit, spans } = told;
    return { found: hit && hit.days <= 180 ? { netDays: term(hit.days, 'brief', hit.span.text) } : {}, spans };
  }
  const hits = daysNamedIn(text)
    .map((match): Hit & { readonly fits: boolean } => ({
      span: spanOf(match),
      days: daysOf(match),
      fits: isTerm(text, match, turns),
    }))
    .filter(({ fits }) => fits)
    .sort((a, b) => a.span.start - b.span.start);
  hits.push(...atOnce(text, hits).map((span) => ({ span, days: 0, fits: true })));
  const standing = settled(text, hits);
  const spans = hits.map(({ span }) => span);
  const first = standing[0];
  const later = first ? laterDays(text, { end: first.span.end, days: first.days }) : [];
  if (first && later.length > 0) {
    notes.push(rivalNote([first, ...later]));
    return { found: {}, spans: [...spans, ...later.map(({ span }) => span)] };
  }
  const open = END_OF_MONTH.exec(text)?.[0] ?? (first ? undefined : UNSAID.exec(text)?.[0]);
  if (open || (first && (new Set(standing.map(({ days }) => days)).size > 1 || !(first.days <= 180)))) {
    const sentence = 'It is not clear within how many days invoices are payable.';
    const answers = payAnswers(standing.map(({ days }) => days));
    notes.push({ code: 'brief.net-days', field: 'netDays', sentence, quote: open ?? first?.span.text ?? '', answers });
    return { found: {}, spans };
  }
  return first ? { found: { netDays: term(first.days, 'brief', first.span.text) }, spans } : { found: {}, spans };
}

/** Whether a length is the time to pay. */
function isTerm(text: string, match: RegExpExecArray, turns: readonly Turn[]): boolean {
  const [start, end] = [match.index, match.index + match[0].length];
  if (/^net/i.test(match[0])) return true;
  const { before, after } = clauseAround(text, start, end);
  // The word for a notice is the word for a time to pay: "Rechnung mit 20 Tagen Frist".
  if (/^ notice/.test(after) && FRIST_OF_BILL.test(before)) return true;
  if (isAnother(before, after)) return false;
  const said = [...before.matchAll(PAID)].at(-1);
  // "Dans un délai de" is no deadline of the work.
  const between = (said ? before.slice(said.index + said[0].length) : before).replace(/deadline de $/u, '');
  if (BILL_DUE.test(`${before}█${after}`)) return true;
  const part = between.split(/, | and /).at(-1) ?? '';
  const given = givenFor(after);
  if (given === 'paying' || (FROM_INVOICE.test(after) && given !== 'else')) return !ELSE.test(part);
  const asked = askedBefore(text, start, turns);
  if (asked && asked.search(PAID) >= 0) return true;
  const tied = WITHIN.test(before) || between === ' ' || DELIVERED.test(after);
  if (ELSE.test(part) || !tied) return false;
  if (!said || between.length > 120) return /\d ?%[^%,]{0,12}$/.test(before) && DELIVERED.test(after);
  return (
    !/^an?$/i.test(match.groups?.n ?? '') ||
    /(?:within|inside|in|after|of|innerhalb|binnen|innert|sous|dans|en) $/i.test(before)
  );
}

/** The days of another thing, or of the deposit; "the rest a week out" is before the day of the work. */
const isAnother = (before: string, after: string) =>
  FROM_A_DAY.test(after) ||
  OTHERS_AFTER.test(after) ||
  OTHERS_BEFORE.test(before) ||
  (/^ out\b/.test(after) && !BILL.test(before) && !BILL.test(after.slice(0, 40))) ||
  isOfElse(before, after) ||
  isDeposit(before);

/** Until the work is there. */
const WORK_DONE = lettered(
  String.raw`(?<![\p{L}])(?:done|ready|needed|finished|fertig|prête?s?|list[oa]s?)(?![\p{L}])`,
  'iu',
);

/** Whether a length can be the time to pay at all: its sentence speaks of nothing else that takes time. */
export function canBeNet(text: string, { start, end }: Span): boolean {
  const { before, after } = clauseAround(text, start, end);
  if (isAnother(before, after) || givenFor(after) === 'else') return false;
  // "Logo, EUR 900, within 14 days" says of nothing that it is paid then.
  const part = wordsBefore(text, { start }).replace(/^ ?(?:within|in) $/, '') + wordsAfter(text, { end });
  if (!/\p{L}/u.test(part) && !/[:|]/.test(before)) return false;
  const near = `${before.slice(-60)}█${after.slice(0, 20)}`;
  return !ELSE.test(near) && !WORK_DONE.test(near);
}

/** "The deposit is payable within 8 days": no other part of the price is named behind it. */
const isDeposit = (before: string) => {
  const at = [...before.matchAll(DEPOSITS)].at(-1);
  return Boolean(at && !REST.test(before.slice(at.index + at[0].length)));
};

/** Paid when the invoice comes: said with the words of receiving it, and of no part of the price. */
function atOnce(text: string, hits: readonly Hit[]): Span[] {
  const told = [...text.matchAll(RECEIPT)]
    .map(spanOf)
    // "Payable 10 days on receipt": the days are said.
    .filter(
      (span) => !isShared(text, span) && !hits.some(({ span: days }) => days.start < span.end && days.end > span.start),
    );
  if (told.length > 0 || hits.length > 0) return told;
  for (const sentence of text.matchAll(/[^.;\n!?]+/g)) {
    const [words] = sentence;
    const now = AT_ONCE.exec(words);
    const paid = now && (PAYS.test(words) || SETTLED.test(words));
    if (!now || !paid || SHARED.test(words.replaceAll(/no deposit/gi, '')) || !BILL.test(words)) continue;
    const start = sentence.index + now.index;
    return [{ start, end: start + now[0].length, text: now[0] }];
  }
  return [];
}

/** "40 % on receipt of your deposit invoice" is a part of the price. */
function isShared(text: string, { start, end }: Span): boolean {
  const { before, after } = clauseAround(text, start, end);
  const near = before.replaceAll(/no deposit/gi, '').slice(-50);
  const share = [...near.matchAll(SHARES)].at(-1);
  const part =
    share &&
    !lettered(String.raw`,|(?<![\p{L}])(?:balance|rest|remainder|total)(?![\p{L}])`, 'iu').test(
      near.slice(share.index),
    );
  return (
    Boolean(part) || lettered(String.raw`^ (?:\p{L}+ ){0,3}(?:d['’])?(?:acompte|deposit invoice)`, 'iu').test(after)
  );
}

/** Without what was wished for or corrected where another length stands. */
function settled(text: string, hits: readonly Hit[]): readonly Hit[] {
  const told = hits.flatMap(({ span, days }): Hit[] => {
    const instead = INSTEAD.exec(text.slice(span.end, span.end + 90))?.groups?.n;
    const rival =
      UNSURE.test(clauseAround(text, span.start, span.end).after) || OR.test(text.slice(span.end, span.end + 90));
    return [{ span, days: rival ? Number.NaN : instead ? Number(instead) : days }];
  });
  const kept = told.filter(({ span }, at) => {
    const next = told[at + 1]?.span;
    if (told.length > 1 && earnsDiscount(text, span, { last: told[at - 1]?.span, next })) return false;
    if (told.length > 1 && WISHED.test(text.slice(Math.max(0, span.start - 30), span.start))) return false;
    return (
      !next ||
      next.start - span.end > 60 ||
      !RATHER.test(text.slice(span.end, next.start).replace(/\bor actually\b/i, ''))
    );
  });
  return kept.length > 0 ? kept : told;
}

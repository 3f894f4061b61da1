import { addDays, type Day, formatDay } from '../../shared/dates.ts';
import type { Englished } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';
import { type Note, type Span, spanOf, wordsBefore } from '../passages/text.ts';
import { daysOf, stretchesIn } from './stretches.ts';

const UNIT =
  '(?:days?|weeks?|months?|fortnight|tagen?|wochen?|monat(?:en?)?|jours?|semaines?|mois|d[ií]as?|semanas?|mes(?:es)?)';
const LENGTH = `(?:\\d{1,3}|\\p{L}{1,9}) ${UNIT}(?![\\p{L}-])(?! (?:after|from|of|nach|ab|après|à compter|tras|desde|después))`;
const DUE = lettered(
  `(?<![\\p{L}])(?:due (?:with)?in ${LENGTH}|fällig (?:in|innerhalb(?: von)?|binnen|innert) ${LENGTH}|(?:in|innerhalb von|binnen|innert) ${LENGTH} fällig|(?:dû|due|échéance|exigible)s? ?:? ?(?:dans|sous|d['’]ici) ${LENGTH}|(?:vencen?|exigible) (?:en|dentro de) ${LENGTH})`,
  'giu',
);
/** What is paid, or a share of it. */
const PAID = lettered(
  '%|(?<![\\p{L}])(?:pa(?:y|id)\\p{L}*|invoic\\p{L}*|bills?|balance|rest|remainder|half|third|deposit|fees?|price|amount|total|sum|interest|\\p{L}*(?:zahl|rechnung|betrag|summe)\\p{L}*|rest\\p{L}*|hälfte|preis|honorar|gage|saldo|pai\\p{L}*|règle\\p{L}*|factur\\p{L}*|solde|acompte|moitié|montant|prix|honoraires|pag\\p{L}*|anticipo|mitad|importe|precio|honorarios)(?![\\p{L}])',
  'iu',
);
/** What says nothing of what is due. */
const FILLER = lettered(
  "(?<![\\p{L}])(?:it['’]s|that['’]s|its?|that|this|is|are|and|all|everything|eur|usd|gbp|chf|euros?|flat|fixed|das|es|ist|sind|und|alles|wird|pauschal|c['’]est|est|sont|et|tout|le|la|l|y|es|todo|está|vence|il|elle)(?![\\p{L}])|[^\\p{L}]",
  'giu',
);

/** A length in which something falls due: the work, or nobody says what. */
export type Due = Span & { readonly open: boolean };

/**
 * Lengths behind "due" that can't be taken for the time to pay, as the brief is written: what is due is work ("the logo is due in
 * two weeks"), or goes unsaid ("EUR 900, due in two weeks"). What is paid then is left to the reader of days to pay.
 */
export const duesIn = (said: string): Due[] =>
  [...said.matchAll(DUE)].map(spanOf).flatMap((span): Due[] => {
    const subject = wordsBefore(said, span, 80);
    if (PAID.test(subject)) return [];
    const open = subject.replace(FILLER, '') === '' && !isBehindWork(said, span);
    return [{ ...span, open }];
  });

/** "Landing page for Mia Berg, due in two weeks, 600 euros": the clause before is the work, and no sum has been named yet. */
function isBehindWork(said: string, { start }: Span): boolean {
  const before = /[^.;!?\n]*$/.exec(said.slice(Math.max(0, start - 160), start))?.[0] ?? '';
  return /, ?$/.test(before) && /\p{L}{3}/u.test(before) && !/\d/.test(before);
}

/** What is asked where something is due and nobody says whether it is the work or the money. */
export function dueNote(due: Due, { text, placed }: Pick<Englished, 'text' | 'placed'>, today: Day): Note[] {
  const { start, end } = placed(due);
  const [length] = stretchesIn(text.slice(start, end));
  const days = length ? daysOf(length) : Number.NaN;
  if (!due.open || !(days > 0)) return [];
  const day = addDays(today, days);
  const answers = [
    { label: `The work, by ${formatDay(day)}`, set: { endOn: day } },
    ...(days <= 180 ? [{ label: `The money, ${days} days after the invoice`, set: { netDays: String(days) } }] : []),
  ];
  const sentence = `“${due.text}” can be when the work is due or how long there is to pay; say which.`;
  return [{ code: 'brief.due', field: 'endOn', sentence, quote: due.text, answers }];
}

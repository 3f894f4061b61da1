import type { TermName, Terms } from '../contracts/terms.ts';
import type { ParsedBrief } from './brief.ts';
import { CHANGE, JOINED, ROUND } from './conditions/revision-words.ts';
import { isOwn, keepsRest, takenOver } from './passages/kept.ts';
import { words } from './passages/letters.ts';
import type { Message } from './passages/quoted.ts';
import type { Note } from './passages/text.ts';

/** One mail's reading, and the words by whose days it is told whether a reply speaks of a day that nobody could place. */
export type Read = Omit<ParsedBrief, 'questions'> & {
  readonly openDays: boolean;
  /** What is asked of other people's figures where the whole chain leaves it open. */
  readonly others: readonly Note[];
};

/** A rate and a reason for none are one thing. */
const TAX = ['taxRateMilli', 'taxReason'] as const satisfies TermName[];
/** Terms that an older mail may say for a reply that does not speak of them; who the client is only the client's own mails say. */
const TERMS = [
  ...(['netDays', 'revisions', 'deposit', 'deliverables', 'startOn', 'endOn', 'booking'] as const),
  ...(['cancellation', 'rescheduling', 'governingLaw', 'title', 'template', 'rights', 'taxIncluded'] as const),
  ...TAX,
  ...(['expenses', 'killFee', 'portfolio', 'confidentialityYears', 'acceptanceDays'] as const),
] satisfies TermName[];
const PRICE = ['fee', 'currency'] as const satisfies TermName[];
const CLIENT = [
  'clientName',
  'clientCompany',
  'clientEmail',
  'clientAddress',
  'clientTaxId',
  'clientCountry',
  'clientArea',
] as const satisfies TermName[];
const DAYS: readonly TermName[] = ['startOn', 'endOn', 'booking'];

/** What a reply speaks of when it says something else of a term, in four languages. */
const SPEAKS: Partial<Record<TermName, RegExp>> = {
  deposit: words(
    'deposit|up-? ?front|in advance|down ?payment|anzahlung|vorschuss|vorkasse|vorab|akonto|acompte|avance|arrhes|anticipo|seña|señal|adelanto|adelantad\\p{L}*|por adelantado|a cuenta',
  ),
  netDays: words(
    'invoic\\p{L}*|bill(?:s|ed)?|net|pay(?:s|ment)?|paid|balance|zahl\\p{L}*|rechnung\\p{L}*|factur\\p{L}*|pai\\p{L}*|règl\\p{L}*|solde|pag\\p{L}*|saldo',
  ),
  revisions: words(`${CHANGE}|${ROUND}|${JOINED}`),
  cancellation: words(
    'cancel\\p{L}*|storn\\p{L}*|absag\\p{L}*|annul\\p{L}*|anul\\p{L}*|notice|kündig\\p{L}*|préavis|preaviso',
  ),
  governingLaw: words('laws?|recht|droit|ley(?:es)?'),
};
/** With a figure or a refusal it is something else; "the deposit is fine" takes what was proposed. */
const OTHERWISE = words(
  "\\d+|no|not|none|without|don[’']t|can[’']t|won[’']t|kein\\p{L}*|nicht|ohne|pas|sans|aucun\\p{L}*|ni|sin|nada|ningun\\p{L}*|one|two|three|four|five|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|half|hälfte|moitié|mitad",
);

/** Where nothing is listed, what the work is called stands for what is handed over. */
const isNamed = ({ deliverables, title }: Terms) => deliverables?.quote === title?.quote;

function speaksOf(field: TermName, { found, notes, openDays }: Read, said: string): boolean {
  if ((found[field] && !(field === 'deliverables' && isNamed(found))) || notes.some((note) => note.field === field))
    return true;
  if (DAYS.includes(field)) return openDays;
  const about = SPEAKS[field];
  const price = found.fee?.quote ?? '';
  return (said.replace(price, '').match(/[^.;!?\n]+/g) ?? []).some(
    (sentence) => about?.test(sentence) && OTHERWISE.test(sentence) && !keepsRest(sentence),
  );
}

/**
 * A reply, and for what it does not speak of the older mail whose terms it takes over, read by the same readers; that mail may
 * itself answer one. What a reply does not take over stays unread: an old offer may be outdated.
 */
export function readChain(reply: Message, older: readonly Message[], read: (text: string) => Read): Read {
  const own = read(reply.text);
  const price = own.found.fee?.quote ?? own.beyond.rate?.quote ?? own.hints.fee;
  const asked = own.notes.some(({ field }) => field === 'fee');
  const at = takenOver(reply, older, { price, priced: Boolean(price) || asked });
  const message = older[at];
  if (!message) return own;
  const said = { ...message, text: withoutOtherOptions(message.text, price) };
  const theirs = readChain(said, older.slice(at + 1), read);
  // Two mails of one hand say together who it is.
  const who = isOwn(reply, message) ? read(`${reply.text}\n\n${message.text}`) : own;
  return taking(reply, { own, theirs, who });
}

function taking(reply: Message, { own, theirs, who }: Record<'own' | 'theirs' | 'who', Read>): Read {
  const { beyond } = own;
  const priced =
    Boolean(own.found.fee ?? beyond.rate ?? own.hints.fee) || own.notes.some(({ field }) => field === 'fee');
  const taxed = TAX.some((name) => speaksOf(name, own, reply.text));
  const free = (field: TermName) =>
    !speaksOf(field, own, reply.text) &&
    !(taxed && (TAX as readonly TermName[]).includes(field)) &&
    !(field === 'deposit' && beyond.milestones) &&
    !(field === 'deliverables' && isNamed(theirs.found));
  const fields: readonly TermName[] = [
    ...TERMS.filter(free),
    ...(priced ? [] : PRICE.filter((field) => !own.found[field])),
  ];
  const of = (from: Read, names: readonly TermName[]) =>
    Object.fromEntries(names.flatMap((name) => (from.found[name] ? [[name, from.found[name]]] : [])));
  const asks = ({ field }: Note) => field !== undefined && fields.includes(field);
  const { bookings, bookingsQuote } = beyond.bookings.length === 0 && free('booking') ? theirs.beyond : beyond;
  return {
    ...own,
    found: { ...own.found, ...of(theirs, fields), ...of(who, CLIENT) },
    notes: [...own.notes, ...theirs.notes.filter(asks)],
    hints: priced ? own.hints : { ...theirs.hints, ...own.hints },
    beyond: priced
      ? { ...beyond, bookings, bookingsQuote }
      : {
          rate: beyond.rate ?? theirs.beyond.rate,
          overage: beyond.overage ?? theirs.beyond.overage,
          milestones: own.found.deposit ? undefined : (beyond.milestones ?? theirs.beyond.milestones),
          bookings,
          bookingsQuote,
        },
  };
}

const OPTION =
  /^[^\p{L}\d\n]{0,3}(?:option|opción|opcion|variante?|paket|package|pack|plan|version|versión|formule|forfait) ?[A-Z0-9]{1,2}(?![\p{L}\d])[^\n]*$/gimu;

/** Of several offers in lines of their own the one whose price the reply names. */
function withoutOtherOptions(text: string, price: string | undefined): string {
  const figure = /\d[\d.,'’ ]*\d/.exec(price ?? '')?.[0];
  const lines = text.match(OPTION) ?? [];
  if (!figure || lines.filter((line) => line.includes(figure)).length !== 1) return text;
  return text.replace(OPTION, (line) => (line.includes(figure) ? line : ''));
}

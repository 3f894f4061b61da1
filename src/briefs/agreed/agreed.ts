import { type Terms, term } from '../../contracts/terms.ts';
import { toCompare } from '../../shared/same.ts';
import { scanAmounts, sumOf } from '../money/amounts.ts';
import { signFits } from '../money/currencies.ts';
import { scanShares } from '../money/share-scan.ts';
import { lettered, said } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import { acceptanceIn, tellsAcceptance } from './acceptance.ts';
import { secrecyYearsIn } from './confidentiality.ts';
import { expensesIn } from './expenses.ts';
import { hangsOnTime, killFeeIn } from './kill-fee.ts';
import { lengthsIn } from './lengths.ts';
import { portfolioIn } from './portfolio.ts';
import { rightsIn } from './rights.ts';
import { rightsAgreed, type Voice } from './rights-agreed.ts';
import { type Piece, piecesIn, TOPICS, type Topic } from './topics.ts';
import { bare, inShort, REFUSED, VAGUE } from './words.ts';

export type AgreedReading = {
  readonly found: Pick<Terms, Topic>;
  readonly notes: Note[];
  /** The figures that are one of these terms, and so nothing else. */
  readonly spans: Span[];
};

/**
 * What a brief says of rights, expenses, an early end, the portfolio, secrecy and acceptance, in the words it was written in. What it
 * speaks of and does not settle is said in a note that names the term, so that no template's own stands there unseen.
 *
 * @param currency That of the contract, which a limit of expenses is in.
 */
export function readAgreed(written: string, currency: string): AgreedReading {
  const pieces = piecesIn(written).filter(({ topic, text }) => SPOKEN_OF[topic](text));
  const voice: Voice = TO_MAKER.test(written) ? 'client' : 'maker';
  const of = (topic: Topic) => pieces.filter((piece) => piece.topic === topic);
  const isOrder = ({ text }: Piece) => ORDERED.test(text);
  const notes: Note[] = [];
  const found: Record<string, unknown> = {};
  const rights = rightsAgreed(
    of('rights').map((piece) => ({ piece, said: isOrder(piece) ? undefined : rightsIn(piece.text, voice) })),
  );
  notes.push(...rights.notes);
  if (rights.found) found.rights = rights.found;
  for (const topic of PLAIN) {
    const values = of(topic).map((piece) => ({
      piece,
      value: isOrder(piece) ? undefined : VALUES[topic](piece.text, currency),
    }));
    const read = oneOf(values);
    if (read) found[topic] = term(read.value, 'brief', bare(read.piece.text));
    const open = values.find(({ value }) => value === undefined);
    const [first] = values;
    if (first && !read) notes.push(openNote(topic, (open ?? first).piece));
  }
  return {
    found: found as AgreedReading['found'],
    notes,
    spans: pieces.flatMap((piece) => figuresOf(piece, currency)),
  };
}

const PLAIN = ['expenses', 'killFee', 'portfolio', 'confidentialityYears', 'acceptanceDays'] as const;
type Plain = (typeof PLAIN)[number];
type Value = NonNullable<Terms[Plain]>['value'];
type Expenses = NonNullable<Terms['expenses']>['value'];

const VALUES: Record<Plain, (words: string, currency: string) => Value | undefined> = {
  expenses: expensesOf,
  killFee: (words) => sure(words, killFeeIn(words), (percentMilli) => ({ percentMilli })),
  portfolio: portfolioIn,
  confidentialityYears: (words) => sure(words, secrecyYearsIn(words), (years) => years),
  acceptanceDays: (words) => sure(words, acceptanceIn(words), (days) => days),
};

const sure = <T, R>(words: string, value: T | undefined, as: (value: T) => R): R | undefined =>
  value === undefined || VAGUE.test(words) ? undefined : as(value);

/** What the words of a term may also be, so that only those count which speak of it here. */
const SPOKEN_OF: Record<Topic, (words: string) => boolean> = {
  acceptanceDays: tellsAcceptance,
  portfolio: (words) => SHOWN.test(words),
  expenses: () => true,
  killFee: () => true,
  rights: () => true,
  confidentialityYears: () => true,
};
const SHOWN = said(
  'show\\p{L}*|use[ds]?|using|include[ds]?|publish\\p{L}*|post(?:ed)?|feature[ds]?|appear\\p{L}*|display\\p{L}*|put|ok(?:ay)?|yes|no|not|allowed|permitted|only|after|portfolio:|zeig\\p{L}*|nutz\\p{L}*|verwend\\p{L}*|nenn\\p{L}*|aufnehm\\p{L}*|erschein\\p{L}*|darf|dürfen|kein\\p{L}*|nicht|montr\\p{L}*|utilis\\p{L}*|figur\\p{L}*|présent\\p{L}*|mettre|appara\\p{L}*|cit\\p{L}*|pas|peut|peux|mostrar\\p{L}*|muestr\\p{L}*|usar\\p{L}*|incluir\\p{L}*|publicar\\p{L}*|enseñar\\p{L}*|puede|puedo|permission|consent|zustimmung|accord|autorisation|permiso|autorización',
);

/** Written to who makes the work: "your quote", "dein Angebot". Then "we keep the rights" are the client's words. */
const TO_MAKER = lettered(
  String.raw`(?<![\p{L}])(?:your (?:fee|price|quote|quotation|offer|invoices?|rate|proposal|tender|bid|work)|(?:dein|ihr)(?:e[nmrs]?)? (?:angebot|honorar|rechnung(?:en)?|preis|kostenvoranschlag|arbeit)|(?:votre|ton|ta|vos) (?:devis|offre|tarif|prix|factures?|travail)|(?:tu|su) (?:presupuesto|tarifa|precio|factura|oferta|trabajo|propuesta))(?![\p{L}])`,
  'iu',
);

type Valued<T> = { readonly piece: Piece; readonly value: T };

/** What all that say it agree upon; undefined where nobody does, or they don't. */
function oneOf<T>(values: readonly Valued<T | undefined>[]): Valued<T> | undefined {
  const told = values.filter((one): one is Valued<T> => one.value !== undefined);
  const [first] = told;
  const same = new Set(told.map(({ value }) => toCompare(value))).size === 1;
  return first && same ? first : undefined;
}

/** Who tells somebody to write something agrees to nothing: "add a clause that …", "write that all rights pass", "écris que …". */
const ORDERED = said(
  '(?:add|insert|append|include|put in) (?:an?|the|this|following) clause|(?:füg\\p{L}*|ergänz\\p{L}*|schreib\\p{L}*) [^.\\n]{0,40}klausel|(?:ajout\\p{L}+|insér\\p{L}+|inscri\\p{L}+) (?:une|la|cette) clause|(?:agreg\\p{L}+|añad\\p{L}+|incluy\\p{L}+) (?:una|la|esta) cláusula|' +
    '(?:write|state|note|say) (?:down |in )?that|(?:schreib\\p{L}*|vermerk\\p{L}*|notier\\p{L}*)[^.\\n]{0,20},? dass|(?:écri(?:s|re|vez)|indiqu\\p{L}+|not(?:e|ez|er)) que|(?:escrib\\p{L}+|indi(?:ca|que|car)|anot\\p{L}+) que',
);

const LIMIT = said("up to|max\\.?|maximum|at most|bis(?: zu)?|höchstens|jusqu[’']à|hasta");

/** Amounts that are said of expenses, in the contract's currency; what is written in another one is none. */
function amountsIn(words: string, currency: string) {
  const from = TOPICS.expenses.exec(words)?.index ?? 0;
  // "EUR 2,400 including travel" is the price.
  const theirs = ({ start }: Span) => start > from || LIMIT.test(words.slice(0, start).slice(-14));
  return scanAmounts(words, [...scanShares(words, []), ...lengthsIn(words)], currency)
    .amounts.filter(theirs)
    .map((amount) => {
      const own = amount.currency === undefined || amount.currency === currency || signFits(amount.currency, currency);
      return { amount, sum: own ? sumOf(amount, currency) : undefined };
    });
}

/** "0.38 €/km" and "38 € a day" limit nothing. */
const EACH = /^ ?(?:\/|per\b|pro\b|par\b|por\b|a day|am tag|daily|each|je\b|diari|la noche|la nuit)/i;

/** How expenses are handled, with their limit in the contract's currency; undefined where words leave it open. */
export function expensesOf(words: string, currency: string): Expenses | undefined {
  const amounts = amountsIn(words, currency);
  const kind = expensesIn(words, amounts.length);
  if (kind !== 'capped') return kind && !VAGUE.test(words) ? { kind } : undefined;
  const [first] = amounts;
  if (!first?.sum || EACH.test(words.slice(first.amount.end))) return undefined;
  return { kind, minor: first.sum.minor };
}

/** Figures of a piece that no other term may be read from. */
function figuresOf({ topic, text, start }: Piece, currency: string): Span[] {
  const at = (span: Span): Span => ({ ...span, start: start + span.start, end: start + span.end });
  if (topic === 'expenses')
    return expensesOf(text, currency) ? amountsIn(text, currency).map(({ amount }) => at(amount)) : [];
  // Without a time it is nothing about cancelling either.
  if (topic === 'killFee') return hangsOnTime(text) ? [] : [{ start, end: start + text.length, text }];
  if (topic === 'portfolio') return [];
  return lengthsIn(text).map(at);
}

const OPEN: Record<Plain, string> = {
  expenses: 'Say how expenses are handled: in the price, at cost, or at cost up to a limit.',
  killFee: 'A kill fee is a share of the price for the work not yet done. Say which one, or that there is none.',
  portfolio: 'Say whether the work may be shown in the portfolio: yes, once it is public, or no.',
  confidentialityYears: 'Say for how many whole years things stay confidential, up to 10; 0 is no duty.',
  acceptanceDays: 'Say after how many calendar days, up to 60, the work counts as accepted.',
};
const CODES: Record<Plain, Note['code']> = {
  expenses: 'brief.expenses',
  killFee: 'brief.kill-fee',
  portfolio: 'brief.portfolio',
  confidentialityYears: 'brief.confidentiality',
  acceptanceDays: 'brief.acceptance',
};

function openNote(topic: Plain, { text }: Piece): Note {
  const none = topic === 'killFee' && REFUSED.test(text);
  const quote = bare(text);
  const sentence = none
    ? `The brief says “${inShort(text)}”. See that no kill fee stands below.`
    : `The brief says “${inShort(text)}”. ${OPEN[topic]}`;
  return { code: CODES[topic], field: topic, sentence, quote };
}

import { ask, type ChangeContext, type Read, type Reader } from './change.ts';
import { readAside } from './change-aside.ts';
import { readBareFigure, readPrice } from './change-bare.ts';
import { readDeliverables } from './change-deliverables.ts';
import { sumsIn, withoutOld } from './change-figures.ts';
import { readDeposit, readExpenses, readKillFee, readTax } from './change-money.ts';
import { readRescheduling } from './change-moving.ts';
import { type Part, TOPICS, type Topic, topicsIn } from './change-parts.ts';
import { readPayBy } from './change-pay-by.ts';
import { foreignAsk, isDiscount, readRate } from './change-price.ts';
import { readLaw, readPortfolio, readRights } from './change-rights.ts';
import { readMilestoneWords, readRevisions, readSpecial, readTitle, unread } from './change-scope.ts';
import { readSplit } from './change-split.ts';
import { readTaxed } from './change-tax.ts';
import { readCount, readFormat } from './change-things.ts';
import {
  readAcceptance,
  readBareTime,
  readBooking,
  readCancellation,
  readConfidentiality,
  readEnd,
  readPay,
  readStart,
} from './change-time.ts';
import { readUnpriced } from './change-unpriced.ts';
import { withPrice } from './change-with-tax.ts';
import { isPriced, type Terms } from './terms.ts';

/** A notice for moving the date is none for calling it off. */
const MOVING_NOTICE = /\b(?:moving|rescheduling) notice\b/i;

const READERS: Record<Topic, Reader> = {
  killFee: readKillFee,
  cancellation: (part, terms, context) =>
    (MOVING_NOTICE.test(part) ? readRescheduling(part, terms, context) : undefined) ??
    readCancellation(part, terms, context),
  rescheduling: readRescheduling,
  expenses: readExpenses,
  rights: readRights,
  portfolio: readPortfolio,
  confidentiality: readConfidentiality,
  acceptance: readAcceptance,
  law: readLaw,
  milestones: readMilestoneWords,
  deposit: readDeposit,
  rate: readRate,
  revisions: readRevisions,
  pay: (part, terms, context) => readPayBy(part, terms, context) ?? readPay(part, terms, context),
  booking: readBooking,
  start: readStart,
  end: readEnd,
  special: readSpecial,
  deliverables: readDeliverables,
  title: readTitle,
  tax: readTax,
  fee: readPrice,
};
/** A place to write to; an e-mail address and an IP address are others. */
const ADDRESS =
  /(?<![\p{L}-])(?<!(?:e-?mail|mail|web|ip|url) )(?:(?:postal |billing |street )?address|anschrift|postadresse|adresse postale|notre adresse|direcci[oó]n postal|nuestra dirección)(?![\p{L}])/iu;

/** An address that nobody calls one: "Adresse: …", "we moved to Calle Mayor 5". */
const WHERE =
  /^(?:adresse|direcci[oó]n|domicilio) ?:|(?<![\p{L}])(?:(?:we|they|i)(?:['’]ve| have)? (?:moved|relocated) to|umgezogen|déménagé|mudado)(?![\p{L}])/iu;

/** The terms that hold sums in the contract's currency. */
const IN_CURRENCY = ['fee', 'rate', 'milestones', 'deposit', 'expenses', 'cancellation', 'rescheduling'] as const;

/** What the rules read in one part of a request; a sum in another currency is never taken for one in the contract's. */
export function readPart({ said }: Part, terms: Terms, context: ChangeContext): Read {
  const now = withoutOld(said) || said;
  const read = readNow({ said, now }, terms, context);
  if (!('patch' in read) || !IN_CURRENCY.some((name) => read.patch[name])) return read;
  const foreign = sumsIn(now, terms, context).find((sum) => sum.foreign);
  return foreign ? foreignAsk(foreign, terms) : read;
}

/** The first of its topics whose reader knows what to make of it. */
function readNow({ said, now }: { said: string; now: string }, terms: Terms, context: ChangeContext): Read {
  if (!isPriced(terms)) return readUnpriced(now, terms, context) ?? unread(said, terms, true);
  // The figures and names of an address are no prices and nothing to hand over.
  if (ADDRESS.test(now) || (WHERE.test(now) && /\d/.test(now)))
    return ask('Put the address into “Client’s address” under Edit terms.', [], 'clientAddress');
  const aside =
    readAside(now, terms, context) ??
    readSplit(now, terms, context) ??
    (isDiscount(now) ? readPrice(now, terms, context) : undefined);
  if (aside) return aside;
  // What is added, dropped or renamed by its name on the list is that thing, whatever else its name says.
  const thing = /\b(?:rename|replace|swap)\b|\bdeliverables?\b/i.test(now)
    ? readDeliverables(now, terms, context)
    : undefined;
  if (thing) return thing;
  const amended = readCount(now, terms, context) ?? readFormat(now, terms, context);
  if (amended) return amended;
  const taxed = TOPICS.tax.test(now) ? readTaxed(now, terms, context) : undefined;
  if (taxed) return withPrice(taxed, now, terms, context);
  for (const topic of topicsIn(now)) {
    const read = READERS[topic](now, terms, context);
    if (read) return topic === 'tax' ? withPrice(read, now, terms, context) : read;
  }
  return (
    readDeliverables(now, terms, context) ??
    readBareFigure(now, terms, context) ??
    readBareTime(now, terms, context) ??
    unread(said, terms, true)
  );
}

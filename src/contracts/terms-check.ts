import { templateOf } from '../clauses/read.ts';
import { compareDays, type Day, formatDay, isZone } from '../shared/dates.ts';
import { CURRENCIES, formatMoney, MINOR_MAX } from '../shared/money.ts';
import { depositOf, endDayOf, partyOf, type TermName, type Terms, totals } from './terms.ts';

export type TermProblem = {
  readonly field: TermName;
  readonly code: `terms.${string}`;
  readonly sentence: string;
  /** `blocks`: the contract can't be made like this; `warns`: it can, and the card says so. */
  readonly grade: 'blocks' | 'warns';
};

/** No plausible freelance contract is planned further ahead; later dates are typing errors or attacks. */
const YEARS_AHEAD = 5;
/** EU directive 2011/7 art. 3(5): longer terms between businesses only if expressly agreed and not grossly unfair. */
const NET_DAYS_FAIR = 60;

/** Everything that stands against making a contract of these terms on this day; pure, so every edge may ask it. */
export function checkTerms(terms: Terms, today: Day): TermProblem[] {
  return [...missing(terms), ...money(terms), ...dates(terms, today), ...fairness(terms)];
}

const blocks = (field: TermName, code: string, sentence: string): TermProblem => ({
  field,
  code: `terms.${code}`,
  sentence,
  grade: 'blocks',
});
const warns = (field: TermName, code: string, sentence: string): TermProblem => ({
  ...blocks(field, code, sentence),
  grade: 'warns',
});

const ASK: Partial<Record<TermName, string>> = {
  booking: 'Say on which day and at what time the booking is.',
  deliverables: 'List what the client receives.',
  revisions: 'Say how many rounds of revisions the price includes.',
};

function missing(terms: Terms): TermProblem[] {
  const found: TermProblem[] = [];
  if (!terms.title) found.push(blocks('title', 'no-title', 'Say in a few words what the work is.'));
  if (!partyOf(terms)) found.push(blocks('clientName', 'no-client', 'Say who the client is.'));
  if (!terms.clientEmail)
    found.push(
      blocks('clientEmail', 'no-email', 'Give the client’s e-mail address; the contract is signed through it.'),
    );
  if (!terms.fee) found.push(blocks('fee', 'no-fee', 'Say what the work costs.'));
  if (!endDayOf(terms))
    found.push(blocks('endOn', 'no-end', 'Say by which day the work is done; the last invoice goes out then.'));
  const requires = templateOf(terms.template?.value ?? '')?.requires ?? [];
  for (const name of requires as TermName[]) {
    const sentence = ASK[name];
    const value = terms[name]?.value;
    if (sentence && (value === undefined || (Array.isArray(value) && value.length === 0)))
      found.push(blocks(name, `no-${name}`, sentence));
  }
  if (terms.booking && !terms.booking.value.time)
    found.push(blocks('booking', 'no-time', 'Say at what time the booking starts.'));
  return found;
}

function money(terms: Terms): TermProblem[] {
  const fee = terms.fee?.value;
  if (!fee) return [];
  const found: TermProblem[] = [];
  if (!(CURRENCIES as readonly string[]).includes(fee.currency))
    found.push(blocks('currency', 'currency', `${fee.currency} is not a currency Retainer can invoice in.`));
  if (terms.currency && terms.currency.value !== fee.currency)
    found.push(
      blocks('currency', 'two-currencies', `The price is in ${fee.currency}, the contract in ${terms.currency.value}.`),
    );
  if (fee.minor <= 0n) found.push(blocks('fee', 'fee-zero', 'The price must be more than zero.'));
  const { total } = totals(terms);
  if (total.minor > MINOR_MAX) found.push(blocks('fee', 'fee-large', 'The price is larger than an invoice can carry.'));
  const deposit = depositOf(terms);
  if (deposit.minor > total.minor)
    found.push(
      blocks(
        'deposit',
        'deposit-large',
        `The deposit, ${formatMoney(deposit)}, is more than the total, ${formatMoney(total)}.`,
      ),
    );
  if (terms.deposit && terms.deposit.value.kind !== 'none' && deposit.minor === 0n)
    found.push(blocks('deposit', 'deposit-zero', 'The deposit rounds to zero. Leave it out or make it larger.'));
  return found;
}

function dates(terms: Terms, today: Day): TermProblem[] {
  const found: TermProblem[] = [];
  const limit = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4).replace('-02-29', '-02-28')}`;
  const days: [TermName, Day | undefined][] = [
    ['startOn', terms.startOn?.value],
    ['endOn', terms.endOn?.value],
    ['booking', terms.booking?.value.on],
  ];
  for (const [field, day] of days) {
    if (day && compareDays(day, today) < 0)
      found.push(blocks(field, 'date-past', `${formatDay(day)} is in the past. Choose a day from today on.`));
    if (day && compareDays(day, limit) > 0)
      found.push(blocks(field, 'date-far', `${formatDay(day)} is more than ${YEARS_AHEAD} years away.`));
  }
  const { startOn, endOn, booking } = terms;
  if (startOn && endOn && compareDays(endOn.value, startOn.value) < 0)
    found.push(blocks('endOn', 'end-before-start', 'The work would end before it starts.'));
  if (booking && endOn && compareDays(endOn.value, booking.value.on) < 0)
    found.push(blocks('endOn', 'end-before-booking', 'The work would end before the booking.'));
  for (const [field, zone] of [
    ['clientZone', terms.clientZone?.value],
    ['booking', booking?.value.zone],
  ] as const)
    if (zone && !isZone(zone)) found.push(blocks(field, 'zone', `${zone} is not a time zone.`));
  return found;
}

/** What is allowed but a careful freelancer would look at twice. */
function fairness(terms: Terms): TermProblem[] {
  const found: TermProblem[] = [];
  const net = terms.netDays?.value ?? 0;
  if (net > NET_DAYS_FAIR)
    found.push(
      warns(
        'netDays',
        'net-long',
        `${net} days to pay is longer than the law of many places allows between businesses.`,
      ),
    );
  if (terms.clientKind?.value !== 'private' || !terms.fee) return found;
  const { total } = totals(terms);
  if (depositOf(terms).minor * 2n > total.minor)
    found.push(
      warns(
        'deposit',
        'deposit-private',
        'A private client is asked for more than half in advance; courts may find that unfair.',
      ),
    );
  if (terms.taxIncluded && !terms.taxIncluded.value && (terms.taxRateMilli?.value ?? 0) > 0)
    found.push(warns('taxIncluded', 'tax-private', 'A price for a private client normally includes the tax.'));
  return found;
}

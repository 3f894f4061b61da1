import { compareDays, type Day, formatDay, isZone } from '../shared/dates.ts';
import { CURRENCIES, formatMoney, formatPercent, MINOR_MAX } from '../shared/money.ts';
import { TAX_REASON_WORDS } from '../shared/tax.ts';
import { monthsOf } from './schedule.ts';
import {
  depositOf,
  endDayOf,
  isPriced,
  isWorked,
  milestoneSums,
  partSum,
  partyOf,
  slotOf,
  slotsIn,
  type TermName,
  type Terms,
  totals,
} from './terms.ts';
import { strayIn } from './unpriced.ts';

/** What there is no contract without; lint says it under these names. */
export const TERM_RULES = [
  'terms.no-title', 'terms.no-client', 'terms.no-email', 'terms.no-fee', 'terms.no-end', 'terms.no-booking',
  'terms.no-deliverables', 'terms.no-revisions', 'terms.no-changeOf', 'terms.no-purpose',
  'terms.no-secretMonths', 'terms.unpriced', 'terms.no-time', 'terms.currency', 'terms.two-currencies',
  'terms.fee-zero', 'terms.fee-large', 'terms.deposit-large', 'terms.deposit-zero', 'terms.deposit-worked',
  'terms.parts-worked', 'terms.parts-sum', 'terms.parts-deposit', 'terms.months-deposit',
  'terms.kill-fee-worked', 'terms.cap-small', 'terms.tax-reason', 'terms.date-past', 'terms.date-far',
  'terms.end-before-start', 'terms.end-before-booking', 'terms.bookings-order', 'terms.zone',
] as const; // biome-ignore format: a list reads better in rows
type TermRule = (typeof TERM_RULES)[number];
type TermCode = TermRule extends `terms.${infer Name}` ? Name : never;

export type TermProblem = {
  readonly field: TermName;
  readonly code: TermRule;
  readonly sentence: string;
};

/** No plausible freelance contract is planned further ahead; later dates are typing errors or attacks. */
const YEARS_AHEAD = 5;

/**
 * Everything without which there is no contract of these terms on this day; pure, so every edge may ask it. What is possible
 * but unwise is found by `lint.ts`.
 *
 * @param requires What the template can't do without; asked when a text is made, which then has it.
 */
export function checkTerms(terms: Terms, today: Day, requires: readonly string[] = []): TermProblem[] {
  return [...missing(terms, requires), ...money(terms), ...dates(terms, today)];
}

const blocks = (field: TermName, code: TermCode, sentence: string): TermProblem => ({
  field,
  code: `terms.${code}`,
  sentence,
});

const ASK = {
  changeOf: 'Choose the signed contract that it changes.',
  booking: 'Say on which day and at what time the booking is.',
  deliverables: 'List what the client receives.',
  revisions: 'Say how many rounds of revisions the price includes.',
  purpose: 'Say in a few words what the talks are about.',
  secretMonths: 'Say for how long it stays confidential.',
} as const;

function missing(terms: Terms, requires: readonly string[]): TermProblem[] {
  const found: TermProblem[] = [];
  if (!terms.title) found.push(blocks('title', 'no-title', 'Say in a few words what the work is.'));
  if (!partyOf(terms)) found.push(blocks('clientName', 'no-client', 'Say who the client is.'));
  if (!terms.clientEmail)
    found.push(
      blocks('clientEmail', 'no-email', 'Give the client’s e-mail address; the contract is signed through it.'),
    );
  if (isPriced(terms) && !terms.fee && !terms.rate) found.push(blocks('fee', 'no-fee', 'Say what the work costs.'));
  if (isPriced(terms) && !endDayOf(terms) && !isWorked(terms))
    found.push(blocks('endOn', 'no-end', 'Say by which day the work is done; the last invoice goes out then.'));
  const stray = strayIn(terms);
  if (stray) found.push(blocks(stray, 'unpriced', 'This kind of contract has no price and no work in it.'));
  for (const name of requires) {
    if (!(name in ASK)) continue;
    const asked = name as keyof typeof ASK;
    const value = terms[asked]?.value;
    if (value === undefined || (Array.isArray(value) && value.length === 0))
      found.push(blocks(asked, `no-${asked}`, ASK[asked]));
  }
  if (terms.booking && !terms.booking.value.time)
    found.push(blocks('booking', 'no-time', 'Say at what time the booking starts.'));
  return found;
}

function money(terms: Terms): TermProblem[] {
  const price = terms.fee?.value ?? terms.rate?.value;
  if (!price) return [];
  const found: TermProblem[] = [];
  if (!(CURRENCIES as readonly string[]).includes(price.currency))
    found.push(blocks('currency', 'currency', `${price.currency} is not a currency Retainer can invoice in.`));
  if (terms.currency && terms.currency.value !== price.currency)
    found.push(
      blocks(
        'currency',
        'two-currencies',
        `The price is in ${price.currency}, the contract in ${terms.currency.value}.`,
      ),
    );
  if (terms.taxReason && terms.taxRateMilli && terms.taxRateMilli.value > 0) {
    const rate = formatPercent(terms.taxRateMilli.value);
    const why = TAX_REASON_WORDS[terms.taxReason.value];
    found.push(
      blocks('taxReason', 'tax-reason', `The contract has ${rate} tax and a reason for none: ${why}. Choose one.`),
    );
  }
  if (price.minor <= 0n) found.push(blocks('fee', 'fee-zero', 'The price must be more than zero.'));
  const { total } = totals(terms);
  if (total.minor > MINOR_MAX) found.push(blocks('fee', 'fee-large', 'The price is larger than an invoice can carry.'));
  return [...found, ...(isWorked(terms) ? worked(terms) : deposited(terms)), ...parts(terms)];
}

function deposited(terms: Terms): TermProblem[] {
  const { total } = totals(terms);
  const deposit = depositOf(terms);
  const found: TermProblem[] = [];
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

/** Work that is billed as worked has no whole that could be shared. */
function worked({ deposit, rate, milestones, killFee }: Terms): TermProblem[] {
  const found: TermProblem[] = [];
  if (killFee)
    found.push(blocks('killFee', 'kill-fee-worked', 'Nobody knows what is left of the work: leave the kill fee out.'));
  const cap = rate?.value.capMinor ?? null;
  if (deposit?.value.kind === 'share')
    found.push(
      blocks('deposit', 'deposit-worked', 'Nobody knows the whole price yet: write the deposit as a sum, or none.'),
    );
  if (milestones)
    found.push(blocks('milestones', 'parts-worked', 'Work that is billed as worked has no parts: leave them out.'));
  if (rate && cap !== null && cap < rate.value.minor)
    found.push(blocks('rate', 'cap-small', `“At most” is less than one ${rate.value.unit}.`));
  if (rate && cap !== null && deposit?.value.kind === 'sum' && deposit.value.minor > cap)
    found.push(blocks('deposit', 'deposit-large', 'The deposit is more than the work may come to.'));
  return found;
}

/** Rounding of shares and of tax, in minor units, one for each part; sums to pay are not rounded. */
function partSlack({ milestones, taxRateMilli }: Terms): bigint {
  const taxed = (taxRateMilli?.value ?? 0) > 0;
  return BigInt((milestones?.value ?? []).filter(({ minor }) => minor === undefined || taxed).length);
}

/** The parts make the price, or with the deposit they do; the last one must be able to carry what is taken off. */
function parts(terms: Terms): TermProblem[] {
  const said = terms.milestones?.value;
  if (isWorked(terms)) return [];
  const deposit = depositOf(terms).minor;
  const month = monthsOf(terms).at(-1);
  if (month && month.sum.minor < deposit)
    return [blocks('deposit', 'months-deposit', 'The deposit is taken off the last month, which is smaller than it.')];
  if (!said) return [];
  const { total } = totals(terms);
  const sums = milestoneSums(terms);
  const own = partSum(terms, said.at(-1));
  const last = sums.at(-1)?.sum.minor ?? 0n;
  const slack = partSlack(terms);
  const off = (to: bigint) => (last - to < 0n ? to - last : last - to);
  const all = total.minor - last + own;
  const rounded = terms.deposit?.value.kind === 'share' ? 1n : 0n;
  const adds = off(own) <= slack || off(own + deposit) <= slack + rounded;
  if (!adds || sums.some(({ sum }) => sum.minor <= 0n)) {
    const with_ = deposit > 0n ? `, with the deposit ${formatMoney({ ...total, minor: all + deposit })}` : '';
    return [
      blocks(
        'milestones',
        'parts-sum',
        `The parts come to ${formatMoney({ ...total, minor: all })}${with_}; the price is ${formatMoney(total)}.`,
      ),
    ];
  }
  if (deposit > 0n && last < deposit)
    return [blocks('milestones', 'parts-deposit', 'The deposit is taken off the last part, which is smaller than it.')];
  return [];
}

function dates(terms: Terms, today: Day): TermProblem[] {
  const found: TermProblem[] = [];
  const limit = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4).replace('-02-29', '-02-28')}`;
  const days: [TermName, Day | undefined][] = [
    ['startOn', terms.startOn?.value],
    ['endOn', terms.endOn?.value],
    ['booking', terms.booking?.value.on],
    ...(terms.laterBookings?.value ?? []).map(({ on }): [TermName, Day] => ['laterBookings', on]),
    ...(terms.milestones?.value ?? []).map(({ dueOn }): [TermName, Day | undefined] => ['milestones', dueOn]),
  ];
  for (const [field, day] of days) {
    // What was shared may have begun before anybody wrote it down.
    if (day && compareDays(day, today) < 0 && isPriced(terms))
      found.push(blocks(field, 'date-past', `${formatDay(day)} is in the past. Choose a day from today on.`));
    if (day && compareDays(day, limit) > 0)
      found.push(blocks(field, 'date-far', `${formatDay(day)} is more than ${YEARS_AHEAD} years away.`));
  }
  found.push(...slots(terms));
  const { startOn, endOn, booking } = terms;
  if (startOn && endOn && compareDays(endOn.value, startOn.value) < 0)
    found.push(blocks('endOn', 'end-before-start', 'The work would end before it starts.'));
  const last = slotsIn(terms).at(-1)?.on;
  if (last && endOn && compareDays(endOn.value, last) < 0)
    found.push(blocks('endOn', 'end-before-booking', 'The work would end before the booking.'));
  for (const [field, zone] of [
    ['clientZone', terms.clientZone?.value],
    ['booking', booking?.value.zone],
  ] as const)
    if (zone && !isZone(zone)) found.push(blocks(field, 'zone', `${zone} is not a time zone.`));
  return found;
}

/** Slots come in order, each at a time, none while another lasts. */
function slots(terms: Terms): TermProblem[] {
  const all = slotsIn(terms);
  if (terms.laterBookings?.value.some(({ time }) => !time))
    return [blocks('laterBookings', 'no-time', 'Say at what time each booking starts.')];
  const spans = all.flatMap((slot) => slotOf(slot) ?? []);
  const clash = spans.findIndex(({ start }, at) => at > 0 && start < (spans[at - 1]?.end ?? ''));
  if (clash < 0) return [];
  const sentence = 'The bookings must follow one another: one starts before the one above it ends.';
  return [blocks('laterBookings', 'bookings-order', sentence)];
}

import { HOLD_DAYS } from '../bookings/booking.ts';
import type { Variables } from '../clauses/clause.ts';
import { DEPOSIT_DAYS } from '../invoices/invoice.ts';
import { formatDay, type Wall } from '../shared/dates.ts';
import { formatMoney, formatPercent, type Money, minus } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { killFeeIn, NOTICE_DAYS, scaleAnchor, scaleIn, usualNotice } from './calling-off.ts';
import { changeWords } from './change-order.ts';
import { deliverableLines } from './deliverable.ts';
import { movingWords } from './moving-wording.ts';
import { isInEea } from './place.ts';
import { milestoneLines, monthlyWords, rateWords } from './rate-wording.ts';
import { daysOrNull, paragraphs, rightsWords } from './rights-wording.ts';
import { invoiceDayOf } from './schedule.ts';
import {
  type Booking,
  depositOf,
  isPriced,
  isWorked,
  partyOf,
  shareOfTotal,
  shareWords,
  slotOf,
  slotsIn,
  type Terms,
  totals,
} from './terms.ts';
import { lawOf } from './terms-defaults.ts';
import { type CancellationTier, spanWords } from './tiers.ts';

const NET_DAYS = 14;

/** What the contract says about the freelancer's side. */
export type ContractBusiness = {
  readonly name: string;
  /** On one line, or null when none is known. */
  readonly address: string | null;
  readonly email: string;
  readonly country: string;
  readonly taxId: string | null;
};

/** Every name a clause may use, with its value in words; refuses when something the contract can't do without is open. */
export function variablesOf(terms: Terms, business: ContractBusiness): Variables {
  const { title, clientEmail } = terms;
  const party = partyOf(terms);
  if (!isAmountKnown(terms) || !title || !clientEmail || !party)
    throw new Refusal(
      'contract.incomplete',
      'The contract needs a title, a client with an e-mail address, and a price.',
    );
  return {
    businessName: business.name,
    businessAddress: business.address,
    businessEmail: business.email,
    businessTaxId: business.taxId,
    clientName: party,
    clientContact: terms.clientCompany ? (terms.clientName?.value ?? null) : null,
    clientAddress: terms.clientAddress?.value ?? null,
    clientTaxId: terms.clientTaxId?.value ?? null,
    clientEmail: clientEmail.value,
    clientPrivate: terms.clientKind?.value === 'private',
    clientBusiness: terms.clientKind?.value !== 'private',
    withdrawalForm: hasForm(terms.clientCountry?.value ?? business.country),
    title: title.value,
    deliverables: deliverableLines(terms),
    startOn: dayOrNull(terms.startOn?.value),
    endOn: dayOrNull(terms.endOn?.value),
    revisions: terms.revisions?.value ?? null,
    revisionsAgreed: terms.revisions !== undefined,
    payWithin: daysOrNull(terms.netDays?.value ?? NET_DAYS),
    governingLaw: terms.governingLaw?.value ?? lawOf(business.country),
    specialTerms: paragraphs(terms.specialTerms?.value),
    ...rightsWords(terms),
    ...moneyWords(terms),
    ...rateWords(terms),
    ...monthlyWords(terms),
    ...changeWords(terms),
    ...bookingWords(slotsIn(terms)),
    ...cancellationWords(terms),
  };
}

/** Where the law wants private clients to get a model form for withdrawing: EU directive 2011/83 Annex I(B), UK SI 2013/3134 Sch. 3. */
const hasForm = (country: string) => isInEea(country) || country === 'GB';

const isAmountKnown = (terms: Terms) => !isPriced(terms) || terms.fee !== undefined || terms.rate !== undefined;

export const dayOrNull = (day: string | undefined) => (day ? formatDay(day) : null);

function moneyWords(terms: Terms): Variables {
  const { tax, total } = totals(terms);
  const rate = terms.taxRateMilli?.value ?? 0;
  const deposit = depositOf(terms);
  const balance = minus(total, deposit);
  const end = invoiceDayOf(terms);
  const share = terms.deposit?.value.kind === 'share' ? terms.deposit.value.percentMilli : null;
  // Work billed as worked has no total, nor has a contract without a price: a clause that names one would say EUR 0.00, so it finds nothing instead.
  const fixed = isWorked(terms) || !isPriced(terms) ? null : total;
  return {
    fixedPrice: fixed !== null,
    whenPaid: fixed ? 'When the total price is paid' : 'When the work is over and everything invoiced for it is paid',
    fee: fixed && formatMoney(terms.fee?.value ?? total),
    taxPlus: rate > 0 && !terms.taxIncluded?.value,
    taxWithin: rate > 0 && Boolean(terms.taxIncluded?.value),
    taxRate: rate > 0 ? formatPercent(rate) : null,
    taxReason: rate > 0 ? null : (terms.taxReason?.value ?? null),
    taxSum: fixed && formatMoney(tax),
    total: fixed && formatMoney(total),
    deposit: deposit.minor > 0n,
    depositSum: deposit.minor > 0n ? formatMoney(deposit) : null,
    depositShare: share === null ? null : shareWords(share),
    depositDays: DEPOSIT_DAYS,
    holdDays: HOLD_DAYS,
    balance: balance.minor > 0n ? formatMoney(balance) : null,
    invoiceOn: end ? formatDay(end) : null,
    inParts: terms.milestones !== undefined,
    milestones: milestoneLines(terms),
  };
}

function bookingWords(slots: readonly Booking[]): Variables {
  const [booking] = slots;
  return {
    booking: Boolean(booking),
    bookingOn: booking ? formatDay(booking.on) : null,
    bookingTime: booking ? timeWords(booking) : null,
    bookingPlace: booking?.place ?? null,
    severalBookings: slots.length > 1,
    bookings: slots.map(slotWords),
    laterBookings: slots.slice(1).map(slotWords),
  };
}

/** A slot on one line: day, time and place. */
export function slotWords(booking: Booking): string {
  return [formatDay(booking.on), timeWords(booking), booking.place].filter(Boolean).join(', ');
}

/** Day and time of a slot in short; its clock is named where it is not the one at home. */
export function slotWhen({ on, time, zone }: Booking, home: string): string {
  const clock = zone === home ? '' : ` (${zone})`;
  return time ? `${formatDay(on)}, ${time}${clock}` : formatDay(on);
}

const clockOf = (wall: Wall) => wall.slice(11, 16);

function timeWords(booking: Booking): string | null {
  const slot = slotOf(booking);
  if (!slot) return null;
  const until = booking.minutes === null ? '' : ` to ${clockOf(slot.end)}`;
  const nextDay = booking.minutes !== null && slot.end.slice(0, 10) > booking.on ? ' the next day' : '';
  return `${until ? '' : 'from '}${clockOf(slot.start)}${until}${nextDay} (${booking.zone})`;
}

/** Where there is no scale, or nothing it could count back from, either side may end the contract by notice. */
export function cancellationWords(terms: Terms): Variables {
  const policy = terms.cancellation?.value;
  const tiers = scaleIn(terms);
  const killFee = killFeeIn(terms);
  return {
    cancellationTiers: tiers.length > 0 ? tierLines(tiers, totals(terms).total, isWorked(terms)) : [],
    cancellationAnchor: scaleAnchor(terms),
    byNotice: tiers.length === 0,
    killFeeShare: killFee === undefined ? null : shareWords(killFee),
    noticeSpan: daysOrNull(policy?.kind === 'notice' ? policy.days : NOTICE_DAYS),
    ...movingWords(terms, usualNotice(terms)),
  };
}

function tierLines(tiers: readonly CancellationTier[], total: Money, worked: boolean): string[] {
  const lines = tiers.map((tier, index) => {
    const next = tiers[index + 1];
    const span = `less than ${spanWords(tier)}${next ? ` but at least ${spanWords(next)}` : ''} before`;
    if (tier.minor !== undefined) return `${span}: ${formatMoney({ minor: tier.minor, currency: total.currency })}`;
    const percent = tier.percentMilli ?? 0;
    if (worked) return `${span}: ${shareWords(percent)} of what the booked time would have cost`;
    return `${span}: ${formatMoney(shareOfTotal(total, percent))} (${shareWords(percent)} of the total price)`;
  });
  const first = tiers[0];
  return first ? [`${spanWords(first)} or more before: nothing`, ...lines] : lines;
}

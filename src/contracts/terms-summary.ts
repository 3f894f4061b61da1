import { formatMoney, formatPercent, money } from '../shared/money.ts';
import { deliverableLines } from './deliverable.ts';
import { milestoneLines, untaxedWords, workedWords } from './rate-wording.ts';
import { daysOrNull, rightsLines } from './rights-wording.ts';
import {
  currencyIn,
  depositOf,
  isWorked,
  type Origin,
  partyOf,
  shareWords,
  type TermName,
  type Terms,
  totals,
} from './terms.ts';
import { cancellationWords, dayOrNull, slotWords } from './terms-wording.ts';
import type { CancellationTier } from './tiers.ts';

export type SummaryLine = {
  readonly field: TermName;
  readonly label: string;
  readonly value: string;
  readonly origin: Origin;
};

/** The terms in a few lines, for card, page and preview; values are plain text, each surface escapes them its way. */
export function summaryLines(terms: Terms): SummaryLine[] {
  const lines: SummaryLine[] = [];
  const add = (field: TermName, label: string, value: string | null | undefined) => {
    const origin = terms[field]?.origin;
    if (value && origin) lines.push({ field, label, value, origin });
  };
  add(terms.clientCompany ? 'clientCompany' : 'clientName', 'Client', partyWords(terms));
  if (terms.fee || terms.rate) add(terms.fee ? 'fee' : 'rate', 'Price', priceWords(terms));
  if (terms.fee || terms.rate) add('deposit', 'Deposit', depositWords(terms));
  add('milestones', 'Parts', milestoneLines(terms).join(' · '));
  add('startOn', 'Start', dayOrNull(terms.startOn?.value));
  add('endOn', 'Done by', dayOrNull(terms.endOn?.value));
  if (terms.booking) add('booking', 'Booking', slotWords(terms.booking.value));
  add('laterBookings', 'Then', terms.laterBookings?.value.map(slotWords).join(' · '));
  add('deliverables', 'Delivers', deliverableLines(terms).join(' · '));
  add('revisions', 'Revisions', revisionWords(terms.revisions?.value));
  add('netDays', 'Payment', netWords(terms.netDays?.value));
  if (terms.cancellation && (terms.fee || terms.rate)) add('cancellation', 'Cancelling', cancellationLine(terms));
  for (const { field, label, value } of rightsLines(terms)) add(field, label, value);
  add('governingLaw', 'Law', terms.governingLaw?.value);
  add('scopeNotes', 'In detail', terms.scopeNotes?.value);
  add('acceptanceNotes', 'Acceptance', terms.acceptanceNotes?.value);
  add('specialTerms', 'Special terms', terms.specialTerms?.value);
  return lines;
}

function partyWords(terms: Terms): string | undefined {
  const contact = terms.clientCompany && terms.clientName ? `, ${terms.clientName.value}` : '';
  const email = terms.clientEmail ? ` (${terms.clientEmail.value})` : '';
  const party = partyOf(terms);
  return party && `${party}${contact}${email}`;
}

export function priceWords(terms: Terms): string {
  const { rate: each } = terms;
  if (isWorked(terms) && each) return workedWords(terms);
  const { tax, total } = totals(terms);
  const rate = terms.taxRateMilli?.value ?? 0;
  if (rate === 0) return `${formatMoney(total)}${untaxedWords(terms)}`;
  if (terms.taxIncluded?.value)
    return `${formatMoney(total)}, including ${formatPercent(rate)} tax (${formatMoney(tax)})`;
  return `${formatMoney(terms.fee?.value ?? total)} plus ${formatPercent(rate)} tax: ${formatMoney(total)} in total`;
}

export function depositWords(terms: Terms): string {
  const deposit = terms.deposit?.value;
  if (!deposit || deposit.kind === 'none') return 'None';
  const sum = formatMoney(depositOf(terms));
  return deposit.kind === 'share'
    ? `${sum} (${shareWords(deposit.percentMilli)}), due on signature`
    : `${sum}, due on signature`;
}

function revisionWords(rounds: number | undefined): string | undefined {
  if (rounds === undefined) return undefined;
  return rounds === 0 ? 'None included' : `${rounds} ${rounds === 1 ? 'round' : 'rounds'} included`;
}

function netWords(days: number | undefined): string | undefined {
  if (days === undefined) return undefined;
  return days === 0 ? 'On receipt' : `Within ${daysOrNull(days)}`;
}

/** What the brief or a change said calling off costs; nothing where that is the template's usual. */
export function callingOffWords(terms: Terms): string | undefined {
  const { cancellation } = terms;
  if (!cancellation || cancellation.origin === 'template' || cancellation.origin === 'workspace') return undefined;
  const policy = cancellation.value;
  if (policy.kind === 'notice')
    return policy.days === 0
      ? 'by either side at any time'
      : `by either side with ${daysOrNull(policy.days)} of notice`;
  const hours = ({ within, unit }: CancellationTier) => within * (unit === 'days' ? 24 : 1);
  const tiers = [...policy.tiers]
    .sort((a, b) => hours(b) - hours(a))
    .map(({ within, unit, percentMilli, minor }) => {
      const worth = minor === undefined ? shareWords(percentMilli ?? 0) : formatMoney(money(minor, currencyIn(terms)));
      return `${worth}${minor === undefined ? ' of the price' : ''} within ${within} ${within === 1 ? unit.slice(0, -1) : unit}`;
    });
  // Without a day to count back from the contract has to fall back on notice.
  const open = cancellationWords(terms).cancellationAnchor === null;
  return `${tiers.join(', ')}${open ? ', once there is a booking or a start to count back from' : ''}`;
}

function cancellationLine(terms: Terms): string {
  const { cancellationTiers, noticeSpan } = cancellationWords(terms);
  if (Array.isArray(cancellationTiers) && cancellationTiers.length > 0) return cancellationTiers.join(' · ');
  return noticeSpan ? `By either side with ${noticeSpan} of notice` : 'By either side at any time';
}

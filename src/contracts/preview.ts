import { holdFor } from '../bookings/booking.ts';
import { balanceIssuedAt, DEPOSIT_DAYS } from '../invoices/invoice.ts';
import { type LadderKind, planLadder } from '../reminders/step.ts';
import { addDays, type Day, dayIn, formatDay, formatInstant, instantOf } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { workedWords } from './rate-wording.ts';
import { type Part, scheduleOf } from './schedule.ts';
import { depositOf, isPriced, slotOf, type Terms } from './terms.ts';

/** One thing that will happen: when, in words, and what. */
export type Planned = { when: string; what: string };
type Timed = { on: Date; what: string };
export type PreviewPart = { title: string; lines: Planned[] };

export type PreviewFacts = {
  terms: Terms;
  to: { name: string; email: string };
  /** The client's zone: mails and reminders are timed there. */
  zone: string;
  businessZone: string;
  netDays: number;
  now: Date;
  /** Whether the client was sent an earlier version. */
  again: boolean;
};

/**
 * Every mail, invoice and reminder that sending leads to, with local date and time. What follows the signature is counted
 * from today, since nobody knows when the client signs; the words say so.
 */
export function previewOf(facts: PreviewFacts): PreviewPart[] {
  return [sending(facts), ...signing(facts), ...ending(facts)];
}

/** `Mon 2 March 2027, 09:00`; the zone is said once, below. */
export function at(instant: Date, zone: string): string {
  return formatInstant(instant, zone).replace(/ \([^)]*\)$/, '');
}

function ladder(kind: LadderKind, anchorOn: Day, { zone }: PreviewFacts, from: Date): Date[] {
  return planLadder(kind, anchorOn, zone, from).map(({ dueAt }) => dueAt);
}

const unpaid = (on: Date): Timed => ({ on, what: 'A reminder, if it is not paid by then.' });

/** What is timed by rules that know nothing of each other, in the order it will happen. */
function inOrder(timed: readonly Timed[], zone: string): Planned[] {
  return [...timed]
    .sort((a, b) => a.on.getTime() - b.on.getTime())
    .map(({ on, what }) => ({ when: at(on, zone), what }));
}

function sending(facts: PreviewFacts): PreviewPart {
  const { to, zone, now, again } = facts;
  const reminders = ladder('unsigned', dayIn(zone, now), facts, now);
  return {
    title: 'When you press Sign and send',
    lines: [
      { when: 'At once', what: 'Your signature goes on the contract.' },
      {
        when: 'At once',
        what: again
          ? `${to.name} (${to.email}) gets the changed contract by mail. The version before it is replaced.`
          : `${to.name} (${to.email}) gets the contract by mail, with a link to read and sign it.`,
      },
      ...inOrder(
        reminders.map((on) => ({ on, what: 'A reminder, if it is not signed by then.' })),
        zone,
      ),
    ],
  };
}

function signing(facts: PreviewFacts): PreviewPart[] {
  const { terms, zone, now } = facts;
  const deposit = depositOf(terms);
  const today = dayIn(zone, now);
  const lines: Planned[] = [{ when: 'At once', what: 'Both of you get the sealed contract by mail.' }];
  if (deposit.minor > 0n)
    lines.push({
      when: 'At once',
      what: `The deposit invoice of ${formatMoney(deposit)} goes out, due ${formatDay(addDays(today, DEPOSIT_DAYS))}.`,
    });
  if (!isPriced(terms))
    lines.push({ when: 'After that', what: 'No invoice follows, because there is nothing to pay.' });
  if (terms.booking && slotOf(terms.booking.value) && deposit.minor === 0n)
    lines.push({ when: 'At once', what: 'The booking is confirmed, with a calendar file for both of you.' });
  if (deposit.minor > 0n)
    lines.push(...inOrder([...ladder('deposit', today, facts, now).map(unpaid), ...holding(facts)], zone));
  if (deposit.minor > 0n)
    lines.push({
      when: 'Once the deposit is paid',
      what: terms.booking
        ? 'A receipt, and the booking is confirmed with a calendar file for both of you.'
        : 'A receipt, and the work can start.',
    });
  return [{ title: `When it is signed (as if that were today)`, lines }];
}

/** What becomes of the date while the deposit is missing. */
function holding({ terms, now }: PreviewFacts): Timed[] {
  const booking = terms.booking?.value;
  const slot = booking && slotOf(booking);
  if (!booking || !slot) return [];
  const { holdEndsAt, warnAt } = holdFor(now, instantOf(slot.start, booking.zone));
  return [
    { on: warnAt, what: 'One notice, if the deposit is missing, that the date will be free again.' },
    { on: holdEndsAt, what: 'The date is free again, if the deposit is still missing.' },
  ];
}

/** The invoices that follow: parts and months on their days, what is issued by hand, and the balance. */
function ending(facts: PreviewFacts): PreviewPart[] {
  const { terms, zone, now } = facts;
  const parts = scheduleOf(terms, dayIn(zone, now)).filter(({ kind, total }) => kind === 'worked' || total.minor > 0n);
  const lines = parts.flatMap((part, index) => partLines(part, facts, index === parts.length - 1));
  if (lines.length === 0) return [];
  return [{ title: parts.length > 1 ? 'As the work goes on' : 'At the end of the work', lines }];
}

function partLines({ kind, label, dueOn, total }: Part, facts: PreviewFacts, last: boolean): Planned[] {
  const { terms, zone, businessZone, netDays } = facts;
  if (kind === 'worked')
    return [
      { when: 'When you say how much was worked', what: `An invoice goes out: ${workedWords(terms)}. Use /invoice.` },
    ];
  const name = kind === 'balance' ? 'The final invoice' : `The invoice for “${label}”`;
  if (!dueOn) return [{ when: 'When it is done', what: `${name}: ${formatMoney(total)}. You issue it with /invoice.` }];
  const issued = balanceIssuedAt(dueOn, businessZone);
  const payBy = addDays(dayIn(businessZone, issued), netDays);
  const goesOut = {
    when: at(issued, zone),
    what: `${name} goes out: ${formatMoney(total)}, due ${formatDay(payBy)}.`,
  };
  // Each invoice is chased alike; said once, it is enough.
  if (!last) return [goesOut];
  const reminders = ladder('invoice', payBy, facts, issued);
  return [goesOut, ...inOrder(reminders.map(unpaid), zone)];
}

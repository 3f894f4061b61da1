import { type Invoice, nameOf } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import { hex, sha256 } from '../platform/crypto.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { lockProject } from '../projects/read.ts';
import { addDays, compareDays, type Day, dayIn, formatDay, instantOf, parseDay, wallAt } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { formatMoney, type Money, minus, parseMoney } from '../shared/money.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { businessById, paymentAccountsOf } from '../workspaces/read.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Payment, PaymentMethod } from './payment.ts';
import { owedOn, paymentByExternalId, paymentsOf } from './read.ts';
import { receivePayment } from './receive.ts';

export type Recording = {
  invoiceId: string;
  /** As typed. */
  amount: string;
  method: Extract<PaymentMethod, 'transfer' | 'cash'>;
  receivedOn: string;
  /** One for each form that was shown: the same form sent twice is one payment. */
  key: string;
  /** The owner has seen that so much is not owed and says that it came all the same. */
  allTheSame: boolean;
};

/** Older than this is more likely a slip of the keyboard than a payment. */
const DAYS_BACK = 366;

/**
 * Books a transfer or cash that an owner says has arrived. What is more than is owed stays unapplied.
 *
 * @throws Refusal unless `allTheSame`: `payment.nothing-owed` on an invoice that is paid or void, `payment.too-much` where
 * less is owed, since a slip of the keyboard would send the client a receipt that nobody can take back.
 */
export async function recordPayment(
  core: Core,
  workspaceId: Id<'workspace'>,
  by: Id<'member'>,
  typed: Recording,
): Promise<Payment> {
  const { projectId } = await invoiceById(core.db, workspaceId, typed.invoiceId);
  return transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, projectId);
    const invoice = await invoiceById(work.tx, workspaceId, typed.invoiceId);
    if (invoice.state === 'draft') throw notFound('invoice');
    const business = await businessById(work.tx, workspaceId, project.businessId);
    const amount = parseMoney(typed.amount, invoice.currency, 'amount');
    const day = readDay(typed.receivedOn, business, work.now);
    const accountId = await manualAccountOf(work, business);
    const externalId = keyOf(typed, amount);
    const known = await paymentByExternalId(work.tx, workspaceId, accountId, externalId);
    if (known) return known;
    if (!typed.allTheSame) await checkOwed(work, invoice, amount);
    const { payment } = await receivePayment(
      work,
      project,
      {
        accountId,
        invoiceId: invoice.id,
        externalId,
        method: typed.method,
        amount,
        receivedAt: day === dayIn(business.timeZone, work.now) ? work.now : noonOf(day, business),
        recordedById: by,
      },
      by,
    );
    return payment;
  });
}

/** A form that was sent, changed after going back, and sent again is another payment. */
function keyOf(typed: Recording, amount: Money): string {
  return hex(
    sha256([typed.key, typed.invoiceId, amount.minor, typed.method, typed.receivedOn, typed.allTheSame].join('\n')),
  );
}

function readDay(typed: string, business: Business, now: Date): Day {
  const day = parseDay(typed, 'receivedOn');
  const today = dayIn(business.timeZone, now);
  if (compareDays(day, today) > 0)
    throw new Refusal('payment.in-future', `Choose the day it arrived: ${formatDay(today)} or before.`, 'receivedOn');
  if (compareDays(day, addDays(today, -DAYS_BACK)) < 0)
    throw new Refusal('payment.long-ago', 'That is more than a year ago. Check the year.', 'receivedOn');
  return day;
}

function noonOf(day: Day, business: Business): Date {
  return instantOf(wallAt(day, '12:00'), business.timeZone);
}

async function manualAccountOf(work: Work, business: Business): Promise<Id<'account'>> {
  const accounts = await paymentAccountsOf(work.tx, work.workspaceId, business.id);
  const manual = accounts.find(({ provider }) => provider === 'manual');
  if (!manual) throw notFound('account');
  return manual.id;
}

async function checkOwed(work: Work, invoice: Invoice, amount: Money): Promise<void> {
  const owed = await owedOn(work.tx, work.workspaceId, invoice);
  if (invoice.state !== 'void' && owed.minor >= amount.minor) return;
  if (invoice.state !== 'void' && owed.minor > 0n)
    throw new Refusal(
      'payment.too-much',
      `${formatMoney(amount)} is ${formatMoney(minus(amount, owed))} more than is owed, so nothing was recorded. If so much arrived, tick the box below and record it.`,
      'amount',
    );
  const why = invoice.state === 'void' ? 'is void' : `is paid already${await lastPayment(work, invoice)}`;
  throw new Refusal(
    'payment.nothing-owed',
    `${nameOf(invoice)} ${why}, so nothing was recorded. If this money came as well, tick the box below and record it: it will stand there as paid too much.`,
  );
}

/** Names what was recorded, because the commonest reason to be here is that a colleague was quicker. */
async function lastPayment(work: Work, invoice: Invoice): Promise<string> {
  const payments = await paymentsOf(work.tx, work.workspaceId, invoice.projectId);
  const last = payments.filter((payment) => payment.invoiceId === invoice.id).at(-1);
  return last ? `: ${formatMoney(last.amount)} of ${formatDay(dayIn(invoice.zone, last.receivedAt))}` : '';
}

import type { Invoice } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import type { Money } from '../shared/money.ts';
import { applicable, type Payment } from './payment.ts';
import { owedOn, paymentByExternalId, paymentById } from './read.ts';
import { insertApplication, insertPayment, type NewPayment } from './store.ts';

/** What came in, from whoever says so: an owner on the desk, or the payment provider. */
export type Received = Omit<NewPayment, 'clientId'>;

/**
 * Books money that came in, once for each account and external id, and settles with it as much of the invoice as is
 * owed. What is left over, or all of it where the invoice is void, stays unapplied for people to settle. The caller holds
 * the project's lock.
 */
export async function receivePayment(
  work: Work,
  project: Project,
  received: Received,
  actor: string,
): Promise<{ payment: Payment; again: boolean }> {
  const { tx, workspaceId } = work;
  const known = await paymentByExternalId(tx, workspaceId, received.accountId, received.externalId);
  if (known) return { payment: known, again: true };
  const invoice = await invoiceById(tx, workspaceId, received.invoiceId);
  const id = await insertPayment(work, { ...received, clientId: project.clientId });
  const applied = applicable(received.amount, await takes(work, invoice));
  if (applied.minor > 0n) await insertApplication(work, { paymentId: id, invoiceId: invoice.id, amount: applied });
  await work.announce({
    event: 'payment.received',
    projectId: project.id,
    subjectId: id,
    actor,
    detail: {
      invoice: invoice.id,
      amount: received.amount.minor.toString(),
      currency: received.amount.currency,
      applied: applied.minor.toString(),
      method: received.method,
      receivedAt: received.receivedAt.toISOString(),
    },
  });
  return { payment: await paymentById(tx, workspaceId, id), again: false };
}

/** What an invoice still takes: nothing once it is void. */
async function takes(work: Work, invoice: Invoice): Promise<Money> {
  if (invoice.state === 'void' || invoice.state === 'draft') return { minor: 0n, currency: invoice.currency };
  return owedOn(work.tx, work.workspaceId, invoice);
}

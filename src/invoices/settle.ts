import { attemptById } from '../payments/attempt-read.ts';
import { owedOn, paymentById } from '../payments/read.ts';
import type { Happening, Work } from '../platform/work.ts';
import { invoiceById } from './read.ts';
import { moveInvoice } from './store.ts';

/** Within `payment.received`: an invoice that is covered to the last cent is paid. */
export async function settleInvoices(work: Work, happening: Happening): Promise<void> {
  const payment = await paymentById(work.tx, work.workspaceId, happening.subjectId);
  for (const invoiceId of new Set(payment.applied.map((one) => one.invoiceId))) {
    const invoice = await invoiceById(work.tx, work.workspaceId, invoiceId);
    if ((await owedOn(work.tx, work.workspaceId, invoice)).minor > 0n) continue;
    if (!(await moveInvoice(work, invoiceId, ['open', 'processing'], 'paid'))) continue;
    await work.announce({
      event: 'invoice.paid',
      projectId: happening.projectId,
      subjectId: invoiceId,
      actor: happening.actor,
      detail: { payment: payment.id },
    });
  }
}

/** Within `payment.processing`: a bank debit takes days, in which nobody is reminded. */
export async function awaitPayment(work: Work, happening: Happening): Promise<void> {
  const { invoiceId } = await attemptById(work.tx, work.workspaceId, happening.subjectId);
  await moveInvoice(work, invoiceId, ['open'], 'processing');
}

/**
 * Within `payment.failed`: what was on its way did not come, so it is owed again. Where the
 * debit was sent before the invoice's mail could leave, that mail leaves now.
 */
export async function reopenInvoice(work: Work, happening: Happening): Promise<void> {
  const { invoiceId } = await attemptById(work.tx, work.workspaceId, happening.subjectId);
  if (!(await moveInvoice(work, invoiceId, ['processing'], 'open'))) return;
  await work.owe({
    effect: 'invoice.mail',
    subjectId: invoiceId,
    projectId: happening.projectId,
    onceKey: `invoice.mail/${invoiceId}/${happening.subjectId}`,
  });
}

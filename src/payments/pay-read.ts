import type { Invoice } from '../invoices/invoice.ts';
import { frozenOf } from '../invoices/read.ts';
import type { Database } from '../platform/database.ts';
import type { Project } from '../projects/project.ts';
import type { Day } from '../shared/dates.ts';
import { cardAccountOf } from '../workspaces/read.ts';
import { attemptsOf } from './attempt-read.ts';
import { type PayView, payView } from './pay-view.ts';
import { cardsCanTake } from './payment.ts';
import { type PaymentView, paymentView } from './payment-view.ts';
import { owedOn, owedOnEach, paymentsOf } from './read.ts';

/** What there is to pay on some invoices of a project, oldest first. */
export async function payViews(
  db: Database,
  project: Project,
  at: { invoices: readonly Invoice[]; cards: { livemode: boolean } | undefined; today: Day },
): Promise<PayView[]> {
  const { workspaceId } = project;
  const payable = at.invoices.filter(({ state }) => state === 'open' || state === 'processing');
  const account = await cardAccountOf(db, workspaceId, project.businessId, at.cards);
  return Promise.all(
    payable.map(async (invoice) => {
      const [owed, attempts, { payTo }] = await Promise.all([
        owedOn(db, workspaceId, invoice),
        attemptsOf(db, workspaceId, invoice.id),
        frozenOf(db, workspaceId, invoice.id),
      ]);
      const cards = account !== undefined && cardsCanTake(owed);
      return payView({ invoice, payTo, owed, attempts, cards, today: at.today });
    }),
  );
}

/** What came in for some invoices of a project, oldest first. */
export async function paidViews(
  db: Database,
  project: Project,
  invoices: readonly Invoice[],
  client: string,
): Promise<PaymentView[]> {
  const { workspaceId, title } = project;
  const [payments, owed] = await Promise.all([
    paymentsOf(db, workspaceId, project.id),
    owedOnEach(db, workspaceId, invoices),
  ]);
  return payments.flatMap((payment) => {
    const invoice = invoices.find(({ id }) => id === payment.invoiceId);
    if (!invoice) return [];
    return [paymentView({ payment, invoice, owed: owed.get(invoice.id) ?? invoice.total, title, client })];
  });
}

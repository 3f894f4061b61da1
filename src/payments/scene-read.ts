import type { Client } from '../clients/client.ts';
import { clientById } from '../clients/read.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Database } from '../platform/database.ts';
import type { Project } from '../projects/project.ts';
import { projectById } from '../projects/read.ts';
import type { Money } from '../shared/money.ts';
import { attemptById } from './attempt-read.ts';
import type { Attempt, Payment } from './payment.ts';
import { type PaymentView, paymentView } from './payment-view.ts';
import { owedOn, paymentById } from './read.ts';

/** What surrounds one invoice's money. */
type Scene = { invoice: Invoice; owed: Money; project: Project; client: Client };

async function sceneOf(db: Database, workspaceId: string, invoiceId: string): Promise<Scene> {
  const invoice = await invoiceById(db, workspaceId, invoiceId);
  const project = await projectById(db, workspaceId, invoice.projectId);
  const [owed, client] = await Promise.all([
    owedOn(db, workspaceId, invoice),
    clientById(db, workspaceId, project.clientId),
  ]);
  return { invoice, owed, project, client };
}

export type PaymentScene = Scene & { payment: Payment; view: PaymentView };

export async function paymentScene(db: Database, workspaceId: string, paymentId: string): Promise<PaymentScene> {
  const payment = await paymentById(db, workspaceId, paymentId);
  const scene = await sceneOf(db, workspaceId, payment.invoiceId);
  const { client, project } = scene;
  return { ...scene, payment, view: paymentView({ ...scene, payment, title: project.title, client: client.name }) };
}

export async function attemptScene(
  db: Database,
  workspaceId: string,
  attemptId: string,
): Promise<Scene & { attempt: Attempt }> {
  const attempt = await attemptById(db, workspaceId, attemptId);
  return { ...(await sceneOf(db, workspaceId, attempt.invoiceId)), attempt };
}

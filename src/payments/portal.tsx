import type { VNode } from 'preact';
import { z } from 'zod';
import { clientById } from '../clients/read.ts';
import type { Documents } from '../documents/render.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { frozenOf } from '../invoices/read.ts';
import type { CardPayments } from '../platform/stripe.ts';
import type { Core } from '../platform/work.ts';
import { Act, Button, More } from '../portal/controls.tsx';
import { download } from '../portal/download.ts';
import { again } from '../portal/errors.tsx';
import { line, readForm } from '../portal/form.ts';
import { Card, Facts, html, Notice, Sum, Table } from '../portal/layout.tsx';
import { Leaving } from '../portal/leaving.tsx';
import { limiter } from '../portal/limits.ts';
import type { Web } from '../portal/web.ts';
import type { Project } from '../projects/project.ts';
import { projectById } from '../projects/read.ts';
import {
  actorOf,
  CURRENT_PAGE,
  type Door,
  type Refused,
  refusalOf,
  type ShowPage,
  sessionOf,
  showRefused,
} from '../projects/session.ts';
import { dayIn } from '../shared/dates.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import { comeBack } from './come-back.ts';
import { payInvoice } from './pay.ts';
import { paidViews, payViews } from './pay-read.ts';
import type { PayView } from './pay-view.ts';
import type { PaymentView } from './payment-view.ts';
import { receiptFile, receiptPaper } from './receipt.ts';
import { receiptDocument } from './receipt-document.ts';
import { paymentScene } from './scene-read.ts';

const PAY = 'invoice:pay';

const PayForm = z.object({ invoice: line(60) });

export type PaymentPages = Door & {
  page: ShowPage;
  documents: Documents;
  /** Undefined while cards are not configured. */
  cards: CardPayments | undefined;
  publicUrl: string;
};

/** Leaving for the payment page, coming back from it, and receipts. */
export function paymentRoutes(web: Web, { page, documents, cards, publicUrl, ...door }: PaymentPages): void {
  const { core } = door;
  const paying = limiter(40, 3600, 'That is a lot of tries in an hour. Please wait a little, or pay by bank transfer.');

  web.post(
    '/portal/invoice/pay',
    again(
      async (c) => {
        const visit = await actorOf(door, c);
        await paying(visit.contactId);
        const { invoice } = await readForm(c, PayForm);
        if (!cards)
          throw new Refusal('payment.no-cards', 'Cards can’t be taken at the moment. Please pay by bank transfer.');
        const way = await payInvoice({ core, cards, publicUrl }, visit, invoice);
        if (way === 'settled') return c.redirect(CURRENT_PAGE, 303);
        const { businessId } = await projectById(core.db, visit.workspaceId, visit.projectId);
        const { name } = await businessById(core.db, visit.workspaceId, businessId);
        return c.html(html(<ToPaymentPage business={name} url={way.url} />));
      },
      showRefused(page, PAY),
    ),
  );

  web.get('/portal/invoice/back', async (c) => {
    const visit = await sessionOf(door, c);
    if (cards) await comeBack({ core, cards }, visit, c.req.query('session') ?? '');
    return c.redirect(CURRENT_PAGE, 303);
  });

  web.get('/portal/receipt.pdf', async (c) => {
    const visit = await sessionOf(door, c);
    const { payment, view, invoice } = await paymentScene(core.db, visit.workspaceId, c.req.query('payment') ?? '');
    if (invoice.projectId !== visit.projectId) throw notFound('payment');
    const frozen = await frozenOf(core.db, visit.workspaceId, invoice.id);
    const content = await documents.render(receiptDocument(receiptPaper(view, payment, frozen)));
    return download(c, { filename: receiptFile(invoice.label), content, contentType: 'application/pdf' });
  });
}

function ToPaymentPage({ business, url }: { business: string; url: string }): VNode {
  return (
    <Leaving
      business={business}
      to={url}
      title="To the payment page"
      words={`Stripe takes the payment for ${business}. Afterwards you come back here.`}
      link="Go to the payment page"
    />
  );
}

type PaySectionAt = {
  project: Project;
  invoices: readonly Invoice[];
  /** Whether paying is the next thing to do. */
  now: boolean;
  refused: Refused | undefined;
};

/** What there is to pay first, then the invoices, then what was paid: the money on the client's page. */
export async function paySection(
  { core, cards }: { core: Core; cards: CardPayments | undefined },
  { project, invoices, now, refused }: PaySectionAt,
  invoicesCard: VNode | undefined,
): Promise<VNode> {
  const client = await clientById(core.db, project.workspaceId, project.clientId);
  const today = dayIn(client.timeZone, core.clock.now());
  const [pay, paid] = await Promise.all([
    payViews(core.db, project, { invoices, cards, today }),
    paidViews(core.db, project, invoices, client.name),
  ]);
  const refusal = refusalOf(refused, PAY);
  const refusedId = refused?.typed.invoice;
  return (
    <>
      {refusal && !pay.some(({ invoiceId }) => invoiceId === refusedId) && (
        <Notice tone="bad">
          <p>{refusal.sentence}</p>
        </Notice>
      )}
      {pay.map((view, i) => (
        <PayCard
          project={project}
          view={view}
          now={now && i === 0}
          refusal={view.invoiceId === refusedId ? refusal : undefined}
        />
      ))}
      {invoicesCard}
      <ReceiptsCard paid={paid} />
    </>
  );
}

/** Only ways that there are. */
function tryAgain({ cards, transfer }: PayView): string {
  if (!cards) return transfer.length > 0 ? 'Please pay by bank transfer.' : '';
  return transfer.length > 0
    ? 'You can try again, or pay by bank transfer.'
    : 'You can try again, also with another card.';
}

type PayCardProps = { project: Project; view: PayView; now: boolean; refusal: Refusal | undefined };

function PayCard({ project, view, now, refusal }: PayCardProps): VNode {
  if (view.processing)
    return (
      <Card title="Payment on its way">
        {refusal && (
          <Notice tone="bad">
            <p>{refusal.sentence}</p>
          </Notice>
        )}
        <p>
          {view.owed} for {view.ofInvoice} is on its way from your bank. That takes a few days; the receipt comes by
          mail when it has arrived.
        </p>
      </Card>
    );
  return (
    <Card title={`Pay ${view.ofInvoice}`} now={now} id={view.invoiceId}>
      <Sum label="To pay" amount={view.owed} note={view.note} />
      {view.failure && !refusal && (
        <Notice tone="bad" title="The last payment did not go through">
          <p>
            {view.failure} Nothing was charged. {tryAgain(view)}
          </p>
        </Notice>
      )}
      {(view.cards || refusal) && (
        <Act
          act={PAY}
          action="/portal/invoice/pay"
          carry={{ project: project.id, invoice: view.invoiceId }}
          refusal={refusal}
        >
          {view.cards && <Button>Pay {view.owed} by card</Button>}
        </Act>
      )}
      {view.transfer.length > 0 && (
        <More label="Pay by bank transfer" open={!view.cards || refusal !== undefined}>
          <Facts rows={view.transfer.map(({ label, value }) => [label, value] as const)} />
          <p class="small">Please give the reference, by which the transfer is recognised. A receipt comes by mail.</p>
        </More>
      )}
      {!view.cards && view.transfer.length === 0 && (
        <p>Ask below how to pay, or answer the mail that brought you here.</p>
      )}
    </Card>
  );
}

function ReceiptsCard({ paid }: { paid: readonly PaymentView[] }): VNode | undefined {
  if (paid.length === 0) return undefined;
  return (
    <Card title="Payments" id="payments">
      <Table
        caption="Payments received"
        columns={[
          { label: 'Received' },
          { label: 'For', far: true },
          { label: 'Receipt' },
          { label: 'Amount', number: true },
        ]}
        rows={paid.map((view) => [
          `${view.receivedOn}, ${view.how}`,
          view.invoice,
          <a
            href={`/portal/receipt.pdf?payment=${view.id}`}
            download
            aria-label={`PDF: receipt of ${view.receivedOn} over ${view.amount}`}
          >
            PDF
          </a>,
          view.refunded ? `${view.amount}, ${view.refunded} given back` : view.amount,
        ])}
      />
    </Card>
  );
}

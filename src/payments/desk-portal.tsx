import type { Context } from 'hono';
import type { VNode } from 'preact';
import { z } from 'zod';
import { invoiceById } from '../invoices/read.ts';
import { newSecret } from '../platform/crypto.ts';
import type { Core } from '../platform/work.ts';
import { Act, Button, Field, LinkButton, Select, Tick } from '../portal/controls.tsx';
import { again } from '../portal/errors.tsx';
import { line, optional, readForm } from '../portal/form.ts';
import { Badge, Card, Facts, Heading, html, Notice, Row, Table } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import type { Refusal } from '../shared/refusal.ts';
import { type DeskParts, type DeskVisit, deskActorOf, deskVisitOf } from '../workspaces/desk.ts';
import { BackToDesk, DeskPage } from '../workspaces/desk-page.tsx';
import { owedLines, paidLines } from './desk-read.ts';
import { type DeskPayments, deskPayments, sayRecorded } from './desk-view.ts';
import { owedOn, paymentById } from './read.ts';
import { recordPayment } from './record.ts';

const METHODS = { transfer: 'Bank transfer', cash: 'Cash' } as const;

const RecordForm = z.object({
  invoice: line(60),
  amount: line(60, 'Write how much arrived.'),
  method: z.enum(['transfer', 'cash'], 'Choose how it was paid.'),
  receivedOn: line(20, 'Choose the day it arrived.'),
  key: line(100),
  allTheSame: optional(z.literal('yes')),
});

/** What the form holds: what was typed, or what it opens with. */
type Typed = Readonly<Record<string, string>>;
type Tried = { refusal: Refusal | undefined; typed: Typed };

/** Where an owner says that a transfer or cash has arrived. */
export function paymentDeskRoutes(web: Web, parts: DeskParts): void {
  web.get('/desk/payments', async (c) => {
    const visit = await deskVisitOf(parts, c);
    // A form sent twice is one payment.
    const typed = { business: visit.business.id, invoice: c.req.query('invoice') ?? '', key: newSecret() };
    return paymentsPage(parts, c, visit, { refusal: undefined, typed });
  });
  web.post(
    '/desk/payments',
    again(
      async (c) => {
        const visit = await deskActorOf(parts, c);
        const { invoice, allTheSame, ...form } = await readForm(c, RecordForm);
        const typed = { ...form, invoiceId: invoice, allTheSame: allTheSame === 'yes' };
        const payment = await recordPayment(parts.core, visit.workspace.id, visit.member.id, typed);
        return c.redirect(`/desk/payments?recorded=${payment.id}`, 303);
      },
      async (c, refusal) => {
        const typed = Object.fromEntries(new URLSearchParams(await c.req.text()));
        return paymentsPage(parts, c, await deskVisitOf(parts, c), { refusal, typed });
      },
    ),
  );
}

async function paymentsPage({ core }: DeskParts, c: Context, visit: DeskVisit, tried: Tried): Promise<Response> {
  const { workspace, business } = visit;
  const [owed, paid] = await Promise.all([
    owedLines(core.db, workspace.id, business.id),
    paidLines(core.db, workspace.id, business.id),
  ]);
  const view = deskPayments(owed, paid, business.timeZone, core.clock.now());
  const recordedId = c.req.query('recorded');
  const recorded = recordedId && !tried.refusal ? await recordedSentence(core, workspace.id, recordedId) : undefined;
  return c.html(html(<PaymentsPage visit={visit} view={view} recorded={recorded} {...tried} />));
}

async function recordedSentence({ db }: Core, workspaceId: string, paymentId: string): Promise<string> {
  const payment = await paymentById(db, workspaceId, paymentId);
  const invoice = await invoiceById(db, workspaceId, payment.invoiceId);
  return sayRecorded(payment, invoice, await owedOn(db, workspaceId, invoice));
}

type PageProps = Tried & { visit: DeskVisit; view: DeskPayments; recorded: string | undefined };

function PaymentsPage({ visit, view, recorded, refusal, typed }: PageProps): VNode {
  const { owed, paid, today } = view;
  const only = owed.length === 1 ? owed[0] : undefined;
  const chosen = owed.find(({ invoiceId }) => invoiceId === typed.invoice) ?? (refusal ? undefined : only);
  return (
    <DeskPage visit={visit} title="Payments" state={owed.length > 0 ? 'owed' : 'clear'}>
      <Heading lead="Record what arrived by transfer or in cash. Card payments record themselves.">Payments</Heading>
      {recorded && (
        <Notice>
          <p>{recorded}</p>
        </Notice>
      )}
      {refusal && !chosen && <LeftCard refusal={refusal} typed={typed} />}
      {owed.length === 0 && (
        <Card>
          <p>Nothing is owed at the moment.</p>
        </Card>
      )}
      {owed.map((each) => (
        <OwedCard line={each} today={today} form={each === chosen ? { refusal, typed } : undefined} />
      ))}
      <PaidCard paid={paid} />
      <BackToDesk />
    </DeskPage>
  );
}

function OwedCard(props: { line: DeskPayments['owed'][number]; today: string; form: Tried | undefined }): VNode {
  const { line: each, today, form } = props;
  return (
    <Card
      title={each.name}
      aside={each.overdue ? <Badge tone="warn">Overdue</Badge> : undefined}
      now={form !== undefined}
      id={each.invoiceId}
    >
      <Facts
        rows={[
          ['Client', each.client],
          ['Project', each.title],
          ['Total', each.total],
          ['Still owed', each.owed],
          ['Due', each.due],
        ]}
      />
      {each.processing && <p class="small">A bank debit for it is on its way. It records itself when it arrives.</p>}
      {form ? (
        <RecordAct
          refusal={form.refusal}
          typed={{ amount: each.owed, receivedOn: today, ...form.typed, invoice: each.invoiceId }}
        />
      ) : (
        <LinkButton href={`/desk/payments?invoice=${each.invoiceId}#${each.invoiceId}`} look="plain">
          Record a payment
        </LinkButton>
      )}
    </Card>
  );
}

/** The form of an invoice that is not listed any more, because somebody or something was quicker. */
function LeftCard({ refusal, typed }: { refusal: Refusal; typed: Typed }): VNode {
  return (
    <Card title="Not recorded" now>
      <RecordAct refusal={refusal} typed={typed} />
    </Card>
  );
}

/** What an owner has to confirm before a sum that looks wrong is recorded. */
const DOUBTS: Record<string, string> = {
  'payment.nothing-owed': 'The client has paid twice: record it all the same',
  'payment.too-much': 'The client has paid too much: record it all the same',
};

function RecordAct({ refusal, typed }: { refusal: Refusal | undefined; typed: Typed }): VNode {
  const doubt = refusal && DOUBTS[refusal.code];
  return (
    <Act
      act="payment:record"
      action="/desk/payments"
      carry={{ business: typed.business ?? '', invoice: typed.invoice ?? '', key: typed.key ?? '' }}
      refusal={refusal}
    >
      <Field label="Amount" name="amount" value={typed.amount} refusal={refusal} max={60} autocomplete="off" />
      <Select label="How" name="method" value={typed.method} refusal={refusal} choices={METHODS} />
      <Field label="Arrived on" name="receivedOn" type="date" value={typed.receivedOn} refusal={refusal} />
      {doubt && <Tick label={doubt} name="allTheSame" refusal={refusal} />}
      <Row>
        <Button>Record payment</Button>
      </Row>
    </Act>
  );
}

function PaidCard({ paid }: { paid: DeskPayments['paid'] }): VNode | undefined {
  if (paid.length === 0) return undefined;
  return (
    <Card title="Received last">
      <Table
        caption="Payments received last"
        columns={[
          { label: 'Day' },
          { label: 'For', far: true },
          { label: 'From' },
          { label: 'How', far: true },
          { label: 'Amount', number: true },
        ]}
        rows={paid.map((each) => [each.day, each.name, each.client, each.how, each.amount])}
      />
    </Card>
  );
}

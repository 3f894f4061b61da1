import type { VNode } from 'preact';
import { More } from '../portal/controls.tsx';
import { Badge, Card, Table, type Tone } from '../portal/layout.tsx';
import type { InvoiceView } from './view.ts';

/** The client's invoices, oldest first: what each is for, how its sum is reached, how it stands, and its paper. */
export function InvoicesCard({ views }: { views: readonly InvoiceView[] }): VNode | undefined {
  if (views.length === 0) return undefined;
  return (
    <Card title={views.length === 1 ? 'Invoice' : 'Invoices'} id="invoices">
      {views.map((view) => (
        <InvoiceEntry view={view} />
      ))}
    </Card>
  );
}

const TONES: Record<InvoiceView['state'], Tone> = {
  draft: 'quiet',
  open: 'warn',
  processing: 'warn',
  paid: 'good',
  void: 'quiet',
};

function InvoiceEntry({ view }: { view: InvoiceView }): VNode {
  const taxed = view.taxes.some(({ rate }) => rate !== '0%');
  return (
    <article data-invoice={view.id} data-state={view.state}>
      <div class="head">
        <h3>{view.name}</h3>
        <Badge tone={view.overdue ? 'bad' : TONES[view.state]}>{view.standing}</Badge>
      </div>
      <More label={`${view.total}, issued ${view.issuedOn}`} open={view.state === 'open'}>
        <Table
          caption={`What ${view.name} is for`}
          columns={[{ label: 'For' }, ...(taxed ? [{ label: 'Tax', number: true, far: true }] : []), NET]}
          rows={view.lines.map(({ description, taxRate, net }) => [description, ...(taxed ? [taxRate] : []), net])}
          totals={view.totals}
        />
        {view.taxNote && <p class="small">{view.taxNote}</p>}
        {view.taxWords.length > 0 && <p class="small">{view.taxWords.join(' ')}</p>}
      </More>
      <a
        class="button plain"
        href={`/portal/invoice.pdf?invoice=${view.id}`}
        download
        aria-label={`Download PDF: ${view.name}`}
      >
        Download PDF
      </a>
    </article>
  );
}

const NET = { label: 'Amount', number: true };

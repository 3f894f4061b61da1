import type { Documents } from '../documents/render.ts';
import { blobOf, keepBlob } from '../platform/blobs.ts';
import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { type InvoicePaper, invoiceDocument } from './document.ts';
import { issuerLines, recipientLines } from './invoice.ts';
import { frozenOf, invoiceById, paperOf } from './read.ts';
import { savePaper } from './store.ts';
import { type InvoiceView, invoiceView } from './view.ts';

/** The PDF of an issued invoice: made once of what was frozen, and the same bytes from then on. */
export async function invoicePdf(
  core: Core,
  documents: Documents,
  workspaceId: Id<'workspace'>,
  invoiceId: string,
): Promise<Uint8Array> {
  const kept = await storedPaper(core, workspaceId, invoiceId);
  if (kept) return kept;
  const invoice = await invoiceById(core.db, workspaceId, invoiceId);
  const frozen = await frozenOf(core.db, workspaceId, invoiceId);
  const view = invoiceView(invoice, frozen, undefined, frozen.issuedOn);
  const bytes = await documents.render(invoiceDocument(invoicePaper(view, invoice.issuedAt ?? core.clock.now())));
  await transact(core, workspaceId, async (work) => {
    await savePaper(work, invoiceId, await keepBlob(work, bytes, 'application/pdf'));
  });
  return (await storedPaper(core, workspaceId, invoiceId)) ?? bytes;
}

async function storedPaper(core: Core, workspaceId: string, invoiceId: string): Promise<Uint8Array | undefined> {
  const hash = await paperOf(core.db, workspaceId, invoiceId);
  return hash && blobOf(core.db, workspaceId, hash);
}

/** What stands on the paper is the issued document; whether it was paid since is not a part of it. */
function invoicePaper(view: InvoiceView, issuedAt: Date): InvoicePaper {
  const taxed = view.taxes.some(({ rate }) => rate !== '0%');
  return {
    id: view.id,
    title: view.name.slice(0, view.name.length - view.label.length).trim(),
    number: view.label,
    subject: view.title,
    madeAt: issuedAt,
    from: { name: view.from.name, lines: issuerLines(view.from) },
    to: { name: view.to.name, lines: recipientLines(view.to) },
    facts: [
      { label: 'Issued', value: view.issuedOn },
      { label: 'Due', value: view.dueOn },
      { label: 'Number', value: view.label },
    ],
    lines: view.lines,
    taxes: taxed ? view.taxes : [],
    taxNote: view.taxNote,
    totals: taxed
      ? [
          { label: 'Net', value: view.gross.net },
          { label: 'Tax', value: view.gross.tax },
          { label: 'Total', value: view.gross.total },
        ]
      : [{ label: 'Total', value: view.gross.total }],
    deductions: view.deductions,
    due: { label: `To pay by ${view.dueOn}`, value: view.sums.total },
    payment: paymentOf(view),
    notes: view.note ? [view.note] : [],
  };
}

function paymentOf(view: InvoiceView): InvoicePaper['payment'] {
  if (view.payTo.length === 0)
    return {
      title: 'By card',
      facts: [{ label: 'Where', value: 'Through the link in the mail that brought this invoice' }],
    };
  return { title: 'By bank transfer', facts: [...view.payTo, { label: 'Reference', value: view.label }] };
}

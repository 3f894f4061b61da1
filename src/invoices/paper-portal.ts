import type { Documents } from '../documents/render.ts';
import { download } from '../portal/download.ts';
import type { Web } from '../portal/web.ts';
import { type Door, sessionOf } from '../projects/session.ts';
import { notFound } from '../shared/refusal.ts';
import { nameOf } from './invoice.ts';
import { invoicePdf } from './paper.ts';
import { invoicesOf } from './read.ts';

/** The invoice's file, of the project one looks at and of no other. */
export function invoiceRoutes(web: Web, { documents, ...door }: Door & { documents: Documents }): void {
  web.get('/portal/invoice.pdf', async (c) => {
    const visit = await sessionOf(door, c);
    const invoices = await invoicesOf(door.core.db, visit.workspaceId, visit.projectId);
    const invoice = invoices.find(({ id, state }) => id === c.req.query('invoice') && state !== 'draft');
    if (!invoice) throw notFound('invoice');
    const content = await invoicePdf(door.core, documents, visit.workspaceId, invoice.id);
    return download(c, { filename: `${nameOf(invoice)}.pdf`, contentType: 'application/pdf', content });
  });
}

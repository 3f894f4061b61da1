import type { VNode } from 'preact';
import { LinkButton } from '../portal/controls.tsx';
import { download } from '../portal/download.ts';
import { Card, Heading, html } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import { type DeskParts, type DeskVisit, deskVisitOf } from '../workspaces/desk.ts';
import { BackToDesk, DeskPage } from '../workspaces/desk-page.tsx';
import { invoicesCsv, paymentsCsv } from './export.ts';
import { invoiceRows, paymentRows } from './export-read.ts';

const CSV = 'text/csv; charset=utf-8';

/** Where an owner takes the books home: invoices and payments as tables. */
export function exportRoutes(web: Web, parts: DeskParts): void {
  const { db } = parts.core;
  web.get('/desk/export', async (c) => c.html(html(<ExportPage visit={await deskVisitOf(parts, c)} />)));
  web.get('/desk/invoices.csv', async (c) => {
    const { workspace, business } = await deskVisitOf(parts, c);
    const content = invoicesCsv(await invoiceRows(db, workspace.id, business.id), business.timeZone);
    return download(c, { filename: 'invoices.csv', contentType: CSV, content });
  });
  web.get('/desk/payments.csv', async (c) => {
    const { workspace, business } = await deskVisitOf(parts, c);
    const content = paymentsCsv(await paymentRows(db, workspace.id, business.id), business.timeZone);
    return download(c, { filename: 'payments.csv', contentType: CSV, content });
  });
}

function ExportPage({ visit }: { visit: DeskVisit }): VNode {
  return (
    <DeskPage visit={visit} title="Export" state="export">
      <Heading lead="Tables for your bookkeeper, or for a spreadsheet.">Export</Heading>
      <Card title="Invoices">
        <p>Every invoice with a number: its days, its sums, and what is still owed on it.</p>
        <LinkButton href="/desk/invoices.csv" look="plain" download>
          Download invoices (CSV)
        </LinkButton>
      </Card>
      <Card title="Payments">
        <p>Every payment that came in: what it counted for, and what was given back or is disputed.</p>
        <LinkButton href="/desk/payments.csv" look="plain" download>
          Download payments (CSV)
        </LinkButton>
      </Card>
      <BackToDesk />
    </DeskPage>
  );
}

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { term } from '../../src/contracts/terms.ts';
import { createDocuments, type Documents } from '../../src/documents/render.ts';
import { invoicePdf } from '../../src/invoices/paper.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { textOf } from '../documents/reading.ts';
import { client, issue, project, record } from '../payments/stage.ts';
import { type Stage, signed, stage } from '../reminders/stage.ts';

let on: Stage;
let documents: Documents;
beforeAll(async () => {
  on = await stage();
  documents = createDocuments({ log: on.core.log });
  // The first seal makes the key, which takes its time.
  await signed(on);
}, 120_000);
afterAll(() => documents.close());

/** Without spaces: readers of PDF guess the gaps between cells, each in its own way. */
const bare = (words: string) => words.replace(/\s/g, '');
const pdf = (invoiceId: string) => invoicePdf(on.core, documents, on.workspaceId, invoiceId);
const says = async (invoiceId: string, ...facts: string[]) => {
  const words = bare(await textOf(await pdf(invoiceId)));
  for (const fact of facts) expect(words).toContain(bare(fact));
};

describe('an invoice’s paper', () => {
  test('names both sides with their countries, the number, the days, the sum, and how to transfer it', async () => {
    const acme = await project(on as never);
    const id = await issue(on, acme);
    const [invoice] = await invoicesOf(on.db, on.workspaceId, acme.projectId);
    await says(
      id,
      `Invoice ${invoice?.label}`,
      'Studio Berg',
      'Torstr. 1',
      '10119 Berlin',
      'Germany',
      'Acme Ltd',
      'United Kingdom',
      acme.email,
      'Mon 1 March 2027',
      'To pay by Mon 15 March 2027',
      'EUR 2,000.00',
      'DE89 3704 0044 0532 0130 00',
      `Reference ${invoice?.label}`,
    );
  });

  test('takes a paid deposit off, its net and its tax openly', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on, { taxRateMilli: term(19_000, 'workspace') });
    await record(on, deal.depositId ?? '', '2,380');
    await on.work();
    await on.jumpTo('2027-04-10T07:00:00Z');
    const [deposit, final] = await invoicesOf(on.db, on.workspaceId, deal.projectId);
    await says(
      final?.id ?? '',
      'Final invoice',
      `Deposit invoice ${deposit?.label}`,
      'EUR -2,000.00EUR -380.00EUR -2,380.00',
      'Net EUR 4,000.00',
      'Tax EUR 760.00',
      'To pay by Sat 24 April 2027EUR 2,380.00',
    );
  });

  test('says why there is no tax and names the client’s VAT number, on the deposit and on the balance', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on, {
      ...{ taxRateMilli: term(0, 'form'), taxReason: term('reverse-charge', 'form') },
      clientTaxId: term('ATU12345678', 'form'),
    });
    await record(on, deal.depositId ?? '', '2,000');
    await on.work();
    await on.jumpTo('2027-04-10T07:00:00Z');
    const [deposit, final] = await invoicesOf(on.db, on.workspaceId, deal.projectId);
    for (const invoice of [deposit, final])
      await says(
        invoice?.id ?? '',
        ...['Reverse charge: the tax is owed by the recipient of this invoice.', 'VAT number ATU12345678'],
        'EUR 2,000.00',
      );
    const page = await textOf(await pdf(final?.id ?? ''));
    expect(page).not.toContain('TAX RATE');
  });

  test('is made once: the same bytes for ever, whoever asks at the same moment and whatever changes', async () => {
    const acme = await project(on as never);
    const id = await issue(on, acme);
    const copies = await Promise.all(Array.from({ length: 6 }, () => pdf(id)));
    await on.db.business.updateMany({ data: { name: 'Another name' } });
    await on.db.client.updateMany({ where: { id: acme.clientId }, data: { company: 'Another Ltd' } });
    await record(on, id, '2,000');
    copies.push(await pdf(id));
    await on.db.business.updateMany({ data: { name: 'Studio Berg' } });
    const hashes = new Set(copies.map((bytes) => createHash('sha256').update(bytes).digest('hex')));
    expect(hashes.size).toBe(1);
    const row = await on.db.invoice.findFirstOrThrow({ where: { id } });
    expect(Buffer.from(row.pdfSha256 ?? []).toString('hex')).toBe([...hashes][0]);
    expect(await textOf(copies[0] ?? new Uint8Array())).not.toMatch(/paid/i);
  });

  test('is on the page of its project, under its own name, and on no other page', async () => {
    const [acme, other] = [await project(on as never), await project(on as never)];
    const id = await issue(on, acme);
    const [invoice] = await invoicesOf(on.db, on.workspaceId, acme.projectId);
    const page = await client(on as never, acme, id);
    const file = await page.get(`/portal/invoice.pdf?invoice=${id}`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toContain(`filename="Invoice ${invoice?.label}.pdf"`);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(await pdf(id)))).toBe(true);
    const strange = await client(on as never, other, await issue(on, other));
    for (const path of [`?invoice=${id}`, '?invoice=inv_000000000000000000000000', '?invoice=', ''])
      expect((await strange.get(`/portal/invoice.pdf${path}`)).status, path).toBe(404);
  });
});

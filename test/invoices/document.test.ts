import { afterAll, describe, expect, test } from 'vitest';
import { createDocuments } from '../../src/documents/render.ts';
import { invoiceDocument } from '../../src/invoices/document.ts';
import { receiptDocument } from '../../src/payments/receipt-document.ts';
import { pagesOf, textOf } from '../documents/reading.ts';
import { invoice, receipt } from '../documents/samples.ts';

/** Without spaces: readers of PDF guess the gaps between cells, each in its own way. */
const bare = (words: string) => words.replace(/\s/g, '');

const documents = createDocuments({ log: { warn: () => undefined } });
afterAll(() => documents.close());

describe('an invoice on paper', () => {
  test('carries what the law asks for: both parties, number, days, lines, tax by rate, sums', async () => {
    const words = await textOf(await documents.render(invoiceDocument(invoice)));
    for (const fact of [
      'Invoice 2027-0004',
      'Oderberger Straße 12',
      'VAT DE123456788',
      'Friedrichstraße 1',
      'Sat 10 April 2027',
      'Printed guide, two copies',
      '4,427.50 841.23',
      'EUR 5,328.65',
    ]) {
      expect(bare(words)).toContain(bare(fact));
    }
  });

  test('takes the deposit off openly, net and tax, and ends with the amount due', async () => {
    const words = await textOf(await documents.render(invoiceDocument(invoice)));
    expect(words).toContain('LESS DEPOSITS');
    expect(words).toContain('-2,000.00 -380.00 -2,380.00');
    expect(bare(words)).toContain(bare('Amount due by Sat 24 April 2027 EUR 2,948.65'));
  });

  test('tells how to pay and under which reference', async () => {
    const words = await textOf(await documents.render(invoiceDocument(invoice)));
    expect(bare(words)).toContain(bare('IBAN DE89 3704 0044 0532 0130 00'));
    expect(bare(words)).toContain(bare('Reference 2027-0004'));
  });

  test('paid or void says so; a deposit invoice is called one', async () => {
    const paid = {
      ...invoice,
      title: 'Deposit invoice',
      stamp: { text: 'Paid', tone: 'good' as const },
      payment: null,
    };
    const words = await textOf(await documents.render(invoiceDocument(paid)));
    expect(words).toContain('PAID');
    expect(words).toContain('Deposit invoice 2027-0004');
    expect(words).not.toContain('IBAN');
    expect(invoiceDocument({ ...invoice, watermark: 'Void' }).watermark).toBe('Void');
  });

  test('an ordinary one takes one page, one with two hundred lines repeats its header on each', async () => {
    expect(await pagesOf(await documents.render(invoiceDocument(invoice)))).toHaveLength(1);
    const lines = Array.from({ length: 200 }, (_, at) => ({ ...invoice.lines[0]!, description: `Line ${at}.` }));
    const pages = await pagesOf(await documents.render(invoiceDocument({ ...invoice, lines })));
    const listing = pages.filter((page) => /Line \d+\./.test(page));
    expect(listing.length).toBeGreaterThan(3);
    expect(listing.every((page) => page.includes('UNIT PRICE'))).toBe(true);
    expect(pages.join(' ')).toContain('Line 199.');
  });
});

describe('a receipt on paper', () => {
  test('tells what was paid, when, how, for what, and what is still owed', async () => {
    const words = await textOf(await documents.render(receiptDocument(receipt)));
    for (const fact of [
      'Received EUR 2,380.00',
      'Tue 23 February 2027',
      'Card, ending 4242',
      'Still owed on this invoice EUR 0.00',
    ]) {
      expect(bare(words)).toContain(bare(fact));
    }
    expect(words).toContain('Deposit invoice 2027-0001');
  });
});

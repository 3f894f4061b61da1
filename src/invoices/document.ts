import {
  type Fact,
  factsGrid,
  factsTable,
  type Paper,
  type PaperNode,
  type PartyPaper,
  pair,
  panel,
  paper,
  party,
  row,
  section,
  spaced,
  stack,
  sumLine,
  table,
  text,
} from '../documents/paper.ts';

/** A line as printed: every cell a sentence or a formatted number. */
export type InvoiceLinePaper = {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly taxRate: string;
  readonly net: string;
};
export type InvoiceTaxPaper = { readonly rate: string; readonly net: string; readonly tax: string };
/** A deposit taken off: which invoice, its net and its tax openly, and their sum. */
export type InvoiceDeductionPaper = {
  readonly label: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
};
export type InvoiceStamp = { readonly text: string; readonly tone: 'good' | 'bad' | 'neutral' };
/** Everything on an invoice's pages. Amounts and dates come as they are printed; nothing is added up here. */
export type InvoicePaper = {
  readonly id: string;
  /** "Invoice", "Deposit invoice"... */
  readonly title: string;
  readonly number: string;
  readonly subject?: string;
  /** When it was issued (a draft: made). */
  readonly madeAt: Date;
  readonly stamp?: InvoiceStamp;
  /** Across the page, for what must not be paid: "Draft", "Void". */
  readonly watermark?: string;
  readonly from: PartyPaper;
  readonly to: PartyPaper;
  /** Issue date, due date, project, contract, purchase order... */
  readonly facts: readonly Fact[];
  readonly lines: readonly InvoiceLinePaper[];
  readonly taxes: readonly InvoiceTaxPaper[];
  /** Why there is no tax. */
  readonly taxNote: string | null;
  readonly totals: readonly Fact[];
  readonly deductions: readonly InvoiceDeductionPaper[];
  readonly due: Fact;
  readonly payment: { readonly title: string; readonly facts: readonly Fact[] } | null;
  readonly notes: readonly string[];
};

const head = (label: string) => text(label, 'label');
const headRight = (label: string) => text(label, 'label', 'right');
const right = (value: string) => text(value, 'body', 'right');

function heading({ title, number, subject, stamp }: InvoicePaper): PaperNode {
  const name = stack([text(`${title} ${number}`, 'title'), ...(subject ? [text(subject, 'subtitle')] : [])]);
  if (!stamp) return name;
  const mark = table(['auto'], [[text(stamp.text.toUpperCase(), stamp.tone)]], 'stamp');
  return row([
    ['*', name],
    ['auto', mark],
  ]);
}

function lineTable(lines: readonly InvoiceLinePaper[]): PaperNode {
  return table(
    ['*', 46, 70, 40, 76],
    [
      [head('DESCRIPTION'), headRight('QUANTITY'), headRight('UNIT PRICE'), headRight('TAX'), headRight('NET')],
      ...lines.map((line) => [
        text(line.description),
        right(line.quantity),
        right(line.unitPrice),
        right(line.taxRate),
        right(line.net),
      ]),
    ],
    'lines',
    1,
  );
}

function taxTable(taxes: readonly InvoiceTaxPaper[]): PaperNode {
  return table(
    [62, 74, 74],
    [
      [head('TAX RATE'), headRight('NET'), headRight('TAX')],
      ...taxes.map(({ rate, net, tax }) => [
        text(rate, 'small'),
        text(net, 'small', 'right'),
        text(tax, 'small', 'right'),
      ]),
    ],
    'lines',
    1,
  );
}

function taxPart({ taxes, taxNote }: InvoicePaper): PaperNode {
  const note = text(taxNote ?? '', 'small');
  if (taxes.length === 0) return note;
  return taxNote ? stack([taxTable(taxes), note]) : taxTable(taxes);
}

function deductionTable(deductions: readonly InvoiceDeductionPaper[]): PaperNode {
  return table(
    ['*', 70, 70, 76],
    [
      [head('LESS DEPOSITS'), headRight('NET'), headRight('TAX'), headRight('TOTAL')],
      ...deductions.map(({ label, net, tax, gross }) => [text(label), right(net), right(tax), right(gross)]),
    ],
    'lines',
    1,
  );
}

function sums(view: InvoicePaper): PaperNode {
  const rows = view.totals.map(({ label, value }) => [text(label), right(value)]);
  return table(['*', 'auto'], rows, 'sums');
}

export function invoiceDocument(view: InvoicePaper): Paper {
  const content = [
    heading(view),
    spaced(pair(party('FROM', view.from), party('TO', view.to)), { top: 16, bottom: 12 }),
    factsGrid(view.facts),
    spaced(lineTable(view.lines), { top: 16, bottom: 12 }),
    row(
      [
        [222, taxPart(view)],
        ['*', sums(view)],
      ],
      36,
    ),
    ...(view.deductions.length ? [spaced(deductionTable(view.deductions), { top: 16 })] : []),
    spaced(panel([sumLine(view.due)]), { top: 14, bottom: 14 }),
    ...(view.payment ? [spaced(section(view.payment.title, factsTable(view.payment.facts)), { bottom: 14 })] : []),
    ...view.notes.map((note) => spaced(text(note, 'small'), { bottom: 4 })),
  ];
  return paper({
    title: `${view.title} ${view.number}`,
    author: view.from.name,
    createdAt: view.madeAt,
    footer: { left: `${view.title} ${view.number}`, note: view.from.name },
    watermark: view.watermark ?? null,
    content,
  });
}

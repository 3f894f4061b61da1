import { type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, formatPercent, money } from '../shared/money.ts';
import type { Frozen } from './frozen.ts';
import { type Invoice, isOverdue, nameOf } from './invoice.ts';
import { formatQuantity, formatUnitPrice } from './sums.ts';

/** Everything a rendering says of an issued invoice: sums, state, and the sentences used twice. No rendering computes. */
export type InvoiceView = {
  id: string;
  label: string;
  /** `Deposit invoice 2027-0001`. */
  name: string;
  title: string;
  kind: Invoice['kind'];
  state: Invoice['state'];
  /** What is owed for it, deductions taken off. */
  total: string;
  /** `Due Fri 9 April 2027`, `Paid Mon 12 April 2027`, `Payment on its way`, `Void`. */
  standing: string;
  overdue: boolean;
  issuedOn: string;
  dueOn: string;
  from: Frozen['from'];
  to: Frozen['to'];
  lines: { description: string; quantity: string; unitPrice: string; taxRate: string; net: string }[];
  taxes: { rate: string; net: string; tax: string }[];
  deductions: { label: string; net: string; tax: string; gross: string }[];
  gross: { net: string; tax: string; total: string };
  sums: { net: string; tax: string; total: string };
  /** From the lines to what is owed, a row each, the last one being what is owed; tax only where there is some. */
  totals: (readonly [label: string, amount: string])[];
  /** Sentences on the tax in what is taken off and in what is left. */
  taxWords: string[];
  note: string | null;
  /** Why there is no tax, as the issued invoice says it. */
  taxNote: string | null;
  /** Where a transfer goes, as the invoice has it; empty without an account. */
  payTo: Frozen['payTo'];
};

type Show = (minor: string) => string;

export function standingOf(invoice: Pick<Invoice, 'state' | 'dueOn'>, paidOn: Day | undefined, today: Day): string {
  if (invoice.state === 'paid') return paidOn ? `Paid ${formatDay(paidOn)}` : 'Paid';
  if (invoice.state === 'processing') return 'Payment on its way';
  if (invoice.state === 'void') return 'Void, nothing to pay';
  if (!invoice.dueOn) return 'Open';
  return isOverdue(invoice, today) ? `Overdue since ${formatDay(invoice.dueOn)}` : `Due ${formatDay(invoice.dueOn)}`;
}

export function invoiceView(invoice: Invoice, frozen: Frozen, paidOn: Day | undefined, today: Day): InvoiceView {
  const show: Show = (minor) => formatMoney(money(BigInt(minor), frozen.currency));
  const three = (sums: Frozen['sums']) => ({ net: show(sums.net), tax: show(sums.tax), total: show(sums.total) });
  const deductions = frozen.deductions.map((deduction) => ({
    label: `Deposit invoice ${deduction.label} of ${formatDay(deduction.issuedOn)}`,
    net: show(`-${deduction.net}`),
    tax: show(`-${deduction.tax}`),
    gross: show((-(BigInt(deduction.net) + BigInt(deduction.tax))).toString()),
  }));
  return {
    id: invoice.id,
    label: frozen.label,
    name: nameOf(invoice),
    title: frozen.title,
    kind: invoice.kind,
    state: invoice.state,
    total: formatMoney(invoice.total),
    standing: standingOf(invoice, paidOn, today),
    overdue: isOverdue(invoice, today),
    issuedOn: formatDay(frozen.issuedOn),
    dueOn: formatDay(frozen.dueOn),
    from: frozen.from,
    to: frozen.to,
    lines: frozen.lines.map((line) => ({
      description: line.description,
      quantity: formatQuantity(BigInt(line.quantityMilli)),
      unitPrice: formatUnitPrice(BigInt(line.unitPriceMicros), frozen.currency),
      taxRate: formatPercent(line.taxRateMilli),
      net: show(line.net),
    })),
    taxes: taxesOf(frozen).map((row) => ({
      rate: formatPercent(row.rate),
      net: show(row.net.toString()),
      tax: show(row.tax.toString()),
    })),
    deductions,
    gross: three(frozen.gross),
    sums: three(frozen.sums),
    totals: totalsOf(frozen, show),
    taxWords: taxWordsOf(frozen, { deductions }, show),
    note: frozen.note,
    taxNote: frozen.taxNote ?? null,
    payTo: frozen.payTo,
  };
}

function totalsOf({ gross, sums, deductions }: Frozen, show: Show): InvoiceView['totals'] {
  const taxed = gross.tax !== '0';
  const off = deductions.map(
    ({ label, net, tax }) => [`Less deposit ${label}`, show((-(BigInt(net) + BigInt(tax))).toString())] as const,
  );
  return [
    ...(taxed
      ? ([
          ['Net', show(gross.net)],
          ['Tax', show(gross.tax)],
        ] as const)
      : []),
    ['Total', show(gross.total)],
    ...off,
    ...(off.length > 0 ? ([['To pay', show(sums.total)]] as const) : []),
  ];
}

/** The net and the tax of what is taken off, and of what is left; without tax there is nothing to tell apart. */
function taxWordsOf({ gross, sums }: Frozen, { deductions }: Pick<InvoiceView, 'deductions'>, show: Show): string[] {
  if (gross.tax === '0' || deductions.length === 0) return [];
  return [
    ...deductions.map(({ label, net, tax }) => `${label}: net ${net}, tax ${tax}.`),
    `Left to pay: net ${show(sums.net)}, tax ${show(sums.tax)}.`,
  ];
}

/** What is owed per tax rate: the lines less the deductions. */
function taxesOf(frozen: Frozen): { rate: number; net: bigint; tax: bigint }[] {
  const rates = new Map<number, { net: bigint; tax: bigint }>();
  const add = (rate: number, net: bigint, tax: bigint) => {
    const so = rates.get(rate) ?? { net: 0n, tax: 0n };
    rates.set(rate, { net: so.net + net, tax: so.tax + tax });
  };
  for (const line of frozen.lines) add(line.taxRateMilli, BigInt(line.net), BigInt(line.tax));
  for (const deduction of frozen.deductions)
    add(deduction.taxRateMilli, -BigInt(deduction.net), -BigInt(deduction.tax));
  return [...rates].map(([rate, sums]) => ({ rate, ...sums }));
}

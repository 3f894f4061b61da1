import { compareDays, type Day, instantOf, wallAt } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import { countryName, endsWithCountry } from '../shared/places.ts';
import type { TaxReason } from '../shared/tax.ts';

/** Days from the signature in which a deposit is payable; the deposit clause says so. */
export const DEPOSIT_DAYS = 7;

/** The balance is issued by itself at nine in the morning of the contract's end day, where the business is. */
export function balanceIssuedAt(on: Day, businessZone: string): Date {
  return instantOf(wallAt(on, '09:00'), businessZone);
}

export const INVOICE_STATES = ['draft', 'open', 'processing', 'paid', 'void'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

/** `deposit` is issued by the signature, `final` by the end of the work less the deposit, `standard` by `/invoice`. */
export const INVOICE_KINDS = ['deposit', 'final', 'standard'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** Quantity in thousandths, unit price in millionths of the currency's unit, tax rate in thousandths of a percent. */
export type InvoiceLine = {
  position: number;
  description: string;
  quantityMilli: bigint;
  unitPriceMicros: bigint;
  net: Money;
  taxRateMilli: number;
  taxReason: TaxReason | null;
  tax: Money;
};

/** A paid deposit taken off a later invoice, per tax rate, openly. */
export type Deduction = { depositId: Id<'invoice'>; taxRateMilli: number; net: Money; tax: Money };

export type Invoice = {
  workspaceId: Id<'workspace'>;
  id: Id<'invoice'>;
  projectId: Id<'project'>;
  kind: InvoiceKind;
  state: InvoiceState;
  /** The number as printed; null on drafts only. */
  label: string | null;
  issuedOn: Day | null;
  dueOn: Day | null;
  issuedAt: Date | null;
  viewedAt: Date | null;
  paidAt: Date | null;
  zone: string;
  currency: string;
  net: Money;
  tax: Money;
  /** What the client pays for this invoice, deductions already taken off. */
  total: Money;
  lines: InvoiceLine[];
  deductions: Deduction[];
};

/**
 * Past its due day and still to be paid; what a debit is on its way for is not.
 *
 * @param today where whoever reads it is: the business's day for the team, the client's for the client.
 */
export function isOverdue({ state, dueOn }: Pick<Invoice, 'state' | 'dueOn'>, today: Day): boolean {
  return state === 'open' && dueOn !== null && compareDays(dueOn, today) < 0;
}

/** `Deposit invoice 2027-0001`. */
export function nameOf(invoice: Pick<Invoice, 'kind' | 'label'>): string {
  const kind = invoice.kind === 'deposit' ? 'Deposit invoice' : invoice.kind === 'final' ? 'Final invoice' : 'Invoice';
  return `${kind} ${invoice.label ?? '(draft)'}`;
}

/** `Deposit invoice 2027-0001` as it stands within a sentence. */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** An invoice of a schedule that is still to come. */
export type Instalment = {
  workspaceId: Id<'workspace'>;
  id: Id<'instalment'>;
  projectId: Id<'project'>;
  versionId: Id<'version'> | null;
  /** `worked` stays planned while work billed as worked goes on; its total is nothing. */
  kind: 'deposit' | 'milestone' | 'balance' | 'worked';
  /** What a part of the price is for. */
  label: string | null;
  trigger: 'signature' | 'date' | 'button';
  dueOn: Day | null;
  /** What the client will pay for it, tax included. */
  total: Money;
  state: 'planned' | 'issued' | 'dropped';
};

/** Who issued it, as lines on paper; the last line of a frozen address is the country's code, empty where it is unknown. */
export function issuerLines(from: { lines: readonly string[]; taxId: string | null; email: string }): string[] {
  return [...inWords(from.lines), ...(from.taxId ? [`Tax number ${from.taxId}`] : []), from.email];
}

export function recipientLines(to: { lines: readonly string[]; email: string; taxId?: string | undefined }): string[] {
  return [...inWords(to.lines), ...(to.taxId ? [`VAT number ${to.taxId}`] : []), to.email].filter(Boolean);
}

function inWords(lines: readonly string[]): string[] {
  const [address, code] = [lines.slice(0, -1), lines.at(-1) ?? ''];
  return endsWithCountry(address.at(-1) ?? '', code) ? address : [...address, countryName(code)];
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Client, Contact } from '../clients/client.ts';
import { isInEea } from '../contracts/place.ts';
import type { Project } from '../projects/project.ts';
import type { Day } from '../shared/dates.ts';
import type { Sums, TaxReason } from '../shared/tax.ts';
import { type BankDetails, type Business, bankLines } from '../workspaces/workspace.ts';
import type { Deduction, Invoice, InvoiceKind, InvoiceLine } from './invoice.ts';
import { taxSentence } from './tax.ts';

const Minor = z.string().regex(/^-?\d+$/);
const SumsJson = z.object({ net: Minor, tax: Minor, total: Minor });

/**
 * The issued document as data: who, to whom, what, how much, as it was on the issue day. Its hash stands beside it and a
 * trigger keeps both from changing. What a tax invoice must name follows EU Directive 2006/112/EC, art. 226.
 */
export const Frozen = z.object({
  label: z.string(),
  kind: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  dueOn: z.string(),
  currency: z.string(),
  from: z.object({ name: z.string(), lines: z.array(z.string()), email: z.string(), taxId: z.string().nullable() }),
  to: z.object({
    name: z.string(),
    lines: z.array(z.string()),
    email: z.string(),
    taxId: z.string().optional(),
  }),
  lines: z.array(
    z.object({
      description: z.string(),
      quantityMilli: Minor,
      unitPriceMicros: Minor,
      taxRateMilli: z.number(),
      net: Minor,
      tax: Minor,
    }),
  ),
  deductions: z.array(
    z.object({ label: z.string(), issuedOn: z.string(), taxRateMilli: z.number(), net: Minor, tax: Minor }),
  ),
  /** Before the deductions. */
  gross: SumsJson,
  /** What is owed. */
  sums: SumsJson,
  note: z.string().nullable(),
  /** Why there is no tax, as it is printed; invoices of before these words have none. */
  taxNote: z.string().optional(),
  /** Where a transfer goes, as it was on the issue day; empty when the business had no account to print. */
  payTo: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Frozen = z.infer<typeof Frozen>;

/** Over the parsed form, so that it does not depend on the order in which the database keeps the keys. */
export function hashFrozen(frozen: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash('sha256')
      .update(JSON.stringify(Frozen.parse(frozen)))
      .digest(),
  );
}

export type Facts = {
  business: Business;
  client: Client;
  contact: Contact | undefined;
  clientTaxId: string | undefined;
  project: Project;
  label: string;
  issuedOn: Day;
  dueOn: Day;
  kind: InvoiceKind;
  lines: Omit<InvoiceLine & Sums, 'total'>[];
  deductions: Deduction[];
  earlier: readonly Invoice[];
  gross: Sums;
  sums: Sums;
  note: string | undefined;
  payTo: BankDetails | undefined;
};

export function freeze(facts: Facts): Frozen {
  const { business, client, contact } = facts;
  const who = client.company ?? client.name;
  return {
    label: facts.label,
    kind: facts.kind,
    title: facts.project.title,
    issuedOn: facts.issuedOn,
    dueOn: facts.dueOn,
    currency: facts.project.currency,
    from: {
      name: business.name,
      lines: [...business.address, business.country],
      email: business.email,
      taxId: business.taxId,
    },
    to: {
      name: who,
      lines: [
        ...(client.company && client.name !== client.company ? [client.name] : []),
        ...(client.address ? client.address.split('\n') : []),
        client.country,
      ],
      email: contact?.email ?? '',
      ...taxIdOf(facts),
    },
    lines: facts.lines.map((line) => ({
      description: line.description,
      quantityMilli: line.quantityMilli.toString(),
      unitPriceMicros: line.unitPriceMicros.toString(),
      taxRateMilli: line.taxRateMilli,
      net: line.net.minor.toString(),
      tax: line.tax.minor.toString(),
    })),
    deductions: facts.deductions.map((deduction) => {
      const deposit = facts.earlier.find((invoice) => invoice.id === deduction.depositId);
      return {
        label: deposit?.label ?? '',
        issuedOn: deposit?.issuedOn ?? '',
        taxRateMilli: deduction.taxRateMilli,
        net: deduction.net.minor.toString(),
        tax: deduction.tax.minor.toString(),
      };
    }),
    gross: toJson(facts.gross),
    sums: toJson(facts.sums),
    note: facts.note ?? null,
    ...taxNoteOf(facts),
    payTo: facts.payTo ? bankLines(facts.payTo).map(([label, value]) => ({ label, value })) : [],
  };
}

/** The contract's number goes before the client's entry, which may be newer or older. */
function taxIdOf({ client, clientTaxId }: Facts): { taxId?: string } {
  const taxId = clientTaxId ?? client.taxId;
  return taxId ? { taxId } : {};
}

function taxNoteOf({ lines, business }: Facts): { taxNote?: string } {
  const reasons = [...new Set(lines.flatMap(({ taxReason }) => taxReason ?? []))];
  if (reasons.length === 0) return {};
  const sentence = (reason: TaxReason) => taxSentence(reason, business.country, isInEea(business.country));
  return { taxNote: reasons.map(sentence).join(' ') };
}

function toJson(sums: Sums): z.infer<typeof SumsJson> {
  return { net: sums.net.minor.toString(), tax: sums.tax.minor.toString(), total: sums.total.minor.toString() };
}

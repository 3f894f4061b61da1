import type { Terms } from '../contracts/terms.ts';
import type { TaxReason } from '../shared/tax.ts';

/** What a contract says of tax, as the lines of its invoices have it. */
export const taxIn = ({ taxRateMilli, taxReason }: Terms) => ({
  taxRateMilli: taxRateMilli?.value ?? 0,
  taxReason: taxReason?.value ?? null,
});

/** What a country's own law calls the exemption of small businesses. */
const SMALL: Readonly<Record<string, string>> = {
  DE: 'small business (Kleinunternehmer, § 19 UStG)',
  AT: 'small business (Kleinunternehmer, § 6 Abs. 1 Z 27 UStG)',
  FR: 'small business (franchise en base de TVA, directive 2006/112/EC, art. 284)',
  GB: 'not registered for VAT',
};

/**
 * The sentence in which an invoice says why it has no tax. Directive 2006/112/EC, art. 226(11a), wants the words "Reverse charge";
 * art. 226(11) a provision or any other reference that the supply is exempt.
 */
export function taxSentence(reason: TaxReason, country: string, inEea: boolean): string {
  if (reason === 'reverse-charge') return 'Reverse charge: the tax is owed by the recipient of this invoice.';
  if (reason === 'exempt') return 'No tax is charged: the supply is exempt from tax.';
  const rule = SMALL[country] ?? (inEea ? 'small business (directive 2006/112/EC, art. 284)' : 'small business');
  return `No tax is charged: ${rule}.`;
}

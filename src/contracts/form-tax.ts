import { formatPercent } from '../shared/money.ts';
import type { TaxReason } from '../shared/tax.ts';
import { parsePercent } from '../workspaces/profile-form.ts';
import type { Read } from './form-kept.ts';
import type { Terms } from './terms.ts';

/** Why a contract has no tax, as the form offers it. */
export const TAX_CHOICES = {
  none: 'Tax is added, or no reason is needed',
  'reverse-charge': 'Reverse charge: the client accounts for it',
  'small-business': 'Small business exemption',
  exempt: 'The work is exempt',
} as const satisfies Record<TaxReason | 'none', string>;
type TaxChoice = keyof typeof TAX_CHOICES;

/** The rate, and why there is none. */
export type TaxValues = { taxRate?: string | undefined; taxReason?: TaxChoice | undefined };

/** How terms stand in these fields; what is asked opens empty. */
export function shownTax({ taxRateMilli, taxReason }: Terms, asked: readonly string[]): TaxValues {
  return {
    taxRate: taxRateMilli && formatPercent(taxRateMilli.value).slice(0, -1),
    taxReason: taxReason?.value ?? (asked.includes('taxReason') ? undefined : 'none'),
  };
}

/**
 * The tax a filled form means. A reason that is chosen beside the rate as it stood leaves none; a rate that was typed besides
 * stays, for whoever typed it to settle.
 */
export function taxFrom(filled: TaxValues, shown: Terms): Read {
  const { taxRate, taxReason } = filled;
  const reason = taxReason === undefined || taxReason === 'none' ? null : taxReason;
  const rate = taxRate === undefined ? undefined : parsePercent(taxRate, 'taxRate');
  const chosen = reason !== null && reason !== shown.taxReason?.value && rate === shown.taxRateMilli?.value;
  const none = reason !== null && (rate === undefined || chosen);
  return { taxRateMilli: none ? 0 : rate, taxReason: reason };
}

import { type Money, money } from '../shared/money.ts';
import type { Deduction, Invoice } from './invoice.ts';

/**
 * What a final invoice takes off: every paid deposit that no earlier invoice has taken off, its net and tax per rate, so
 * that tax on it is not owed twice (EU Directive 2006/112/EC, art. 226, as national rules on advance invoices apply it).
 */
export function deductionsFor(earlier: readonly Invoice[]): Deduction[] {
  const taken = new Set(
    earlier
      .filter((invoice) => invoice.state !== 'void')
      .flatMap((invoice) => invoice.deductions.map((d) => d.depositId)),
  );
  return earlier
    .filter((invoice) => invoice.kind === 'deposit' && invoice.state === 'paid' && !taken.has(invoice.id))
    .flatMap((deposit) => perRate(deposit));
}

function perRate(deposit: Invoice): Deduction[] {
  const rates = new Map<number, { net: Money; tax: Money }>();
  for (const line of deposit.lines) {
    const so = rates.get(line.taxRateMilli) ?? { net: money(0n, deposit.currency), tax: money(0n, deposit.currency) };
    rates.set(line.taxRateMilli, {
      net: money(so.net.minor + line.net.minor, deposit.currency),
      tax: money(so.tax.minor + line.tax.minor, deposit.currency),
    });
  }
  return [...rates].map(([taxRateMilli, { net, tax }]) => ({ depositId: deposit.id, taxRateMilli, net, tax }));
}

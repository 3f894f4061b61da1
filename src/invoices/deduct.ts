import type { Payment } from '../payments/payment.ts';
import { type Money, minus, money, scale } from '../shared/money.ts';
import type { Deduction, Invoice } from './invoice.ts';

/** What a payment says of the money that stayed with us. */
export type Kept = Pick<Payment, 'invoiceId' | 'amount' | 'refunded' | 'disputed' | 'disputedAt'>;

/** What stayed of a deposit: what came in for it less what was given back, and what a bank asks back or took. */
function keptOf(deposit: Pick<Invoice, 'id' | 'total'>, payments: readonly Kept[]): Money {
  const kept = payments
    .filter(({ invoiceId }) => invoiceId === deposit.id)
    .reduce(
      (all, { amount, refunded, disputed, disputedAt }) =>
        all + amount.minor - refunded.minor - (disputedAt ? disputed.minor : 0n),
      0n,
    );
  const { minor, currency } = deposit.total;
  return money(kept < 0n ? 0n : kept > minor ? minor : kept, currency);
}

/** Whether a deposit that was paid has not stayed whole: then the balance does not go out by itself. */
export function isGivenBack(earlier: readonly Invoice[], payments: readonly Kept[]): boolean {
  return earlier.some(
    (one) => one.kind === 'deposit' && one.state === 'paid' && keptOf(one, payments).minor < one.total.minor,
  );
}

/**
 * What a final invoice takes off: of every paid deposit that no earlier invoice has taken off what stayed of it, its net
 * and tax per rate, so that tax on it is not owed twice (EU Directive 2006/112/EC, art. 226, as national rules on advance
 * invoices apply it).
 */
export function deductionsFor(earlier: readonly Invoice[], payments: readonly Kept[]): Deduction[] {
  const taken = new Set(
    earlier
      .filter((invoice) => invoice.state !== 'void')
      .flatMap((invoice) => invoice.deductions.map((d) => d.depositId)),
  );
  return earlier
    .filter((invoice) => invoice.kind === 'deposit' && invoice.state === 'paid' && !taken.has(invoice.id))
    .flatMap((deposit) => perRate(deposit, keptOf(deposit, payments)))
    .filter(({ net, tax }) => net.minor + tax.minor > 0n);
}

function perRate(deposit: Invoice, kept: Money): Deduction[] {
  const { currency } = deposit;
  const rates = new Map<number, { net: bigint; tax: bigint }>();
  for (const line of deposit.lines) {
    const so = rates.get(line.taxRateMilli) ?? { net: 0n, tax: 0n };
    rates.set(line.taxRateMilli, { net: so.net + line.net.minor, tax: so.tax + line.tax.minor });
  }
  let left = kept.minor;
  return [...rates].map(([taxRateMilli, { net, tax }], index) => {
    // The last rate takes what rounding left, so that the parts make what stayed to the last unit.
    const gross = index === rates.size - 1 ? left : scale(net + tax, kept.minor, deposit.total.minor);
    left -= gross;
    const part = gross === net + tax ? net : scale(net, kept.minor, deposit.total.minor);
    return {
      depositId: deposit.id,
      taxRateMilli,
      net: money(part, currency),
      tax: minus(money(gross, currency), money(part, currency)),
    };
  });
}

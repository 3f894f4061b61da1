import { exponentOf, type Money, minus, sum } from '../shared/money.ts';
import type { Sums } from '../shared/tax.ts';

export function addSums(parts: readonly Sums[], currency: string): Sums {
  return {
    net: sum(
      parts.map((part) => part.net),
      currency,
    ),
    tax: sum(
      parts.map((part) => part.tax),
      currency,
    ),
    total: sum(
      parts.map((part) => part.total),
      currency,
    ),
  };
}

export function subtractSums(from: Sums, off: Sums): Sums {
  return { net: minus(from.net, off.net), tax: minus(from.tax, off.tax), total: minus(from.total, off.total) };
}

/** A sum as a unit price in millionths of the currency's unit: EUR 12.34 = 12_340_000. */
export function toMicros(price: Money): bigint {
  return price.minor * 10n ** BigInt(6 - exponentOf(price.currency));
}

/** `1`, `2.5`: a quantity held in thousandths. */
export function formatQuantity(quantityMilli: bigint): string {
  const whole = quantityMilli / 1000n;
  const rest = (quantityMilli % 1000n).toString().padStart(3, '0').replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : whole.toString();
}

/** `EUR 0.085`, `EUR 4,000.00`: a unit price held in millionths, with at least the currency's own decimals. */
export function formatUnitPrice(micros: bigint, currency: string): string {
  const whole = (micros / 1_000_000n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const least = exponentOf(currency);
  const decimals = (micros % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '').padEnd(least, '0');
  return `${currency} ${decimals ? `${whole}.${decimals}` : whole}`;
}

import { type Money, minus, money, scale } from './money.ts';

/**
 * Why no tax is added to a price: the client owes it (`reverse-charge`, category AE of EN 16931), or the work or whoever does it
 * is exempt (E). Without a reason no tax is simply added, as where a country has none on services.
 */
export const TAX_REASONS = ['reverse-charge', 'small-business', 'exempt'] as const;
export type TaxReason = (typeof TAX_REASONS)[number];

/** How a reason is said within a sentence. */
export const TAX_REASON_WORDS: { readonly [K in TaxReason]: string } = {
  'reverse-charge': 'reverse charge',
  'small-business': 'small business',
  exempt: 'exempt',
};

/** A number that a tax office gave: letters and digits, and what people put between them. */
export const TAX_NUMBER = /^[A-Za-z\d][A-Za-z\d ./-]{2,38}$/;

/** Net, tax and total of a sum; `net + tax = total`, always and exactly. */
export type Sums = { net: Money; tax: Money; total: Money };

/** Tax on top of a net price, rounded once (half away from zero). `rateMilli`: 19 % = 19_000. */
export function plusTax(net: Money, rateMilli: number): Sums {
  const tax = { minor: scale(net.minor, BigInt(rateMilli), 100_000n), currency: net.currency };
  return { net, tax, total: money(net.minor + tax.minor, net.currency) };
}

/** The tax inside a price that includes it. */
export function insideTax(total: Money, rateMilli: number): Sums {
  const net = { minor: scale(total.minor, 100_000n, 100_000n + BigInt(rateMilli)), currency: total.currency };
  return { net, tax: minus(total, net), total };
}

/** A price as agreed, plus tax or including it: contract and invoice come to the same cent because both ask here. */
export function sumsOf(price: Money, rateMilli: number, taxIncluded: boolean): Sums {
  return taxIncluded ? insideTax(price, rateMilli) : plusTax(price, rateMilli);
}

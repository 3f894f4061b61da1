import { add, type Dinero, type DineroCurrency, dinero, subtract, toSnapshot } from 'dinero.js/bigint';
import { Refusal } from './refusal.ts';

/** A sum in the smallest unit of its currency (cents, yen, fils), never a float. */
export type Money = { readonly minor: bigint; readonly currency: string };

/** ISO 4217 exponents that differ from 2; the list is Stripe's "zero-decimal" and "three-decimal" currencies. */
const EXPONENTS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
]);

/** What a freelancer may choose: the common currencies of the places the templates are for. */
export const CURRENCIES = [
  'EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON',
  'JPY', 'SGD', 'HKD', 'ILS', 'ZAR', 'INR', 'BRL', 'MXN', 'AED', 'KWD', 'BHD', 'KRW',
] as const; // biome-ignore format: a table reads better in rows

/** The largest sum a document may carry: eleven digits before the decimals, well inside Stripe's and bigint's limits. */
export const MINOR_MAX = 99_999_999_999n;

export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

export function money(minor: bigint | number, currency: string): Money {
  return { minor: BigInt(minor), currency };
}

function toDinero(m: Money): Dinero<bigint> {
  const currency: DineroCurrency<bigint> = { code: m.currency, base: 10n, exponent: BigInt(exponentOf(m.currency)) };
  return dinero({ amount: m.minor, currency });
}

function fromDinero(d: Dinero<bigint>): Money {
  const { amount, currency } = toSnapshot(d);
  return { minor: amount, currency: currency.code };
}

export function plus(a: Money, b: Money): Money {
  return fromDinero(add(toDinero(a), toDinero(b)));
}

export function minus(a: Money, b: Money): Money {
  return fromDinero(subtract(toDinero(a), toDinero(b)));
}

export function sum(parts: readonly Money[], currency: string): Money {
  return parts.reduce(plus, money(0n, currency));
}

/** `value * numerator / denominator`, rounded half away from zero: the commercial rounding invoices use. */
export function scale(value: bigint, numerator: bigint, denominator: bigint): bigint {
  const product = value * numerator;
  const half = denominator / 2n;
  return product < 0n ? -((-product + half) / denominator) : (product + half) / denominator;
}

/** A share of a sum; `percentMilli` is in thousandths of a percent (50 % = 50_000). */
export function shareOf(m: Money, percentMilli: number): Money {
  return { minor: scale(m.minor, BigInt(percentMilli), 100_000n), currency: m.currency };
}

/** Each way to write an amount and what stands before its decimals, '' where that can't be told; groups have one separator. */
const PLAIN: readonly (readonly [RegExp, string | RegExp])[] = [
  [/^\d{1,3}(,\d{3})+(\.\d+)?$/, '.'],
  [/^\d{1,3}(\.\d{3})+(,\d+)?$/, ','],
  [/^\d+([.,]\d+)?$/, /[.,]/],
];
/** `4k`, `1,5k`: no groups, at most two decimals. */
const KILO: typeof PLAIN = [[/^\d{1,6}([.,]\d{1,2})?$/, /[.,]/]];

/** With three decimals `1.234` is a sum and three fils; `1,234` may be either, so it is asked. */
const THREE_DECIMALS: typeof PLAIN = [
  [/^\d{1,3}\.\d{3}$/, '.'],
  [/^\d{1,3},\d{3}$/, ''],
];

/** The signs people write, and the currencies that each may stand for. */
const SIGNS: Record<string, readonly string[]> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
};

/**
 * Reads an amount a person typed: `4000`, `4,000.00`, `4.000,00`, `4 000`, `4k`, `1,5k`. Refuses what is not plainly a
 * positive sum in that currency (`1e9`, `-5`, `0.005`, non-ASCII digits), with a sentence for the field.
 */
export function parseMoney(text: string, currency: string, field = 'fee'): Money {
  const refuse = (why: string): never => {
    const example = ['4,000', '', '4,000 or 4000.50', '4000 or 4000.500'][exponentOf(currency)];
    throw new Refusal('money.unreadable', `${why} Write it like ${example}.`, field);
  };
  const typed = text
    .trim()
    .replace(new RegExp(`^${currency}\\s*|\\s*${currency}$`, 'i'), '')
    .trim();
  const kilo = /k$/i.test(typed);
  const sign = /^[€$£¥]|[€$£¥]$/.exec(typed.replace(/k$/i, ''))?.[0];
  if (sign && !SIGNS[sign]?.includes(currency)) return refuse(`“${sign}” is not how ${currency} is written.`);
  const bare = typed
    .replace(/k$/i, '')
    .replace(/^[€$£¥]\s*|\s*[€$£¥]$/g, '')
    .replace(/['’\u00a0\u202f ]/g, '');
  const shapes = kilo ? KILO : exponentOf(currency) === 3 ? [...THREE_DECIMALS, ...PLAIN] : PLAIN;
  const written = shapes.find(([shape]) => shape.test(bare));
  // `0,500` may be a half or five hundred, and nobody writes `007` for seven: asking is cheaper than a wrong sum.
  const doubtful = /^0\d|^0,\d{3}$/.test(bare) || (exponentOf(currency) < 3 && /^0\.\d{3}$/.test(bare));
  if (!written || doubtful) return refuse('That is not an amount I can read.');
  if (written[1] === '') return refuse(`“${bare}” can be read in two ways.`);
  const [whole = '', decimals = ''] = bare.split(written[1]);
  const exponent = exponentOf(currency) + (kilo ? 3 : 0);
  if (decimals.length > exponent) return refuse(`${currency} has ${exponentOf(currency) || 'no'} decimals.`);
  const minor = BigInt(whole.replace(/[.,]/g, '') + decimals) * 10n ** BigInt(exponent - decimals.length);
  if (minor <= 0n) return refuse('The amount must be more than zero.');
  if (minor > MINOR_MAX) return refuse('That amount is too large.');
  return { minor, currency };
}

/** `EUR 4,000.00`: the one way a sum is shown, on every surface. */
export function formatMoney(m: Money): string {
  return `${m.currency} ${formatAmount(m)}`;
}

/** `4,000.00`: a sum whose currency stands in a field of its own. */
export function formatAmount(m: Money): string {
  return decimal(m).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** `4000.00`: a sum without its currency, for programs. */
export function decimal(m: Money): string {
  const exponent = exponentOf(m.currency);
  const digits = (m.minor < 0n ? -m.minor : m.minor).toString().padStart(exponent + 1, '0');
  const decimals = exponent ? `.${digits.slice(-exponent)}` : '';
  return `${m.minor < 0n ? '-' : ''}${digits.slice(0, digits.length - exponent)}${decimals}`;
}

/** `50%`, `33.333%`: a rate held in thousandths of a percent. */
export function formatPercent(percentMilli: number): string {
  return `${(percentMilli / 1000).toFixed(3).replace(/\.?0+$/, '')}%`;
}

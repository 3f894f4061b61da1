import { CURRENCIES, exponentOf, type Money, parseMoney } from '../shared/money.ts';
import { unlessRefused } from '../shared/refusal.ts';
import { coverage, MENTIONS_MAX, type Span, spanOf } from './text.ts';

/** An amount as it stands in the brief; `currency` is what was written beside it, if anything. */
export type Amount = Span & {
  readonly digits: string;
  readonly thousands: boolean;
  /** An ISO code, or the sign that several currencies share (`$`, `¥`, `kr`). */
  readonly currency: string | undefined;
};

const NAMES: Record<string, string> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  'pounds sterling': 'GBP',
  quid: 'GBP',
  us$: 'USD',
  'us dollar': 'USD',
  'us dollars': 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  'canadian dollars': 'CAD',
  au$: 'AUD',
  a$: 'AUD',
  'australian dollars': 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
  '₪': 'ILS',
  '₹': 'INR',
  '₩': 'KRW',
  zł: 'PLN',
  'swiss francs': 'CHF',
  franken: 'CHF',
  pesos: '$',
  'pesos mexicanos': 'MXN',
  'mexican pesos': 'MXN',
  soles: 'PEN',
  rupees: 'INR',
  francs: 'CHF',
  yen: 'JPY',
  dollar: '$',
  dollars: '$',
  bucks: '$',
  $: '$',
  '¥': '¥',
  kr: 'kr',
};
/** Real currencies that can't be invoiced here; naming them must not turn into the workspace's own currency. */
const FOREIGN =
  'PEN UYU CRC DOP CNY RMB THB TRY RUB TWD MYR IDR ARS CLP COP NGN KES UAH SAR QAR VND ISK BGN BTC ETH'.split(' ');

const quoted = (text: string) => text.replace(/[$.]/g, '\\$&');
const WORDS = [...Object.keys(NAMES), ...CURRENCIES, ...FOREIGN]
  .sort((a, b) => b.length - a.length)
  .map(quoted)
  .join('|');
const NUMBER = `\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,3})?(?!\\d)`;
const AMOUNT = new RegExp(
  `(?:(?<![\\p{L}\\d])(?<pre>${WORDS}) {0,2}|(?<![\\p{L}\\d.,:]))(?<digits>${NUMBER})(?: ?(?<kilo>k|thousand|grand)(?![\\p{L}\\d]))?(?: {0,2}(?<post>${WORDS})(?![\\p{L}\\d]))?(?![\\p{L}\\d]|[.,:]\\d)`,
  'giu',
);
/** Something numeric beside a currency, whether it can be read or not. */
const NUMERIC = `[-−+]?[.,]?[\\p{Nd}][\\p{Nd}\\p{L}.,'’]{0,30}`;
const BESIDE_CURRENCY = new RegExp(
  `(?<![\\p{L}\\d])(?:${WORDS}) {0,2}${NUMERIC}|${NUMERIC} {0,2}(?:${WORDS})(?![\\p{L}\\d])`,
  'giu',
);
/** A figure behind "fee" that no pattern for amounts takes: `fee 1e9`, `price: -5`. */
const BEHIND_FEE = new RegExp(
  `(?<=\\b(?:fee|price|total|cost|deposit)(?: is| of|:)? {0,2})${NUMERIC}(?![\\p{L}\\d%]| ?%)`,
  'giu',
);
const MILLIONS = /^ ?(?:m|mn|mio|mil|million|millions|bn|billion|lakh|crore)(?![\p{L}\d])/iu;
/** `4K video` and `2k words` are not money; nor is a CAD drawing. */
const NOT_MONEY =
  /^[\s-]?(?:video|footage|resolution|uhd|export|words?|followers|subscribers|users|views|images|photos|people|px|files?|drawings?|models?)\b/i;

export type AmountScan = { readonly amounts: Amount[]; readonly unreadable: Span[] };

/** Every amount in the text outside the spans already understood, and everything beside a currency that is none. */
export function scanAmounts(text: string, taken: readonly Span[]): AmountScan {
  const amounts: Amount[] = [];
  const seen = coverage(text.length, taken);
  for (const match of text.matchAll(AMOUNT)) {
    const amount = amountOf(match);
    if (!amount || seen.has(amount)) continue;
    if (isNegative(text, amount.start) || MILLIONS.test(text.slice(amount.end, amount.end + 12))) continue;
    if ((amount.thousands || amount.currency === 'CAD') && NOT_MONEY.test(text.slice(amount.end, amount.end + 16)))
      continue;
    amounts.push(amount);
    if (amounts.length > MENTIONS_MAX) return { amounts: [], unreadable: [spanOf(match)] };
  }
  amounts.forEach(seen.add);
  const unreadable: Span[] = [];
  for (const pattern of [BESIDE_CURRENCY, BEHIND_FEE]) {
    for (const match of text.matchAll(pattern)) {
      const span = spanOf(match);
      if (seen.has(span)) continue;
      seen.add(span);
      unreadable.push(span);
    }
  }
  return { amounts, unreadable };
}

function amountOf(match: RegExpMatchArray): Amount | undefined {
  const { pre, digits = '', kilo, post } = match.groups ?? {};
  const written = pre ?? post;
  const code = written && currencyOf(written);
  if (written && !code) return undefined;
  return { ...spanOf(match), digits, thousands: Boolean(kilo), currency: code };
}

/** Codes are written EUR or eur; Ron is a name and Try a verb. */
function currencyOf(written: string): string | undefined {
  const named = NAMES[written.toLowerCase()];
  if (named) return named;
  return /^[A-Z]{3}$|^[a-z]{3}$/.test(written) ? written.toUpperCase() : undefined;
}

function isNegative(text: string, start: number): boolean {
  return /(?:^|[^\p{L}\p{Nd} ] ?|[\p{L}] )[-−]$/u.test(text.slice(Math.max(0, start - 3), start));
}

/**
 * The sum an amount stands for in a currency, or undefined when its writing leaves doubt: `0.005`, `007`, more decimals than
 * the currency has, or `1.234` in a currency with three decimals.
 */
export function sumOf(amount: Pick<Amount, 'digits' | 'thousands'>, currency: string): Money | undefined {
  const digits = amount.digits.replaceAll(' ', '');
  if (/^0\d|^0[.,]\d{3}$/.test(digits) || (amount.thousands && /[.,]\d{3}/.test(digits))) return undefined;
  if (exponentOf(currency) === 3 && !amount.thousands && /^\d{1,3}[.,]\d{3}$/.test(digits)) return undefined;
  return unlessRefused(() => parseMoney(amount.thousands ? `${digits}k` : digits, currency));
}

const BESIDE = new RegExp(`(?<![\\p{L}\\d])(?:${WORDS})(?![\\p{L}\\d])`, 'iu');

/** The ISO code written beside a figure that can't be read; undefined for a sign that several currencies share. */
export function codeBeside(text: string): string | undefined {
  const written = BESIDE.exec(text)?.[0];
  const code = written && currencyOf(written);
  return code?.length === 3 ? code : undefined;
}

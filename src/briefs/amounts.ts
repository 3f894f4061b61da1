import { CURRENCIES, exponentOf, type Money, parseMoney } from '../shared/money.ts';
import { unlessRefused } from '../shared/refusal.ts';
import { coverage, MENTIONS_MAX, type Span, spanOf } from './text.ts';

/** An amount as it stands in the brief; `currency` is what was written beside it, if anything. */
export type Amount = Span & {
  readonly digits: string;
  /** What the figure is counted in: 1, or 1,000 for "4k", 100,000 for "2 lakh". */
  readonly times: number;
  /** An ISO code, or the sign that several currencies share (`$`, `¥`, `kr`, `pesos`, `R`). */
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
  pesos: 'pesos',
  'pesos mexicanos': 'MXN',
  'mexican pesos': 'MXN',
  'pesos argentinos': 'ARS',
  'pesos chilenos': 'CLP',
  'pesos colombianos': 'COP',
  'pesos uruguayos': 'UYU',
  soles: 'PEN',
  rupees: 'INR',
  francs: 'CHF',
  'francs suisses': 'CHF',
  rand: 'ZAR',
  rands: 'ZAR',
  r: 'R',
  cdn$: 'CAD',
  can$: 'CAD',
  rm: 'MYR',
  '₱': 'PHP',
  '₦': 'NGN',
  '₺': 'TRY',
  kč: 'CZK',
  dhs: 'AED',
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
  'PEN UYU CRC DOP CNY RMB THB TRY RUB TWD MYR IDR ARS CLP COP NGN KES UAH SAR QAR VND ISK BGN PHP PKR LKR GHS EGP MAD XOF XAF BOB PYG GTQ BTC ETH'.split(
    ' ',
  );

const quoted = (text: string) => text.replace(/[$.]/g, '\\$&');
const WORDS = [...Object.keys(NAMES), ...CURRENCIES, ...FOREIGN]
  .sort((a, b) => b.length - a.length)
  .map(quoted)
  .join('|');
const NUMBER = `\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,3})?(?!\\d)`;
const TIMES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, grand: 1e3, lakhs: 1e5, lakh: 1e5, lacs: 1e5, lac: 1e5 },
  ...{ crores: 1e7, crore: 1e7, millions: 1e6, million: 1e6 },
};
const AMOUNT = new RegExp(
  `(?:(?<![\\p{L}\\d])(?<pre>${WORDS}) {0,2}|(?<![\\p{L}\\d.,:]))(?<digits>${NUMBER})(?: ?(?<kilo>${Object.keys(TIMES).join('|')})(?![\\p{L}\\d]))?(?: {0,2}(?<post>${WORDS})(?![\\p{L}\\d]))?(?![\\p{L}\\d]|[.,:]\\d)`,
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
const MILLIONS = /^ ?(?:m|mn|mio|mil|bn|billion)(?![\p{L}\d])/iu;
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
    if ((amount.times > 1 || amount.currency === 'CAD') && NOT_MONEY.test(text.slice(amount.end, amount.end + 16)))
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
  // R12 is a room or a road; South African rands come in hundreds.
  if (pre?.toLowerCase() === 'r' && (pre === 'r' || digits.replace(/\D/g, '').length < 3)) return undefined;
  if (post?.toLowerCase() === 'r') return undefined;
  // "$500 pesos", "$500 CAD": what is behind the figure says which dollars.
  const codes = [pre, post].flatMap((written) => (written ? [currencyOf(written)] : []));
  if (codes.includes(undefined)) return undefined;
  const currency = codes.find((code) => isCode(code)) ?? codes.at(-1);
  return { ...spanOf(match), digits, times: TIMES[kilo?.toLowerCase() ?? ''] ?? 1, currency };
}

/** Whether a currency is an ISO code and not a sign that several share. */
export const isCode = (currency: string | undefined): currency is string => /^[A-Z]{3}$/.test(currency ?? '');

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
export function sumOf(amount: Pick<Amount, 'digits' | 'times'>, currency: string): Money | undefined {
  const digits = amount.digits.replaceAll(' ', '');
  const { times } = amount;
  if (/^0\d|^0[.,]\d{3}$/.test(digits) || (times > 1 && /[.,]\d{3}/.test(digits))) return undefined;
  if (exponentOf(currency) === 3 && times === 1 && /^\d{1,3}[.,]\d{3}$/.test(digits)) return undefined;
  return unlessRefused(() => parseMoney(times > 1 ? multiplied(digits, times) : digits, currency));
}

/** "1.5" of a million, as a figure without words; nothing readable where it is no whole sum. */
export function multiplied(digits: string, times: number): string {
  const [whole = '', decimals = ''] = digits.split(/[.,]/);
  const scaled = BigInt(whole + decimals) * BigInt(times);
  const unit = 10n ** BigInt(decimals.length);
  return scaled % unit === 0n ? String(scaled / unit) : '';
}

const BESIDE = new RegExp(`(?<![\\p{L}\\d])(?:${WORDS})(?![\\p{L}\\d])`, 'iu');

/** The ISO code written beside a figure that can't be read; undefined for a sign that several currencies share. */
export function codeBeside(text: string): string | undefined {
  const written = BESIDE.exec(text)?.[0];
  const code = written && currencyOf(written);
  return isCode(code) ? code : undefined;
}

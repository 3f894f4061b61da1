import { exponentOf, type Money, parseMoney } from '../../shared/money.ts';
import { unlessRefused } from '../../shared/refusal.ts';
import { coverage, MENTIONS_MAX, type Span, spanOf } from '../passages/text.ts';
import { currencyBefore, currencyBehind, currencyOf } from './currencies.ts';

/** An amount as it stands in the brief; `currency` is what was written beside it, if anything. */
export type Amount = Span & {
  readonly digits: string;
  /** What the figure is counted in: 1, or 1,000 for "4k", 100,000 for "2 lakh". */
  readonly times: number;
  /** An ISO code, or the sign that several currencies share (`$`, `¥`, `kr`, `pesos`). */
  readonly currency: string | undefined;
};

const NUMBER = `\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,3})?(?!\\d)`;
const TIMES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, grand: 1e3, lakhs: 1e5, lakh: 1e5, lacs: 1e5, lac: 1e5 },
  ...{ crores: 1e7, crore: 1e7, millions: 1e6, million: 1e6 },
};
const FIGURE = new RegExp(`(?<digits>${NUMBER})(?: ?(?<kilo>${Object.keys(TIMES).join('|')})(?![\\p{L}\\d]))?`, 'giu');
/** What can't stand before a figure without a currency, nor behind one. */
const WITHIN = /[\p{L}\d.,:]$/u;
const GOES_ON = /^(?:[\p{L}\d]|[.,:]\d)/u;
/** How far a currency's name reaches: "dollars de Hong Kong". */
const NAME_MAX = 40;
/** Something numeric, whether it can be read or not. */
const NUMERIC = `[-−+]?[.,]?[\\p{Nd}][\\p{Nd}\\p{L}.,'’]{0,30}`;
const NUMERICS = new RegExp(NUMERIC, 'giu');
const NUMERICS_ONE = new RegExp(NUMERIC, 'iu');
/** A figure behind "fee" that no pattern for amounts takes: `fee 1e9`, `price: -5`. */
const BEHIND_FEE = new RegExp(
  `(?<=\\b(?:fee|price|total|cost|deposit)(?: is| of|:)? {0,2})${NUMERIC}(?![\\p{L}\\d%]| ?%)`,
  'giu',
);
const MILLIONS = /^ ?(?:m|mn|mio|mil|bn|billion)(?![\p{L}\d])/iu;
/** `4K video` and `2k words` are not money; nor is a CAD drawing. */
const NOT_MONEY =
  /^[\s-]?(?:video|footage|resolution|uhd|export|words?|followers|subscribers|users|views|images|photos|people|px|files?|drawings?|models?)\b/i;

/** "A film in 4K", "MP4 4K": how sharp a picture is. */
const SHARPNESS = /^[2458]k$/i;
const FILMED =
  /(?:(?:\bvideos?|v[íi]deos?|vid[ée]os?|\bfilm\w*|footage|\breels?|\bclips?|\bspots?|\bshot|\bshoot\w*|gefilmt|gedreht|tourn\w+|grabad\w+|rodad\w+|mp4|mov|prores|export\w*)[^.;:\n]{0,25} (?:in|en)|mp4|mov|prores|uhd)(?:,| at)? $/i;

export type AmountScan = { readonly amounts: Amount[]; readonly unreadable: Span[] };

/**
 * Every amount in the text outside the spans already understood, and everything beside a currency that is none. Which of several
 * currencies a word like "dirhams" is depends on the one at home.
 */
export function scanAmounts(text: string, taken: readonly Span[], home?: string): AmountScan {
  const amounts: Amount[] = [];
  const seen = coverage(text.length, taken);
  // The sign behind one figure is none of the next one's, whatever the first is for.
  let from = 0;
  for (const match of text.matchAll(FIGURE)) {
    const amount = amountOf(text, match, from, home);
    from = Math.max(from, amount?.end ?? 0);
    if (!amount || seen.has(amount)) continue;
    if (isNegative(text, amount.start) || MILLIONS.test(text.slice(amount.end, amount.end + 12))) continue;
    if ((amount.times > 1 || amount.currency === 'CAD') && NOT_MONEY.test(text.slice(amount.end, amount.end + 16)))
      continue;
    if (SHARPNESS.test(amount.text) && FILMED.test(text.slice(Math.max(0, amount.start - 50), amount.start))) continue;
    amounts.push(amount);
    if (amounts.length > MENTIONS_MAX) return { amounts: [], unreadable: [spanOf(match)] };
  }
  amounts.forEach(seen.add);
  const unreadable: Span[] = [];
  const besides = [...text.matchAll(NUMERICS)].flatMap((match) => besideCurrency(text, spanOf(match), home) ?? []);
  for (const span of [...besides, ...[...text.matchAll(BEHIND_FEE)].map(spanOf)]) {
    if (seen.has(span)) continue;
    seen.add(span);
    unreadable.push(span);
  }
  return { amounts, unreadable };
}

function amountOf(text: string, match: RegExpMatchArray, from: number, home: string | undefined): Amount | undefined {
  const { digits = '', kilo } = match.groups ?? {};
  const { start, end } = spanOf(match);
  const pre = currencyBefore(text.slice(Math.max(from, start - NAME_MAX), start), home);
  const post = behindOf(text, end, { digits, kilo }, home);
  if (!pre && WITHIN.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const last = end + (post?.length ?? 0);
  if (GOES_ON.test(text.slice(last, last + 2))) return undefined;
  // R12 is a room or a road; South African rands come in hundreds.
  if (/(?<![\p{L}\d])R {0,2}$/u.test(text.slice(Math.max(0, start - 4), start)) && digits.replace(/\D/g, '').length < 3)
    return undefined;
  // "$500 pesos", "$500 CAD": what is behind the figure says which dollars.
  const codes = [pre, post].flatMap((beside) => beside?.currency ?? []);
  const currency = codes.find((code) => isCode(code)) ?? codes.at(-1);
  // "FN 555218 k" is an entry in a register.
  if (kilo?.toLowerCase() === 'k' && /^\d{5,}$/.test(digits)) return undefined;
  const first = start - (pre?.length ?? 0);
  const times = TIMES[kilo?.toLowerCase() ?? ''] ?? 1;
  return { start: first, end: last, text: text.slice(first, last), digits, times, currency };
}

/** The currency behind a figure; behind millions Romance languages put a word between: "2.000.000 de pesos". */
function behindOf(text: string, end: number, figure: { digits: string; kilo: string | undefined }, home?: string) {
  const behind = text.slice(end, end + NAME_MAX);
  const direct = currencyBehind(behind, home);
  const many = figure.digits.replace(/\D/g, '').length > 6 || /^mill/i.test(figure.kilo ?? '');
  const link = direct || !many ? undefined : /^ (?:de |d['’])/i.exec(behind)?.[0];
  const linked = link && currencyBehind(` ${behind.slice(link.length)}`, home);
  return linked ? { ...linked, length: linked.length + link.length - 1 } : direct;
}

/** Whether a currency is an ISO code and not a sign that several share. */
export const isCode = (currency: string | undefined): currency is string => /^[A-Z]{3}$/.test(currency ?? '');

/** Something numeric with the currency before or behind it. */
function besideCurrency(text: string, { start, end }: Span, home: string | undefined): Span | undefined {
  const letters = /\p{L}+$/u.exec(text.slice(start, end))?.[0] ?? '';
  const last = end - (currencyOf(letters, home) ? letters.length : 0);
  const pre = currencyBefore(text.slice(Math.max(0, start - NAME_MAX), start), home);
  const post = currencyBehind(text.slice(last, last + NAME_MAX), home);
  if (!pre && !post) return undefined;
  const span = { start: start - (pre?.length ?? 0), end: last + (post?.length ?? 0) };
  return { ...span, text: text.slice(span.start, span.end) };
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

/** The ISO code written beside a figure that can't be read; undefined for a sign that several currencies share. */
export function codeBeside(text: string, home?: string): string | undefined {
  const figure = NUMERICS_ONE.exec(text);
  if (!figure) return undefined;
  const end = figure.index + figure[0].replace(/\p{L}+$/u, '').length;
  const code = (currencyBefore(text.slice(0, figure.index), home) ?? currencyBehind(text.slice(end), home))?.currency;
  return isCode(code) ? code : undefined;
}

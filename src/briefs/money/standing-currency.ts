import { lettered } from '../passages/letters.ts';
import { currencyOf } from './currencies.ts';

/** A currency that stands by itself, beside no figure: `code` is an ISO code, or `$` for dollars of any country. */
type Standing = { readonly code: string; readonly quote: string; readonly asked: boolean };

/** What the brief says of the currency of its bare sums, away from the sums. */
export type StandingCurrency = {
  /** Every currency that is named. */
  readonly codes: readonly string[];
  /** Those that are only asked about: "usd?". */
  readonly asked: readonly string[];
  readonly quote: string | undefined;
};

/** Names that are nothing else; "Franken" is also where people marry, "sterling" with a capital a family. */
const NAMES =
  'US[- ]dollars?|US\\$|(?:american|canadian|australian|new zealand) dollars|(?:amerikanische|kanadische) dollar|dollars (?:US|am[ée]ricains|canadiens)|' +
  'd[oó]lares (?:estadounidenses|americanos|canadienses)|(?:british )?pounds|pounds sterling|livres? sterling|libras esterlinas|' +
  'swiss francs|schweizer franken|francs? suisses?|francos suizos|euros?|dollars?|d[oó]lares';
/** CAD is also a kind of drawing, which is said in the same words, so its code must be what somebody pays in. */
const CODE = 'USD|EUR|GBP|CHF|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|JPY|SGD|HKD|MXN|INR|ZAR|BRL|AED';
const NAME = `(?<name>${CODE}|${NAMES})`;

/** "1800 flat. usd.", "(CHF)", "Currency: EUR", "Ana: euros please". */
const ALONE = lettered(
  `(?<=^|[.;!?,:(\\n–—] {0,2}| (?:or|oder|ou|o) )${NAME}(?: (?:please|pls|obviously|only|bitte|svp|s'il (?:te|vous) pla[iî]t|por favor))?` +
    ' {0,2}(?<end>[.;!?,)\\n]|$|(?:or|oder|ou|o) )',
  'giu',
);
/** "all in pounds", "the price is in CHF and net": what follows may not make another thing of it ("in euro pallets"). */
const IN = lettered(
  `(?<=(?<![\\p{L}\\d])(?:in|en) )${NAME}(?<end>(?= (?:please|pls|only|and|but|by|on|at|if|net|plus|obviously|yeah|thanks|` +
    `und|bitte|netto|et|svp|y|por)(?![\\p{L}]))| {0,2}(?:[.;!?,)\\n]|$))`,
  'giu',
);
const PAID_CAD =
  /(?<=\b(?:paid|pay|priced?|prices|fees?|billed|quoted|invoiced?|currency)(?::| is)?(?: in)? )(?<name>CAD)\b(?<end>)/gi;

const DENIED = /(?:\b(?:not|no|never|kein\w*|nicht|pas|non|sin|than|instead of|statt)(?: (?:in|en|de))? ?)$/i;
/** Money or weight that is part of the work and not its price. */
const OF_THE_WORK =
  /\b(?:shops?|stores?|checkout|catalog\w*|price ?lists?|menus?|brochures?|deck|reports?|figures|accounts|spend|ads?|weigh\w*|weights?|kilos?)\b[^.;!?\n]{0,50}$/i;

const codeNamed = (name: string): string => currencyOf(/^[A-Za-z]{3}$/.test(name) ? name.toUpperCase() : name) ?? '$';

/** The currencies that stand by themselves, beside no figure. */
export function standingIn(text: string): StandingCurrency {
  const all: Standing[] = [ALONE, IN, PAID_CAD].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { name = '', end = '' } = match.groups ?? {};
      const before = text.slice(Math.max(0, match.index - 80), match.index);
      if (DENIED.test(before) || OF_THE_WORK.test(before)) return [];
      return [{ code: codeNamed(name), quote: name, asked: /[?o]/.test(end) }];
    }),
  );
  const unique = (those: readonly Standing[]) => [...new Set(those.map(({ code }) => code))];
  const said = all.filter(({ asked }) => !asked);
  return {
    codes: unique(said),
    asked: unique(all.filter(({ asked }) => asked)),
    quote: (said.find(({ code }) => code !== '$') ?? said[0])?.quote,
  };
}

import { type Terms, term } from '../../contracts/terms.ts';
import { coverage, type Note, type Span, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import type { Share } from './share-scan.ts';

const TAX = '(?:vat|tax|gst|hst|sales tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva)';
const WITHIN = new RegExp(
  `\\b(?:incl(?:uding|usive|udes|\\.)?(?: of)?|with) {0,2}(?:(?:\\d[\\d.,]*)? ?% )?(?:all )?${TAX}(?:es)?\\b|\\b${TAX} (?:is )?(?:included|inclusive)\\b|\\bgross\\b|\\ball taxes included\\b`,
  'giu',
);
const PLUS = new RegExp(
  `(?:\\+|\\bplus|\\bexcl(?:uding|usive|\\.)?(?: of)?|\\bex\\.?|\\bnet of|\\bbefore|\\bwithout|\\bohne|\\bsans|\\bzzgl\\.?) {0,2}(?:(?:\\d[\\d.,]*)? ?% )?${TAX}(?:es)?\\b|\\b${TAX}(?:(?: at| of| de| del| von)? ?[([]?\\d[\\d.,]* ?%[)\\]]?)? (?:is |are |comes? |goes |kommt )?(?:extra|on top|in addition|excluded|not included|added|en plus|en sus|aparte|obendrauf)\\b`,
  'giu',
);
const BEFORE_RATE = new RegExp(
  `(?<![a-zà-ÿ])${TAX}(?: of| at| is| rate| from| to|:| del?| von| zu| à| al| aparte| extra| on top| not included| excluded| en sus)* ?[([]? ?$`,
  'i',
);
/** What is paid ahead, right behind a price with its tax. */
const AHEAD = /^ ?(?:deposit|up-? ?front|(?:in )?advance|down ?payment|prepa|due|on (?!top)|at |now|before)/;

/** German says of the price itself whether the tax is in it; "netto 14 Tage" is a time to pay, "netto wie brutto" both. */
const BESIDE = String.raw`(?<![\p{L}-])(?:netto|brutto)(?![\p{L}-])(?! ?(?:\d|wie|=|\/|Tage))`;
const BEHIND = new RegExp(`^ ?[([]?${BESIDE}`, 'iu');
const BEFORE = /(?<![\p{L}-])(?:netto|brutto):? ?$/iu;

/** What stands right beside the price: "3.000 € brutto", "netto 3.000 €". */
function besidePrice(text: string, price: Span | undefined): Pick<Terms, 'taxIncluded'> {
  if (!price) return {};
  const words = BEHIND.exec(text.slice(price.end, price.end + 20)) ?? BEFORE.exec(wordsBefore(text, price, 20));
  return words ? { taxIncluded: term(/brutto/i.test(words[0]), 'brief', words[0].replace(/[^\p{L}]/gu, '')) } : {};
}

/** @param price The whole fee, where the brief has one. */
export function readTax(
  text: string,
  shares: readonly Share[],
  notes: Note[],
  price?: Span,
): { found: Pick<Terms, 'taxIncluded' | 'taxRateMilli'>; spans: Span[] } {
  const plus = [...text.matchAll(PLUS)].map(spanOf);
  const seen = coverage(text.length, plus);
  const within = [...text.matchAll(WITHIN)].map(spanOf).filter((span) => !seen.has(span));
  const spans = [...plus, ...within];
  const found: Pick<Terms, 'taxIncluded' | 'taxRateMilli'> = spans.length === 0 ? besidePrice(text, price) : {};
  if (plus[0] && within[0])
    notes.push({
      code: 'brief.tax',
      field: 'taxIncluded',
      sentence: `The brief says both “${plus[0].text}” and “${within[0].text}”.`,
    });
  else if (plus[0]) found.taxIncluded = term(false, 'brief', plus[0].text);
  else if (within[0]) found.taxIncluded = term(true, 'brief', within[0].text);
  const rates = shares.filter((share) => isTaxRate(text, share));
  const distinct = new Set(rates.map((rate) => rate.percentMilli));
  const rate = rates[0];
  if (rate && distinct.size === 1 && rate.percentMilli <= 40_000)
    found.taxRateMilli = term(rate.percentMilli, 'brief', rate.text);
  else if (rate)
    notes.push({
      code: 'brief.tax',
      field: 'taxRateMilli',
      sentence: 'The brief is unclear about the tax rate.',
      quote: rate.text,
    });
  return { found, spans: [...spans, ...rates] };
}

export function isTaxRate(text: string, share: Share): boolean {
  return (
    new RegExp(`^ ?(?:of )?${TAX}\\b`).test(wordsAfter(text, share, 20)) ||
    // In brackets too: "+ IVA (21%)".
    (BEFORE_RATE.test(text.slice(Math.max(0, share.start - 24), share.start)) &&
      !AHEAD.test(wordsAfter(text, share, 20)))
  );
}

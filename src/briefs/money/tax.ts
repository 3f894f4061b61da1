import { type Terms, term } from '../../contracts/terms.ts';
import { coverage, type Note, type Span, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import type { Share } from './share-scan.ts';

const TAX = '(?:vat|tax|gst|hst|sales tax|mwst|ust|tva|iva)';
const WITHIN = new RegExp(
  `\\b(?:incl(?:uding|usive|udes|\\.)?(?: of)?|with) ?(?:\\d[\\d.,]* ?% )?(?:all )?${TAX}(?:es)?\\b|\\b${TAX} (?:is )?(?:included|inclusive)\\b|\\bgross\\b|\\ball taxes included\\b`,
  'giu',
);
const PLUS = new RegExp(
  `(?:\\+|\\bplus|\\bexcl(?:uding|usive|\\.)?(?: of)?|\\bex\\.?|\\bnet of|\\bbefore|\\bwithout|\\bzzgl\\.?) ?(?:\\d[\\d.,]* ?% )?${TAX}(?:es)?\\b|\\b${TAX} (?:is )?(?:extra|on top|excluded|not included)\\b`,
  'giu',
);
const EXEMPT = new RegExp(
  `\\b(?:no ${TAX}|${TAX}[- ](?:exempt|free)|reverse charge|small business exemption|kleinunternehmer\\w*)\\b`,
  'giu',
);

export function readTax(
  text: string,
  shares: readonly Share[],
  notes: Note[],
): { found: Pick<Terms, 'taxIncluded' | 'taxRateMilli'>; spans: Span[] } {
  const plus = [...text.matchAll(PLUS)].map(spanOf);
  const seen = coverage(text.length, plus);
  const within = [...text.matchAll(WITHIN)].map(spanOf).filter((span) => !seen.has(span));
  const exempt = [...text.matchAll(EXEMPT)].map(spanOf);
  const spans = [...plus, ...within, ...exempt];
  const found: Pick<Terms, 'taxIncluded' | 'taxRateMilli'> = {};
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
  if (exempt[0] && !rate) found.taxRateMilli = term(0, 'brief', exempt[0].text);
  else if (rate && distinct.size === 1 && rate.percentMilli <= 40_000 && !exempt[0])
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
    new RegExp(`\\b${TAX}(?: of| at| is|:)? ?$`).test(wordsBefore(text, share, 20))
  );
}

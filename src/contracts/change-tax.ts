import { readTaxReason } from '../briefs/money/tax-reasons.ts';
import { TAX_REASON_WORDS, TAX_REASONS, type TaxReason } from '../shared/tax.ts';
import { ask, type Choice, type Patch, type Read, type Reader } from './change.ts';
import { type Terms, term } from './terms.ts';

const WORD =
  '(?:vat|tax|gst|hst|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva)(?! (?:preparation|returns?|advice|advis\\w+|consult\\w+|numbers?|ids?)\\b)';
const FIGURE = '(\\d{1,3}(?:[.,]\\d{1,3})?) ?(?:%|percent\\b|per cent\\b)';
const RATE = new RegExp(`${FIGURE} ?(?:of )?${WORD}\\b|\\b${WORD}\\b[^.;,\\d%]{0,24}${FIGURE}`, 'i');
/** "Plus VAT, 19%": the rate behind a comma, with nothing behind it that it could be of. */
const RATE_BEHIND = new RegExp(
  `\\b${WORD}\\b\\.?(?: (?:please|bitte|included|extra|on top|comprise))?, ?${FIGURE}\\.?$`,
  'i',
);
/** No country taxes services higher; what is more is a share of something else. */
const RATE_MAX = 40_000;

/** A no to the reason itself, and not to the tax that it is the reason for leaving out. */
const DENIED =
  /(?<![\p{L}])(?:not|n['’]t|no|without|never|kein(?:e[nrms]?)?|ohne|nicht|sin|pas|sans)(?: (?!(?:vat|tax|gst|mwst|ust|tva|iva|due|because|under|as|since|wegen|da|por|car|steuer|umsatzsteuer|mehrwertsteuer|charged?|adds?|added)(?![\p{L}]))[\p{L}’']+){0,3}[ ’'](?:(?:de |d['’]|l['’])?(?:reverse[- ]charge|auto-?liquidation|inversi[oó]n del sujeto|steuerschuldnerschaft))/iu;

const untaxed = (reason: TaxReason): Patch => ({ taxRateMilli: 0, taxReason: reason });
const because = (reason: TaxReason): Choice => ({
  label: `No tax: ${TAX_REASON_WORDS[reason]}`,
  patch: untaxed(reason),
});
const taxedAt = (milli: number): Choice => ({
  label: `${milli / 1000}% tax`,
  patch: { taxRateMilli: milli, taxReason: null },
});

/**
 * "The tax is 7%", "no VAT, reverse charge applies", "I'm a Kleinunternehmer": the rate, or why there is none. Undefined where
 * the words say neither.
 */
export const readTaxed: Reader = (part, terms, { byClient = false }) => {
  if (DENIED.test(part)) return ask('Say which tax is added then, like “19% VAT”.', [], 'taxReason');
  const rate = rateIn(part);
  if (rate !== undefined && rate > RATE_MAX)
    return ask('No tax is that high. Say the rate, like “19% VAT”.', [], 'taxRateMilli');
  const said: Terms = {
    ...(rate !== undefined && { taxRateMilli: term(rate, 'form' as const, 'a rate') }),
    ...(isWithin(part) && { taxIncluded: term(true, 'form' as const, 'tax included') }),
  };
  const { found, notes } = readTaxReason(part, said, byClient);
  const asked = notes.find(({ field }) => field === 'taxReason');
  if (found.taxReason) return { patch: untaxed(found.taxReason.value) };
  if (asked) return whichReason(asked.answers?.map(({ set }) => set.taxReason) ?? [], rate);
  if (found.taxRateMilli) return { patch: { taxRateMilli: 0, taxReason: null } };
  if (rate !== undefined) return { patch: { taxRateMilli: rate, taxReason: null, ...includedIn(part) } };
  const drops =
    /\b(?:no|not|without|drop|remove|doesn['’]t)\b/i.test(part) && /reverse[- ]charge|small[- ]business/i.test(part);
  return drops && terms.taxReason ? ask('Say which tax is added then, like “19% VAT”.', [], 'taxReason') : undefined;
};

function rateIn(part: string): number | undefined {
  const [, ahead, behind] = RATE.exec(part) ?? [];
  const figure = ahead ?? behind ?? RATE_BEHIND.exec(part)?.[1];
  return figure === undefined ? undefined : Math.round(Number(figure.replace(',', '.')) * 1000);
}

const isWithin = (part: string) => /\b(?:incl(?:uding|usive|udes?|\.)?|included|gross)\b/i.test(part);

function includedIn(part: string): Patch {
  if (isWithin(part)) return { taxIncluded: true };
  return /\b(?:plus|excl(?:uding|usive)?|excluded|on top)\b|\+/i.test(part) ? { taxIncluded: false } : {};
}

/** Two things were said, or none for certain: which reason it is, or which rate. */
function whichReason(offered: readonly (string | undefined)[], rate: number | undefined): Read {
  const named = TAX_REASONS.filter((reason) => offered.includes(reason));
  const reasons = named.length > 0 ? named : TAX_REASONS;
  const choices = [...reasons.map(because), ...(rate ? [taxedAt(rate)] : [])];
  return ask(
    rate
      ? 'These words say a tax and a reason for none. Which holds?'
      : 'Why is no tax added? An invoice without it has to say so.',
    choices,
    'taxReason',
  );
}

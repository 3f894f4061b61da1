import { formatMoney } from '../shared/money.ts';
import type { ChangeContext, Choice, Patch, Read } from './change.ts';
import { topicsIn } from './change-parts.ts';
import { readFee } from './change-price.ts';
import type { TermName, Terms } from './terms.ts';

const TAX_NAMES: readonly TermName[] = ['taxIncluded', 'taxRateMilli', 'taxReason'];
const TAX_WORDS =
  /(?:\d{1,2}(?:[.,]\d)? ?)?(?:% ?)?(?:of )?(?<![\p{L}])(?:vat|tax(?:es)?|gst|hst|tva|iva|mwst|ust|umsatzsteuer|mehrwertsteuer)(?![\p{L}])\.?/giu;
const HOW =
  /(?<![\p{L}])(?:incl(?:uding|usive|udes?|uded|\.)?|inkl\.?|included|incluido|comprise?|plus|excl(?:uding|usive|\.)?|excluded|on top|gross|net of|before)(?![\p{L}])\.?|\+/giu;

/** "3,500 incl. VAT" says a price as well as what is in it: both are taken, or asked together. */
export function withPrice(read: Read, part: string, terms: Terms, context: ChangeContext): Read {
  const patches = 'patch' in read ? [read.patch] : read.choices.map(({ patch }) => patch);
  const taxOnly = patches.every((patch) => Object.keys(patch).every((name) => TAX_NAMES.includes(name as TermName)));
  if (!taxOnly || !topicsIn(part).every((topic) => topic === 'tax' || topic === 'fee')) return read;
  const rest = part
    .replace(TAX_WORDS, ' ')
    .replace(HOW, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  const price = readFee(rest, terms, context);
  if (!price) return read;
  if ('patch' in price) {
    if ('patch' in read) return { ...price, patch: { ...read.patch, ...price.patch } };
    return { ...read, choices: read.choices.map((choice) => together(choice, price.patch)) };
  }
  if (!('patch' in read)) return price;
  const empty = ({ patch }: Choice) => Object.keys(patch).length === 0;
  return {
    ...price,
    choices: price.choices.map((one) => (empty(one) ? one : { ...one, patch: { ...read.patch, ...one.patch } })),
  };
}

function together({ label, patch }: Choice, price: Patch): Choice {
  if (Object.keys(patch).length === 0 || !price.fee) return { label, patch };
  return {
    label: `Price: ${formatMoney(price.fee)}; ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    patch: { ...patch, ...price },
  };
}

import { type Money, money } from '../../shared/money.ts';
import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';
import { sumOf } from './amounts.ts';

/** What a figure behind it is no price of a thing: terms, days and counts have names as well. */
const NO_THING =
  '(?:net|netto|deposit|anzahlung|acompte|anticipo|days?|tage?|jours?|días?|rounds?|revisions?|runden?|start|from|to|until|by|on|at|and|und|et|y|for|of|für|pour|para|max|up|about|ca|zip|no|nr|room|clause|version|page|pages|at most|in|plus|or|oder|ou|o|the|a|an|us|is|was|me|eur|usd|gbp|chf|cad|aud|euros?|dollars?|pounds?|francs?|franken)';
const CURRENCY = '(?:€|£|\\$|EUR|USD|GBP|CHF|CAD|AUD|euros?|dollars?|pounds?|francs?|franken)';
const THING = `(?!${NO_THING}(?![\\p{L}]))\\p{L}[\\p{L}’'-]+(?: (?!${NO_THING}(?![\\p{L}]))\\p{L}[\\p{L}’'-]+){0,2}`;
const FIGURE = `(?:${CURRENCY} ?)?(?:\\d{1,3}[.,’ ]?\\d{3}|\\d{2,3})(?:[.,]\\d{2})?(?![\\d%]| ?%)(?: ?${CURRENCY})?`;
const PRICED = `${THING}(?: ?[:–-])? ${FIGURE}`;
const LIST = lettered(
  `(?<![\\p{L}\\d])${PRICED}(?:(?:, ${PRICED}){1,9},? ?(?:and|und|et|y|&|\\+) ${PRICED}|(?<=^${PRICED})(?:, ${PRICED}){2,9})(?![\\p{L}\\d]|[.,]\\d)`,
  'giu',
);
const ONE = lettered(FIGURE, 'giu');
const NAMED = lettered(`(?<![\\p{L}])(${THING})(?: ?[:–-])? ${FIGURE}`, 'giu');

export type Listed = Span & { readonly figures: readonly string[]; readonly things: readonly string[] };

/**
 * "Logo 800, website 2,500 and flyers 300 EUR": three things and more, each with its price; none is the whole. Without a currency all
 * of them are of three digits and more.
 */
export function listedIn(text: string): Listed | undefined {
  const [list, ...more] = [...text.matchAll(LIST)];
  if (!list || more.length > 0) return undefined;
  const figures = (list[0].match(ONE) ?? []).map((figure) => figure.replace(/[^\d.,’ ]/g, '').trim());
  const priced = lettered(CURRENCY, 'iu').test(list[0]) || figures.every((figure) => /\d{3}/.test(figure));
  if (!priced) return undefined;
  return { ...spanOf(list), figures, things: [...list[0].matchAll(NAMED)].flatMap(([, thing]) => thing ?? []) };
}

/** What all that is listed comes to; nothing where a figure can't be read. */
export function listedTotal({ figures }: Listed, currency: string): Money | undefined {
  const sums = figures.flatMap((digits) => sumOf({ digits: digits.replace(/[’ ]/g, ''), times: 1 }, currency) ?? []);
  const total = sums.reduce((all, { minor }) => all + minor, 0n);
  return sums.length === figures.length ? money(total, currency) : undefined;
}

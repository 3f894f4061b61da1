import { lettered } from '../passages/letters.ts';
import { COUNT, countOf } from '../passages/text.ts';

/** What a number before it counts is no thing that is handed over: time, money, people in an age, and days of a calendar. */
const NO_THING =
  "(?:min\\p{L}*|hours?|hrs?|stunden?|heures?|horas?|days?|tage?n?|jours?|días?|weeks?|wochen?|semaines?|semanas?|months?|monate?n?|mois|meses|years?|jahre?n?|ans|années|años|euros?|eur|usd|gbp|chf|dollars?|dólares|pounds?|francs?|franken|pesos?|cents?|percent|prozent|o[’']?clock|uhr|am|pm|st|nd|rd|th|jan\\p{L}*|feb\\p{L}*|f[ée]vr\\p{L}*|mär\\p{L}*|mar(?:ch|s|zo)|apr\\p{L}*|avril|abr\\p{L}*|ma[yio]|mayo|jun[eio]?o?|juin|jul[yi]?o?|juillet|aug\\p{L}*|août|ago\\p{L}*|sep\\p{L}*|o[ck]t\\p{L}*|nov\\p{L}*|de[czc]\\p{L}*|déc\\p{L}*|dic\\p{L}*|ene\\p{L}*)";
const MANY = `(?<count>\\d{1,3}(?:[.,’' ]\\d{3})+|\\d{1,6}|${COUNT})`;
/** What the things are of or about: "12 fotos de producto", "10 posts for the blog". */
const OF =
  "(?: (?:of|de|du|d[’']|des|del|für|for|pour|para|about|über|zu|sur|sobre|on)(?: ?\\p{L}[\\p{L}’'-]*){1,3}?)?";
const EACH_AT = lettered(
  `(?<with>(?<![\\p{L}])(?:with|mit|avec|con|for|für|pour|para) )?(?<![\\p{L}\\d.,/:-])${MANY} (?!${NO_THING}(?![\\p{L}]))(?:[\\p{L}’'-]+ ){0,3}?\\p{L}[\\p{L}'-]{2,}${OF}(?: ?\\([^)]{1,30}\\))?,? (?:at|@|à|zu|a)(?: (?:je|each|jeweils))? ?$`,
  'iu',
);
/** "12 x €45". */
const TIMES = /(?<![\p{L}\d.,/:-])(?<count>\d{1,4}) ?[x×] ?$/iu;
/** Said behind a price: it is that of each. */
const EACH = /^ ?(?:each|apiece|per |p\.|\/|pro )/;

/** So many things that a price stands behind, and whether it can be that of all of them. */
export type Pieces = { readonly count: number; readonly whole: boolean };

/** "50 product photos at €20", "10 Beiträge zu 150 €": how many things a sum is the price of one of, by the words before it. */
export function piecesBefore(lead: string, after = ''): Pieces | undefined {
  const match = EACH_AT.exec(lead) ?? TIMES.exec(lead);
  const said = match?.groups?.count ?? '';
  const count = /^\d/.test(said) ? Number(said.replace(/\D/g, '')) : countOf(said);
  if (!match || !count || count < 2) return undefined;
  // "A site with 5 pages at €900": of one page, or of the site.
  return { count, whole: Boolean(match.groups?.with) && !EACH.test(after) && !/(?:each|je) ?$/.test(lead) };
}

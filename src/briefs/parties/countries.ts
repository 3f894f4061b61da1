import { type Terms, term } from '../../contracts/terms.ts';
import { countryOfAddress } from '../agreed/address.ts';
import { escaped } from '../passages/letters.ts';

const WORD = String.raw`\p{Lu}[\p{L}.'’-]+`;
const NAME = `${WORD}(?: (?:of|de|et|und|y|del|des|${WORD})){0,4}`;
const ARTICLE = "(?:(?:the|der|den|die|la|las|los|les|le|el) |l['’])?";
const PLACE = `${ARTICLE}(?:(?:${NAME}), ?)?${ARTICLE}${NAME}`;
const END = String.raw`(?=\s*(?:[,;()\n]|\.(?:\s|$)|$|[-–—] ))`;
const FROM =
  "(?:based in|located in|registered in|from|of|aus|mit Sitz in|ansässig in|basée? (?:en|à|au)|installée? (?:en|à|au)|de|d['’]|con sede en|establecid[oa] en)";
const IN = '(?:in(?: der| den)?|à|en|au|aux)';
/** A time of day: what is in a place then is an event, not the client. */
const TIME = /(?<!\d)\d{1,2}(?:[:.h]\d\d| ?(?:am|pm|uhr|h|hs|hrs))(?![\p{L}\d])/iu;

/**
 * The country that a brief names right behind its client: “Lumen BV in Amsterdam, Netherlands”, “Lumen AG (Zürich, Schweiz)”. A town
 * alone tells none. Behind a person, or where a time of day makes it an event, “in” tells where something takes place.
 *
 * @param said The brief as it was written, in any of the four languages.
 */
export function countryBeside(
  said: string,
  { person, company }: Readonly<Record<'person' | 'company', { name: string } | undefined>>,
): Pick<Terms, 'clientCountry'> {
  const beside = [person, company].flatMap((one) => (one ? [one.name] : []));
  const found = beside.flatMap((name) => {
    const joined = name === company?.name && !TIME.test(said) ? `(?:${FROM}|${IN})` : FROM;
    const pattern = new RegExp(
      String.raw`${escaped(name)}(?: ?\((${PLACE})\)|, (${PLACE})${END}|,? ${joined} ?(${PLACE})${END})`,
      'gu',
    );
    return [...said.matchAll(pattern)].flatMap((match) => {
      const place = match[1] ?? match[2] ?? match[3] ?? '';
      const country = countryOfAddress(place.replace(new RegExp(`^${ARTICLE}`, 'u'), ''));
      return country ? [{ country, quote: match[0] }] : [];
    });
  });
  const [first] = found;
  if (!first || found.some(({ country }) => country !== first.country)) return {};
  return { clientCountry: term(first.country, 'brief', first.quote) };
}

import { NATIONS } from '../conditions/law-nations.ts';
import { LAW_PLACES } from '../conditions/law-places.ts';
import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';

/** Where no border counts. */
const WORLD =
  'world-?wide|everywhere|global(?:ly)?|the (?:whole|entire) world|all countries|weltweit(?:e[nrs]?)?|überall|(?:räumlich )?(?:unbeschränkt|unbegrenzt)(?= (?:und )?zeitlich)|dans le monde(?: entier)?|monde entier|mondiale?s?|partout|(?:en )?todo el mundo|mundial(?:es)?|a nivel mundial';
/** Territories that are no state, as a contract in English calls them. */
const AREAS: readonly (readonly [string, string])[] = [
  [
    'the German-speaking countries',
    'DACH(?:-Raum|-Region|-Länder)?|D-A-CH|(?:den )?deutschsprachigen? (?:Raum|Ländern?)',
  ],
  ['the European Union', 'EU|European Union|EU-weit|europäischen? Union|UE|Union européenne|Unión Europea'],
  ['Europe', 'Europe|Europa|europaweit'],
  ['the United Kingdom', 'UK|United Kingdom|Großbritannien|Royaume-Uni|Reino Unido'],
  ['the United States', 'USA?|United States|Vereinigten Staaten|États-Unis|Estados Unidos|EE\\. ?UU\\.?'],
  ['North America', 'North America|Nordamerika|Amérique du Nord|Norteamérica|América del Norte'],
  ['Latin America', 'Latin America|Lateinamerika|Amérique latine|Latinoamérica|América Latina'],
];
const NAMED = [
  ...AREAS.map(([place, names]) => ({ place, names: [names] })),
  // "SA" and "NT" are a firm's form and a shorthand far more often than a part of Australia.
  ...[...LAW_PLACES, ...NATIONS].map(({ place, names }) => ({ place, names: names.filter((name) => name.length > 3) })),
].filter(({ names }) => names.length > 0);
const ONE = lettered(
  `(?<![\\p{L}\\d-])(?:${WORLD}|${NAMED.flatMap(({ names }) => names).join('|')})(?![\\p{L}\\d]|-\\p{L})`,
  'giu',
);
const whole = new Map(NAMED.map(({ place, names }) => [place, lettered(`^(?:${names.join('|')})$`, 'iu')]));
const WORLDWIDE = lettered(`^(?:${WORLD})$`, 'iu');

/** A place, as a contract in English calls it, and where it stands. */
export type Territory = Span & { readonly place: string };

/** The territories that words name, each where it stands; two letters are one in capitals only: "US", never "us". */
export function territoriesIn(words: string): Territory[] {
  return [...words.matchAll(ONE)].flatMap((match): Territory[] => {
    const [name] = match;
    if (name.length <= 4 && name !== name.toUpperCase() && !/^\p{Lu}\p{Ll}{3}$/u.test(name)) return [];
    if (WORLDWIDE.test(name)) return [{ ...spanOf(match), place: 'worldwide' }];
    const place = [...whole].find(([, names]) => names.test(name))?.[0];
    return place && /\p{Lu}|weit$/u.test(name) ? [{ ...spanOf(match), place }] : [];
  });
}

/** The name of the one country that a line of an address is, in English. */
export function countryNamed(line: string): string | undefined {
  return [...whole].find(([, names]) => names.test(line))?.[0];
}

import { Temporal } from 'temporal-polyfill';
import { isZone } from '../../shared/dates.ts';
import { COUNTRIES as PLACES } from '../../shared/places.ts';
import { COUNTRIES } from '../parties/names.ts';
import type { BriefContext } from '../passages/text.ts';

/** Cities as their own languages call them, and clocks that people name by a nation or letters. */
const ALIASES: Readonly<Record<string, string>> = {
  wien: 'Europe/Vienna',
  zürich: 'Europe/Zurich',
  zurich: 'Europe/Zurich',
  genève: 'Europe/Zurich',
  geneva: 'Europe/Zurich',
  bern: 'Europe/Zurich',
  bruxelles: 'Europe/Brussels',
  brüssel: 'Europe/Brussels',
  bruselas: 'Europe/Brussels',
  londres: 'Europe/London',
  'new york': 'America/New_York',
  'nueva york': 'America/New_York',
  montreal: 'America/Toronto',
  montréal: 'America/Toronto',
  cdmx: 'America/Mexico_City',
  'ciudad de méxico': 'America/Mexico_City',
  barcelona: 'Europe/Madrid',
  münchen: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  melbourne: 'Australia/Melbourne',
  uk: 'Europe/London',
  suisse: 'Europe/Zurich',
  française: 'Europe/Paris',
  belge: 'Europe/Brussels',
  peninsular: 'Europe/Madrid',
  española: 'Europe/Madrid',
  colombiana: 'America/Bogota',
  deutsche: 'Europe/Berlin',
  schweizer: 'Europe/Zurich',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
};

/** "Sydney time", "heure de Paris", "hora de Bogotá", "Wiener Zeit". */
const NAMED =
  /\b(?:heure|hora|Ortszeit|Zeit|time in)(?: (?:de|d['’]|in|von|local de))? ?(\p{L}[\p{L}]+(?: \p{Lu}\p{Ll}+){0,2})|(?<![\p{L}])((?:\p{Lu}\p{Ll}+ )?\p{L}[\p{L}]+)(?: local)? (?:time|Zeit|Ortszeit)(?![\p{L}])/giu;
/** A clock by its letters, right behind a time: "6 pm ET", "15:00 MEZ". */
const LETTERED =
  /(?<=\d ?(?:am|pm|h|[Uu]hr|o'clock|horas|heures)?,? \(?)(?:(E)[SD]?T|(C)[SD]?T|(M)[SD]?T|(P)[SD]?T|CES?T|MES?Z|(BST)|(AE[SD]?T)|(SGT)|(HKT)|(NZ[SD]?T)|(SAST)|(UTC|GMT))(?![\p{L}\d])/u;
/** "10:30 AM Central": one of the four by its word alone. */
const AMERICAN =
  /(?<=\d ?(?:am|pm|[ap]\.m\.),? \(?)(Eastern|Central|Mountain|Pacific)(?=[\s,.;)]*(?:$|[\n,.;)]| (?:time|standard|daylight)))/im;
const BY_LETTERS = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'Europe/London'],
  ...['Australia/Sydney', 'Asia/Singapore', 'Asia/Hong_Kong', 'Pacific/Auckland', 'Africa/Johannesburg', 'UTC'],
];
const cities = new Map<string, string>();

function byCity(): Map<string, string> {
  if (cities.size === 0) {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      cities.set((zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone);
    for (const { code, name, adjective } of COUNTRIES) {
      const zones = PLACES[code]?.zones ?? [];
      // A nation with several clocks says no zone.
      if (zones.length === 1 && zones[0])
        for (const word of [name, adjective]) cities.set(word.toLowerCase(), zones[0]);
    }
    for (const [name, zone] of Object.entries(ALIASES)) cities.set(name, zone);
  }
  return cities;
}

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');

/** The zone a brief names: as the tz database does, or by a city or a nation whose time it says. */
export function zoneIn(text: string, country?: string): string | undefined {
  const found = zoneNamed(text);
  return (country === 'CA' && found && CANADIAN[found]) || found;
}

/** Where towns are called after those of the old world: "Paris" may be in Texas, "London" in Ontario. */
const NAMESAKES = new Set(['US', 'CA', 'AU', 'NZ', 'ZA']);

/**
 * The clock of the place where something is booked, where it goes otherwise on that day than the one at home: "at the Roundhouse,
 * London, 7pm" is seven in London, whoever reads it where.
 */
export function zoneAt(
  place: string | null,
  day: string,
  home: Pick<BriefContext, 'zone' | 'country'>,
): string | undefined {
  if (!place) return undefined;
  const town = (place.split(',').at(-1) ?? '').trim().toLowerCase();
  const zone = byCity().get(town) ?? byCity().get(plain(town));
  const own = zone && PLACES[home.country]?.zones.includes(zone);
  if (NAMESAKES.has(home.country) && !own) return undefined;
  return zone && isZone(zone) && clockOf(zone, day) !== clockOf(home.zone, day) ? zone : undefined;
}

/** How far a zone's clock is from UTC at noon of a day, in nanoseconds. */
const clockOf = (zone: string, day: string) =>
  Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone).offsetNanoseconds;

/** The clocks that Canada shares have names of its own. */
const CANADIAN: Readonly<Record<string, string>> = {
  'America/New_York': 'America/Toronto',
  'America/Chicago': 'America/Winnipeg',
  'America/Denver': 'America/Edmonton',
  'America/Los_Angeles': 'America/Vancouver',
};

function zoneNamed(text: string): string | undefined {
  const zone =
    /\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_/-]{2,30}|\bUTC\b/.exec(
      text,
    )?.[0];
  if (zone && isZone(zone)) return zone;
  const letters = LETTERED.exec(text);
  // Central European time is the one with no group of its own: the tz database calls it by its letters.
  if (letters) return BY_LETTERS.find((_, at) => letters[at + 1] !== undefined) ?? 'CET';
  const american = AMERICAN.exec(text)?.[1];
  if (american) return ALIASES[american.toLowerCase()];
  for (const match of text.matchAll(NAMED)) {
    const name = (match[1] ?? match[2] ?? '').toLowerCase();
    const last = name.split(' ').at(-1) ?? '';
    for (const each of [name, plain(name), last, plain(last), last.replace(/er$/, '')]) {
      const found = byCity().get(each);
      if (found && isZone(found)) return found;
    }
  }
  return undefined;
}

import type { Client } from '../clients/client.ts';
import { countryName } from '../shared/places.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Terms } from './terms.ts';

/** Where a party is, as far as the contract and the entries tell, and how sure that is. */
export type Place = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** A state of the United States, two letters. */
  state?: string | undefined;
  /** New York City, by its postal codes. */
  city?: 'NYC' | undefined;
  /** `assumed`: nobody said it, the country is the freelancer's own. */
  sure: 'said' | 'read' | 'assumed';
};

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
/** Directives with EEA relevance hold there as well. */
const EEA = [...EU, 'IS', 'LI', 'NO'];

/** USPS abbreviations; the District and the territories write themselves the same way. */
const STATES: Readonly<Record<string, string>> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut',
  DE: 'Delaware', DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois',
  IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland',
  MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri', MT: 'Montana',
  NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
  NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania',
  PR: 'Puerto Rico', RI: 'Rhode Island', SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas',
  UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
}; // biome-ignore format: a table reads better in rows

/** Manhattan, Staten Island, the Bronx, Brooklyn and Queens (USPS three-digit areas; 110 is shared with Nassau County). */
const NYC_ZIP = /^(10[0-4]|11[1-46])|^1100[45]$/;

/** A state with a ZIP code behind it is an address; one without may be part of a name, so it counts less. */
function stateIn(address: string): Pick<Place, 'state' | 'city' | 'sure'> | undefined {
  const names = Object.entries(STATES).flat();
  const pattern = new RegExp(`(?:^|[\\s,])(${names.join('|')})[.,]?\\s+(\\d{5})(?:-\\d{4})?(?=$|[\\s,])`, 'gi');
  const [, written, zip] = [...address.matchAll(pattern)].at(-1) ?? [];
  if (written && zip) return { state: codeOf(written), city: cityOf(written, zip), sure: 'read' };
  const last = address.split(/[,\n]/).map((part) => part.trim());
  const alone = last.reverse().find((part) => /^[A-Z]/.test(part) && codeOf(part));
  return alone ? { state: codeOf(alone), sure: 'assumed' } : undefined;
}

function codeOf(written: string): string | undefined {
  const same = (name: string) => name.toLowerCase() === written.toLowerCase();
  return Object.entries(STATES).find(([code, name]) => same(code) || same(name))?.[0];
}

const cityOf = (written: string, zip: string) => (codeOf(written) === 'NY' && NYC_ZIP.test(zip) ? 'NYC' : undefined);

export function placeOfBusiness({ country, address }: Pick<Business, 'country' | 'address'>): Place {
  const place: Place = { country, sure: 'said' };
  return country === 'US' ? { ...place, ...stateIn(address.join('\n')) } : place;
}

export function placeOfClient(terms: Terms, client: Pick<Client, 'country' | 'address'> | undefined): Place {
  const said = terms.clientCountry;
  const known = client?.country || undefined;
  // The freelancer's own country is put in where nobody names one; entries of before were made of it. `/client` corrects both.
  const guessed = said?.origin === 'workspace' && (!known || known === said.value);
  const country = (said?.origin === 'workspace' ? known : undefined) ?? said?.value ?? known ?? '';
  const place: Place = { country, sure: guessed ? 'assumed' : 'said' };
  const address = terms.clientAddress?.value ?? client?.address ?? '';
  return country === 'US' ? { ...place, ...stateIn(address) } : place;
}

/** Whether a place lies in what a law pack names: `EEA`, `GB`, `US-NY`, `US-NY-NYC`. */
export function isWithin(place: Place, area: string): boolean {
  if (area === 'EEA') return EEA.includes(place.country);
  const parts = [place.country, place.state, place.city];
  return area.split('-').every((part, index) => parts[index] === part);
}

export function isInEea(country: string): boolean {
  return EEA.includes(country);
}

/** `New York, United States`, `Germany`, `the United Kingdom`. */
export function placeName({ country, state }: Place): string {
  if (state) return `${STATES[state]}, ${countryName(country)}`;
  return `${/^(United|Netherlands)/.test(countryName(country)) ? 'the ' : ''}${countryName(country)}`;
}

/** The places a text names: countries of the table, states, and the United Kingdom's own countries. */
export function placesNamed(text: string, countries: Readonly<Record<string, { name: string }>>): string[] {
  const named = (name: string) => new RegExp(`\\b${name}\\b`, 'i').test(text);
  const found = Object.entries(countries).flatMap(([code, { name }]) => (named(name) ? [code] : []));
  const states = Object.values(STATES).filter((name) => named(name) && name !== 'Georgia');
  if (/\b(England|Wales|Scotland|Northern Ireland|Great Britain|UK)\b/i.test(text)) found.push('GB');
  if (states.length > 0 || /\b(USA|U\.S\.)\b/.test(text)) found.push('US');
  return [...new Set(found)];
}

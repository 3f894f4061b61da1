import { countryOfAddress } from '../briefs/agreed/address.ts';
import type { Client } from '../clients/client.ts';
import { countryName } from '../shared/places.ts';
import type { Business } from '../workspaces/workspace.ts';
import { isSurelyState, namesUnitedStates, STATES, stateNamed, stateOfLaw, stateWithZip } from './states.ts';
import type { Terms } from './terms.ts';

/** Where a party is, as far as the contract and the entries tell, and how sure that is. */
export type Place = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** A state of the United States, two letters. */
  state?: string | undefined;
  /** New York City, by its postal codes or boroughs. */
  city?: 'NYC' | undefined;
  /** `assumed`: nobody said it, the country is the freelancer's own; `hinted`: nothing but the law they chose tells. */
  sure: 'said' | 'read' | 'assumed' | 'hinted';
};

const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
/** Directives with EEA relevance hold there as well. */
const EEA = [...EU, 'IS', 'LI', 'NO'];

/** The state of an address in the United States, or of a place that only words name. */
function stateIn(address: string, guessed: boolean): Pick<Place, 'state' | 'city' | 'sure'> | undefined {
  const found = stateWithZip(address);
  if (found) return { ...found, sure: 'read' };
  const named = stateNamed(address);
  return named && { ...named, sure: guessed ? 'assumed' : 'read' };
}

export function placeOfBusiness({ country, address }: Pick<Business, 'country' | 'address'>): Place {
  const place: Place = { country, sure: 'said' };
  return country === 'US' ? { ...place, ...stateIn(address.join('\n'), false) } : place;
}

export function placeOfClient(terms: Terms, client: Pick<Client, 'country' | 'address'> | undefined): Place {
  const said = terms.clientCountry;
  const known = client?.country || undefined;
  // The freelancer's own country is put in where nobody names one; entries of before were made of it. `/client` corrects both.
  const guessed = said?.origin === 'workspace' && (!known || known === said.value);
  const stated = (said?.origin === 'workspace' ? known : undefined) ?? said?.value ?? known ?? '';
  const address = terms.clientAddress?.value ?? client?.address ?? '';
  const told = guessed && address ? countryTold(address) : undefined;
  const country = told ?? stated;
  const place: Place = { country, sure: told ? 'read' : guessed ? 'assumed' : 'said' };
  if (country !== 'US') return place;
  return { ...place, ...(stateIn(address, place.sure === 'assumed') ?? areaOf(terms)) };
}

/** The country that an address itself tells, where nobody has said one. */
function countryTold(address: string): string | undefined {
  const lines = address.replaceAll('\n', ', ');
  if (stateWithZip(lines) || namesUnitedStates(lines) || isSurelyState(lines)) return 'US';
  return countryOfAddress(lines);
}

/** The state that words name, as law packs do, where they can mean nothing else: `US-CA`, `US-NY-NYC`. */
export function areaNamed(words: string): string | undefined {
  const found = stateWithZip(words) ?? (isSurelyState(words) ? stateNamed(words) : undefined);
  return found && ['US', found.state, ...(found.city ? [found.city] : [])].join('-');
}

/** What a brief says of a client whose address it does not have: “based in Brooklyn, NY”. */
function areaOf({ clientArea }: Terms): Pick<Place, 'state' | 'city' | 'sure'> | undefined {
  const [, state, city] = clientArea?.value.split('-') ?? [];
  return state ? { state, city: city === 'NYC' ? 'NYC' : undefined, sure: 'said' } : undefined;
}

/**
 * A state whose law was chosen, as a hint where a party is of whom nothing else says it. A law that is known to be one side's own
 * tells nothing of the other.
 */
export function hintedPlace(terms: Terms, place: Place, other: Place): Place | undefined {
  const { governingLaw } = terms;
  const chosen = governingLaw && !['workspace', 'template'].includes(governingLaw.origin);
  const state = chosen ? stateOfLaw(governingLaw.value) : undefined;
  const open = place.country === 'US' ? !place.state : place.sure === 'assumed';
  return state && open && other.state !== state ? { country: 'US', state, sure: 'hinted' } : undefined;
}

/** Whether a place lies in what a law pack names: `EEA`, `GB`, `US-NY`, `US-NY-NYC`. */
export function isWithin(place: Place, area: string): boolean {
  if (area === 'EEA') return EEA.includes(place.country);
  const parts = [place.country, place.state, place.city];
  return area.split('-').every((part, index) => parts[index] === part);
}

/** The Union alone, for what holds in no other state of the EEA: its value added tax. */
export const isInEu = (country: string): boolean => EU.includes(country);

export function isInEea(country: string): boolean {
  return EEA.includes(country);
}

/** `New York, United States`, `Germany`, `the United Kingdom`. */
export function placeName({ country, state }: Place): string {
  if (state) return `${STATES[state]}, ${countryName(country)}`;
  return `${/^(United|Netherlands)/.test(countryName(country)) ? 'the ' : ''}${countryName(country)}`;
}

/** An area as law packs name it, in words: `New York City, New York`. */
export function areaWords(area: string): string {
  const [country = '', state = '', city] = area.split('-');
  const name = STATES[state] ?? countryName(country);
  return city === 'NYC' ? `New York City, ${name}` : name;
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

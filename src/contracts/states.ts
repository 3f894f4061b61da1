import { COUNTRIES } from '../shared/places.ts';

/** USPS abbreviations; the District and the territories write themselves the same way. */
export const STATES: Readonly<Record<string, string>> = {
  AL: 'Alabama', AK: 'Alaska', AZ: 'Arizona', AR: 'Arkansas', CA: 'California', CO: 'Colorado', CT: 'Connecticut',
  DE: 'Delaware', DC: 'District of Columbia', FL: 'Florida', GA: 'Georgia', HI: 'Hawaii', ID: 'Idaho', IL: 'Illinois',
  IN: 'Indiana', IA: 'Iowa', KS: 'Kansas', KY: 'Kentucky', LA: 'Louisiana', ME: 'Maine', MD: 'Maryland',
  MA: 'Massachusetts', MI: 'Michigan', MN: 'Minnesota', MS: 'Mississippi', MO: 'Missouri', MT: 'Montana',
  NE: 'Nebraska', NV: 'Nevada', NH: 'New Hampshire', NJ: 'New Jersey', NM: 'New Mexico', NY: 'New York',
  NC: 'North Carolina', ND: 'North Dakota', OH: 'Ohio', OK: 'Oklahoma', OR: 'Oregon', PA: 'Pennsylvania',
  PR: 'Puerto Rico', RI: 'Rhode Island', SC: 'South Carolina', SD: 'South Dakota', TN: 'Tennessee', TX: 'Texas',
  UT: 'Utah', VT: 'Vermont', VA: 'Virginia', WA: 'Washington', WV: 'West Virginia', WI: 'Wisconsin', WY: 'Wyoming',
}; // biome-ignore format: a table reads better in rows

/** A part of the United States that a law may be of: a state, and New York City within its own. */
export type UsPlace = { readonly state: string; readonly city?: 'NYC' };

/** Manhattan, Staten Island, the Bronx, Brooklyn and Queens (USPS three-digit areas; 110 is shared with Nassau County). */
const NYC_ZIP = /^(10[0-4]|11[1-46])|^1100[45]$/;
const NYC = /^(?:new york city|nyc|brooklyn|queens|(?:the )?bronx|staten island)$/i;
/** Where the state alone follows: `New York, NY` is the city, `Manhattan, KS` is not. */
const NYC_IN_STATE = /^(?:new york|manhattan)$/i;

/**
 * Towns that are of one state wherever they are named alone. Those whose name is that of several places (Portland, Springfield,
 * Oakland, San José) say nothing without a state.
 */
const TOWNS: Readonly<Record<string, RegExp>> = {
  NY: NYC,
  CA: /^(?:los angeles|san francisco|silicon valley)$/i,
  IL: /^chicago$/i,
};
/** Towns that together with the code can be nowhere else: Oakland, CA is not in Canada. */
const WITH_CODE: Readonly<Record<string, RegExp>> = {
  CA: /^(?:anaheim|bakersfield|berkeley|beverly hills|burbank|culver city|fresno|glendale|hollywood|irvine|long beach|malibu|menlo park|mountain view|napa|oakland|palo alto|pasadena|riverside|sacramento|san diego|san jose|san mateo|santa (?:ana|barbara|clara|cruz|monica|rosa)|sunnyvale|ventura|west hollywood)$/i,
  IL: /^(?:aurora|bloomington|champaign|evanston|joliet|naperville|oak park|peoria|rockford|schaumburg|skokie|springfield|urbana)$/i,
};
/** Towns of countries whose codes or names are those of states: Toronto, CA; Tel Aviv, IL; Tbilisi, Georgia. */
const ABROAD: Readonly<Record<string, RegExp>> = {
  AR: /^(?:(?:ciudad de )?buenos aires|c[oó]rdoba|rosario|mendoza)$/i,
  CA: /^(?:toronto|montr[eé]al|vancouver|calgary|ottawa|edmonton|winnipeg|qu[eé]bec(?: city)?|halifax|victoria|mississauga|hamilton|london|kitchener|surrey|burnaby|laval|ontario|british columbia|alberta)$/i,
  CO: /^(?:bogot[aá](?: d\.?c\.?)?|medell[ií]n|cali|barranquilla|cartagena)$/i,
  DE: /^(?:berlin|hamburg|m[uü]nchen|munich|k[oö]ln|cologne|frankfurt(?: am main)?|leipzig|stuttgart|d[uü]sseldorf|bremen|dresden)$/i,
  GA: /^(?:tbilisi|batumi|kutaisi|rustavi|gori)$/i,
  ID: /^(?:jakarta|bali|denpasar|bandung|surabaya)$/i,
  IL: /^(?:tel[ -]aviv(?:[ -](?:yafo|jaffa))?|jerusalem|haifa|be['’]?er[ -]?sheva|ramat[ -]gan|herzliya|netanya|rehovot)$/i,
  IN: /^(?:mumbai|(?:new )?delhi|bangalore|bengaluru|chennai|hyderabad|pune|kolkata)$/i,
  PA: /^(?:panama(?: city)?|ciudad de panam[aá])$/i,
};

const codeOf = (written: string): string | undefined => {
  const same = (name: string) => name.toLowerCase() === written.toLowerCase();
  return Object.entries(STATES).find(([code, name]) => (written === code ? true : same(name)))?.[0];
};

const NAMES = Object.entries(STATES).flat().join('|');
const WITH_ZIP = new RegExp(`(?:^|[\\s,])(${NAMES})[.,]?\\s+(\\d{5})(?:-\\d{4})?(?=$|[\\s,.])`, 'gi');
const COUNTRY = /^(?:usa|u\.s\.a\.|us|u\.s\.|united states(?: of america)?)\.?$/i;

/** The state before a ZIP code; nothing else in the world is written so. */
export function stateWithZip(address: string): UsPlace | undefined {
  const [, written = '', zip = ''] = [...address.matchAll(WITH_ZIP)].at(-1) ?? [];
  const code = written && (codeOf(written) ?? codeOf(written.toUpperCase()));
  return code ? { state: code, ...(code === 'NY' && NYC_ZIP.test(zip) && { city: 'NYC' as const }) } : undefined;
}

/** Whether an address ends with the name of the country. */
export const namesUnitedStates = (address: string) => COUNTRY.test(partsOf(address).at(-1) ?? '');

const partsOf = (words: string) =>
  words
    .split(/[,\n]/)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter(Boolean);

/**
 * The state that the end of an address or a place in words names without a ZIP code: `Brooklyn, NY`, `Austin TX`, `Oakland,
 * California`, `Chicago`. What could as well be a town elsewhere, or one of several, names none.
 */
export function stateNamed(words: string): UsPlace | undefined {
  const parts = partsOf(words).filter((part) => !COUNTRY.test(part));
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  const [, town = before, code = last] = /^(.*\p{L})\s+([A-Z]{2})$/u.exec(last) ?? [];
  const state = codeOf(code);
  if (state && !ABROAD[state]?.test(town)) {
    // A name alone may be a town, or a country; New York is in New York either way. A street is no town.
    if (!town && code.length === 2) return undefined;
    if ((!town || /\d/.test(town)) && /^(?:Washington|Georgia)$/i.test(code)) return undefined;
    const city = state === 'NY' && (NYC.test(town) || NYC_IN_STATE.test(town));
    return { state, ...(city && { city: 'NYC' as const }) };
  }
  const alone = Object.entries(TOWNS).find(([, towns]) => towns.test(last))?.[0];
  return alone ? { state: alone, ...(alone === 'NY' && { city: 'NYC' as const }) } : undefined;
}

/** The state whose law a text names: `New York`, `the State of California`, `laws of Illinois`. */
export function stateOfLaw(law: string): string | undefined {
  const name = law
    .replace(/^(?:the )?(?:laws? of )?(?:the )?(?:State of )?/i, '')
    .replace(/,? (?:USA|United States)$/i, '');
  return /^Georgia$/i.test(name) ? undefined : Object.entries(STATES).find(([, each]) => each === name)?.[0];
}

/** Whether words that name a state can mean no other country: codes like CA and IL are those of Canada and Israel as well. */
export function isSurelyState(words: string): boolean {
  const parts = partsOf(words);
  const found = stateNamed(words);
  const last = parts.at(-1) ?? '';
  const code = /(?:^|\s)([A-Z]{2})$/.exec(last)?.[1];
  if (!found || namesUnitedStates(words)) return found !== undefined;
  const town = code ? last.slice(0, -2).trim() || (parts.at(-2) ?? '') : last;
  if (TOWNS[found.state]?.test(town) || (code && WITH_CODE[code]?.test(town))) return true;
  return code ? !(code in COUNTRIES) : !/^Georgia$/i.test(last);
}

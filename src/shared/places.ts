/** A country: its English name, its currency and its zones, the most peopled first. */
export type Country = { name: string; currency: string; zones: readonly string[] };

const row = (name: string, currency: string, ...zones: string[]): Country => ({ name, currency, zones });

/** ISO 3166-1 alpha-2. The places freelancers and their clients mostly are; Slack's lists hold at most 100. */
export const COUNTRIES: Readonly<Record<string, Country>> = {
  AR: row('Argentina', 'USD', 'America/Argentina/Buenos_Aires'),
  AU: row('Australia', 'AUD', 'Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth'),
  AT: row('Austria', 'EUR', 'Europe/Vienna'),
  BH: row('Bahrain', 'BHD', 'Asia/Bahrain'),
  BE: row('Belgium', 'EUR', 'Europe/Brussels'),
  BR: row('Brazil', 'BRL', 'America/Sao_Paulo'),
  BG: row('Bulgaria', 'EUR', 'Europe/Sofia'),
  CA: row('Canada', 'CAD', 'America/Toronto', 'America/Vancouver', 'America/Edmonton', 'America/Halifax'),
  CL: row('Chile', 'USD', 'America/Santiago'),
  CO: row('Colombia', 'USD', 'America/Bogota'),
  HR: row('Croatia', 'EUR', 'Europe/Zagreb'),
  CY: row('Cyprus', 'EUR', 'Asia/Nicosia'),
  CZ: row('Czechia', 'CZK', 'Europe/Prague'),
  DK: row('Denmark', 'DKK', 'Europe/Copenhagen'),
  EE: row('Estonia', 'EUR', 'Europe/Tallinn'),
  FI: row('Finland', 'EUR', 'Europe/Helsinki'),
  FR: row('France', 'EUR', 'Europe/Paris'),
  DE: row('Germany', 'EUR', 'Europe/Berlin'),
  GR: row('Greece', 'EUR', 'Europe/Athens'),
  HK: row('Hong Kong', 'HKD', 'Asia/Hong_Kong'),
  HU: row('Hungary', 'HUF', 'Europe/Budapest'),
  IS: row('Iceland', 'EUR', 'Atlantic/Reykjavik'),
  IN: row('India', 'INR', 'Asia/Kolkata'),
  IE: row('Ireland', 'EUR', 'Europe/Dublin'),
  IL: row('Israel', 'ILS', 'Asia/Jerusalem'),
  IT: row('Italy', 'EUR', 'Europe/Rome'),
  JP: row('Japan', 'JPY', 'Asia/Tokyo'),
  KE: row('Kenya', 'USD', 'Africa/Nairobi'),
  KR: row('South Korea', 'KRW', 'Asia/Seoul'),
  KW: row('Kuwait', 'KWD', 'Asia/Kuwait'),
  LV: row('Latvia', 'EUR', 'Europe/Riga'),
  LI: row('Liechtenstein', 'CHF', 'Europe/Vaduz'),
  LT: row('Lithuania', 'EUR', 'Europe/Vilnius'),
  LU: row('Luxembourg', 'EUR', 'Europe/Luxembourg'),
  MT: row('Malta', 'EUR', 'Europe/Malta'),
  MX: row('Mexico', 'MXN', 'America/Mexico_City', 'America/Tijuana'),
  NL: row('Netherlands', 'EUR', 'Europe/Amsterdam'),
  NZ: row('New Zealand', 'NZD', 'Pacific/Auckland'),
  NG: row('Nigeria', 'USD', 'Africa/Lagos'),
  NO: row('Norway', 'NOK', 'Europe/Oslo'),
  PH: row('Philippines', 'USD', 'Asia/Manila'),
  PL: row('Poland', 'PLN', 'Europe/Warsaw'),
  PT: row('Portugal', 'EUR', 'Europe/Lisbon', 'Atlantic/Azores'),
  RO: row('Romania', 'RON', 'Europe/Bucharest'),
  RS: row('Serbia', 'EUR', 'Europe/Belgrade'),
  SG: row('Singapore', 'SGD', 'Asia/Singapore'),
  SK: row('Slovakia', 'EUR', 'Europe/Bratislava'),
  SI: row('Slovenia', 'EUR', 'Europe/Ljubljana'),
  ZA: row('South Africa', 'ZAR', 'Africa/Johannesburg'),
  ES: row('Spain', 'EUR', 'Europe/Madrid', 'Atlantic/Canary'),
  SE: row('Sweden', 'SEK', 'Europe/Stockholm'),
  CH: row('Switzerland', 'CHF', 'Europe/Zurich'),
  TH: row('Thailand', 'USD', 'Asia/Bangkok'),
  TR: row('Türkiye', 'EUR', 'Europe/Istanbul'),
  UA: row('Ukraine', 'EUR', 'Europe/Kyiv'),
  AE: row('United Arab Emirates', 'AED', 'Asia/Dubai'),
  GB: row('United Kingdom', 'GBP', 'Europe/London'),
  US: row(
    'United States',
    'USD',
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ),
};

const EU = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '));

/** Whether a country is the place, or in it; `EU` is the only place that is no country. */
export function isIn(country: string, place: string): boolean {
  return country === place || (place === 'EU' && EU.has(country));
}

/** Zones as choices, `Europe/Berlin` to `Berlin (Europe)`; a zone someone already uses is kept among them. */
export function zoneChoices(...used: (string | undefined)[]): Record<string, string> {
  const zones = new Set(['UTC', ...Object.values(COUNTRIES).flatMap((country) => country.zones)]);
  for (const zone of used) if (zone) zones.add(zone);
  return Object.fromEntries(
    [...zones].sort((a, b) => zoneName(a).localeCompare(zoneName(b), 'en')).map((zone) => [zone, zoneName(zone)]),
  );
}

export function countryChoices(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(COUNTRIES)
      .sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en'))
      .map(([code, { name }]) => [code, name]),
  );
}

export function countryName(code: string): string {
  return COUNTRIES[code]?.name ?? code;
}

const SHOWN = ['en', 'de', 'fr', 'es'].map(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
);

/** What a country is called in English, German, French and Spanish, as the runtime writes it; none where it knows no such code. */
export function countryNames(code: string): string[] {
  return SHOWN.flatMap((names) => names.of(code) ?? []);
}

/** Whether an address ends with the name of its country, in a language that addresses are written in: `75002 Paris, Frankreich`. */
export function endsWithCountry(address: string, code: string): boolean {
  const last = address.split(/[,\n]/).at(-1)?.trim().toLowerCase();
  const names = COUNTRIES[code] ? [countryName(code), ...countryNames(code)] : [code];
  return names.some((name) => name.toLowerCase() === last);
}

/** The country a zone belongs to, if the table has it: a guess for a form, never a fact. */
export function countryOfZone(zone: string): string | undefined {
  return Object.entries(COUNTRIES).find(([, country]) => country.zones.includes(zone))?.[0];
}

function zoneName(zone: string): string {
  const parts = zone.replace(/_/g, ' ').split('/');
  const place = parts.pop() ?? zone;
  return parts[0] ? `${place} (${parts[0]})` : place;
}

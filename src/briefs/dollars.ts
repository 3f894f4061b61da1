/** Places whose money is also written "$". */
const OTHER_DOLLARS =
  /\b(?:canad\w+|kanada|toronto|montr[eé]al|vancouver|calgary|ottawa|winnipeg|edmonton|qu[eé]bec|halifax|ontario|alberta|austral\w+|sydney|melbourne|new zealand|auckland|singapore|hong kong|mexic\w+)\b|\.(?:ca|au|nz|sg|hk|mx)\b/i;

/** Where `$` means the money of the place; of Canada's, prices in US dollars are as common, so it is asked. */
export const DOLLARS: ReadonlySet<string> = new Set('USD AUD NZD SGD HKD MXN ARS CLP COP UYU'.split(' '));
/** Whether the brief names a place whose dollar is another than the workspace's. */
export function otherDollars(text: string, home: string): boolean {
  const own = HOMES[home];
  return OTHER_DOLLARS.test(own ? text.replace(own, '') : text) || (home !== 'USD' && AMERICAN.test(text));
}
const AMERICAN = /\b(?:USA|U\.S\.|United States|American|New York|California|Estados Unidos)\b/;
const HOMES: Readonly<Record<string, RegExp>> = {
  AUD: /austral\w+|sydney|melbourne|\.au\b/gi,
  NZD: /new zealand|auckland|\.nz\b/gi,
  SGD: /singapore|\.sg\b/gi,
  HKD: /hong kong|\.hk\b/gi,
  MXN: /mexic\w+|\.mx\b/gi,
};

const NAMED: readonly (readonly [string, RegExp])[] = [
  [
    'CAD',
    /canad|kanada|toronto|montr|vancouver|calgary|ottawa|winnipeg|edmonton|qu[eé]bec|halifax|ontario|alberta|\.ca\b/i,
  ],
  ['AUD', /austral|sydney|melbourne|\.au\b/i],
  ['NZD', /new zealand|auckland|\.nz\b/i],
  ['SGD', /singapore|\.sg\b/i],
  ['HKD', /hong kong|\.hk\b/i],
  ['MXN', /mexic|\.mx\b/i],
];

/** The currencies that a `$` of this brief may mean, the likeliest first. */
export function dollarsMeant(text: string, home: string): string[] {
  const named = NAMED.filter(([, place]) => place.test(text)).map(([code]) => code);
  const own = home === 'CAD' || DOLLARS.has(home) ? [home] : [];
  return [...new Set(['USD', ...named, ...own, ...(named.length + own.length === 0 ? ['CAD'] : [])])];
}

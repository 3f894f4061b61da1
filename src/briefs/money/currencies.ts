import { CURRENCIES } from '../../shared/money.ts';

/** The currencies of ISO 4217 that people pay with; beyond those that can be invoiced, so that none is taken for another. */
const CODES = (
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP ' +
  'CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ' +
  'ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR ' +
  'MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
  'STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW BTC ETH'
).split(' ');
/** Codes that are words of their own in capitals too. */
const WORDS_TOO = new Set('ALL CUP SOS TOP ETH'.split(' '));

/** Where a currency has a sign of its own: the unicode data knows the sign by the locale of the country. */
const LOCALES =
  'es-BO BOB,es-CR CRC,es-DO DOP,es-GT GTQ,es-HN HNL,es-NI NIO,es-PA PAB,es-PE PEN,es-PY PYG,es-VE VES,es-GQ XAF,fr-SN XOF,' +
  'fr-CM XAF,fr-PF XPF,fr-TN TND,fr-DZ DZD,fr-HT HTG,fr-MU MUR,fr-MG MGA,fr-GN GNF,fr-CD CDF,fr-RW RWF,fr-BI BIF,fr-DJ DJF,' +
  'fr-KM KMF,fr-MR MRU,fr-VU VUV,fr-SC SCR,en-KE KES,en-GH GHS,en-ZA ZAR,en-BW BWP,en-ZM ZMW,en-MW MWK,en-TZ TZS,en-UG UGX,' +
  'en-SL SLE,en-GM GMD,en-PK PKR,en-IN INR,en-LK LKR,en-PG PGK,en-SZ SZL,en-WS WST,en-TO TOP,da DKK,nb NOK,sv SEK,is ISK,cs CZK,' +
  'pl PLN,hu HUF,ro RON,tr TRY,bg BGN,ms MYR,id IDR,pt BRL,vi VND,he ILS,th THB,uk UAH';
/** What people write besides, and the currencies each may stand for. */
const HABITS: Readonly<Record<string, string>> = {
  ...{ us$: 'USD', u$s: 'USD', u$d: 'USD', ca$: 'CAD', cdn$: 'CAD', can$: 'CAD', c$: 'CAD NIO', au$: 'AUD', a$: 'AUD' },
  ...{
    nz$: 'NZD',
    s$: 'SGD',
    sg$: 'SGD',
    hk$: 'HKD',
    nt$: 'TWD',
    r$: 'BRL',
    mx$: 'MXN',
    mex$: 'MXN',
    ar$: 'ARS',
    $u: 'UYU',
  },
  ...{ clp$: 'CLP', col$: 'COP', cop$: 'COP', rd$: 'DOP', tt$: 'TTD', j$: 'JMD', ja$: 'JMD', n$: 'NAD', bds$: 'BBD' },
  ...{
    ec$: 'XCD',
    bz$: 'BZD',
    fj$: 'FJD',
    mop$: 'MOP',
    quid: 'GBP',
    sterling: 'GBP',
    'pounds sterling': 'GBP',
    nis: 'ILS',
  },
  ...{
    franken: 'CHF',
    fr: 'CHF',
    sfr: 'CHF',
    dh: 'AED MAD',
    dhs: 'AED MAD',
    cfa: 'XOF XAF',
    fcfa: 'XOF XAF',
    'f cfa': 'XOF XAF',
  },
  ...{
    'francs cfa': 'XOF XAF',
    'franc cfa': 'XOF XAF',
    'f cfp': 'XPF',
    cfp: 'XPF',
    'francs pacifique': 'XPF',
    rmb: 'CNY',
  },
  ...{
    'francs pacifiques': 'XPF',
    gs: 'PYG',
    rs: 'INR PKR LKR MUR NPR SCR',
    kshs: 'KES',
    'gh¢': 'GHS',
    ghc: 'GHS',
    bs: 'BOB VES',
  },
  ...{ '/=': 'KES TZS UGX', 's/': 'PEN', tk: 'BDT', f: 'XOF XAF XPF CHF RWF BIF DJF KMF GNF CDF', kroner: 'DKK NOK' },
  ...{
    kronor: 'SEK',
    kronur: 'ISK',
    koruna: 'CZK',
    lei: 'RON MDL',
    'american dollars': 'USD',
    'amerikanische dollar': 'USD',
    'dollars us': 'USD',
    'dollars americains': 'USD',
    'dolares americanos': 'USD',
    'us-dollars': 'USD',
    'us dollar': 'USD',
    yen: 'JPY',
    yuan: 'CNY',
    bucks: '$',
    dollarydoos: 'AUD',
    piastres: 'CAD',
    euritos: 'EUR',
    eurillos: 'EUR',
    euronen: 'EUR',
    franke: 'CHF',
    stutz: 'CHF',
    varos: 'MXN',
    mangos: 'ARS',
    balles: 'EUR',
  },
};
/** Of several currencies under one name the one that is meant where the workspace's own is none of them. */
const FIRST = new Set('CHF GBP INR'.split(' '));
/** Money only at home: elsewhere books, wreaths, flasks, bats, weights and weeks. */
const HOMONYMS = new Set(
  (
    'livre livres couronne couronnes corona coronas krone kronen mark marks marka marco marcos sol sols real reals reales reais leona leonas ' +
    'leone leones bat bats dram drams gourde gourdes escudo escudos pula pulas tala talas som soms sum sums won wons rand pfund kip ' +
    'kips dong dongs lev levs leva levas lek leks oro nuevo nuevos nouveau nouveaux neue neuer bir bires loti top renminbi kina ' +
    'piastre piastres stutz varos mangos balles florin florins florines bolivar balboa cordoba quetzal colon colons kuna taka libra libras par'
  ).split(' '),
);
/** Signs of one or two letters that are no other word before or behind a figure. */
const SHORT = new Set('kr kc zł rm rs bs gs dh'.split(' '));

type Table = ReadonlyMap<string, ReadonlySet<string>>;
let table: Table | undefined;

/** Without accents and capitals, the many spaces as one; the stroke of "zł" is no accent. */
const folded = (words: string) =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ');

/** Signs and words of money and what each may stand for, from the unicode data in the four languages and from habit. */
function tableOf(): Table {
  if (table) return table;
  const made = new Map<string, Set<string>>();
  const add = (words: string, code: string) => {
    const key = folded(words).replace(/\.$/, '');
    made.set(key, (made.get(key) ?? new Set()).add(code));
  };
  const shown = (locale: string, currency: string, currencyDisplay: 'name' | 'symbol' | 'narrowSymbol') =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
  const written = (format: Intl.NumberFormat, count: number) =>
    format.formatToParts(count).find(({ type }) => type === 'currency')?.value ?? '';
  for (const code of CODES) {
    for (const locale of ['en', 'de', 'fr', 'es']) {
      const format = shown(locale, code, 'name');
      for (const name of [written(format, 1), written(format, 5)]) {
        add(name, code);
        // The noun comes first in Romance languages, last in the others: "dirhams marocains", "Moroccan dirhams".
        const words = folded(name.replace(/ \(.*/, '')).split(/[ -]/);
        add((locale === 'en' || locale === 'de' ? words.at(-1) : words[0]) ?? name, code);
      }
    }
    add(written(shown('en', code, 'narrowSymbol'), 1), code);
  }
  for (const [locale = '', code = ''] of LOCALES.split(',').map((pair) => pair.split(' ')))
    for (const display of ['symbol', 'narrowSymbol'] as const) add(written(shown(locale, code, display), 1), code);
  for (const [words, codes] of Object.entries(HABITS))
    for (const code of codes === '$' ? (made.get('$') ?? []) : codes.split(' ')) add(words, code);
  for (const code of CODES) made.delete(code.toLowerCase());
  table = made;
  return made;
}

/** Whether what stands beside a figure are the letters of a code: EUR anywhere, eur where it is no other word. */
function codeIn(written: string, home: string | undefined): string | undefined {
  const code = written.toUpperCase();
  if (!CODES.includes(code)) return undefined;
  if (code === home) return written === code || written === code.toLowerCase() ? code : undefined;
  if (written === code) return WORDS_TOO.has(code) ? undefined : code;
  // Ron is a name, whatever the case.
  const plain = (CURRENCIES as readonly string[]).includes(code) && code !== 'RON';
  return plain && written === code.toLowerCase() ? code : undefined;
}

/**
 * What a sign or word beside a figure says: an ISO code, or the sign itself where it may stand for several currencies and the
 * workspace's own is none of them, or where a place may say otherwise (`$`, `pesos`). Undefined for what is no money.
 */
export function currencyOf(written: string, home?: string): string | undefined {
  const code = codeIn(written.trim(), home);
  if (code) return code;
  const key = folded(written).replace(/\.$/, '');
  const codes = tableOf().get(key);
  if (!codes) return undefined;
  const own = home !== undefined && codes.has(home);
  // A road or a room is no rand by its letter alone, and small letters are none.
  if (key === 'r') return written !== 'R' ? undefined : own ? home : 'R';
  if (!own && HOMONYMS.has(key)) return undefined;
  if (!own && key.length < 3 && /^\p{L}+$/u.test(key) && !SHORT.has(key)) return undefined;
  if (key === '$' || /^(?:d[oó]ll?ar(?:es|s)?|bucks)$/.test(key)) return '$';
  if (key === 'peso' || key === 'pesos') return 'pesos';
  if (own) return home;
  const [only] = codes;
  if (codes.size === 1) return only;
  return [...FIRST].find((first) => codes.has(first)) ?? key;
}

/** Whether a sign that several currencies share may stand for this one. */
export const signFits = (sign: string, code: string): boolean => tableOf().get(folded(sign))?.has(code) ?? false;

/** The words that can name a currency: signs, letters, and strokes and dots within. */
const BEHIND = /^ {0,2}((?:[\p{L}\p{Sc}/][\p{L}\p{Sc}\p{M}.'’/=&-]*)(?: [\p{L}\p{Sc}][\p{L}\p{Sc}\p{M}.'’-]*){0,4})/u;
const BEFORE =
  /(?<![\p{L}\d])((?:[\p{L}\p{Sc}][\p{L}\p{Sc}./’'-]{0,20} ){0,2}[\p{L}\p{Sc}][\p{L}\p{Sc}./’'-]{0,14}) {0,2}$/u;

export type Beside = { readonly currency: string; readonly length: number };

/** The currency that begins behind a figure, and how far it goes: "colones costarricenses", "fr.", " €". */
export function currencyBehind(text: string, home?: string): Beside | undefined {
  const match = BEHIND.exec(text);
  const words = match?.[1];
  if (!match || !words) return undefined;
  const lead = match[0].length - words.length;
  const parts = words.split(' ');
  for (let count = parts.length; count > 0; count -= 1) {
    const piece = parts.slice(0, count).join(' ');
    // "EUR/h", "€-Betrag": the currency ends at the stroke.
    const first = count === 1 ? /^(?:\p{L}+|\p{Sc})/u.exec(piece)?.[0] : undefined;
    for (const tried of [piece, piece.replace(/[.'’/&-]+$/, ''), first]) {
      const currency = tried && tried !== 'R' && currencyOf(tried, home);
      if (!currency) continue;
      // The stop of "fr." belongs to it, that of a sentence does not.
      const ends =
        tried.endsWith('.') &&
        (!/^\p{L}{1,3}\.$/u.test(tried) || !/^(?: [\p{Ll}\d]|[,;)])/u.test(text.slice(lead + tried.length)));
      return { currency, length: lead + tried.length - (ends ? 1 : 0) };
    }
  }
  return undefined;
}

/** The currency that ends before a figure: "Gs. ", "CHF", "US$". */
export function currencyBefore(text: string, home?: string): Beside | undefined {
  const match = BEFORE.exec(text);
  const words = match?.[1];
  if (!match || !words) return undefined;
  const trail = match[0].length - words.length;
  const parts = words.split(' ');
  const last = parts.at(-1) ?? '';
  const pieces = parts.map((_, from) => parts.slice(from).join(' '));
  // "total:US$" and "~$": the sign ends what has no space.
  const signs = [/\p{L}{0,3}\p{Sc}$/u.exec(last)?.[0], /\p{Sc}$/u.exec(last)?.[0], /\p{L}+\.?$/u.exec(last)?.[0]];
  for (const tried of [...pieces, ...signs]) {
    // "Six hundred rand. 60 % now": the stop ends a sentence, in "Fr. 60" a short form.
    if (tried && trail > 0 && /\p{L}{4,}\.$/u.test(tried)) continue;
    const currency = tried && currencyOf(tried, home);
    if (currency) return { currency, length: tried.length + trail };
  }
  return undefined;
}

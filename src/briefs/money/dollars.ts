import { signFits } from './currencies.ts';

/** What in a brief points to a place, and the money of that place; only what points to no other. */
const PLACES: readonly (readonly [string, RegExp])[] = [
  [
    'CAD',
    /\b(?:canad\w+|kanad\w+|toronto|montr[eé]al|vancouver|calgary|ottawa|winnipeg|edmonton|halifax|saskatoon|mississauga|gatineau|sherbrooke|trois-rivi[eè]res|moncton|kelowna|qu[eé]b[eé]c\w*|ontario|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|british columbia|hst|tps|tvq)\b|\blt[eé]e\b|\.ca\b/i,
  ],
  [
    'AUD',
    /\b(?:austral\w+|sydney|melbourne|brisbane|adelaide|canberra|hobart|queensland|nsw|new south wales|tasmania|pty|abn)\b|\.au\b/i,
  ],
  ['NZD', /\b(?:new zealand|aotearoa|auckland|christchurch|dunedin|queenstown)\b|\.nz\b/i],
  ['SGD', /\b(?:singapore|singapur|singapour|pte)\b|\.sg\b/i],
  ['HKD', /\bhong ?kong\b|\.hk\b/i],
  [
    'MXN',
    /\b(?:(?<!new )m[eé]xic\w+|mexik\w+|mexiqu\w+|cdmx|guadalajara|monterrey|jalisco|oaxaca|puebla|tijuana|quer[eé]taro)(?![\p{L}])|\bde c\.? ?v\b|\.mx\b/iu,
  ],
  ['ARS', /\b(?:argentin\w+|buenos aires)\b|\.ar\b/i],
  ['CLP', /\b(?:chile|chilen\w+|valpara[ií]so)\b|\.cl\b/i],
  ['COP', /\b(?:colombi\w+|bogot[aá]|medell[ií]n)(?![\p{L}])|\.co\b/iu],
  ['UYU', /\b(?:uruguay\w*|montevideo)\b|\.uy\b/i],
];
const AMERICAN =
  /\b(?:USA|U\.S\.|United States|American|New York|California|Texas|Florida|Chicago|Estados Unidos|États-Unis)\b|\bW-(?:8BEN(?:-E)?|9)\b/;
/** States behind a town or as a place; Virginia and Georgia are also people and a country. */
const STATE =
  /(?:\p{L}, ?| (?:in|from|of|en|au|aus|im|de|du) )(?:Alabama|Alaska|Arizona|Arkansas|Colorado|Connecticut|Delaware|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Utah|Vermont|West Virginia|Wisconsin|Wyoming)(?![\p{L}])/u;

const named = (text: string) => PLACES.filter(([, place]) => place.test(text)).map(([code]) => code);

/** Whether the brief names a place whose `$` or pesos are others than the workspace's. */
export function speaksAgainst(text: string, signs: readonly string[], home: string): boolean {
  const open = signs.filter((sign) => sign === '$' || sign === 'pesos');
  const others = named(text).filter((code) => code !== home && open.some((sign) => signFits(sign, code)));
  return others.length > 0 || (open.includes('$') && home !== 'USD' && (AMERICAN.test(text) || STATE.test(text)));
}

/** The currencies that a `$` of this brief may mean, the likeliest first. */
export function dollarsMeant(text: string, home: string): string[] {
  const own = signFits('$', home) ? [home] : [];
  const places = named(text);
  return [...new Set(['USD', ...places, ...own, ...(places.length + own.length === 0 ? ['CAD'] : [])])];
}

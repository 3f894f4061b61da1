import { type Terms, term } from '../../contracts/terms.ts';
import { COUNTRIES } from '../../shared/places.ts';
import { lettered, said } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import { readClientNumber } from './client-number.ts';
import { countryNamed } from './territories.ts';
import { inShort } from './words.ts';

/** How a town is written with its code: Germany and most of Europe, the Netherlands, and where the code comes last. */
const CODE_AHEAD = String.raw`(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? (?=\p{Lu})[\p{L}.'’() /-]{2,40}`;
const CODE_BEHIND = String.raw`[\p{L}.'’ -]{2,40},? (?:[A-Z]{2,3}|${'(?:[A-Z][a-z]+ ?){1,2}'})?,? ?(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT) \d{4}|[A-Z]\d[\dW] [A-Z\d]{4})`;
const UNITED_KINGDOM = String.raw`[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}`;
const TOWN = new RegExp(`^(?:${CODE_AHEAD}|${CODE_BEHIND}|${UNITED_KINGDOM})$`, 'u');
/** A street with its number, on either side. */
const STREET =
  /^(?:\p{L}[\p{L}.'’ -]{2,50},? ?\d{1,5} ?[a-zA-Z]?(?: ?[-–/] ?\d{1,4}[a-z]?)?|\d{1,6}[a-zA-Z]?(?:[-–/]\d{1,4})?(?: (?:bis|ter))?,? (?!\d)[\p{L}\d.'’ -]{3,60}|(?:p\.? ?o\.? box|postfach|apartado|bp) ?\d{1,7})(?: ?#?\d{1,5}[A-Za-z]?)?$/iu;
/** What is left of a street when its number stands behind a comma: "Calle Mayor, 5". */
const NUMBER = /^(?:n[º°o.]* ?)?\d{1,4} ?[a-z]?(?:[-–/]\d{1,4})?$/i;
/** A floor, a flat, a district: it may stand between the street and the town. */
const BETWEEN = /^(?=.{1,40}$)(?:[\p{L}\d.ºª°#'’ /-]+)$/u;

/** Whose address it is, before it. */
const LABEL = lettered(
  String.raw`(?<![\p{L}])(?:(?:(?:client|customer|company|billing|invoice|registered|business|postal|their|client['’]s|our)(?:['’]s)? )*address|registered office|(?:(?:ihre|deren|unsere) )?(?:rechnungs|firmen|post|geschäfts)?(?:adresse|anschrift)|sitz|adresse(?: de facturation| du client| postale)?|siège(?: social)?|domicilio(?: fiscal| social)?|direcci[oó]n(?: fiscal| de facturaci[oó]n| del cliente| postal)?)(?: (?:is|ist|est|es|lautet))? ?: ?|(?<![\p{L}])(?:(?:their|client['’]s|billing|registered) address is|(?:ihre|deren|die) (?:rechnungs)?(?:adresse|anschrift) (?:ist|lautet)|leur adresse est|su direcci[oó]n es|registered at|with offices at|con domicilio en|domicilié[es]* (?:à|au)|sis[e]? (?:à|au)) `,
  'giu',
);
/** Somebody else's address, or where the work is done. */
const ELSEWHERE = said(
  'venue|location|shoot\\p{L}*|studio|place|at|ort|veranstaltung\\p{L}*|drehort|lieu|lugar|delivery|liefer\\p{L}*|livraison|entrega|our|my|unsere?|meine?|notre|mon|nuestr[oa]|mi',
);

export type Address = Span & { readonly value: string };

/**
 * The client's address, as the brief writes it: behind the client's name or a label that says so. A street and a town with its code
 * make one; the address of a venue is the venue's.
 *
 * @param names The client's names, as they stand in the brief.
 */
export function readAddress(
  written: string,
  names: readonly string[],
): { found: Pick<Terms, 'clientAddress' | 'clientCountry'>; notes: Note[] } {
  const places = [
    ...[...written.matchAll(LABEL)].map((match) => ({ at: match.index + match[0].length, label: match[0] })),
    ...names.flatMap((name) => placesOf(written, name)).map((at) => ({ at, label: '' })),
  ];
  const addresses = places.flatMap(({ at }) => addressAt(written, at) ?? []);
  const values = new Map(addresses.map((each) => [each.value.toLowerCase(), each]));
  const [first] = values.values();
  if (first && values.size === 1) {
    const country = countryOfAddress(first.value);
    return {
      found: {
        clientAddress: term(first.value, 'brief', first.text),
        ...(country && { clientCountry: term(country, 'brief', first.text) }),
      },
      notes: [],
    };
  }
  const field = 'clientAddress';
  if (first) {
    const sentence = `The brief has more than one address: ${[...values.values()]
      .slice(0, 2)
      .map(({ value }) => `“${inShort(value)}”`)
      .join(' and ')}. Say which is the client’s.`;
    return { found: {}, notes: [{ code: 'brief.several-addresses', field, sentence, quote: first.text }] };
  }
  const open = places.find(({ at, label }) => label && /^[^\n@]*\d/.test(written.slice(at, at + 80)));
  if (!open) return { found: {}, notes: [] };
  const quote = written.slice(open.at).split('\n')[0]?.trim().slice(0, 200) ?? '';
  const sentence = `I can’t tell where the address “${inShort(quote)}” ends. Type the client’s address.`;
  return { found: {}, notes: [{ code: 'brief.address', field, sentence, quote }] };
}

/** What a brief says of the client besides the name: the address and, under a contract with a price, the VAT number. */
export function readClientFacts(
  written: string,
  { clientCompany, clientName }: Terms,
  priced: boolean,
): { found: Pick<Terms, 'clientAddress' | 'clientCountry' | 'clientTaxId'>; notes: Note[] } {
  const names = [clientCompany, clientName].flatMap((one) => one?.value ?? []);
  const { found, notes } = readAddress(written, names);
  const number = priced ? readClientNumber(written, { names, address: found.clientAddress?.quote }) : {};
  return { found: { ...found, ...number }, notes };
}

/** Where the words behind a name begin. */
function placesOf(written: string, name: string): number[] {
  const found: number[] = [];
  for (let at = written.indexOf(name); at >= 0 && name.length > 1; at = written.indexOf(name, at + name.length))
    found.push(at + name.length);
  return found;
}

/** How many parts of a block may stand before the town. */
const PARTS = 7;
const PART = /[,;\n()|]|$/g;

/** The address that begins right there, or behind a person's name or a department. */
export function addressAt(written: string, from: number): Address | undefined {
  const parts = partsBehind(written, from);
  const street = parts.findIndex(({ text }) => STREET.test(text) && !TOWN.test(text));
  if (street < 0 || street > 2 || parts.slice(0, street).some(({ text }) => ELSEWHERE.test(text) || /\d/.test(text)))
    return undefined;
  const behind = parts.slice(street + 1);
  const town = behind.findIndex(({ text }, at) => TOWN.test(text) || TOWN.test(joined(behind[at - 1], text)));
  if (town < 0 || town > 3 || behind.slice(0, town).some(({ text }) => !BETWEEN.test(text) && !NUMBER.test(text)))
    return undefined;
  const next = behind[town + 1];
  const named = next && { ...next, text: next.text.replace(/\..*$/s, '') };
  const land = named && countryNamed(named.text) ? [{ ...named, end: named.start + named.text.length }] : [];
  const whole = [...parts.slice(street, street + 2 + town), ...land];
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last) return undefined;
  const value = whole.map(({ text }) => text).join(', ');
  return value.length > 300
    ? undefined
    : { start: first.start, end: last.end, text: written.slice(first.start, last.end), value };
}

/** "Austin" and "TX 78701", where the town and its code are apart. */
const joined = (before: Span | undefined, text: string) => (before ? `${before.text}, ${text}` : text);

function partsBehind(written: string, from: number): Span[] {
  const parts: Span[] = [];
  const line = written.slice(from, from + 320);
  // A blank line, or a sentence of its own, ends a block.
  const stop = line.search(/\n\s*\n|[.!?](?=\s+\p{Lu}[\p{Ll}]+ \p{Ll})|[.!?]\s*$/u);
  const block = stop < 0 ? line : line.slice(0, stop);
  let at = 0;
  for (const { index, 0: mark } of block.matchAll(PART)) {
    const raw = block.slice(at, index);
    const text = raw.trim().replace(/\.$/, '');
    if (text) {
      const start = from + at + raw.indexOf(text);
      const last = parts.at(-1);
      // "Calle Mayor, 5": the number belongs to its street.
      if (last && NUMBER.test(text) && !/\d/.test(last.text))
        parts[parts.length - 1] = { start: last.start, end: start + text.length, text: `${last.text}, ${text}` };
      else parts.push({ start, end: start + text.length, text });
    }
    at = index + mark.length;
    if (parts.length >= PARTS) break;
  }
  return parts;
}

const AMERICAN =
  /(?:^|[ ,])(?:AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY),? \d{5}(?:-\d{4})?$/;
const CANADIAN = /[A-Z]\d[A-Z] ?\d[A-Z]\d$/;

/** The country that an address names, or whose codes alone are written so; ISO 3166-1 alpha-2. */
export function countryOfAddress(address: string): string | undefined {
  const named = countryNamed(address.split(', ').at(-1) ?? '');
  const plain = named?.replace(/^the (?:State of )?/, '');
  if (plain) {
    if (/^(?:England and Wales|Scotland|Northern Ireland|United Kingdom)$/.test(plain)) return 'GB';
    if (plain === 'United States') return 'US';
    return Object.entries(COUNTRIES).find(([, { name }]) => name === plain)?.[0];
  }
  if (AMERICAN.test(address)) return 'US';
  if (CANADIAN.test(address)) return 'CA';
  return new RegExp(`${UNITED_KINGDOM}$`).test(address) ? 'GB' : undefined;
}

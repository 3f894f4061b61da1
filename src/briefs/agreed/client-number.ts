import { type Terms, term } from '../../contracts/terms.ts';
import { TAX_NUMBER } from '../../shared/tax.ts';
import { lettered } from '../passages/letters.ts';

const NAME =
  'vat(?: (?:registration|reg\\.?|identification))?(?: ?-?(?:numbers?|no\\.?|nr\\.?|id))?(?: (?:number|no\\.?))?|(?:ust|umsatzsteuer|mwst)\\.?-?(?:id(?:ent)?(?:entifikations)?\\.?(?:-?(?:nr\\.?|nummer))?|identifikationsnummer|nr\\.?|nummer)|uid(?:-?(?:nr\\.?|nummer))?|(?:n[°ºo]\\.?|num(?:é|e)ro)(?: de)? tva(?: intra(?:communautaire)?)?|tva(?: intra(?:communautaire)?)?|nif(?:[-/ ](?:iva|cif))?|n\\.i\\.f\\.|cif(?:/nif)?|c\\.i\\.f\\.|(?:número|n[°º]) de (?:iva|identificación fiscal)|btw(?:-?(?:nr\\.?|nummer))?';
/** A country's two letters and its number, Spain's own letter and digits, or Switzerland's. */
const NUMBER =
  '(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[ -]?(?=(?:[A-Z.-]{0,2} ?){0,2}\\d)[A-Z0-9](?:[ .-]?[A-Z0-9]){6,12}|CHE[- ]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}(?: (?:MWST|TVA|IVA))?|[A-Z]-?\\d{7}-?[A-Z0-9]|\\d{8}-?[A-Z]';
const LABEL = lettered(
  `(?<![\\p{L}\\d])(?:${NAME})(?<of> (?:of the client|des (?:kunden|auftraggebers)|der kundin|du client|de la cliente|del? (?:la )?client[ea]))?(?: (?:is|ist|lautet|est|es))?(?: ?:)? ?(?=[A-Z\\d])`,
  'giu',
);
/** In its own capitals, so that no word is one. */
const BEHIND = new RegExp(`^(?:${NUMBER})(?![\\p{L}\\d])`, 'u');

type Labelled = { readonly index: number; readonly of: boolean; readonly text: string; readonly number: string };
const labelledIn = (said: string): Labelled[] =>
  [...said.matchAll(LABEL)].flatMap(({ index, 0: label, groups }) => {
    const number = BEHIND.exec(said.slice(index + label.length, index + label.length + 30))?.[0];
    return number ? [{ index, of: Boolean(groups?.of), text: `${label}${number}`, number }] : [];
  });

/** The writer's own, whoever writes; only a label that names the client says whose it is. */
const OWN = lettered(
  String.raw`(?<![\p{L}])(?:my|our|mine|your|meine?r?|unsere?r?|ihre|deine?|ma|mon|notre|votre|nos|vos|mi|nuestr[oa]|su|tu|vuestr[oa])(?: \p{L}+)?[ -]*$`,
  'iu',
);
const THEIRS = lettered(
  String.raw`(?<![\p{L}])(?:their|client['’]?s?|customer['’]?s?|kunden|auftraggeber|deren|leur|cliente?)[ -]*$`,
  'iu',
);
/** What may stand between the client's name and the number: lines and words on how to reach them, and brackets. */
const REACHED = lettered(
  String.raw`[^\s,;()|]+@[^\s,;()|]+|(?:e-?mail|mail|phone|tel|telefon|address|adresse|anschrift|direcci[oó]n|contact|kontakt|contacto)\.? ?:[^\n,;]*|(?<![\p{L}])(?:with|mit|avec|con|and|und|et|y|the|die|der|la|le|el)(?![\p{L}])|[\s,;:()|–—-]|\.(?=\s|$)`,
  'giu',
);
const REACH = 220;

type Client = { readonly names: readonly string[]; readonly address: string | undefined };

/**
 * The client's VAT number, where it stands right behind the client's name or is called the client's. Of two, of the writer's own and of
 * one that nobody says whose it is, none is taken.
 */
export function readClientNumber(said: string, client: Client): Pick<Terms, 'clientTaxId'> {
  const theirs = labelledIn(said).filter((one) => isClients(said, one, client));
  const numbers = new Map(theirs.map((one) => [one.number.replace(/[ .-]/g, ''), one]));
  const [first] = numbers.values();
  if (!first || numbers.size > 1 || !TAX_NUMBER.test(first.number)) return {};
  return { clientTaxId: term(first.number, 'brief', first.text) };
}

function isClients(said: string, { index, of }: Labelled, { names, address }: Client): boolean {
  const before = said.slice(Math.max(0, index - REACH), index);
  if (OWN.test(before)) return false;
  if (of || THEIRS.test(before)) return true;
  return names.some((name) => {
    const at = before.lastIndexOf(name);
    if (at < 0) return false;
    const between = before.slice(at + name.length);
    const known = [...names, ...(address ? [address] : [])].reduce((rest, one) => rest.replaceAll(one, ' '), between);
    return known.replace(REACHED, '') === '';
  });
}

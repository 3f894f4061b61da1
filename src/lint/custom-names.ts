import { type Address, addressAt } from '../briefs/agreed/address.ts';
import { wordSet } from '../briefs/passages/letters.ts';
import { making } from './custom.ts';
import type { LintScene } from './finding.ts';
import { spokenIn } from './own-facts.ts';
import { ADDRESS_OF, OUR_SIDE, OURSELVES, SIGNS, STREET_ALONE, TAX_NUMBER, YOUR_SIDE } from './own-side-cues.ts';
import { firstOf } from './own-values.ts';
import type { OwnWords } from './own-words.ts';

/** What a name has besides the name: forms of companies, and words that join two names. */
const NOT_NAMES = wordSet(
  'gmbh ug ag kg ohg gbr mbh co ltd limited llc inc corp plc llp sarl sas sa eurl sl slu srl spa bv nv ab as oy the der die das den le la les el los and und et y e of von de del du des mr mrs ms herr frau',
);

/** The words of a name that tell it from others. */
export const namesIn = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .replace(/(?<=\p{L})\.(?=\p{L})|[’']s\b/gu, '')
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .map((word) => word.toLowerCase())
    .filter((word) => !NOT_NAMES.has(word));

/** Somebody else signs for the client than the contract says. */
export function otherSigner(scene: LintScene, own: OwnWords) {
  const { clientName } = scene.terms;
  const match = clientName && SIGNS.exec(own.text);
  const groups = match?.groups ?? {};
  const passive = groups.by ?? groups.durch;
  const said = groups.ahead ?? groups.behind ?? groups.agent ?? passive;
  if (!clientName || !said) return undefined;
  if (passive && (OURSELVES.test(own.text) || own.text.includes(scene.business.name))) return undefined;
  const company = namesIn(scene.terms.clientCompany?.value ?? '');
  // Who signs for somebody else than the client is none of its signers.
  if (groups.firm && !namesIn(groups.firm).some((word) => company.includes(word))) return undefined;
  const known = new Set([...namesIn(clientName.value), ...company]);
  const names = namesIn(said);
  if (names.length === 0 || names.every((name) => known.has(name))) return undefined;
  return {
    sentence: `Your own wording has ${said} sign or act for the client; this contract names ${clientName.value}.`,
    term: 'clientName' as const,
    edit: 'Or name that person as the client’s contact.',
  };
}

const figuresIn = (address: string): string[] => [...address.matchAll(/\d+/g)].map(([figure]) => figure);
const STREET_WORDS = /(?:str(?:a(?:ss|ß)e|eet)?|road|rd|avenue|ave|platz|weg|rue|calle|lane|ln)$/i;
const streetWords = (address: string) =>
  namesIn(address)
    .filter((word) => /\p{L}{2}/u.test(word))
    .map((word) => word.replace(/ß/g, 'ss').replace(STREET_WORDS, '') || word);

/** One address as two people write it: the same figures, and a word of the street. */
function isSameAddress(said: string, known: string): boolean {
  const figures = figuresIn(known);
  const words = streetWords(known);
  return (
    figuresIn(said).every((figure) => figures.includes(figure)) &&
    streetWords(said).some((word) => words.includes(word))
  );
}

/** Another postal address of a side than the contract has; where the contract has none, there is nothing to differ from. */
export function otherPostal(scene: LintScene, own: OwnWords) {
  const { terms, business, client } = scene;
  const cue = own.field === 'booking' ? null : ADDRESS_OF.exec(own.text);
  if (!cue) return undefined;
  const from = cue.index + cue[0].length;
  const whole = firstOf([from, from + 1], (at): Address | undefined => addressAt(own.text, at))?.value;
  const address = whole ?? STREET_ALONE.exec(own.text.slice(from))?.groups?.street;
  if (!address) return undefined;
  const ours = business.address?.join(', ') || undefined;
  const theirs = [terms.clientAddress?.value, client?.address?.replaceAll('\n', ', ')].flatMap((each) => each ?? []);
  const said = `${cue[0]} ${own.text.slice(0, cue.index)}`;
  const side = OUR_SIDE.test(said) ? [ours] : YOUR_SIDE.test(said) ? theirs : [ours, ...theirs];
  const known = side.flatMap((each) => each ?? []);
  if (known.length === 0 || known.some((each) => isSameAddress(address, each))) return undefined;
  return {
    sentence: `Your own wording names the address ${address}; this contract has ${known.join(' and ')}.`,
    term: 'clientAddress' as const,
  };
}

const plain = (code: string) => code.replace(/[^\p{L}\d]/gu, '').toUpperCase();

/** Another tax number of a side than the contract has; where it has none of that side, there is nothing to differ from. */
export function otherTaxNumber(scene: LintScene, own: OwnWords) {
  const ours = scene.business.taxId;
  const theirs = scene.terms.clientTaxId?.value ?? scene.client?.taxId;
  if (!ours && !theirs) return undefined;
  const match = TAX_NUMBER.exec(spokenIn(scene, own).text);
  const code = match?.groups?.code;
  if (!match || !code) return undefined;
  const ahead = own.text.slice(0, match.index + match[0].length - code.length);
  const [isTheirs, isOurs] = [YOUR_SIDE.test(ahead), OUR_SIDE.test(ahead)];
  const known = (isTheirs && !isOurs ? [theirs] : isOurs && !isTheirs ? [ours] : [ours, theirs]).flatMap(
    (each) => each ?? [],
  );
  const same = (one: string) => plain(code).endsWith(plain(one)) || plain(one).endsWith(plain(code));
  if (known.length === 0 || known.some(same)) return undefined;
  const client = isTheirs && !isOurs;
  return {
    sentence: `Your own wording names the tax number ${code}; this contract has ${known.join(' and ')}.`,
    term: client ? ('clientTaxId' as const) : ('taxRateMilli' as const),
    make: client ? making(scene, `Make the client’s number ${code}`, { clientTaxId: code }) : undefined,
    edit: client ? undefined : 'The tax number comes from the settings of your business.',
  };
}

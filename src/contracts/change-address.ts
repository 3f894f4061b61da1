import { readAddress } from '../briefs/agreed/address.ts';
import { LEAVE, type Patch, type Read } from './change.ts';
import type { Origin } from './terms.ts';

const IS =
  '(?: (?:is|has (?:changed|moved)(?: to)?|changed to|will be|should (?:be|read)|becomes|to|ist|lautet|wird|est|devient|sera|es|pasa a ser|será))?(?: (?:now|jetzt|nun|ab sofort|neu|maintenant|désormais|dorénavant|ahora|a partir de ahora))? ?:? ';
const KINDS =
  '(?:new |neue |nouvelle |nueva )?(?:(?:postal|billing|registered|business|invoice) )?(?:(?:rechnungs|firmen|post|geschäfts)?(?:address|adresse|anschrift)|dirección)(?: postale?| de facturation| fiscal)?(?: (?:of the client|des kunden|der kundin|du client|de la cliente|del cliente|de la clienta))?';
const begins = (whose: string) =>
  new RegExp(
    `(?:^|(?<=[.!?;:\\n] ?)|(?<=(?:and|und|et|y),? ))(?:(?:please |bitte )?(?:change|update|set|correct|ändere?|aktualisiere?|setze?|change[zr]?|modifie[zr]?|mets|cambia|actualiza|pon) )?(?:${whose}) ${KINDS}${IS}(?=[\\p{L}\\d])`,
    'imu',
  );
/** Said by the freelancer, "our address" is the freelancer's; said by the client it is theirs. */
const THEIRS = begins("their|the client['’]?s?|her|his|the|ihre|deren|seine|die|leur|son|sa|l['’]|su|la");
const OWN = begins('our|my|the|unsere|meine|die|notre|mon|nuestra|mi|la');

/**
 * The client's new postal address where words say so, and the words without it: its figures and names are no prices and nothing to hand
 * over. In a client's own words it is only offered: papers go where it says, so the freelancer takes it or leaves it.
 */
export function movedAddress(words: string, origin: Origin): { read: Read; quote: string; rest: string } | undefined {
  const byClient = origin === 'client';
  const said = (byClient ? OWN : THEIRS).exec(words);
  if (!said) return undefined;
  const behind = words.slice(said.index + said[0].length);
  const { clientAddress, clientCountry } = readAddress(`Address: ${behind}`, []).found;
  const written = clientAddress?.quote;
  if (!clientAddress || !written || !behind.startsWith(written)) return undefined;
  const end = said.index + said[0].length + written.length;
  // A question changes nothing.
  if (/^[^.!\n]{0,40}\?/.test(words.slice(end))) return undefined;
  const patch: Patch = {
    clientAddress: clientAddress.value,
    ...(clientCountry && { clientCountry: clientCountry.value }),
  };
  const rest = `${words.slice(0, said.index)}${words.slice(end).replace(/^[\s.,;]+/, '')}`.trim();
  const sentence = 'The client gives another postal address. Should the contract and its invoices have it?';
  const read: Read = byClient
    ? { sentence, choices: [{ label: clientAddress.value.slice(0, 70), patch }, LEAVE] }
    : { patch };
  return { read, quote: words.slice(said.index, end), rest };
}

import { readAddress } from '../briefs/agreed/address.ts';
import { LEAVE, type Patch, type Read } from './change.ts';
import type { Origin } from './terms.ts';

const IS =
  '(?: (?:is|has (?:changed|moved)(?: to)?|changed to|will be|should (?:be|read)|becomes|to|ist|lautet|wird|est|devient|sera|es|pasa a ser|será))?(?: (?:now|jetzt|nun|ab sofort|neu|maintenant|désormais|dorénavant|ahora|a partir de ahora))? ?:? ';
const KINDS =
  '(?:new |neue |nouvelle |nueva )?(?:(?:postal|billing|registered|business|invoice) )?(?:(?:rechnungs|firmen|post|geschäfts)?(?:address|adresse|anschrift)|dirección)(?: postale?| de facturation| fiscal)?(?: (?:of the client|des kunden|der kundin|du client|de la cliente|del cliente|de la clienta))?';
const begins = (whose: string) =>
  new RegExp(
    `(?:^|(?<=[.!?;:\\n] ?)|(?<=^(?:hi|hello|hey|hallo|bonjour|hola)[^,.!?\\n]{0,20}, ?)|(?<=(?:and|und|et|y),? ))(?:(?:please |bitte )?(?:change|update|set|correct|ändere?|aktualisiere?|setze?|change[zr]?|modifie[zr]?|mets|cambia|actualiza|pon) )?(?:${whose}) ${KINDS}${IS}(?=[\\p{L}\\d])`,
    'imu',
  );
/** Said by the freelancer, "our address" is the freelancer's; said by the client it is theirs. */
const THEIRS = begins("their|the client['’]?s?|her|his|the|ihre|deren|seine|die|leur|son|sa|l['’]|su|la");
const OWN = begins('our|my|the|unsere|meine|die|notre|mon|nuestra|mi|la');

/**
 * The client's new postal address where words say so, and the words without it: its figures and names are no prices and nothing to hand
 * over. In a client's own words it is only offered: papers go where it says, so the freelancer takes it or leaves it.
 */
export function movedAddress(words: string, origin: Origin): Moved | undefined {
  const byClient = origin === 'client';
  const said = (byClient ? OWN : THEIRS).exec(words);
  const bare = BARE.exec(words);
  if (!said) return bare ? bareAddress(words, bare[0].length, byClient) : undefined;
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
  const read: Read = byClient ? askAddress(GIVEN, patch) : { patch };
  return { read, quote: words.slice(said.index, end), rest };
}

const GIVEN = 'The client gives another postal address. Should the contract and its invoices have it?';
const askAddress = (sentence: string, patch: Patch): Read => ({
  sentence,
  choices: [{ label: (patch.clientAddress ?? '').slice(0, 70), patch }, LEAVE],
});

/** "Address: 12 Mill Lane, …", or nothing but that. */
const BARE =
  /^(?:(?:please use |bitte )?(?:(?:new|postal|billing) )?(?:address|adresse|anschrift|direcci[oó]n) ?: ?)?(?=[\p{L}\d])/iu;

/** An address of which nobody says whose it is: from the client it is theirs, and the freelancer is asked whether it is the client's. */
function bareAddress(words: string, from: number, byClient: boolean): Moved | undefined {
  const { clientAddress, clientCountry } = readAddress(`Address: ${words.slice(from)}`, []).found;
  const left = words.slice(from).replace(clientAddress?.quote ?? '\n', '');
  if (!clientAddress || !/\d/.test(clientAddress.value) || /[\p{L}\d]/u.test(left)) return undefined;
  const patch: Patch = {
    clientAddress: clientAddress.value,
    ...(clientCountry && { clientCountry: clientCountry.value }),
  };
  return { read: askAddress(byClient ? GIVEN : 'Is this the client’s postal address?', patch), quote: words, rest: '' };
}

type Moved = { read: Read; quote: string; rest: string };

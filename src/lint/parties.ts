import { placeOfBusiness, placeOfClient, placesNamed } from '../contracts/place.ts';
import { partyOf } from '../contracts/terms.ts';
import { lawOf } from '../contracts/terms-defaults.ts';
import { COUNTRIES, countryName } from '../shared/places.ts';
import { changed, clausesNamed, type Found, isInText, type LintScene, quoteOf, type Rule } from './finding.ts';

/** Rules of the craft about who the parties are and which law applies. */
export const PARTY_RULES: readonly Rule[] = [
  { id: 'parties.no-address', title: 'The client’s address', grade: 'suggests', check: noAddress },
  { id: 'parties.no-own-address', title: 'Your address', grade: 'warns', check: noOwnAddress },
  { id: 'parties.own-changed', title: 'Your own details', grade: 'blocks', check: ownChanged },
  { id: 'parties.no-signer', title: 'Who signs', grade: 'suggests', check: noSigner },
  { id: 'parties.kind-guessed', title: 'Business or private client', grade: 'suggests', check: kindGuessed },
  { id: 'parties.no-state', title: 'Your state or province', grade: 'suggests', check: noState },
  { id: 'parties.law-elsewhere', title: 'The law of another place', grade: 'warns', check: lawElsewhere },
];

/** The client's entry may know the address by now. */
export function addressFix({ terms, client }: LintScene) {
  const known = client?.address
    ?.split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');
  if (!known) return undefined;
  return { label: 'Use the address on file', terms: changed(terms, { clientAddress: known.slice(0, 300) }) };
}

function noAddress(scene: LintScene): Found | undefined {
  if (scene.terms.clientAddress) return undefined;
  return {
    sentence: `The contract does not have ${partyOf(scene.terms) ?? 'the client'}’s address: a claim is hard to serve without it.`,
    field: 'clientAddress',
    quote: quoteOf(scene, /This contract is between/, 'parties'),
    fix: addressFix(scene),
  };
}

function noOwnAddress({ business }: LintScene): Found | undefined {
  if (business.address.some((line) => line.trim())) return undefined;
  return {
    sentence: 'Your own address is missing; contracts and invoices need it.',
    way: { opens: 'business', field: 'address' },
  };
}

/** A text that was worded before the business gave its address, or changed one, is not sent; worded anew it has it. */
function ownChanged(scene: LintScene): Found | undefined {
  const { business, terms } = scene;
  const { name, address, email, taxId } = business;
  const [said] = clausesNamed(scene, 'parties');
  if (!scene.draft || !said) return undefined;
  const lacks = Object.entries({ name, address: address.join(', '), email, 'tax number': taxId ?? '' }).flatMap(
    ([what, words]) => (isInText({ ...scene, clauses: [said] }, words) ? [] : [what]),
  );
  const [first, ...more] = lacks;
  if (!first) return undefined;
  const what = more.length > 0 ? `${[first, ...more.slice(0, -1)].join(', ')} and ${more.at(-1)}` : first;
  return {
    sentence: `The text does not have your ${what} as ${more.length > 0 ? 'they stand' : 'it stands'} in the settings now.`,
    quote: quoteOf(scene, /This contract is between/, 'parties'),
    fix: { label: 'Word it anew', terms },
    way: { opens: 'business', field: first === 'tax number' ? 'taxId' : 'address' },
  };
}

function noSigner(scene: LintScene): Found | undefined {
  const { clientCompany, clientName } = scene.terms;
  if (!clientCompany || clientName) return undefined;
  return {
    sentence: `Nobody is named who acts for ${clientCompany.value}.`,
    field: 'clientName',
    quote: quoteOf(scene, /This contract is between/, 'parties'),
  };
}

/** A person without a company is taken for a business until someone says so, and very different law follows. */
function kindGuessed(scene: LintScene): Found | undefined {
  const { terms, client } = scene;
  if (terms.clientKind?.origin !== 'workspace' || terms.clientCompany || client) return undefined;
  const taken = terms.clientKind.value === 'private' ? 'a private person' : 'a business';
  return {
    sentence: `Is ${partyOf(terms) ?? 'the client'} a business or a private person? The contract takes them for ${taken}, and other law follows.`,
    field: 'clientKind',
    fix: { label: 'They are a business', terms: changed(terms, { clientKind: 'business' }) },
    also: [{ label: 'They are a private person', terms: changed(terms, { clientKind: 'private' }) }],
    quote: quoteOf(scene, /You enter into this contract/, 'parties'),
  };
}

/** The laws for freelancers are laws of states; which one holds is read from an address. */
function noState(scene: LintScene): Found | undefined {
  const yours = placeOfBusiness(scene.business);
  const theirs = placeOfClient(scene.terms, scene.client);
  const asked = [
    ...(yours.country === 'US' && !yours.state ? ['you are'] : []),
    ...(theirs.country === 'US' && !theirs.state && theirs.sure !== 'assumed' ? ['the client is'] : []),
  ];
  if (asked.length === 0) return undefined;
  return {
    sentence: `No address says in which state ${asked.join(' and ')}, so the laws of New York, California and Illinois may not have been looked at.`,
    field: 'clientAddress',
    way: asked.includes('the client is') ? undefined : { opens: 'business', field: 'address' },
    edit: 'Write it with the state, like “Oakland, CA 94607”.',
  };
}

function lawElsewhere(scene: LintScene): Found | undefined {
  const { terms, business, client } = scene;
  const law = terms.governingLaw?.value;
  if (!law || law === lawOf(business.country)) return undefined;
  const named = placesNamed(law, COUNTRIES);
  const theirs = placeOfClient(terms, client);
  if (named.length === 0 || named.includes(business.country) || named.includes(theirs.country)) return undefined;
  const own = lawOf(business.country);
  const unknown = theirs.sure === 'assumed';
  return {
    sentence: unknown
      ? `The law of ${law} is not yours, and nobody has said that it is the client’s.`
      : `The law of ${law} is neither yours nor the client’s; you would have to look for a lawyer there.`,
    grade: unknown ? 'suggests' : undefined,
    field: 'governingLaw',
    quote: quoteOf(scene, `The law of ${law}`, 'governing-law'),
    fix: { label: `Make it ${countryName(business.country)}`, terms: changed(terms, { governingLaw: own }) },
    edit: 'Or leave it, if both of you want it.',
  };
}

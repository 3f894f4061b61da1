import { territoriesIn } from '../briefs/agreed/territories.ts';
import { readLaw } from '../briefs/conditions/laws.ts';
import { emailsIn } from '../briefs/parties/parties.ts';
import { readRights } from '../contracts/change-rights.ts';
import { placeName, placeOfBusiness } from '../contracts/place.ts';
import type { Terms } from '../contracts/terms.ts';
import { holdsLink } from '../shared/typed.ts';
import { firstAgainst, making } from './custom.ts';
import { namesIn, otherPostal, otherSigner, otherTaxNumber } from './custom-names.ts';
import { orPlainly } from './custom-plain.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { ALL_RIGHTS, COURT, CUES, LICENSED, OTHER_RIGHTS, RIGHTS_KEPT } from './own-cues.ts';
import { factsOf } from './own-facts.ts';
import { TAX_NUMBER } from './own-side-cues.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against who the two sides are, where they are reached and paid, and what law and rights they agreed on. */
export const OWN_SIDE_RULES: readonly Rule[] = [
  {
    id: 'custom.other-party',
    title: 'Somebody else in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherParty),
  },
  {
    id: 'custom.other-address',
    title: 'Another address in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherAddress),
  },
  {
    id: 'custom.other-law',
    title: 'Another law in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('law', otherLaw)),
  },
  {
    id: 'custom.other-rights',
    title: 'Other rights in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('rights', otherRights)),
  },
];

function otherParty(scene: LintScene, own: OwnWords) {
  const signer = otherSigner(scene, own);
  if (signer) return signer;
  const { terms, business } = scene;
  // A street is no name of a party.
  if (!CUES.party.test(own.text) || otherPostal(scene, own)) return undefined;
  const found = factsOf(own.text, scene).parties();
  const known = new Set(
    [terms.clientName?.value, terms.clientCompany?.value, business.name].flatMap((name) => namesIn(name ?? '')),
  );
  const said = [found.clientCompany?.value, found.clientName?.value]
    .flatMap((name) => name ?? [])
    .find((name) => /^\p{Lu}/u.test(name) && !/\bIBAN\b/.test(name) && namesIn(name).some((word) => !known.has(word)));
  if (!said) return undefined;
  const sides = [business.name, terms.clientCompany?.value ?? terms.clientName?.value].filter(Boolean).join(' and ');
  return {
    sentence: `Your own wording names “${said}” as a party; this contract is between ${sides}.`,
    term: terms.clientCompany ? ('clientCompany' as const) : ('clientName' as const),
  };
}

/** ISO 13616: two letters, two digits, and eleven to thirty more. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/;
const IBAN_LEAST = 15;
/** `evil.test`, `pay.evil.test/now`; “e.g.” and “z.B.” have one letter before the dot. */
const SITE = /(?<![@\w.])(?:[\w-]{2,}\.)+[a-z]{2,}(?:\/\S*)?(?![\w@])/;
const hostOf = (address: string) => address.split('@')[1]?.toLowerCase();

function otherAddress(scene: LintScene, own: OwnWords) {
  const { terms, business } = scene;
  const { text } = own;
  const known = [terms.clientEmail?.value, business.email].flatMap((each) => each?.toLowerCase() ?? []);
  // What is built may use another address at the client's; where notices go it may not.
  const built = own.field === 'deliverables' || own.field === 'scopeNotes' || own.field === 'acceptanceNotes';
  const email = emailsIn(text).find(
    ({ text: each }) =>
      !known.includes(each.toLowerCase()) && !(built && known.some((one) => hostOf(one) === hostOf(each))),
  );
  if (email)
    return {
      sentence: `Your own wording names ${email.text}; the addresses of this contract are ${known.join(' and ')}.`,
      term: 'clientEmail' as const,
    };
  const tax = otherTaxNumber(scene, own);
  if (tax) return tax;
  const iban = (IBAN.exec(text.replace(TAX_NUMBER, ' '))?.[0].replaceAll(' ', '').length ?? 0) >= IBAN_LEAST;
  const link = CUES.account.test(text) && (holdsLink(text) || SITE.test(text)) && emailsIn(text).length === 0;
  if (!iban && !link) return otherPostal(scene, own);
  return {
    sentence: `Your own wording names ${iban ? 'a bank account' : 'a page'} for payments or terms; where to pay stands on each invoice alone, and what holds in this contract alone.`,
    term: 'netDays' as const,
    edit: 'Leave it out: bank details are kept in the settings and stand on each invoice.',
  };
}

const lawNamed = (law: string) => readLaw(`law of ${law}`).found.governingLaw?.value;

/** Whether a law that the words name is the one agreed; where that one is named by no place we read, nobody can tell. */
function isAgreedLaw(said: string, agreed: string, { business }: LintScene): boolean {
  const named = lawNamed(agreed);
  if (named) return named === said;
  // The default of countries whose states have a law of their own names the state by the business’s place.
  if (!/\bstate or province\b/i.test(agreed)) return false;
  const { country, state } = placeOfBusiness(business);
  return !state || placeName({ country, state, sure: 'read' }).startsWith(said.replace(/^(?:the )?State of /i, ''));
}

function otherLaw(scene: LintScene, own: OwnWords) {
  if (!CUES.law.test(own.text)) return undefined;
  const { found, notes } = factsOf(own.text, scene).law();
  const agreed = scene.terms.governingLaw?.value;
  const said = found.governingLaw?.value;
  const several = notes.find(({ code }) => code === 'brief.law');
  if (!said && !several) return otherCourt(scene, own);
  if (!agreed || (said && isAgreedLaw(said, agreed, scene))) return undefined;
  return {
    sentence: `Your own wording names the law of ${said ?? 'more than one place'}; this contract that of ${agreed}.`,
    term: 'governingLaw' as const,
    make: said ? making(scene, `Make it the law of ${said}`, { governingLaw: said }) : undefined,
  };
}

/** The contract names no court; one in a country whose law does not apply is another bargain. */
function otherCourt(scene: LintScene, { text }: OwnWords) {
  const agreed = scene.terms.governingLaw?.value;
  const named = agreed && lawNamed(agreed);
  if (!named || !COURT.test(text)) return undefined;
  const places = territoriesIn(text).map(({ place }) => place);
  const [said] = places;
  if (!said || places.some((place) => lawNamed(place) === named || place === named)) return undefined;
  return {
    sentence: `Your own wording has the courts of ${said} decide; the law of this contract is that of ${agreed}.`,
    term: 'governingLaw' as const,
    make: making(scene, `Make it the law of ${said}`, { governingLaw: said }),
  };
}

type Rights = NonNullable<Terms['rights']>['value'];
const ALL_USES: Rights = { kind: 'licence', use: 'all uses', territory: 'worldwide', months: null };

function otherRights(scene: LintScene, own: OwnWords) {
  const { terms, today } = scene;
  const { text } = own;
  if (OTHER_RIGHTS.test(text)) return undefined;
  const [kept, licensed, all] = [RIGHTS_KEPT, LICENSED, ALL_RIGHTS].map((words) => words.test(text));
  if (!kept && !licensed && !all) return undefined;
  const licence = terms.rights?.value.kind === 'licence' || clausesNamed(scene, 'licence', 'photo-licence').length > 0;
  if (!licence && clausesNamed(scene, 'ip-assignment').length === 0) return undefined;
  const read = readRights(text, terms, { today, zone: 'UTC' });
  const rights = read && 'patch' in read ? (read.patch.rights ?? undefined) : undefined;
  // A licence of another extent is that of `custom.other-licence`.
  if (licence ? !all : !kept && !licensed) return undefined;
  const says = all ? 'gives all rights away' : kept ? 'keeps the rights' : 'gives a licence';
  const now = licence ? 'gives a licence' : 'hands the rights over once all is paid';
  const wanted: Rights | undefined = all ? { kind: 'assignment' } : (rights ?? (kept ? ALL_USES : undefined));
  const label =
    wanted?.kind === 'assignment'
      ? 'Hand all rights over'
      : rights
        ? 'Make it that licence'
        : 'Make it a licence for all uses';
  return {
    sentence: `Your own wording ${says}; the clause on rights ${now}.`,
    term: 'rights' as const,
    make: wanted ? making(scene, label, { rights: wanted }) : undefined,
  };
}

import { z } from 'zod';
import { term } from '../../contracts/terms.ts';
import { cut } from '../../shared/typed.ts';
import { likeliestClient } from '../meanings/names.ts';
import { lettered } from '../passages/letters.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { fits, oneEmail } from './addresses.ts';
import { areaOf } from './areas.ts';
import { isBeside } from './beside.ts';
import { countryBeside } from './countries.ts';
import { coupleOf } from './couples.ts';
import { isOwn, type OwnNames } from './own.ts';
import { kindOf, type Party, placesOf } from './places.ts';
import { billedBeside, secondClient } from './second-clients.ts';
import { isVenue, withTown } from './venues.ts';
import { type Candidate, ENOUGH, weighed } from './weigh.ts';

export type PartyReading = {
  readonly found: Party;
  readonly notes: Note[];
  readonly spans: Span[];
  readonly client: Span | undefined;
  /** The house in which the work takes place, with its town where that stands behind it. */
  readonly venue: string | undefined;
};

/** Closer than this, two names stand against each other and the freelancer is asked. */
const APART = 2;

const EMAIL =
  /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}(?![A-Za-z0-9@-])/g;
export const emailsIn = (text: string): Span[] =>
  [...text.matchAll(EMAIL)].map(spanOf).filter((span) => z.email().safeParse(span.text).success);

/** What somebody is to the client, in a sentence about them: no name. */
const ROLE_ALONE = lettered(
  "^(?:(?:the|our|my|der|die|das|unser|mein|le|la|notre|mon|el|nuestro|mi) |l['’])?(?:vermieter(?:in)?|mieter(?:in)?|nachbar(?:in)?|hausverwaltung|steuerberater(?:in)?|kassenwart(?:in)?|landlord|landlady|tenant|neighbou?r|accountant|tax advis[eo]r|treasurer|propriétaire|bailleur|locataire|voisine?|comptable|trésorier|trésorière|casero|casera|arrendador|inquilino|inquilina|vecino|vecina|gestor|gestora|tesorero|tesorera)$",
  'iu',
);

/** What somebody is at a house, below their name: "School Business Manager". */
const TITLE = lettered(
  '(?<![\\p{L}])(?:manager|officer|director|secretary|coordinator|co-ordinator|administrator|bursar|treasurer|assistant|producer|curator|leiter(?:in)?|referent(?:in)?|direktor(?:in)?|geschäftsführer(?:in)?|assistent(?:in)?|directeur|directrice|secrétaire|trésori(?:er|ère)|directora?|coordinadora?|secretari[oa]|tesorer[oa])$',
  'iu',
);
const isTitle = ({ kind, name, mentions }: Candidate) =>
  kind === 'company' && TITLE.test(name) && !mentions.some(({ formed }) => formed);

/**
 * Who the client is: every name of the brief is weighed by what the words around it say of it, and the one that outweighs the
 * others is taken. `text` is the brief in the readers' words, `said` as it was written; `own` names are the freelancer's.
 */
export function readParties({ text, said }: { text: string; said: string }, own: OwnNames = []): PartyReading {
  const emails = emailsIn(said);
  const spans = emailsIn(text);
  const candidates = weighed(said, emails, own).filter((one) => !isOwn(one.name, own) && !isTitle(one));
  const known = candidates.some(({ kind, points, aside }) => kind === 'person' && points >= ENOUGH && !aside);
  const venues = candidates.filter((one) => isVenue(said, one, known));
  for (const one of venues) one.aside = true;
  const [house] = venues.flatMap(({ mentions }) => mentions);
  const venue = house && venues.length === 1 ? withTown(said, house) : undefined;
  const ruled = { person: best(candidates, 'person'), company: best(candidates, 'company') };
  const likeliest = likeliestClient(said, candidates, { emails, ruled });
  const { company, rivals: firms } = secondClient(said, likeliest.company, candidates);
  const rivals = candidates.filter(({ points, aside }) => points >= ENOUGH && !aside);
  // Two who are named together are one client, whichever outweighs the other.
  const pair = company ? undefined : coupleOf(said, likeliest.person ?? rivals[0], candidates);
  const person = likeliest.person ?? (pair ? rivals[0] : undefined);
  const declared = firms.length > 1 ? firms : billedBeside(said, { person, company });
  const notes: Note[] = [];
  const several = addressed(said, emails, candidates);
  const apart = declared.length > 1 ? declared : several;
  if (declared.length > 1 || (several.length > 1 && !isClear(rivals))) {
    notes.push(rivalNote(apart, declared.length > 1));
    const found = { ...kindOf(text, {}, notes), ...placesOf(text), ...areaOf(text, []) };
    return { found, notes, spans, client: undefined, venue };
  }
  const found: Party = {};
  // One alone that evidence doubts is no choice between two: the client is simply not known yet.
  if (!person && !company && rivals.length > 1) notes.push(rivalNote(rivals));
  const called = pair ?? person?.name;
  if (called) found.clientName = term(called, 'brief', called);
  if (company && !ROLE_ALONE.test(company.name)) found.clientCompany = term(company.name, 'brief', company.name);
  const address = addressOf(said, emails, { person, company, candidates }, notes);
  if (address) found.clientEmail = term(address, 'brief', address);
  const names = [called, company?.name].flatMap((name) => name ?? []);
  const named = [person, company].flatMap((one) => (one ? spansOf(text, one.name) : []));
  return {
    found: {
      ...found,
      ...kindOf(text, found, notes),
      ...placesOf(text),
      ...countryBeside(said, { person, company }),
      ...areaOf(text, names),
    },
    notes,
    spans,
    client: named.sort((a, b) => a.start - b.start)[0],
    venue,
  };
}

const HEAD_LINE = /^[ >]*(?:from|to|cc|bcc|reply-to|von|an|de|à|para|kopie) ?:/i;

/** Who stands before an address in brackets, outside of the heads of mails: of two with different hosts nobody can tell the client. */
function addressed(said: string, emails: readonly Span[], candidates: readonly Candidate[]): readonly Candidate[] {
  const named = new Map<string, Candidate>();
  for (const email of emails) {
    const line = said.slice(said.lastIndexOf('\n', email.start) + 1, email.start);
    if (HEAD_LINE.test(line)) continue;
    const before = ({ end }: Span) => end <= email.start && /^ ?[(<[]$/.test(said.slice(end, email.start));
    const one = candidates.find(({ mentions }) => mentions.some(before));
    if (one) named.set(email.text.toLowerCase().split('@')[1] ?? '', one);
  }
  return [...new Set(named.values())];
}

/** Of two names with an address each, one is named so much more plainly that the other is only whom the mail came through. */
function isClear(rivals: readonly Candidate[]): boolean {
  const [first, second] = [...rivals].sort((a, b) => b.points - a.points);
  return first !== undefined && first.points - (second?.points ?? 0) >= 10;
}

function rivalNote(rivals: readonly Candidate[], declared = false): Note {
  const names = rivals.slice(0, 3).map(({ name }) => `“${name}”`);
  const sentence = `The brief names ${names.join(' and ')}; say who the client is.`;
  const isFirm = ({ mentions }: Candidate) => mentions.some(({ formed }) => formed);
  const chosen = rivals.slice(0, 3).filter((one) => isFirm(one) || declared);
  const answers = chosen.map((one) => ({
    label: cut(one.name, 70),
    set: { client: one.name, ...(isFirm(one) && { kind: 'business' }) },
  }));
  return { code: 'brief.several-parties', field: 'clientName', sentence, ...(answers.length > 1 && { answers }) };
}

type Chosen = { person: Candidate | undefined; company: Candidate | undefined; candidates: readonly Candidate[] };

const HEAD_TO = /^[ >]*(?:to|cc|an|kopie|à)\s*:[^\n]*$/i;

/** The client's address: of several, the one that fits the client or stands beside their name. */
function addressOf(said: string, emails: readonly Span[], chosen: Chosen, notes: Note[]): string | undefined {
  const { person, company, candidates } = chosen;
  const others = candidates.filter((one) => one !== person && one !== company);
  const beside = (one: Candidate | undefined, email: Span) =>
    one?.mentions.some((mention) => isBeside(said, mention, email)) ?? false;
  const toWhom = (email: Span) => HEAD_TO.test(said.slice(said.lastIndexOf('\n', email.start) + 1, email.start));
  const scored = new Map<string, number>();
  for (const email of emails.filter((one) => !toWhom(one))) {
    const points =
      fits(email.text, person?.name, company?.name) +
      (beside(person, email) ? 4 : beside(company, email) ? 2 : 0) -
      (others.some((one) => (one.aside || one.kind === 'person') && beside(one, email)) ? 4 : 0);
    const key = email.text.toLowerCase();
    scored.set(key, Math.max(points, scored.get(key) ?? -9));
  }
  const [first, second] = [...scored].sort((a, b) => b[1] - a[1]);
  if (!first) oneEmail(said, emails, notes);
  else if (!second ? first[1] > -4 : first[1] >= 3 && first[1] - second[1] >= 2)
    return emails.find(({ text }) => text.toLowerCase() === first[0])?.text;
  else oneEmail(said, emails, notes);
  return undefined;
}

const spansOf = (text: string, name: string): Span[] => {
  const start = text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length, text: name }];
};

function best(candidates: readonly Candidate[], kind: Candidate['kind']): Candidate | undefined {
  const [first, second] = candidates
    .filter((one) => one.kind === kind && !one.aside && one.points >= ENOUGH)
    .sort((a, b) => b.points - a.points);
  return first && second && first.points - second.points < APART ? undefined : first;
}

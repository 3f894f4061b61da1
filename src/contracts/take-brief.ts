import { WHY_NOT } from '../assistant/call.ts';
import { parseBrief } from '../briefs/brief.ts';
import type { BriefContext } from '../briefs/passages/text.ts';
import { contractTerms } from '../briefs/terms.ts';
import { templateOf } from '../clauses/read.ts';
import { templatesOf } from '../clauses/template-read.ts';
import { type Client, mainContact } from '../clients/client.ts';
import { clientByEmail } from '../clients/read.ts';
import { type Core, transact } from '../platform/work.ts';
import { dayIn } from '../shared/dates.ts';
import { newId } from '../shared/ids.ts';
import { typedLines } from '../shared/typed.ts';
import type { Business, Visit } from '../workspaces/workspace.ts';
import { type Brief, briefById, type StoredReading } from './draft-read.ts';
import { insertBrief, saveReading, settleReading } from './draft-store.ts';
import { againstEntry } from './known-client.ts';
import type { Reading } from './read-brief.ts';
import { foundOf, templateMeant } from './template-choice.ts';
import { partyOf, type Terms, term, termsToJson } from './terms.ts';
import { fillTerms, present, type TermDefaults } from './terms-defaults.ts';

/** One of each language, with most of what briefs say, so that their patterns are compiled. */
export const SAMPLES = [
  'Brand identity for Acme Ltd (dana@acme.test), EUR 4,000, 50% deposit, net 14, two rounds, start 2 March 2027, done by 10 April 2027',
  'Fotos für die Lumen GmbH, 900 € zzgl. MwSt., 30 % Anzahlung, zahlbar in 14 Tagen, am 3. Mai 2027 um 14 Uhr in Bremen',
  'Site web pour Lumen SARL, 900 € HT, acompte de 30 %, deux tours de corrections, livraison le 3 mai 2027, droit français',
  'Logo para Lumen SL, 900 € más IVA, 30 % de anticipo, pago a 14 días, entrega el 3 de mayo de 2027, ley española',
];

/**
 * Reads a few briefs and the library while the app starts. Slack waits three seconds for a form, and on a busy machine the
 * first reading alone can take as long. Not later: whoever types meanwhile would wait for all of them.
 */
export function readAhead(): void {
  const context: BriefContext = {
    today: '2027-01-15',
    currency: 'EUR',
    zone: 'UTC',
    country: 'DE',
    depositPercentMilli: null,
    netDays: null,
  };
  templateOf('general');
  for (const sample of SAMPLES) parseBrief(sample, context);
}

export type BriefVisit = Visit & { business: Business };

/** What the reader may know of the workspace, and nothing of its clients. */
export function contextOf(core: Core, { business, member }: Pick<BriefVisit, 'business' | 'member'>): BriefContext {
  return {
    today: dayIn(business.timeZone, core.clock.now()),
    currency: business.currency,
    zone: business.timeZone,
    country: business.country,
    depositPercentMilli: business.depositMilli,
    netDays: business.netDays,
    ownNames: [business.name, member.name],
  };
}

export function defaultsOf(business: Business): TermDefaults {
  return {
    currency: business.currency,
    zone: business.timeZone,
    country: business.country,
    depositPercentMilli: business.depositMilli,
    netDays: business.netDays,
    taxRateMilli: business.taxRateMilli,
    taxReason: business.taxReason,
  };
}

/**
 * Keeps what was typed, read by rule, before any form opens.
 *
 * @throws Refusal `brief.too-long`.
 */
export async function takeBrief(
  core: Core,
  visit: BriefVisit,
  typed: { text: string; channelId: string | undefined; why?: string | undefined },
): Promise<Brief> {
  const { workspace, member } = visit;
  const body = typedLines(typed.text);
  const parsed = parseBrief(body, contextOf(core, visit));
  const source = body ? ('parser' as const) : ('form' as const);
  const reading = await readingOf(core, visit, body, { ...parsed, source, why: body ? typed.why : undefined });
  const id = newId('brief', core.clock.now());
  await transact(core, workspace.id, (work) =>
    insertBrief(work, { id, memberId: member.id, body, reading, channelId: typed.channelId ?? null }),
  );
  return briefById(core.db, workspace.id, id);
}

/** Keeps how a brief was read with a model; undefined when the person went on without it. */
export async function keepReading(
  core: Core,
  visit: BriefVisit,
  briefId: string,
  read: Reading,
): Promise<Brief | undefined> {
  const { body } = await briefById(core.db, visit.workspace.id, briefId);
  const reading = await readingOf(core, visit, body, read);
  const first = await transact(core, visit.workspace.id, (work) => saveReading(work, briefId, reading));
  return first ? briefById(core.db, visit.workspace.id, briefId) : undefined;
}

/** Nobody waits for the model any more: what the rules read stands, unless the model was first. Says which. */
export async function stopReading(core: Core, { workspace, member }: Visit, briefId: string): Promise<boolean> {
  const why = `${WHY_NOT.stopped}, so the brief was read by rule.`;
  return transact(core, workspace.id, (work) => settleReading(work, { id: briefId, memberId: member.id }, why));
}

type Read = Pick<Reading, 'found' | 'questions' | 'notes' | 'hints' | 'beyond' | 'why'> & {
  source: StoredReading['source'];
};

/** What the form shows: the brief's words first, then what is known of the client, then defaults. */
async function readingOf(core: Core, { workspace, business }: BriefVisit, body: string, parsed: Read): Promise<object> {
  const read = contractTerms(parsed);
  const email = read.found.clientEmail?.value;
  const client = email ? await clientByEmail(core.db, workspace.id, email) : undefined;
  const template = templateMeant(read.found, body, await templatesOf(core.db, workspace.id));
  const known = knownTerms(client);
  const said = againstEntry(withoutNickname(foundOf(present(read.found), template), client), known);
  const terms = fillTerms({ ...known, ...said.terms }, template, defaultsOf(business));
  return {
    source: read.source,
    ...(read.why && { why: read.why }),
    terms: termsToJson(terms),
    // What a default says of a known client was still not said.
    questions: read.questions.filter((name) => terms[name]?.origin !== 'client'),
    notes: [...read.notes, ...said.notes].map(({ code, sentence, field, answers }: Read['notes'][number]) => ({
      ...{ code, sentence },
      ...(field && { field }),
      ...(answers?.length && { answers }),
    })),
    hints: read.hints,
  };
}

/** A client the brief calls by the name the workspace has for them is named in full, as their own entry says. */
function withoutNickname(found: Terms, client: Client | undefined): Terms {
  const name = partyOf(found)?.toLowerCase();
  if (!client || !name || ![client.name, client.company].some((known) => known?.toLowerCase() === name)) return found;
  const { clientCompany, clientName, ...rest } = found;
  return clientCompany && clientName ? { ...rest, clientName } : rest;
}

const KNOWN = ['clientAddress', 'clientTaxId', 'clientCountry', 'clientZone'] as const;

/**
 * What the form has no field for and the client's entry knows. A form may name another client than its brief did, so
 * what was known of that one does not stay.
 */
export function factsKnown(client: Client | undefined, shown: Terms): Terms {
  const { clientAddress, clientTaxId, clientCountry, clientZone } = knownTerms(client);
  const facts: Pick<Terms, (typeof KNOWN)[number]> = { clientAddress, clientTaxId, clientCountry, clientZone };
  for (const name of KNOWN)
    if (!facts[name] && shown[name]?.origin !== 'client') Object.assign(facts, { [name]: shown[name] });
  return facts;
}

/** What the workspace's own list says of a client whose address the brief names. */
function knownTerms(client: Client | undefined): Terms {
  if (!client) return {};
  const contact = mainContact(client);
  const company = client.company ?? (client.kind === 'business' && contact.name !== client.name ? client.name : null);
  const person = company ? contact.name : client.name;
  return present({
    clientCompany: company ? term(company, 'client') : undefined,
    clientName: person === company ? undefined : term(person, 'client'),
    clientKind: term(client.kind, 'client'),
    clientCountry: client.country ? term(client.country, 'client') : undefined,
    clientZone: term(client.timeZone, 'client'),
    clientAddress: client.address ? term(client.address.split('\n').join(', ').slice(0, 300), 'client') : undefined,
    clientTaxId: client.taxId ? term(client.taxId, 'client') : undefined,
  } as Terms);
}

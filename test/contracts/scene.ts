import { randomBytes } from 'node:crypto';
import { HEARERS } from '../../src/app.ts';
import { assemble } from '../../src/clauses/clause.ts';
import { templateOf } from '../../src/clauses/read.ts';
import { factsOf } from '../../src/clients/client.ts';
import { editClient } from '../../src/clients/edit.ts';
import { clientById } from '../../src/clients/read.ts';
import type { Version } from '../../src/contracts/contract.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { signersOf, versionById } from '../../src/contracts/read.ts';
import { sendContract } from '../../src/contracts/send.ts';
import { type Terms, term, termsToJson } from '../../src/contracts/terms.ts';
import { variablesOf } from '../../src/contracts/terms-wording.ts';
import { partyOfBusiness } from '../../src/contracts/wording.ts';
import { codeFor, encrypt } from '../../src/platform/crypto.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createLog } from '../../src/platform/log.ts';
import { type Core, type Hearers, transact } from '../../src/platform/work.ts';
import { mintLink } from '../../src/projects/link.ts';
import { type PortalVisit, visitBySecret } from '../../src/projects/link-read.ts';
import { openLink } from '../../src/projects/open-link.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { bankPlace, businessOf } from '../../src/workspaces/read.ts';
import { atEnd } from '../support/closing.ts';
import { testDatabase } from '../support/database.ts';

export const SEEN = { ip: '203.0.113.7', userAgent: 'Test browser' };

/** What the scene's verbs cause; the effects are only counted, not performed. */
const hearers: Hearers = { ...HEARERS, within: {}, afterAny: [] };

export type Scene = Awaited<ReturnType<typeof scene>>;

/** One workspace with a business, a client and a project, in a database of the test file's own. */
export async function scene(start = '2027-02-01T10:00:00Z') {
  const { url } = await testDatabase();
  const handle = await openDatabase(url, 12);
  atEnd(() => handle.close());
  const time = { now: new Date(start) };
  const core: Core = {
    db: handle.db,
    clock: { now: () => time.now, machine: () => new Date(), onShift: () => {}, stop: () => {} },
    keys: { current: randomBytes(32), old: [] },
    log: createLog('silent'),
    hearers,
    ring: () => {},
  };
  const rest = (minutes: number) => {
    time.now = new Date(time.now.getTime() + minutes * 60_000);
  };
  return { core, rest, ...(await seed(core)) };
}

const BANK = {
  holder: 'Ada Lowe',
  iban: 'DE89370400440532013000',
  account: null,
  routing: null,
  bic: null,
  bank: null,
};

/** A workspace of its own; `name` tells two of them apart. */
export async function seed(core: Core, name = 'Studio North') {
  const now = core.clock.now();
  const workspaceId = newId('workspace', now);
  const ids = {
    member: newId('member', now),
    business: newId('business', now),
    client: newId('client', now),
    contact: newId('contact', now),
    project: newId('project', now),
    contract: newId('contract', now),
  };
  const own = { workspaceId };
  const bank = encrypt(core.keys, JSON.stringify(BANK), bankPlace(workspaceId, ids.business));
  await core.db.workspace.create({ data: { id: workspaceId, slackTeamId: `T${name}`, name, state: 'installed' } });
  await core.db.member.create({
    data: { ...own, id: ids.member, slackUserId: 'U1', role: 'owner', name: 'Ada Lowe', timeZone: 'Europe/Berlin' },
  });
  await core.db.business.create({
    data: {
      ...own,
      id: ids.business,
      name,
      address: { lines: ['12 Harbour Road', '10115 Berlin'] },
      email: 'studio@north.test',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      bankCipher: bank.cipher,
      bankKeyId: bank.keyId,
    },
  });
  await core.db.client.create({
    data: {
      ...own,
      id: ids.client,
      name: 'Acme',
      company: 'Acme GmbH',
      kind: 'business',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      language: 'en',
      currency: 'EUR',
      address: 'Main Street 1\n20095 Hamburg',
    },
  });
  const contact = { clientId: ids.client, name: 'Dana Reyes', email: 'dana@acme.test' };
  await core.db.contact.create({ data: { ...own, id: ids.contact, ...contact } });
  await core.db.project.create({
    data: {
      ...own,
      id: ids.project,
      businessId: ids.business,
      clientId: ids.client,
      freelancerId: ids.member,
      title: 'Brand identity',
      currency: 'EUR',
      state: 'drafting',
      createdAt: now,
      movedAt: now,
    },
  });
  await core.db.contract.create({
    data: { ...own, id: ids.contract, projectId: ids.project, kind: 'agreement', templateId: 'general' },
  });
  return { workspaceId, ids };
}

export function dealTerms(more: Partial<Terms> = {}): Terms {
  return {
    title: term('Brand identity', 'brief'),
    template: term('general', 'template'),
    clientCompany: term('Acme GmbH', 'client'),
    clientName: term('Dana Reyes', 'client'),
    clientEmail: term('dana@acme.test', 'brief'),
    clientAddress: term('Main Street 1, 20095 Hamburg', 'client'),
    fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
    deposit: term({ kind: 'share', percentMilli: 50_000 }, 'brief'),
    startOn: term('2027-03-02', 'brief'),
    endOn: term('2027-04-10', 'brief'),
    revisions: term(2, 'brief'),
    deliverables: term(deliverablesFrom(['Logo', 'Style guide']), 'form'),
    netDays: term(14, 'template'),
    cancellation: term({ kind: 'notice', days: 14 }, 'template'),
    governingLaw: term('Germany', 'workspace'),
    ...more,
  } as Terms;
}

type Seeded = Pick<Scene, 'core' | 'workspaceId' | 'ids'>;

/** A draft as drafting leaves it. */
export async function draft({ core, workspaceId, ids }: Seeded, terms = dealTerms()): Promise<Version> {
  const number = 1 + (await core.db.version.count({ where: { workspaceId, contractId: ids.contract } }));
  const business = await businessOf(core.db, workspaceId);
  if (!business) throw new Error('no business');
  const template = templateOf('general');
  if (!template) throw new Error('no template');
  const made = assemble(template, variablesOf(terms, partyOfBusiness(business)));
  const id = newId('version', core.clock.now());
  await core.db.version.create({
    data: {
      workspaceId,
      id,
      contractId: ids.contract,
      number,
      state: 'draft',
      reading: 'parser',
      terms: termsToJson(terms) as object,
      clauses: made.clauses as object[],
      text: made.text,
      textSha256: new Uint8Array(Buffer.from(made.textSha256, 'hex')),
      createdAt: core.clock.now(),
    },
  });
  return versionById(core.db, workspaceId, id);
}

export const CARDS = { stripe: undefined };

export async function send(on: Seeded, version: Version, memberId = on.ids.member): Promise<Version> {
  const form = { versionId: version.id, memberId, typedName: 'Ada Lowe', consent: true, customRead: true };
  return sendContract(on.core, CARDS, on.workspaceId, form);
}

/** The client opens a mailed link and gets a session. */
export async function enter(on: Seeded, subjectId: string, contactId?: Id<'contact'>): Promise<PortalVisit> {
  const { core, workspaceId, ids } = on;
  const wanted = { projectId: ids.project, contactId: contactId ?? ids.contact, subjectId };
  const link = await transact(core, workspaceId, (work) => mintLink(work, wanted));
  const opened = await openLink(core, link.token, SEEN);
  const visit = await visitBySecret(core.db, opened.secret, core.clock.now());
  if (!visit) throw new Error('no session');
  return visit;
}

/** The client's address is corrected with /client. */
export async function putRight(
  { core, workspaceId }: Pick<Scene, 'core' | 'workspaceId'>,
  clientId: string,
  email: string,
) {
  const client = await clientById(core.db, workspaceId, clientId);
  const by = (await core.db.member.findFirstOrThrow({ where: { workspaceId } })).id as Id<'member'>;
  await editClient(core, workspaceId, clientId, { facts: { ...factsOf(client), email }, by });
}

/** The digits of a code, as its mail prints them. */
export function digits({ core }: Seeded, codeId: string): string {
  return codeFor(core.keys, 'sign', codeId);
}

export async function clientSigner({ core, workspaceId }: Seeded, versionId: string) {
  const signers = await signersOf(core.db, workspaceId, versionId);
  return signers.find(({ party }) => party === 'client');
}

import { templateFor } from '../clauses/template-read.ts';
import type { Client, Contact } from '../clients/client.ts';
import { unprintable } from '../documents/fonts.ts';
import { checkFindings, sceneOf } from '../lint/gate.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import { revokeLinks } from '../projects/link-store.ts';
import { changeProject } from '../projects/open.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, newId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById, hasWayToPay, memberById } from '../workspaces/read.ts';
import type { Business, Member } from '../workspaces/workspace.ts';
import { checkParent, isChangeOrder } from './change-order.ts';
import { CONSENT_NOW, CONSENTS } from './consent.ts';
import { customWords, isSigned, shownAs, type Version } from './contract.ts';
import { addresseeOf, replacedBy } from './draft-read.ts';
import { factsIn } from './name-client.ts';
import { type Parties, partiesOf } from './party.ts';
import { liveVersionOf, versionById } from './read.ts';
import { checkWords } from './reconcile.ts';
import { checkName } from './sign.ts';
import { detailHashOf } from './sign-read.ts';
import { insertSignature, insertSigner } from './sign-store.ts';
import { moveVersion } from './store.ts';
import { depositOf } from './terms.ts';

export type SendForm = {
  versionId: string;
  /** What the preview showed (`shownAs`); another text is not signed. */
  shown?: string;
  /** The address the preview showed. */
  to?: string;
  memberId: Id<'member'>;
  typedName: string;
  consent: boolean;
  /** Whether the freelancer has read what is not from the library, if there is any. */
  customRead: boolean;
};

/**
 * The freelancer signs a version and sends it: signature, signers and states at once, the mail after. The version that
 * was out before is superseded. What is out already is answered as it stands.
 *
 * @param config tells with which key cards are taken, if with any.
 */
export async function sendContract(
  core: Core,
  config: { stripe?: { livemode: boolean } | undefined },
  workspaceId: Id<'workspace'>,
  form: SendForm,
): Promise<Version> {
  return transact(core, workspaceId, async (work) => {
    const found = await versionById(work.tx, workspaceId, form.versionId);
    const project = await lockProject(work, found.projectId);
    const version = await versionById(work.tx, workspaceId, form.versionId);
    if (version.state === 'sent' || isSigned(version)) return version;
    checkSendable(version);
    await checkChange(work, version, project);
    if (form.shown !== undefined && form.shown !== shownAs(version))
      throw new Refusal('contract.changed', 'The text has changed since you looked at it. Open Sign and send again.');
    const { client, contact } = await addresseeOf(work.tx, workspaceId, version, project.clientId);
    if (form.to !== undefined && form.to !== contact.email)
      throw new Refusal(
        'contract.changed',
        `${client.name}’s address has changed since you looked. Open Sign and send again.`,
      );
    const business = await businessById(work.tx, workspaceId, project.businessId);
    const member = await memberById(work.tx, workspaceId, form.memberId);
    const template = await templateFor(work.tx, workspaceId, version.terms.template?.value ?? '');
    checkFindings(sceneOf(version, { business, client, template, now: work.now }));
    checkWords(version, business);
    await checkDeposit(work, config, version, business);
    const typedName = checkName(form.typedName, 'name');
    if (!form.consent)
      throw new Refusal(
        'signature.no-consent',
        'Tick the box: your signature goes on the contract you send.',
        'consent',
      );
    checkCustom(version, form.customRead);
    await supersede(work, project, version, member.id);
    // A change order adds to what the project is, and names it no other way.
    if (!isChangeOrder(version)) await changeProject(work, project.id, factsIn(version.terms, client.id));
    await moveVersion(work, version, 'sent', { sentAt: work.now });
    const signer = await nameSigners(work, version, { business, member, client, contact, typedName });
    await revokeLinks(work, project.id, contact.id);
    await announceSent(work, version, {
      signer,
      typedName,
      business,
      member,
      contact,
      parties: partiesOf(version, business, client),
    });
    return { ...version, state: 'sent' as const, sentAt: work.now };
  });
}

/** A change order is sent only while the text that it names is the one that was signed and still goes on. */
async function checkChange(work: Work, version: Version, project: Project): Promise<void> {
  const parent = version.terms.changeOf?.value;
  if (parent) checkParent(await versionById(work.tx, work.workspaceId, parent.versionId), project, parent.sha256);
}

function checkSendable(version: Version): void {
  if (version.state === 'draft') return;
  throw new Refusal(
    'contract.not-draft',
    version.state === 'superseded'
      ? 'A newer version of this contract exists. Send that one.'
      : `This contract is ${version.state}. Edit the terms to make a new version.`,
  );
}

function checkCustom(version: Version, read: boolean): void {
  const [first] = customWords(version);
  if (!first || read) return;
  throw new Refusal(
    'contract.custom-unread',
    `Read the custom wording above (“${first.clause}”) and tick the box: it is part of what you sign.`,
    'custom',
  );
}

async function checkDeposit(
  work: Work,
  config: { stripe?: { livemode: boolean } | undefined },
  version: Version,
  business: Business,
): Promise<void> {
  if (depositOf(version.terms).minor === 0n || (await hasWayToPay(work.tx, config, business))) return;
  throw new Refusal(
    'contract.no-way-to-pay',
    'This contract asks for a deposit, and there is no way to pay it yet. Add bank details or connect card payments: `/retainer settings`.',
  );
}

async function supersede(work: Work, project: Project, next: Version, memberId: Id<'member'>): Promise<void> {
  const live = await liveVersionOf(work.tx, work.workspaceId, project.id, next.contractId);
  if (live && isSigned(live))
    throw new Refusal('contract.already-signed', 'The client has signed the version before this one, so it stands.');
  for (const before of await replacedBy(work.tx, work.workspaceId, next)) {
    await moveVersion(work, before, 'superseded');
    await work.announce({
      event: 'contract.superseded',
      projectId: project.id,
      subjectId: before.id,
      actor: memberId,
      detail: { by: next.id, number: next.number },
    });
  }
}

type People = { business: Business; member: Member; client: Client; contact: Contact; typedName: string };

/** The last lock before the paper: a box names nobody, and the deposit that follows the signature prints these too. */
function checkPrintable({ business, client, contact }: People): void {
  const lock = (whose: string, parts: (string | null)[], where: string) => {
    const sentence = unprintable(parts.filter(Boolean).join('\n'));
    if (sentence)
      throw new Refusal('contract.letters', `${whose} name or address: ${sentence} Change it with ${where}.`);
  };
  lock('Your', [business.name, ...business.address, business.taxId], '`/retainer settings`');
  lock('The client’s', [contact.name, client.name, client.company, client.address], '`/client`');
}

/** Names and addresses as they are now; they stay on this version whatever changes later. */
async function nameSigners(work: Work, version: Version, people: People): Promise<Id<'signer'>> {
  checkPrintable(people);
  const { business, member, contact } = people;
  const freelancer = newId('signer', work.now);
  await insertSigner(work, {
    id: freelancer,
    versionId: version.id,
    position: 1,
    party: 'freelancer',
    memberId: member.id,
    contactId: null,
    // Slack lets people be called anything; what they typed as their signature can be printed.
    name: unprintable(member.name) ? people.typedName : member.name,
    email: business.email,
  });
  await insertSigner(work, {
    id: newId('signer', work.now),
    versionId: version.id,
    position: 2,
    party: 'client',
    memberId: null,
    contactId: contact.id,
    name: contact.name,
    email: contact.email,
  });
  return freelancer;
}

async function announceSent(
  work: Work,
  version: Version,
  sent: {
    signer: Id<'signer'>;
    typedName: string;
    business: Business;
    member: Member;
    contact: Contact;
    parties: Parties;
  },
): Promise<void> {
  const { projectId } = version;
  const consentId = CONSENT_NOW.freelancer;
  await work.announce({
    event: 'contract.sent',
    projectId,
    subjectId: version.id,
    actor: sent.member.id,
    detail: {
      signer: sent.signer,
      name: sent.member.name,
      email: sent.business.email,
      typedName: sent.typedName,
      method: 'slack',
      slackUser: sent.member.slackUserId,
      shown: shownAs(version),
      consent: consentId,
      consentText: CONSENTS[consentId],
      customRead: customWords(version).map(({ clause }) => clause),
      to: sent.contact.email,
      toName: sent.contact.name,
      parties: sent.parties,
    },
  });
  await insertSignature(work, sent.signer, {
    shownSha256: version.textSha256,
    consentId,
    method: 'slack',
    typedName: sent.typedName,
    detailSha256: await detailHashOf(work.tx, work.workspaceId, {
      projectId,
      kind: 'contract.sent',
      subjectId: version.id,
    }),
    signedAt: work.now,
  });
}

import { type Contact, isInUse, mainContact } from '../clients/client.ts';
import { clientById, contactById } from '../clients/read.ts';
import type { Documents } from '../documents/render.ts';
import { invoicesOf } from '../invoices/read.ts';
import { owedOn } from '../payments/read.ts';
import { hex } from '../platform/crypto.ts';
import { EffectFailed, type Effects, type Owed } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import { type Letter, type Post, sendEach, sendLetter } from '../projects/letter.ts';
import { LINK_DAYS } from '../projects/link.ts';
import { projectById } from '../projects/read.ts';
import { addDays, dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { SlackClients } from '../slack/client.ts';
import { digitsOf } from './code.ts';
import type { Signer, Version } from './contract.ts';
import { wasSentBefore } from './draft-read.ts';
import { type ContractMail, contractMail, unsignedMail } from './mail.tsx';
import { type ContractView, fileName } from './paper.ts';
import { contractPdf } from './pdf.ts';
import { signersOf, versionById } from './read.ts';
import { sealContract } from './seal.ts';
import { sealedFileOf } from './seal-read.ts';
import { codeById } from './sign-read.ts';
import { clientCopyMail, codeMail, freelancerCopyMail } from './signed-mail.tsx';
import { whyUnsignable } from './unsignable-read.ts';
import { contractViewOf } from './view-read.ts';

export type ContractParts = { core: Core; post: Post; documents: Documents; slack: Pick<SlackClients, 'upload'> };

/** Everything owed to the outside by sending and signing. All of it may be done twice and is then the same mail or file. */
export function contractEffects({ core, post, documents, slack }: ContractParts): Effects {
  return {
    'contract.mail-link': {
      once: 'at-least',
      perform: async (owed) => {
        await mailVersion(post, owed, owed.subjectId, 'contract.sent', contractMail);
      },
    },
    'code.mail': { once: 'at-least', perform: (owed) => mailCode(post, owed) },
    'contract.seal': {
      once: 'at-least',
      perform: (owed) => sealContract(core, documents, owed.workspaceId as Id<'workspace'>, owed.subjectId),
    },
    'contract.mail-copies': { once: 'at-least', perform: (owed) => mailCopies(post, owed) },
    'contract.post-pdf': { once: 'at-least', perform: (owed) => postPdf({ core, documents, slack }, owed) },
  };
}

type Scene = { view: ContractView; client: Signer; freelancer: Signer; inUse: Pick<Contact, 'id' | 'name' | 'email'> };

async function sceneOf(post: Post, owed: Owed, versionId: string): Promise<Scene> {
  const version = await versionById(post.core.db, owed.workspaceId, versionId);
  const [view, signers] = await Promise.all([
    contractViewOf(post.core.db, version),
    signersOf(post.core.db, owed.workspaceId, versionId),
  ]);
  const [client, freelancer] = [signers.find(isClient), signers.find((one) => !isClient(one))];
  if (!client || !freelancer) throw new Error(`version ${versionId} has no signers`);
  return { view, client, freelancer, inUse: await inUseFor(post.core, view.version, client) };
}

/** Whom the client's mail goes to now: the signer, by the name on the contract, until the address is replaced by another. */
async function inUseFor({ db }: Core, { workspaceId, projectId }: Version, signer: Signer): Promise<Scene['inUse']> {
  const { clientId } = await projectById(db, workspaceId, projectId);
  const named = signer.contactId && (await contactById(db, workspaceId, signer.contactId));
  if (named && isInUse(named, clientId)) return { ...named, name: signer.name };
  return mainContact(await clientById(db, workspaceId, clientId));
}

/**
 * Whether what asks for a signature may be mailed. A contract that can't be signed is not asked for: not at an address
 * that was replaced, nor at the new one, where nobody could do what the mail says. The card tells the freelancer what to
 * send instead.
 */
async function isAskedFor({ db, clock }: Core, { view: { version } }: Scene): Promise<boolean> {
  return version.state === 'sent' && (await whyUnsignable(db, version, clock.now())) === undefined;
}

const isClient = (signer: Signer) => signer.party === 'client';

function letterTo(scene: Scene, to: 'client' | 'freelancer', kind: string): Letter {
  const { version, parties } = scene.view;
  const { name, email } = to === 'client' ? scene.inUse : scene.freelancer;
  return {
    projectId: version.projectId,
    subjectId: version.id,
    kind,
    to: { name, address: email },
    contactId: to === 'client' ? scene.inUse.id : null,
    business: { name: parties.freelancer.name, email: scene.freelancer.email },
  };
}

/** A version that can't be signed any more is not mailed: its link would only lead to the one that replaced it. */
async function mailVersion(
  post: Post,
  owed: Owed,
  versionId: string,
  kind: string,
  body: (mail: ContractMail) => ReturnType<typeof contractMail>,
): Promise<Id<'mail'> | undefined> {
  const scene = await sceneOf(post, owed, versionId);
  if (!(await isAskedFor(post.core, scene))) return undefined;
  const untilOn = addDays(dayIn(scene.view.zones.client, post.core.clock.now()), LINK_DAYS);
  const again = await wasSentBefore(post.core.db, scene.view.version);
  return sendLetter(post, owed, letterTo(scene, 'client', kind), (wayIn) =>
    body({ view: scene.view, wayIn, untilOn, again }),
  );
}

/** The reminder of a contract that nobody has signed; the ladder in `reminders` says when. */
export function remindUnsigned(post: Post) {
  return (owed: Owed, step: { versionId: string | null }): Promise<Id<'mail'> | undefined> =>
    mailVersion(post, owed, step.versionId ?? '', 'contract.reminder', unsignedMail);
}

/** A code that ran out before the mail could leave would only confuse, and one that signs nothing is of no use. */
async function mailCode(post: Post, owed: Owed): Promise<void> {
  const code = await codeById(post.core.db, owed.workspaceId, owed.subjectId);
  if (code.usedAt || code.expiresAt <= post.core.clock.now()) return;
  const scene = await sceneOf(post, owed, code.subjectId);
  if (!(await isAskedFor(post.core, scene))) return;
  const digits = digitsOf(post.core, code.id);
  await sendLetter(post, owed, letterTo(scene, 'client', 'signature.code'), (wayIn) =>
    codeMail({ view: scene.view, digits, name: scene.client.name, wayIn }),
  );
}

/** What was signed is the client's, so their copy goes wherever they are reached now. */
async function mailCopies(post: Post, owed: Owed): Promise<void> {
  const scene = await sceneOf(post, owed, owed.subjectId);
  const file = await sealedFileOf(post.core.db, owed.workspaceId, owed.subjectId);
  if (!file) throw new Error(`version ${owed.subjectId} is not sealed`);
  const { view, inUse, freelancer } = scene;
  const copy = { view, sha256: hex(file.sha256), deposit: await openDepositOf(post.core, view.version) };
  const attachments = [
    { filename: fileName(view.title, 'signed'), content: file.bytes, contentType: 'application/pdf' },
  ];
  const kind = 'contract.sealed';
  await sendEach(
    () =>
      sendLetter(
        post,
        owed,
        letterTo(scene, 'client', kind),
        (wayIn) => ({ ...clientCopyMail({ ...copy, name: inUse.name, wayIn }), attachments }),
        'client',
      ),
    () =>
      sendLetter(
        post,
        owed,
        letterTo(scene, 'freelancer', kind),
        () => ({ ...freelancerCopyMail({ ...copy, name: freelancer.name }), attachments }),
        'freelancer',
      ),
  );
}

/** The deposit, while it is the next thing to do: a seal that took its time may come after the payment. */
async function openDepositOf({ db }: Core, { workspaceId, projectId }: Version): Promise<Money | undefined> {
  const invoices = await invoicesOf(db, workspaceId, projectId);
  const deposit = invoices.find(({ kind, state }) => kind === 'deposit' && state === 'open');
  return deposit && owedOn(db, workspaceId, deposit);
}

/** Into the thread of the card, where everyone who reads the card may read it. */
async function postPdf({ core, documents, slack }: Omit<ContractParts, 'post'>, owed: Owed): Promise<void> {
  const version = await versionById(core.db, owed.workspaceId, owed.subjectId);
  const project = await projectById(core.db, owed.workspaceId, version.projectId);
  if (!project.channelId || !project.cardTs) throw new EffectFailed('retry', 'the card is not posted yet');
  const content = await contractPdf(core.db, documents, version);
  const title = version.terms.title?.value ?? project.title;
  const note = version.state === 'sealed' ? 'signed' : `version ${version.number}, ${version.state}`;
  const place = { channel: project.channelId, threadTs: project.cardTs };
  await slack.upload(owed.workspaceId, {
    ...place,
    filename: fileName(title, note),
    title: `${title} (${note})`,
    content,
  });
}

import { codeFor, sameBytes, secretFor, sha256 } from '../platform/crypto.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, newId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { isSigned, type Signer, type Version } from './contract.ts';
import { signersOf, versionById } from './read.ts';
import { codesSince, newestCode, type OneTimeCode, wrongTriesOf } from './sign-read.ts';
import { countTry, endCodes, insertCode } from './sign-store.ts';
import { WRONG_MAX, whyUnsignable } from './unsignable-read.ts';

export const CODE_MINUTES = 10;
const CODE_MS = CODE_MINUTES * 60 * 1000;
export const TRIES_MAX = 5;
const CODES_MAX = 3;

/** The six digits are made again from the row's id when the mail is made again; only a keyed hash of them is stored. */
export function digitsOf(work: Pick<Work, 'keys'>, codeId: string): string {
  return codeFor(work.keys, 'sign', codeId);
}

function hashOf(work: Pick<Work, 'keys'>, codeId: string, digits: string): Uint8Array {
  return sha256(secretFor(work.keys, 'code-check', `${codeId}.${digits}`));
}

/** The client who is named as signer of this version; anyone else who reads along may only read. */
export async function signingClient(work: Work, version: Version, contactId: string): Promise<Signer> {
  const signers = await signersOf(work.tx, work.workspaceId, version.id);
  const signer = signers.find((one) => one.party === 'client' && one.contactId === contactId);
  if (signer) return signer;
  const named = signers.find((one) => one.party === 'client')?.name ?? 'the person it was sent to';
  throw new Refusal('contract.not-signer', `Only ${named} can sign or decline this contract. You can read it here.`);
}

/** Whether a version may be signed now, or declined: one can still say no when it is too late to say yes. */
export async function checkSignable(work: Work, version: Version, act: 'sign' | 'decline' = 'sign'): Promise<void> {
  if (version.state === 'sent') {
    const why = await whyUnsignable(work.tx, version, work.now);
    if (why && (act === 'sign' || why.reason === 'other address')) throw new Refusal(why.code, why.sentence);
    return;
  }
  if (version.state === 'declined')
    throw new Refusal(
      'contract.declined',
      'This contract was declined. Ask for a new version if you changed your mind.',
    );
  throw new Refusal(
    'contract.changed',
    'This contract has changed since you opened it. Read the current version before you sign.',
  );
}

export type Requested = { state: 'sent'; codeId: Id<'code'>; email: string } | { state: 'signed' };

/**
 * Sends the signer a fresh six-digit code for this version: good for ten minutes and five tries, at most three in ten
 * minutes. An older code stops counting.
 */
export async function requestCode(core: Core, visit: PortalVisit, versionId: string): Promise<Requested> {
  return transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    const version = await versionOfVisit(work, visit, versionId);
    const signer = await signingClient(work, version, visit.contactId);
    if (isSigned(version)) return { state: 'signed' };
    await checkSignable(work, version);
    const since = new Date(work.now.getTime() - CODE_MS);
    if ((await codesSince(work.tx, work.workspaceId, visit.contactId, since)) >= CODES_MAX)
      throw new Refusal(
        'code.too-many',
        `You have asked for ${CODES_MAX} codes. The last one may still be on its way; wait ten minutes for another.`,
      );
    const id = newId('code', work.now);
    await endCodes(work, visit.contactId, version.id);
    await insertCode(work, {
      id,
      contactId: visit.contactId,
      subjectId: version.id,
      codeHash: hashOf(work, id, digitsOf(work, id)),
      expiresAt: new Date(work.now.getTime() + CODE_MS),
    });
    await work.announce({
      event: 'code.requested',
      projectId: project.id,
      subjectId: id,
      actor: visit.contactId,
      detail: { version: version.id, to: signer.email },
    });
    return { state: 'sent', codeId: id, email: signer.email };
  });
}

/** A version of the visited project; any other is not there. */
export async function versionOfVisit(work: Work, visit: PortalVisit, versionId: string): Promise<Version> {
  const version = await versionById(work.tx, work.workspaceId, versionId);
  if (version.projectId === visit.projectId && version.sentAt !== null) return version;
  throw new Refusal(
    'contract.not-found',
    'That contract is not here. It may have been replaced; open the newest mail.',
  );
}

/**
 * Whether the typed code is the one that counts. A wrong try is counted, so the caller must let its transaction commit
 * and refuse afterwards.
 */
export async function tryCode(
  work: Work,
  visit: PortalVisit,
  version: Version,
  typed: string,
): Promise<OneTimeCode | Refusal> {
  const wrong = (sentence: string, code: `code.${string}` = 'code.wrong') => new Refusal(code, sentence, 'code');
  const digits = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return wrong('Type the six digits from the mail.');
  const code = await newestCode(work.tx, work.workspaceId, visit.contactId, version.id);
  if (!code || code.usedAt) return wrong('Ask for a code first; it comes by e-mail.', 'code.missing');
  if (code.expiresAt <= work.now)
    return wrong(`That code is more than ${CODE_MINUTES} minutes old. Ask for a new one.`, 'code.expired');
  if (code.attempts >= TRIES_MAX) return wrong('Too many tries with this code. Ask for a new one.', 'code.spent');
  if (sameBytes(hashOf(work, code.id, digits), code.codeHash)) return code;
  await countTry(work, code.id);
  const locked = await lockWhenGuessed(work, visit, version);
  if (locked) return locked;
  const left = TRIES_MAX - code.attempts - 1;
  return wrong(
    left > 0
      ? `That is not the code from the newest mail. You have ${left} ${left === 1 ? 'try' : 'tries'} left.`
      : 'That was not the code, and it was the last try. Ask for a new one.',
  );
}

/** After too many wrong codes the version is locked, which the freelancer is told once. */
async function lockWhenGuessed(work: Work, visit: PortalVisit, version: Version): Promise<Refusal | undefined> {
  if ((await wrongTriesOf(work.tx, work.workspaceId, version.id)) < WRONG_MAX) return undefined;
  await work.announce({
    event: 'contract.locked',
    projectId: version.projectId,
    subjectId: version.id,
    actor: visit.contactId,
    detail: { tries: WRONG_MAX },
  });
  const why = await whyUnsignable(work.tx, version, work.now);
  return why && new Refusal(why.code, why.sentence, 'code');
}

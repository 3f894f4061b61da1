import { unprintable } from '../documents/fonts.ts';
import { hex } from '../platform/crypto.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import type { Seen } from '../projects/open-link.ts';
import { lockProject } from '../projects/read.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLine } from '../shared/typed.ts';
import { checkSignable, signingClient, tryCode, versionOfVisit } from './code.ts';
import { CONSENT_NOW, CONSENTS } from './consent.ts';
import { isSigned, type Signer, shownAs, type Version, versionShown } from './contract.ts';
import { draftsOf } from './draft-read.ts';
import { detailHashOf, type OneTimeCode } from './sign-read.ts';
import { insertSignature, useCode } from './sign-store.ts';
import { moveVersion } from './store.ts';

export const NAME_MAX = 100;

/** What the page's form says, as it was typed. */
export type SignForm = { name: string; code: string; consent: boolean; shown: string };

/**
 * The client signs the version they were shown, with the code that was mailed to the named address. Signing is final:
 * a later change is a new contract, so a draft that was to replace this version gives way. Signing again answers with
 * what stands.
 */
export async function signContract(core: Core, visit: PortalVisit, form: SignForm, seen: Seen): Promise<Version> {
  const signed = await transact(core, visit.workspaceId, async (work) => {
    await lockProject(work, visit.projectId);
    const { versionId, sha256 } = versionShown(form.shown);
    const version = await versionOfVisit(work, visit, versionId);
    const signer = await signingClient(work, version, visit.contactId);
    if (isSigned(version)) return version;
    await checkSignable(work, version);
    if (hex(version.textSha256) !== sha256) throw changedText();
    const typedName = checkName(form.name);
    if (!form.consent)
      throw new Refusal('signature.no-consent', 'Tick the box to say that you have read and agree to it.', 'consent');
    const code = await tryCode(work, visit, version, form.code);
    if (code instanceof Refusal) return code;
    await useCode(work, code.id);
    const drafts = await draftsOf(work.tx, work.workspaceId, version.contractId);
    for (const draft of drafts) await moveVersion(work, draft, 'superseded');
    await moveVersion(work, version, 'signed', { signedAt: work.now });
    await announceSigned(work, version, signer, { typedName, code, seen, visit, drafts: drafts.length });
    return { ...version, state: 'signed' as const, signedAt: work.now };
  });
  if (signed instanceof Refusal) throw signed;
  return signed;
}

async function announceSigned(
  work: Work,
  version: Version,
  signer: Signer,
  act: { typedName: string; code: OneTimeCode; seen: Seen; visit: PortalVisit; drafts: number },
): Promise<void> {
  const { projectId } = version;
  const consentId = CONSENT_NOW.client;
  await work.announce({
    event: 'contract.signed',
    projectId,
    subjectId: version.id,
    actor: act.visit.contactId,
    detail: {
      signer: signer.id,
      name: signer.name,
      email: signer.email,
      typedName: act.typedName,
      method: 'mail-code',
      code: act.code.id,
      link: act.visit.linkId,
      drafts: act.drafts,
      shown: shownAs(version),
      consent: consentId,
      consentText: CONSENTS[consentId],
      ip: act.seen.ip,
      userAgent: act.seen.userAgent.slice(0, 300),
    },
  });
  await insertSignature(work, signer.id, {
    shownSha256: version.textSha256,
    consentId,
    method: 'mail-code',
    typedName: act.typedName,
    detailSha256: await detailHashOf(work.tx, work.workspaceId, {
      projectId,
      kind: 'contract.signed',
      subjectId: version.id,
    }),
    signedAt: work.now,
  });
}

function changedText(): Refusal {
  return new Refusal(
    'contract.changed',
    'What you were shown is not the text we hold. Nothing was signed. Open the page again and read it once more.',
  );
}

/** A typed name as it will be printed: one line, with at least one letter, all of which the certificate can show. */
export function checkName(typed: string, field = 'name'): string {
  const name = typedLine(typed);
  if (name.length < 2 || !/\p{L}/u.test(name))
    throw new Refusal('signature.no-name', 'Type your full name, as you sign.', field);
  if (name.length > NAME_MAX)
    throw new Refusal('signature.long-name', `Keep the name under ${NAME_MAX} characters.`, field);
  const sentence = unprintable(name);
  if (sentence) throw new Refusal('signature.letters', sentence, field);
  return name;
}

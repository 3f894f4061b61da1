import { type Core, transact } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import type { Seen } from '../projects/open-link.ts';
import { lockProject } from '../projects/read.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLines } from '../shared/typed.ts';
import { checkSignable, signingClient, versionOfVisit } from './code.ts';
import { isSigned, versionShown } from './contract.ts';
import { moveVersion } from './store.ts';

export const REASON_MAX = 1000;

/** The client says no, with a reason. A signed contract can't be declined; declining twice keeps the first reason. */
export async function declineContract(
  core: Core,
  visit: PortalVisit,
  form: { reason: string; shown: string },
  seen: Seen,
): Promise<void> {
  const reason = typedLines(form.reason);
  await transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    const version = await versionOfVisit(work, visit, versionShown(form.shown).versionId);
    await signingClient(work, version, visit.contactId);
    if (version.state === 'declined') return;
    if (isSigned(version))
      throw new Refusal(
        'contract.signed',
        'You have signed this contract already. To change something, ask a question.',
      );
    await checkSignable(work, version, 'decline');
    if (reason.length < 2) throw new Refusal('contract.no-reason', 'Say in a few words what does not fit.', 'reason');
    if (reason.length > REASON_MAX)
      throw new Refusal('contract.long-reason', `Keep the reason under ${REASON_MAX} characters.`, 'reason');
    await moveVersion(work, version, 'declined', { declineReason: reason });
    await work.announce({
      event: 'contract.declined',
      projectId: project.id,
      subjectId: version.id,
      actor: visit.contactId,
      detail: { reason, ip: seen.ip, userAgent: seen.userAgent.slice(0, 300) },
    });
  });
}

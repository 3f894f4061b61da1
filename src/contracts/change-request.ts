import { type Core, transact, type Work } from '../platform/work.ts';
import type { PortalVisit } from '../projects/link-read.ts';
import { lockProject } from '../projects/read.ts';
import { type Id, newId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { typedLines } from '../shared/typed.ts';
import { CHANGE_MAX, type ChangeRequest } from './change.ts';
import { clientChangesOf } from './change-read.ts';
import { insertChange } from './change-store.ts';
import { checkSignable, signingClient, versionOfVisit } from './code.ts';
import { isSigned, versionShown } from './contract.ts';

/** Requests that wait, and those of one day: a freelancer with more to answer is not helped by one more. */
const OPEN_MAX = 3;
const DAY_MAX = 8;
const DAY_MS = 86_400_000;

/** The client asks for a change of the version they were sent; the same open request asked twice is one. */
export async function requestChange(
  core: Core,
  visit: PortalVisit,
  form: { body: string; shown: string },
): Promise<Id<'change'>> {
  const body = typedLines(form.body);
  return transact(core, visit.workspaceId, async (work) => {
    const project = await lockProject(work, visit.projectId);
    const version = await versionOfVisit(work, visit, versionShown(form.shown).versionId);
    await signingClient(work, version, visit.contactId);
    const asked = await clientChangesOf(work.tx, work.workspaceId, project.id);
    const same = asked.find(
      ({ state, body: words, versionId }) => state === 'open' && words === body && versionId === version.id,
    );
    if (same) return same.id;
    if (isSigned(version))
      throw new Refusal(
        'contract.signed',
        'You have signed this contract already. To change something, ask a question.',
      );
    await checkSignable(work, version, 'decline');
    checkRequest(work, body, asked);
    const id = newId('change', work.now);
    await insertChange(work, {
      ...{ id, body, projectId: project.id, versionId: version.id },
      ...{ memberId: null, contactId: visit.contactId, answers: {} },
    });
    await work.announce({
      event: 'change.asked',
      projectId: project.id,
      subjectId: id,
      actor: visit.contactId,
      detail: { body, version: version.id },
    });
    return id;
  });
}

function checkRequest(work: Work, body: string, asked: readonly ChangeRequest[]): void {
  if (body.length < 3) throw new Refusal('change.empty', 'Write what should change.', 'body');
  if (body.length > CHANGE_MAX)
    throw new Refusal('change.too-long', `Keep a request under ${CHANGE_MAX.toLocaleString('en')} characters.`, 'body');
  if (asked.filter(({ state }) => state === 'open').length >= OPEN_MAX)
    throw new Refusal(
      'change.too-many',
      `${OPEN_MAX} requests are waiting for an answer. Wait for those, or ask a question.`,
      'body',
    );
  const today = asked.filter(({ askedAt }) => work.now.getTime() - askedAt.getTime() < DAY_MS);
  if (today.length >= DAY_MAX)
    throw new Refusal(
      'change.too-many-today',
      'That is a lot of requests for one day. Ask a question, or try again tomorrow.',
      'body',
    );
}

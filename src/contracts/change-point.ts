import type { Asker } from '../assistant/call.ts';
import { type Core, transact } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { pointOut } from './change-model.ts';
import { changeById } from './change-read.ts';
import { asRead } from './change-show.ts';
import { keepSaid } from './change-store.ts';
import type { AskModel } from './explain-model.ts';
import { versionById } from './read.ts';

/** Who asks a model about a request. */
export function askerOf({ workspaceId, projectId, memberId }: ChangeRequest): Asker {
  return { workspaceId, projectId, memberId: memberId ?? undefined };
}

/**
 * A request with what a model says to the words that no rule read, asked once and kept beside them, so that the same request
 * always shows the same. Outside of any transaction: a call takes seconds.
 */
export async function pointedOut(
  core: Core,
  request: ChangeRequest,
  help: AskModel | undefined,
): Promise<ChangeRequest> {
  const { workspaceId, projectId, versionId, id } = request;
  if (!help || request.said) return request;
  const [version, { businessId }] = await Promise.all([
    versionById(core.db, workspaceId, versionId),
    projectById(core.db, workspaceId, projectId),
  ]);
  const business = await businessById(core.db, workspaceId, businessId);
  const said = await pointOut(help, asRead(version, request, business));
  if (!said) return request;
  await transact(core, workspaceId, (work) => keepSaid(work, id, said));
  return changeById(core.db, workspaceId, id);
}

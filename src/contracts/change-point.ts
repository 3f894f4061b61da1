import type { Model } from '../platform/model.ts';
import { type Core, transact } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { pointOut } from './change-model.ts';
import { changeById } from './change-read.ts';
import { asRead } from './change-show.ts';
import { keepSaid } from './change-store.ts';
import { helpOf } from './explain-ask.ts';
import { versionById } from './read.ts';

/**
 * A request with what a model says to the words that no rule read, asked once and kept beside them, so that the same request
 * always shows the same. Outside of any transaction: a call takes seconds.
 */
export async function pointedOut(
  { core, model }: { core: Core; model: Model | undefined },
  request: ChangeRequest,
): Promise<ChangeRequest> {
  const { workspaceId, projectId, versionId, memberId, id } = request;
  if (!model || request.said) return request;
  const [version, { businessId }] = await Promise.all([
    versionById(core.db, workspaceId, versionId),
    projectById(core.db, workspaceId, projectId),
  ]);
  const business = await businessById(core.db, workspaceId, businessId);
  const help = helpOf(core, model, { workspaceId, projectId, memberId: memberId ?? undefined });
  const said = await pointOut(help, asRead(version, request, business));
  if (!said) return request;
  await transact(core, workspaceId, (work) => keepSaid(work, id, said));
  return changeById(core.db, workspaceId, id);
}

import { type Core, transact } from '../platform/work.ts';
import { notFound } from '../shared/refusal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { askedBy } from './read.ts';
import { markStopping } from './store.ts';

/**
 * A member goes on without the model they asked. Says whether they were first: a call that has ended, or was called off
 * before, answers no. The process that asks hangs up when it looks, and whatever still comes of the call is dropped.
 *
 * @throws Refusal for a call that somebody else waits for.
 */
export function stopCall(core: Core, { workspace, member }: Visit, callId: string): Promise<boolean> {
  return transact(core, workspace.id, async (work) => {
    const asker = await askedBy(work.tx, workspace.id, callId);
    if (asker !== undefined && asker !== member.id) throw notFound('question');
    return markStopping(work, callId);
  });
}

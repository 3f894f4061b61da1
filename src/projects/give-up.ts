import type { Effects } from '../platform/outbox.ts';
import { type Core, transact } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { lockProject } from './read.ts';

/**
 * Adds to effects that have no end of their own that the project's log and card say so when one is given up: nobody
 * should believe that a mail is under way which the client's mail server has refused.
 *
 * @param telling the effects by which it is told; when these are given up, there is nobody to tell.
 */
export function withGivingUp(core: Core, effects: Effects, telling: readonly string[]): Effects {
  return Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => {
      if (effect.ended || telling.includes(name)) return [name, effect];
      const ended = async (owed: { workspaceId: string; projectId: string | null }, _: unknown, reason: string) => {
        if (owed.projectId) await giveUpEffect(core, owed.workspaceId as Id<'workspace'>, owed.projectId, name, reason);
      };
      return [name, { ...effect, ended }];
    }),
  );
}

async function giveUpEffect(
  core: Core,
  workspaceId: Id<'workspace'>,
  projectId: string,
  effect: string,
  reason: string,
): Promise<void> {
  await transact(core, workspaceId, async (work) => {
    const project = await lockProject(work, projectId);
    await work.announce({
      event: 'effect.failed',
      projectId: project.id,
      subjectId: project.id,
      actor: 'system',
      detail: { effect, reason: reason.slice(0, 200) },
    });
  });
}

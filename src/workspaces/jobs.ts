import type { Effects } from '../platform/outbox.ts';
import type { Core } from '../platform/work.ts';
import type { SlackClients } from '../slack/client.ts';
import { endOf } from './bank.ts';
import { bankChangedMessage } from './cards.ts';
import { bankDetailsOf, businessOf, memberById, ownersOf } from './read.ts';

export type WorkspaceJobParts = { core: Core; slack: Pick<SlackClients, 'post'> };

export function workspaceEffects({ core, slack }: WorkspaceJobParts): Effects {
  return {
    'workspace.tell-bank-change': {
      once: 'at-least',
      perform: async ({ workspaceId, subjectId }) => {
        const business = await businessOf(core.db, workspaceId);
        const details = business && (await bankDetailsOf(core, workspaceId, business.id));
        if (!details) return;
        const { name } = await memberById(core.db, workspaceId, subjectId);
        const message = bankChangedMessage(name, endOf(details));
        for (const owner of await ownersOf(core.db, workspaceId))
          await slack.post(workspaceId, owner.slackUserId, message);
      },
    },
  };
}

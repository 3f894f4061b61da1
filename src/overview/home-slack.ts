import type { App } from '@slack/bolt';
import type { Core } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';
import { onEvent, type Who } from '../slack/listen.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { closedHome, firstHome, homeBlocks } from './home.ts';
import { homeViewOf } from './home-view.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** The Home is made anew each time a member opens it. */
export function listenToHome(app: App, { core, visit: visitOf }: Parts): void {
  onEvent(app, 'app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'home') return;
    const who = { teamId: context.teamId ?? '', userId: event.user, userTeamId: undefined };
    const visit = await visitOf(who).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    const view =
      visit instanceof Refusal
        ? closedHome(visit.sentence)
        : visit.business
          ? homeBlocks(await homeViewOf(core.db, visit.workspace.id, visit.business, core.clock.now()))
          : firstHome();
    await client.views.publish({ user_id: event.user, view });
  });
}

import type { App } from '@slack/bolt';
import { templateFor } from '../clauses/template-read.ts';
import type { Core } from '../platform/work.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { ORIGINS, originsView } from './origins-cards.ts';
import { versionById } from './read.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Where from on the card. */
export function listenToOrigins(app: App, { core, visit }: Parts): void {
  onAction(app, ORIGINS, async ({ who, value, client, body }: Action) => {
    const { workspace } = await visit(who);
    const version = await versionById(core.db, workspace.id, value);
    const template = await templateFor(core.db, workspace.id, version.terms.template?.value ?? '');
    await openModal(client, body, originsView(version, template?.title));
  });
}

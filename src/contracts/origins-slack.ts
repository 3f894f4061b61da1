import type { App, ViewOutput } from '@slack/bolt';
import { templateFor } from '../clauses/template-read.ts';
import type { Core } from '../platform/work.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { briefById } from './draft-read.ts';
import { FormMetadata, termsForm } from './form.ts';
import { FORM_ORIGINS } from './form-intro.ts';
import { formOriginsView, ORIGINS, originsView } from './origins-cards.ts';
import { versionById } from './read.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Where from on the card, and above the form that a brief filled. */
export function listenToOrigins(app: App, { core, visit }: Parts): void {
  onAction(app, ORIGINS, async ({ who, value, client, body }: Action) => {
    const { workspace } = await visit(who);
    const version = await versionById(core.db, workspace.id, value);
    const template = await templateFor(core.db, workspace.id, version.terms.template?.value ?? '');
    await openModal(client, body, originsView(version, template?.title));
  });
  onAction(app, FORM_ORIGINS, async ({ who, client, body }: Action) => {
    const { view } = body;
    if (view?.callback_id !== termsForm.id) return;
    const { workspace } = await visit(who);
    const { brief } = metadataOf(view as ViewOutput, FormMetadata);
    if (!brief) return;
    const { terms } = (await briefById(core.db, workspace.id, brief)).reading;
    const template = await templateFor(core.db, workspace.id, terms.template?.value ?? '');
    await openModal(client, body, formOriginsView(terms, template?.title));
  });
}

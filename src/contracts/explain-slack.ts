import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { reasonOf } from '../slack/failure.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import { explainContract, showPlain } from './explain.ts';
import { helpOf } from './explain-ask.ts';
import { EXPLAIN, type ExplainAt, explainForm, explainView, lookingView } from './explain-cards.ts';
import { versionById } from './read.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };

/** Explain on the card: the contract in plain words, and its own words to a question. */
export function listenToExplaining(app: App, parts: Parts): void {
  onAction(app, EXPLAIN, (args) => open(parts, args));
  onView(app, explainForm.id, (args) => ask(parts, args));
}

async function open({ core, visit: visitOf }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace, member } = await visitOf(who);
  const version = await versionById(core.db, workspace.id, value);
  const lines = await showPlain(core, version, member.id);
  await openModal(
    client,
    body,
    explainView({ ...(await placeOf(core, version)), lines, explained: undefined, revision: 0 }),
  );
}

const Shown = z.object({ version: z.string(), revision: z.number().int().min(0) });

async function ask({ core, model, visit: visitOf }: Parts, { who, view, ack, client, body }: Submission) {
  const { workspace, member } = await visitOf(who);
  const shown = metadataOf(view, Shown);
  const version = await versionById(core.db, workspace.id, shown.version);
  const { body: question, post } = explainForm.read(view);
  const help = helpOf(core, model, {
    workspaceId: workspace.id,
    memberId: member.id,
    projectId: version.projectId,
  });
  // Slack waits three seconds for an answer, and a model takes longer.
  if (help) await ack({ response_action: 'update', view: lookingView() });
  const explained = await explainContract(core, {
    ...{ version, question, actor: member.id, posted: post ?? false, ask: help },
  });
  const lines = await showPlain(core, version, member.id);
  const next = explainView({ ...(await placeOf(core, version)), lines, explained, revision: shown.revision + 1 });
  if (!help) return { response_action: 'update' as const, view: next };
  await updateModal(client, body.view.id, next).catch((error: unknown) => {
    // Closed meanwhile: the thread has the answer, if it was to have it.
    if (reasonOf(error) !== 'not_found') throw error;
  });
  return undefined;
}

async function placeOf(core: Core, version: Version): Promise<Pick<ExplainAt, 'version' | 'title' | 'business'>> {
  const project = await projectById(core.db, version.workspaceId, version.projectId);
  const { name } = await businessById(core.db, version.workspaceId, project.businessId);
  return { version, title: version.terms.title?.value ?? project.title, business: name };
}

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import { explainContract, showPlain } from './explain.ts';
import { helpOf, notAsked } from './explain-ask.ts';
import { EXPLAIN, type ExplainAt, explainForm, explainView, LOOKING } from './explain-cards.ts';
import type { AskModel } from './explain-model.ts';
import { versionById } from './read.ts';
import { listenToWaiting, type Wait, waitedFor, waitInstead } from './waiting-slack.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };

/** Explain on the card: the contract in plain words, and its own words to a question. */
export function listenToExplaining(app: App, parts: Parts): void {
  onAction(app, EXPLAIN, (args) => open(parts, args));
  const wait = listenToWaiting(app, parts, LOOKING, (args, view) => skip(parts, args, view));
  onView(app, explainForm.id, (args) => ask(parts, wait, args));
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
/** What was asked, kept with the window that waits for the answer. */
const Asked = Shown.extend({ question: z.string(), posted: z.boolean() });

async function ask(parts: Parts, wait: Wait, { who, view, ack, client }: Submission) {
  const { core, model } = parts;
  const visit = await parts.visit(who);
  const { body: question, post } = explainForm.read(view);
  const asked = { ...metadataOf(view, Shown), question, posted: post ?? false };
  if (!model) return { response_action: 'update' as const, view: await answered(core, visit, asked, undefined) };
  // Slack waits three seconds for an answer, and a model takes longer.
  const waited = waitedFor(core, LOOKING, asked);
  await ack({ response_action: 'update', view: waited.view('') });
  const { workspaceId, projectId } = await versionById(core.db, visit.workspace.id, asked.version);
  const asker = { workspaceId, projectId, memberId: visit.member.id };
  const at = { client, shown: await waitInstead(client, view, waited.view('')), asker, waited };
  await wait(at, (hearing) => answered(core, visit, asked, helpOf(core, model, asker, hearing)));
  return undefined;
}

/** The rules' answer; a model that answers later is not heard. */
async function skip({ core, visit }: Parts, { who }: Action, view: { private_metadata: string }): Promise<ModalView> {
  return answered(core, await visit(who), metadataOf(view, Asked), notAsked);
}

async function answered(
  core: Core,
  { workspace, member }: Visit,
  { version: versionId, revision, question, posted }: z.output<typeof Asked>,
  help: AskModel | undefined,
): Promise<ModalView> {
  const version = await versionById(core.db, workspace.id, versionId);
  const explained = await explainContract(core, { version, question, actor: member.id, posted, ask: help });
  const lines = await showPlain(core, version, member.id);
  return explainView({ ...(await placeOf(core, version)), lines, explained, revision: revision + 1 });
}

async function placeOf(core: Core, version: Version): Promise<Pick<ExplainAt, 'version' | 'title' | 'business'>> {
  const project = await projectById(core.db, version.workspaceId, version.projectId);
  const { name } = await businessById(core.db, version.workspaceId, project.businessId);
  return { version, title: version.terms.title?.value ?? project.title, business: name };
}

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { notice, section, summary } from '../slack/blocks.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { counterRequest } from './change-answer.ts';
import {
  answersIn,
  changedView,
  changeForm,
  changeView,
  READING_CHANGE,
  shownView,
  UNDO,
  undoneWords,
} from './change-cards.ts';
import { makeChange, undoChange } from './change-make.ts';
import { askerOf, pointedOut } from './change-point.ts';
import { changeById } from './change-read.ts';
import { type ShownChange, showChange } from './change-show.ts';
import { checkChangeable, takeChange } from './change-take.ts';
import { CHANGE } from './contract.ts';
import { helpOf, notAsked } from './explain-ask.ts';
import { versionById } from './read.ts';
import { type SendingParts, sendPreview } from './send-slack.ts';
import { listenToWaiting, type Wait, waitedFor, waitInstead } from './waiting-slack.ts';

type Parts = SendingParts & { model: Model | undefined };

/** Ask for a change, and Undo. */
export function listenToChanges(app: App, parts: Parts): void {
  onAction(app, CHANGE, (args) => open(parts, args));
  const wait = listenToWaiting(app, parts, READING_CHANGE, (args, view) => skip(parts, args, view));
  onView(app, changeForm.id, (args) => submit(parts, wait, args));
  onAction(app, UNDO, (args) => undo(parts, args));
}

async function open({ core, visit: visitOf }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visitOf(who);
  const version = await versionById(core.db, workspace.id, value);
  checkChangeable(version);
  await openModal(client, body, changeView({ version: version.id }, version.terms));
}

const Meta = z.object({ version: z.string(), change: z.string().optional(), answers: z.string().optional() });

/** Shows what the words change; submitted once more as they are, the version is made. */
async function submit(parts: Parts, wait: Wait, { who, view, ack, client }: Submission) {
  const { core } = parts;
  const visit = await parts.visit(who);
  const { workspace, member } = visit;
  const values = changeForm.read(view);
  const meta = metadataOf(view, Meta);
  const before = meta.change === undefined ? undefined : await changeById(core.db, workspace.id, meta.change);
  const same = before?.body === values.body ? before : undefined;
  const shown = same && (await shownOf(core, same));
  const answers = shown ? answersIn(values, shown) : {};
  if (same && shown?.makes && Object.keys(answers).length === 0) {
    const version = await makeChange(core, workspace.id, { changeId: same.id, memberId: member.id }, (work, { id }) =>
      meta.answers ? counterRequest(work, workspace.id, { changeId: meta.answers, madeId: id }) : Promise.resolve(),
    );
    const view = meta.answers ? await sendPreview(parts, visit, version.id) : changedView(version, shown);
    return { response_action: 'update' as const, view };
  }
  const asked = {
    versionId: meta.version,
    memberId: member.id,
    body: values.body,
    answers: { ...same?.answers, ...answers },
    said: same?.said ?? null,
  };
  const change = await takeChange(core, workspace.id, asked);
  const next = await shownOf(core, change);
  if (change.said || !parts.model || !next.open.some(({ left }) => left))
    return { response_action: 'update' as const, view: shownView(next, change, meta) };
  // Slack waits three seconds for an answer, and a model takes longer.
  const waited = waitedFor(core, READING_CHANGE, { ...meta, change: change.id });
  await ack({ response_action: 'update', view: waited.view('') });
  const asker = askerOf(change);
  const at = { client, shown: await waitInstead(client, view, waited.view('')), asker, waited };
  await wait(at, async (hearing) => {
    const help = helpOf(core, parts.model, asker, hearing);
    const pointed = await pointedOut(core, change, help);
    return shownView(await shownOf(core, pointed), pointed, meta);
  });
  return undefined;
}

/** What the words change by rule alone; a model that answers later is not heard. */
async function skip({ core, visit }: Parts, { who }: Action, view: { private_metadata: string }): Promise<ModalView> {
  const { workspace } = await visit(who);
  const { change: id, ...meta } = metadataOf(view, Meta.required({ change: true }));
  const change = await pointedOut(core, await changeById(core.db, workspace.id, id), notAsked);
  return shownView(await shownOf(core, change), change, meta);
}

/** What a request changes as it stands, with its answers and what a model pointed at. */
export async function shownOf(core: Core, change: ChangeRequest): Promise<ShownChange> {
  const { workspaceId } = change;
  const version = await versionById(core.db, workspaceId, change.versionId);
  const { businessId } = await projectById(core.db, workspaceId, change.projectId);
  return showChange(core.db, version, change, await businessById(core.db, workspaceId, businessId));
}

async function undo(
  { core, visit: visitOf }: Parts,
  { who, value, ack, respond, client, body }: Action,
): Promise<void> {
  const { workspace, member } = await visitOf(who);
  const version = await undoChange(core, workspace.id, { versionId: value, memberId: member.id });
  const sentence = undoneWords(version);
  if (!body.response_url) {
    await openModal(client, body, notice('Undone', sentence));
    return;
  }
  await ack();
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text: summary(sentence),
    blocks: [section(sentence)],
  });
}

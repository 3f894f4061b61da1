import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { notice, section, summary } from '../slack/blocks.ts';
import { reasonOf } from '../slack/failure.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, onView, type Submission } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { ChangeRequest } from './change.ts';
import { counterRequest } from './change-answer.ts';
import {
  answersIn,
  CHANGE,
  changedView,
  changeForm,
  changeView,
  lookingView,
  shownView,
  UNDO,
  undoneWords,
} from './change-cards.ts';
import { makeChange, undoChange } from './change-make.ts';
import { pointedOut } from './change-point.ts';
import { changeById } from './change-read.ts';
import { type ShownChange, showChange } from './change-show.ts';
import { checkChangeable, takeChange } from './change-take.ts';
import { versionById } from './read.ts';
import { type SendingParts, sendPreview } from './send-slack.ts';

type Parts = SendingParts & { model: Model | undefined };

/** Ask for a change, and Undo. */
export function listenToChanges(app: App, parts: Parts): void {
  onAction(app, CHANGE, (args) => open(parts, args));
  onView(app, changeForm.id, (args) => submit(parts, args));
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
async function submit(parts: Parts, { who, view, ack, client }: Submission) {
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
      meta.answers
        ? counterRequest(work, workspace.id, { changeId: meta.answers, memberId: member.id, madeId: id })
        : Promise.resolve(),
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
  await ack({ response_action: 'update', view: lookingView() });
  const pointed = await pointedOut(parts, change);
  await updateModal(client, view.id, shownView(await shownOf(core, pointed), pointed, meta)).catch((error: unknown) => {
    // Closed meanwhile: the words are kept, and nothing was made of them.
    if (reasonOf(error) !== 'not_found') throw error;
  });
  return undefined;
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

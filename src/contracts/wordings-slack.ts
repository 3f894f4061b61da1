import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { templateFor } from '../clauses/template-read.ts';
import type { Core } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { notFound } from '../shared/refusal.ts';
import { reasonOf } from '../slack/failure.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import { businessById } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { undoChange } from './change-make.ts';
import { CLAUSES, type Version } from './contract.ts';
import { newestOf } from './draft-read.ts';
import { versionById } from './read.ts';
import { clauseRedlines } from './redline.ts';
import { takeWording } from './take-wording.ts';
import type { WordingsScene } from './wordings.ts';
import { clausesView, TAKE, UNDO_WORDING, WORDINGS, type WordingsSaid, wordingsView } from './wordings-cards.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Clauses on the card: why each stands, and the other wordings of it. */
export function listenToWordings(app: App, parts: Parts): void {
  onAction(app, CLAUSES, (args) => list(parts, args));
  onAction(app, WORDINGS, (args) => open(parts, args));
  onAction(app, TAKE, (args) => take(parts, args));
  onAction(app, UNDO_WORDING, (args) => undo(parts, args));
}

async function list({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  await openModal(client, body, clausesView(await newestScene(core, workspace.id, value)));
}

async function open({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  const [versionId = '', family = ''] = value.split('|');
  await openModal(client, body, wordingsView(await newestScene(core, workspace.id, versionId), family));
}

const Shown = z.object({ family: z.string() });

async function take({ core, visit }: Parts, args: Action): Promise<void> {
  const { workspace, member } = await visit(args.who);
  const [versionId, clauseId] = args.value.split('|');
  if (!versionId || !clauseId) throw notFound('clause');
  const { version, before } = await takeWording(core, workspace.id, { versionId, clauseId, memberId: member.id });
  const said: WordingsSaid =
    version.id === before.id
      ? { at: clauseId, sentence: `That wording stands already, in version ${version.number}.` }
      : {
          at: clauseId,
          sentence: `Version ${version.number} is drafted with this wording. Nothing has gone to the client yet.`,
          clauses: clauseRedlines(before.clauses, version.clauses),
          undo: version.id,
        };
  await redraw(core, args, version, said);
}

async function undo({ core, visit }: Parts, args: Action): Promise<void> {
  const { workspace, member } = await visit(args.who);
  const [versionId = '', at = ''] = args.value.split('|');
  const version = await undoChange(core, workspace.id, { versionId, memberId: member.id });
  await redraw(core, args, version, {
    at,
    sentence: `Undone: version ${version.number} has the wording from before. Nothing has gone to the client.`,
  });
}

/** The window that was pressed in, and the list under it, as they stand now. */
async function redraw(core: Core, { client, body }: Action, version: Version, said: WordingsSaid): Promise<void> {
  const { view } = body;
  if (!view) return;
  const { family } = metadataOf(view, Shown);
  const scene = await sceneOf(core, version);
  const show = (id: string, next: ModalView) =>
    updateModal(client, id, next).catch((error: unknown) => {
      // Closed meanwhile: it is done all the same, and the card says so.
      if (reasonOf(error) !== 'not_found') throw error;
    });
  await show(view.id, wordingsView(scene, family, said));
  if (view.previous_view_id) await show(view.previous_view_id, clausesView(scene));
}

/** The newest version of the contract that a button named a version of. */
async function newestScene(core: Core, workspaceId: string, versionId: string): Promise<WordingsScene> {
  const seen = await versionById(core.db, workspaceId, versionId);
  const { id } = await newestOf(core.db, workspaceId, seen.contractId);
  return sceneOf(core, id === seen.id ? seen : await versionById(core.db, workspaceId, id));
}

async function sceneOf({ db }: Core, version: Version): Promise<WordingsScene> {
  const { workspaceId, projectId, terms } = version;
  const { businessId } = await projectById(db, workspaceId, projectId);
  const [business, template] = await Promise.all([
    businessById(db, workspaceId, businessId),
    templateFor(db, workspaceId, terms.template?.value ?? ''),
  ]);
  return { version, template, business };
}

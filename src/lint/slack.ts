import type { App } from '@slack/bolt';
import { isSigned } from '../contracts/contract.ts';
import type { Core } from '../platform/work.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { reasonOf } from '../slack/failure.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal, updateModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { LINT } from './finding.ts';
import { fixFinding } from './fix.ts';
import { newestScene } from './read.ts';
import { FIX, type LintSaid, lintView } from './view.ts';

type Parts = { core: Core; visit: (who: Who) => Promise<Visit> };

/** Check on the card opens what lint found; Fix in it makes the next version, and the list is drawn anew in place. */
export function listenToLint(app: App, parts: Parts): void {
  onAction(app, LINT, (args) => check(parts, args));
  onAction(app, FIX, (args) => fix(parts, args));
}

async function check({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  const { version, scene } = await newestScene(core.db, workspace.id, value, core.clock.now());
  if (isSigned(version))
    throw new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');
  await openModal(client, body, lintView(version, scene));
}

async function fix({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace, member } = await visit(who);
  const [versionId, rule, label] = value.split('|');
  if (!versionId || !rule || !label) throw notFound('finding');
  const made = await fixFinding(core, workspace.id, { versionId, rule, label, memberId: member.id });
  const { version, scene } = await newestScene(core.db, workspace.id, versionId, core.clock.now());
  const note: LintSaid['note'] = made
    ? { level: 'success', sentence: `Done: ${label}. Version ${version.number} stands now.` }
    : { level: 'info', sentence: 'That was settled meanwhile. This is how the contract stands now.' };
  if (!body.view) return;
  await updateModal(client, body.view.id, lintView(version, scene, { note })).catch((error: unknown) => {
    // Closed meanwhile: it is done all the same, and the card says so.
    if (reasonOf(error) !== 'not_found') throw error;
  });
}

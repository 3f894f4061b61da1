import type { App } from '@slack/bolt';
import { isSigned } from '../contracts/contract.ts';
import { editFormOf } from '../contracts/edit-slack.ts';
import type { Core } from '../platform/work.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { type Action, onAction, type Who } from '../slack/listen.ts';
import { openModal } from '../slack/modal.ts';
import { profileView } from '../workspaces/profile-form.ts';
import { requireBusiness, requireOwner, type Slack } from '../workspaces/visit.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { LINT } from './finding.ts';
import { fixFinding } from './fix.ts';
import { lint } from './lint.ts';
import { newestScene } from './read.ts';
import { redraw } from './show.ts';
import { type LintSaid, lintView, WAY } from './view.ts';

type Note = NonNullable<LintSaid['note']>;
type Parts = { core: Core; slack: Slack; visit: (who: Who) => Promise<Visit> };

/**
 * Check on the card opens what lint found. A fix in it makes the next version, and the list is drawn anew in place; what only a
 * person knows opens the form on top, at its field.
 */
export function listenToLint(app: App, parts: Parts): void {
  onAction(app, LINT, (args) => check(parts, args));
  onAction(app, /^lint:fix(?:\.\d)?$/, (args) => fix(parts, args));
  onAction(app, WAY, (args) => lead(parts, args));
}

async function check({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace } = await visit(who);
  const { version, scene } = await newestScene(core.db, workspace.id, value, core.clock.now());
  if (isSigned(version)) throw signed();
  await openModal(client, body, lintView(version, scene));
}

const signed = () => new Refusal('contract.signed', 'The client has signed this contract, so its terms stand.');

async function fix({ core, visit }: Parts, { who, value, client, body }: Action): Promise<void> {
  const { workspace, member } = await visit(who);
  const [versionId, rule, ...words] = value.split('|');
  const label = words.join('|');
  if (!versionId || !rule || !label) throw notFound('finding');
  const made = await fixFinding(core, workspace.id, { versionId, rule, label, memberId: member.id });
  const note: Note = made
    ? { level: 'success', sentence: `Done: ${label}. Version ${made.number} stands now.` }
    : SETTLED;
  if (body.view) await redraw(core, client, body.view.id, { workspaceId: workspace.id, versionId }, { note });
}

const SETTLED: Note = {
  level: 'info',
  sentence: 'That was settled meanwhile. This is how the contract stands now.',
};

/** What is wanted is said as the contract stands now; a finding that is gone by now only has the list drawn anew. */
async function lead({ core, slack, visit: visitOf }: Parts, { who, value, client, body }: Action): Promise<void> {
  const visit = await visitOf(who);
  const { workspace } = visit;
  const [versionId, rule] = value.split('|');
  if (!versionId || !rule) throw notFound('finding');
  const { version, scene } = await newestScene(core.db, workspace.id, versionId, core.clock.now());
  if (isSigned(version)) throw signed();
  const found = lint(scene).find((finding) => finding.rule === rule);
  if (found?.way?.opens === 'terms') {
    const asked = { term: found.way.field, why: found.sentence };
    await openModal(client, body, await editFormOf(core, version, requireBusiness(visit), asked));
  } else if (found?.way?.opens === 'business') {
    const asked = { field: found.way.field, why: found.sentence };
    const owner = await requireOwner(core, slack, visit);
    await openModal(client, body, profileView(owner, { checks: version.id }, undefined, asked));
  } else if (body.view)
    await redraw(core, client, body.view.id, { workspaceId: workspace.id, versionId }, { note: SETTLED });
}

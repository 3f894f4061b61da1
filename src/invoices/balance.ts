import { versionById } from '../contracts/read.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import { finishWhenPaid } from './finish.ts';
import type { Instalment } from './invoice.ts';
import { issueInvoice } from './issue.ts';
import { instalmentById, invoiceOfInstalment } from './read.ts';
import { dropInstalment } from './store.ts';

/**
 * Issues a planned balance, once: the agreed price less the paid deposit. It waits while the deposit is unpaid, because the
 * client would owe the deposit twice.
 *
 * @param actor a member who issues it early, or `system` on the contract's end day.
 */
export async function issueBalance(
  core: Core,
  workspaceId: Id<'workspace'>,
  instalmentId: string,
  actor: string,
): Promise<Id<'invoice'> | undefined> {
  return transact(core, workspaceId, async (work) => {
    const seen = await instalmentById(work.tx, workspaceId, instalmentId);
    const project = await lockProject(work, seen.projectId);
    const instalment = await instalmentById(work.tx, workspaceId, instalmentId);
    if (instalment.state !== 'planned') return invoiceOfInstalment(work.tx, workspaceId, instalmentId);
    if (project.state !== 'active') {
      if (actor === 'system') return undefined;
      throw new Refusal(
        'invoice.not-started',
        'The project has not started yet: its contract is sealed and its deposit paid first. The balance goes out by itself after that.',
      );
    }
    if (instalment.total.minor === 0n) {
      await dropInstalment(work, instalment.id);
      await finishWhenPaid(work, { projectId: project.id });
      return undefined;
    }
    return bill(work, project, instalment, actor);
  });
}

async function bill(work: Work, project: Project, instalment: Instalment, actor: string): Promise<Id<'invoice'>> {
  const { terms } = await versionById(work.tx, work.workspaceId, instalment.versionId ?? '');
  const business = await businessById(work.tx, work.workspaceId, project.businessId);
  const fee = terms.fee?.value;
  if (!fee) throw new Error(`version ${instalment.versionId} has no fee`);
  return issueInvoice(work, {
    project,
    kind: 'final',
    items: [
      {
        description: terms.title?.value ?? project.title,
        price: fee,
        taxRateMilli: terms.taxRateMilli?.value ?? 0,
        taxIncluded: terms.taxIncluded?.value ?? false,
      },
    ],
    netDays: terms.netDays?.value ?? business.netDays,
    instalmentId: instalment.id,
    actor,
  });
}

import { versionById } from '../contracts/read.ts';
import { depositOf, type Terms } from '../contracts/terms.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { lockProject } from '../projects/read.ts';
import type { Id } from '../shared/ids.ts';
import { plus } from '../shared/money.ts';
import { Refusal } from '../shared/refusal.ts';
import { businessById } from '../workspaces/read.ts';
import { finishWhenPaid } from './finish.ts';
import type { Instalment } from './invoice.ts';
import { type Item, issueInvoice } from './issue.ts';
import { instalmentById, invoiceOfInstalment } from './read.ts';
import { dropInstalment } from './store.ts';
import { taxIn } from './tax.ts';

/**
 * Issues a planned part of the price or the balance, once; the balance less the paid deposit. It waits while the deposit is
 * unpaid, because the client would owe the deposit twice.
 *
 * @param actor a member who issues it early, or `system` on its day.
 */
export async function issueInstalment(
  core: Core,
  workspaceId: Id<'workspace'>,
  instalmentId: string,
  actor: string,
): Promise<Id<'invoice'> | undefined> {
  return transact(core, workspaceId, async (work) => {
    const seen = await instalmentById(work.tx, workspaceId, instalmentId);
    const project = await lockProject(work, seen.projectId);
    const instalment = await instalmentById(work.tx, workspaceId, instalmentId);
    if (instalment.kind === 'worked')
      throw new Refusal('invoice.say-how-much', 'Say how much was worked: /invoice, and choose it there.', 'quantity');
    if (instalment.state !== 'planned') return invoiceOfInstalment(work.tx, workspaceId, instalmentId);
    if (project.state !== 'active') {
      if (actor === 'system') return undefined;
      throw new Refusal(
        'invoice.not-started',
        'The project has not started yet: its contract is sealed and its deposit paid first. What is planned goes out after that.',
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
  return issueInvoice(work, {
    project,
    kind: instalment.kind === 'milestone' ? 'standard' : 'final',
    items: [itemOf(instalment, terms, project.title)],
    netDays: terms.netDays?.value ?? business.netDays,
    instalmentId: instalment.id,
    clientTaxId: terms.clientTaxId?.value,
    actor,
  });
}

/** A part is a share of the total, so the tax is inside it however the price was agreed; a balance alone is the price. */
export function itemOf(instalment: Instalment, terms: Terms, projectTitle: string): Item {
  const { kind, label, total, versionId } = instalment;
  const title = terms.title?.value ?? projectTitle;
  const tax = taxIn(terms);
  if (label !== null) {
    const price = kind === 'milestone' ? total : plus(total, depositOf(terms));
    const description = label === title ? title : `${title}: ${label}`;
    return { description, price, ...tax, taxIncluded: true };
  }
  const price = terms.fee?.value;
  if (!price) throw new Error(`version ${versionId} has no fee`);
  return { description: title, price, ...tax, taxIncluded: terms.taxIncluded?.value ?? false };
}

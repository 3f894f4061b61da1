import { clientById } from '../clients/read.ts';
import { versionById } from '../contracts/read.ts';
import { invoiceById } from '../invoices/read.ts';
import type { Happening, Work } from '../platform/work.ts';
import { projectById } from '../projects/read.ts';
import { dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { stepsOf } from './read.ts';
import { planLadder, type SkipReason } from './step.ts';
import { saveSteps, skipSteps } from './store.ts';

/** Within `contract.sent`: the ladder for a contract that nobody signs. */
export async function planUnsigned(work: Work, happening: Happening): Promise<void> {
  const version = await versionById(work.tx, work.workspaceId, happening.subjectId);
  const zone = await zoneOf(work, happening.projectId);
  await saveSteps(
    work,
    happening.projectId,
    { versionId: version.id },
    planLadder('unsigned', dayIn(zone, work.now), zone, work.now),
  );
}

/** Within `invoice.issued`: a deposit is chased from the signature on, any other invoice around its due day. */
export async function planInvoice(work: Work, happening: Happening): Promise<void> {
  const invoice = await invoiceById(work.tx, work.workspaceId, happening.subjectId);
  if (!invoice.dueOn) return;
  const zone = await zoneOf(work, happening.projectId);
  const kind = invoice.kind === 'deposit' ? 'deposit' : 'invoice';
  const anchorOn = kind === 'deposit' ? dayIn(zone, work.now) : invoice.dueOn;
  await saveSteps(work, happening.projectId, { invoiceId: invoice.id }, planLadder(kind, anchorOn, zone, work.now));
}

const WHY: Partial<Record<Happening['event'], SkipReason>> = {
  'contract.signed': 'signed',
  'contract.locked': 'locked',
  'contract.declined': 'declined',
  'contract.superseded': 'replaced',
  'contract.discarded': 'withdrawn',
  'invoice.paid': 'paid',
  'invoice.voided': 'void',
};

/** Within whatever settles a version or an invoice: its planned steps are skipped, with the reason. */
export async function dropSteps(work: Work, happening: Happening): Promise<void> {
  const steps = await stepsOf(work.tx, work.workspaceId, happening.projectId);
  const planned = steps.filter(
    (step) =>
      step.state === 'planned' && (step.versionId === happening.subjectId || step.invoiceId === happening.subjectId),
  );
  if (planned.length > 0) await skipSteps(work, planned, WHY[happening.event] ?? 'superseded');
}

async function zoneOf(work: Work, projectId: Id<'project'>): Promise<string> {
  const project = await projectById(work.tx, work.workspaceId, projectId);
  return (await clientById(work.tx, work.workspaceId, project.clientId)).timeZone;
}

import { clientById } from '../clients/read.ts';
import type { Version } from '../contracts/contract.ts';
import { versionById } from '../contracts/read.ts';
import { scheduleOf } from '../contracts/schedule.ts';
import { depositOf } from '../contracts/terms.ts';
import type { Happening, Work } from '../platform/work.ts';
import type { Project } from '../projects/project.ts';
import { projectById } from '../projects/read.ts';
import { addDays, dayIn } from '../shared/dates.ts';
import { DEPOSIT_DAYS } from './invoice.ts';
import { issueInvoice } from './issue.ts';
import { hasInstalments, lastPosition } from './read.ts';
import { dropInstalments, saveInstalment } from './store.ts';
import { taxIn } from './tax.ts';

/**
 * Within `contract.signed`: the deposit's invoice is issued by the signature itself, and what follows is planned: parts of
 * the price, months, the balance. A deposit of the whole price leaves a balance of nothing, which only marks the day the
 * work ends.
 */
export async function planInstalments(work: Work, happening: Happening): Promise<void> {
  const version = await versionById(work.tx, work.workspaceId, happening.subjectId);
  if (await hasInstalments(work.tx, work.workspaceId, version.id)) return;
  const project = await projectById(work.tx, work.workspaceId, version.projectId);
  const { terms } = version;
  const deposit = depositOf(terms);
  let position = await lastPosition(work.tx, work.workspaceId, project.id);
  const base = { projectId: project.id, versionId: version.id };
  if (deposit.minor > 0n) {
    position += 1;
    const planned = { ...base, position, kind: 'deposit', trigger: 'signature', label: null, dueOn: null } as const;
    const instalmentId = await saveInstalment(work, { ...planned, totalMinor: deposit.minor });
    await issueDeposit(work, project, version, { instalmentId, actor: happening.actor });
  }
  for (const { kind, trigger, label, dueOn, total } of scheduleOf(terms, dayIn('UTC', work.now))) {
    position += 1;
    await saveInstalment(work, { ...base, position, kind, trigger, label, dueOn, totalMinor: total.minor });
  }
}

async function issueDeposit(
  work: Work,
  project: Project,
  version: Version,
  of: { instalmentId: Awaited<ReturnType<typeof saveInstalment>>; actor: string },
): Promise<void> {
  const { terms } = version;
  const client = await clientById(work.tx, work.workspaceId, project.clientId);
  await issueInvoice(work, {
    ...of,
    project,
    kind: 'deposit',
    items: [
      {
        description: `Deposit for “${terms.title?.value ?? project.title}”`,
        price: depositOf(terms),
        ...taxIn(terms),
        // A deposit is a share of the total, so the tax is inside it however the price was agreed.
        taxIncluded: true,
      },
    ],
    netDays: DEPOSIT_DAYS,
    clientTaxId: terms.clientTaxId?.value,
    dueOn: addDays(dayIn(client.timeZone, work.now), DEPOSIT_DAYS),
  });
}

/** Within `booking.released`: what was planned for a date that is free again is not to come. */
export async function dropPlanned(work: Work, happening: Happening): Promise<void> {
  await dropInstalments(work, happening.projectId);
}

import { randomBytes } from 'node:crypto';
import { HEARERS } from '../../src/app.ts';
import { requestCode } from '../../src/contracts/code.ts';
import { shownAs, type Version } from '../../src/contracts/contract.ts';
import { signContract } from '../../src/contracts/sign.ts';
import { moveVersion } from '../../src/contracts/store.ts';
import type { Terms } from '../../src/contracts/terms.ts';
import { finishDue, plannedDue } from '../../src/invoices/planned-jobs.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { recordPayment } from '../../src/payments/record.ts';
import { type Core, transact } from '../../src/platform/work.ts';
import { lockProject, projectById } from '../../src/projects/read.ts';
import { dayIn } from '../../src/shared/dates.ts';
import { newId } from '../../src/shared/ids.ts';
import { formatMoney } from '../../src/shared/money.ts';
import { dealTerms, digits, draft, enter, type Scene, SEEN, scene, seed, send } from '../contracts/scene.ts';

export type Stage = Pick<Scene, 'core' | 'workspaceId' | 'ids'>;

/** A scene in which everything is heard as in the app; effects are only owed. */
export async function stage(start?: string) {
  const on = await scene(start);
  const core: Core = { ...on.core, hearers: HEARERS };
  /** Moves business time on and does what falls due. */
  const passTo = async (instant: string) => {
    on.rest((new Date(instant).getTime() - core.clock.now().getTime()) / 60_000);
    await settle(core);
  };
  return { ...on, core, passTo };
}

export async function settle(core: Core): Promise<void> {
  const sources = [plannedDue(core), finishDue(core)];
  for (let settled = 1; settled > 0; ) {
    const counts = await Promise.all(sources.map((source) => source.run()));
    settled = counts.reduce((a, b) => a + b, 0);
  }
}

/** A workspace of its own with a contract that the client has just signed. */
export async function signed(core: Core, name: string, terms: Partial<Terms> = {}) {
  const at: Stage = { core, ...(await seed(core, name)) };
  const own = { workspaceId: at.workspaceId, businessId: at.ids.business };
  const id = newId('account', core.clock.now());
  await core.db.paymentAccount.create({
    data: { ...own, id, provider: 'manual', externalId: `manual_${id}`, livemode: true },
  });
  const currency = terms.fee?.value.currency;
  if (currency) await core.db.project.updateMany({ where: { workspaceId: at.workspaceId }, data: { currency } });
  const version = await send(at, await draft(at, dealTerms(terms)));
  await sign(at, version);
  return { at, version };
}

async function sign(at: Stage, version: Version): Promise<void> {
  const visit = await enter(at, version.id);
  const requested = await requestCode(at.core, visit, version.id);
  if (requested.state !== 'sent') throw new Error('no code was sent');
  const form = { name: 'Dana Reyes', code: digits(at, requested.codeId), consent: true, shown: shownAs(version) };
  await signContract(at.core, visit, form, SEEN);
}

/** What the sealing effect announces once its file is made. */
export async function seal(at: Stage, version: Version): Promise<void> {
  await transact(at.core, at.workspaceId, async (work) => {
    const project = await lockProject(work, version.projectId);
    await moveVersion(work, { ...version, state: 'signed' }, 'sealed');
    await work.announce({
      event: 'contract.sealed',
      projectId: project.id,
      subjectId: version.id,
      actor: 'system',
    });
  });
}

/** An owner says that a transfer has arrived. */
export function pay(at: Stage, invoiceId: string, amount: string) {
  return recordPayment(at.core, at.workspaceId, at.ids.member, {
    invoiceId,
    amount,
    method: 'transfer',
    receivedOn: dayIn('Europe/Berlin', at.core.clock.now()),
    key: randomBytes(8).toString('hex'),
    allTheSame: true,
  });
}

/** Each invoice of the project in a line: kind, total, state, due day. */
export async function bills({ core, workspaceId, ids }: Stage): Promise<string[]> {
  const invoices = await invoicesOf(core.db, workspaceId, ids.project);
  return invoices.map(({ kind, total, state, dueOn }) => `${kind} ${formatMoney(total)} ${state} ${dueOn}`);
}

/** What is planned, issued or dropped, in a line each. */
export async function plan({ core, workspaceId, ids }: Stage): Promise<string[]> {
  const rows = await core.db.instalment.findMany({
    where: { workspaceId, projectId: ids.project },
    orderBy: { position: 'asc' },
  });
  return rows.map((row) =>
    [row.kind, row.totalMinor, row.state, row.dueOn?.toISOString().slice(0, 10)]
      .filter((x) => x !== undefined)
      .join(' '),
  );
}

export async function stateOf({ core, workspaceId, ids }: Stage): Promise<string> {
  return (await projectById(core.db, workspaceId, ids.project)).state;
}

export async function depositOf(at: Stage): Promise<string> {
  const invoices = await invoicesOf(at.core.db, at.workspaceId, at.ids.project);
  const deposit = invoices.find(({ kind }) => kind === 'deposit');
  if (!deposit) throw new Error('no deposit invoice');
  return deposit.id;
}

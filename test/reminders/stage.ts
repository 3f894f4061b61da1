import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestCode } from '../../src/contracts/code.ts';
import { shownAs, type Version } from '../../src/contracts/contract.ts';
import { signContract } from '../../src/contracts/sign.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { invoicesOf } from '../../src/invoices/read.ts';
import { moveInvoice } from '../../src/invoices/store.ts';
import { transact } from '../../src/platform/work.ts';
import { lockProject } from '../../src/projects/read.ts';
import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { dealTerms, digits, draft, enter, SEEN, send } from '../contracts/scene.ts';
import { type OnProject, stage as payments, project, type Stage as WholeApp } from '../payments/stage.ts';

export type Stage = Awaited<ReturnType<typeof stage>>;

/** The whole app on a Monday morning, 1 March 2027; time stands where it is put, but for the seconds that pass. */
export async function stage() {
  const on = await payments({ stripe: false });
  const goTo = (moment: string) => on.clock.forward((Date.parse(moment) - on.clock.now().getTime()) / 3_600_000);
  /** Does what is due, and what only waits a moment for something else to go out first. */
  const work = async () => {
    for (let wait: number | undefined = 0; wait !== undefined && wait < 500; wait = await on.outbox.nextIn()) {
      await sleep(wait);
      await on.work();
    }
  };
  /** Goes there at once, as a process does that was down meanwhile. */
  const jumpTo = async (moment: string) => {
    goTo(moment);
    await work();
  };
  /** Goes there hour by hour, as time passes. */
  const passTo = async (moment: string) => {
    const end = Date.parse(moment);
    while (on.clock.now().getTime() < end) {
      const next = Math.min(end, (Math.floor(on.clock.now().getTime() / 3_600_000) + 1) * 3_600_000);
      await jumpTo(new Date(next).toISOString());
    }
  };
  return { ...on, work, goTo, jumpTo, passTo };
}

/** A client's project with its card, at a client whose clocks show `zone`. */
export async function projectIn(on: Stage, zone: string, title?: string): Promise<OnProject> {
  const made = await project(on as WholeApp, title);
  await on.db.client.updateMany({ where: { id: made.clientId }, data: { timeZone: zone } });
  return made;
}

/** A project with a contract that is out to be signed. */
export async function offered(on: Stage, terms: Partial<Terms> = {}, zone = 'Europe/Berlin') {
  const acme = await projectIn(on, zone, terms.title?.value ?? 'Brand identity');
  const { workspaceId } = on;
  const contract = newId('contract', on.clock.now());
  await on.db.project.updateMany({ where: { id: acme.projectId }, data: { state: 'drafting' } });
  await on.db.contract.create({
    data: { workspaceId, id: contract, projectId: acme.projectId, kind: 'agreement', templateId: 'general' },
  });
  const ids = { project: acme.projectId, contact: acme.contactId, contract, member: on.visit.member.id };
  const at = { core: on.core, workspaceId, ids } as unknown as Parameters<typeof draft>[0];
  const version = await send(at, await draft(at, dealTerms({ clientEmail: term(acme.email, 'brief'), ...terms })));
  return { ...acme, at, version };
}

export type Offered = Awaited<ReturnType<typeof offered>>;

export async function sign(on: Stage, { at, version }: { at: Offered['at']; version: Version }): Promise<void> {
  const visit = await enter(at, version.id);
  const requested = await requestCode(on.core, visit, version.id);
  if (requested.state !== 'sent') throw new Error('no code was sent');
  const form = { name: 'Dana Reed', code: digits(at, requested.codeId), consent: true, shown: shownAs(version) };
  await signContract(on.core, visit, form, SEEN);
}

/** A signed and sealed contract, its mails out. */
export async function signed(on: Stage, terms: Partial<Terms> = {}, zone?: string) {
  const deal = await offered(on, terms, zone);
  await sign(on, deal);
  await on.work();
  const invoices = await invoicesOf(on.db, on.workspaceId, deal.projectId);
  return { ...deal, depositId: invoices.find(({ kind }) => kind === 'deposit')?.id };
}

/** The reminders' steps of a project in a line each: position, state and why. */
export async function steps({ db, workspaceId }: Stage, projectId: string): Promise<string[]> {
  const rows = await db.step.findMany({
    where: { workspaceId, projectId },
    orderBy: [{ wallAt: 'asc' }, { position: 'asc' }],
  });
  return rows.map(({ position, state, reason }) => [position, state, reason].filter(Boolean).join(' '));
}

export function mails({ vendors }: Stage, to: string, kind = 'invoice.reminder') {
  return vendors.mailbox.mails({ to, kind });
}

/** A mail's text on one line, however it was broken on the way. */
export function plain(mail: SandboxMail | undefined): string {
  return (mail?.text ?? '').replace(/\s+/g, ' ');
}

/** Puts an invoice where a debit that was sent puts it, or a void one. */
export function moveTo(on: Stage, projectId: string, invoiceId: string, state: 'processing' | 'void' | 'open') {
  return transact(on.core, on.workspaceId as Id<'workspace'>, async (work) => {
    const { id } = await lockProject(work, projectId);
    await moveInvoice(work, invoiceId, ['open', 'processing'], state);
    if (state === 'void')
      await work.announce({ event: 'invoice.voided', projectId: id, subjectId: invoiceId, actor: 'system' });
  });
}

/** A bank debit for an invoice that is on its way, and what the bank says of it in the end. */
export async function debit(on: Stage, projectId: string, invoiceId: string) {
  const { db, workspaceId } = on;
  const account = await db.paymentAccount.findFirstOrThrow({ where: { workspaceId } });
  const id = newId('attempt', on.clock.now());
  const { totalMinor: amountMinor, currency } = await db.invoice.findFirstOrThrow({ where: { id: invoiceId } });
  const expiresAt = on.clock.now();
  const requestKey = randomBytes(8).toString('hex');
  const money = { amountMinor, currency, requestKey, state: 'processing', expiresAt };
  const number = 1 + (await db.attempt.count({ where: { workspaceId, invoiceId } }));
  await db.attempt.create({ data: { ...money, workspaceId, id, invoiceId, accountId: account.id, number } });
  const say = (event: 'payment.processing' | 'payment.failed') =>
    transact(on.core, workspaceId as Id<'workspace'>, async (work) => {
      const project = await lockProject(work, projectId);
      await work.tx.attempt.updateMany({ where: { workspaceId, id }, data: { state: event.slice('payment.'.length) } });
      await work.announce({ event, projectId: project.id, subjectId: id, actor: 'system' });
    });
  await say('payment.processing');
  return { failed: () => say('payment.failed') };
}

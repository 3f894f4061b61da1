import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftAndSend } from '../support/acts.ts';
import { type AppProcess, startProcess } from '../support/child.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardsOf, startWorld, type World } from '../support/world.ts';

let world: World;
let app: AppProcess;
beforeAll(async () => {
  world = await startWorld();
  await world.stop();
  app = await startProcess(world);
}, 90_000);
afterAll(() => app?.kill());

/** Kills the app where it comes to a named place, starts it again, and lets the dead worker's claims run out. */
async function dyingAt(place: string, act: () => Promise<unknown>): Promise<void> {
  await app.kill();
  app = await startProcess(world, { dieAt: [place] });
  const acting = act().catch(() => undefined);
  await Promise.race([
    app.died,
    new Promise((_, late) => setTimeout(() => late(new Error(`never came to ${place}`)), 20_000)),
  ]);
  await acting;
  await world.db.$executeRaw`UPDATE "Outbox" SET "leaseUntil" = now() - interval '1 second' WHERE state = 'claimed'`;
  app = await startProcess(world);
  await world.settle();
  await checkInvariants(world);
}

const to = 'dana@acme.test';
const mails = (kind: string) => world.vendors.mailbox.mails({ to, kind });
/** Copies of one mail carry one Message-ID, and mail programs show it once. */
const distinct = (kind: string) => new Set(mails(kind).map(({ messageId }) => messageId)).size;

test('killed at every place where it matters, the story goes on as if nothing had happened', async () => {
  const { vendors, team } = world;
  await dyingAt('outbox.after-card.refresh', () =>
    draftAndSend(world, `Logo for Acme (${to}), EUR 900, 50% deposit, done by 30 April 2027`),
  );
  // The card was posted when the worker died: at most one more stands, and the project knows the last.
  expect(cardsOf(team).length).toBeLessThanOrEqual(2);
  if (mails('contract.sent').length === 0) {
    const { sendCard } = await import('../support/acts.ts');
    await sendCard(world);
  }
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  expect(distinct('contract.sent')).toBe(1);

  await dyingAt('outbox.after-code.mail', () => client.submit('contract:code'));
  const code = vendors.mailbox.code(mails('signature.code').at(-1)!);
  expect(distinct('signature.code')).toBe(1);
  await client.get('/portal/project');

  await dyingAt('outbox.before-contract.seal', () =>
    client.submit('contract:sign', { name: 'Dana Reed', code, consent: 'yes' }),
  );
  expect(await world.db.signature.count()).toBe(2);
  expect(await world.db.seal.count()).toBe(1);
  expect(distinct('contract.sealed')).toBe(1);

  await client.get('/portal/project');
  const session = await client.checkout();
  await dyingAt('outbox.after-payment.mail-receipt', async () => vendors.stripe.pay(session, 'succeeds'));
  expect(distinct('payment.receipt')).toBe(1);
  expect(await world.db.payment.count()).toBe(1);
  expect((await client.get('/portal/project')).state).toBe('started');
}, 300_000);

test('a worker that dies after a reminder has left never sends it again', async () => {
  await world.passTo(new Date('2027-04-30T08:00:00Z'));
  await dyingAt('outbox.after-reminder.mail', () => world.passTo(new Date('2027-05-12T08:00:00Z')));
  expect(mails('invoice.reminder')).toHaveLength(1);
  const steps = await world.db.step.findMany({ where: { kind: 'invoice', state: { in: ['unknown', 'sent'] } } });
  expect(steps).toHaveLength(1);
}, 120_000);

import { beforeAll, expect, test } from 'vitest';
import { storyBrief } from '../../src/sandbox/page/brief.ts';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

const dana = 'dana@acme.test';

test('a card that is declined, then one that works, pays the deposit once', async () => {
  const { team, vendors } = world;
  await draftAndSend(world, storyBrief(world.clock.now()).replace('/contract ', ''));
  const client = world.client();
  await client.openNewest(dana, 'contract.sent');
  expect((await client.sign('Dana Reed', dana)).state).toBe('deposit');
  const session = await client.checkout();
  expect(vendors.stripe.pay(session, 'declined').outcome).toBe('declined');
  await world.settle();
  expect((await client.get('/portal/project')).state).toBe('deposit');
  const paid = vendors.stripe.pay(session, 'succeeds');
  expect(paid.outcome).toBe('paid');
  const back = await client.get(paid.redirect ?? '');
  expect(back.state).toMatch(/started|signed/);
  await world.settle();
  const page = await client.get('/portal/project');
  expect(page.state).toBe('started');
  // Half of the price is agreed and not invoiced: neither side may read it as all paid.
  expect(page.html).toMatch(/EUR 2,000\.00 still to come, invoiced \w{3} \d+ \w+ \d{4}\./);
  expect(page.html).toContain('Rest to pay');
  expect(page.html).not.toContain('Everything is paid');
  expect(textOf(cardOf(team).blocks)).toMatch(/\*Not invoiced yet\*\\nEUR 2,000\.00/);
  expect(textOf(cardOf(team).blocks)).toMatch(/\*Owed now\*\\nEUR 0\.00/);
  expect(vendors.stripe.charges().filter(({ paid: done }) => done)).toHaveLength(1);
  expect(await world.db.payment.count()).toBe(1);
  expect(textOf(cardOf(team).blocks)).toContain('EUR 2,000.00');
  expect(threadOf(team).join('\n')).toMatch(/received/i);
  await checkInvariants(world);
});

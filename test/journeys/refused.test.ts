import { afterEach, beforeAll, expect, test } from 'vitest';
import { draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const vendor of [world.vendors.slack, world.vendors.mailbox]) vendor.faults.clear();
  await world.settle();
});

const brief = (email: string) => `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027`;

test('a contract that the client’s mail server refuses for good: the thread and the card say so, until one arrives', async () => {
  const { mailbox } = world.vendors;
  const to = 'nobody@acme.test';
  mailbox.faults.add({ match: to, kind: 'smtp-5xx' });
  await draftAndSend(world, brief(to));
  expect(mailbox.mails({ to })).toEqual([]);
  expect(threadOf(world.team).join('\n')).toContain('Not delivered:* the contract to Acme');
  expect(textOf(cardOf(world.team).blocks)).toContain(`The last mail to ${to} could not be delivered`);
  await checkInvariants(world);

  // The address works again by the time of the reminder.
  await world.pass(world.days(3));
  expect(mailbox.mails({ to, kind: 'contract.reminder' })).toHaveLength(1);
  await world.mia.press(cardOf(world.team), 'contract:pdf');
  await world.settle();
  expect(textOf(cardOf(world.team).blocks)).not.toContain('could not be delivered');
  await checkInvariants(world);
});

test('a reminder that is refused for good is told in the thread, counts as skipped, and the next one goes', async () => {
  const { mailbox } = world.vendors;
  const to = 'full@acme.test';
  await draftAndSend(world, brief(to));
  mailbox.faults.add({ match: to, kind: 'data-5xx' });
  // Two days after a Thursday is a Saturday, so it goes on Monday.
  await world.pass(world.days(4));
  expect(mailbox.mails({ to, kind: 'contract.reminder' })).toEqual([]);
  expect(threadOf(world.team).join('\n')).toContain('Not delivered:* the reminder to Acme');
  await world.pass(world.days(2));
  expect(mailbox.mails({ to, kind: 'contract.reminder' })).toHaveLength(1);
  const steps = await world.db.step.findMany({ where: { kind: 'unsigned' }, orderBy: { dueAt: 'asc' } });
  expect(steps.map(({ state, reason }) => [state, reason])).toContainEqual(['skipped', 'undeliverable']);
  await checkInvariants(world);
});

test('a channel that was archived: the freelancer goes on in the messages with the app', async () => {
  const { team, mia } = world;
  const to = 'archive@acme.test';
  await draftAndSend(world, brief(to));
  const card = cardOf(team);
  team.channel(card.channel).isArchived = true;
  const client = world.client();
  await client.openNewest(to, 'contract.sent');
  await client.submit('question:ask', { body: 'Are you there?' });
  await client.get('/portal/project');
  await client.sign('Dana Reed', to);
  await world.settle();
  const own = team.all.filter(({ channel }) => channel === team.dm(mia.user.id).id);
  expect(textOf(own)).toContain('Are you there?');
  expect(cardOf(team).channel).toBe(team.dm(mia.user.id).id);
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'signed' });
  team.channel(card.channel).isArchived = false;
  await checkInvariants(world);
});

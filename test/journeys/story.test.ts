import { beforeAll, expect, test } from 'vitest';
import { storyBrief } from '../../src/sandbox/page/brief.ts';
import { checkInvariants } from '../support/invariants.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

test('the whole story by bank transfer: from a typed brief to a finished project', async () => {
  const { mia, team, vendors } = world;
  const dana = 'dana@acme.test';
  await mia.command('/contract', storyBrief(world.clock.now()).replace('/contract ', ''), { channel: 'projects' });
  await mia.submit(await mia.waitForView('contract:terms'));
  await world.settle();
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'drafting' });

  await mia.press(cardOf(team), 'contract:send');
  const preview = await mia.waitForView('contract:send');
  expect(textOf(preview.blocks)).toContain('EUR 2,000.00');
  await mia.fill(preview, { name: 'Mia Berg', consent: ['yes'] });
  expect((await mia.submit(preview)).errors).toEqual({});
  await world.settle();
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'offered' });

  const client = world.client();
  expect((await client.openNewest(dana, 'contract.sent')).state).toBe('sign');
  await client.submit('question:ask', { body: 'Is the font licence included?' });
  await world.settle();
  const asked = team.thread(cardOf(team).channel, cardOf(team).ts).find(({ text }) => text.includes('font licence'));
  await mia.press(asked!, 'question:answer');
  const answering = await mia.waitForView('question:answer');
  await mia.fill(answering, { answer: 'Yes, for print and web.' });
  await mia.submit(answering);
  await vendors.mailbox.waitFor({ to: dana, kind: 'question.answered' });

  await client.get('/portal/project?version=current');
  expect((await client.sign('Dana Reed', dana)).state).toBe('deposit');
  expect(client.page.html).toContain('EUR 2,000.00');
  await world.settle();
  await vendors.mailbox.waitFor({ to: dana, kind: 'contract.sealed' });
  const invoice = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.issued' });
  expect(invoice.attachments[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'signed' });
  expect(cardsOf(team)).toHaveLength(1);
  const log = threadOf(team);
  const lineOf = (words: RegExp) => log.findIndex((line) => words.test(line));
  const signed = lineOf(/Signed.* by (?!Mia)/);
  expect(signed).toBeGreaterThan(0);
  expect(lineOf(/Deposit invoice/), 'the cause is told before what follows from it').toBeGreaterThan(signed);

  const desk = await world.desk();
  await desk.submit('payment:record', { amount: '2,000.00', method: 'transfer', receivedOn: '2027-01-11' });
  expect(desk.page.html).toContain('EUR 2,000.00');
  await world.settle();
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'active' });
  const receipt = await vendors.mailbox.waitFor({ to: dana, kind: 'payment.receipt' });
  expect(receipt.text).toContain('EUR 2,000.00');
  expect((await client.get('/portal/project')).state).toBe('started');
  expect(threadOf(team).join('\n')).toContain('EUR 2,000.00');

  await world.passTo(new Date('2027-04-10T08:00:00Z'));
  const balance = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.issued', after: receipt.id });
  expect(balance.text).toContain('To pay: EUR 2,000.00');
  expect(vendors.mailbox.mails({ kind: 'invoice.reminder' })).toEqual([]);
  await world.passTo(new Date('2027-04-21T08:00:00Z'));
  const reminder = await vendors.mailbox.waitFor({ to: dana, kind: 'invoice.reminder' });
  expect(reminder.subject).toContain('Reminder');
  expect((await client.open(reminder)).state).toBe('invoice');

  const again = await world.desk();
  await again.submit('payment:record', { amount: '2,000.00', method: 'transfer', receivedOn: '2027-04-21' });
  await world.settle();
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'finished' });
  expect((await client.get('/portal/project')).state).toBe('paid');
  await world.pass(world.days(20));
  expect(vendors.mailbox.mails({ kind: 'invoice.reminder' })).toHaveLength(1);
  expect(cardsOf(team)).toHaveLength(1);
  await checkInvariants(world);
}, 90_000);

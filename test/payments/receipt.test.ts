import { beforeAll, expect, test } from 'vitest';
import { textOf } from '../documents/reading.ts';
import { issue, project, record, type Stage, stage, thread } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage({ stripe: false });
}, 60_000);

test('a transfer posts to the channel and mails a receipt that says when, how, for what, and what is still owed', async () => {
  const acme = await project(on);
  const id = await issue(on, acme);
  await record(on, id, '500');
  await on.work();
  const [post] = thread(on, acme).filter(({ text }) => text.includes('received'));
  expect(post).toEqual({
    text: expect.stringMatching(
      /^\*EUR 500\.00\* received from Dana Reed by bank transfer for invoice 2027-\d+\. Still owed on it: EUR 1,500\.00\.$/,
    ),
    broadcast: true,
  });
  const [mail, ...others] = on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' });
  expect(others).toEqual([]);
  expect(mail?.text).toContain('On: Mon 1 March 2027');
  expect(mail?.text).toContain('Still owed on this invoice: EUR 1,500.00');
  expect(mail?.text.match(/\/portal#/g)).toHaveLength(1);
  const [file] = mail?.attachments ?? [];
  expect(file?.filename).toMatch(/^Receipt for invoice 2027-\d+\.pdf$/);
  const paper = await textOf(file!.bytes);
  for (const words of ['EUR 500.00', 'By bank transfer', 'Studio Berg', 'Acme Ltd', 'Mon 1 March 2027', 'EUR 1,500.00'])
    expect(paper).toContain(words);
});

test('what settles nothing is said to the freelancer by name, and to the client on the receipt', async () => {
  const acme = await project(on);
  const id = await issue(on, acme);
  await record(on, id, '2000');
  await record(on, id, '2000');
  await on.work();
  const posts = on.team.thread(acme.card.channel, acme.card.ts).map(({ blocks }) => JSON.stringify(blocks));
  const [told, ...others] = posts.filter((blocks) => blocks.includes('settles nothing'));
  expect(others).toEqual([]);
  expect(told).toContain(`<@${on.team.people.owner.id}>, EUR 2,000.00 of this settles nothing`);
  const [, second] = on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' });
  expect(second?.text).toContain('EUR 2,000.00 of it is more than was owed.');
});

test('names that try to ping everyone or to write a second line stay plain words', async () => {
  const acme = await project(on, '<!channel> *free*\nPaid <https://evil.test|twice>');
  await on.db.client.updateMany({ where: { id: acme.clientId }, data: { name: '<!here> <script>' } });
  await record(on, await issue(on, acme), '2000');
  await on.work();
  const [post] = on.team.thread(acme.card.channel, acme.card.ts).filter(({ text }) => text.includes('received'));
  const sent = JSON.stringify(post);
  expect(sent).not.toMatch(/<!(channel|here)>|<https|<script/);
  expect(post?.text).not.toContain('\n');
});

test('a client without an e-mail address is told nothing by mail, and the channel hears of it all the same', async () => {
  const acme = await project(on);
  const id = await issue(on, acme);
  await on.db.contact.deleteMany({ where: { id: acme.contactId } });
  await record(on, id, '2000');
  await on.work();
  expect(thread(on, acme).some(({ text }) => text.includes('received'))).toBe(true);
  expect(await on.db.outbox.count({ where: { state: { not: 'done' }, effect: 'payment.mail-receipt' } })).toBe(0);
});

test('a mail server that says no for now gets the same receipt again, as one mail', async () => {
  const acme = await project(on);
  const id = await issue(on, acme);
  on.vendors.mailbox.faults.add({ match: acme.email, kind: 'drop-after-accept' });
  await record(on, id, '2000');
  await on.work();
  await on.db.outbox.updateMany({ where: { state: 'pending' }, data: { availableAt: new Date(0) } });
  await on.work();
  const mails = on.vendors.mailbox.mails({ to: acme.email, kind: 'payment.receipt' });
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
});

import { afterEach, beforeAll, expect, test } from 'vitest';
import { draft, draftAndSend } from '../support/acts.ts';
import { checkInvariants } from '../support/invariants.ts';
import { wordsOf } from '../support/seen.ts';
import { cardOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await world.settle();
  await checkInvariants(world);
});

const brief = (email: string) => `Logo for Acme (${email}), EUR 900, 50% deposit, done by 30 April 2027`;
const shown = (subjectId: string) =>
  world.db.evidence.findMany({ where: { kind: 'contract.explained', subjectId }, orderBy: { seq: 'asc' } });
const newestVersion = () => world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });

test('the freelancer reads a draft in plain words, asks, and finds question and answer in the thread', async () => {
  const { mia, team } = world;
  await draft(world, brief('plain@acme.test'));
  const version = await newestVersion();
  await mia.press(cardOf(team), 'contract:explain');
  const view = await mia.waitForView('contract:explain');
  expect(textOf(view.blocks)).toContain('You pay EUR 450.00 on signature');
  await mia.fill(view, { body: 'When is the deposit due?' });
  expect((await mia.submit(view)).errors).toEqual({});
  expect(textOf(mia.openView?.blocks)).toContain('is due on signature');
  const again = await mia.waitForView('contract:explain');
  await mia.fill(again, { body: 'Do you offer hosting?', post: [] });
  await mia.submit(again);
  expect(textOf(mia.openView?.blocks)).toContain('Not in the contract.');
  await mia.close(undefined, { all: true });
  await world.settle();
  const thread = threadOf(team).join('\n');
  expect(thread).toContain('asked the contract “When is the deposit due?”: clause');
  expect(thread).not.toContain('hosting');
  // The summary, and both questions: what was shown is written down whether or not the thread tells it.
  expect(await shown(version.id)).toHaveLength(3);
});

test('the client asks on the page, twice by accident, and is told what is not in the contract', async () => {
  const { team, vendors } = world;
  await draftAndSend(world, brief('asks@acme.test'));
  const dana = world.client();
  const opened = await dana.openNewest('asks@acme.test', 'contract.sent');
  expect(opened.html.includes('href="#clause-2"'), 'a line leads to its clause').toBe(true);
  const question = 'What happens if I pay late? <!channel> *now*';
  await Promise.all([
    dana.submit('contract:explain', { body: question }),
    dana.submit('contract:explain', { body: question }),
  ]);
  const page = await dana.get('/portal/project?version=current');
  const version = await newestVersion();
  const clause = (version.clauses as { id: string; number: number }[]).find(({ id }) => id === 'late-payment-business');
  expect(page.html).toContain(`<a href="#clause-${clause?.number}">`);
  expect(wordsOf(page.html)).toContain('we may charge interest on what is unpaid');
  expect(page.html).toContain('&lt;!channel>');
  await dana.submit('contract:explain', { body: 'Is there a warranty?' });
  expect(wordsOf(dana.page.html)).toContain('Not in the contract. Ask Studio Berg');
  await dana.submit('contract:explain', { body: '  ' });
  expect(dana.page.status).toBe(422);
  expect(dana.page.html).toContain('Write what you want to know.');
  await world.settle();
  expect(await shown(version.id)).toHaveLength(2);
  const thread = threadOf(team).join('\n');
  expect(thread).toContain('asked the contract “What happens if I pay late?');
  expect(thread).not.toContain('<!channel>');
  expect(vendors.mailbox.mails({ to: 'asks@acme.test', kind: 'contract.reminder' })).toEqual([]);
});

test('what was asked of a version that was replaced is asked again of the one that counts', async () => {
  const { mia, team } = world;
  await draftAndSend(world, brief('old@acme.test'));
  const dana = world.client();
  await dana.openNewest('old@acme.test', 'contract.sent');
  const old = await newestVersion();
  await mia.press(cardOf(team), 'contract:edit');
  const view = await mia.waitForView('contract:terms');
  await mia.fill(view, { fee: '1,000' });
  await mia.submit(view);
  await world.settle();
  await mia.press(cardOf(team), 'contract:send');
  const send = await mia.waitForView('contract:send');
  await mia.fill(send, { name: 'Mia Berg', consent: ['yes'] });
  await mia.submit(send);
  await world.settle();
  await dana.submit('contract:explain', { body: 'What does it cost?' });
  expect(wordsOf(dana.page.html)).toContain('This contract has changed since you opened it');
  expect(await shown(old.id)).toHaveLength(0);
  expect(textOf(cardOf(team).blocks)).toContain('contract:explain');
});

import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { draft } from '../support/acts.ts';
import { cardOf, startWorld, textOf, type World } from '../support/world.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false });
});

const brief = (name: string, more: string) =>
  `Brand identity for ${name} (${name.toLowerCase()}@client.test), EUR 4,000, ${more}, done by 10 April`;
const newest = () => world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
const NAMED = { name: 'Mia Berg', consent: ['yes'] };

async function preview(): Promise<SandboxView> {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:send');
  return mia.waitForView();
}

async function submitted(view: SandboxView, filled: Record<string, unknown> = NAMED): Promise<string> {
  await world.mia.fill(view, filled);
  const sent = await world.mia.submit(view, { force: true });
  await world.settle();
  return textOf(sent.fields);
}

test('with a deposit and no way to pay it the preview leads to the bank details and can’t be sent', async () => {
  const { mia, appUrl } = world;
  await draft(world, brief('Oak', '50% deposit'));
  const view = await preview();
  expect(view.submit).toBeUndefined();
  expect(textOf(view.blocks)).toContain('no way to pay it yet');
  expect(textOf(view.blocks)).toContain('EUR 2,000.00');
  await mia.press(view, 'desk:open');
  await expect.poll(() => textOf(mia.openView?.blocks)).toContain(`${appUrl}/desk#`);
  const token = /\/desk#([\w-]{43})/.exec(textOf(mia.openView?.blocks))?.[1] ?? '';
  const desk = world.client();
  await desk.post('/desk/open', { token });
  await desk.get('/desk/bank');
  await desk.submit('bank:save', { holder: 'Mia Berg', iban: 'DE89370400440532013000' });
  expect((await preview()).submit).toBe('Sign and send');
});

test('the preview names the address, every date in the client’s zone, and the zone once', async () => {
  const view = await preview();
  const shown = textOf(view.blocks);
  expect(shown).toContain('oak@client.test');
  expect(shown).toContain('as if that were today');
  expect(shown.match(/Europe\/Berlin/g)).toHaveLength(1);
  expect(shown.match(/09:00: A reminder/g)?.length).toBeGreaterThanOrEqual(9);
  expect(view.blocks.length).toBeLessThanOrEqual(100);
  expect(view.privateMetadata.length).toBeLessThan(300);
});

test('a name and the tick are needed, and what was typed stays', async () => {
  const view = await preview();
  expect(await submitted(view, { name: '', consent: [] })).toMatch(/name.*consent/);
  expect(await submitted(view, { name: 'M', consent: ['yes'] })).toContain('name');
  expect((await newest()).state).toBe('draft');
});

test('what is signed is what was previewed: an edit, another address or a made-up hash is refused', async () => {
  const { mia, team } = world;
  const view = await preview();
  const kept = JSON.parse(view.privateMetadata) as { shown: string; to: string };
  view.privateMetadata = JSON.stringify({ ...kept, shown: `${kept.shown.slice(0, -4)}beef` });
  expect(await submitted(view)).toContain('The text has changed since you looked');
  view.privateMetadata = JSON.stringify({ ...kept, to: 'eve@evil.test' });
  expect(await submitted(view)).toContain('address has changed since you looked');

  await world.jonas.press(cardOf(team), 'contract:edit');
  const form = await world.jonas.waitForView('contract:terms');
  await world.jonas.fill(form, { fee: '4,400' });
  await world.jonas.submit(form);
  await world.settle();
  view.privateMetadata = JSON.stringify(kept);
  expect(await submitted(view)).toContain('A newer version of this contract exists');
  expect(world.vendors.mailbox.mails({ kind: 'contract.sent' })).toEqual([]);
  await mia.close(undefined, { all: true });
});

test('an address the client no longer uses is refused before the preview, with what to do', async () => {
  const { mia, team } = world;
  await world.db.contact.updateMany({ where: { email: 'oak@client.test' }, data: { maySign: false } });
  const told = mia.ephemerals.length;
  await mia.press(cardOf(team), 'contract:send');
  await expect.poll(() => textOf(mia.ephemerals[told]?.blocks)).toContain('Edit terms, then send');
  await world.db.contact.updateMany({ where: { email: 'oak@client.test' }, data: { maySign: true } });
});

test('sent twice at once it is signed once and mailed once, with the card in its next state', async () => {
  const { mia, team, vendors } = world;
  const view = await preview();
  await mia.fill(view, NAMED);
  await Promise.all([mia.submit(view), mia.submit(view), mia.submit(view)]);
  await world.settle();
  expect((await newest()).state).toBe('sent');
  expect(await world.db.signature.count()).toBe(1);
  expect(vendors.mailbox.mails({ to: 'oak@client.test', kind: 'contract.sent' })).toHaveLength(1);
  expect(cardOf(team).metadata?.event_payload).toMatchObject({ state: 'offered' });
  expect(textOf(cardOf(team).blocks)).toMatch(/Edit terms.*PDF.*Withdraw/s);
});

test('a draft that lay around until its day had passed is refused before the preview, with what to do', async () => {
  const { mia, team } = world;
  const endOn = new Date(world.clock.now().getTime() + world.days(5)).toISOString().slice(0, 10);
  await draft(world, brief('Elm', 'no deposit'), { endOn });
  await world.pass(world.days(8));
  const told = mia.ephemerals.length;
  await mia.press(cardOf(team), 'contract:send');
  await expect.poll(() => textOf(mia.ephemerals[told]?.blocks)).toMatch(/in the past.*Edit the terms first/);
});

test('a time that is kept for someone else is said in the preview and on the card', async () => {
  const { mia, team, db } = world;
  const shoot = (name: string, hours: string) =>
    `Photos of a party for ${name} Ltd (${name.toLowerCase()}@client.test), EUR 900, no deposit, on 12 June, ${hours}`;
  await draft(world, shoot('Ash', '14:00-18:00'));
  expect(await submitted(await preview())).toBe('{}');
  const { startsWall, ...row } = {
    ...{ startsWall: new Date('2027-06-12T14:00:00Z'), endsWall: new Date('2027-06-12T18:00:00Z') },
    ...{ zone: 'Europe/Berlin', startAt: new Date('2027-06-12T12:00:00Z'), endAt: new Date('2027-06-12T16:00:00Z') },
  };
  const project = await db.project.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const own = { workspaceId: project.workspaceId, projectId: project.id };
  await db.booking.create({ data: { ...own, ...row, startsWall, id: 'bkg_ash', state: 'held' } });
  await mia.close(undefined, { all: true });
  await draft(world, shoot('Elm', '17:00-19:00'));
  const said = 'This time is kept for “Photos of a party” too: Sat 12 June 2027, 14:00 (Europe/Berlin).';
  expect(textOf((await preview()).blocks)).toContain(said);
  expect(textOf(cardOf(team).blocks)).toContain(said);
  await mia.close(undefined, { all: true });
  await draft(world, shoot('Fir', '18:00-19:00'));
  expect(textOf((await preview()).blocks)).not.toContain('This time is');
});

test('a text that the business details have left behind is not sent; saving the terms makes it anew', async () => {
  const { mia, team, db } = world;
  await mia.close(undefined, { all: true });
  await draft(world, brief('Yew', 'no deposit'));
  await db.business.updateMany({ where: { name: 'Studio Berg' }, data: { name: 'Studio Bergmann' } });
  try {
    const told = mia.ephemerals.length;
    await mia.press(cardOf(team), 'contract:send');
    await expect.poll(() => mia.ephemerals.length).toBeGreaterThan(told);
    expect(textOf(mia.ephemerals[told]?.blocks)).toMatch(
      /The text does not have your name as it stands in the settings now/,
    );
    await mia.close(undefined, { all: true });
    const before = (await newest()).number;
    await mia.press(cardOf(team), 'contract:edit');
    expect((await mia.submit(await mia.waitForView('contract:terms'))).errors).toEqual({});
    await world.settle();
    await mia.close(undefined, { all: true });
    expect((await newest()).number).toBe(before + 1);
    expect((await newest()).text).toContain('Studio Bergmann');
    expect((await preview()).submit).toBe('Sign and send');
  } finally {
    await db.business.updateMany({ where: { name: 'Studio Bergmann' }, data: { name: 'Studio Berg' } });
  }
});

test('words that are not from the library are shown whole and want a tick of their own', async () => {
  const { mia, team } = world;
  await draft(world, brief('Elm', 'no deposit'));
  expect(textOf((await preview()).blocks)).not.toContain('Custom wording');
  await mia.close(undefined, { all: true });
  await mia.press(cardOf(team), 'contract:edit');
  const terms = await mia.waitForView('contract:terms');
  const HOSTILE = 'One film, <!channel> *free* of `charge`.\nNo sound.';
  await mia.fill(terms, { scopeNotes: HOSTILE, acceptanceNotes: 'It plays on a phone.' });
  expect((await mia.submit(terms)).errors).toEqual({});
  await world.settle();
  expect(textOf(cardOf(team).blocks)).toMatch(/Custom wording.*The work in detail, .*What we check the work against/s);
  const view = await preview();
  const shown = textOf(view.blocks);
  expect(shown).toContain('&lt;!channel&gt; ∗free∗');
  expect(shown).toContain('No sound.');
  expect(shown).toContain('It plays on a phone.');
  expect(shown).toMatch(/"optional":false,"element":\{"type":"checkboxes","action_id":"custom"/);
  expect(await submitted(view)).toContain('tick the box');
  expect(await submitted(view, { ...NAMED, custom: ['yes'] })).not.toContain('tick');
  expect((await newest()).state).toBe('sent');
});

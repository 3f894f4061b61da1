import { beforeAll, expect, test } from 'vitest';
import { installApp } from '../../src/sandbox/onboard.ts';
import { storyBrief } from '../../src/sandbox/page/brief.ts';
import type { SandboxView } from '../../src/sandbox/slack/shapes.ts';
import { keyOf } from '../../src/sandbox/slack/state.ts';
import { draft } from '../support/acts.ts';
import { cardOf, cardsOf, startWorld, textOf, threadOf, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ payments: false });
});

const story = () => storyBrief(world.clock.now()).replace('/contract ', '');
const year = () => /2 March (\d{4})/.exec(story())?.[1] ?? '';
const FOUND = { selected_option: 'value', selected_options: 'value' } as const;

/** What a form holds, by field. */
function held(view: SandboxView): Record<string, unknown> {
  const fields = Object.values(view.values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    fields.map(([name, state]) => {
      const value = state[keyOf(state.type) ?? ''];
      if (Array.isArray(value)) return [name, value.map((one) => one?.[FOUND.selected_options] ?? one)];
      return [name, (value as { value?: unknown } | null)?.value ?? value];
    }),
  );
}

async function open(text: string, channel = 'projects'): Promise<SandboxView> {
  await world.mia.close(undefined, { all: true });
  await world.mia.command('/contract', text, { channel });
  return world.mia.waitForView('contract:terms');
}

const rows = async () => ({
  briefs: await world.db.brief.count(),
  contracts: await world.db.contract.count(),
  clients: await world.db.client.count(),
  versions: await world.db.version.count(),
});

test('the story’s brief fills the form, and the draft keeps the words each value was read from', async () => {
  const { mia, team } = world;
  const view = await open(story());
  expect(held(view)).toMatchObject({
    title: 'Brand identity',
    client: 'Acme',
    email: 'dana@acme.test',
    kind: 'business',
    fee: '4,000.00',
    currency: 'EUR',
    deposit: '50%',
    revisions: '2',
    startOn: `${year()}-03-02`,
    endOn: `${year()}-04-10`,
    taxIncluded: [],
    bookingAt: null,
  });
  expect(textOf(view.blocks)).toContain('Everything needed was in the brief');
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  const [version] = await world.db.version.findMany();
  const terms = version?.terms as Record<string, { value: unknown; origin: string; quote?: string }>;
  expect(terms.fee).toMatchObject({ value: { minor: '400000', currency: 'EUR' }, origin: 'brief' });
  expect(terms.fee?.quote).toContain('4,000');
  expect(terms.deposit).toMatchObject({ origin: 'brief' });
  expect(terms.netDays).toMatchObject({ value: 14, origin: 'workspace' });
  expect(version).toMatchObject({ number: 1, state: 'draft', reading: 'parser' });
  const card = cardOf(team);
  expect(card.channel).toBe(team.places.projects.id);
  expect(card.metadata?.event_payload).toMatchObject({ state: 'drafting' });
  for (const words of ['Brand identity', 'dana@acme.test', 'EUR 4,000.00', 'EUR 2,000.00', '10 April'])
    expect(textOf(card.blocks)).toContain(words);
  for (const id of ['contract:edit', 'contract:pdf', 'contract:send', 'contract:discard'])
    expect(textOf(card.blocks)).toContain(id);
  expect(threadOf(team, card).join('\n')).toContain('Drafted by');
});

test('one form sent twenty times at once makes one draft and one card', async () => {
  const { mia, team } = world;
  const view = await open('Website for Lumen (ruben@lumen.test), EUR 900, done by 10 April');
  const [before, cards] = [await rows(), cardsOf(team).length];
  await Promise.all(Array.from({ length: 20 }, () => mia.submit(view)));
  await mia.submit(view);
  await world.settle();
  expect(await rows()).toEqual({
    ...before,
    contracts: before.contracts + 1,
    clients: before.clients + 1,
    versions: before.versions + 1,
  });
  expect(cardsOf(team)).toHaveLength(cards + 1);
  // The same window again with another price: not what stands, so it says where to change that.
  await mia.fill(view, { fee: '1,900' });
  expect(textOf((await mia.submit(view, { force: true })).errors)).toContain('drafted already, with other terms');
}, 60_000);

test('a brief without a price asks for it, says so, and drafts nothing until it is there', async () => {
  const { mia } = world;
  const view = await open('Logo for Birch (tom@birch.test), done by 10 April');
  expect(held(view)).toMatchObject({ fee: null, client: 'Birch' });
  expect(textOf(view.blocks)).toContain('Please say:* what it costs.');
  const before = await rows();
  const sent = await mia.submit(view, { force: true });
  expect(sent.fields).toEqual({ fee: 'This is needed.' });
  expect(await rows()).toEqual(before);
});

test('the command alone opens an empty form without a lecture, and nothing has to be read to fill it', async () => {
  const view = await open('');
  expect(held(view)).toMatchObject({ title: null, client: null, email: null, fee: null, currency: 'EUR' });
  expect(textOf(view.blocks)).not.toContain('Please say');
  const needed = view.blocks.filter((block) => block.type === 'input' && !block.optional);
  expect(needed.length).toBeLessThanOrEqual(8);
});

test('help, and words that mean nothing, each get a useful answer', async () => {
  const { mia } = world;
  await mia.close(undefined, { all: true });
  const before = mia.ephemerals.length;
  await mia.command('/contract', 'help', { channel: 'projects' });
  expect(mia.openView).toBeUndefined();
  expect(textOf(mia.ephemerals[before]?.blocks)).toContain('/contract Brand identity');
  const view = await open('blah ??? 🎉');
  expect(textOf(view.blocks)).toContain('Please say:');
});

test('amounts nobody can mean are refused beside the field, and nothing typed is lost', async () => {
  const { mia } = world;
  const view = await open('Logo for Birch (tom@birch.test), EUR 800, done by 10 April');
  const before = await rows();
  for (const fee of ['1e9', '-5', '0.005', '١٢٣', '1.000.00', '0', '99999999999999']) {
    await mia.fill(view, { fee });
    const sent = await mia.submit(view);
    expect(Object.keys(sent.fields), fee).toEqual(['fee']);
    expect(held(view).fee).toBe(fee);
  }
  await mia.fill(view, { fee: '800' });
  for (const [deposit, says] of [
    ['900', 'more than the total'],
    ['101%', 'at most 100%'],
    ['1e2', ''],
    ['some', ''],
  ]) {
    await mia.fill(view, { deposit });
    expect((await mia.submit(view)).fields.deposit, deposit).toContain(says);
  }
  await mia.fill(view, { deposit: 'none', endOn: '2020-01-01', startOn: '2020-01-01', revisions: 'no', hours: '3' });
  const sent = await mia.submit(view);
  expect(sent.fields.revisions).toContain('whole number');
  expect(sent.fields.bookingAt).toContain('Say when');
  await mia.fill(view, { revisions: '2', hours: null });
  const past = (await mia.submit(view)).fields;
  expect(past).toMatchObject({ endOn: expect.stringContaining('past'), startOn: expect.stringContaining('past') });
  expect(await rows()).toEqual(before);
}, 60_000);

test('letters the PDF has no shapes for are refused beside the field that holds them', async () => {
  const { mia } = world;
  const view = await open('Logo for Birch (tom@birch.test), EUR 800, done by 10 April');
  await mia.fill(view, { title: 'Logo 北京', contact: '田中' });
  const { fields } = await mia.submit(view);
  expect(fields.title).toContain('北');
  expect(fields.contact).toContain('田');
});

test('hostile words stay words: in the form, on the card, and on paper', async () => {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  const name = 'Eve <!channel> <script>alert(1)</script>';
  await draft(world, 'Logo, EUR 800, done by 10 April', {
    title: 'Logo\u202egpj\r\n*bold* {{ fee }} <@U1>',
    client: name,
    email: 'eve@evil.test',
    deliverables: '{% assign x = 1 %}\n<img src=x>',
    specialTerms: '# Heading\n[click](https://evil.test) {{ businessName }}',
  });
  const card = cardOf(team);
  const shown = textOf(card.blocks) + card.text;
  expect(shown).not.toMatch(/<!channel>|<script>|\u202e/);
  expect(card.text).toContain('&lt;@U1&gt;');
  expect(shown).toContain('&lt;!channel&gt;');
  const version = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(version.text).not.toContain('\u202e');
  expect(version.text).toContain('{{ businessName }}');
});

test('a brief of 50,000 characters is refused in words, before anything opens', async () => {
  const { mia } = world;
  await mia.close(undefined, { all: true });
  const before = mia.ephemerals.length;
  await mia.command('/contract', 'Logo for Birch, EUR 800. '.repeat(2000), { channel: 'projects' });
  expect(mia.openView).toBeUndefined();
  expect(textOf(mia.ephemerals[before]?.blocks)).toContain('12,000 is the most Retainer reads');
});

test('the menu of a message drafts from that message, whatever its writer meant by its marks', async () => {
  const { mia, team } = world;
  await mia.close(undefined, { all: true });
  const said = team
    .as(team.people.member.id)
    .say('projects', 'Logo & icons for Oak <3 (tia@oak.test), EUR 700, done by 10 April');
  await mia.shortcut(said, 'contract:draft-from-message');
  const view = await mia.waitForView('contract:terms');
  expect(held(view)).toMatchObject({ email: 'tia@oak.test', fee: '700.00' });
  const brief = await world.db.brief.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(brief.body).toBe('Logo & icons for Oak <3 (tia@oak.test), EUR 700, done by 10 April');
  expect((await mia.submit(view)).errors).toEqual({});
});

test('what was typed is kept before the form opens, even if the form is closed', async () => {
  await open('Poster for Elm, EUR 321');
  const brief = await world.db.brief.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(brief).toMatchObject({ body: 'Poster for Elm, EUR 321', channelId: world.team.places.projects.id });
});

test.each([
  ['the client', 'Brand identity for Acme (dana@acme.test), EUR 4,000, done by 10 April'],
  ['another client’s guest', 'Brand identity for Katharina Lind (k.lind@post.test), EUR 2,800, done by 10 April'],
])(
  'a price never goes where %s reads along: the draft is in the messages, and the form says why',
  async (_who, brief) => {
    const { fern, other } = world;
    await fern.command('/contract', brief, { channel: 'acme' });
    const view = await fern.waitForView('contract:terms');
    await fern.submit(view);
    expect(textOf(fern.openView?.blocks)).toMatch(/your messages with Retainer.*a guest can read #acme/s);
    await world.settle();
    expect(cardOf(other).channel).toBe(other.dm(fern.id).id);
    expect(other.messages(other.places.acme.id).filter(({ botId }) => botId)).toEqual([]);
  },
);

test('a channel chosen in the form is taken, refused with what to do, or taken with a tick', async () => {
  const { mia, team } = world;
  const view = await open('Flyer for Ash (kim@ash.test), EUR 300, done by 10 April');
  await mia.fill(view, { channel: team.places.finance.id });
  expect((await mia.submit(view)).fields.channel).toContain('/invite');
  await mia.fill(view, { channel: team.places.shared.id });
  expect((await mia.submit(view)).fields.channel).toContain('another organisation');
  await mia.fill(view, { openly: ['yes'] });
  expect((await mia.submit(view)).errors).toEqual({});
  await world.settle();
  expect(cardOf(team).channel).toBe(team.places.shared.id);
});

test('a brief or a version of another workspace is not there, whatever a form or a button claims', async () => {
  const { mia, fern, other, team } = world;
  const view = await open('Flyer for Ash (kim@ash.test), EUR 300, done by 10 April');
  await fern.close(undefined, { all: true });
  await fern.command('/contract', 'Flyer for Ash (kim@ash.test), EUR 300, done by 10 April', { channel: 'projects' });
  const theirs = await fern.waitForView('contract:terms');
  const before = await rows();
  theirs.privateMetadata = view.privateMetadata;
  expect(textOf((await fern.submit(theirs)).errors)).toContain('is not here');
  const version = await world.db.version.findFirstOrThrow({
    where: { workspaceId: (await world.db.workspace.findFirstOrThrow({ where: { slackTeamId: team.id } })).id },
  });
  theirs.privateMetadata = JSON.stringify({ version: version.id });
  expect(textOf((await fern.submit(theirs)).errors)).toContain('is not here');
  theirs.privateMetadata = 'nonsense';
  expect(textOf((await fern.submit(theirs)).errors)).toContain('is not here');
  const card = cardOf(other);
  for (const id of ['contract:edit', 'contract:send', 'contract:pdf', 'contract:discard']) {
    const forged = structuredClone({ ...card, files: [] });
    for (const block of forged.blocks)
      for (const element of (block.elements as { action_id?: string; value?: string }[]) ?? [])
        if (element.action_id === id) element.value = version.id;
    const told = fern.ephemerals.length;
    await fern.press(forged, id, { stale: true });
    await expect.poll(() => textOf(fern.ephemerals[told]?.blocks), { message: id }).toContain('is not here');
  }
  expect(await rows()).toEqual(before);
  expect(mia.openView).toBeDefined();
});

test('a photographer’s brief is booked for its hour, and a day without an hour is asked for', async () => {
  const { mia } = world;
  const wedding = await open('Wedding photos for Tom Baker (tom@baker.test), EUR 1,800, 12 June 3pm for 6 hours');
  const at = new Date(Number(held(wedding).bookingAt) * 1000);
  expect(at.toISOString()).toMatch(/-06-12T13:00:00.000Z$/);
  expect(held(wedding)).toMatchObject({ template: 'photography', kind: null, hours: '6' });
  expect(textOf(wedding.blocks)).toContain('whether the client is a business or a private person');
  await mia.fill(wedding, { kind: 'private', taxIncluded: ['yes'] });
  expect((await mia.submit(wedding)).errors).toEqual({});
  await world.settle();
  const { terms } = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect((terms as Record<string, object>).booking).toMatchObject({
    origin: 'brief',
    value: { time: '15:00', minutes: 360, zone: 'Europe/Berlin' },
  });
  const day = await open('Portrait photos for Tom Baker (tom@baker.test), EUR 400, on 12 June');
  expect(held(day).bookingAt).toBeNull();
  expect(textOf(day.blocks)).toMatch(/The brief says \w+ 12 June \d{4}/);
  await mia.fill(day, { kind: 'private' });
  expect((await mia.submit(day)).fields.bookingAt).toContain('at what time');
});

test('a client the workspace knows is named in full, with what is known of them', async () => {
  const { mia } = world;
  await world.db.client.updateMany({
    where: { name: 'Lumen' },
    data: { company: 'Lumen Light GmbH', address: 'Hafen 2\n20457 Hamburg', timeZone: 'America/New_York' },
  });
  const view = await open('Banner for lumen (ruben@lumen.test), EUR 250, done by 10 April');
  expect(held(view)).toMatchObject({ client: 'Lumen Light GmbH', email: 'ruben@lumen.test' });
  await mia.submit(view);
  await world.settle();
  const { terms, text } = await world.db.version.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  expect(terms).toMatchObject({
    clientCompany: { origin: 'client' },
    clientAddress: { value: 'Hafen 2, 20457 Hamburg', origin: 'client' },
    clientZone: { value: 'America/New_York' },
  });
  expect(text).toContain('Lumen Light GmbH');
});

test('a contract with somebody else than the address belongs to says so on the card', async () => {
  await world.mia.close(undefined, { all: true });
  await draft(world, 'Banner for Pine (ruben@lumen.test), EUR 250, done by 10 April');
  const shown = textOf(cardOf(world.team).blocks);
  expect(shown).toContain('The contract is with Pine, but invoices to ruben@lumen.test name Lumen Light GmbH.');
});

test('a brief typed before the business is known waits for the profile and is gone on with', async () => {
  const { vendors } = world;
  const team = vendors.slack.addTeam({ name: 'Studio New', installed: false });
  await installApp(vendors.slack, team);
  const owner = team.as(team.people.owner.id);
  await owner.command('/contract', story(), { channel: 'projects' });
  const profile = await owner.waitForView('workspace:profile');
  await owner.fill(profile, {
    name: 'Studio New',
    address: 'Allee 1\n10115 Berlin',
    email: 'new@studio.test',
    taxRate: '0',
    deposit: '20',
  });
  expect((await owner.submit(profile)).errors).toEqual({});
  const view = await owner.waitForView('contract:terms');
  // Nothing of what was typed into the first form: its fields are called alike.
  expect(held(view)).toMatchObject({
    title: 'Brand identity',
    fee: '4,000.00',
    email: 'dana@acme.test',
    deposit: '50%',
  });
  expect((await owner.submit(view)).errors).toEqual({});
  await world.settle();
  expect(cardOf(team).channel).toBe(team.places.projects.id);
});

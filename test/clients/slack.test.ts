import webapi from '@slack/web-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { addClient, findOrAddClient } from '../../src/clients/add.ts';
import { cardChannelOf } from '../../src/clients/channel-read.ts';
import { clientByEmail, clientById, clientCalled, clientsOf, isTicked } from '../../src/clients/read.ts';
import { transact } from '../../src/platform/work.ts';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { type Id, newId } from '../../src/shared/ids.ts';
import { visitOf } from '../../src/workspaces/visit.ts';
import { type Stage, startStage } from '../workspaces/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});

const install = async () => {
  const team = stage.chat.addTeam({ installed: false });
  await stage.chat.install(team.id, team.people.owner.id);
  const mia = team.as(team.people.owner.id);
  const visit = await visitOf(stage.core, stage.slack, { teamId: team.id, userId: mia.id });
  return { team, mia, visit, workspaceId: visit.workspace.id };
};
type Installed = Awaited<ReturnType<typeof install>>;

const add = async ({ mia, workspaceId }: Installed, line: string, more: Record<string, unknown> = {}) => {
  await mia.command('/client', line);
  const view = await mia.waitForView('client:edit');
  await mia.fill(view, { country: 'GB', zone: 'Europe/London', ...more });
  const sent = await mia.submit();
  const email = line.split(' ').at(-1) ?? '';
  return { sent, client: await clientByEmail(stage.core.db, workspaceId, email) };
};

describe('/client', () => {
  test('keeps a VAT number, and refuses what is none', async () => {
    const here = await install();
    const refused = await add(here, 'Dana Reyes dana@acme.test', { taxId: 'see <https://x.test|here>' });
    expect(refused.sent.fields).toHaveProperty('taxId');
    await here.mia.fill(here.mia.openView!, { taxId: 'GB 123 4567 89' });
    await here.mia.submit();
    expect((await clientByEmail(stage.core.db, here.workspaceId, 'dana@acme.test'))?.taxId).toBe('GB 123 4567 89');
  });

  test('with a name and an address opens the form prefilled, and saving makes the client', async () => {
    const here = await install();
    const { sent, client } = await add(here, 'Dana Reyes dana@acme.test', { company: 'Acme Ltd', currency: 'GBP' });
    expect(sent.fields).toEqual({});
    expect(client).toMatchObject({ name: 'Dana Reyes', company: 'Acme Ltd', country: 'GB', currency: 'GBP' });
    expect(client?.contacts).toMatchObject([{ name: 'Dana Reyes', email: 'dana@acme.test' }]);
    expect(JSON.stringify(here.mia.openView)).toContain('Acme Ltd');
  });

  test('is refused at each field whose letters the PDF lacks, saying which and what to do', async () => {
    const here = await install();
    const { sent } = await add(here, 'Dana Reyes dana@acme.test', { company: '株式会社', address: 'דרך 1' });
    expect(Object.keys(sent.fields ?? {}).sort()).toEqual(['address', 'company']);
    expect(JSON.stringify(sent.fields)).toContain('The PDF can’t print 株 式 会 社 yet. Write it in Latin');
  });

  test('lists, finds, helps, and answers nonsense', async () => {
    const here = await install();
    const { mia } = here;
    await mia.command('/client');
    expect(mia.ephemerals.at(-1)?.text).toContain('No clients yet');
    await add(here, 'Dana Reyes dana@acme.test');
    await mia.close(undefined, { all: true });
    for (const [text, found] of [
      ['', 'Dana Reyes'],
      ['list', 'dana@acme.test'],
      ['reyes', 'Clients like'],
      ['help', 'adds one'],
      ['<!here> nobody', 'No client is called'],
      ['%', 'No client is called'],
    ] as const) {
      await mia.command('/client', text);
      const answer = JSON.stringify(mia.ephemerals.at(-1));
      expect(answer, text).toContain(found);
      expect(answer).not.toContain('<!here>');
    }
    await mia.press(mia.ephemerals.at(-1)!, 'client:add');
    await mia.waitForView('client:edit');
  });

  test('says how many of those it found are not shown; the form of an invoice knows one by the whole name alone', async () => {
    const here = await install();
    const { db } = stage.core;
    const { workspaceId } = here;
    const named = (name: string, n: number) => ({
      ...{ workspaceId, id: newId('client', new Date()), name: n > 0 ? `${name} ${n}` : name, kind: 'business' },
      ...{ country: 'GB', timeZone: 'Europe/London', language: 'en', currency: 'GBP' },
    });
    const data = Array.from({ length: 25 }, (_, n) => named('Ann', n));
    await db.client.createMany({ data });
    await db.contact.createMany({
      data: data.map(({ id }, n) => ({
        ...{ workspaceId, id: newId('contact', new Date()), clientId: id, name: 'Ann', email: `ann${n}@acme.test` },
      })),
    });
    await here.mia.command('/client', 'ann');
    expect(JSON.stringify(here.mia.ephemerals.at(-1))).toContain('And 15 more');
    expect(await clientCalled(db, workspaceId, 'aNN')).toMatchObject({ id: data[0]?.id });
    expect(await clientCalled(db, workspaceId, 'An_')).toBeUndefined();
    await db.client.create({ data: { ...named('Ann', 0), id: newId('client', new Date()) } });
    expect(await clientCalled(db, workspaceId, 'Ann')).toBeUndefined();
  });

  test('a known address opens that client instead of a second one', async () => {
    const here = await install();
    await add(here, 'Dana Reyes dana@acme.test');
    await here.mia.close(undefined, { all: true });
    await here.mia.command('/client', 'Dana R. DANA@acme.test');
    expect((await here.mia.waitForView('client:edit')).title).toBe('Edit client');
  });

  test('needs an address that can get mail', async () => {
    const { mia } = await install();
    await mia.command('/client', 'add Dana');
    const view = await mia.waitForView('client:edit');
    await mia.fill(view, { country: 'GB', zone: 'Europe/London', email: 'dana@acme.test\r\nBcc: eve@evil.test' });
    expect((await mia.submit(view, { force: true })).fields).toHaveProperty('email');
  });

  test('submitted twenty times at once makes one client', async () => {
    const { mia, workspaceId } = await install();
    await mia.command('/client', 'Dana Reyes dana@acme.test');
    const view = await mia.waitForView('client:edit');
    await mia.fill(view, { country: 'GB', zone: 'Europe/London' });
    await Promise.all(Array.from({ length: 20 }, () => mia.submit(view)));
    expect(await clientsOf(stage.core.db, workspaceId)).toHaveLength(1);
  });
});

describe('editing', () => {
  const edit = async ({ mia }: Installed, text: string) => {
    await mia.close(undefined, { all: true });
    await mia.command('/client', text);
    await mia.press(mia.ephemerals.at(-1)!, 'client:edit');
    return await mia.waitForView('client:edit');
  };

  test('a new address is a new contact; the old one can neither sign nor get invoices', async () => {
    const here = await install();
    const { client } = await add(here, 'Dana Reyes dana@acme.test');
    const view = await edit(here, 'dana');
    await here.mia.fill(view, { email: 'dana@new.test' });
    await here.mia.submit(view);
    const { contacts } = await clientById(stage.core.db, here.workspaceId, client!.id);
    expect(contacts).toMatchObject([
      { email: 'dana@acme.test', maySign: false, getsInvoices: false },
      { email: 'dana@new.test', maySign: true, getsInvoices: true },
    ]);
  });

  test('a stale form does not overwrite what was saved meanwhile', async () => {
    const here = await install();
    await add(here, 'Dana Reyes dana@acme.test');
    const one = await edit(here, 'dana');
    here.mia.stack = [];
    const two = await edit(here, 'dana');
    await here.mia.fill(one, { client: 'Dana One' });
    await here.mia.fill(two, { client: 'Dana Two' });
    await here.mia.submit(one);
    expect((await here.mia.submit(two)).fields).toHaveProperty('client');
  });

  test('another workspace’s client is not there, by button and by form alike', async () => {
    const theirs = await install();
    const { client } = await add(theirs, 'Dana Reyes dana@acme.test');
    const mine = await install();
    await add(mine, 'Sam sam@mine.test');
    const view = await edit(mine, 'sam');
    view.privateMetadata = JSON.stringify({ clientId: client!.id });
    const sent = await mine.mia.submit(view);
    expect(Object.values(sent.errors).join()).toContain('is not here');
    expect((await clientById(stage.core.db, theirs.workspaceId, client!.id)).name).toBe('Dana Reyes');
    await expect(clientById(stage.core.db, mine.workspaceId, client!.id)).rejects.toMatchObject({
      code: 'client.not-found',
    });
    await mine.mia.command('/client');
    const list = structuredClone(mine.mia.ephemerals.at(-1)!);
    const text = JSON.stringify(list.blocks).replaceAll(/cli_[0-9a-z]+/g, client!.id);
    await mine.mia.press({ ...list, blocks: JSON.parse(text) }, 'client:edit', { stale: true });
    const told = () => mine.mia.ephemerals.find((message) => message.text.includes('is not here'));
    await stage.chat.until(told, 'the refusal');
  });
});

test('found by address inside the workspace, or added with what fits the business', async () => {
  const [mine, theirs] = [await install(), await install()];
  const find = (at: Installed) =>
    transact(stage.core, at.workspaceId, (work) =>
      findOrAddClient(work, { name: 'Dana', email: 'Dana@Acme.test', by: at.visit.member.id as Id<'member'> }),
    );
  const all = await Promise.all(Array.from({ length: 5 }, () => find(mine)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect((await find(theirs)).id).not.toBe(all[0]?.id);
});

describe('where cards go', () => {
  let here: Installed;
  let places: SeededTeam['places'];
  const client = (more: object = {}) => ({ id: 'cli_none', channelId: null, ...more }) as never;
  const where = (choice: object) => {
    const token = here.team.token ?? '';
    const slack = new webapi.WebClient(token, { slackApiUrl: stage.vendors.slackApiUrl });
    const base = {
      workspaceId: here.workspaceId,
      client: client(),
      commandChannelId: undefined,
    };
    return cardChannelOf(stage.core.db, slack, { ...base, slackUserId: here.mia.id, ...choice });
  };
  const direct = () => here.team.dm(here.mia.id).id;
  beforeAll(async () => {
    here = await install();
    places = here.team.places;
  });

  test('the client’s channel, else the command’s, else the direct messages', async () => {
    expect(await where({ client: client({ channelId: places.projects.id }), commandChannelId: 'D1' })).toEqual({
      channelId: places.projects.id,
      note: undefined,
    });
    expect((await where({ commandChannelId: places.projects.id })).channelId).toBe(places.projects.id);
    expect((await where({ commandChannelId: 'D0OTHER' })).channelId).toBe(direct());
    expect((await where({})).channelId).toBe(direct());
  });

  test('never where another organisation or a guest reads it, unless ticked', async () => {
    expect(await where({ commandChannelId: places.shared.id })).toMatchObject({
      channelId: direct(),
      note: expect.stringContaining('another organisation'),
    });
    expect(await where({ commandChannelId: places.acme.id })).toMatchObject({
      channelId: direct(),
      note: expect.stringContaining('a guest can read'),
    });
    expect(await where({ commandChannelId: places.finance.id })).toMatchObject({
      channelId: direct(),
      note: expect.stringContaining('/invite @Retainer'),
    });
    const chosen = (channelId: string, ticked: boolean) => where({ chosen: { channelId, ticked } });
    await expect(chosen(places.acme.id, false)).rejects.toMatchObject({ field: 'channel' });
    await expect(chosen(places.shared.id, false)).rejects.toMatchObject({ field: 'channel' });
    await expect(chosen(places.finance.id, true)).rejects.toMatchObject({ code: 'channel.unseen' });
    expect((await chosen(places.acme.id, true)).channelId).toBe(places.acme.id);
  });

  test('a tick in the client’s form is kept for that channel, and for no other', async () => {
    const { mia, workspaceId } = here;
    const refused = await add(here, 'Dana Reyes dana@acme.test', { channel: places.acme.id });
    expect(refused.sent.fields).toHaveProperty('channel');
    await mia.fill(mia.openView!, { openly: ['yes'] });
    await mia.submit();
    const dana = (await clientByEmail(stage.core.db, workspaceId, 'dana@acme.test'))!;
    expect(await isTicked(stage.core.db, workspaceId, dana.id, places.acme.id)).toBe(true);
    expect(await isTicked(stage.core.db, workspaceId, dana.id, places.shared.id)).toBe(false);
    expect((await where({ client: dana })).channelId).toBe(places.acme.id);
  });
});

test('a client who is added again as they are is that client; with anything else said it is refused, and nothing is lost', async () => {
  const { workspaceId, visit } = await install();
  const facts = {
    ...{ name: 'Dana', company: null, kind: 'business' as const, country: 'DE', timeZone: 'Europe/Berlin' },
    ...{
      language: 'en',
      currency: 'EUR',
      channelId: null,
      address: null,
      taxId: null,
      contactName: 'Dana',
      email: 'd@x.test',
    },
  };
  const adding = (more: Partial<typeof facts>) =>
    addClient(stage.core, workspaceId, { facts: { ...facts, ...more }, by: visit.member.id });
  const first = await adding({});
  expect((await adding({})).id).toBe(first.id);
  await expect(adding({ currency: 'USD' })).rejects.toMatchObject({ code: 'client.known' });
});

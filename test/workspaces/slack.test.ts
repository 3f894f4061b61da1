import { beforeAll, describe, expect, test } from 'vitest';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import {
  bankDetailsOf,
  businessOf,
  hasWayToPay,
  paymentAccountsOf,
  workspaceByTeam,
} from '../../src/workspaces/read.ts';
import { ensureStripeAccount } from '../../src/workspaces/save.ts';
import { browser, profile, type Stage, startStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ stripeTeam: 'TSTRIPE' });
});

const install = async (plan: { id?: string; name?: string } = {}) => {
  const team = stage.chat.addTeam({ ...plan, installed: false });
  await stage.chat.install(team.id, team.people.owner.id);
  return { team, mia: team.as(team.people.owner.id), jonas: team.as(team.people.member.id) };
};
const workspaceOf = async (team: SeededTeam) => (await workspaceByTeam(stage.core.db, team.id))!;
const shown = (thing: object | undefined) => JSON.stringify(thing);

describe('first use', () => {
  test('settings ask for the business once, saving makes it, and Stripe belongs to its own team only', async () => {
    const { team, mia } = await install({ id: 'TSTRIPE' });
    await mia.command('/retainer', 'settings');
    const view = await mia.waitForView('workspace:profile');
    expect(shown(view)).toContain('mia@studio-berg.test');
    await mia.fill(view, profile);
    const sent = await mia.submit();
    expect(sent.fields).toEqual({});
    const { id } = await workspaceOf(team);
    const business = (await businessOf(stage.core.db, id))!;
    expect(business).toMatchObject({
      taxRateMilli: 19_000,
      depositMilli: 50_000,
      netDays: 14,
      address: ['Torstr. 1', '10119 Berlin'],
    });
    const accounts = await paymentAccountsOf(stage.core.db, id, business.id);
    expect(accounts.map(({ provider }) => provider).sort()).toEqual(['manual', 'stripe']);
    expect(await hasWayToPay(stage.core.db, stage.config, business)).toBe(true);
    expect(await hasWayToPay(stage.core.db, {}, business)).toBe(false);
  });

  test('a key that becomes another team’s takes cards for that team alone, and for the first again when it comes back', async () => {
    const businesses = await Promise.all(
      ['TFIRST', 'TOTHER'].map(async (id) => {
        const { team, mia } = await install({ id });
        await mia.command('/retainer', 'settings');
        await mia.fill(await mia.waitForView('workspace:profile'), profile);
        await mia.submit();
        return (await businessOf(stage.core.db, (await workspaceOf(team)).id))!;
      }),
    );
    const key = { ...stage.config.stripe!, workspace: 'TFIRST' };
    const payable = () => Promise.all(businesses.map((one) => hasWayToPay(stage.core.db, { stripe: key }, one)));
    const accounts = () => stage.core.db.paymentAccount.findMany({ where: { provider: 'stripe' } });
    expect(await payable()).toEqual([false, false]);
    await ensureStripeAccount(stage.core, key);
    expect(await payable()).toEqual([true, false]);
    const before = await accounts();
    for (const team of ['TOTHER', 'TOTHER', 'TNOWHERE']) {
      await ensureStripeAccount(stage.core, { ...key, workspace: team });
      expect(await payable()).toEqual([false, team === 'TOTHER']);
    }
    await ensureStripeAccount(stage.core, key);
    expect(await payable()).toEqual([true, false]);
    const after = (await accounts()).map(({ id }) => id);
    for (const { id } of before) expect(after).toContain(id);
    expect(after).toHaveLength(before.length + 1);
    expect(await hasWayToPay(stage.core.db, { stripe: { ...key, livemode: true } }, businesses[0]!)).toBe(false);
  });

  test('what was wanted goes on once the business is saved', async () => {
    const { mia } = await install();
    await mia.command('/retainer', 'help');
    const help = mia.ephemerals.at(-1)!;
    expect(shown(help.blocks)).toContain('Set up your business');
    await mia.command('/retainer');
    await mia.press(mia.ephemerals.at(-1)!, 'workspace:settings');
    const first = await mia.waitForView('workspace:profile');
    first.privateMetadata = JSON.stringify({ command: '/contract', text: 'a logo', channelId: 'C1' });
    await mia.fill(first, profile);
    await mia.submit();
    expect(stage.wanted.at(-1)).toEqual({ command: '/contract', text: 'a logo', channelId: 'C1' });
    expect(mia.openView?.title).toBe('New contract');
  });

  test('a member is told who the owners are', async () => {
    const { jonas } = await install();
    await jonas.command('/retainer', 'settings');
    expect(jonas.ephemerals.at(-1)?.text).toContain('Ask Mia Berg');
    expect(jonas.openView).toBeUndefined();
  });
});

describe('the profile form', () => {
  test.each([
    ['taxRate', '-5'],
    ['taxRate', '1e9'],
    ['taxRate', '١٢٣'],
    ['deposit', '100.5'],
    ['netDays', '9999'],
  ])('%s of %s is refused at its field and saves nothing', async (field, typed) => {
    const { team, mia } = await install();
    await mia.command('/retainer', 'settings');
    await mia.fill(await mia.waitForView('workspace:profile'), { ...profile, [field]: typed });
    expect((await mia.submit()).fields).toHaveProperty(field);
    expect(await businessOf(stage.core.db, (await workspaceOf(team)).id)).toBeUndefined();
  });

  test('submitted twenty times at once makes one business', async () => {
    const { team, mia } = await install();
    await mia.command('/retainer', 'settings');
    const view = await mia.waitForView('workspace:profile');
    await mia.fill(view, profile);
    await Promise.all(Array.from({ length: 20 }, () => mia.submit(view)));
    const { id } = await workspaceOf(team);
    expect(await stage.core.db.business.count({ where: { workspaceId: id } })).toBe(1);
    expect(await stage.core.db.evidence.count({ where: { workspaceId: id, kind: 'business.saved' } })).toBe(1);
  });

  test('opened in two tabs, the second to save does not overwrite the first', async () => {
    const { team, mia } = await install();
    const openIt = async () => {
      await mia.command('/retainer', 'settings');
      const view = await mia.waitForView('workspace:profile');
      mia.stack = [];
      return view;
    };
    const first = await openIt();
    await mia.fill(first, profile);
    await mia.submit(first);
    mia.stack = [];
    const [one, two] = [await openIt(), await openIt()];
    await mia.fill(one, { name: 'Studio One' });
    await mia.fill(two, { name: 'Studio Two' });
    await mia.submit(one);
    expect((await mia.submit(two)).fields).toHaveProperty('name');
    expect((await businessOf(stage.core.db, (await workspaceOf(team)).id))?.name).toBe('Studio One');
  });

  test('a member who forges the submission changes nothing', async () => {
    const { team, mia, jonas } = await install();
    await mia.command('/retainer', 'settings');
    const view = await mia.waitForView('workspace:profile');
    await mia.fill(view, profile);
    const sent = await jonas.submit(view);
    expect(Object.values(sent.errors).join()).toContain('Only an owner');
    expect(await businessOf(stage.core.db, (await workspaceOf(team)).id)).toBeUndefined();
  });
});

describe('/retainer', () => {
  test.each(['', 'help', 'HELP'])('"%s" lists what can be typed', async (text) => {
    const { mia } = await install();
    await mia.command('/retainer', text);
    expect(shown(mia.ephemerals.at(-1)?.blocks)).toContain('/contract');
  });

  test('nonsense, and hostile nonsense, is answered as text', async () => {
    const { mia } = await install();
    await mia.command('/retainer', '<!channel> *frobnicate* `x`');
    const answer = mia.ephemerals.at(-1)!;
    expect(answer.text).not.toContain('<!channel>');
    expect(shown(answer.blocks)).toContain('frobnicate');
    expect(shown(answer.blocks)).not.toContain('<!channel>');
  });

  test('is nothing to a guest', async () => {
    const { team } = await install();
    const dana = team.as(team.people.guest.id);
    await dana.command('/retainer', 'settings');
    expect(dana.ephemerals.at(-1)?.text).toContain('Guests');
  });
});

test('bank details: the button answers its presser alone with a link that opens the page', async () => {
  const { team, mia, jonas } = await install();
  await mia.command('/retainer', 'settings');
  await mia.fill(await mia.waitForView('workspace:profile'), profile);
  await mia.submit();
  const saved = mia.openView!;
  await mia.press(saved, 'desk:open');
  const link = /"url":"([^"]+)"/.exec(shown(mia.openView) ?? '')?.[1] ?? '';
  expect(link).toMatch(new RegExp(`^${stage.config.publicUrl}/desk#[\\w-]{43}$`));
  await expect(jonas.press(saved, 'desk:open')).resolves.toMatchObject({ status: 200 });
  expect(await stage.core.db.deskTicket.count({ where: { workspaceId: (await workspaceOf(team)).id } })).toBe(1);
  const visitor = browser(stage.config.publicUrl);
  const door = await (await visitor.get('/desk')).text();
  expect(door).toContain('data-act="desk:open"');
  await visitor.post('/desk/open', { token: link.split('#')[1] ?? '' });
  const { id } = await workspaceOf(team);
  const business = (await businessOf(stage.core.db, id))!;
  const typed = { holder: 'Mia', account: '12345678', routing: '20-00-00' };
  await visitor.post('/desk/bank', { business: business.id, ...typed });
  expect(await bankDetailsOf(stage.core, id, business.id)).toMatchObject({ account: '12345678' });
});

test('while Slack hangs, what only owners do is refused in time, and what is known goes on', async () => {
  const { team, mia } = await install();
  await mia.command('/retainer', 'help');
  stage.chat.faults.add({ match: 'users.info', kind: 'timeout', times: 1 });
  const answer = await mia.command('/retainer', 'settings');
  expect(answer.ms).toBeLessThan(2500);
  expect(mia.ephemerals.at(-1)?.text).toContain('can’t confirm');
  await mia.command('/retainer', 'help');
  expect(shown(mia.ephemerals.at(-1)?.blocks)).toContain('/contract');
  expect(await businessOf(stage.core.db, (await workspaceOf(team)).id)).toBeUndefined();
});

test('/retainer export answers an owner with a link to the tables, and a member with who to ask', async () => {
  const { mia, jonas } = await install();
  await mia.command('/retainer', 'export');
  expect(shown(mia.ephemerals.at(-1))).toContain('nothing to export yet');
  await mia.command('/retainer', 'settings');
  await mia.fill(await mia.waitForView('workspace:profile'), profile);
  await mia.submit();
  await mia.close(undefined, { all: true });
  await mia.command('/retainer', 'export');
  await expect.poll(() => shown(mia.ephemerals.at(-1))).toContain('/desk#');
  await jonas.command('/retainer', 'export');
  await expect.poll(() => shown(jonas.ephemerals.at(-1))).toContain('owner');
  expect(shown(jonas.ephemerals)).not.toContain('/desk#');
});

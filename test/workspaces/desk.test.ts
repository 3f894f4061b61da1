import { beforeAll, describe, expect, test } from 'vitest';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { deskLink } from '../../src/workspaces/desk.ts';
import { bankDetailsOf, businessOf, hasWayToPay, ownersOf, workspaceByTeam } from '../../src/workspaces/read.ts';
import { saveBusiness } from '../../src/workspaces/save.ts';
import { requireOwner, visitOf } from '../../src/workspaces/visit.ts';
import type { Visit } from '../../src/workspaces/workspace.ts';
import { carriedBy } from '../support/browser.ts';
import { browser, type Stage, startStage } from './stage.ts';

let stage: Stage;
let berg: SeededTeam;
let mia: Visit;

const facts = {
  name: 'Studio Berg',
  address: ['Torstr. 1', '10119 Berlin'],
  country: 'DE',
  email: 'mia@berg.test',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  taxId: null,
  taxReason: null,
  taxRateMilli: 19_000,
  depositMilli: 50_000,
  netDays: 14,
};

const install = async (name: string) => {
  const team = stage.chat.addTeam({ name, installed: false });
  await stage.chat.install(team.id, team.people.owner.id);
  const visit = await visitOf(stage.core, stage.slack, { teamId: team.id, userId: team.people.owner.id });
  const saving = { profile: facts, by: visit.member.id, seen: undefined, stripe: undefined };
  return { team, visit: { ...visit, business: await saveBusiness(stage.core, visit.workspace.id, saving) } };
};

beforeAll(async () => {
  stage = await startStage();
  ({ team: berg, visit: mia } = await install('Studio Berg'));
});

const tokenFor = async (visit: Visit, place = 'bank') =>
  (await deskLink(stage.core, stage.config, visit, place)).split('#')[1] ?? '';
const open = async (visit: Visit, place = 'bank') => {
  const visitor = browser(stage.config.publicUrl);
  const answer = await visitor.post('/desk/open', { token: await tokenFor(visit, place) });
  return { visitor, answer };
};

type Visitor = ReturnType<typeof browser>;

/** Sends the bank form of the desk that is open, filled in. */
const sendBank = async (visitor: Visitor, filled: Record<string, string>) => {
  const page = await (await visitor.get('/desk/bank')).text();
  return visitor.post('/desk/bank', { ...carriedBy(page, 'bank:save'), ...filled });
};

describe('a ticket', () => {
  test('opens the page it was made for, in a cookie that scripts and other sites can’t read', async () => {
    const { visitor, answer } = await open(mia);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/desk/bank');
    const cookie = answer.headers.getSetCookie().join();
    for (const mark of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(mark);
    const page = await visitor.get('/desk/bank');
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test('used twice, made up, expired or of someone who lost the role gets one and the same answer', async () => {
    const used = await tokenFor(mia);
    const visitor = browser(stage.config.publicUrl);
    await visitor.post('/desk/open', { token: used });
    const twice = await visitor.post('/desk/open', { token: used });
    const madeUp = await visitor.post('/desk/open', { token: 'x'.repeat(43) });
    const old = await tokenFor(mia);
    stage.clock.forward(11);
    const expired = await visitor.post('/desk/open', { token: old });
    const lost = await tokenFor(mia);
    Object.assign(berg.people.owner, { isOwner: false, isAdmin: false });
    await stage.core.db.$executeRaw`ALTER TABLE "Evidence" DISABLE TRIGGER evidence_final`;
    await stage.core.db.evidence.updateMany({ where: { kind: 'workspace.installed' }, data: { kind: 'hidden' } });
    const noRole = await visitor.post('/desk/open', { token: lost });
    await stage.core.db.evidence.updateMany({ where: { kind: 'hidden' }, data: { kind: 'workspace.installed' } });
    await stage.core.db.$executeRaw`ALTER TABLE "Evidence" ENABLE TRIGGER evidence_final`;
    Object.assign(berg.people.owner, { isOwner: true, isAdmin: true });
    const answers = [twice, madeUp, expired, noRole];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('/retainer settings');
  });

  test('pressed in eight tabs at once opens one', async () => {
    const token = await tokenFor(mia);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser(stage.config.publicUrl).post('/desk/open', { token })),
    );
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  test('is not used up while Slack can’t be asked', async () => {
    const token = await tokenFor(mia);
    stage.chat.faults.add({ match: 'users.info', kind: '5xx', times: 1 });
    const visitor = browser(stage.config.publicUrl);
    expect((await visitor.post('/desk/open', { token })).status).toBe(422);
    expect((await visitor.post('/desk/open', { token })).status).toBe(303);
  });
});

describe('a session', () => {
  test('sees only its own workspace', async () => {
    const other = await install('Other');
    const { visitor } = await open(other.visit, 'home');
    const page = await (await visitor.get('/desk/home')).text();
    expect(page).toContain('Other');
    expect(page).not.toContain('an owner in Studio Berg');
  });

  test('ends after eight hours, when it is left, and when the app is removed', async () => {
    const { visitor } = await open(mia);
    stage.clock.forward(8 * 60 + 1);
    expect((await visitor.get('/desk/bank')).status).toBe(401);
    const again = (await open(mia)).visitor;
    const jar = new Map(again.jar);
    await again.post('/desk/close', {});
    for (const [name, value] of jar) again.jar.set(name, value);
    expect((await again.get('/desk/bank')).status).toBe(401);
    const gone = await install('Gone');
    const { visitor: left } = await open(gone.visit);
    await gone.team.uninstall();
    expect((await left.get('/desk/bank')).status).toBe(401);
  });

  test('ends with the membership: a switched-off account gets the same page', async () => {
    const { team, visit } = await install('Leaving');
    const { visitor } = await open(visit);
    Object.assign(team.people.owner, { deleted: true });
    expect((await visitor.get('/desk/bank')).status).toBe(401);
    expect(await ownersOf(stage.core.db, visit.workspace.id)).toEqual([]);
  });

  test('takes no form from another site', async () => {
    const { visitor } = await open(mia);
    const cookie = [...visitor.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${stage.config.publicUrl}/desk/bank`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.test' },
      body: new URLSearchParams({ holder: 'Eve', iban: 'DE89370400440532013000' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('bank details', () => {
  test('are kept encrypted, previewed as clients will see them, and every owner hears of the change', async () => {
    const { team, visit } = await install('Banking');
    const { business, workspace } = visit;
    expect(await hasWayToPay(stage.core.db, {}, business)).toBe(false);
    const { visitor } = await open(visit);
    const saved = await sendBank(visitor, { holder: 'Mia Berg', iban: 'DE89 3704 0044 0532 0130 00' });
    expect(saved.headers.get('location')).toBe('/desk/bank?saved=yes');
    expect(await (await visitor.get('/desk/bank')).text()).toContain('<dd>DE89 3704 0044 0532 0130 00</dd>');
    expect(await hasWayToPay(stage.core.db, {}, business)).toBe(true);
    expect(await bankDetailsOf(stage.core, workspace.id, business.id)).toMatchObject({
      iban: 'DE89370400440532013000',
    });
    const row = await stage.core.db.business.findFirstOrThrow({ where: { workspaceId: workspace.id } });
    expect(Buffer.from(row.bankCipher!).toString('latin1')).not.toContain('DE89');
    const kept = JSON.stringify(await stage.core.db.evidenceDetail.findMany({ where: { workspaceId: workspace.id } }));
    expect(kept).not.toContain('DE89');
    await stage.outbox.run();
    const told = team.messages(team.dm(team.people.owner.id).id).at(-1);
    expect(told?.text).toContain('ends in 3000');
  });

  test('of one workspace are not saved in another whose desk was opened in the next tab', async () => {
    const [mine, theirs] = [await install('First tab'), await install('Second tab')];
    const { visitor } = await open(mine.visit);
    const shown = carriedBy(await (await visitor.get('/desk/bank')).text(), 'bank:save');
    await visitor.post('/desk/open', { token: await tokenFor(theirs.visit) });
    const typed = { holder: 'Berta Erste', iban: 'DE89370400440532013000' };
    for (const filled of [{ ...shown, ...typed }, { ...shown, ...typed, iban: 'DE00' }, typed]) {
      const answer = await visitor.post('/desk/bank', filled);
      expect(answer.status).toBe(409);
      const page = await answer.text();
      expect(page).toContain('nothing was saved. To go on with this one, type /retainer settings');
      expect(page).not.toMatch(/Berta Erste|DE89|Second tab/);
    }
    for (const { visit } of [mine, theirs])
      expect((await businessOf(stage.core.db, visit.workspace.id))?.hasBankDetails).toBe(false);
  });

  test('that are wrong are refused at their field, with what was typed, and hostile names stay text', async () => {
    const { visitor } = await open(mia);
    const answer = await sendBank(visitor, { holder: '<script>alert(1)</script>', iban: 'DE00', extra: 'x' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('aria-invalid');
    expect(page).toContain('&lt;script>alert(1)');
    expect(page).not.toContain('<script>alert(1)');
    expect((await businessOf(stage.core.db, mia.workspace.id))?.hasBankDetails).toBe(false);
  });
});

test('an owner is whoever Slack says is one now', async () => {
  const { team, visit } = await install('Roles');
  const { member } = team.people;
  const jonas = await visitOf(stage.core, stage.slack, { teamId: team.id, userId: member.id });
  await expect(requireOwner(stage.core, stage.slack, jonas)).rejects.toMatchObject({ code: 'member.not-owner' });
  Object.assign(member, { isAdmin: true });
  expect((await requireOwner(stage.core, stage.slack, jonas)).member.role).toBe('owner');
  Object.assign(member, { isAdmin: false });
  await expect(requireOwner(stage.core, stage.slack, jonas)).rejects.toMatchObject({
    sentence: expect.stringContaining('Mia Berg'),
  });
  expect(await workspaceByTeam(stage.core.db, team.id)).toMatchObject({ id: visit.workspace.id });
});

test.each(['guest', 'colleague'] as const)('a %s is refused and leaves no row', async (who) => {
  const user = berg.people[who];
  await expect(visitOf(stage.core, stage.slack, { teamId: berg.id, userId: user.id })).rejects.toMatchObject({
    code: who === 'guest' ? 'member.guest' : 'member.stranger',
  });
  expect(await stage.core.db.member.count({ where: { slackUserId: user.id } })).toBe(0);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { discardContract } from '../../src/contracts/discard.ts';
import { term } from '../../src/contracts/terms.ts';
import { cardViewOf } from '../../src/overview/card-view.ts';
import { reminderDue } from '../../src/reminders/jobs.ts';
import { nextDueAt } from '../../src/reminders/read.ts';
import { removeWorkspace } from '../../src/workspaces/remove.ts';
import { dealTerms, draft, putRight, send } from '../contracts/scene.ts';
import { issue, record } from '../payments/stage.ts';
import { debit, mails, moveTo, offered, plain, projectIn, type Stage, sign, signed, stage, steps } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
  // The first seal makes the key, which takes its time.
  await signed(on);
}, 120_000);

/** An invoice of Monday, 1 March, due Monday, 15 March, of a client in London. */
async function invoiced(zone = 'Europe/London') {
  on.goTo('2027-03-01T10:00:00Z');
  const acme = await projectIn(on, zone);
  const id = await issue(on, acme);
  await on.work();
  return { ...acme, id };
}

const lines = async (projectId: string) =>
  (await cardViewOf(on.db, on.workspaceId, projectId, on.clock.now())).lines.join('\n');

test('an invoice is chased on the five days of its ladder, at nine in the client’s zone, in firmer and firmer words', async () => {
  const { email, projectId } = await invoiced();
  const said: string[] = [];
  for (const [before, then, words] of [
    [
      '2027-03-12T08:59:50Z',
      '2027-03-12T09:00:00Z',
      'not forgotten: EUR 2,000.00 for “Brand identity” is due in 3 days',
    ],
    ['2027-03-15T08:59:50Z', '2027-03-15T09:00:00Z', 'EUR 2,000.00 for “Brand identity” is due today.'],
    ['2027-03-18T08:59:50Z', '2027-03-18T09:00:00Z', 'is 3 days overdue. It was due Mon 15 March 2027; please pay it'],
    ['2027-03-22T08:59:50Z', '2027-03-22T09:00:00Z', 'still open, 7 days overdue. Please pay it now'],
    // London's clocks have changed: nine is eight in UTC.
    ['2027-03-29T07:59:50Z', '2027-03-29T08:00:00Z', '14 days overdue, and we have not heard from you'],
  ] as const) {
    await on.jumpTo(before);
    expect(mails(on, email)).toHaveLength(said.length);
    expect(await nextDueAt(on.db, on.clock.now())).toEqual(new Date(then));
    await on.jumpTo(then);
    const sent = mails(on, email);
    said.push(words);
    expect(sent).toHaveLength(said.length);
    expect(plain(sent.at(-1))).toContain(words);
  }
  expect(mails(on, email).map(({ subject }) => subject.split(':')[0])).toEqual([
    'Reminder',
    'Reminder',
    'Overdue',
    'Overdue',
    'Overdue',
  ]);
  expect(await steps(on, projectId)).toEqual(['1 sent', '2 sent', '3 sent', '4 sent', '5 sent']);
  await on.jumpTo('2027-04-20T10:00:00Z');
  expect(mails(on, email)).toHaveLength(5);
});

test('each client is reminded at nine on their own clock', async () => {
  const [apia, honolulu] = [await invoiced('Pacific/Apia'), await invoiced('Pacific/Honolulu')];
  await on.jumpTo('2027-03-11T20:00:00Z');
  expect([mails(on, apia.email).length, mails(on, honolulu.email).length]).toEqual([1, 0]);
  await on.jumpTo('2027-03-12T19:00:00Z');
  expect([mails(on, apia.email).length, mails(on, honolulu.email).length]).toEqual([1, 1]);
});

describe('a step found late', () => {
  test('goes at once in the allowed hours, of several only the last, and the others are superseded', async () => {
    const { email, projectId } = await invoiced();
    await on.jumpTo('2027-03-24T11:00:00Z');
    expect(mails(on, email)).toHaveLength(1);
    expect(plain(mails(on, email)[0])).toContain('9 days overdue');
    expect(await steps(on, projectId)).toEqual([
      '1 skipped superseded',
      '2 skipped superseded',
      '3 skipped superseded',
      '4 sent',
      '5 planned',
    ]);
    await on.jumpTo('2027-03-29T08:00:00Z');
    expect(mails(on, email)).toHaveLength(2);
  });

  test('in the evening waits for nine the next morning, and nothing is owed until then', async () => {
    const { email } = await invoiced();
    await on.jumpTo('2027-03-18T18:00:00Z');
    expect(mails(on, email)).toEqual([]);
    const due = reminderDue(on.core);
    expect([await due.owed(), await due.nextAt()]).toEqual([0, new Date('2027-03-19T09:00:00Z')]);
    await on.jumpTo('2027-03-19T09:00:00Z');
    expect(plain(mails(on, email)[0])).toContain('4 days overdue');
    expect(mails(on, email)).toHaveLength(1);
  });

  test('at the weekend waits for Monday, where the step of that day takes its place', async () => {
    const { email, projectId } = await invoiced();
    await on.jumpTo('2027-03-13T12:00:00Z');
    await on.jumpTo('2027-03-14T12:00:00Z');
    expect(mails(on, email)).toEqual([]);
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect(mails(on, email).map(({ text }) => text.includes('is due today'))).toEqual([true]);
    expect((await steps(on, projectId)).slice(0, 2)).toEqual(['1 skipped superseded', '2 sent']);
  });

  test('is not sent again when the clock is moved back and forth', async () => {
    const { email } = await invoiced();
    await on.jumpTo('2027-03-12T10:00:00Z');
    await on.jumpTo('2027-03-02T10:00:00Z');
    await on.jumpTo('2027-03-12T10:00:00Z');
    expect(mails(on, email)).toHaveLength(1);
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect(mails(on, email)).toHaveLength(2);
  });

  test('in one project that can’t be read holds up no other', async () => {
    const [broken, whole] = [await invoiced(), await invoiced()];
    const where = { workspaceId: on.workspaceId, projectId: broken.projectId };
    await on.db.step.updateMany({ where, data: { zone: 'Nowhere/Here' } });
    await on.jumpTo('2027-03-12T09:00:00Z');
    expect([mails(on, broken.email).length, mails(on, whole.email).length]).toEqual([0, 1]);
    await on.db.step.updateMany({ where, data: { state: 'skipped', reason: 'void' } });
  });
});

describe('a workspace that removed the app', () => {
  test('is silent, and once it is back the last of what fell due goes', async () => {
    const { email, projectId } = await invoiced();
    const { appId } = on.vendors.slack.world;
    await on.jumpTo('2027-03-11T10:00:00Z');
    await removeWorkspace(on.core, { slackTeamId: on.team.id, appId, eventTime: Date.now() / 1000 + 60 });
    await on.jumpTo('2027-03-15T10:00:00Z');
    expect([mails(on, email), await reminderDue(on.core).owed()]).toEqual([[], 0]);
    await on.app.begin();
    await on.work();
    expect(mails(on, email)).toHaveLength(1);
    expect((await steps(on, projectId)).slice(0, 3)).toEqual(['1 skipped superseded', '2 sent', '3 planned']);
  });
});

describe('after that, silence', () => {
  const throughTheLadder = async () => {
    for (const day of [12, 15, 18, 22, 29]) await on.jumpTo(`2027-03-${day}T10:00:00Z`);
  };

  test('paid', async () => {
    const { email, id, projectId } = await invoiced();
    await on.jumpTo('2027-03-12T09:00:00Z');
    await record(on, id, '2,000');
    await throughTheLadder();
    expect(mails(on, email)).toHaveLength(1);
    expect((await steps(on, projectId)).slice(1)).toEqual(Array.from([2, 3, 4, 5], (n) => `${n} skipped paid`));
  });

  test('void', async () => {
    const { email, id, projectId } = await invoiced();
    await moveTo(on, projectId, id, 'void');
    await throughTheLadder();
    expect(mails(on, email)).toEqual([]);
    expect(await steps(on, projectId)).toEqual(Array.from([1, 2, 3, 4, 5], (n) => `${n} skipped void`));
  });

  test('on its way: while a debit takes its days; when it fails, the last of what fell due meanwhile goes', async () => {
    const { email, id, projectId } = await invoiced();
    const { failed } = await debit(on, projectId, id);
    await on.jumpTo('2027-03-15T10:00:00Z');
    expect(mails(on, email)).toEqual([]);
    expect(await reminderDue(on.core).owed()).toBe(0);
    expect(await lines(projectId)).not.toContain('reminder');
    await failed();
    await on.work();
    expect(mails(on, email).map((mail) => plain(mail).includes('due today'))).toEqual([true]);
    expect((await steps(on, projectId)).slice(0, 3)).toEqual(['1 skipped superseded', '2 sent', '3 planned']);
    expect(await lines(projectId)).toContain('Next reminder Thu 18 March 2027, 09:00 (Europe/London)');
  });

  test('but after a part of it only the rest is asked for', async () => {
    const { email, id } = await invoiced();
    await record(on, id, '1,500');
    await on.jumpTo('2027-03-12T09:00:00Z');
    const [mail] = mails(on, email);
    expect(mail?.subject).toContain('EUR 500.00');
    expect(mail?.text).toContain('Paid so far: EUR 1,500.00\nTo pay: EUR 500.00');
  });
});

describe('a contract that nobody signs', () => {
  test('is reminded of two and five days after it was sent, off the weekend', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const { email } = await offered(on, {}, 'America/New_York');
    const sent = () => mails(on, email, 'contract.reminder').length;
    await on.jumpTo('2027-03-03T13:59:50Z');
    expect(sent()).toBe(0);
    await on.jumpTo('2027-03-03T14:00:00Z');
    expect(sent()).toBe(1);
    // Five days later is Saturday, so Monday.
    await on.jumpTo('2027-03-06T15:00:00Z');
    expect(sent()).toBe(1);
    await on.jumpTo('2027-03-08T14:00:00Z');
    expect(sent()).toBe(2);
    await on.jumpTo('2027-03-12T14:00:00Z');
    expect(sent()).toBe(2);
  });

  test('is not any more once it is signed, withdrawn or replaced', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const [agreed, back, replaced] = [await offered(on), await offered(on), await offered(on)];
    await sign(on, agreed);
    await discardContract(on.core, on.workspaceId, { versionId: back.version.id, memberId: on.visit.member.id });
    const terms = dealTerms({
      clientEmail: term(replaced.email, 'brief'),
      fee: term({ minor: 100_000n, currency: 'EUR' }, 'form'),
    });
    const next = await send(replaced.at, await draft(replaced.at, terms));
    expect(next.id).not.toBe(replaced.version.id);
    await on.jumpTo('2027-03-03T10:00:00Z');
    const reminded = ({ email }: { email: string }) => mails(on, email, 'contract.reminder').length;
    expect([agreed, back, replaced].map(reminded)).toEqual([0, 0, 1]);
    expect((await steps(on, agreed.projectId)).filter((step) => step.includes('signed'))).toHaveLength(2);
    expect(await steps(on, back.projectId)).toEqual(['1 skipped withdrawn', '2 skipped withdrawn']);
    expect((await steps(on, replaced.projectId)).sort()).toEqual([
      '1 sent',
      '1 skipped replaced',
      '2 planned',
      '2 skipped replaced',
    ]);
    const row = await on.db.project.findFirstOrThrow({ where: { id: back.projectId } });
    expect(row.state).toBe('discarded');
  });

  test('is not at an address that was put right, nor at the new one, where it can’t be signed', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const { email, clientId, projectId } = await offered(on);
    await putRight(on, clientId, `right.${email}`);
    await on.jumpTo('2027-03-03T10:00:00Z');
    for (const to of [email, `right.${email}`]) expect(mails(on, to, 'contract.reminder')).toEqual([]);
    expect(await steps(on, projectId)).toEqual(['1 skipped other address', '2 planned']);
  });

  test('is not once its date has passed, and the card says what to do', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const { email, projectId } = await offered(on, { startOn: undefined, endOn: term('2027-03-02', 'form') });
    await on.jumpTo('2027-03-03T10:00:00Z');
    expect(mails(on, email, 'contract.reminder')).toEqual([]);
    expect(await steps(on, projectId)).toEqual(['1 skipped too late', '2 planned']);
    const { warnings } = await cardViewOf(on.db, on.workspaceId, projectId, on.clock.now());
    expect(warnings.join(' ')).toContain('Tue 2 March 2027 has passed, so nobody can sign it any more');
  });
});

test('a deposit is chased two, four and six days after the signature, never on two days running, and asked for more plainly each time', async () => {
  on.goTo('2027-03-01T10:00:00Z');
  const deal = await signed(on);
  const sent = () => mails(on, deal.email).map(({ text }) => text.split('\n\n')[1]);
  await on.passTo('2027-03-09T10:00:00Z');
  expect(sent()).toEqual([
    'The deposit of EUR 2,000.00 for “Brand identity” has not arrived yet. It is due Mon 8 March 2027, and we start once it is paid.',
    'The deposit of EUR 2,000.00 for “Brand identity” is still open, due in 3 days. We can only start once it is paid.',
    // Six days after is Sunday.
    'The deposit of EUR 2,000.00 for “Brand identity” is still missing, due today. Please pay it now, or tell us if your plans have changed.',
  ]);
});

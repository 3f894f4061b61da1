import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/projects/answer.ts';
import { askQuestion } from '../../src/projects/ask.ts';
import { reminderDue } from '../../src/reminders/jobs.ts';
import { stopReminders } from '../../src/reminders/pause.ts';
import type { Id } from '../../src/shared/ids.ts';
import { removeWorkspace } from '../../src/workspaces/remove.ts';
import { enter } from '../contracts/scene.ts';
import { issue, record, thread } from '../payments/stage.ts';
import { browser } from '../workspaces/stage.ts';
import { debit, mails, plain, projectIn, type Stage, stage, steps } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterEach(() => on.vendors.mailbox.faults.clear());

/** An invoice whose first reminder is due on Friday, 12 March, at nine in London. */
async function invoiced() {
  on.goTo('2027-03-01T10:00:00Z');
  const acme = await projectIn(on, 'Europe/London');
  const id = await issue(on, acme);
  await on.work();
  return { ...acme, id };
}
type Invoiced = Awaited<ReturnType<typeof invoiced>>;

/** Claims what is due and sends nothing yet. */
async function claimedAt(moment: string): Promise<void> {
  on.goTo(moment);
  while ((await reminderDue(on.core).run()) > 0);
}

/** What waits for another try is tried now. */
async function tryAgain(): Promise<void> {
  on.vendors.mailbox.faults.clear();
  await on.db.$executeRaw`UPDATE "Outbox" SET "availableAt" = now() WHERE state = 'pending'`;
  await on.work();
}

const posts = (at: Invoiced) =>
  thread(on, at)
    .map(({ text }) => text)
    .filter((text) => /[Rr]eminde[dr]/.test(text));
const fault = (match: string, kind: 'smtp-4xx' | 'smtp-5xx' | 'data-4xx' | 'drop-after-accept') =>
  // "Later" more than once: a slow machine may come to the next try within the same run.
  on.vendors.mailbox.faults.add({ match, kind, times: kind.endsWith('4xx') ? 10 : 1 });
const visitOf = (at: Invoiced) =>
  enter(
    { core: on.core, workspaceId: on.workspaceId, ids: { project: at.projectId, contact: at.contactId } } as never,
    at.id,
  );

describe('a mail server that', () => {
  test.each(['smtp-4xx', 'data-4xx'] as const)('says "later" (%s) gets the reminder later, once', async (kind) => {
    const at = await invoiced();
    fault(at.email, kind);
    await on.jumpTo('2027-03-12T09:00:00Z');
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 claimed');
    await tryAgain();
    expect(mails(on, at.email)).toHaveLength(1);
    expect((await steps(on, at.projectId))[0]).toBe('1 sent');
  });

  test('refuses the address: skipped with what it said, and the thread is told', async () => {
    const at = await invoiced();
    fault(at.email, 'smtp-5xx');
    await on.jumpTo('2027-03-12T09:00:00Z');
    await tryAgain();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 skipped undeliverable');
    expect(posts(at)).toEqual([expect.stringMatching(/the reminder to Dana Reed; the mail server refused .*\(550\)/)]);
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect(mails(on, at.email)).toHaveLength(1);
  });

  test('takes it and hangs up: nobody knows, so it is not sent again, and the thread says so', async () => {
    const at = await invoiced();
    fault(at.email, 'drop-after-accept');
    await on.jumpTo('2027-03-12T09:00:00Z');
    await tryAgain();
    expect(mails(on, at.email)).toHaveLength(1);
    expect((await steps(on, at.projectId))[0]).toMatch(/^1 unknown smtp/);
    expect(posts(at)).toEqual([expect.stringContaining('may have arrived, or not')]);
  });
});

describe('a worker that dies', () => {
  /** Its claim runs out, and another worker finds it. */
  const died = async () => {
    await on.db
      .$executeRaw`UPDATE "Outbox" SET state = 'claimed', attempts = attempts + 1, "leaseUntil" = now() - interval '1 second'
      WHERE effect = 'reminder.mail' AND state = 'pending'`;
    await on.work();
  };

  test('between its claim and the mail leaves the reminder unknown, never sent twice, and told', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    await died();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toMatch(/^1 unknown/);
    expect(posts(at)).toHaveLength(1);
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect(mails(on, at.email)).toHaveLength(1);
  });

  test('before anyone took the claimed reminder loses nothing', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    expect(mails(on, at.email)).toEqual([]);
    await on.work();
    expect(mails(on, at.email)).toHaveLength(1);
  });

  test('or a database that fails right after the mail left does not send it again', async () => {
    const at = await invoiced();
    await on.db.$executeRawUnsafe(`CREATE FUNCTION no_sent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.state = 'sent' AND NEW.kind = 'invoice.reminder' THEN RAISE EXCEPTION 'the disk is full'; END IF; RETURN NEW; END $$`);
    await on.db.$executeRawUnsafe(
      'CREATE TRIGGER no_sent BEFORE UPDATE ON "Mail" FOR EACH ROW EXECUTE FUNCTION no_sent()',
    );
    await on.jumpTo('2027-03-12T09:00:00Z');
    await on.db.$executeRawUnsafe('DROP TRIGGER no_sent ON "Mail"');
    await on.db.$executeRawUnsafe('DROP FUNCTION no_sent');
    await tryAgain();
    expect(mails(on, at.email)).toHaveLength(1);
    expect((await steps(on, at.projectId))[0]).toMatch(/^1 unknown/);
  });
});

describe('between the claim and the mail', () => {
  test('a payment silences it', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    await record(on, at.id, '2,000');
    await on.work();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 skipped paid');
  });

  test('a debit that is on its way puts it back, and its failing lets it go, once', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    const { failed } = await debit(on, at.projectId, at.id);
    await on.work();
    expect([mails(on, at.email), (await steps(on, at.projectId))[0]]).toEqual([[], '1 planned']);
    await failed();
    await on.work();
    expect([mails(on, at.email).length, (await steps(on, at.projectId))[0]]).toEqual([1, '1 sent']);
  });

  test('a removal of the app puts it back', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    const { appId } = on.vendors.slack.world;
    await removeWorkspace(on.core, { slackTeamId: on.team.id, appId, eventTime: Date.now() / 1000 + 60 });
    await on.work();
    expect([mails(on, at.email), (await steps(on, at.projectId))[0]]).toEqual([[], '1 planned']);
    await on.app.begin();
    await on.work();
    expect(mails(on, at.email)).toHaveLength(1);
  });

  test('a stop silences it', async () => {
    const at = await invoiced();
    await claimedAt('2027-03-12T09:00:00Z');
    await stopReminders(on.core, on.workspaceId as Id<'workspace'>, {
      projectId: at.projectId,
      memberId: on.visit.member.id,
    });
    await on.work();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 skipped stopped');
  });

  test('a question puts it back, and its answer lets it go, once', async () => {
    const at = await invoiced();
    const visit = await visitOf(at);
    await claimedAt('2027-03-12T09:00:00Z');
    await askQuestion(on.core, visit, 'Which account?');
    await on.work();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 planned');
    await answer(at, 'The one on the invoice.');
    await on.work();
    expect(mails(on, at.email)).toHaveLength(1);
  });

  test('the night puts it back until nine, and a later step takes the place of one that waited too long', async () => {
    const at = await invoiced();
    fault(at.email, 'smtp-4xx');
    await on.jumpTo('2027-03-12T17:30:00Z');
    on.goTo('2027-03-12T19:00:00Z');
    await tryAgain();
    expect(mails(on, at.email)).toEqual([]);
    expect((await steps(on, at.projectId))[0]).toBe('1 planned');
    expect(await reminderDue(on.core).owed()).toBe(0);
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect(mails(on, at.email)).toHaveLength(1);
    expect((await steps(on, at.projectId)).slice(0, 2)).toEqual(['1 skipped superseded', '2 sent']);
  });

  test('a mail server that was away for days gets the last step alone', async () => {
    const at = await invoiced();
    fault(at.email, 'smtp-4xx');
    await on.jumpTo('2027-03-12T09:00:00Z');
    await on.jumpTo('2027-03-15T09:00:00Z');
    expect((await steps(on, at.projectId)).slice(0, 2)).toEqual(['1 claimed', '2 claimed']);
    await tryAgain();
    expect(mails(on, at.email).map((mail) => plain(mail).includes('due today'))).toEqual([true]);
    expect((await steps(on, at.projectId)).slice(0, 2)).toEqual(['1 skipped superseded', '2 sent']);
  });
});

async function answer(at: Invoiced, words: string): Promise<void> {
  const { id } = await on.db.question.findFirstOrThrow({ where: { projectId: at.projectId } });
  await answerQuestion(on.core, on.workspaceId as Id<'workspace'>, {
    questionId: id,
    memberId: on.visit.member.id,
    answer: words,
  });
}

test('a reminder mail names its kind, holds one link to the invoice’s page, and the PDF that the page gives', async () => {
  const at = await invoiced();
  await on.jumpTo('2027-03-12T09:00:00Z');
  const [mail] = mails(on, at.email);
  expect(mail?.headers.get('x-retainer-kind')).toEqual(['invoice.reminder']);
  expect(mail?.replyTo.map(({ address }) => address)).toEqual(['mia@studio-berg.test']);
  const link = mail && on.vendors.mailbox.link(mail);
  const open = browser(on.config.publicUrl);
  await open.post('/portal/open', { token: link?.split('#')[1] ?? '' });
  expect(await (await open.get('/portal/project')).text()).toContain('data-state="invoice"');
  const file = await open.get(`/portal/invoice.pdf?invoice=${at.id}`);
  expect(mail?.attachments[0]?.bytes.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  const step = await on.db.step.findFirstOrThrow({ where: { projectId: at.projectId, state: 'sent' } });
  expect(await on.db.mail.findFirstOrThrow({ where: { id: step.mailId ?? '' } })).toMatchObject({ state: 'sent' });
});

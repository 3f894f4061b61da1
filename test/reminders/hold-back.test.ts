import { beforeAll, describe, expect, test } from 'vitest';
import { cardViewOf } from '../../src/overview/card-view.ts';
import { answerQuestion } from '../../src/projects/answer.ts';
import { askQuestion } from '../../src/projects/ask.ts';
import { reminderDue } from '../../src/reminders/jobs.ts';
import type { SandboxMessage } from '../../src/sandbox/slack/shapes.ts';
import { enter } from '../contracts/scene.ts';
import { issue, record, thread } from '../payments/stage.ts';
import { mails, plain, projectIn, type Stage, signed, stage, steps } from './stage.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
  // The first seal makes the key, which takes its time.
  await signed(on);
}, 120_000);

const mia = () => on.team.as(on.team.people.owner.id);
const jonas = () => on.team.as(on.team.people.member.id);
const words = (thing: unknown) => JSON.stringify(thing);

/** An invoice that was reminded of on Friday, 12 March; the next step is Monday's, at nine in London. */
async function reminded() {
  on.goTo('2027-03-01T10:00:00Z');
  const acme = await projectIn(on, 'Europe/London');
  const id = await issue(on, acme);
  await on.work();
  await on.jumpTo('2027-03-12T09:00:00Z');
  const posts = () =>
    on.team.thread(acme.card.channel, acme.card.ts).filter(({ blocks }) => words(blocks).includes('reminder:'));
  const [post] = posts();
  if (!post) throw new Error('no post');
  return { ...acme, id, post, posts };
}

const pauses = (projectId: string) =>
  on.db.pause.findMany({ where: { workspaceId: on.workspaceId, projectId }, orderBy: { startsAt: 'asc' } });
async function press(person: ReturnType<typeof mia>, post: SandboxMessage, button: string, blockId?: string) {
  const before = person.ephemerals.length;
  await person.press(post, button, blockId ? { blockId } : {});
  await expect.poll(() => person.ephemerals.length).toBe(before + 1);
  return person.ephemerals.at(-1)?.text;
}

test('every reminder is told in the card’s thread: to whom, of what, and when the next goes', async () => {
  const { email, post } = await reminded();
  expect(post.text).toContain(`Reminded *Dana Reed* (${email}) of Invoice 2027-`);
  expect(post.text).toContain('EUR 2,000.00, due in 3 days.');
  expect(words(post.blocks)).toContain('The next reminder goes out Mon 15 March 2027, 09:00 (Europe/London).');
  for (const label of ['Snooze 1 day', 'Snooze 3 days', 'Snooze 7 days', 'Stop reminders'])
    expect(words(post.blocks)).toContain(label);
});

test('the last one says that it is the last, and has nothing left to hold back', async () => {
  const at = await reminded();
  await on.jumpTo('2027-03-30T10:00:00Z');
  const last = thread(on, at).at(-1);
  expect(last?.text).toContain('15 days overdue');
  const message = on.team.thread(at.card.channel, at.card.ts).at(-1);
  expect(words(message?.blocks)).toContain('No other reminder is planned.');
  expect(words(message?.blocks)).not.toContain('reminder:snooze');
});

describe('Snooze', () => {
  test('for a day holds the next one back until then, and says when it goes', async () => {
    const { email, post, projectId } = await reminded();
    await on.jumpTo('2027-03-15T08:30:00Z');
    expect(await press(mia(), post, 'reminder:snooze')).toMatch(
      /^No reminder before Tue 16 March 2027, 08:30 \(Europe\/London\)\. The next reminder goes out Tue 16 March 2027, 09:00/,
    );
    await on.jumpTo('2027-03-15T12:00:00Z');
    expect(mails(on, email)).toHaveLength(1);
    const { lines } = await cardViewOf(on.db, on.workspaceId, projectId, on.clock.now());
    expect(lines).toContain('Reminders paused; the next goes out Tue 16 March 2027, 09:00 (Europe/London)');
    const due = reminderDue(on.core);
    expect([await due.owed(), (await due.nextAt())?.toISOString().slice(0, 16)]).toEqual([0, '2027-03-16T08:30']);
    await on.jumpTo('2027-03-16T08:31:00Z');
    expect(mails(on, email)).toHaveLength(1);
    await on.jumpTo('2027-03-16T09:00:00Z');
    expect(plain(mails(on, email).at(-1))).toContain('1 day overdue');
    expect((await steps(on, projectId)).slice(0, 3)).toEqual(['1 sent', '2 sent', '3 planned']);
  });

  test('for a week leaves of what fell into it the last alone', async () => {
    const { email, post, projectId } = await reminded();
    await press(mia(), post, 'reminder:snooze', 'snooze-7');
    for (const day of [15, 18, 19]) await on.jumpTo(`2027-03-${day}T08:59:00Z`);
    expect(mails(on, email)).toHaveLength(1);
    await on.jumpTo('2027-03-19T09:01:00Z');
    expect(mails(on, email)).toHaveLength(2);
    expect((await steps(on, projectId)).slice(0, 4)).toEqual(['1 sent', '2 skipped superseded', '3 sent', '4 planned']);
  });

  test('pressed twice is one snooze, and the last one that was chosen counts', async () => {
    const { post, projectId } = await reminded();
    const first = await press(mia(), post, 'reminder:snooze', 'snooze-3');
    expect(await press(jonas(), post, 'reminder:snooze', 'snooze-3')).toBe(first);
    expect(await pauses(projectId)).toHaveLength(1);
    await press(mia(), post, 'reminder:snooze', 'snooze-1');
    const all = await pauses(projectId);
    expect(all).toHaveLength(2);
    const now = on.clock.now().getTime();
    const running = all.filter(({ endsAt }) => endsAt && endsAt.getTime() > now);
    expect(running.map(({ endsAt }) => Math.round(((endsAt?.getTime() ?? 0) - now) / 86_400_000))).toEqual([1]);
  });

  test('still holds when the clock is moved back', async () => {
    const { email, post } = await reminded();
    await on.jumpTo('2027-03-16T10:00:00Z');
    await press(mia(), post, 'reminder:snooze', 'snooze-7');
    const before = mails(on, email).length;
    await on.jumpTo('2027-03-14T10:00:00Z');
    await on.jumpTo('2027-03-22T09:30:00Z');
    expect(mails(on, email)).toHaveLength(before);
    await on.jumpTo('2027-03-23T10:30:00Z');
    expect(mails(on, email)).toHaveLength(before + 1);
  });

  test('of another workspace’s project, or of nonsense, changes nothing and says so', async () => {
    const { post, projectId } = await reminded();
    for (const [value, said] of [
      ['prj_000000000000000000000000|3', 'That project is not here'],
      [`${projectId}|30`, 'Snooze for 1, 3 or 7 days'],
      [projectId, 'Snooze for 1, 3 or 7 days'],
      ['', 'That project is not here'],
    ]) {
      const forged = structuredClone(post);
      const block = forged.blocks.find((each) => each.type === 'actions') as unknown as {
        elements: { value: string }[];
      };
      (block.elements[0] as { value: string }).value = value as string;
      const before = mia().ephemerals.length;
      await mia().press(forged, 'reminder:snooze', { stale: true });
      await expect.poll(() => mia().ephemerals.length).toBe(before + 1);
      expect(mia().ephemerals.at(-1)?.text).toContain(said);
    }
    expect(await pauses(projectId)).toEqual([]);
  });
});

describe('Stop', () => {
  test('ends what is planned, for good; pressed twice, there is nothing left to stop', async () => {
    const { email, post, projectId } = await reminded();
    expect(await press(mia(), post, 'reminder:stop')).toBe('Stopped. 4 planned reminders are not sent.');
    expect(await press(mia(), post, 'reminder:stop')).toContain('nothing to stop');
    expect(await press(mia(), post, 'reminder:snooze', 'snooze-1')).toBe(
      'The reminders of this project were stopped. There is nothing to snooze.',
    );
    expect(await pauses(projectId)).toMatchObject([{ kind: 'stop' }]);
    const { lines } = await cardViewOf(on.db, on.workspaceId, projectId, on.clock.now());
    expect(lines).toContain('Reminders were stopped');
    expect((await steps(on, projectId)).slice(1)).toEqual([2, 3, 4, 5].map((n) => `${n} skipped stopped`));
    for (const day of [15, 18, 22, 29]) await on.jumpTo(`2027-03-${day}T10:00:00Z`);
    expect(mails(on, email)).toHaveLength(1);
  });

  test('asks before it stops', async () => {
    const { post } = await reminded();
    expect(words(post.blocks)).toContain('"confirm"');
  });

  test('leaves the next invoice its own reminders', async () => {
    const at = await reminded();
    await press(mia(), at.post, 'reminder:stop');
    await issue(on, at, 70_000n);
    await on.work();
    await on.jumpTo('2027-03-23T09:00:00Z');
    expect(mails(on, at.email).map(({ text }) => text.includes('EUR 700.00'))).toEqual([false, true]);
  });
});

describe('an open question', () => {
  test('holds every reminder back until it is answered; then the last one goes at the next allowed hour', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const deal = await signed(on, {}, 'Europe/London');
    const visit = await enter(deal.at, deal.depositId ?? '');
    await on.jumpTo('2027-03-03T09:00:00Z');
    expect(mails(on, deal.email)).toHaveLength(1);
    const questionId = await askQuestion(on.core, visit, 'May I pay half now?');
    const second = await askQuestion(on.core, visit, 'And the rest in June?');
    await on.jumpTo('2027-03-04T10:00:00Z');
    await on.jumpTo('2027-03-05T20:00:00Z');
    expect(mails(on, deal.email)).toHaveLength(1);
    expect(await reminderDue(on.core).owed()).toBe(0);
    const answered = { memberId: on.visit.member.id, answer: 'Yes.' };
    await answerQuestion(on.core, on.workspaceId, { questionId, ...answered });
    await on.jumpTo('2027-03-06T10:00:00Z');
    expect(mails(on, deal.email)).toHaveLength(1);
    await answerQuestion(on.core, on.workspaceId, { questionId: second, ...answered });
    await on.jumpTo('2027-03-07T10:00:00Z');
    expect(mails(on, deal.email)).toHaveLength(1);
    await on.jumpTo('2027-03-08T09:00:00Z');
    // Monday is also the day of the last step, which takes the place of the one that waited.
    expect(await steps(on, deal.projectId)).toEqual(
      expect.arrayContaining(['1 sent', '2 skipped superseded', '3 sent']),
    );
    expect(mails(on, deal.email)).toHaveLength(2);
  });

  test('is why a post says that the next one waits', async () => {
    on.goTo('2027-03-01T10:00:00Z');
    const acme = await projectIn(on, 'Europe/London');
    const id = await issue(on, acme);
    await on.work();
    on.goTo('2027-03-12T09:00:00Z');
    await reminderDue(on.core).run();
    await on.outbox.run();
    const visit = await enter(
      {
        core: on.core,
        workspaceId: on.workspaceId,
        ids: { project: acme.projectId, contact: acme.contactId },
      } as never,
      id,
    );
    await askQuestion(on.core, visit, 'Which account?');
    await on.work();
    const told = on.team.thread(acme.card.channel, acme.card.ts).find(({ text }) => text.startsWith('Reminded'));
    expect(words(told?.blocks)).toContain('waits until the client is answered');
    await record(on, id, '2,000');
  });
});

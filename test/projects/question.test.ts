import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encrypt } from '../../src/platform/crypto.ts';
import type { Core } from '../../src/platform/work.ts';
import { listen } from '../../src/portal/listen.ts';
import { createWeb } from '../../src/portal/web.ts';
import { answerQuestion } from '../../src/projects/answer.ts';
import { askQuestion } from '../../src/projects/ask.ts';
import { projectEffects } from '../../src/projects/jobs.ts';
import { OPEN_MAX, QUESTION_MAX } from '../../src/projects/question.ts';
import { questionById, questionsOf } from '../../src/projects/question-read.ts';
import { listenToQuestions } from '../../src/projects/question-slack.ts';
import type { SandboxMessage } from '../../src/sandbox/slack/shapes.ts';
import { startVendors } from '../../src/sandbox/vendors.ts';
import { Refusal } from '../../src/shared/refusal.ts';
import { createSlackApp } from '../../src/slack/bolt.ts';
import { createSlackClients } from '../../src/slack/client.ts';
import { createSlackReceiver } from '../../src/slack/receiver.ts';
import { authorizeOf } from '../../src/workspaces/authorize.ts';
import { tokenOf, tokenPlace } from '../../src/workspaces/installation-read.ts';
import { visitOf } from '../../src/workspaces/visit.ts';
import { draft, enter, putRight, seed, send } from '../contracts/scene.ts';
import { stage } from '../contracts/stage.ts';

/** Projects with questions, on a real database, against a chat workspace and a mailbox on loopback. */
async function startStage() {
  const vendors = await startVendors();
  const chat = vendors.slack;
  const slackFor = (core: Core) =>
    createSlackClients({ slackApiUrl: vendors.slackApiUrl, tokenOf: (id) => tokenOf(core, id), log: core.log });
  const at = await stage((on, post) => projectEffects({ core: on.core, post, slack: slackFor(on.core) }));
  const { core } = at.on;
  const receiver = createSlackReceiver({
    signingSecret: chat.signingSecret,
    machine: core.clock.machine,
    slackApiUrl: vendors.slackApiUrl,
    remember: async () => 'new',
    log: core.log,
  });
  const { slackApiUrl } = vendors;
  const app = createSlackApp({ receiver, authorize: authorizeOf(core), slackApiUrl, log: core.log });
  const slack = slackFor(core);
  listenToQuestions(app, { core, visit: (who) => visitOf(core, slack, who) });
  const web = createWeb({ publicUrl: 'http://localhost', trustProxy: 0, log: core.log });
  const server = await listen({ port: 0, log: core.log });
  await server.serve({ web, slack: (req, res) => void receiver.handle(req, res) });
  vendors.connect(`http://localhost:${server.port}`);
  afterAll(async () => {
    await server.close();
    await vendors.stop();
  });
  return { ...at, chat };
}

let at: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  at = await startStage();
});

/** A project out to its client, with a card in the chat workspace, and the client on the page. */
async function offered(name: string) {
  const seeded = await seed(at.on.core, name);
  const { core } = at.on;
  const { workspaceId, ids } = seeded;
  const team = at.chat.addTeam({ name });
  const [mia, jonas] = [team.people.owner.id, team.people.member.id];
  const { cipher, keyId } = encrypt(core.keys, team.token ?? '', tokenPlace(workspaceId));
  const installation = { workspaceId, tokenCipher: cipher, keyId, scopes: [], botUserId: team.botUserId };
  await core.db.installation.create({ data: installation });
  await core.db.workspace.update({ where: { id: workspaceId }, data: { slackTeamId: team.id } });
  await core.db.member.updateMany({ where: { workspaceId }, data: { slackUserId: mia } });
  const card = team.as(mia).say('projects', 'the card');
  const channelId = team.places.projects.id;
  await core.db.project.updateMany({ where: { workspaceId }, data: { channelId, cardTs: card.ts } });
  const on = { ...at.on, ...seeded };
  const version = await send(on, await draft(on));
  const visit = await enter(on, version.id);
  const thread = () => team.thread(channelId, card.ts);
  const asks = async (body: string) => {
    const id = await askQuestion(core, visit, body);
    await at.work();
    return { id, post: thread().at(-1) as SandboxMessage };
  };
  return { on, team, ids, workspaceId, card, visit, asks, thread, mia: team.as(mia), jonas: team.as(jonas) };
}

const words = (thing: unknown) => JSON.stringify(thing);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('a question', () => {
  test('reaches the thread of the card and its answer reaches the client and the page', async () => {
    const { asks, mia, workspaceId, on } = await offered('answers');
    const { id, post } = await asks('May we pay by card?');
    expect(words(post.blocks)).toContain('May we pay by card?');
    await mia.press(post, 'question:answer');
    const view = await mia.waitForView('question:answer');
    expect(words(view.blocks)).toContain('May we pay by card?');
    await mia.fill(view, { answer: 'Yes, by card or transfer.' });
    expect((await mia.submit()).fields).toEqual({});
    await at.work();
    expect(await questionById(on.core.db, workspaceId, id)).toMatchObject({
      answer: 'Yes, by card or transfer.',
      answeredBy: 'Mia Berg',
    });
    const mail = at.mailbox.mails({ kind: 'question.answered' }).at(-1)!;
    expect(mail.text).toContain('> Yes, by card or transfer.');
    expect(at.mailbox.link(mail)).toContain('/portal#');
  });

  test('asked at an address that was put right since is answered on the page alone, and lets nobody in again', async () => {
    const { asks, workspaceId, on, ids } = await offered('wrong address');
    const { id } = await asks('Who are you?');
    await putRight(on, ids.client, 'right@acme.test');
    const mailed = () => at.mailbox.mails({ kind: 'question.answered' }).length;
    const before = mailed();
    const answer = { questionId: id, memberId: ids.member, answer: 'Sorry, wrong address.' };
    await answerQuestion(on.core, workspaceId, answer);
    await at.work();
    expect(mailed()).toBe(before);
    const where = { workspaceId, revokedAt: null };
    expect(await on.core.db.portalLink.count({ where })).toBe(0);
    const event = await on.core.db.evidence.findFirstOrThrow({ where: { workspaceId, kind: 'question.answered' } });
    const detail = await on.core.db.evidenceDetail.findFirstOrThrow({ where: { sha256: event.detailSha256 } });
    expect(detail.body).toMatchObject({ mailed: false });
    expect(await on.core.db.outbox.count({ where: { workspaceId, state: { not: 'done' } } })).toBe(0);
  });

  test('is answered once: the second to answer sees the first one’s words', async () => {
    const { asks, mia, jonas, workspaceId, on } = await offered('twice');
    const { id, post } = await asks('When do you start?');
    for (const person of [mia, jonas]) {
      await person.press(post, 'question:answer');
      await person.fill(await person.waitForView('question:answer'), { answer: `On Tuesday, says ${person.id}` });
    }
    await mia.submit();
    await jonas.submit();
    expect(words(jonas.openView?.blocks)).toContain(`says ${mia.id}`);
    expect((await questionById(on.core.db, workspaceId, id)).answer).toContain(mia.id);
    await mia.press(post, 'question:answer');
    expect(mia.openView?.title).toBe('Answered already');
  });

  test('is answered by a message of the thread', async () => {
    const { asks, mia, thread, workspaceId, on, card } = await offered('shortcut');
    const message = mia.say('projects', 'Two rounds & no more <b>', { threadTs: card.ts });
    await mia.shortcut(message, 'question:send-as-answer');
    await expect.poll(() => mia.ephemerals.at(-1)?.text).toContain('no open question');
    const { id } = await asks('How many rounds?');
    expect(thread()).toHaveLength(2);
    await mia.shortcut(message, 'question:send-as-answer');
    expect((await questionById(on.core.db, workspaceId, id)).answer).toBe('Two rounds & no more <b>');
    await expect.poll(() => mia.ephemerals.at(-1)?.text).toContain('Sent to Dana Reyes');
    const stray = mia.say('projects', 'hello');
    await mia.shortcut(stray, 'question:send-as-answer');
    await expect.poll(() => mia.ephemerals.at(-1)?.text).toContain('thread under a project');
  });

  test('of several open ones, the freelancer chooses which the message answers', async () => {
    const { asks, mia, workspaceId, ids, on, card } = await offered('several');
    await asks('First?');
    on.rest(1);
    const { id } = await asks('Second?');
    const message = mia.say('projects', 'To the second', { threadTs: card.ts });
    await mia.shortcut(message, 'question:send-as-answer');
    await mia.fill(await mia.waitForView('question:answer'), { question: id });
    await mia.submit();
    const answers = (await questionsOf(on.core.db, workspaceId, ids.project)).map(({ answer }) => answer);
    expect(answers).toEqual([null, 'To the second']);
  });

  test('of another workspace is not there, whatever the button says', async () => {
    const [mine, theirs] = [await offered('mine'), await offered('theirs')];
    const { id } = await theirs.asks('Secret?');
    const { post } = await mine.asks('Mine?');
    await mine.mia.press(post, 'question:answer');
    const view = await mine.mia.waitForView('question:answer');
    view.privateMetadata = JSON.stringify({ question: id });
    await mine.mia.fill(view, { answer: 'stolen' });
    const sent = await mine.mia.submit();
    expect(words(sent.fields)).toContain('not here');
    expect((await questionById(theirs.on.core.db, theirs.workspaceId, id)).answer).toBeNull();
  });

  test('asked twice is asked once; empty, endless and endless many are refused', async () => {
    const { on, visit, workspaceId } = await offered('asker');
    const ids = await Promise.all([1, 2, 3].map(() => askQuestion(on.core, visit, 'The same?')));
    expect(new Set(ids).size).toBe(1);
    expect(await refused(askQuestion(on.core, visit, ' \u202e '))).toBe('question.empty');
    expect(await refused(askQuestion(on.core, visit, 'x'.repeat(QUESTION_MAX + 1)))).toBe('question.too-long');
    for (let n = 1; n < OPEN_MAX; n++) await askQuestion(on.core, visit, `Number ${n}?`);
    expect(await refused(askQuestion(on.core, visit, 'One more?'))).toBe('question.too-many');
    expect(await on.core.db.question.count({ where: { workspaceId } })).toBe(OPEN_MAX);
  });

  test('cannot mention, format or fake a line of ours in Slack', async () => {
    const { asks } = await offered('hostile');
    const { post } = await asks('<!channel> *bold* <https://evil.test|Approve>\nInvoice paid :white_check_mark:');
    expect(words(post)).not.toMatch(/<!channel>|<https:|:white_check_mark:/);
    expect(words(post)).toContain('&lt;!channel&gt;');
  });

  test('goes to the freelancer alone when the card’s channel is gone', async () => {
    const { asks, team, mia, on, workspaceId } = await offered('moved');
    await on.core.db.project.updateMany({ where: { workspaceId }, data: { channelId: 'C0GONE' } });
    await asks('Still there?');
    expect(words(team.messages(team.dm(mia.id).id).at(-1)?.blocks)).toContain('Still there?');
  });
});

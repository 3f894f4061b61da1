import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { askModel } from '../../src/assistant/ask.ts';
import { assistantDue } from '../../src/assistant/jobs.ts';
import type { ModelConfig } from '../../src/platform/config-vendors.ts';
import { type Ask, connectModel, type Model } from '../../src/platform/model.ts';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';
import { type Scene, scene, seed } from '../contracts/scene.ts';
import { RULES } from '../support/rules.ts';

vi.setConfig({ testTimeout: 30_000 });

const Answer = z.strictObject({ title: z.string() });
const ASK: Ask<z.infer<typeof Answer>> = {
  name: 'test_answer',
  schema: Answer,
  instructions: 'Answer.',
  version: '1-abcdef01',
  input: 'Brand identity for Acme',
  maxTokens: 500,
};

let on: Scene;
let server: SandboxModel;
let door: Listening;
let asker: { workspaceId: Scene['workspaceId']; memberId: Scene['ids']['member'] };
beforeAll(async () => {
  on = await scene();
  asker = { workspaceId: on.workspaceId, memberId: on.ids.member };
  server = createModel({ ledger: createLedger() });
  door = await listen(server.routes.fetch);
});
afterAll(async () => {
  server.stop();
  await door.close();
});
afterEach(async () => {
  const broken = await on.core.db.$queryRawUnsafe<object[]>(
    RULES['a day is charged what its model calls are charged']!,
  );
  expect(broken).toEqual([]);
  server.reset();
  await on.core.db.modelCall.deleteMany();
  await on.core.db.modelDay.deleteMany();
});

function connect(plan: Partial<ModelConfig> = {}, timeoutMs = 15_000): Model {
  const base = { name: 'sandbox-model', apiKey: 'k', baseUrl: `${door.url}/model/v1`, api: 'responses' as const };
  return connectModel({ ...base, dailyTokens: 1_000_000, prices: undefined, ...plan }, { timeoutMs });
}
const good = () => server.always({ kind: 'json', value: { title: 'Brand identity' } });
const calls = () => on.core.db.modelCall.findMany({ orderBy: { id: 'asc' } });
const charged = async () => (await on.core.db.modelDay.findMany()).map(({ tokens }) => tokens);
const tidy = async () => {
  for (const source of assistantDue(on.core)) await source.run();
};

test('a call is recorded: model, question, prompt version, tokens, cost, time, outcome, and no words', async () => {
  good();
  const model = connect({ prices: { inputMicros: 250_000, outputMicros: 2_000_000 } });
  const answer = await askModel(on.core, model, { ...asker, projectId: on.ids.project }, ASK);
  expect(answer).toMatchObject({ ok: true, value: { title: 'Brand identity' } });
  const usage = answer.usage as { input: number; output: number };
  const [call] = await calls();
  expect(call).toMatchObject({
    workspaceId: on.workspaceId,
    memberId: on.ids.member,
    projectId: on.ids.project,
    ask: 'test_answer',
    promptVersion: '1-abcdef01',
    model: 'sandbox-model',
    outcome: 'answered',
    tokensIn: usage.input,
    tokensOut: usage.output,
    tokens: usage.input + usage.output,
    costMicros: BigInt(Math.ceil(usage.input * 0.25 + usage.output * 2)),
    ms: answer.ms,
  });
  expect(await charged()).toEqual([usage.input + usage.output]);
  expect(await on.core.db.modelWords.count()).toBe(0);
});

describe('a day’s limit', () => {
  test('is never overshot by fifty calls at once, and those without room are not made', async () => {
    good();
    // Each used far less than its worst case, so what is free again serves later calls; the limit holds at every moment.
    const limit = connect().most(ASK) * 7;
    const model = connect({ dailyTokens: limit });
    let most = 0;
    let done = false;
    const watch = (async () => {
      while (!done) most = Math.max(most, ...(await charged()));
    })();
    server.asPerson(true);
    const asked = Array.from({ length: 50 }, () => askModel(on.core, model, asker, ASK));
    await expect.poll(() => server.pending().length, { timeout: 10_000 }).toBe(7);
    await expect.poll(async () => (await calls()).length, { timeout: 10_000 }).toBe(50);
    server.asPerson(false);
    const answers = await Promise.all(asked);
    done = true;
    await watch;
    expect(most).toBe(limit);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(7);
    expect(answers.filter((answer) => !answer.ok && answer.failure === 'spent')).toHaveLength(43);
    expect(server.requests()).toHaveLength(7);
    const [tokens] = await charged();
    expect(tokens).toBeLessThan(limit);
  });

  test('has room again for what was reserved and not used', async () => {
    good();
    const model = connect({ dailyTokens: connect().most(ASK) + 200 });
    for (let asked = 0; asked < 3; asked += 1)
      expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ ok: true });
  });

  test('is one workspace’s own, and a new day has its own', async () => {
    good();
    const model = connect({ dailyTokens: connect().most(ASK) });
    const fern = await seed(on.core, 'Studio Fern');
    expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ ok: true });
    expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ ok: false, failure: 'spent', usage: 'none' });
    expect(await askModel(on.core, model, { workspaceId: fern.workspaceId }, ASK)).toMatchObject({ ok: true });
    on.rest(24 * 60);
    expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ ok: true });
    on.rest(-24 * 60);
    expect((await calls()).map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['answered', 'spent', 'answered', 'answered']),
    );
  });

  test('of nothing asks nobody', async () => {
    expect(await askModel(on.core, connect({ dailyTokens: 0 }), asker, ASK)).toMatchObject({ failure: 'spent' });
    expect(server.requests()).toEqual([]);
  });

  test('counts the worst case where nobody says what was used, and nothing where the call was turned away', async () => {
    good();
    const model = connect({}, 500);
    server.faults.add({ match: 'test_answer', kind: 'timeout' });
    expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ failure: 'timed-out', usage: 'unknown' });
    expect(await charged()).toEqual([model.most(ASK)]);
    server.faults.add({ match: 'test_answer', kind: '429' });
    expect(await askModel(on.core, model, asker, ASK)).toMatchObject({ failure: 'busy', usage: 'none' });
    expect(await charged()).toEqual([model.most(ASK)]);
  });

  test('bounds what a question may hold before it is sent', async () => {
    const long = { ...ASK, input: 'é'.repeat(60_000) };
    expect(await askModel(on.core, connect(), asker, long)).toMatchObject({ failure: 'too-much' });
    expect(server.requests()).toEqual([]);
    expect(await calls()).toEqual([]);
  });

  test('is reserved above what any server counts', async () => {
    good();
    for (const input of ['Brand identity', '設計の仕事 🎨', 'a b c d e f g h i j k l']) {
      const answer = await askModel(on.core, connect(), asker, { ...ASK, input });
      const { input: used } = answer.usage as { input: number };
      expect(used).toBeLessThanOrEqual(connect().most({ ...ASK, input }) - 500);
    }
  });
});

describe('a process that ends between the call and its record', () => {
  test('leaves the worst case on that day, once, and the call counts as lost', async () => {
    good();
    const model = connect();
    const dying: Model = { ...model, ask: () => Promise.reject(new Error('killed')) };
    await expect(askModel(on.core, dying, asker, ASK)).rejects.toThrow('killed');
    await tidy();
    expect((await calls()).map(({ outcome }) => outcome)).toEqual(['asked']);
    on.rest(6);
    await tidy();
    await tidy();
    expect(await calls()).toMatchObject([{ outcome: 'lost', tokens: model.most(ASK), tokensIn: null }]);
    expect(await charged()).toEqual([model.most(ASK)]);
    on.rest(-6);
  });

  test('and one that was only slow is settled to what it used', async () => {
    good();
    const model = connect();
    const slow: Model = {
      ...model,
      ask: async (ask) => {
        on.rest(6);
        await tidy();
        return model.ask(ask);
      },
    };
    const { usage } = await askModel(on.core, slow, asker, ASK);
    on.rest(-6);
    expect(await calls()).toMatchObject([{ outcome: 'answered', tokensIn: (usage as { input: number }).input }]);
    expect((await charged())[0]).toBeLessThan(model.most(ASK));
  });
});

test('words are kept only where the owner turned it on, and for thirty days', async () => {
  server.always({ kind: 'json', value: { title: 'Brand \u0000 identity' } });
  await on.core.db.workspace.update({ where: { id: on.workspaceId }, data: { keepsModelWords: true } });
  await askModel(on.core, connect(), asker, ASK);
  const [kept] = await on.core.db.modelWords.findMany();
  expect(kept?.told).toBe('Answer.\n\nBrand identity for Acme');
  expect(kept?.said).toContain('identity');
  on.rest(30 * 24 * 60 - 1);
  await tidy();
  expect(await on.core.db.modelWords.count()).toBe(1);
  on.rest(2);
  await tidy();
  expect(await on.core.db.modelWords.count()).toBe(0);
  expect(await calls()).toHaveLength(1);
});

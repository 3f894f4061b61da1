import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Ask, connectModel, type Model } from '../../src/platform/model.ts';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';

const Answer = z.strictObject({ title: z.string().nullable(), items: z.array(z.string()) });
const ASK: Ask<z.infer<typeof Answer>> = {
  name: 'test_answer',
  schema: Answer,
  instructions: 'Answer.',
  version: '1-test',
  input: 'Brand identity for Acme',
  maxTokens: 500,
};
const GOOD = { kind: 'json' as const, value: { title: 'Brand identity', items: ['logo'] } };

let server: SandboxModel;
let door: Listening;
beforeAll(async () => {
  server = createModel({ ledger: createLedger(), apiKey: 'sk-right' });
  door = await listen(server.routes.fetch);
});
afterEach(() => server.reset());
afterAll(async () => {
  server.stop();
  await door.close();
});

const PLAN = { dailyTokens: 1_000_000, prices: undefined };
const connect = (api: 'responses' | 'chat', timeoutMs = 5_000, apiKey = 'sk-right'): Model =>
  connectModel({ name: 'sandbox-model', apiKey, baseUrl: `${door.url}/model/v1`, api, ...PLAN }, { timeoutMs });

describe.each(['responses', 'chat'] as const)('a model spoken to by %s', (api) => {
  it('gets one question: the schema, the words, a bound, no tools, nothing stored', async () => {
    server.reply(GOOD);
    const answer = await connect(api).ask(ASK);
    expect(answer).toMatchObject({ ok: true, value: GOOD.value, model: 'sandbox-model' });
    expect(server.requests()).toHaveLength(1);
    const [request] = server.requests();
    expect(request).toMatchObject({ api, schemaName: 'test_answer', stream: false, maxTokens: 500 });
    expect(request).toMatchObject({ instructions: 'Answer.', input: 'Brand identity for Acme' });
    expect(request?.schema).toMatchObject({
      type: 'object',
      required: ['title', 'items'],
      additionalProperties: false,
    });
    expect(request?.body).not.toHaveProperty('tools');
    if (api === 'responses') expect(request?.body).toMatchObject({ store: false });
  });

  it.each([
    ['refusal', 'refused'],
    ['filtered', 'refused'],
    ['truncated', 'cut-short'],
    ['invalid-json', 'unreadable'],
    ['empty', 'unreadable'],
    ['huge', 'too-long'],
    ['stream-cut', 'unreachable'],
    ['429', 'busy'],
    ['5xx', 'unreachable'],
  ] as const)('fails softly on %s, without a second request', async (kind, failure) => {
    server.reply(GOOD);
    server.faults.add({ match: api, kind });
    expect(await connect(api).ask(ASK)).toMatchObject({ ok: false, failure });
    expect(server.requests()).toHaveLength(1);
  });

  it('fails softly on an answer that breaks the schema', async () => {
    server.reply({ kind: 'json', value: { title: 1 } });
    expect(await connect(api).ask(ASK)).toMatchObject({ ok: false, failure: 'unreadable' });
  });

  it('gives up when the time is over', async () => {
    server.faults.add({ match: api, kind: 'timeout' });
    const answer = await connect(api, 300).ask(ASK);
    expect(answer).toMatchObject({ ok: false, failure: 'timed-out' });
    expect(answer.ms).toBeLessThan(2_000);
  });

  it('says that a wrong key is not accepted', async () => {
    expect(await connect(api, 5_000, 'sk-wrong').ask(ASK)).toMatchObject({ ok: false, failure: 'rejected' });
  });
});

it('a server that is not there is unreachable, and nothing is thrown', async () => {
  const model = connectModel({ name: 'm', apiKey: undefined, baseUrl: 'http://localhost:9/v1', api: 'chat', ...PLAN });
  expect(await model.ask(ASK)).toMatchObject({ ok: false, failure: 'unreachable' });
});

it('a person who gives up ends the call', async () => {
  server.faults.add({ match: 'chat', kind: 'timeout' });
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(await connect('chat').ask({ ...ASK, signal: stop.signal })).toMatchObject({ ok: false, failure: 'stopped' });
});

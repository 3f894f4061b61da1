import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Ask, connectModel, type Model } from '../../src/platform/model.ts';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';
import { freePort } from '../../src/sandbox/ports.ts';

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
    expect(request).toMatchObject({ api, schemaName: 'test_answer', stream: true, maxTokens: 500 });
    expect(request).toMatchObject({ instructions: 'Answer.', input: 'Brand identity for Acme' });
    expect(request?.schema).toMatchObject({
      type: 'object',
      required: ['title', 'items'],
      additionalProperties: false,
    });
    expect(request?.body).not.toHaveProperty('tools');
    if (api === 'responses') expect(request?.body).toMatchObject({ store: false });
    else expect(request?.body).toMatchObject({ stream_options: { include_usage: true } });
  });

  it('is heard while it speaks, piece by piece, and says what it used', async () => {
    server.reply({
      kind: 'json',
      value: { title: 'Brand identity', items: Array.from({ length: 20 }, () => 'a logo') },
    });
    const heard: string[] = [];
    const answer = await connect(api).ask({ ...ASK, onProgress: (text) => heard.push(text) });
    expect(heard.length).toBeGreaterThan(3);
    for (const [at, text] of heard.entries()) expect(text.startsWith(heard[at - 1] ?? '')).toBe(true);
    expect(heard.at(-1)).toBe(answer.text);
    expect(answer.usage).toEqual({ input: expect.any(Number), output: expect.any(Number) });
  });

  it('that never counts is used to an unknown amount, and the answer is good', async () => {
    server.reply(GOOD);
    server.faults.add({ match: api, kind: 'uncounted' });
    expect(await connect(api).ask(ASK)).toMatchObject({ ok: true, usage: 'unknown' });
  });

  it('may speak other alphabets, whatever pieces the bytes come in', async () => {
    const value = { title: '契約書 – „Löwe“ 🎨', items: ['ロゴ'] };
    server.reply({ kind: 'json', value });
    expect(await connect(api).ask(ASK)).toMatchObject({ ok: true, value });
  });

  it.each([
    ['refusal', 'refused'],
    ['filtered', 'refused'],
    ['truncated', 'cut-short'],
    ['invalid-json', 'unreadable'],
    ['empty', 'unreadable'],
    ['huge', 'too-long'],
    ['stream-cut', 'broken-off'],
    ['stream-error', api === 'chat' ? 'broken-off' : 'unreachable'],
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

  it.each(['timeout', 'stall'] as const)('gives up when the time is over: %s', async (kind) => {
    server.reply(GOOD);
    server.faults.add({ match: api, kind });
    const answer = await connect(api, 600).ask(ASK);
    expect(answer).toMatchObject({ ok: false, failure: 'timed-out', usage: 'unknown' });
    expect(answer.ms).toBeLessThan(2_000);
  });

  it('that drips is given up when the time is over, and hung up on', async () => {
    server.reply(GOOD);
    server.pace(200);
    const heard: string[] = [];
    const answer = await connect(api, 700).ask({ ...ASK, onProgress: (text) => heard.push(text) });
    expect(answer).toMatchObject({ ok: false, failure: 'timed-out' });
    const before = heard.length;
    await new Promise((done) => setTimeout(done, 500));
    expect(heard).toHaveLength(before);
  });

  it('is never given more than fifteen seconds, whoever asks for more', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    server.reply(GOOD);
    await connect(api).ask({ ...ASK, timeoutMs: 700_000 });
    const waits = timers.mock.calls.map(([, ms]) => ms);
    timers.mockRestore();
    expect(waits).toContain(15_000);
    expect(waits).not.toContain(700_000);
  });

  it('says that a wrong key is not accepted', async () => {
    expect(await connect(api, 5_000, 'sk-wrong').ask(ASK)).toMatchObject({ ok: false, failure: 'rejected' });
  });
});

it('a server that is not there is unreachable, nothing is thrown, and nothing was used', async () => {
  const baseUrl = `http://127.0.0.1:${await freePort(46_100)}/v1`;
  const model = connectModel({ name: 'm', apiKey: undefined, baseUrl, api: 'chat', ...PLAN });
  expect(await model.ask(ASK)).toMatchObject({ ok: false, failure: 'unreachable', usage: 'none' });
});

it('a person who gives up ends the call', async () => {
  server.faults.add({ match: 'chat', kind: 'timeout' });
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(await connect('chat').ask({ ...ASK, signal: stop.signal })).toMatchObject({ ok: false, failure: 'stopped' });
});

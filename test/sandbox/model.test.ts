import OpenAI from 'openai';
import { ContentFilterFinishReasonError, LengthFinishReasonError } from 'openai/error';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLedger } from '../../src/sandbox/ledger.ts';
import { type Listening, listen } from '../../src/sandbox/listen.ts';
import { createModel, type SandboxModel } from '../../src/sandbox/model/model.ts';

const Draft = z.strictObject({
  title: z.string(),
  email: z.string().nullable(),
  currency: z.enum(['EUR', 'USD', 'GBP']),
  fee: z.strictObject({ value: z.number(), quote: z.string() }).nullable(),
  depositPercent: z.int().nullable(),
  revisions: z.int().nullable(),
  startOn: z.string().nullable(),
  endOn: z.string().nullable(),
  note: z.string().nullable(),
});
const BRIEF =
  'Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April';
const ANSWER: z.infer<typeof Draft> = {
  title: 'Website – ü',
  email: null,
  currency: 'EUR',
  fee: { value: 4_000, quote: 'EUR 4,000' },
  depositPercent: 50,
  revisions: 2,
  startOn: '2027-03-02',
  endOn: null,
  note: 'A note long enough to carry what an attacker wants.',
};

const ledger = createLedger();
let model: SandboxModel;
let door: Listening;
let ai: OpenAI;
beforeAll(async () => {
  model = createModel({ ledger, now: () => new Date('2026-11-22T10:00:00Z') });
  door = await listen(model.routes.fetch);
  ai = new OpenAI({ apiKey: 'sandbox', baseURL: `${door.url}/model/v1`, maxRetries: 0, timeout: 5_000 });
});
afterAll(async () => {
  model.stop();
  await door.close();
});
beforeEach(() => model.reset());

const text = { format: zodTextFormat(Draft, 'contract_terms') };
const response_format = zodResponseFormat(Draft, 'contract_terms');
const ask = (more: object = {}, options: object = {}) =>
  ai.responses.parse({ model: 'm', instructions: 'Read the brief.', input: BRIEF, text, ...more }, options);
const chat = (more: object = {}) =>
  ai.chat.completions.parse({
    model: 'm',
    messages: [
      { role: 'system', content: 'Read the brief.' },
      { role: 'user', content: BRIEF },
    ],
    response_format,
    ...more,
  });
const failure = (call: PromiseLike<unknown>) =>
  Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a good answer', () => {
  test('parses through both APIs, whole and streamed', async () => {
    model.always({ kind: 'json', value: ANSWER });
    expect((await ask()).output_parsed).toEqual(ANSWER);
    expect((await chat()).choices[0]?.message.parsed).toEqual(ANSWER);

    const stream = ai.responses.stream({ model: 'm', input: BRIEF, text });
    let deltas = 0;
    stream.on('response.output_text.delta', () => {
      deltas += 1;
    });
    expect((await stream.finalResponse()).output_parsed).toEqual(ANSWER);
    expect(deltas).toBeGreaterThan(3);

    const spoken = ai.chat.completions.stream({
      model: 'm',
      messages: [{ role: 'user', content: BRIEF }],
      response_format,
      stream_options: { include_usage: true },
    });
    const final = await spoken.finalChatCompletion();
    expect(final.choices[0]?.message.parsed).toEqual(ANSWER);
    expect(final.usage?.total_tokens).toBeGreaterThan(10);
  });

  test('every request is kept, with what it was told and which schema it asked for', async () => {
    model.always({ kind: 'json', value: ANSWER });
    await ask({ max_output_tokens: 900, store: false });
    await chat();
    const [first, second] = model.requests();
    expect(first).toMatchObject({
      api: 'responses',
      schemaName: 'contract_terms',
      input: BRIEF,
      maxTokens: 900,
      stream: false,
    });
    expect(first?.instructions).toBe('Read the brief.');
    expect(second).toMatchObject({
      api: 'chat',
      schemaName: 'contract_terms',
      input: BRIEF,
      instructions: 'Read the brief.',
    });
    expect(ledger.list({ source: 'model', kind: 'request' }).at(-1)?.summary).toContain('contract_terms');
  });

  test('replies come in the order they were queued, or from a function of the request', async () => {
    model.reply({ kind: 'json', value: { ...ANSWER, title: 'one' } });
    model.reply((request) => ({ kind: 'json', value: { ...ANSWER, title: request.input.slice(0, 5) } }));
    expect([(await ask()).output_parsed?.title, (await ask()).output_parsed?.title]).toEqual(['one', 'Brand']);
  });

  test('with nothing scripted it reads the brief plainly', async () => {
    expect((await ask()).output_parsed).toEqual({
      title: 'Brand identity',
      email: 'dana@acme.test',
      currency: 'EUR',
      fee: { value: 4_000, quote: 'EUR 4,000' },
      depositPercent: 50,
      revisions: 2,
      startOn: '2027-03-02',
      endOn: '2027-04-10',
      note: null,
    });
  });
});

describe('an answer that is no use', () => {
  beforeEach(() => model.always({ kind: 'json', value: ANSWER }));
  const fault = (kind: Parameters<SandboxModel['faults']['add']>[0]['kind'], more: object = {}) =>
    model.faults.add({ match: 'contract_terms', kind, ...more });

  test('a refusal', async () => {
    fault('refusal', { times: 3 });
    const response = await ask();
    expect(response.output_parsed).toBeNull();
    expect(response.output[0]).toMatchObject({ content: [{ type: 'refusal' }] });
    expect((await chat()).choices[0]?.message).toMatchObject({ parsed: null, refusal: expect.any(String) });
    const stream = ai.responses.stream({ model: 'm', input: BRIEF, text });
    expect((await stream.finalResponse()).output[0]).toMatchObject({ content: [{ type: 'refusal' }] });
  });

  test('cut short by the token limit', async () => {
    fault('truncated', { times: 3 });
    expect(await ask()).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      output_parsed: null,
    });
    expect(await failure(chat())).toBeInstanceOf(LengthFinishReasonError);
    const streamed = ai.chat.completions.stream({
      model: 'm',
      messages: [{ role: 'user', content: BRIEF }],
      response_format,
    });
    expect(await failure(streamed.finalChatCompletion())).toBeInstanceOf(LengthFinishReasonError);
  });

  test('stopped by a filter', async () => {
    fault('filtered', { times: 2 });
    expect(await ask()).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'content_filter' } });
    expect(await failure(chat())).toBeInstanceOf(ContentFilterFinishReasonError);
  });

  test('no JSON, or nothing at all', async () => {
    fault('invalid-json');
    expect(await failure(ask())).toBeInstanceOf(SyntaxError);
    fault('empty');
    expect((await chat()).choices[0]?.message.parsed).toBeNull();
  });

  test('right types and wrong facts', async () => {
    fault('breaks-rules');
    expect((await ask()).output_parsed).toMatchObject({ fee: { value: -4_000_000 }, startOn: '1970-02-30' });
    fault('obeys-attacker');
    const obeyed = (await ask()).output_parsed;
    expect(obeyed).toMatchObject({ fee: { value: 1 }, currency: 'EUR' });
    expect(obeyed?.note).toContain('IBAN');
  });

  test('a megabyte', async () => {
    fault('huge');
    const response = await ai.responses.create({ model: 'm', input: BRIEF, text });
    expect(response.output_text.length).toBeGreaterThan(1_000_000);
  });

  test('errors, which the SDK retries', async () => {
    fault('429');
    expect(await failure(ask())).toMatchObject({ status: 429, code: 'rate_limit_exceeded' });
    fault('5xx', { status: 500 });
    expect(await failure(ask())).toMatchObject({ status: 500 });
    fault('429', { retryAfter: 0 });
    expect((await ask({}, { maxRetries: 1 })).output_parsed).toEqual(ANSWER);
  });

  test('silence, or a line that breaks', async () => {
    fault('timeout');
    expect(await failure(ask({}, { timeout: 100 }))).toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
    fault('stream-cut', { times: 3 });
    expect(await failure(ask())).toBeDefined();
    const stream = ai.responses.stream({ model: 'm', input: BRIEF, text });
    expect(await failure(stream.finalResponse())).toBeDefined();
    const spoken = ai.chat.completions.stream({
      model: 'm',
      messages: [{ role: 'user', content: BRIEF }],
      response_format,
    });
    expect(await failure(spoken.finalChatCompletion())).toBeDefined();
  });
});

describe('requests it refuses', () => {
  test('no key, no body, no strict schema, no such address', async () => {
    const post = (path: string, body: string, authorization = 'Bearer x') =>
      fetch(`${door.url}/model/v1${path}`, { method: 'POST', body, headers: { authorization } });
    expect((await post('/responses', '{}', '')).status).toBe(401);
    expect((await post('/responses', 'nonsense')).status).toBe(400);
    expect(await (await post('/responses', '{"model":"m"}')).json()).toMatchObject({ error: { param: 'input' } });
    const schema = { type: 'object', properties: { a: { type: 'string' } }, required: [], additionalProperties: false };
    const loose = { model: 'm', input: 'x', text: { format: { type: 'json_schema', name: 'x', schema } } };
    expect(await (await post('/responses', JSON.stringify(loose))).json()).toMatchObject({
      error: { code: 'invalid_json_schema', message: expect.stringContaining("Missing 'a'") },
    });
    expect((await post('/embeddings', '{}')).status).toBe(404);
  });
});

describe('you are the model', () => {
  const json = (path: string, body?: object) =>
    model.routes.request(`http://localhost/ui/model${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });

  test('a request waits on the page and gets what the person chose or typed', async () => {
    await json('/person', { on: true });
    const waiting: ReturnType<typeof ask>[] = [];
    // One after the other: requests sent at once may arrive in any order.
    for (let asked = 1; asked <= 3; asked += 1) {
      waiting.push(ask());
      await expect.poll(() => model.pending().length).toBe(asked);
    }
    const page = (await (await json('')).json()) as { pending: { id: string; suggestion: string; input: string }[] };
    const [one, two, three] = page.pending;
    expect(one).toMatchObject({ input: BRIEF });
    expect(JSON.parse(one!.suggestion)).toMatchObject({ currency: 'EUR' });
    await json(`/requests/${one!.id}/answer`, { preset: 'good' });
    await json(`/requests/${two!.id}/answer`, { text: JSON.stringify(ANSWER) });
    await json(`/requests/${three!.id}/answer`, { preset: 'refusal' });
    const answers = await Promise.all(waiting);
    expect(answers.map((answer) => answer.output_parsed?.title)).toEqual(['Brand identity', ANSWER.title, undefined]);
    expect((await json(`/requests/${one!.id}/answer`, { preset: 'good' })).status).toBe(404);
  });

  test('a caller who hangs up is no longer waiting', async () => {
    model.asPerson(true);
    expect(await failure(ask({}, { timeout: 150 }))).toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
    await expect.poll(() => model.pending()).toEqual([]);
  });
});

import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onCommand } from '../../src/slack/listen.ts';
import { isSlackUrl } from '../../src/slack/request.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
const heard: Record<string, unknown>[] = [];

beforeAll(async () => {
  stage = await openStage();
  onCommand(stage.app, '/x', async ({ body }) => {
    heard.push(body);
    return 'pong';
  });
  onCommand(stage.app, '/slow', () => new Promise<void>((resolve) => setTimeout(resolve, 3300)));
});
afterAll(() => stage.stop());
beforeEach(() => {
  heard.length = 0;
  stage.kept.clear();
});

const FORM = 'application/x-www-form-urlencoded';
const command = (fields: Record<string, string> = {}) =>
  new URLSearchParams({
    command: '/x',
    team_id: 'T0STUDIO1',
    user_id: 'U1',
    text: '',
    trigger_id: 't',
    channel_id: 'C1',
    ...fields,
  }).toString();
const nowSeconds = () => Math.floor(Date.now() / 1000);
const sign = (body: string, stamp: string | number, secret = stage.slack.signingSecret, scheme = 'v0') =>
  `${scheme}=${createHmac('sha256', secret).update(`${scheme}:${stamp}:${body}`).digest('hex')}`;

type Sent = { status: number; text: string };
/** node:http, because fetch would join or refuse the headers that an attacker sends twice. */
const send = (body: string, headers: Record<string, string | string[]>, type = FORM) =>
  new Promise<Sent>((resolve, reject) => {
    const req = request(
      `${stage.appUrl}/slack/events`,
      { method: 'POST', headers: { 'content-type': type, ...headers } },
      (res) => {
        let text = '';
        res.on('data', (chunk) => {
          text += chunk;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
      },
    );
    req.on('error', reject);
    req.end(body);
  });
const signed = (body: string, stamp: string | number = nowSeconds(), type = FORM) =>
  send(body, { 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': sign(body, stamp) }, type);

describe('a request that Slack did not sign', () => {
  const stamp = () => String(nowSeconds());
  const at = (value: string) => ({ 'x-slack-request-timestamp': value, 'x-slack-signature': sign(command(), value) });
  test.each<[string, () => Record<string, string | string[]>]>([
    ['no signature', () => ({ 'x-slack-request-timestamp': stamp() })],
    ['no time', () => ({ 'x-slack-signature': sign(command(), stamp()) })],
    [
      'another secret',
      () => ({ 'x-slack-request-timestamp': stamp(), 'x-slack-signature': sign(command(), stamp(), 'other') }),
    ],
    [
      'another scheme',
      () => ({ 'x-slack-request-timestamp': stamp(), 'x-slack-signature': sign(command(), stamp(), undefined, 'v1') }),
    ],
    [
      'another body',
      () => ({ 'x-slack-request-timestamp': stamp(), 'x-slack-signature': sign(`${command()} `, stamp()) }),
    ],
    ['301 seconds of age', () => at(String(nowSeconds() - 302))],
    ['a time in the future', () => at(String(nowSeconds() + 302))],
    ['a time that is no number', () => at('NaN')],
    ['a time written as a power', () => at('1e9')],
    ['a negative time', () => at('-1')],
    ['two times', () => ({ ...at(stamp()), 'x-slack-request-timestamp': [stamp(), stamp()] })],
    ['two signatures', () => ({ ...at(stamp()), 'x-slack-signature': [sign(command(), stamp()), 'v0=00'] })],
  ])('%s: 401, nothing kept, nothing heard', async (_what, headers) => {
    expect((await send(command(), headers())).status).toBe(401);
    expect(stage.kept.size).toBe(0);
    expect(heard).toEqual([]);
  });
});

describe('a request that Slack signed', () => {
  test('and somebody sends again byte for byte is answered and heard once', async () => {
    const stamp = nowSeconds();
    expect(await signed(command(), stamp)).toEqual({ status: 200, text: 'pong' });
    expect(await signed(command(), stamp)).toEqual({ status: 200, text: '' });
    expect(heard).toHaveLength(1);
    const [kept] = stage.kept.values();
    expect(kept).toMatchObject({ delivery: { team: 'T0STUDIO1' }, outcome: 'done' });
    expect(kept?.delivery.body.toString()).toBe(command());
  });

  test('names a response address elsewhere, and no listener sees it', async () => {
    await signed(command({ response_url: 'https://evil.test/' }));
    await signed(command({ response_url: 'https://hooks.slack.com/commands/1' }));
    expect(heard.map((body) => body.response_url)).toEqual([undefined, 'https://hooks.slack.com/commands/1']);
    expect(isSlackUrl('https://hooks.slack.com.evil.test/', undefined)).toBe(false);
    expect(isSlackUrl('https://x@hooks.slack.com/', undefined)).toBe(false);
    expect(isSlackUrl('http://localhost:4000/r/1', 'http://localhost:4000/api/')).toBe(true);
    expect(isSlackUrl('http://localhost:4000/r/1', undefined)).toBe(false);
  });

  test.each([
    ['a field sent twice', `${command()}&text=2`, FORM],
    ['a payload that is no JSON', 'payload=%7B', FORM],
    ['JSON that is no object', '[1]', 'application/json'],
    ['broken JSON', '{', 'application/json'],
  ])('with %s is refused', async (_what, body, type) => {
    expect((await signed(body, nowSeconds(), type)).status).toBe(400);
    expect(stage.kept.size).toBe(0);
  });

  test('of more than a megabyte is refused, announced or not', async () => {
    const large = 'x'.repeat(1_100_000);
    expect((await signed(large)).status).toBe(413);
    expect((await send(large, { 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  test('asks whether we are there', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c', token: 't' });
    expect(await signed(challenge, nowSeconds(), 'application/json')).toEqual({
      status: 200,
      text: '{"challenge":"c"}',
    });
    expect((await send(challenge, {}, 'application/json')).status).toBe(401);
    expect(await send('ssl_check=1&token=x', {})).toEqual({ status: 200, text: '' });
    expect(stage.kept.size).toBe(0);
  });

  test('and whose listener is too slow is answered all the same', async () => {
    const started = performance.now();
    expect((await signed(command({ command: '/slow' }))).status).toBe(503);
    expect(performance.now() - started).toBeLessThan(3300);
  });
});

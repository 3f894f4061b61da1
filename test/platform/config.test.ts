import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { ConfigProblem } from '../../src/platform/config-problem.ts';
import { Variables } from '../../src/platform/config-variables.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'config-'));
afterAll(() => rmSync(dir, { recursive: true }));

const KEY = Buffer.alloc(32, 7).toString('base64');
const least = {
  DATA_DIR: dir,
  SLACK_SIGNING_SECRET: 'shh',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SMTP_URL: 'smtp://localhost:1025',
  MAIL_FROM: 'Studio North <hello@studio.test>',
};
const oauth = { ...least, SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x' };

function problems(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.lines;
    throw error;
  }
  return [];
}

test('the least that is needed starts everything on this machine', () => {
  const config = readConfig(least);
  expect(config).toMatchObject({
    production: false,
    role: 'all',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    dataDir: dir,
    databaseUrl: undefined,
    slack: { mode: 'token', botToken: 'xoxb-1', signingSecret: 'shh' },
    stripe: undefined,
    model: undefined,
    mailFrom: { name: 'Studio North', address: 'hello@studio.test' },
    metrics: 'public',
    trustProxy: 0,
    logLevel: 'info',
  });
});

test('nothing set at all names everything that is missing, one line each', () => {
  const lines = problems({});
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'SLACK_SIGNING_SECRET',
    'SLACK_BOT_TOKEN',
    'SMTP_URL',
    'MAIL_FROM',
  ]);
  expect(lines.join('')).not.toContain('\n');
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ ...least, PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 3000, redisUrl: undefined });
});

test('malformed values are named together', () => {
  const lines = problems({
    ...least,
    PORT: '99999',
    ROLE: 'both',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    MAIL_FROM: 'me',
  });
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'ROLE', 'DATABASE_URL', 'MAIL_FROM', 'LOG_LEVEL']);
});

describe.each<[string, Record<string, string>, string]>([
  ['a worker without a shared database', { ROLE: 'worker' }, 'DATABASE_URL is missing'],
  ['production without a key', { NODE_ENV: 'production' }, 'ENCRYPTION_KEY is missing'],
  ['a short key', { ENCRYPTION_KEY: 'c2hvcnQ=' }, 'ENCRYPTION_KEY must be 32 bytes'],
  ['a short old key', { ENCRYPTION_KEYS_OLD: `${KEY},c2hvcnQ=` }, 'ENCRYPTION_KEYS_OLD must'],
  ['a shifted clock in production', { NODE_ENV: 'production', ENCRYPTION_KEY: KEY, CLOCK_FILE: '/x' }, 'CLOCK_FILE'],
  ['Socket Mode', { SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is refused'],
  ['a rotating token', { SLACK_BOT_TOKEN: 'xoxe.xoxb-1' }, 'SLACK_BOT_TOKEN is a rotating token'],
  ['one and many workspaces at once', { SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: 'x' }, 'exclude each other'],
  ['half of OAuth', { SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: '1' }, 'SLACK_CLIENT_SECRET is missing'],
  ['an API without its path', { SLACK_API_URL: 'http://localhost:4000' }, 'SLACK_API_URL must end in /api/'],
  ['a key without webhooks', { STRIPE_SECRET_KEY: 'sk_test_1' }, 'STRIPE_WEBHOOK_SECRET is missing'],
  ['a publishable key', { STRIPE_SECRET_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'w' }, 'begins with sk_ or rk_'],
  ['webhooks without a key', { STRIPE_WEBHOOK_SECRET: 'w' }, 'STRIPE_SECRET_KEY is missing'],
  ['a model key without a name', { OPENAI_API_KEY: 'k' }, 'OPENAI_MODEL is missing'],
  ['a model name alone', { OPENAI_MODEL: 'm' }, 'OPENAI_MODEL has no use alone'],
  ['http on the open network', { PUBLIC_URL: 'http://retainer.example.com' }, 'PUBLIC_URL must begin with https://'],
  ['a base with a path', { PUBLIC_URL: 'https://example.com/retainer' }, 'PUBLIC_URL must be the address alone'],
])('%s is refused', (_, env, line) => {
  test(line, () => {
    const lines = problems({ ...least, ...env });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
  });
});

test('many workspaces and a Stripe key need to know whose account it is', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'w1, w2' };
  expect(problems({ ...oauth, ...stripe })[0]).toContain('STRIPE_WORKSPACE is missing');
  expect(readConfig({ ...oauth, ...stripe, STRIPE_WORKSPACE: 'T1' }).stripe).toMatchObject({
    webhookSecrets: ['w1', 'w2'],
    workspace: 'T1',
    livemode: true,
  });
});

test('the model speaks chat to another server and responses to OpenAI, unless told', () => {
  const model = { ...least, OPENAI_MODEL: 'm' };
  expect(readConfig({ ...model, OPENAI_BASE_URL: 'http://localhost:1/v1' }).model?.api).toBe('chat');
  expect(readConfig({ ...model, OPENAI_API_KEY: 'k' }).model?.api).toBe('responses');
  expect(readConfig({ ...model, OPENAI_API_KEY: 'k', OPENAI_API: 'chat' }).model?.api).toBe('chat');
});

test('the key made on first use is kept, readable by its owner alone', () => {
  const file = path.join(dir, 'encryption-key');
  const made = readConfig(least).keys.current;
  expect(readConfig(least).keys.current.equals(made)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'damaged');
  expect(problems(least)[0]).toContain('does not hold 32 bytes');
  rmSync(file);
});

test('nothing is made while something else is wrong', () => {
  problems({ ...least, SMTP_URL: '' });
  expect(statSync(path.join(dir, 'encryption-key'), { throwIfNoEntry: false })).toBeUndefined();
});

test('.env.example explains every variable, and no other', () => {
  const lines = readFileSync(path.resolve(import.meta.dirname, '../../.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^([A-Z_]+)=$/.exec(line)?.[1] ?? []);
  expect(named.sort()).toEqual(Object.keys(Variables.shape).sort());
  const explained = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !/^[#A-Z]/.test(lines[at - 1] ?? ''));
  expect(explained).toEqual([]);
});

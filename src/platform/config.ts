import path from 'node:path';
import { readKeys } from './config-key.ts';
import { ConfigProblem } from './config-problem.ts';
import { type LOG_LEVELS, Variables } from './config-variables.ts';
import { type ModelConfig, modelOf, type SlackConfig, type StripeConfig, slackOf, stripeOf } from './config-vendors.ts';
import type { Keyring } from './crypto.ts';

export type Config = {
  production: boolean;
  role: 'all' | 'web' | 'worker';
  port: number;
  /** The origin of every link, without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  /** Undefined: the built-in PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  keys: Keyring;
  slack: SlackConfig;
  stripe: StripeConfig | undefined;
  smtpUrl: string;
  mailFrom: { name: string; address: string };
  model: ModelConfig | undefined;
  /** Where `/metrics` listens: a port of its own, the public port, or nowhere. */
  metrics: number | 'public' | 'off';
  /** How many proxies stand before the app, each adding one hop to X-Forwarded-For. */
  trustProxy: number;
  clockFile: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
};

const LOOPBACK = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The configuration, from the environment. Throws ConfigProblem with one line for everything that is missing or wrong.
 * Without ENCRYPTION_KEY it makes one in DATA_DIR on first use (never in production).
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.keys(Variables.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : []));
  const parsed = Variables.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    throw new ConfigProblem(parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`));
  }
  const set = parsed.data;
  const problems: string[] = [];
  const slack = slackOf(set, problems);
  const stripe = stripeOf(set, problems);
  const model = modelOf(set, problems);
  const publicUrl = publicUrlOf(set, problems);
  checkPlace(set, problems);
  if (!set.SMTP_URL)
    problems.push('SMTP_URL is missing: set it to your mail server, like smtps://user:password@mail.example.com.');
  if (!set.MAIL_FROM)
    problems.push(
      'MAIL_FROM is missing: set it to the address mail comes from, like Studio North <hello@studio.example>.',
    );
  const production = set.NODE_ENV === 'production';
  const dataDir = path.resolve(set.DATA_DIR);
  const keys = readKeys(
    { current: set.ENCRYPTION_KEY, old: set.ENCRYPTION_KEYS_OLD ?? [], production, dataDir },
    problems,
  );
  if (!slack || !set.SMTP_URL || !set.MAIL_FROM || !keys || problems.length > 0) throw new ConfigProblem(problems);
  return {
    production,
    role: set.ROLE,
    port: set.PORT,
    publicUrl,
    dataDir,
    databaseUrl: set.DATABASE_URL,
    redisUrl: set.REDIS_URL,
    keys,
    slack,
    stripe,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    model,
    metrics: set.METRICS_PORT ?? (production ? 'off' : 'public'),
    trustProxy: set.TRUST_PROXY,
    clockFile: set.CLOCK_FILE,
    logLevel: set.LOG_LEVEL,
  };
}

/**
 * The model alone, from the environment, as the app reads it: for measuring briefs, which needs nothing else. Undefined where none
 * is set up.
 */
export function readModelConfig(env: Record<string, string | undefined> = process.env): ModelConfig | undefined {
  const names = Object.keys(Variables.shape).filter((name) => /^(?:OPENAI|MODEL)_/.test(name));
  const given = names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : []));
  const parsed = Variables.safeParse(Object.fromEntries(given));
  if (!parsed.success)
    throw new ConfigProblem(parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`));
  const problems: string[] = [];
  const model = modelOf(parsed.data, problems);
  if (problems.length > 0) throw new ConfigProblem(problems);
  return model;
}

function publicUrlOf(set: Variables, problems: string[]): string {
  const url = new URL(set.PUBLIC_URL ?? `http://localhost:${set.PORT}`);
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    problems.push('PUBLIC_URL must be the address alone, without a path: like https://retainer.example.com.');
  }
  // Session cookies are Secure (`__Host-`), which browsers accept over http only from the same machine.
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    problems.push(
      'PUBLIC_URL must begin with https:// unless it is localhost: put a proxy with a certificate before the app.',
    );
  }
  return url.origin;
}

function checkPlace(set: Variables, problems: string[]): void {
  if (set.ROLE !== 'all' && !set.DATABASE_URL) {
    problems.push(
      `DATABASE_URL is missing: the built-in PostgreSQL serves ROLE=all only, so ROLE=${set.ROLE} needs a PostgreSQL that both roles reach.`,
    );
  }
  if (set.CLOCK_FILE && set.NODE_ENV === 'production') {
    problems.push('CLOCK_FILE moves the time for tests and is refused when NODE_ENV=production: remove it.');
  }
}

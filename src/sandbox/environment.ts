import path from 'node:path';
import type { Vendors } from './vendors.ts';

export interface Setting {
  appPort: number;
  /** Where the app keeps everything; it starts a PostgreSQL of its own when unset. */
  databaseUrl: string | undefined;
  dataDir: string;
  clockFile: string;
  /** The Slack team whose payment account the key is. */
  team: string;
  payments: boolean;
  model: boolean;
}

/** What the built app is started with: these variables and nothing else of ours. */
export function appEnvironment(vendors: Omit<Vendors, 'stop'>, setting: Setting): Record<string, string> {
  const { slack } = vendors;
  const machine = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(machine),
    PORT: String(setting.appPort),
    PUBLIC_URL: `http://localhost:${setting.appPort}`,
    DATA_DIR: path.resolve(setting.dataDir),
    CLOCK_FILE: path.resolve(setting.clockFile),
    ...(setting.databaseUrl ? { DATABASE_URL: setting.databaseUrl } : {}),
    LOG_LEVEL: 'warn',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_CLIENT_ID: slack.clientId,
    SLACK_CLIENT_SECRET: slack.clientSecret,
    SLACK_API_URL: vendors.slackApiUrl,
    SMTP_URL: vendors.smtpUrl,
    MAIL_FROM: 'Retainer <contracts@retainer.test>',
    ...(setting.payments
      ? {
          STRIPE_SECRET_KEY: vendors.stripeSecretKey,
          STRIPE_WEBHOOK_SECRET: vendors.stripeWebhookSecret,
          STRIPE_WORKSPACE: setting.team,
          STRIPE_API_URL: vendors.stripeApiUrl,
        }
      : {}),
    ...(setting.model
      ? { OPENAI_BASE_URL: vendors.modelBaseUrl, OPENAI_MODEL: 'sandbox-model', OPENAI_API_KEY: 'sandbox-key' }
      : {}),
  };
}

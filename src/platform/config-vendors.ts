import type { Variables } from './config-variables.ts';

export type SlackConfig = {
  signingSecret: string;
  /** The Web API's base, ending in `/api/`; undefined is Slack's own. */
  apiUrl: string | undefined;
} & ({ mode: 'token'; botToken: string } | { mode: 'oauth'; clientId: string; clientSecret: string });

export type StripeConfig = {
  secretKey: string;
  /** Several while a webhook's secret is being changed. */
  webhookSecrets: string[];
  livemode: boolean;
  /** The Slack team whose account the key is; undefined is the one workspace there is. */
  workspace: string | undefined;
  apiUrl: string | undefined;
};

export type ModelConfig = {
  name: string;
  apiKey: string | undefined;
  baseUrl: string | undefined;
  api: 'responses' | 'chat';
  /** The most tokens one workspace may use in one day (UTC), in and out together. */
  dailyTokens: number;
  /** US dollars for a million tokens, in millionths; undefined: what calls cost is not known. */
  prices: ModelPrices | undefined;
};

export type ModelPrices = { inputMicros: number; outputMicros: number };

export function slackOf(set: Variables, problems: string[]): SlackConfig | undefined {
  const before = problems.length;
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = set;
  const signingSecret = set.SLACK_SIGNING_SECRET;
  if (set.SLACK_APP_TOKEN) {
    problems.push(
      'SLACK_APP_TOKEN is refused: Socket Mode is not available yet. Remove it and give Slack the request address PUBLIC_URL/slack/events.',
    );
  }
  if (botToken?.startsWith('xoxe')) {
    problems.push(
      'SLACK_BOT_TOKEN is a rotating token, which is not available yet: switch token rotation off and set the token that begins with xoxb-.',
    );
  }
  if (set.SLACK_API_URL && !/\/api\/?$/.test(set.SLACK_API_URL)) {
    problems.push('SLACK_API_URL must end in /api/, like https://slack.com/api/.');
  }
  if (!signingSecret)
    problems.push('SLACK_SIGNING_SECRET is missing: copy it from "Basic Information" of your Slack app.');
  if (botToken && (clientId || clientSecret)) {
    problems.push(
      'SLACK_BOT_TOKEN (one workspace) and SLACK_CLIENT_ID with SLACK_CLIENT_SECRET (many workspaces) exclude each other: remove one of the two.',
    );
  } else if (!botToken && !clientId && !clientSecret) {
    problems.push(
      'SLACK_BOT_TOKEN is missing: set it for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many.',
    );
  } else if (!botToken && !(clientId && clientSecret)) {
    problems.push(
      `${clientId ? 'SLACK_CLIENT_SECRET' : 'SLACK_CLIENT_ID'} is missing: installing by OAuth needs both.`,
    );
  }
  if (!signingSecret || problems.length > before) return undefined;
  const base = { signingSecret, apiUrl: set.SLACK_API_URL?.replace(/\/?$/, '/') };
  if (botToken) return { ...base, mode: 'token', botToken };
  return clientId && clientSecret ? { ...base, mode: 'oauth', clientId, clientSecret } : undefined;
}

export function stripeOf(set: Variables, problems: string[]): StripeConfig | undefined {
  const secretKey = set.STRIPE_SECRET_KEY;
  const webhookSecrets = set.STRIPE_WEBHOOK_SECRET ?? [];
  if (!secretKey) {
    const alone = (['STRIPE_WEBHOOK_SECRET', 'STRIPE_WORKSPACE', 'STRIPE_API_URL'] as const).filter(
      (name) => set[name],
    );
    if (alone.length > 0) problems.push(`STRIPE_SECRET_KEY is missing: ${alone.join(' and ')} has no use without it.`);
    return undefined;
  }
  if (!/^(sk|rk)_/.test(secretKey)) problems.push('STRIPE_SECRET_KEY must be a secret key: it begins with sk_ or rk_.');
  if (webhookSecrets.length === 0)
    problems.push(
      'STRIPE_WEBHOOK_SECRET is missing: copy it from the webhook whose address is PUBLIC_URL/stripe/webhook.',
    );
  if (set.SLACK_CLIENT_ID && !set.STRIPE_WORKSPACE) {
    problems.push(
      'STRIPE_WORKSPACE is missing: with many workspaces, set it to the Slack team (T...) whose Stripe account the key is.',
    );
  }
  const livemode = /^(sk|rk)_live_/.test(secretKey);
  return { secretKey, webhookSecrets, livemode, workspace: set.STRIPE_WORKSPACE, apiUrl: set.STRIPE_API_URL };
}

export function modelOf(set: Variables, problems: string[]): ModelConfig | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: name } = set;
  const { MODEL_INPUT_PRICE: input, MODEL_OUTPUT_PRICE: output } = set;
  if ((input === undefined) !== (output === undefined)) {
    problems.push(
      `${input === undefined ? 'MODEL_INPUT_PRICE' : 'MODEL_OUTPUT_PRICE'} is missing: a cost needs both prices, for tokens read and tokens written.`,
    );
  }
  if (!apiKey && !baseUrl) {
    if (name)
      problems.push('OPENAI_MODEL has no use alone: set OPENAI_API_KEY, or OPENAI_BASE_URL for another server.');
    return undefined;
  }
  if (!name) {
    problems.push(
      'OPENAI_MODEL is missing: set it to the name of the model, because a key or a base URL turns the model on.',
    );
    return undefined;
  }
  return {
    name,
    apiKey,
    baseUrl,
    api: set.OPENAI_API ?? (baseUrl ? 'chat' : 'responses'),
    dailyTokens: set.MODEL_DAILY_TOKENS,
    prices: input === undefined || output === undefined ? undefined : { inputMicros: input, outputMicros: output },
  };
}

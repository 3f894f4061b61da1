import { z } from 'zod';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const text = z.string().optional();
const list = z
  .string()
  .transform((all) =>
    all
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .optional();
const port = z.coerce
  .number({ error: 'must be a port number, 1 to 65535' })
  .int('must be a port number')
  .min(1, 'must be a port number, 1 to 65535')
  .max(65_535, 'must be a port number, 1 to 65535');
const choice = <const T extends readonly string[]>(options: T) =>
  z.enum(options, { error: `must be one of ${options.join(', ')}` });

/** US dollars for a million tokens, in millionths of a dollar. */
const price = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,6})?$/, { error: 'must be US dollars for a million tokens, like 0.25' })
  .transform((dollars) => {
    const [whole = '', part = ''] = dollars.split('.');
    return Number(whole + part.padEnd(6, '0'));
  })
  .optional();

function address(example: string, ...schemes: string[]) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `must be an address like ${example}`,
    })
    .optional();
}

/** `hello@studio.test` or `Studio North <hello@studio.test>`. */
const Mailbox = z.string().transform((value, context) => {
  const [, name = '', inBrackets] = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>]+)>\s*$/.exec(value) ?? [];
  const parsed = z.email().safeParse((inBrackets ?? value).trim());
  if (parsed.success) return { name: name || 'Retainer', address: parsed.data };
  context.addIssue('must be an e-mail address, like Studio North <hello@studio.example>');
  return z.NEVER;
});

/** Every variable there is, each with the shape it must have by itself; what belongs together is checked after. */
export const Variables = z.object({
  NODE_ENV: text,
  PORT: port.default(3000),
  PUBLIC_URL: address('https://retainer.example.com', 'http', 'https'),
  ROLE: choice(['all', 'web', 'worker']).default('all'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: address('postgresql://user:password@localhost:5432/retainer', 'postgres', 'postgresql'),
  REDIS_URL: address('redis://localhost:6379', 'redis', 'rediss'),
  ENCRYPTION_KEY: text,
  ENCRYPTION_KEYS_OLD: list,
  SLACK_SIGNING_SECRET: text,
  SLACK_BOT_TOKEN: text,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: address('https://slack.com/api/', 'http', 'https'),
  STRIPE_SECRET_KEY: text,
  STRIPE_WEBHOOK_SECRET: list,
  STRIPE_WORKSPACE: text,
  STRIPE_API_URL: address('https://api.stripe.com', 'http', 'https'),
  SMTP_URL: address('smtps://user:password@mail.example.com', 'smtp', 'smtps'),
  MAIL_FROM: Mailbox.optional(),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address('http://localhost:11434/v1', 'http', 'https'),
  OPENAI_MODEL: text,
  OPENAI_API: choice(['responses', 'chat']).optional(),
  MODEL_DAILY_TOKENS: z.coerce
    .number({ error: 'must be a number of tokens, like 250000' })
    .int('must be a whole number of tokens')
    .min(0, 'must be 0 or more')
    .max(1_000_000_000, 'must be at most 1000000000')
    .default(250_000),
  MODEL_INPUT_PRICE: price,
  MODEL_OUTPUT_PRICE: price,
  METRICS_PORT: port.optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be a number of proxies, like 1' })
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .default(0),
  CLOCK_FILE: text,
  LOG_LEVEL: choice(LOG_LEVELS).default('info'),
});
export type Variables = z.infer<typeof Variables>;

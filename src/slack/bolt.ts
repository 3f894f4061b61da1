import { App, AuthorizationError, type Authorize, LogLevel, type Receiver } from '@slack/bolt';
import type { ExtendedErrorHandlerArgs } from '@slack/bolt/dist/App.js';
import type { Log } from '../platform/log.ts';
import { LINK_ACTION } from './blocks.ts';

export type SlackAppOptions = {
  receiver: Receiver;
  /** The installation's bot token; throws when the workspace has none. */
  authorize: Authorize<boolean>;
  slackApiUrl?: string | undefined;
  log: Log;
};

/** Slack's names of the levels that pino calls the same. */
type Level = 'debug' | 'info' | 'warn' | 'error';

export function createSlackApp({ receiver, authorize, slackApiUrl, log }: SlackAppOptions): App {
  const app = new App({
    receiver,
    authorize,
    convoStore: false,
    extendedErrorHandler: true,
    logger: boltLogger(log),
    clientOptions: {
      ...(slackApiUrl && { slackApiUrl }),
      // A listener has three seconds in all. What must arrive is owed to the outbox, which waits as long as it takes.
      timeout: 2500,
      rejectRateLimitedCalls: true,
      retryConfig: { retries: 1, minTimeout: 50, maxTimeout: 150 },
    },
  });
  app.error(async ({ error, body }: ExtendedErrorHandlerArgs) => {
    if (!(error instanceof AuthorizationError)) throw error;
    log.warn({ reason: error.original.message }, 'Slack request from a workspace without installation');
    await tellUninstalled('response_url' in body ? body.response_url : undefined);
  });
  app.action(LINK_ACTION, async ({ ack }) => {
    await ack();
  });
  return app;
}

/** Bolt acknowledges such a request with nothing; the person should still see why nothing happens. */
async function tellUninstalled(responseUrl: unknown): Promise<void> {
  if (typeof responseUrl !== 'string') return;
  const text =
    'Retainer is not installed in this workspace, or its installation has ended. An admin can install it again.';
  await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', text }),
    redirect: 'error',
    signal: AbortSignal.timeout(2500),
  }).catch(() => undefined);
}

/** Bolt and the Web API client log through this; their debug output holds message texts, so it is left out. */
export function boltLogger(log: Log) {
  const child = log.child({ of: 'slack' });
  const write =
    (level: Level) =>
    (...parts: unknown[]) => {
      const [first, ...rest] = parts;
      if (first instanceof Error) child[level]({ err: first }, rest.map(String).join(' '));
      else if (typeof first === 'object' && first !== null) child[level](first, rest.map(String).join(' '));
      else child[level](parts.map(String).join(' '));
    };
  return {
    debug: () => {},
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

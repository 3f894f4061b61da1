import webapi from '@slack/web-api';
import { EffectFailed } from '../platform/outbox.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webapi;

/** Slack answered and said why not. `reason` is its error code, for instance `not_in_channel`. */
export class SlackRefused extends EffectFailed {
  readonly reason: string;

  constructor(outcome: EffectFailed['outcome'], method: string, reason: string) {
    super(outcome, `slack ${method}: ${reason}`);
    this.name = 'SlackRefused';
    this.reason = reason;
  }
}

/** Errors that pass by themselves; every other one means the call will never succeed as it is. */
const PASSING = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org']);
/** "Some aspect of the operation may have succeeded before the error was raised" (Slack's reference for these codes). */
const OPEN = new Set(['fatal_error', 'internal_error', 'request_timeout']);
/** The connection was never made, so nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack's own code for why it refused a call, for instance `not_found`; undefined when it did not answer. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** What a failed Web API call means for the effect that made it. */
export function failure(method: string, error: unknown, again: boolean): EffectFailed {
  const open = again ? 'retry' : 'unknown';
  if (error instanceof WebAPIRateLimitedError) {
    return new EffectFailed('retry', `slack ${method}: rate limited`, error.retryAfter * 1000);
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    return new SlackRefused(PASSING.has(reason) ? 'retry' : OPEN.has(reason) ? open : 'dead', method, reason);
  }
  if (error instanceof WebAPIHTTPError) return new EffectFailed(open, `slack ${method}: HTTP ${error.statusCode}`);
  if (error instanceof WebAPIRequestError) {
    const code = causeOf(error.original);
    return new EffectFailed(UNSENT.has(code) ? 'retry' : open, `slack ${method}: ${code || error.original.name}`);
  }
  return new EffectFailed(open, `slack ${method}: ${error instanceof Error ? error.message : 'failed'}`);
}

/** fetch wraps what happened to the socket as the cause; with several addresses it is a list of causes. */
function causeOf(error: Error): string {
  const { cause } = error as { cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  const code = cause?.code ?? cause?.errors?.[0]?.code;
  return typeof code === 'string' ? code : '';
}

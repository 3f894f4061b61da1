import { EffectFailed } from './outbox.ts';

/**
 * `refused`: Stripe says no, and will say so again. `missing`: there is no such object on this account. `mismatch`: the
 * request differs from the first one with its key. `spent`: the key keeps a failure that every further try gets back.
 * `away`: nothing is known, ask again.
 */
export type StripeFault = 'refused' | 'missing' | 'mismatch' | 'spent' | 'away';

/** Stripe did not do what was asked. Reads and requests with a key may be repeated, so nothing is ever `unknown`. */
export class StripeFailed extends EffectFailed {
  readonly fault: StripeFault;

  constructor(fault: StripeFault, reason: string, retryAfterMs?: number) {
    super(fault === 'refused' || fault === 'missing' ? 'dead' : 'retry', reason, retryAfterMs);
    this.name = 'StripeFailed';
    this.fault = fault;
  }
}

/** As much of the SDK's errors as is read; their classes are not loaded before the first call. */
type SdkError = {
  type?: string;
  statusCode?: number;
  code?: string;
  param?: string;
  requestId?: string;
  headers?: Record<string, string>;
};

/**
 * The one translation of what the SDK throws. Stripe's sentences quote what was sent, an address for instance, so only its
 * codes are kept; the request's id finds the rest in Stripe's dashboard.
 */
export function stripeFailed(call: string, error: SdkError): StripeFailed {
  const facts = [error.statusCode, error.code ?? error.type, error.param, error.requestId];
  const reason = `stripe ${call}: ${facts.filter(Boolean).join(' ') || 'no answer'}`;
  const fault = faultOf(error);
  const seconds = Number(error.headers?.['retry-after']);
  return new StripeFailed(fault, reason, seconds > 0 ? seconds * 1000 : undefined);
}

function faultOf({ type, statusCode: status, code }: SdkError): StripeFault {
  if (type === 'StripeIdempotencyError') return 'mismatch';
  if (code === 'resource_missing') return 'missing';
  // A 500 is kept under the key and answered again; the others never reached the endpoint.
  if (status === 500) return 'spent';
  if (status === undefined || status === 409 || status === 429 || status > 500) return 'away';
  return 'refused';
}

import type { ModelPrices } from '../platform/config-vendors.ts';
import type { Failure } from '../platform/model.ts';
import type { Usage } from '../platform/model-wire.ts';
import { type Day, dayIn } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';

/** Who asks, and about what. */
export type Asker = {
  readonly workspaceId: Id<'workspace'>;
  readonly memberId?: Id<'member'> | undefined;
  readonly projectId?: Id<'project'> | undefined;
  /** What the call is to be called, where a window already names it so that its button can end it. */
  readonly callId?: Id<'call'> | undefined;
};

/** How a call stands: under way, called off while it is, answered, never heard of again, or why there was no answer. */
export type Outcome = 'asked' | 'stopping' | 'answered' | 'lost' | Failure;

/** The most bytes a question may hold, instructions included. */
export const MOST_TOLD = 96 * 1024;
/** A call under way for longer has lost its process: no call is given more than a fraction of this. */
export const LOST_MS = 5 * 60_000;
/** How long an owner who keeps what models are told and say keeps it. */
export const WORDS_DAYS = 30;

/**
 * The day a call counts for. UTC, as vendors bill: a workspace has several businesses, each in a zone its owner may change,
 * and a day that could be moved would be a limit that could be moved.
 */
export const usedOn = (now: Date): Day => dayIn('UTC', now);

/** What a day is charged for a call: what it used, and its worst case when nobody can say. */
export function chargeOf(usage: Usage, reserved: number): number {
  if (usage === 'none') return 0;
  return usage === 'unknown' ? reserved : usage.input + usage.output;
}

/** Millionths of a US dollar, rounded up; undefined without prices or without a count. */
export function costOf(usage: Usage, prices: ModelPrices | undefined): bigint | undefined {
  if (!prices || usage === 'unknown') return undefined;
  if (usage === 'none') return 0n;
  const sum = BigInt(usage.input) * BigInt(prices.inputMicros) + BigInt(usage.output) * BigInt(prices.outputMicros);
  return (sum + 999_999n) / 1_000_000n;
}

/** Why a model did not take part, as the beginning of a sentence: `${WHY_NOT[failure]}, so the brief was read by rule.` */
export const WHY_NOT: Record<Failure, string> = {
  spent: 'Today’s allowance for the model is used up (a new day begins at midnight UTC)',
  'too-much': 'This is more than the model may be sent',
  stopped: 'You went on without the model',
  refused: 'The model declined to answer',
  'cut-short': 'The model’s answer was cut short',
  'broken-off': 'The connection to the model broke in the middle of its answer',
  unreadable: 'The model’s answer could not be used',
  'too-long': 'The model’s answer was far too long',
  'timed-out': 'The model took too long',
  busy: 'The model is busy',
  rejected: 'The model’s server did not accept the request (whoever runs Retainer can check its settings)',
  unreachable: 'The model could not be reached',
};

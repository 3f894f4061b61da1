import { setTimeout as sleep } from 'node:timers/promises';

export type Deadline = { readonly signal: AbortSignal; readonly clear: () => void };

/**
 * A signal that ends after `ms` milliseconds, or with `other`; `clear` when there is nothing left to end. Used where two reasons
 * to stop meet: of `AbortSignal.any([AbortSignal.timeout(ms), other])` Node may collect the timeout before it fires, and then
 * nothing ever ends (nodejs/node#57736).
 */
export function deadline(ms: number, other?: AbortSignal): Deadline {
  const controller = new AbortController();
  const late = () => controller.abort(new DOMException('It took too long.', 'TimeoutError'));
  const stopped = () => controller.abort(other?.reason);
  // The timer holds the controller, so the signal lives as long as it may still end.
  const timer = setTimeout(late, ms);
  if (other?.aborted) stopped();
  else other?.addEventListener('abort', stopped, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      other?.removeEventListener('abort', stopped);
    },
  };
}

/** What `work` answers, or an error with this message when that takes longer than `ms` milliseconds; the work itself goes on. */
export async function inTime<T>(ms: number, work: Promise<T>, message: string): Promise<T> {
  const over = new AbortController();
  const late = sleep(ms, undefined, { ref: false, signal: over.signal }).then(() => {
    throw new Error(message);
  });
  return await Promise.race([work, late]).finally(() => over.abort());
}

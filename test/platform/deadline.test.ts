import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { deadline } from '../../src/platform/deadline.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Only who waits for the end still knows of the signal, as in a call that was sent off. */
const ended = (ms: number, other?: AbortSignal) =>
  new Promise<unknown>((resolve) => {
    const { signal } = deadline(ms, other);
    signal.addEventListener('abort', () => resolve(signal.reason));
  });

it('ends in time though memory is collected while it runs', async () => {
  const reason = ended(300);
  for (let turn = 0; turn < 20; turn += 1) {
    await sleep(10);
    collect();
  }
  expect(await Promise.race([reason, sleep(5_000, 'never')])).toMatchObject({ name: 'TimeoutError' });
});

it('ends with the other signal, and at once when that has ended already', async () => {
  const other = new AbortController();
  const reason = ended(60_000, other.signal);
  other.abort('the form was closed');
  expect(await reason).toBe('the form was closed');
  expect(deadline(60_000, other.signal).signal.reason).toBe('the form was closed');
});

it('never ends once it is cleared', async () => {
  const other = new AbortController();
  const { signal, clear } = deadline(10, other.signal);
  clear();
  await sleep(40);
  other.abort();
  expect(signal.aborted).toBe(false);
});

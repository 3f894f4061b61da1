import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { Doorbell } from './queue.ts';

/** A kind of row that falls due by the business clock: reminder steps, holds, planned invoices, links. */
export type DueSource = {
  name: string;
  /** Does what is due now and answers how many rows it settled. */
  run(): Promise<number>;
  /** When the next row falls due, by the business clock. */
  nextAt(): Promise<Date | undefined>;
  /** How many rows are due and not settled. */
  owed(): Promise<number>;
};

/**
 * Does each of some due rows and answers how many it settled. One that fails is logged and found again at the next look;
 * it holds up none of the others.
 */
export async function settleEach<T extends { id: string }>(
  { log, name }: { log: Log; name: string },
  rows: readonly T[],
  settle: (row: T) => Promise<unknown>,
): Promise<number> {
  let settled = 0;
  for (const row of rows) {
    try {
      await settle(row);
      settled += 1;
    } catch (err) {
      log.error({ err, source: name, id: row.id }, 'due work failed, will be tried again');
    }
  }
  return settled;
}

export type Worker = { stop(): Promise<void> };

const SWEEP_MS = 30_000;

/**
 * Looks for due work when rung, when the clock is moved, when the next row falls due, and every 30 seconds whatever
 * happens; so a lost queue costs seconds and never a reminder.
 */
export async function startWorker(parts: {
  clock: Clock;
  log: Log;
  doorbell: Doorbell;
  outbox: Outbox;
  sources: DueSource[];
}): Promise<Worker> {
  const { clock, log, doorbell, outbox, sources } = parts;
  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const pass = async (): Promise<void> => {
    for (let settled = 1; settled > 0 && !stopped; ) {
      const counts = await Promise.all([outbox.run(), ...sources.map((source) => source.run())]);
      settled = counts.reduce((a, b) => a + b, 0);
    }
  };
  const arm = async (): Promise<void> => {
    const now = clock.now().getTime();
    const dues = await Promise.all(sources.map((source) => source.nextAt()));
    const waits = dues.filter((due) => due !== undefined).map((due) => due.getTime() - now);
    const next = Math.min(SWEEP_MS, (await outbox.nextIn()) ?? SWEEP_MS, ...waits);
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void look(), Math.max(5, next));
  };
  const look = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        try {
          await pass();
          await arm();
        } catch (error) {
          log.error({ err: error }, 'looking for due work failed, will look again');
          clearTimeout(timer);
          if (!stopped) timer = setTimeout(() => void look(), 1_000);
        }
      } while (again && !stopped);
      running = undefined;
    })();
    return running;
  };

  clock.onShift(() => void look());
  await doorbell
    .answer(look)
    .catch((error: Error) => log.warn({ reason: error.message }, 'queue unreachable at start, the sweep carries on'));
  void look();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

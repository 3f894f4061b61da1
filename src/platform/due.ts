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
/** After a fault, so that a database that is away is not asked without end. */
const RETRY_MS = 1_000;

/**
 * Looks for due work when rung, when the clock is moved, when the next row falls due, and every 30 seconds whatever
 * happens; so a lost queue costs seconds and never a reminder. Effects and due rows are two rounds of their own: what
 * falls due now does not wait for a vendor that takes its time.
 */
export function startWorker(parts: {
  clock: Clock;
  log: Log;
  doorbell: Doorbell;
  outbox: Outbox;
  sources: DueSource[];
}): Worker {
  const { clock, log, doorbell, outbox, sources } = parts;
  const effects = round(log, {
    pass: () => outbox.begin(() => void effects.look()),
    wait: async () => (await outbox.nextIn()) ?? SWEEP_MS,
  });
  const due = round(log, {
    pass: async () => {
      const counts = await Promise.all(
        sources.map(async (source) => {
          const settled = await source.run();
          if (settled > 0) void effects.look();
          return settled;
        }),
      );
      return counts.reduce((a, b) => a + b, 0);
    },
    wait: async () => {
      const now = clock.now().getTime();
      const dues = await Promise.all(sources.map((source) => source.nextAt()));
      return Math.min(SWEEP_MS, ...dues.flatMap((at) => (at ? [at.getTime() - now] : [])));
    },
  });
  const look = async () => {
    await Promise.all([effects.look(), due.look()]);
  };
  clock.onShift(() => void look());
  // One after the other: what is owed is begun before anything else is loaded.
  void effects
    .look()
    .then(due.look)
    .then(() => doorbell.answer(look));
  return {
    stop: async () => {
      outbox.stop();
      await Promise.all([effects.stop(), due.stop()]);
      await outbox.idle();
    },
  };
}

type Round = {
  /** Passes until nothing is left; asked for while one runs, it is begun once more after it. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

/** One thing looked for again and again: `pass` answers how much it did, `wait` how long there is nothing to do. */
function round(log: Log, { pass, wait }: { pass(): Promise<number>; wait(): Promise<number> }): Round {
  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const sleepFor = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void look(), ms);
  };
  const look = (): Promise<void> => {
    if (stopped) return running ?? Promise.resolve();
    again = true;
    running ??= (async () => {
      try {
        while (again && !stopped) {
          again = false;
          while ((await pass()) > 0 && !stopped);
          sleepFor(Math.max(5, await wait()));
        }
      } catch (error) {
        log.error({ err: error }, 'looking for due work failed, will look again');
        sleepFor(RETRY_MS);
      }
      running = undefined;
    })();
    return running;
  };
  return {
    look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockFile } from './clock-file.ts';
import { type AppGauges, readGauges } from './metrics.ts';

const HOUR = 3_600_000;
/** The app looks at the clock file every 100 ms. */
const NOTICED = 150;
const PATIENCE = 20_000;

export interface Passage {
  clock: ClockFile;
  appUrl: string;
  /** Told after every step. */
  onStep(): void;
  /** How long each step waits for the app to finish what came due, in machine milliseconds; 20 seconds when unset. */
  patience?: number;
}

/** Moves business time to a moment in steps of at most an hour, and waits in each until the app owes nothing. */
export async function passTime({ clock, appUrl, onStep, patience }: Passage, until: Date): Promise<void> {
  let gauges = await settle(appUrl, patience);
  while (clock.now() < until) {
    const step = new Date(Math.min(clock.now().getTime() + HOUR, until.getTime()));
    clock.moveTo(step);
    onStep();
    // Nothing falls due within this hour: the app has nothing to do that could be waited for.
    if (gauges?.nextDue && gauges.nextDue <= step) gauges = await settle(appUrl, patience);
  }
  await settle(appUrl, patience);
  onStep();
}

/** Waits until the app has seen the new time and owes nothing. Returns what it says then. */
async function settle(appUrl: string, patience = PATIENCE): Promise<AppGauges | undefined> {
  const end = Date.now() + patience;
  await sleep(NOTICED);
  let quiet = 0;
  for (;;) {
    const gauges = await readGauges(appUrl);
    quiet = gauges?.owed === 0 ? quiet + 1 : 0;
    if (!gauges || quiet > 1 || Date.now() > end) return gauges;
    await sleep(40);
  }
}

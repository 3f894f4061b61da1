import { readFileSync, unwatchFile, watchFile } from 'node:fs';

/**
 * Two times. `now` is business time: due days, links, codes, holds, what pages show; CLOCK_FILE shifts it in sandbox and
 * tests. `machine` is never shifted: leases, time-outs, rate limits, signature windows, and every time sent to a vendor.
 */
export type Clock = {
  now(): Date;
  machine(): Date;
  /** Hears every change of the shift, so that due work can be looked for again. */
  onShift(listener: () => void): void;
  stop(): void;
};

export function systemClock(clockFile?: string): Clock {
  if (!clockFile) return { now: () => new Date(), machine: () => new Date(), onShift: () => {}, stop: () => {} };
  const listeners: (() => void)[] = [];
  let shift = readShift(clockFile);
  const check = () => {
    const next = readShift(clockFile);
    if (next === shift) return;
    shift = next;
    for (const listener of listeners) listener();
  };
  // Polling, because change notices are unreliable on network and overlay file systems.
  watchFile(clockFile, { interval: 100, persistent: false }, check);
  return {
    now: () => new Date(Date.now() + shift),
    machine: () => new Date(),
    onShift: (listener) => listeners.push(listener),
    stop: () => unwatchFile(clockFile, check),
  };
}

function readShift(file: string): number {
  try {
    const shift = Number(readFileSync(file, 'utf8').trim() || '0');
    return Number.isFinite(shift) ? shift : 0;
  } catch {
    return 0;
  }
}

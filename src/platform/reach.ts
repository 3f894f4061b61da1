import { connect } from 'node:net';

/** Whether something listens where a vendor is expected; what it says there is another matter. */
export type Reach = { states(): Promise<Record<string, 'ok' | 'unreachable'>> };

/** Answers from memory for this long, so that whoever asks often asks the vendors seldom. */
const FRESH_MS = 15_000;
const PATIENCE_MS = 1_000;

/** @param places a name for each vendor, and its address. */
export function createReach(places: Readonly<Record<string, URL>>): Reach {
  let known: Promise<Record<string, 'ok' | 'unreachable'>> | undefined;
  let askedAt = 0;
  const ask = async () => {
    const named = Object.entries(places).map(async ([name, url]) => [name, await reached(url)] as const);
    return Object.fromEntries(await Promise.all(named));
  };
  return {
    states: () => {
      if (!known || performance.now() - askedAt > FRESH_MS) {
        askedAt = performance.now();
        known = ask();
      }
      return known;
    },
  };
}

const PORTS: Record<string, number> = { 'http:': 80, 'https:': 443, 'smtp:': 587, 'smtps:': 465 };

function reached(url: URL): Promise<'ok' | 'unreachable'> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(url.port) || (PORTS[url.protocol] ?? 443), timeout: PATIENCE_MS });
    const end = (state: 'ok' | 'unreachable') => () => {
      socket.destroy();
      resolve(state);
    };
    socket.once('connect', end('ok')).once('timeout', end('unreachable')).once('error', end('unreachable'));
  });
}

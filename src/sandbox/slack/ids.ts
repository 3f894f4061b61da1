import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id as Slack makes them: a letter for the kind, then ten capitals and digits. */
export function slackId(prefix: string): string {
  let id = `${prefix}0`;
  for (let index = 0; index < 9; index += 1) id += ALPHABET[randomInt(ALPHABET.length)];
  return id;
}

export const secret = (bytes = 18) => randomBytes(bytes).toString('hex');

let lastMicros = 0;

/** A message time stamp: machine seconds with six decimals, never the same twice in a process. */
export function nextTs(): string {
  lastMicros = Math.max(lastMicros + 1, Date.now() * 1000);
  return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
}

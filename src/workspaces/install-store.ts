import { sha256 } from '../platform/crypto.ts';
import type { Database } from '../platform/database.ts';

/** A state lives as long as a person may think at Slack's consent page. */
const STATE_MINUTES = 10;

/** Half of it goes through Slack in the address, half stays in the browser's cookie; together they are good once. */
export type InstallHalves = { state: string; cookie: string };

const hashOf = ({ state, cookie }: InstallHalves) => sha256(`${state}.${cookie}`);

export async function keepState(db: Database, halves: InstallHalves, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + STATE_MINUTES * 60_000);
  await db.installState.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.installState.create({ data: { hash: hashOf(halves), expiresAt } });
}

/** Answers whether it was good; it never is again. */
export async function takeState(db: Database, halves: InstallHalves, now: Date): Promise<boolean> {
  const { count } = await db.installState.deleteMany({ where: { hash: hashOf(halves), expiresAt: { gt: now } } });
  return count === 1;
}

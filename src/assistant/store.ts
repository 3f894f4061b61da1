import type { Work } from '../platform/work.ts';
import type { Day } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import { type Outcome, WORDS_DAYS } from './call.ts';

export type NewCall = {
  id: Id<'call'>;
  workspaceId: Id<'workspace'>;
  memberId: string | null;
  projectId: string | null;
  day: Day;
  ask: string;
  promptVersion: string;
  model: string;
  outcome: Outcome;
  /** Reserved, until the call is settled. */
  tokens: number;
};

const DAY_MS = 24 * 3_600_000;
const dayColumn = (day: Day) => new Date(`${day}T00:00:00Z`);

/** Takes tokens off a day if they fit under its limit; one statement, which concurrent ones wait for. */
export async function reserveTokens(
  work: Work,
  { day, tokens, limit }: { day: Day; tokens: number; limit: number },
): Promise<boolean> {
  if (tokens > limit) return false;
  const taken = await work.tx.$executeRaw`
    INSERT INTO "ModelDay" ("workspaceId", "usedOn", tokens) VALUES (${work.workspaceId}, ${day}::date, ${tokens})
    ON CONFLICT ("workspaceId", "usedOn") DO UPDATE SET tokens = "ModelDay".tokens + EXCLUDED.tokens
    WHERE "ModelDay".tokens + EXCLUDED.tokens <= ${limit}`;
  return taken === 1;
}

export async function insertCall(work: Work, { day, ...call }: NewCall): Promise<void> {
  await work.tx.modelCall.create({ data: { ...call, usedOn: dayColumn(day), askedAt: work.now } });
}

export type Settlement = {
  outcome: Outcome;
  /** What the day is charged in place of what was reserved. */
  tokens: number;
  usage: { input: number; output: number } | undefined;
  costMicros: bigint | undefined;
  ms: number;
};

/**
 * Settles a call once, on the day it was reserved on; one counted as lost may still be heard of. Says whether it was called
 * off before its answer came, which then counts for nothing but what it used.
 */
export async function settleCall(work: Work, call: NewCall, settled: Settlement): Promise<'settled' | 'stopped'> {
  const { outcome, tokens, usage, costMicros, ms } = settled;
  const used = {
    tokens,
    tokensIn: usage?.input ?? null,
    tokensOut: usage?.output ?? null,
    costMicros: costMicros ?? null,
    ms,
  };
  const settle = (from: readonly Outcome[], to: Outcome) =>
    work.tx.modelCall.updateMany({
      where: { workspaceId: work.workspaceId, id: call.id, outcome: { in: [...from] } },
      data: { ...used, outcome: to },
    });
  const { count: open } = await settle(['asked', 'lost'], outcome);
  const { count: stopped } = open > 0 ? { count: 0 } : await settle(['stopping'], 'stopped');
  if (open + stopped === 0) return 'settled';
  await work.tx.modelDay.update({
    where: { workspaceId_usedOn: { workspaceId: work.workspaceId, usedOn: dayColumn(call.day) } },
    data: { tokens: { increment: tokens - call.tokens } },
  });
  return stopped > 0 ? 'stopped' : 'settled';
}

/** Calls a call off while it is under way; says whether it was. Whoever waits for it sees that, in whichever process. */
export async function markStopping(work: Work, callId: string): Promise<boolean> {
  const { count } = await work.tx.modelCall.updateMany({
    where: { workspaceId: work.workspaceId, id: callId, outcome: 'asked' },
    data: { outcome: 'stopping' },
  });
  return count === 1;
}

/** Its process has ended: what it used will not be known, so it counts as the worst case, which the day has already. */
export async function markLost(work: Work, callId: string): Promise<void> {
  await work.tx.modelCall.updateMany({
    where: { workspaceId: work.workspaceId, id: callId, outcome: { in: ['asked', 'stopping'] } },
    data: { outcome: 'lost' },
  });
}

export async function keepWords(work: Work, callId: string, words: { told: string; said: string }): Promise<void> {
  const deleteAt = new Date(work.now.getTime() + WORDS_DAYS * DAY_MS);
  const data = { told: storable(words.told), said: storable(words.said), deleteAt };
  await work.tx.modelWords.create({ data: { ...data, workspaceId: work.workspaceId, id: callId } });
}

/** PostgreSQL keeps every character but this one, and no half of a pair. */
const storable = (text: string) => Buffer.from(text.replaceAll('\0', '')).toString();

export async function dropWords(work: Work, callId: string): Promise<void> {
  await work.tx.modelWords.deleteMany({ where: { workspaceId: work.workspaceId, id: callId } });
}

/** Says whether that changed anything. */
export async function saveKeeping(work: Work, keep: boolean): Promise<boolean> {
  const { count } = await work.tx.workspace.updateMany({
    where: { id: work.workspaceId, keepsModelWords: !keep },
    data: { keepsModelWords: keep },
  });
  return count === 1;
}

export async function dropAllWords(work: Work): Promise<void> {
  await work.tx.modelWords.deleteMany({ where: { workspaceId: work.workspaceId } });
}

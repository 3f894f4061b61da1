import { z } from 'zod';
import type { Database, Tx } from '../platform/database.ts';
import { money } from '../shared/money.ts';
import { notFound } from '../shared/refusal.ts';
import { ATTEMPT_STATES, type Attempt, LIVE_ATTEMPTS } from './payment.ts';

const SELECT = {
  workspaceId: true,
  id: true,
  invoiceId: true,
  accountId: true,
  number: true,
  amountMinor: true,
  currency: true,
  requestKey: true,
  sessionId: true,
  chargeId: true,
  checkoutUrl: true,
  failure: true,
  createdAt: true,
  expiresAt: true,
  state: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(db: Database | Tx, workspaceId: string, id: string) {
  return db.attempt.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: SELECT });
}

function toAttempt({ amountMinor, currency, ...row }: Row): Attempt {
  return {
    ...row,
    state: z.enum(ATTEMPT_STATES).parse(row.state),
    amount: money(amountMinor, currency),
  } as Attempt;
}

export async function attemptById(db: Database | Tx, workspaceId: string, id: string): Promise<Attempt> {
  const attempt = await findAttempt(db, workspaceId, id);
  if (!attempt) throw notFound('attempt');
  return attempt;
}

export async function findAttempt(db: Database | Tx, workspaceId: string, id: string): Promise<Attempt | undefined> {
  const row = await findRow(db, workspaceId, id);
  return row ? toAttempt(row) : undefined;
}

/** An invoice's attempts, oldest first. */
export async function attemptsOf(db: Database | Tx, workspaceId: string, invoiceId: string): Promise<Attempt[]> {
  const rows = await db.attempt.findMany({
    where: { workspaceId, invoiceId },
    select: SELECT,
    orderBy: { number: 'asc' },
  });
  return rows.map(toAttempt);
}

export async function liveAttemptOf(
  db: Database | Tx,
  workspaceId: string,
  invoiceId: string,
): Promise<Attempt | undefined> {
  const row = await db.attempt.findFirst({
    where: { workspaceId, invoiceId, state: { in: [...LIVE_ATTEMPTS] } },
    select: SELECT,
  });
  return row ? toAttempt(row) : undefined;
}

/** Sessions of one workspace are of one provider, so their ids tell them apart. */
export async function attemptBySession(
  db: Database | Tx,
  workspaceId: string,
  sessionId: string,
): Promise<Attempt | undefined> {
  const row = await db.attempt.findFirst({ where: { workspaceId, sessionId }, select: SELECT });
  return row ? toAttempt(row) : undefined;
}

/** How many attempts the provider is to be asked about now, by the database's clock. */
export async function dueChecks(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ due: number }[]>`
    SELECT count(*)::int AS due FROM "Attempt" WHERE "checkAt" <= now()`;
  return row?.due ?? 0;
}

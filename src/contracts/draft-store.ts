import type { Assembly } from '../clauses/clause.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { type Terms, termsToJson } from './terms.ts';

/** What was typed, and what was read from it; kept before anything else, so that it can't be lost. */
export type NewBrief = {
  id: Id<'brief'>;
  memberId: Id<'member'>;
  body: string;
  reading: object;
  channelId: string | null;
};

export async function insertBrief(work: Work, brief: NewBrief): Promise<void> {
  await work.tx.brief.create({ data: { ...brief, workspaceId: work.workspaceId, createdAt: work.now } });
}

/** Keeps what a model added, unless the reading stands already; says which. */
export async function saveReading(work: Work, briefId: string, reading: object): Promise<boolean> {
  const { count } = await work.tx.brief.updateMany({
    where: { workspaceId: work.workspaceId, id: briefId, readAt: null },
    data: { reading, readAt: work.now },
  });
  return count === 1;
}

/** The rules' reading stands, unless one stands already; says which. */
export async function settleReading(
  work: Work,
  brief: { id: string; memberId: string },
  why: string,
): Promise<boolean> {
  const count = await work.tx.$executeRaw`
    UPDATE "Brief" SET reading = jsonb_set(reading, '{why}', to_jsonb(${why}::text)), "readAt" = ${work.now}
    WHERE "workspaceId" = ${work.workspaceId} AND id = ${brief.id} AND "memberId" = ${brief.memberId} AND "readAt" IS NULL`;
  return count === 1;
}

/** What was typed into fields that the form hides now, of the person whose brief it is. */
export async function saveAside(work: Work, brief: { id: string; memberId: string }, aside: object): Promise<void> {
  await work.tx.$executeRaw`
    UPDATE "Brief" SET reading = jsonb_set(reading, '{aside}', ${JSON.stringify(aside)}::jsonb)
    WHERE "workspaceId" = ${work.workspaceId} AND id = ${brief.id} AND "memberId" = ${brief.memberId}`;
}

/** Orders the submissions of one form: the second waits for the first and then finds its contract. */
export async function lockBrief(work: Work, briefId: string): Promise<void> {
  await work.tx
    .$queryRaw`SELECT id FROM "Brief" WHERE "workspaceId" = ${work.workspaceId} AND id = ${briefId} FOR UPDATE`;
}

export type NewContract = {
  /** Known beforehand where the form that makes it may be sent twice. */
  id?: Id<'contract'>;
  projectId: Id<'project'>;
  templateId: string;
  briefId: Id<'brief'> | null;
  /** The contract that a change order changes. */
  parentId?: Id<'contract'>;
};

export async function insertContract(work: Work, contract: NewContract): Promise<Id<'contract'>> {
  const id = contract.id ?? newId('contract', work.now);
  const kind = contract.parentId ? 'change' : 'agreement';
  await work.tx.contract.create({ data: { ...contract, workspaceId: work.workspaceId, id, kind } });
  return id;
}

export type NewVersion = { contractId: Id<'contract'>; number: number; reading: string; terms: Terms; made: Assembly };

export async function insertVersion(work: Work, version: NewVersion): Promise<Id<'version'>> {
  const id = newId('version', work.now);
  const { terms, made, ...row } = version;
  await work.tx.version.create({
    data: {
      ...row,
      workspaceId: work.workspaceId,
      id,
      state: 'draft',
      terms: termsToJson(terms) as object,
      clauses: made.clauses as object[],
      text: made.text,
      textSha256: new Uint8Array(Buffer.from(made.textSha256, 'hex')),
      createdAt: work.now,
    },
  });
  return id;
}

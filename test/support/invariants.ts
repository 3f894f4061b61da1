import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { Frozen, hashFrozen } from '../../src/invoices/frozen.ts';
import type { Database } from '../../src/platform/database.ts';
import { linkHash } from '../../src/platform/evidence.ts';
import type { Vendors } from '../../src/sandbox/vendors.ts';
import { vendorRules } from './ledger.ts';
import { RULES } from './rules.ts';

export type Checked = {
  db: Database;
  clock: { now(): Date };
  /** What the outside has seen; left out where nothing went there. */
  vendors?: Pick<Vendors, 'mailbox' | 'slack' | 'stripe'>;
};

export type Rules = Record<string, () => Promise<unknown[]>>;

/** Every rule by its sentence, and what breaks it now. */
export function rulesFor({ db, clock, vendors }: Checked): Rules {
  const now = `'${clock.now().toISOString()}'`;
  const written = Object.entries(RULES).map(
    ([rule, query]) => [rule, () => db.$queryRawUnsafe<unknown[]>(query.replaceAll(':now', now))] as const,
  );
  return {
    ...Object.fromEntries(written),
    'a row points at rows of its own workspace alone': () => strayReferences(db),
    'an issued invoice is what was frozen': () => brokenInvoices(db),
    'a text hashes to what was signed': () => brokenTexts(db),
    'the evidence chain is unbroken': () => brokenChains(db),
    'stored bytes hash to their own name': () => brokenBlobs(db),
    ...(vendors && vendorRules(db, vendors)),
  };
}

/** Everything that is wrong, by the sentence of the rule; empty when all is well. */
async function violations(checked: Checked): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [rule, broken] of Object.entries(rulesFor(checked))) {
    const rows = await broken();
    if (rows.length > 0) found[rule] = rows;
  }
  return found;
}

/** Run after every journey and every fault. `except`: rules that the test itself has broken on purpose. */
export async function checkInvariants(checked: Checked, except: readonly string[] = []): Promise<void> {
  const found = Object.entries(await violations(checked)).filter(([rule]) => !except.includes(rule));
  expect(Object.fromEntries(found)).toEqual({});
}

const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.from(a).equals(Buffer.from(b));
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

type Column = { table: string; column: string };

/**
 * Foreign keys carry the workspace, so they can't cross it; ids kept without a key could. Every text column that holds ids
 * is found by what it holds, and each id must be one of the same workspace.
 */
async function strayReferences(db: Database): Promise<unknown[]> {
  const columns = await db.$queryRaw<Column[]>`
    SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
    JOIN information_schema.columns w ON w.table_schema = c.table_schema AND w.table_name = c.table_name AND w.column_name = 'workspaceId'
    WHERE c.table_schema = 'public' AND c.data_type = 'text' AND (c.column_name = 'chain' OR c.column_name LIKE '%Id')
      AND c.column_name NOT IN ('workspaceId', 'externalId', 'channelId', 'botUserId', 'appId', 'slackUserId', 'slackTeamId', 'sessionId',
        'chargeId', 'keyId', 'bankKeyId', 'templateId', 'fromId', 'consentId', 'messageId')`;
  const tables = await db.$queryRaw<Column[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'id' AND table_name IN (
      SELECT table_name FROM information_schema.columns WHERE column_name = 'workspaceId') AND data_type = 'text'`;
  const known = tables.map(({ table }) => `SELECT "workspaceId", id FROM "${table}"`);
  known.push(`SELECT id AS "workspaceId", id FROM "Workspace"`);
  const held = columns.map(
    ({ table, column }) =>
      `SELECT '${table}.${column}' AS at, "workspaceId", "${column}" AS id FROM "${table}" WHERE "${column}" IS NOT NULL`,
  );
  return db.$queryRawUnsafe(`WITH known AS (${known.join(' UNION ALL ')}), held AS (${held.join(' UNION ALL ')})
    SELECT DISTINCT h.at, h.id FROM held h WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k."workspaceId" = h."workspaceId" AND k.id = h.id)
      AND h.id NOT IN ('system')`);
}

/** The frozen paper, its hash, and the columns that sums and lists are read from say the same. */
async function brokenInvoices(db: Database): Promise<unknown[]> {
  const rows = await db.invoice.findMany({ include: { lines: { orderBy: { position: 'asc' } } } });
  return rows
    .filter((row) => row.state !== 'draft')
    .filter((row) => {
      if (row.frozen === null || !same(row.frozenSha256, hashFrozen(row.frozen))) return true;
      const { sums, label, currency, issuedOn, dueOn, lines } = Frozen.parse(row.frozen);
      const day = (date: Date | null) => date?.toISOString().slice(0, 10);
      return (
        label !== row.label ||
        currency !== row.currency ||
        issuedOn !== day(row.issuedOn) ||
        dueOn !== day(row.dueOn) ||
        sums.net !== String(row.netMinor) ||
        sums.tax !== String(row.taxMinor) ||
        sums.total !== String(row.totalMinor) ||
        JSON.stringify(lines.map((line) => [line.description, line.net, line.tax])) !==
          JSON.stringify(row.lines.map((line) => [line.description, String(line.netMinor), String(line.taxMinor)]))
      );
    })
    .map(({ id }) => id);
}

async function brokenTexts(db: Database): Promise<unknown[]> {
  const rows = await db.version.findMany({ select: { id: true, text: true, textSha256: true } });
  return rows.filter(({ text, textSha256 }) => !same(textSha256, sha256(text))).map(({ id }) => id);
}

async function brokenBlobs(db: Database): Promise<unknown[]> {
  const rows = await db.blob.findMany();
  return rows.filter((row) => !same(row.sha256, sha256(row.bytes))).map((row) => row.sha256);
}

/** Numbered without gaps, each link made over the one before it and over what it tells, in the order of time. */
async function brokenChains(db: Database): Promise<unknown[]> {
  const links = await db.evidence.findMany({ orderBy: [{ workspaceId: 'asc' }, { chain: 'asc' }, { seq: 'asc' }] });
  const details = new Map(
    (await db.evidenceDetail.findMany()).map((row) => [Buffer.from(row.sha256).toString('hex'), row]),
  );
  const broken: unknown[] = [];
  let last: (typeof links)[number] | undefined;
  for (const link of links) {
    const before = last?.chain === link.chain && last.workspaceId === link.workspaceId ? last : undefined;
    const numbered = link.seq === (before ? before.seq + 1 : 1);
    const chained = before ? same(link.previous, before.hash) : same(link.previous, sha256('retainer evidence'));
    const detail = details.get(Buffer.from(link.detailSha256).toString('hex'));
    const tells = !detail || detail.body === null || same(link.detailSha256, sha256(sorted(detail.body)));
    if (!numbered || !chained || !tells || !same(link.hash, linkHash(link.seq, link, link.detailSha256, link.previous)))
      broken.push(`${link.chain} ${link.seq} ${link.kind}`);
    last = link;
  }
  return broken;
}

/** JSON with sorted keys; written here a second time, so that a change of the app's own is noticed. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

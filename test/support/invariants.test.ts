import { beforeAll, expect, test } from 'vitest';
import { draft, type Scene, scene, send } from '../contracts/scene.ts';
import { INVARIANTS, violations } from './invariants.ts';

let on: Scene;
beforeAll(async () => {
  on = await scene();
});

const broken = async () => Object.keys(await violations({ db: on.core.db }));

/** Breaks a rule with the database's own guards switched off, looks, and takes it back. */
async function planted(sql: string): Promise<string[]> {
  return on.core.db
    .$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
      for (const statement of sql.split(';').filter((one) => one.trim())) await tx.$executeRawUnsafe(statement);
      const found: string[] = [];
      for (const [rule, query] of Object.entries(INVARIANTS))
        if ((await tx.$queryRawUnsafe<unknown[]>(query)).length > 0) found.push(rule);
      throw Object.assign(new Error('taken back'), { found });
    })
    .catch((error: Error & { found?: string[] }) => {
      if (!error.found) throw error;
      return error.found;
    });
}

test('a workspace as it should be breaks no rule', async () => {
  await send(on, await draft(on));
  expect(await broken()).toEqual([]);
});

const W = () => on.workspaceId;
const P = () => on.ids.project;
const ISSUED = `number = 1, "frozenSha256" = '\\x00'`;
const invoice = (id: string, more: string): string => `
  INSERT INTO "Invoice" ("workspaceId", id, "projectId", kind, state, zone, currency, "netMinor", "taxMinor", "totalMinor")
  VALUES ('${W()}', '${id}', '${P()}', 'standard', 'draft', 'UTC', 'EUR', 100, 0, 100);
  UPDATE "Invoice" SET ${more} WHERE id = '${id}'`;
const line = (id: string, net = 100): string => `;
  INSERT INTO "InvoiceLine" ("workspaceId", "invoiceId", position, description, "quantityMilli", "unitPriceMicros", "netMinor", "taxRateMilli", "taxMinor")
  VALUES ('${W()}', '${id}', 1, 'x', 1000, 1, ${net}, 0, 0)`;
const payment = (amount: number): string => `;
  INSERT INTO "Payment" ("workspaceId", id, "clientId", "accountId", "invoiceId", "externalId", method, "amountMinor", currency, "receivedAt")
  VALUES ('${W()}', 'pay_x', '${on.ids.client}', 'acc_x', 'inv_x', 'ch_x', 'card', ${amount}, 'EUR', now())`;
const application = (amount: number): string => `;
  INSERT INTO "Application" ("workspaceId", id, "paymentId", "invoiceId", "amountMinor") VALUES ('${W()}', 'app_x', 'pay_x', 'inv_x', ${amount})`;
const step = (more: string): string => `;
  INSERT INTO "Step" ("workspaceId", id, "projectId", kind, "invoiceId", position, "wallAt", zone, "dueAt", state)
  VALUES ('${W()}', 'stp_x', '${P()}', 'invoice', 'inv_x', 1, now(), 'UTC', now(), 'planned'); UPDATE "Step" SET ${more}`;

const PLANTED: readonly (readonly [rule: string, sql: () => string])[] = [
  [
    'the applications of a payment sum',
    () => invoice('inv_x', `state = 'paid', ${ISSUED}`) + line('inv_x') + payment(50) + application(100),
  ],
  [
    'the applications to an invoice sum',
    () => invoice('inv_x', `state = 'paid', ${ISSUED}`) + line('inv_x') + payment(900) + application(900),
  ],
  ['a paid invoice is covered', () => invoice('inv_x', `state = 'paid', ${ISSUED}`) + line('inv_x')],
  [
    'nothing is applied to a void',
    () => invoice('inv_x', `state = 'void', ${ISSUED}`) + line('inv_x') + payment(100) + application(100),
  ],
  ['lines less deductions', () => invoice('inv_x', `label = 'x'`) + line('inv_x', 90)],
  [
    'invoice numbers of a series',
    () =>
      `INSERT INTO "Series" ("workspaceId", id, "businessId", kind, year, pattern, next) VALUES ('${W()}', 'srs_x', '${on.ids.business}', 'invoice', 2031, 'x', 3)`,
  ],
  [
    'after paid or void, silence',
    () => invoice('inv_x', `state = 'void', ${ISSUED}`) + line('inv_x') + step(`state = 'planned'`),
  ],
  [
    'a step that was not sent says why',
    () => invoice('inv_x', `label = 'x'`) + line('inv_x') + step(`state = 'skipped'`),
  ],
  ['what was signed is what was shown', () => `UPDATE "Signature" SET "shownSha256" = '\\x00'`],
  [
    'after the signature no reminder',
    () =>
      `UPDATE "Version" SET "signedAt" = now() - interval '1 day'; INSERT INTO "Step" ("workspaceId", id, "projectId", kind, "versionId", position, "wallAt", zone, "dueAt", state) SELECT "workspaceId", 'stp_y', '${P()}', 'unsigned', id, 1, now(), 'UTC', now(), 'planned' FROM "Version" LIMIT 1`,
  ],
  ['a signed version has both', () => `UPDATE "Version" SET state = 'signed'`],
  ['a project starts only', () => `UPDATE "Project" SET state = 'active'`],
  [
    'nothing owed has ended',
    () =>
      `INSERT INTO "Outbox" ("workspaceId", event, effect, "subjectId", "onceKey", state) VALUES ('${W()}', 'x', 'x', 'x', 'x', 'dead')`,
  ],
  ['a workspace’s rows', () => `UPDATE "Client" SET "workspaceId" = 'wsp_other'`],
];

test.each(PLANTED)('a planted violation is seen: %s', async (rule, sql) => {
  const found = await planted(sql());
  expect(
    found.some((one) => one.startsWith(rule)),
    found.join(),
  ).toBe(true);
});

test('a broken link of the chain, and changed bytes, are seen', async () => {
  const { db } = on.core;
  await db.$executeRawUnsafe('ALTER TABLE "Evidence" DISABLE TRIGGER USER');
  const first = await db.evidence.findFirstOrThrow({ where: { seq: 1 } });
  await db.evidence.update({
    where: { workspaceId_chain_seq: { workspaceId: first.workspaceId, chain: first.chain, seq: 1 } },
    data: { actor: 'somebody else' },
  });
  expect(await broken()).toContain('the evidence chain is unbroken');
  await db.blob.create({
    data: { workspaceId: on.workspaceId, sha256: new Uint8Array(32), mediaType: 'x/y', bytes: new Uint8Array([1]) },
  });
  expect(await broken()).toContain('stored bytes hash to their own name');
});

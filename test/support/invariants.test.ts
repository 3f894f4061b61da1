import type { Stripe } from 'stripe';
import { beforeAll, expect, test } from 'vitest';
import type { SandboxMail } from '../../src/sandbox/mailbox/mail.ts';
import { answerQuestion, liveThrough } from './acts.ts';
import { checkInvariants, rulesFor } from './invariants.ts';
import type { Outside } from './ledger.ts';
import { startWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  const { stripe } = world.vendors;
  await liveThrough(world, world.mia, { name: 'Dana', email: 'dana@acme.test' });
  await answerQuestion(world, 'Yes, that too.');
  await world.passTo(new Date('2027-02-06T09:00:00Z'));
  // After the balance: it would not go out by itself.
  stripe.refund(stripe.charges()[0]!.id, 500);
  await world.settle();
}, 240_000);

test('a world as it should be breaks no rule', () => checkInvariants(world));

/** A row once more, with some of its columns changed. */
const copy = (table: string, where: string, changed: Record<string, unknown>) =>
  `INSERT INTO "${table}" SELECT (jsonb_populate_record(t, '${JSON.stringify(changed)}')).* FROM "${table}" t WHERE ${where} LIMIT 1`;

/** For each rule at least one way to break it, with the database's own guards switched off. */
const PLANTED: Record<string, readonly string[]> = {
  'a day is charged what its model calls are charged': [
    `INSERT INTO "ModelDay" ("workspaceId", "usedOn", tokens) SELECT id, '2027-02-01', 1 FROM "Workspace" LIMIT 1`,
  ],
  'a change order, and nothing else, names the signed text of its parent': [
    `UPDATE "Version" SET terms = terms || '{"changeOf": {"value": {"versionId": "ver_x"}}}'`,
    `UPDATE "Contract" SET kind = 'change'`,
    `UPDATE "Contract" SET "parentId" = id`,
  ],
  'the applications of a payment sum to at most its amount': [`UPDATE "Payment" SET "amountMinor" = 1`],
  'the applications to an invoice sum to at most its total': [
    `UPDATE "Invoice" SET "totalMinor" = 1, "netMinor" = 1, "taxMinor" = 0 WHERE state = 'paid'`,
  ],
  'a paid invoice is covered to the cent, and a covered one is paid': [
    `UPDATE "Invoice" SET state = 'paid' WHERE state = 'open'`,
    `UPDATE "Invoice" SET state = 'open' WHERE state = 'paid'`,
  ],
  'nothing is applied to a void invoice': [`UPDATE "Invoice" SET state = 'void' WHERE state = 'paid'`],
  'what is given back of a payment is at most its amount': [`UPDATE "Refund" SET "amountMinor" = 99999999`],
  'an attempt brings at most one payment': [
    `UPDATE "Attempt" SET "chargeId" = 'ch_one'`,
    `UPDATE "Attempt" SET "chargeId" = 'ch_' || id`,
  ],
  'an invoice has at most one attempt that money may still come of': [
    `DROP INDEX attempt_one_open; UPDATE "Attempt" SET state = 'open'; ${copy('Attempt', 'true', { id: 'att_x', number: 9, requestKey: 'x', sessionId: 'x' })}`,
  ],
  'one invoice, its attempts and its payments are in the currency of the project': [
    `UPDATE "Payment" SET currency = 'USD'`,
    `UPDATE "Attempt" SET currency = 'USD'`,
    `UPDATE "Invoice" SET currency = 'USD'`,
  ],
  'a transfer or cash was recorded by somebody, a charge by nobody': [
    `UPDATE "Payment" SET "recordedById" = (SELECT id FROM "Member" LIMIT 1)`,
    `UPDATE "Payment" SET method = 'cash'`,
  ],
  'invoice numbers of a series are unique and without gaps': [
    `UPDATE "Series" SET next = next + 1`,
    `UPDATE "Invoice" SET number = number + 1 WHERE number = (SELECT max(number) FROM "Invoice")`,
  ],
  'an issued invoice has everything that issuing gives it': [
    `UPDATE "Invoice" SET label = NULL`,
    `UPDATE "Invoice" SET "paidAt" = NULL WHERE state = 'paid'`,
  ],
  'lines less deductions are what an invoice asks for': [
    `UPDATE "InvoiceLine" SET "netMinor" = "netMinor" - 1`,
    `DELETE FROM "InvoiceLine"`,
    `DELETE FROM "Deduction"`,
  ],
  'a deposit is taken off once, and only when it was paid': [
    `UPDATE "Invoice" SET state = 'open' WHERE kind = 'deposit'`,
    `UPDATE "Deduction" SET "netMinor" = "netMinor" + 1`,
    copy('Deduction', 'true', { invoiceId: 'inv_x' }),
  ],
  'a planned invoice is issued exactly when it says so': [`UPDATE "Instalment" SET state = 'planned'`],
  'the paper that was mailed is kept': [`DELETE FROM "Blob"`],
  'a contract has one version that counts': [
    `DROP INDEX version_one_live; ${copy('Version', `state = 'sealed'`, { id: 'ver_x', number: 9 })}`,
  ],
  'what was signed is what was shown': [`UPDATE "Signature" SET "shownSha256" = '\\x00'`],
  'a signed version has both signatures, and a sealed one its file': [
    `DELETE FROM "Signature" WHERE method = 'mail-code'`,
    `DELETE FROM "Seal"`,
  ],
  'a signed version is sealed': [`UPDATE "Version" SET state = 'signed' WHERE state = 'sealed'`],
  'who signed by mail had used a code for that version': [
    `UPDATE "OneTimeCode" SET "usedAt" = NULL`,
    `UPDATE "OneTimeCode" SET "usedAt" = "expiresAt" + interval '1 second'`,
    `UPDATE "OneTimeCode" SET "subjectId" = 'ver_x'`,
  ],
  'a project starts only with its contract sealed and its deposit paid': [
    `UPDATE "Project" SET state = 'active'`,
    `UPDATE "Invoice" SET state = 'open' WHERE kind = 'deposit'`,
  ],
  'a date is booked only with its deposit paid, and kept no longer than its hold': [
    `UPDATE "Invoice" SET state = 'open' WHERE kind = 'deposit'`,
    `UPDATE "Booking" SET state = 'held', "holdEndsAt" = '2027-01-01'; DELETE FROM "Application"`,
  ],
  'after paid or void, silence': [
    `UPDATE "Step" SET state = 'planned' WHERE "invoiceId" IS NOT NULL`,
    `UPDATE "Step" SET "sentAt" = '2028-01-03 10:00' WHERE "invoiceId" IS NOT NULL`,
    `UPDATE "Step" SET "claimedAt" = '2028-01-03 10:00' WHERE "invoiceId" IS NOT NULL`,
  ],
  'after the signature no reminder to sign': [
    `UPDATE "Step" SET state = 'planned' WHERE "versionId" IS NOT NULL`,
    `UPDATE "Step" SET "claimedAt" = '2028-01-03 10:00' WHERE "versionId" IS NOT NULL`,
  ],
  'a step that was not sent says why': [`UPDATE "Step" SET reason = NULL WHERE state = 'skipped'`],
  'a step that is due was sent, skipped, or is shown as unknown, unless a pause holds it': [
    `UPDATE "Step" SET state = 'planned'`,
    `UPDATE "Step" SET state = 'claimed' WHERE state = 'sent'`,
  ],
  'no step is due before its hour where the client is': [`UPDATE "Step" SET "dueAt" = "dueAt" - interval '1 minute'`],
  'no reminder leaves at night or on a weekend': [
    `UPDATE "Step" SET "sentAt" = '2027-01-16 12:00Z' WHERE state = 'sent'`,
    `UPDATE "Step" SET "sentAt" = '2027-01-15 03:00Z' WHERE state = 'sent'`,
    `UPDATE "Step" SET "sentAt" = '2027-01-15 21:00Z' WHERE state = 'sent'`,
  ],
  'a reminder that left says when it was taken up and when it left': [
    `UPDATE "Step" SET "sentAt" = NULL`,
    `UPDATE "Step" SET "claimedAt" = NULL`,
  ],
  'the chain tells once of each contract that was sent, signed, sealed': [
    `DELETE FROM "Evidence" WHERE kind = 'contract.sent'`,
    `DELETE FROM "Evidence" WHERE kind = 'contract.signed'`,
    copy('Evidence', `kind = 'contract.sealed'`, { seq: 99 }),
  ],
  'the chain tells once of each invoice and payment': ['issued', 'paid'].map(
    (what) => `DELETE FROM "Evidence" WHERE kind = 'invoice.${what}'`,
  ),
  'the chain tells once of each question, booking and reminder': [
    'question.asked',
    'booking.confirmed',
    'reminder.sent',
  ].map((kind) => `DELETE FROM "Evidence" WHERE kind = '${kind}'`),
  'every change owes its card and its line in the log': [
    `DELETE FROM "Outbox" WHERE effect = 'card.refresh'`,
    `DELETE FROM "Outbox" WHERE effect = 'thread.log'`,
  ],
  'what a link of the chain tells is kept beside it': [
    `DELETE FROM "EvidenceDetail"`,
    `UPDATE "EvidenceDetail" SET body = NULL`,
  ],
  'nothing owed has ended without being done, or a person was told': [
    `UPDATE "Outbox" SET state = 'dead'`,
    `UPDATE "Outbox" SET state = 'unknown'`,
  ],
  'no webhook was set aside': [`UPDATE "Inbox" SET state = 'parked'`],
  'a card shows where its project stands': [
    `UPDATE "Project" SET revision = revision + 1`,
    `UPDATE "Project" SET "cardTs" = NULL`,
  ],
  'a row points at rows of its own workspace alone': [
    `UPDATE "Mail" SET "subjectId" = 'inv_x'`,
    `UPDATE "Project" SET "workspaceId" = (SELECT max(id) FROM "Workspace" WHERE id <> "Project"."workspaceId")`,
    `UPDATE "OneTimeCode" SET "contactId" = 'cnt_x'`,
  ],
  'an issued invoice is what was frozen': [
    `UPDATE "Invoice" SET label = 'X'`,
    `UPDATE "Invoice" SET frozen = jsonb_set(frozen, '{title}', '"Other"')`,
    `UPDATE "InvoiceLine" SET "taxMinor" = "taxMinor" + 1`,
  ],
  'a text hashes to what was signed': [`UPDATE "Version" SET text = text || ' '`],
  'the evidence chain is unbroken': [
    `UPDATE "Evidence" SET actor = 'system' WHERE seq = 1`,
    `DELETE FROM "Evidence" WHERE seq = 2`,
    `DELETE FROM "Evidence" WHERE seq = 1`,
    `UPDATE "Evidence" SET previous = '\\x00' WHERE seq = 1`,
    `UPDATE "EvidenceDetail" SET body = '{}'`,
  ],
  'stored bytes hash to their own name': [`UPDATE "Blob" SET bytes = bytes || '\\x00'`],
  'payments are the charges of the account, less refunds and lost disputes': [
    `UPDATE "Payment" SET "externalId" = 'ch_' || id`,
    `UPDATE "Payment" SET "amountMinor" = "amountMinor" + 1`,
    `DELETE FROM "Refund"`,
    `UPDATE "Payment" SET "disputeLostAt" = now()`,
  ],
  'a payment page was opened by the attempt it names, for its sum': [
    `UPDATE "Attempt" SET "amountMinor" = 1`,
    `UPDATE "Attempt" SET "invoiceId" = 'inv_' || id`,
  ],
  'every mail is one of ours, to whom it was written': [
    `UPDATE "Mail" SET address = 'x@y.test'`,
    `UPDATE "Mail" SET kind = 'x'`,
  ],
  'a mail that counts as sent arrived': [`UPDATE "Mail" SET "messageId" = id`],
  'a project has its card in its own workspace, and the card says where it stands': [
    `UPDATE "Project" SET "cardTs" = '1.' || id`,
    `UPDATE "Workspace" SET "slackTeamId" = id`,
    `UPDATE "Project" SET "cardRevision" = 0`,
  ],
};

const mailsWith = (change: (mail: SandboxMail) => SandboxMail | undefined) => (): Partial<Outside> => {
  const mails = world.vendors.mailbox.mails().flatMap((mail) => [mail, change(mail) ?? []].flat());
  return { mailbox: Object.assign(Object.create(world.vendors.mailbox), { mails: () => mails }) };
};

/** What the outside may have seen that it should not. */
const SEEN: Record<string, readonly (() => Partial<Outside>)[]> = {
  'an invoice is charged once': [
    () => {
      const charges: Stripe.Charge[] = world.vendors.stripe.charges();
      return {
        stripe: Object.assign(Object.create(world.vendors.stripe), { charges: () => [...charges, ...charges] }),
      };
    },
  ],
  'a reminder reaches a client once': [mailsWith((mail) => (mail.kind === 'invoice.reminder' ? mail : undefined))],
  'every copy of a mail says the same': [
    mailsWith((mail) => ({ ...mail, text: `${mail.text} again` })),
    mailsWith((mail) => ({ ...mail, envelope: { ...mail.envelope, to: ['x@y.test'] } })),
  ],
  'every mail is one of ours, to whom it was written': [mailsWith((mail) => ({ ...mail, messageId: '<x@y.test>' }))],
  'nobody is called by what a stranger typed, and no word is missing': [
    mailsWith((mail) => ({ ...mail, text: 'Pay undefined by NaN' })),
    mailsWith((mail) => ({ ...mail, subject: '{{title}}' })),
  ],
};

async function broken(rule: string, sql: string | undefined, seen: Partial<Outside> = {}): Promise<unknown[]> {
  const kept: { rows: unknown[] } = { rows: [] };
  const undone = new Error('undone');
  const planting = world.db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    let changed = 0;
    for (const statement of sql?.split(';') ?? []) changed = await tx.$executeRawUnsafe(statement);
    if (sql && changed === 0) throw new Error(`nothing was changed by ${sql}`);
    const { mailbox, slack, stripe } = world.vendors;
    const rules = rulesFor({ db: tx as never, clock: world.clock, vendors: { mailbox, slack, stripe, ...seen } });
    kept.rows = (await rules[rule]?.()) ?? [];
    throw undone;
  });
  await planting.catch((error: Error) => {
    if (error !== undone) throw error;
  });
  return kept.rows;
}

const planted = Object.entries(PLANTED).flatMap(([rule, ways]) => ways.map((sql, at) => [rule, at + 1, sql] as const));
test.each(planted)('a rule sees what breaks it: %s (%i)', async (rule, _, sql) => {
  expect(await broken(rule, sql)).not.toEqual([]);
});

const shown = Object.entries(SEEN).flatMap(([rule, ways]) => ways.map((seen, at) => [rule, at + 1, seen] as const));
test.each(shown)('a rule sees what the outside should not have seen: %s (%i)', async (rule, _, seen) => {
  expect(await broken(rule, undefined, seen())).not.toEqual([]);
});

test('there is no rule that nothing can break', () => {
  const tried = new Set([...Object.keys(PLANTED), ...Object.keys(SEEN)]);
  expect(Object.keys(rulesFor(world)).filter((rule) => !tried.has(rule))).toEqual([]);
});

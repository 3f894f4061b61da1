import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { hashFrozen } from '../../src/invoices/frozen.ts';
import type { Database } from '../../src/platform/database.ts';
import { linkHash } from '../../src/platform/evidence.ts';
import type { SandboxStripe } from '../../src/sandbox/stripe/stripe.ts';

/** What may never be: each query must return no rows. The names are the sentences of the rule. */
export const INVARIANTS: Record<string, string> = {
  'the applications of a payment sum to at most its amount': `
    SELECT p.id FROM "Payment" p JOIN "Application" a ON a."workspaceId" = p."workspaceId" AND a."paymentId" = p.id
    GROUP BY p."workspaceId", p.id, p."amountMinor" HAVING sum(a."amountMinor") > p."amountMinor"`,
  'the applications to an invoice sum to at most its total': `
    SELECT i.id FROM "Invoice" i JOIN "Application" a ON a."workspaceId" = i."workspaceId" AND a."invoiceId" = i.id
    GROUP BY i."workspaceId", i.id, i."totalMinor" HAVING sum(a."amountMinor") > i."totalMinor"`,
  'a paid invoice is covered to the cent, and a covered one is paid': `
    SELECT i.id FROM "Invoice" i
    LEFT JOIN (SELECT "workspaceId", "invoiceId", sum("amountMinor") AS paid FROM "Application" GROUP BY 1, 2) a
      ON a."workspaceId" = i."workspaceId" AND a."invoiceId" = i.id
    WHERE (i.state = 'paid') <> (coalesce(a.paid, 0) = i."totalMinor")`,
  'nothing is applied to a void invoice': `
    SELECT i.id FROM "Invoice" i JOIN "Application" a ON a."workspaceId" = i."workspaceId" AND a."invoiceId" = i.id WHERE i.state = 'void'`,
  'an attempt brings at most one payment': `
    SELECT "workspaceId", "chargeId" FROM "Attempt" WHERE "chargeId" IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1`,
  'an invoice has at most one attempt that money may still come of': `
    SELECT "workspaceId", "invoiceId" FROM "Attempt" WHERE state IN ('open', 'processing', 'unknown') GROUP BY 1, 2 HAVING count(*) > 1`,
  'invoice numbers of a series are unique and without gaps': `
    SELECT s.id FROM "Series" s LEFT JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i."seriesId" = s.id
    GROUP BY s."workspaceId", s.id, s.next
    HAVING count(i.number) <> s.next - 1 OR coalesce(max(i.number), 0) <> s.next - 1 OR count(DISTINCT i.number) <> count(i.number)`,
  'lines less deductions are what an invoice asks for': `
    SELECT i.id FROM "Invoice" i
    LEFT JOIN (SELECT "workspaceId", "invoiceId", sum("netMinor") AS net, sum("taxMinor") AS tax FROM "InvoiceLine" GROUP BY 1, 2) l
      ON l."workspaceId" = i."workspaceId" AND l."invoiceId" = i.id
    LEFT JOIN (SELECT "workspaceId", "invoiceId", sum("netMinor") AS net, sum("taxMinor") AS tax FROM "Deduction" GROUP BY 1, 2) d
      ON d."workspaceId" = i."workspaceId" AND d."invoiceId" = i.id
    WHERE i."netMinor" <> l.net - coalesce(d.net, 0) OR i."taxMinor" <> l.tax - coalesce(d.tax, 0)`,
  'a deposit is taken off once': `
    SELECT "workspaceId", "depositId", "taxRateMilli" FROM "Deduction" GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  'after paid or void, silence': `
    SELECT s.id FROM "Step" s JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i.id = s."invoiceId"
    WHERE (i.state = 'paid' AND s."claimedAt" > i."paidAt") OR (i.state IN ('paid', 'void') AND s.state IN ('planned', 'claimed'))`,
  'after the signature no reminder to sign': `
    SELECT s.id FROM "Step" s JOIN "Version" v ON v."workspaceId" = s."workspaceId" AND v.id = s."versionId"
    WHERE v."signedAt" IS NOT NULL AND (s."claimedAt" > v."signedAt" OR s.state IN ('planned', 'claimed'))`,
  'a step that was not sent says why': `
    SELECT id FROM "Step" WHERE state = 'skipped' AND coalesce(reason, '') = ''`,
  'a contract has one version that counts': `
    SELECT "workspaceId", "contractId" FROM "Version" WHERE state IN ('sent', 'signed', 'sealed') GROUP BY 1, 2 HAVING count(*) > 1`,
  'what was signed is what was shown': `
    SELECT s.id FROM "Signer" s JOIN "Signature" g ON g."workspaceId" = s."workspaceId" AND g."signerId" = s.id
    JOIN "Version" v ON v."workspaceId" = s."workspaceId" AND v.id = s."versionId" WHERE g."shownSha256" <> v."textSha256"`,
  'a signed version has both signatures, and a sealed one its file': `
    SELECT v.id FROM "Version" v WHERE v.state IN ('signed', 'sealed') AND (
      (SELECT count(*) FROM "Signer" s JOIN "Signature" g ON g."workspaceId" = s."workspaceId" AND g."signerId" = s.id
        WHERE s."workspaceId" = v."workspaceId" AND s."versionId" = v.id) < 2
      OR (v.state = 'sealed' AND NOT EXISTS (SELECT 1 FROM "Seal" x WHERE x."workspaceId" = v."workspaceId" AND x."versionId" = v.id)))`,
  'a project starts only with its contract sealed and its deposit paid': `
    SELECT p.id FROM "Project" p WHERE p.state IN ('active', 'finished') AND EXISTS (
      SELECT 1 FROM "Contract" c WHERE c."workspaceId" = p."workspaceId" AND c."projectId" = p.id)
      AND (NOT EXISTS (SELECT 1 FROM "Contract" c JOIN "Version" v ON v."workspaceId" = c."workspaceId" AND v."contractId" = c.id
        WHERE c."workspaceId" = p."workspaceId" AND c."projectId" = p.id AND v.state = 'sealed')
      OR EXISTS (SELECT 1 FROM "Invoice" i WHERE i."workspaceId" = p."workspaceId" AND i."projectId" = p.id AND i.kind = 'deposit' AND i.state IN ('open', 'processing')))`,
  'one mail has one message id, and a reminder is one mail': `
    SELECT "workspaceId", "subjectId" FROM "Mail" m WHERE kind LIKE '%reminder' AND EXISTS (
      SELECT 1 FROM "Step" s WHERE s."mailId" = m.id) GROUP BY 1, 2 HAVING count(*) > count(DISTINCT "messageId")`,
  'nothing owed has ended without being done, and nobody waits for ever': `
    SELECT id FROM "Outbox" WHERE state = 'dead'`,
  'a workspace’s rows point at its own rows': `
    SELECT p.id FROM "Project" p JOIN "Client" c ON c.id = p."clientId" WHERE c."workspaceId" <> p."workspaceId"
    UNION ALL SELECT i.id FROM "Invoice" i JOIN "Project" p ON p.id = i."projectId" WHERE p."workspaceId" <> i."workspaceId"
    UNION ALL SELECT y.id FROM "Payment" y JOIN "Client" c ON c.id = y."clientId" WHERE c."workspaceId" <> y."workspaceId"
    UNION ALL SELECT l.id FROM "PortalLink" l JOIN "Contact" c ON c.id = l."contactId" WHERE c."workspaceId" <> l."workspaceId"`,
};

export type Checked = { db: Database; vendors?: { stripe: SandboxStripe } };

/** Everything that is wrong, by the sentence of the rule; empty when all is well. */
export async function violations({ db, vendors }: Checked): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [rule, query] of Object.entries(INVARIANTS)) {
    const rows = await db.$queryRawUnsafe<unknown[]>(query);
    if (rows.length > 0) found[rule] = rows;
  }
  const computed: Record<string, unknown[]> = {
    'an issued invoice is what was frozen': await brokenInvoices(db),
    'the evidence chain is unbroken': await brokenChains(db),
    'stored bytes hash to their own name': await brokenBlobs(db),
    'payments are the charges of the account, less refunds': vendors ? await strayCharges(db, vendors.stripe) : [],
  };
  for (const [rule, rows] of Object.entries(computed)) if (rows.length > 0) found[rule] = rows;
  return found;
}

export async function checkInvariants(checked: Checked): Promise<void> {
  expect(await violations(checked)).toEqual({});
}

const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.from(a).equals(Buffer.from(b));

async function brokenInvoices(db: Database): Promise<unknown[]> {
  const rows = await db.invoice.findMany();
  return rows
    .filter(({ frozen, frozenSha256 }) => frozen !== null && !same(frozenSha256, hashFrozen(frozen)))
    .map(({ id }) => id);
}

async function brokenBlobs(db: Database): Promise<unknown[]> {
  const rows = await db.blob.findMany();
  return rows
    .filter(({ sha256, bytes }) => !same(sha256, createHash('sha256').update(bytes).digest()))
    .map(({ sha256 }) => sha256);
}

async function brokenChains(db: Database): Promise<unknown[]> {
  const links = await db.evidence.findMany({ orderBy: [{ workspaceId: 'asc' }, { chain: 'asc' }, { seq: 'asc' }] });
  const broken: unknown[] = [];
  let last: (typeof links)[number] | undefined;
  for (const link of links) {
    const follows = last?.chain === link.chain && last.workspaceId === link.workspaceId ? last : undefined;
    const numbered = link.seq === (follows ? follows.seq + 1 : 1);
    const chained = !follows || same(link.previous, follows.hash);
    if (!numbered || !chained || !same(link.hash, linkHash(link.seq, link, link.detailSha256, link.previous)))
      broken.push(`${link.chain} ${link.seq} ${link.kind}`);
    last = link;
  }
  return broken;
}

/** By charge: what the payment server took and gave back, against what the books say. */
async function strayCharges(db: Database, stripe: SandboxStripe): Promise<unknown[]> {
  const charges = stripe.charges().filter(({ paid, captured }) => paid && captured);
  const payments = await db.payment.findMany({
    where: { method: { in: ['card', 'debit'] } },
    include: { refunds: true },
  });
  const wrong: unknown[] = [];
  for (const charge of charges) {
    const booked = payments.filter(({ externalId }) => externalId === charge.id);
    const given = booked
      .flatMap(({ refunds }) => refunds)
      .reduce((sum, refund) => sum + (refund.failedAt ? 0n : refund.amountMinor), 0n);
    if (
      booked.length !== 1 ||
      booked[0]?.amountMinor !== BigInt(charge.amount) ||
      given !== BigInt(charge.amount_refunded)
    )
      wrong.push({ charge: charge.id, booked: booked.length });
  }
  const known = new Set(charges.map(({ id }) => id));
  return [...wrong, ...payments.filter(({ externalId }) => !known.has(externalId)).map(({ id }) => ({ payment: id }))];
}

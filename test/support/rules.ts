/**
 * What may never be, as SQL: each query must return no rows. The names are the sentences of the rules; `:now` is business
 * time. They hold whenever nothing is owed, whatever was killed, doubled, reordered or refused before.
 */
const MONEY: Record<string, string> = {
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
  'what is given back of a payment is at most its amount': `
    SELECT p.id FROM "Payment" p JOIN "Refund" r ON r."workspaceId" = p."workspaceId" AND r."paymentId" = p.id AND r."failedAt" IS NULL
    GROUP BY p."workspaceId", p.id, p."amountMinor" HAVING sum(r."amountMinor") > p."amountMinor"`,
  'an attempt brings at most one payment': `
    SELECT "workspaceId", "chargeId" FROM "Attempt" WHERE "chargeId" IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1
    UNION ALL SELECT a."workspaceId", a.id FROM "Attempt" a WHERE a.state = 'succeeded' AND NOT EXISTS (
      SELECT 1 FROM "Payment" p WHERE p."workspaceId" = a."workspaceId" AND p."externalId" = a."chargeId" AND p."amountMinor" = a."amountMinor")`,
  'an invoice has at most one attempt that money may still come of': `
    SELECT "workspaceId", "invoiceId" FROM "Attempt" WHERE state IN ('open', 'processing', 'unknown') GROUP BY 1, 2 HAVING count(*) > 1`,
  'one invoice, its attempts and its payments are in the currency of the project': `
    SELECT i.id FROM "Invoice" i JOIN "Project" p ON p."workspaceId" = i."workspaceId" AND p.id = i."projectId" WHERE p.currency <> i.currency
    UNION ALL SELECT a.id FROM "Attempt" a JOIN "Invoice" i ON i."workspaceId" = a."workspaceId" AND i.id = a."invoiceId" WHERE a.currency <> i.currency
    UNION ALL SELECT y.id FROM "Payment" y JOIN "Invoice" i ON i."workspaceId" = y."workspaceId" AND i.id = y."invoiceId" WHERE y.currency <> i.currency`,
  'a transfer or cash was recorded by somebody, a charge by nobody': `
    SELECT y.id FROM "Payment" y JOIN "PaymentAccount" a ON a."workspaceId" = y."workspaceId" AND a.id = y."accountId"
    WHERE (a.provider = 'manual') <> (y."recordedById" IS NOT NULL) OR (a.provider = 'manual') <> (y.method IN ('transfer', 'cash'))`,
};

const INVOICES: Record<string, string> = {
  'invoice numbers of a series are unique and without gaps': `
    SELECT s.id FROM "Series" s LEFT JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i."seriesId" = s.id
    GROUP BY s."workspaceId", s.id, s.next
    HAVING count(i.number) <> s.next - 1 OR coalesce(max(i.number), 0) <> s.next - 1 OR count(DISTINCT i.number) <> count(i.number)`,
  'an issued invoice has everything that issuing gives it': `
    SELECT id FROM "Invoice" WHERE state <> 'draft'
      AND (number IS NULL OR label IS NULL OR frozen IS NULL OR "seriesId" IS NULL OR "issuedAt" IS NULL OR "issuedOn" IS NULL OR "dueOn" IS NULL)
    UNION ALL SELECT id FROM "Invoice" WHERE (state = 'paid') <> ("paidAt" IS NOT NULL)`,
  'lines less deductions are what an invoice asks for': `
    SELECT i.id FROM "Invoice" i
    LEFT JOIN (SELECT "workspaceId", "invoiceId", sum("netMinor") AS net, sum("taxMinor") AS tax FROM "InvoiceLine" GROUP BY 1, 2) l
      ON l."workspaceId" = i."workspaceId" AND l."invoiceId" = i.id
    LEFT JOIN (SELECT "workspaceId", "invoiceId", sum("netMinor") AS net, sum("taxMinor") AS tax FROM "Deduction" GROUP BY 1, 2) d
      ON d."workspaceId" = i."workspaceId" AND d."invoiceId" = i.id
    WHERE i."netMinor" IS DISTINCT FROM l.net - coalesce(d.net, 0) OR i."taxMinor" IS DISTINCT FROM l.tax - coalesce(d.tax, 0)`,
  'a deposit is taken off once, and only when it was paid': `
    SELECT "depositId" FROM "Deduction" GROUP BY "workspaceId", "depositId", "taxRateMilli" HAVING count(*) > 1
    UNION ALL SELECT d."depositId" FROM "Deduction" d JOIN "Invoice" i ON i."workspaceId" = d."workspaceId" AND i.id = d."depositId" WHERE i.state <> 'paid'
    UNION ALL SELECT d."depositId" FROM "Deduction" d JOIN "Invoice" i ON i."workspaceId" = d."workspaceId" AND i.id = d."depositId"
      GROUP BY d."workspaceId", d."depositId", i."netMinor", i."taxMinor" HAVING sum(d."netMinor") > i."netMinor" OR sum(d."taxMinor") > i."taxMinor"`,
  'a planned invoice is issued exactly when it says so': `
    SELECT s.id FROM "Instalment" s LEFT JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i."instalmentId" = s.id
    WHERE (s.state = 'issued') <> (i.id IS NOT NULL)`,
  'the paper that was mailed is kept': `
    SELECT i.id FROM "Invoice" i WHERE i."pdfSha256" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Blob" b WHERE b."workspaceId" = i."workspaceId" AND b.sha256 = i."pdfSha256")`,
};

const CONTRACTS: Record<string, string> = {
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
  'a change order, and nothing else, names the signed text of its parent': `
    SELECT v.id FROM "Version" v JOIN "Contract" c ON c."workspaceId" = v."workspaceId" AND c.id = v."contractId"
    LEFT JOIN "Version" p ON p."workspaceId" = v."workspaceId" AND p.id = v.terms#>>'{changeOf,value,versionId}'
    LEFT JOIN "Contract" o ON o."workspaceId" = p."workspaceId" AND o.id = p."contractId"
    WHERE (c."parentId" IS NULL) <> (v.terms->'changeOf' IS NULL) OR (c."parentId" IS NULL) <> (c.kind = 'agreement')
      OR (c."parentId" IS NOT NULL AND (p.id IS NULL OR o.id <> c."parentId" OR o."projectId" <> c."projectId"
        OR p.state NOT IN ('signed', 'sealed') OR encode(p."textSha256", 'hex') <> v.terms#>>'{changeOf,value,sha256}'))`,
  'a signed version is sealed': `SELECT id FROM "Version" WHERE state = 'signed'`,
  'who signed by mail had used a code for that version': `
    SELECT s.id FROM "Signature" g JOIN "Signer" s ON s."workspaceId" = g."workspaceId" AND s.id = g."signerId"
    WHERE g.method = 'mail-code' AND NOT EXISTS (SELECT 1 FROM "OneTimeCode" c WHERE c."workspaceId" = g."workspaceId"
      AND c."contactId" = s."contactId" AND c."subjectId" = s."versionId" AND c."usedAt" <= c."expiresAt" AND c.attempts < 5)`,
  'a project starts only with its contract sealed and its deposit paid': `
    SELECT p.id FROM "Project" p WHERE p.state IN ('active', 'finished') AND EXISTS (
      SELECT 1 FROM "Contract" c WHERE c."workspaceId" = p."workspaceId" AND c."projectId" = p.id)
      AND (NOT EXISTS (SELECT 1 FROM "Contract" c JOIN "Version" v ON v."workspaceId" = c."workspaceId" AND v."contractId" = c.id
        WHERE c."workspaceId" = p."workspaceId" AND c."projectId" = p.id AND v.state = 'sealed')
      OR EXISTS (SELECT 1 FROM "Invoice" i WHERE i."workspaceId" = p."workspaceId" AND i."projectId" = p.id AND i.kind = 'deposit' AND i.state IN ('open', 'processing')))`,
  'a date is booked only with its deposit paid, and kept no longer than its hold': `
    SELECT b.id FROM "Booking" b WHERE b.state = 'confirmed' AND EXISTS (SELECT 1 FROM "Invoice" i
      WHERE i."workspaceId" = b."workspaceId" AND i."projectId" = b."projectId" AND i.kind = 'deposit' AND i.state <> 'paid')
    UNION ALL SELECT b.id FROM "Booking" b WHERE b.state = 'held' AND b."holdEndsAt" < :now::timestamptz - interval '5 minutes'
      AND NOT EXISTS (SELECT 1 FROM "Invoice" i JOIN "Application" a ON a."workspaceId" = i."workspaceId" AND a."invoiceId" = i.id
        WHERE i."workspaceId" = b."workspaceId" AND i."projectId" = b."projectId" AND i.kind = 'deposit')
      AND NOT EXISTS (SELECT 1 FROM "Invoice" i WHERE i."workspaceId" = b."workspaceId" AND i."projectId" = b."projectId" AND i.state = 'processing')`,
};

const REMINDERS: Record<string, string> = {
  'after paid or void, silence': `
    SELECT s.id FROM "Step" s JOIN "Invoice" i ON i."workspaceId" = s."workspaceId" AND i.id = s."invoiceId"
    WHERE (i.state = 'paid' AND (s."claimedAt" > i."paidAt" OR s."sentAt" > i."paidAt" + interval '5 minutes'))
      OR (i.state IN ('paid', 'void') AND s.state IN ('planned', 'claimed'))`,
  'after the signature no reminder to sign': `
    SELECT s.id FROM "Step" s JOIN "Version" v ON v."workspaceId" = s."workspaceId" AND v.id = s."versionId"
    WHERE (v."signedAt" IS NOT NULL AND s."claimedAt" > v."signedAt") OR (v.state <> 'sent' AND s.state IN ('planned', 'claimed'))`,
  'a step that was not sent says why': `
    SELECT id FROM "Step" WHERE state = 'skipped' AND coalesce(reason, '') = ''`,
  'a step that is due was sent, skipped, or is shown as unknown, unless a pause holds it': `
    SELECT s.id FROM "Step" s WHERE s.state IN ('planned', 'claimed') AND s."dueAt" < :now::timestamptz - interval '5 minutes'
      AND NOT EXISTS (SELECT 1 FROM "Pause" p WHERE p."workspaceId" = s."workspaceId" AND p."projectId" = s."projectId"
        AND p."startsAt" <= :now::timestamptz AND (p."endsAt" IS NULL OR p."endsAt" > :now::timestamptz - interval '5 minutes'))`,
  'no step is due before its hour where the client is': `
    SELECT id FROM "Step" WHERE "dueAt" < "wallAt" AT TIME ZONE zone`,
  'no reminder leaves at night or on a weekend': `
    SELECT id FROM "Step" WHERE "sentAt" IS NOT NULL AND (extract(isodow FROM "sentAt" AT TIME ZONE zone) > 5
      OR extract(hour FROM "sentAt" AT TIME ZONE zone) < 9 OR extract(hour FROM "sentAt" AT TIME ZONE zone) > 18)`,
  'a reminder that left says when it was taken up and when it left': `
    SELECT id FROM "Step" WHERE (state = 'sent') <> ("sentAt" IS NOT NULL) OR (state IN ('sent', 'unknown') AND "claimedAt" IS NULL)`,
};

/** How often the chain must tell of a thing: `row` finds the things, and each has exactly one link of the kind. */
const told = (kind: string, rows: string) => `
  SELECT r.id FROM (${rows}) r LEFT JOIN "Evidence" e ON e."workspaceId" = r."workspaceId" AND e."subjectId" = r.id AND e.kind = '${kind}'
  GROUP BY r."workspaceId", r.id HAVING count(e.seq) <> 1`;

/** The same for what is told of several at once: one is the subject, the others are named beside it. */
const toldTogether = (kind: string, rows: string) => `
  SELECT r.id FROM (${rows}) r LEFT JOIN ("Evidence" e JOIN "EvidenceDetail" d ON d."workspaceId" = e."workspaceId" AND d.sha256 = e."detailSha256")
  ON e."workspaceId" = r."workspaceId" AND e.kind = '${kind}' AND (e."subjectId" = r.id OR d.body->'also' @> to_jsonb(r.id))
  GROUP BY r."workspaceId", r.id HAVING count(e.seq) <> 1`;

const EVIDENCE: Record<string, string> = {
  'the chain tells once of each contract that was sent, signed, sealed': [
    told('contract.sent', `SELECT "workspaceId", id FROM "Version" WHERE "sentAt" IS NOT NULL`),
    told('contract.signed', `SELECT "workspaceId", id FROM "Version" WHERE "signedAt" IS NOT NULL`),
    told('contract.sealed', `SELECT "workspaceId", "versionId" AS id FROM "Seal"`),
  ].join(' UNION ALL '),
  'the chain tells once of each invoice and payment': [
    told('invoice.issued', `SELECT "workspaceId", id FROM "Invoice" WHERE number IS NOT NULL`),
    told('invoice.paid', `SELECT "workspaceId", id FROM "Invoice" WHERE state = 'paid'`),
    told('payment.received', `SELECT "workspaceId", id FROM "Payment"`),
    told('payment.refunded', `SELECT "workspaceId", id FROM "Refund"`),
  ].join(' UNION ALL '),
  'the chain tells once of each question, booking and reminder': [
    told('question.asked', `SELECT "workspaceId", id FROM "Question"`),
    toldTogether('booking.confirmed', `SELECT "workspaceId", id FROM "Booking" WHERE state = 'confirmed'`),
    toldTogether('booking.released', `SELECT "workspaceId", id FROM "Booking" WHERE state = 'released'`),
    told('reminder.sent', `SELECT "workspaceId", id FROM "Step" WHERE state = 'sent'`),
    told('reminder.unknown', `SELECT "workspaceId", id FROM "Step" WHERE state = 'unknown'`),
  ].join(' UNION ALL '),
  'every change owes its card and its line in the log': `
    SELECT e.chain, e.seq FROM "Evidence" e CROSS JOIN (VALUES ('card.refresh'), ('thread.log')) AS f(effect)
    WHERE e.chain LIKE 'prj\\_%' AND NOT EXISTS (
      SELECT 1 FROM "Outbox" o WHERE o."onceKey" = e."workspaceId" || '/' || f.effect || '/' || e.chain || '/' || e.seq)`,
  'what a link of the chain tells is kept beside it': `
    SELECT e.chain, e.seq FROM "Evidence" e WHERE NOT EXISTS (
      SELECT 1 FROM "EvidenceDetail" d WHERE d."workspaceId" = e."workspaceId" AND d.sha256 = e."detailSha256" AND (d.body IS NULL) = (d."erasedAt" IS NOT NULL))`,
};

const EFFECTS: Record<string, string> = {
  'nothing owed has ended without being done, or a person was told': `
    SELECT o.id::text, o.effect, o.failure FROM "Outbox" o WHERE o.state = 'dead' AND NOT EXISTS (
      SELECT 1 FROM "Evidence" e JOIN "EvidenceDetail" d ON d."workspaceId" = e."workspaceId" AND d.sha256 = e."detailSha256"
      WHERE e."workspaceId" = o."workspaceId" AND e.chain = o."projectId" AND e.kind = 'effect.failed' AND d.body->>'effect' = o.effect)
      AND NOT EXISTS (SELECT 1 FROM "Step" s WHERE s."workspaceId" = o."workspaceId" AND s.id = o."subjectId" AND s.reason = 'undeliverable')
    UNION ALL SELECT o.id::text, o.effect, o.failure FROM "Outbox" o WHERE o.state = 'unknown' AND NOT EXISTS (
      SELECT 1 FROM "Step" s WHERE s."workspaceId" = o."workspaceId" AND s.id = o."subjectId" AND s.state IN ('unknown', 'sent'))`,
  'no webhook was set aside': `SELECT "externalId", kind, failure FROM "Inbox" WHERE state = 'parked'`,
  'a card shows where its project stands': `
    SELECT id FROM "Project" WHERE "channelId" IS NOT NULL AND ("cardTs" IS NULL OR "cardRevision" < revision)`,
};

const MODEL: Record<string, string> = {
  'a day is charged what its model calls are charged': `
    SELECT coalesce(d."workspaceId", c."workspaceId") AS workspace, coalesce(d."usedOn", c."usedOn") AS day FROM "ModelDay" d
    FULL JOIN (SELECT "workspaceId", "usedOn", sum(tokens) AS tokens FROM "ModelCall" GROUP BY 1, 2) c
      ON c."workspaceId" = d."workspaceId" AND c."usedOn" = d."usedOn" WHERE coalesce(d.tokens, 0) <> coalesce(c.tokens, 0)`,
};

export const RULES: Record<string, string> = {
  ...MODEL,
  ...MONEY,
  ...INVOICES,
  ...CONTRACTS,
  ...REMINDERS,
  ...EVIDENCE,
  ...EFFECTS,
};

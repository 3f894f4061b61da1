-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "checkAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3) NOT NULL;

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "invoiceId" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "failedAt" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma's schema can't say.

CREATE INDEX attempt_check ON "Attempt" ("checkAt") WHERE "checkAt" IS NOT NULL;

-- Money is applied once: a payment never settles more than came in, an invoice never takes more than its total.
CREATE FUNCTION application_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(a."amountMinor") FROM "Application" a WHERE a."workspaceId" = NEW."workspaceId" AND a."paymentId" = NEW."paymentId")
    > (SELECT p."amountMinor" FROM "Payment" p WHERE p."workspaceId" = NEW."workspaceId" AND p.id = NEW."paymentId")
  THEN RAISE EXCEPTION 'more applied than was paid'; END IF;
  IF (SELECT sum(a."amountMinor") FROM "Application" a WHERE a."workspaceId" = NEW."workspaceId" AND a."invoiceId" = NEW."invoiceId")
    > (SELECT i."totalMinor" FROM "Invoice" i WHERE i."workspaceId" = NEW."workspaceId" AND i.id = NEW."invoiceId")
  THEN RAISE EXCEPTION 'more applied than is owed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_fits AFTER INSERT OR UPDATE ON "Application" FOR EACH ROW EXECUTE FUNCTION application_fits();

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "disputedMinor" BIGINT;

-- CreateIndex
CREATE INDEX "PortalLink_codeHash_idx" ON "PortalLink"("codeHash");

-- A bank takes some of what was paid, at most all of it.
UPDATE "Payment" SET "disputedMinor" = "amountMinor" WHERE "disputedAt" IS NOT NULL OR "disputeLostAt" IS NOT NULL;
ALTER TABLE "Payment" ADD CONSTRAINT payment_disputed_part CHECK ("disputedMinor" > 0 AND "disputedMinor" <= "amountMinor");

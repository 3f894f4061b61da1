-- AlterTable
ALTER TABLE "Business" ADD COLUMN     "taxReason" TEXT;

-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "taxId" TEXT;

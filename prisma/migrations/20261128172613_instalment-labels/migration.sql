-- AlterTable
ALTER TABLE "Instalment" ADD COLUMN     "label" TEXT;

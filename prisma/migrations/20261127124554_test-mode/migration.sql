-- AlterTable
ALTER TABLE "Business" ADD COLUMN     "testMode" BOOLEAN NOT NULL DEFAULT false;

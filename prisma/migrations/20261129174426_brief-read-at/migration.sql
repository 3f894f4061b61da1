-- AlterTable
ALTER TABLE "Brief" ADD COLUMN     "readAt" TIMESTAMPTZ(3);

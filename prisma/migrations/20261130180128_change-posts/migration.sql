-- AlterTable
ALTER TABLE "ChangeRequest" ADD COLUMN     "left" JSONB,
ADD COLUMN     "postChannel" TEXT,
ADD COLUMN     "postTs" TEXT;

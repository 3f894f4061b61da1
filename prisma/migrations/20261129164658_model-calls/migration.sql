-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "keepsModelWords" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ModelDay" (
    "workspaceId" TEXT NOT NULL,
    "usedOn" DATE NOT NULL,
    "tokens" INTEGER NOT NULL,

    CONSTRAINT "ModelDay_pkey" PRIMARY KEY ("workspaceId","usedOn")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "usedOn" DATE NOT NULL,
    "projectId" TEXT,
    "memberId" TEXT,
    "ask" TEXT NOT NULL,
    "promptVersion" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,
    "tokensIn" INTEGER,
    "tokensOut" INTEGER,
    "costMicros" BIGINT,
    "ms" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "ModelWords" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "deleteAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModelWords_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "ModelCall_workspaceId_usedOn_idx" ON "ModelCall"("workspaceId", "usedOn");

-- CreateIndex
CREATE INDEX "ModelCall_outcome_askedAt_idx" ON "ModelCall"("outcome", "askedAt");

-- CreateIndex
CREATE INDEX "ModelWords_deleteAt_idx" ON "ModelWords"("deleteAt");

-- AddForeignKey
ALTER TABLE "ModelDay" ADD CONSTRAINT "ModelDay_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelWords" ADD CONSTRAINT "ModelWords_workspaceId_id_fkey" FOREIGN KEY ("workspaceId", "id") REFERENCES "ModelCall"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

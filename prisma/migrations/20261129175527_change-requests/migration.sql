-- CreateTable
CREATE TABLE "ChangeRequest" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "memberId" TEXT,
    "contactId" TEXT,
    "body" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "said" JSONB,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "madeId" TEXT,
    "answeredById" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChangeRequest_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "ChangeRequest_workspaceId_projectId_idx" ON "ChangeRequest"("workspaceId", "projectId");

-- CreateIndex
CREATE INDEX "ChangeRequest_workspaceId_madeId_idx" ON "ChangeRequest"("workspaceId", "madeId");

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_madeId_fkey" FOREIGN KEY ("workspaceId", "madeId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_workspaceId_answeredById_fkey" FOREIGN KEY ("workspaceId", "answeredById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

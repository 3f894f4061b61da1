-- CreateTable
CREATE TABLE "Template" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "copyKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Template_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "workspaceId" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "head" JSONB NOT NULL,
    "entries" JSONB NOT NULL,
    "sha256" BYTEA NOT NULL,
    "restored" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TemplateVersion_pkey" PRIMARY KEY ("workspaceId","templateId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Template_workspaceId_copyKey_key" ON "Template"("workspaceId", "copyKey");

-- AddForeignKey
ALTER TABLE "Template" ADD CONSTRAINT "Template_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateVersion" ADD CONSTRAINT "TemplateVersion_workspaceId_templateId_fkey" FOREIGN KEY ("workspaceId", "templateId") REFERENCES "Template"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateVersion" ADD CONSTRAINT "TemplateVersion_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version is never changed: what a template said, and who said so, stays to be read.
CREATE TRIGGER template_version_final BEFORE UPDATE OR DELETE ON "TemplateVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "TemplateVersion" ADD CONSTRAINT template_version_number CHECK (number > 0 AND octet_length(sha256) = 32);

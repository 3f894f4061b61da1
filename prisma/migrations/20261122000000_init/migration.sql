-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "slackTeamId" TEXT NOT NULL,
    "slackEnterprise" TEXT,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "workspaceId" TEXT NOT NULL,
    "tokenCipher" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "scopes" TEXT[],
    "botUserId" TEXT NOT NULL,
    "appId" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Member" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "Member_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Business" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "email" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "taxId" TEXT,
    "taxRateMilli" INTEGER NOT NULL DEFAULT 0,
    "depositMilli" INTEGER NOT NULL DEFAULT 0,
    "netDays" INTEGER NOT NULL DEFAULT 14,
    "bankCipher" BYTEA,
    "bankKeyId" TEXT,

    CONSTRAINT "Business_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "PaymentAccount" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "businessId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,

    CONSTRAINT "PaymentAccount_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Client" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "company" TEXT,
    "kind" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "channelId" TEXT,
    "address" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Client_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "maySign" BOOLEAN NOT NULL DEFAULT true,
    "getsInvoices" BOOLEAN NOT NULL DEFAULT true,
    "mailState" TEXT NOT NULL DEFAULT 'ok',

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Project" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "businessId" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "freelancerId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "pricesIncludeTax" BOOLEAN NOT NULL DEFAULT false,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "channelId" TEXT,
    "cardTs" TEXT,
    "cardRevision" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "PortalLink" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PortalLink_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "PortalSession" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PortalSession_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Question" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Contract" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "briefId" TEXT,
    "parentId" TEXT,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Version" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "contractId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "clauses" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textSha256" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "viewedAt" TIMESTAMPTZ(3),
    "signedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Signer" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "memberId" TEXT,
    "contactId" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "Signer_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "workspaceId" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "shownSha256" BYTEA NOT NULL,
    "consentId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "typedName" TEXT NOT NULL,
    "detailSha256" BYTEA NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("workspaceId","signerId")
);

-- CreateTable
CREATE TABLE "Seal" (
    "workspaceId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "blobSha256" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Seal_pkey" PRIMARY KEY ("workspaceId","versionId")
);

-- CreateTable
CREATE TABLE "Blob" (
    "workspaceId" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("workspaceId","sha256")
);

-- CreateTable
CREATE TABLE "Booking" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "startsWall" TIMESTAMP(0) NOT NULL,
    "endsWall" TIMESTAMP(0) NOT NULL,
    "zone" TEXT NOT NULL,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "endAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "state" TEXT NOT NULL,
    "warnAt" TIMESTAMPTZ(3),
    "warnedAt" TIMESTAMPTZ(3),
    "holdEndsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Instalment" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "versionId" TEXT,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "dueOn" DATE,
    "bookingId" TEXT,
    "totalMinor" BIGINT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "Instalment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Series" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "businessId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "pattern" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "instalmentId" TEXT,
    "correctsId" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seriesId" TEXT,
    "number" INTEGER,
    "label" TEXT,
    "issuedOn" DATE,
    "dueOn" DATE,
    "zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3),
    "viewedAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "frozen" JSONB,
    "frozenSha256" BYTEA,
    "pdfSha256" BYTEA,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "InvoiceLine" (
    "workspaceId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantityMilli" BIGINT NOT NULL,
    "unitPriceMicros" BIGINT NOT NULL,
    "discountMinor" BIGINT NOT NULL DEFAULT 0,
    "netMinor" BIGINT NOT NULL,
    "taxRateMilli" INTEGER NOT NULL,
    "taxReason" TEXT,
    "taxMinor" BIGINT NOT NULL,

    CONSTRAINT "InvoiceLine_pkey" PRIMARY KEY ("workspaceId","invoiceId","position")
);

-- CreateTable
CREATE TABLE "Deduction" (
    "workspaceId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "depositId" TEXT NOT NULL,
    "taxRateMilli" INTEGER NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,

    CONSTRAINT "Deduction_pkey" PRIMARY KEY ("workspaceId","invoiceId","depositId","taxRateMilli")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "sessionId" TEXT,
    "chargeId" TEXT,
    "checkoutUrl" TEXT,
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "disputedAt" TIMESTAMPTZ(3),
    "disputeLostAt" TIMESTAMPTZ(3),
    "recordedById" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Application" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "refundedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Step" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "versionId" TEXT,
    "invoiceId" TEXT,
    "bookingId" TEXT,
    "position" INTEGER NOT NULL,
    "wallAt" TIMESTAMP(0) NOT NULL,
    "zone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "mailId" TEXT,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Pause" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "kind" TEXT NOT NULL,
    "questionId" TEXT,
    "byMemberId" TEXT,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pause_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "contactId" TEXT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "projectId" TEXT,
    "subjectId" TEXT NOT NULL,
    "onceKey" TEXT NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "source" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT '',
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "failure" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("source","account","externalId")
);

-- CreateTable
CREATE TABLE "InstallState" (
    "hash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstallState_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "SealKey" (
    "id" TEXT NOT NULL,
    "certificatePem" TEXT NOT NULL,
    "privateCipher" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SealKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "workspaceId" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "detailSha256" BYTEA NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("workspaceId","chain","seq")
);

-- CreateTable
CREATE TABLE "EvidenceDetail" (
    "workspaceId" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "body" JSONB,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EvidenceDetail_pkey" PRIMARY KEY ("workspaceId","sha256")
);

-- CreateTable
CREATE TABLE "Brief" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "channelId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Brief_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DeskTicket" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "place" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeskTicket_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DeskSession" (
    "workspaceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeskSession_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slackTeamId_key" ON "Workspace"("slackTeamId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_slackUserId_key" ON "Member"("workspaceId", "slackUserId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAccount_provider_externalId_livemode_key" ON "PaymentAccount"("provider", "externalId", "livemode");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_workspaceId_clientId_email_key" ON "Contact"("workspaceId", "clientId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Project_workspaceId_channelId_cardTs_key" ON "Project"("workspaceId", "channelId", "cardTs");

-- CreateIndex
CREATE UNIQUE INDEX "PortalLink_tokenHash_key" ON "PortalLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "PortalSession_secretHash_key" ON "PortalSession"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "Version_workspaceId_contractId_number_key" ON "Version"("workspaceId", "contractId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Signer_workspaceId_versionId_position_key" ON "Signer"("workspaceId", "versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Instalment_workspaceId_projectId_position_key" ON "Instalment"("workspaceId", "projectId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Series_workspaceId_businessId_kind_year_key" ON "Series"("workspaceId", "businessId", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_workspaceId_seriesId_number_key" ON "Invoice"("workspaceId", "seriesId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_workspaceId_instalmentId_key" ON "Invoice"("workspaceId", "instalmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_requestKey_key" ON "Attempt"("requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_workspaceId_invoiceId_number_key" ON "Attempt"("workspaceId", "invoiceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_workspaceId_accountId_sessionId_key" ON "Attempt"("workspaceId", "accountId", "sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_workspaceId_accountId_externalId_key" ON "Payment"("workspaceId", "accountId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_workspaceId_paymentId_externalId_key" ON "Refund"("workspaceId", "paymentId", "externalId");

-- CreateIndex
CREATE INDEX "Step_dueAt_idx" ON "Step"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_onceKey_key" ON "Outbox"("onceKey");

-- CreateIndex
CREATE INDEX "Outbox_state_availableAt_idx" ON "Outbox"("state", "availableAt");

-- CreateIndex
CREATE INDEX "Inbox_state_availableAt_idx" ON "Inbox"("state", "availableAt");

-- CreateIndex
CREATE UNIQUE INDEX "DeskTicket_tokenHash_key" ON "DeskTicket"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "DeskSession_secretHash_key" ON "DeskSession"("secretHash");

-- AddForeignKey
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Business" ADD CONSTRAINT "Business_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAccount" ADD CONSTRAINT "PaymentAccount_workspaceId_businessId_fkey" FOREIGN KEY ("workspaceId", "businessId") REFERENCES "Business"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_workspaceId_businessId_fkey" FOREIGN KEY ("workspaceId", "businessId") REFERENCES "Business"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_workspaceId_freelancerId_fkey" FOREIGN KEY ("workspaceId", "freelancerId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalLink" ADD CONSTRAINT "PortalLink_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalLink" ADD CONSTRAINT "PortalLink_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_workspaceId_linkId_fkey" FOREIGN KEY ("workspaceId", "linkId") REFERENCES "PortalLink"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_workspaceId_answeredById_fkey" FOREIGN KEY ("workspaceId", "answeredById") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_workspaceId_briefId_fkey" FOREIGN KEY ("workspaceId", "briefId") REFERENCES "Brief"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_workspaceId_parentId_fkey" FOREIGN KEY ("workspaceId", "parentId") REFERENCES "Contract"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_workspaceId_contractId_fkey" FOREIGN KEY ("workspaceId", "contractId") REFERENCES "Contract"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signer" ADD CONSTRAINT "Signer_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signer" ADD CONSTRAINT "Signer_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signer" ADD CONSTRAINT "Signer_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_workspaceId_signerId_fkey" FOREIGN KEY ("workspaceId", "signerId") REFERENCES "Signer"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seal" ADD CONSTRAINT "Seal_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seal" ADD CONSTRAINT "Seal_workspaceId_blobSha256_fkey" FOREIGN KEY ("workspaceId", "blobSha256") REFERENCES "Blob"("workspaceId", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_workspaceId_bookingId_fkey" FOREIGN KEY ("workspaceId", "bookingId") REFERENCES "Booking"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_workspaceId_businessId_fkey" FOREIGN KEY ("workspaceId", "businessId") REFERENCES "Business"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_workspaceId_instalmentId_fkey" FOREIGN KEY ("workspaceId", "instalmentId") REFERENCES "Instalment"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_workspaceId_seriesId_fkey" FOREIGN KEY ("workspaceId", "seriesId") REFERENCES "Series"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_workspaceId_correctsId_fkey" FOREIGN KEY ("workspaceId", "correctsId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "InvoiceLine_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deduction" ADD CONSTRAINT "Deduction_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deduction" ADD CONSTRAINT "Deduction_workspaceId_depositId_fkey" FOREIGN KEY ("workspaceId", "depositId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "PaymentAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_workspaceId_clientId_fkey" FOREIGN KEY ("workspaceId", "clientId") REFERENCES "Client"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "PaymentAccount"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_workspaceId_paymentId_fkey" FOREIGN KEY ("workspaceId", "paymentId") REFERENCES "Payment"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_workspaceId_paymentId_fkey" FOREIGN KEY ("workspaceId", "paymentId") REFERENCES "Payment"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_workspaceId_versionId_fkey" FOREIGN KEY ("workspaceId", "versionId") REFERENCES "Version"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_workspaceId_invoiceId_fkey" FOREIGN KEY ("workspaceId", "invoiceId") REFERENCES "Invoice"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_workspaceId_bookingId_fkey" FOREIGN KEY ("workspaceId", "bookingId") REFERENCES "Booking"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_workspaceId_mailId_fkey" FOREIGN KEY ("workspaceId", "mailId") REFERENCES "Mail"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pause" ADD CONSTRAINT "Pause_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_workspaceId_projectId_fkey" FOREIGN KEY ("workspaceId", "projectId") REFERENCES "Project"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Brief" ADD CONSTRAINT "Brief_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskTicket" ADD CONSTRAINT "DeskTicket_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskSession" ADD CONSTRAINT "DeskSession_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma's schema can't say.

-- One open attempt per invoice, so a doubled press can't charge twice.
CREATE UNIQUE INDEX attempt_one_open ON "Attempt" ("workspaceId", "invoiceId") WHERE state IN ('open', 'processing', 'unknown');
-- One live version per contract.
CREATE UNIQUE INDEX version_one_live ON "Version" ("workspaceId", "contractId") WHERE state IN ('sent', 'signed', 'sealed');
-- One draft per contract.
CREATE UNIQUE INDEX version_one_draft ON "Version" ("workspaceId", "contractId") WHERE state = 'draft';
-- A step has exactly one subject, and exists once.
ALTER TABLE "Step" ADD CONSTRAINT step_one_subject CHECK (num_nonnulls("versionId", "invoiceId", "bookingId") = 1);
CREATE UNIQUE INDEX step_once ON "Step" ("workspaceId", coalesce("versionId", "invoiceId", "bookingId"), kind, position);
CREATE INDEX step_due ON "Step" ("dueAt") WHERE state = 'planned';
CREATE INDEX hold_due ON "Booking" ("holdEndsAt") WHERE state = 'held';
CREATE INDEX instalment_due ON "Instalment" ("dueOn") WHERE state = 'planned' AND trigger = 'date';
-- One open pause of a kind for a project or invoice.
CREATE UNIQUE INDEX pause_one_stop ON "Pause" ("workspaceId", "projectId", coalesce("invoiceId", '')) WHERE kind = 'stop';
-- A signer is a member or a contact.
ALTER TABLE "Signer" ADD CONSTRAINT signer_one_person CHECK (num_nonnulls("memberId", "contactId") = 1);
-- A number exists exactly when issued, and the sums add up.
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_numbered CHECK (
  (state = 'draft') = (number IS NULL) AND (number IS NULL) = ("frozenSha256" IS NULL) AND "totalMinor" = "netMinor" + "taxMinor");
-- Sums of money received or given back are positive.
ALTER TABLE "Payment" ADD CONSTRAINT payment_positive CHECK ("amountMinor" > 0);
ALTER TABLE "Application" ADD CONSTRAINT application_positive CHECK ("amountMinor" > 0);
ALTER TABLE "Refund" ADD CONSTRAINT refund_positive CHECK ("amountMinor" > 0);

-- Frozen things.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% rows are final', TG_TABLE_NAME; END $$;
CREATE TRIGGER blob_final BEFORE UPDATE OR DELETE ON "Blob" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_final BEFORE UPDATE OR DELETE ON "Seal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_final BEFORE UPDATE OR DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signature_final BEFORE UPDATE OR DELETE ON "Signature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_kept BEFORE DELETE ON "Payment" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION invoice_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN RAISE EXCEPTION 'issued invoices stay'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.number IS NOT NULL AND
    (OLD.number, OLD."seriesId", OLD.label, OLD.kind, OLD.frozen::text, OLD."frozenSha256", OLD."netMinor", OLD."taxMinor", OLD."totalMinor", OLD.currency, OLD."issuedOn", OLD."dueOn", OLD."projectId")
    IS DISTINCT FROM
    (NEW.number, NEW."seriesId", NEW.label, NEW.kind, NEW.frozen::text, NEW."frozenSha256", NEW."netMinor", NEW."taxMinor", NEW."totalMinor", NEW.currency, NEW."issuedOn", NEW."dueOn", NEW."projectId")
  THEN RAISE EXCEPTION 'issued invoices are frozen'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_frozen BEFORE UPDATE OR DELETE ON "Invoice" FOR EACH ROW EXECUTE FUNCTION invoice_frozen();

CREATE FUNCTION line_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Invoice" i WHERE i."workspaceId" = OLD."workspaceId" AND i.id = OLD."invoiceId" AND i.number IS NOT NULL)
  THEN RAISE EXCEPTION 'lines of issued invoices are frozen'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER line_frozen BEFORE UPDATE OR DELETE ON "InvoiceLine" FOR EACH ROW EXECUTE FUNCTION line_frozen();
CREATE TRIGGER deduction_frozen BEFORE UPDATE OR DELETE ON "Deduction" FOR EACH ROW EXECUTE FUNCTION line_frozen();

-- The text that was sent is the text that was signed.
CREATE FUNCTION version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'versions stay'; END IF;
  IF OLD.state <> 'draft' AND (OLD.terms::text, OLD.clauses::text, OLD.text, OLD."textSha256", OLD.number, OLD."contractId")
    IS DISTINCT FROM (NEW.terms::text, NEW.clauses::text, NEW.text, NEW."textSha256", NEW.number, NEW."contractId")
  THEN RAISE EXCEPTION 'sent versions are frozen'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_frozen BEFORE UPDATE OR DELETE ON "Version" FOR EACH ROW EXECUTE FUNCTION version_frozen();

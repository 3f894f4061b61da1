import webapi, { type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { decrypt } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Core } from '../platform/work.ts';
import { Refusal } from '../shared/refusal.ts';

/** Whether this member installed the app: written into the evidence, so Slack's flags can't take it back. */
export async function installedIt(db: Database | Tx, workspaceId: string, memberId: string): Promise<boolean> {
  const link = await db.evidence.findFirst({
    where: { workspaceId, chain: workspaceId, kind: 'workspace.installed', subjectId: memberId },
    select: { seq: true },
  });
  return link !== null;
}

/** What says whether an event concerns the installation there is; `installedAt` is Slack's time in milliseconds. */
export async function installedFacts(
  db: Database | Tx,
  workspaceId: string,
): Promise<{ appId: string | null; botUserId: string; installedAt: number } | undefined> {
  const row = await db.installation.findUnique({ where: { workspaceId }, select: { appId: true, botUserId: true } });
  if (!row) return undefined;
  const link = await db.evidence.findFirst({
    where: { workspaceId, chain: workspaceId, kind: 'workspace.installed' },
    orderBy: { seq: 'desc' },
    select: { detailSha256: true },
  });
  const detail =
    link &&
    (await db.evidenceDetail.findUnique({
      where: { workspaceId_sha256: { workspaceId, sha256: link.detailSha256 } },
      select: { body: true },
    }));
  const parsed = z.object({ installedAt: z.number() }).safeParse(detail?.body);
  return { ...row, installedAt: parsed.success ? parsed.data.installedAt : 0 };
}

export const tokenPlace = (workspaceId: string) => `Installation/${workspaceId}/tokenCipher`;

export type Installation = { token: string; botUserId: string; appId: string | null; generation: number };

/** The live installation, or `undefined` once the app has been removed. */
export async function installationOf(
  core: Pick<Core, 'db' | 'keys'>,
  workspaceId: string,
): Promise<Installation | undefined> {
  const row = await core.db.installation.findUnique({ where: { workspaceId } });
  if (!row || row.revokedAt) return undefined;
  const token = decrypt(core.keys, { cipher: row.tokenCipher, keyId: row.keyId }, tokenPlace(workspaceId));
  return { token, botUserId: row.botUserId, appId: row.appId, generation: row.generation };
}

export async function tokenOf(core: Pick<Core, 'db' | 'keys'>, workspaceId: string): Promise<string> {
  const installation = await installationOf(core, workspaceId);
  if (!installation) throw new Refusal('workspace.removed', 'Retainer is not installed in this workspace any more.');
  return installation.token;
}

/** Slack, as the app of one workspace. Throws a refusal once the app has been removed there. */
export type SlackClients = { of(workspaceId: string): Promise<WebClient> };

/** @param slackApiUrl Slack's Web API base, with its path and a slash at the end. */
export function slackClients(core: Pick<Core, 'db' | 'keys'>, slackApiUrl: string): SlackClients {
  const known = new Map<string, { token: string; client: WebClient }>();
  return {
    of: async (workspaceId) => {
      const token = await tokenOf(core, workspaceId);
      const cached = known.get(workspaceId);
      if (cached?.token === token) return cached.client;
      // Waiting out a rate limit or an outage is the outbox's work, which survives a restart.
      const client = new webapi.WebClient(token, {
        slackApiUrl,
        timeout: 10_000,
        rejectRateLimitedCalls: true,
        retryConfig: { retries: 0 },
      });
      known.set(workspaceId, { token, client });
      return client;
    },
  };
}

import { z } from 'zod';
import { decrypt } from '../platform/crypto.ts';
import type { Database, Tx } from '../platform/database.ts';
import type { Core } from '../platform/work.ts';

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

/** For the Slack kit; `undefined` once the app has been removed. */
export async function tokenOf(core: Pick<Core, 'db' | 'keys'>, workspaceId: string): Promise<string | undefined> {
  return (await installationOf(core, workspaceId))?.token;
}

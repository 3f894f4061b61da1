import { templateFor } from '../clauses/template-read.ts';
import { clientById } from '../clients/read.ts';
import type { Version } from '../contracts/contract.ts';
import { newestOf } from '../contracts/draft-read.ts';
import { versionById } from '../contracts/read.ts';
import type { Database } from '../platform/database.ts';
import { projectById } from '../projects/read.ts';
import { businessById } from '../workspaces/read.ts';
import type { LintScene } from './finding.ts';
import { sceneOf } from './gate.ts';

/** The newest version of the contract a version is of, and what lint looks at in it. */
export async function newestScene(
  db: Database,
  workspaceId: string,
  versionId: string,
  now: Date,
): Promise<{ version: Version; scene: LintScene }> {
  const seen = await versionById(db, workspaceId, versionId);
  const { id } = await newestOf(db, workspaceId, seen.contractId);
  const version = id === seen.id ? seen : await versionById(db, workspaceId, id);
  const project = await projectById(db, workspaceId, version.projectId);
  const [business, client, template] = await Promise.all([
    businessById(db, workspaceId, project.businessId),
    clientById(db, workspaceId, project.clientId),
    templateFor(db, workspaceId, version.terms.template?.value ?? ''),
  ]);
  return { version, scene: sceneOf(version, { business, client, template, now }) };
}

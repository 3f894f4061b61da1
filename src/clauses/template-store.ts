import { appendEvidence, type Detail } from '../platform/evidence.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { lockWorkspace } from '../workspaces/read.ts';
import { contentSha256, type TemplateContent } from './template.ts';

/** Orders saves of one template, so that its versions are numbered one after the other. */
export async function lockTemplate(work: Work, templateId: string): Promise<void> {
  await work.tx
    .$queryRaw`SELECT id FROM "Template" WHERE "workspaceId" = ${work.workspaceId} AND id = ${templateId} FOR UPDATE`;
}

export async function insertTemplate(work: Work, made: { fromId: string; copyKey: string }): Promise<Id<'template'>> {
  const id = newId('template', work.now);
  await work.tx.template.create({ data: { ...made, workspaceId: work.workspaceId, id, createdAt: work.now } });
  return id;
}

export type NewTemplateVersion = {
  templateId: string;
  number: number;
  memberId: Id<'member'>;
  content: TemplateContent;
  restored: number | null;
};

export async function insertTemplateVersion(work: Work, version: NewTemplateVersion): Promise<void> {
  const { content, ...row } = version;
  await work.tx.templateVersion.create({
    data: {
      ...row,
      workspaceId: work.workspaceId,
      head: content.head,
      entries: content.entries as object[],
      sha256: new Uint8Array(Buffer.from(contentSha256(content), 'hex')),
      createdAt: work.now,
    },
  });
}

export async function moveToArchive(work: Work, templateId: string, archived: boolean): Promise<void> {
  await work.tx.template.update({
    where: { workspaceId_id: { workspaceId: work.workspaceId, id: templateId } },
    data: { archivedAt: archived ? work.now : null },
  });
}

/** Templates are a setting of the workspace, and written on its own evidence chain. */
export async function noteTemplate(
  work: Work,
  note: { kind: string; templateId: string; actor: string; detail: Detail },
): Promise<void> {
  const { templateId, ...rest } = note;
  const { workspaceId, now } = work;
  await lockWorkspace(work);
  await appendEvidence(work.tx, { ...rest, workspaceId, chain: workspaceId, subjectId: templateId, at: now });
}

import type { Database, Tx } from '../platform/database.ts';
import { type Id, isId } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import type { Template } from './clause.ts';
import { library, templateOf } from './read.ts';
import { type OwnTemplate, TemplateContent, type TemplateVersion, templateFrom } from './template.ts';

const VERSION = {
  templateId: true,
  number: true,
  memberId: true,
  head: true,
  entries: true,
  restored: true,
  createdAt: true,
} as const;

const OWN = {
  workspaceId: true,
  id: true,
  fromId: true,
  archivedAt: true,
  versions: { select: VERSION, orderBy: { number: 'desc' }, take: 1 },
} as const;

function toVersion({ head, entries, ...row }: { head: unknown; entries: unknown }): TemplateVersion {
  return { ...row, ...TemplateContent.parse({ head, entries }) } as TemplateVersion;
}

function toOwn({ versions, ...row }: { versions: { head: unknown; entries: unknown }[] }): OwnTemplate {
  const [current] = versions;
  if (!current) throw new Error('a template without a version');
  return { ...row, current: toVersion(current) } as OwnTemplate;
}

/** A workspace's own templates, the newest first; archived ones too. */
export async function ownTemplatesOf(db: Database | Tx, workspaceId: string): Promise<OwnTemplate[]> {
  const rows = await db.template.findMany({ where: { workspaceId }, select: OWN, orderBy: { id: 'desc' }, take: 200 });
  return rows.map(toOwn);
}

export async function ownTemplateById(db: Database | Tx, workspaceId: string, id: string): Promise<OwnTemplate> {
  const row = await db.template.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: OWN });
  if (!row) throw notFound('template');
  return toOwn(row);
}

/** The template that a form with this key made, if it was sent before. */
export async function copiedBy(
  db: Database | Tx,
  workspaceId: string,
  key: string,
): Promise<Id<'template'> | undefined> {
  const where = { workspaceId_copyKey: { workspaceId, copyKey: key } };
  const row = await db.template.findUnique({ where, select: { id: true } });
  return row ? (row.id as Id<'template'>) : undefined;
}

/** Every version of a template, the newest first. */
export async function templateVersionsOf(
  db: Database | Tx,
  workspaceId: string,
  templateId: string,
): Promise<TemplateVersion[]> {
  const rows = await db.templateVersion.findMany({
    where: { workspaceId, templateId },
    select: VERSION,
    orderBy: { number: 'desc' },
  });
  return rows.map(toVersion);
}

/** What a new contract can be made of: the workspace's own templates that are in use, then the library's. */
export async function templatesOf(db: Database | Tx, workspaceId: string): Promise<Template[]> {
  const own = await ownTemplatesOf(db, workspaceId);
  const used = own.filter(({ archivedAt }) => archivedAt === null).map((each) => templateFrom(each, library()));
  return [...used, ...library().templates];
}

/** The library's template, or the workspace's own even where it was archived: a contract made of it can still be edited. */
export async function templateFor(
  db: Database | Tx,
  workspaceId: string,
  templateId: string,
): Promise<Template | undefined> {
  if (!isId('template', templateId)) return templateOf(templateId);
  const row = await db.template.findUnique({
    where: { workspaceId_id: { workspaceId, id: templateId } },
    select: OWN,
  });
  return row ? templateFrom(toOwn(row), library()) : undefined;
}

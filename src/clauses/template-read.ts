import type { Database, Tx } from '../platform/database.ts';
import { type Id, isId } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import type { Template } from './clause.ts';
import { library, templateOf } from './read.ts';
import { type OwnTemplate, TemplateContent, type TemplateVersion, templateFrom } from './template.ts';
import { withLost } from './template-lost.ts';

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

type Stored = { head: unknown; entries: unknown };

function toVersion<Row extends Stored>({ head, entries, ...row }: Row, first: Stored | undefined): TemplateVersion {
  const content = TemplateContent.parse({ head, entries });
  const before = first && TemplateContent.parse({ head: first.head, entries: first.entries });
  return { ...row, ...content, ...withLost(content, before, library()) } as unknown as TemplateVersion;
}

type Versioned = { id: string; versions: (Stored & { number: number })[] };

function toOwn<Row extends Versioned>({ versions, ...row }: Row, firsts: ReadonlyMap<string, Stored>): OwnTemplate {
  const [current] = versions;
  if (!current) throw new Error('a template without a version');
  return { ...row, current: toVersion(current, firsts.get(row.id)) } as unknown as OwnTemplate;
}

/** The first version of each template whose newest is another one; what later ones lost stands there. */
async function firstsOf(
  db: Database | Tx,
  workspaceId: string,
  rows: readonly Versioned[],
): Promise<ReadonlyMap<string, Stored>> {
  const ids = rows.flatMap(({ id, versions: [current] }) => (current && current.number > 1 ? [id] : []));
  if (ids.length === 0) return new Map();
  const firsts = await db.templateVersion.findMany({
    where: { workspaceId, number: 1, templateId: { in: ids } },
    select: { templateId: true, head: true, entries: true },
  });
  return new Map(firsts.map(({ templateId, ...first }) => [templateId, first]));
}

/** A workspace's own templates, the newest first; archived ones too. */
export async function ownTemplatesOf(db: Database | Tx, workspaceId: string): Promise<OwnTemplate[]> {
  const rows = await db.template.findMany({ where: { workspaceId }, select: OWN, orderBy: { id: 'desc' }, take: 200 });
  const firsts = await firstsOf(db, workspaceId, rows);
  return rows.map((row) => toOwn(row, firsts));
}

export async function ownTemplateById(db: Database | Tx, workspaceId: string, id: string): Promise<OwnTemplate> {
  const row = await db.template.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: OWN });
  if (!row) throw notFound('template');
  return toOwn(row, await firstsOf(db, workspaceId, [row]));
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
  const first = rows.find(({ number }) => number === 1);
  return rows.map((row) => toVersion(row, first));
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
  return row ? templateFrom(toOwn(row, await firstsOf(db, workspaceId, [row])), library()) : undefined;
}

import { z } from 'zod';
import type { Id } from '../shared/ids.ts';
import { type Clause, ClauseHead, sha256Of, type Template, TemplateHead } from './clause.ts';
import type { Usual } from './defaults.ts';
import { variablesUsed } from './liquid.ts';
import type { Library } from './read.ts';

/** What a workspace's template says besides its clauses. */
const OwnHead = TemplateHead.pick({ title: true, about: true, requires: true, defaults: true }).extend({
  /** Made where every default has a field, so what is missing was left out on purpose. Versions from before don't say so. */
  everyDefault: z.literal(true).optional(),
});

/** The library has a clause named `own-work`, so the letters after it count. */
const OWN_ID = /^own-[a-z]{10}$/;

/** A clause a workspace wrote itself. It is never protected and always marked as custom wording. */
export const OwnClause = z.strictObject({
  id: z.string().regex(OWN_ID),
  title: z.string().min(3).max(60),
  kind: ClauseHead.shape.kind,
  when: ClauseHead.shape.when,
  text: z.string().min(1).max(4_000),
  why: z.string().max(240),
});
export type OwnClause = z.infer<typeof OwnClause>;

const Entry = z.discriminatedUnion('from', [
  /** The library's text is used as it is when a contract is made; version and hash say what it was when this was saved. */
  z.strictObject({
    from: z.literal('library'),
    id: z.string().max(60),
    version: z.int(),
    sha256: z.string().length(64),
  }),
  z.strictObject({ from: z.literal('own'), clause: OwnClause }),
]);
export type Entry = z.infer<typeof Entry>;

export const TemplateContent = z.strictObject({ head: OwnHead, entries: z.array(Entry).min(1).max(80) });
export type TemplateContent = z.infer<typeof TemplateContent>;

/** One wording of a workspace's template; it never changes, an edit makes the next. */
export type TemplateVersion = TemplateContent & {
  templateId: Id<'template'>;
  number: number;
  memberId: Id<'member'>;
  restored: number | null;
  createdAt: Date;
  /** Defaults that saving it lost and that were put back from the first version; see `template-lost.ts`. */
  lost: readonly Usual[];
};

export type OwnTemplate = {
  workspaceId: Id<'workspace'>;
  id: Id<'template'>;
  fromId: string;
  archivedAt: Date | null;
  /** The newest version, which contracts are made of. */
  current: TemplateVersion;
};

/** Whether a clause's id is one of a workspace's own clause. */
export const isOwn = (id: string) => OWN_ID.test(id);

export const entryId = (entry: Entry) => (entry.from === 'own' ? entry.clause.id : entry.id);

/** The same template has the same hash, in whatever order its JSON came. */
export function contentSha256(content: TemplateContent): string {
  const { head, entries } = content;
  return sha256Of(JSON.stringify(TemplateContent.parse({ head, entries })));
}

/** What a copy of the library's template begins as. */
export function copyOf(template: Template, title: string): TemplateContent {
  const { about, requires, defaults, clauses } = template;
  return { head: { title, about, requires, defaults, everyDefault: true }, entries: clauses.map(entryOf) };
}

export function entryOf({ id, version, sha256 }: Clause): Entry {
  return { from: 'library', id, version, sha256 };
}

/** An own clause as every clause is read, so that contracts are made of both alike. */
export function clauseOf(own: OwnClause): Clause {
  const { id, title, kind, when, text, why } = own;
  const head = ClauseHead.safeExtend({ why: z.string() }).parse({
    id,
    version: 1,
    title,
    protected: false,
    custom: true,
    kind,
    ...(when && { when }),
    uses: variablesUsed(text),
    why,
  });
  return { ...head, family: id, source: text, sha256: sha256Of(text) };
}

/** The clauses of a content in its order, the library's as they are now. */
export function clausesOf({ entries }: TemplateContent, { clauses }: Pick<Library, 'clauses'>): Clause[] {
  return entries.flatMap((entry) => (entry.from === 'own' ? clauseOf(entry.clause) : (clauses.get(entry.id) ?? [])));
}

/** The template that contracts are made of: the workspace's choice and words, with the library's clauses as they are now. */
export function templateFrom(
  own: Pick<OwnTemplate, 'id' | 'fromId' | 'current'>,
  { clauses, templates }: Library,
): Template {
  const { head, number } = own.current;
  const { everyDefault: _, ...said } = head;
  const base = templates.find(({ id }) => id === own.fromId) ?? templates[0];
  return {
    ...base,
    ...said,
    priced: base?.priced ?? true,
    id: own.id,
    version: number,
    own: { fromId: own.fromId },
    clauses: clausesOf(own.current, { clauses }),
  };
}

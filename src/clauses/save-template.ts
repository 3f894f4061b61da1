import { tryClauses } from '../contracts/try-template.ts';
import { type Core, transact, type Work } from '../platform/work.ts';
import type { Id } from '../shared/ids.ts';
import { notFound, Refusal } from '../shared/refusal.ts';
import { lockWorkspace } from '../workspaces/read.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { library, templateOf } from './read.ts';
import { contentSha256, copyOf, type OwnTemplate, type TemplateContent, templateFrom } from './template.ts';
import { type ContentProblem, checkContent, ownClausesOf, TemplateRefusal } from './template-check.ts';
import { copiedBy, ownTemplateById, ownTemplatesOf, templateVersionsOf } from './template-read.ts';
import { insertTemplate, insertTemplateVersion, lockTemplate, moveToArchive, noteTemplate } from './template-store.ts';

type Owner = Pick<Visit, 'workspace' | 'member'>;

/** As many as a list in Slack can show beside the library's. */
const TEMPLATES_MAX = 40;

/** Makes a template of the workspace's own from one of the library's. The same form sent twice makes one. */
export async function copyTemplate(
  core: Core,
  { workspace, member }: Owner,
  copy: { fromId: string; key: string },
): Promise<Id<'template'>> {
  const base = templateOf(copy.fromId);
  if (!base) throw notFound('template');
  if (!base.priced) throw new Refusal('template.unpriced', NOT_COPIED);
  return transact(core, workspace.id, async (work) => {
    await lockWorkspace(work);
    const made = await copiedBy(work.tx, workspace.id, copy.key);
    if (made) return made;
    const own = await ownTemplatesOf(work.tx, workspace.id);
    if (own.length >= TEMPLATES_MAX)
      throw new Refusal(
        'template.too-many-kept',
        `A workspace has room for ${TEMPLATES_MAX} templates. Edit one you have.`,
      );
    const templateId = await insertTemplate(work, { fromId: base.id, copyKey: copy.key });
    const content = copyOf(base, freeTitle(base.title, own));
    await insertTemplateVersion(work, { templateId, number: 1, memberId: member.id, content, restored: null });
    const detail = { from: base.id, text: contentSha256(content) };
    await noteTemplate(work, { kind: 'template.copied', templateId, actor: member.id, detail });
    return templateId;
  });
}

/** Its clauses hang together, and nothing of what the editor sets (deposit, days to pay, cancelling, rights) is in it. */
export const NOT_COPIED =
  'This one stands as it is: nothing is paid under it, so it has no defaults to set. Your own words go into Special terms.';

function freeTitle(title: string, own: readonly OwnTemplate[]): string {
  const taken = new Set(own.map(({ current }) => current.head.title));
  const first = `${title}, our way`.slice(0, 55);
  for (let count = 1; ; count++) {
    const name = count === 1 ? first : `${first} ${count}`;
    if (!taken.has(name)) return name;
  }
}

export type Saving = {
  templateId: string;
  /** The number of the version that was edited. */
  after: number;
  content: TemplateContent;
  /** The number of the version that is brought back. */
  restored?: number;
};

/**
 * Makes the next version of a template, tried with contracts of every kind first. Saved twice it is one.
 *
 * @throws TemplateRefusal with all that stands against it; Refusal `template.saved-meanwhile` when somebody else was quicker.
 */
export async function saveTemplate(core: Core, { workspace, member }: Owner, saving: Saving): Promise<number> {
  const { templateId, content } = saving;
  const own = await ownTemplateById(core.db, workspace.id, templateId);
  const problems = await problemsOf(own, content);
  if (problems.length > 0) throw new TemplateRefusal(problems);
  return transact(core, workspace.id, async (work) => {
    await lockTemplate(work, templateId);
    const { current } = await ownTemplateById(work.tx, workspace.id, templateId);
    if (current.lost.length === 0 && contentSha256(current) === contentSha256(content)) return current.number;
    if (current.number !== saving.after)
      throw new Refusal('template.saved-meanwhile', 'Somebody saved this template while you were editing it.');
    await checkTitle(work, templateId, content.head.title);
    const number = current.number + 1;
    const restored = saving.restored ?? null;
    await insertTemplateVersion(work, { templateId, number, memberId: member.id, content, restored });
    const detail = { number, text: contentSha256(content) };
    await noteTemplate(work, { kind: 'template.saved', templateId, actor: member.id, detail });
    return number;
  });
}

/** Everything that stands against a content, the making of contracts included. */
export async function problemsOf(own: OwnTemplate, content: TemplateContent): Promise<ContentProblem[]> {
  const base = templateOf(own.fromId) ?? templateOf('general');
  if (!base) throw notFound('template');
  const problems = checkContent(content, base, library());
  if (problems.some(({ at }) => at === 'entries')) return problems;
  const tried = ownClausesOf(content, problems).map(({ id }) => id);
  // A text that can't be read can't be parsed either, so it is left out of the trial.
  const entries = content.entries.filter((entry) => entry.from !== 'own' || tried.includes(entry.clause.id));
  const template = templateFrom({ ...own, current: { ...own.current, ...content, entries } }, library());
  const failed = await tryClauses(template, tried);
  return [...problems, ...failed.map(({ id, line, sentence }) => ({ at: id, line, sentence }))];
}

/** Two templates of one name could not be told apart in the form. */
async function checkTitle(work: Work, templateId: string, title: string): Promise<void> {
  const others = (await ownTemplatesOf(work.tx, work.workspaceId)).filter(({ id }) => id !== templateId);
  const titles = [...others.map(({ current }) => current.head.title), ...library().templates.map((each) => each.title)];
  if (titles.some((each) => each.toLowerCase() === title.toLowerCase()))
    throw new TemplateRefusal([
      { at: 'title', sentence: 'Another template has this name. Choose one that tells them apart.' },
    ]);
}

/** Brings an old version back, as the newest one. */
export async function restoreTemplate(
  core: Core,
  owner: Owner,
  back: { templateId: string; number: number; after: number },
): Promise<number> {
  const versions = await templateVersionsOf(core.db, owner.workspace.id, back.templateId);
  const version = versions.find(({ number }) => number === back.number);
  if (!version) throw notFound('template');
  const { head, entries } = version;
  return saveTemplate(core, owner, { ...back, content: { head, entries }, restored: back.number });
}

/** Takes a template out of the form, or puts it back. Contracts that were made of it stay as they are. */
export async function archiveTemplate(
  core: Core,
  { workspace, member }: Owner,
  templateId: string,
  archived: boolean,
): Promise<void> {
  await transact(core, workspace.id, async (work) => {
    await lockTemplate(work, templateId);
    const own = await ownTemplateById(work.tx, workspace.id, templateId);
    if ((own.archivedAt !== null) === archived) return;
    await moveToArchive(work, templateId, archived);
    const kind = archived ? 'template.archived' : 'template.put-back';
    await noteTemplate(work, { kind, templateId, actor: member.id, detail: {} });
  });
}

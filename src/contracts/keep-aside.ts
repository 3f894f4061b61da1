import { type Core, transact } from '../platform/work.ts';
import { newId } from '../shared/ids.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { briefById } from './draft-read.ts';
import { insertBrief, saveAside } from './draft-store.ts';
import { type Terms, termsToJson } from './terms.ts';

/** Values typed into fields that a form hides for the kind of contract chosen now, by field. */
export type Aside = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Keeps what was typed into fields that are about to be hidden, so that it comes back with them: Slack forgets what it does
 * not show, and what it lets a view carry is shorter than a list of deliverables. A form that was opened by no brief gets one
 * for it.
 *
 * @returns the id of the brief that keeps it.
 */
export async function keepAside(
  core: Core,
  { workspace, member }: Visit,
  form: { briefId: string | undefined; terms: Terms },
  aside: Aside,
): Promise<string> {
  const { briefId, terms } = form;
  if (briefId) {
    await transact(core, workspace.id, (work) => saveAside(work, { id: briefId, memberId: member.id }, aside));
    return briefId;
  }
  const id = newId('brief', core.clock.now());
  const reading = { source: 'form', terms: termsToJson(terms), questions: [], notes: [], hints: {}, aside };
  await transact(core, workspace.id, (work) =>
    insertBrief(work, { id, memberId: member.id, body: '', reading, channelId: null }),
  );
  return id;
}

/** What a form put aside before, of the person who fills it. */
export async function asideKept(core: Core, { workspace, member }: Visit, briefId: string | undefined): Promise<Aside> {
  const brief = briefId ? await briefById(core.db, workspace.id, briefId) : undefined;
  return brief?.memberId === member.id ? (brief.reading.aside ?? {}) : {};
}

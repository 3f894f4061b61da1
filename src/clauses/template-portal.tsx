import type { Context } from 'hono';
import { z } from 'zod';
import { previewPaper } from '../contracts/preview-template.ts';
import { download } from '../portal/download.ts';
import { again } from '../portal/errors.tsx';
import { readForm } from '../portal/form.ts';
import { html } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import { notFound, type Refusal } from '../shared/refusal.ts';
import { type DeskVisit, deskActorOf, deskVisitOf } from '../workspaces/desk.ts';
import { memberById } from '../workspaces/read.ts';
import { EditorPage } from './editor-page.tsx';
import { figuresIn } from './own-text.ts';
import { library, templateOf } from './read.ts';
import { problemsOf, saveTemplate } from './save-template.ts';
import { type OwnTemplate, templateFrom } from './template.ts';
import { type ContentProblem, TemplateRefusal } from './template-check.ts';
import { differencesOf } from './template-diff.ts';
import { contentOf, draftOf, moved, newOwnRow, type TemplateDraft, without, withRow } from './template-draft.ts';
import { askedIn, draftFrom, visibly } from './template-form.ts';
import { ownTemplateById, templateVersionsOf } from './template-read.ts';
import { usualOf } from './template-usual.ts';
import type { EditorView, Focus, TemplateDeskParts } from './template-view.ts';

/** New clauses go before the ones that close a contract. */
const CLOSING = 'governing-law';
const Fields = z.record(z.string().max(40), z.string());

export function editorRoutes(web: Web, parts: TemplateDeskParts): void {
  web.get('/desk/templates/:id', async (c) => {
    const visit = await deskVisitOf(parts, c);
    const own = await ownTemplateById(parts.core.db, visit.workspace.id, c.req.param('id'));
    const saved = Number(c.req.query('saved')) === own.current.number;
    return editor(c, { visit, own, draft: draftOf(own.current, own.current.number), saved });
  });
  web.post(
    '/desk/templates/:id',
    again(
      async (c) => {
        const visit = await deskActorOf(parts, c);
        const own = await ownTemplateById(parts.core.db, visit.workspace.id, c.req.param('id') ?? '');
        const fields = await readForm(c, Fields);
        return act(parts, c, { visit, own, fields });
      },
      async (c, refusal) => {
        const visit = await deskVisitOf(parts, c);
        const own = await ownTemplateById(parts.core.db, visit.workspace.id, c.req.param('id') ?? '');
        const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
        return refused(parts, c, { visit, own, fields, refusal });
      },
    ),
  );
}

type Asked = { visit: DeskVisit; own: OwnTemplate; fields: Record<string, string> };

async function act(parts: TemplateDeskParts, c: Context, { visit, own, fields }: Asked): Promise<Response> {
  const { core, documents } = parts;
  const draft = draftFrom(fields, usualOf(own.current.head.defaults));
  const { act: asked, at } = askedIn(fields);
  if (asked === 'save') {
    const saving = { templateId: own.id, after: draft.after, content: contentOf(draft, library()) };
    const number = await saveTemplate(core, visit, saving);
    return c.redirect(`/desk/templates/${own.id}?saved=${number}`, 303);
  }
  if (asked === 'preview') {
    const content = contentOf(draft, library());
    const problems = await problemsOf(own, content);
    if (problems.length > 0) throw new TemplateRefusal(problems);
    const template = templateFrom({ ...own, current: { ...own.current, ...content } }, library());
    const bytes = await documents.render(previewPaper(template, visit.business, core.clock.now()));
    return download(c, {
      filename: `${template.title} (preview).pdf`,
      contentType: 'application/pdf',
      content: bytes,
    });
  }
  const changed = changedBy(draft, asked, at, fields.add ?? '');
  return editor(c, { visit, own, draft: changed.draft, focus: changed.focus });
}

/** What a button other than Save does to the draft, and the clause that is then looked at. */
function changedBy(
  draft: TemplateDraft,
  asked: string,
  at: number,
  add: string,
): { draft: TemplateDraft; focus: Focus | undefined } {
  const id = draft.rows[at]?.id ?? '';
  if (asked === 'up') return { draft: moved(draft, at, at - 1), focus: { id, on: at === 1 ? 'down' : 'up' } };
  if (asked === 'down') {
    const last = at + 2 === draft.rows.length;
    return { draft: moved(draft, at, at + 1), focus: { id, on: last ? 'up' : 'down' } };
  }
  if (asked === 'remove') return { draft: without(draft, at), focus: undefined };
  if (asked === 'own') {
    const row = newOwnRow();
    return { draft: withRow(draft, row, CLOSING), focus: { id: row.id, on: 'title' } };
  }
  const clause = asked === 'add' ? library().clauses.get(add) : undefined;
  if (clause && !draft.rows.some((row) => row.id === clause.id))
    return {
      draft: withRow(draft, { from: 'library', id: clause.id }, CLOSING),
      focus: { id: clause.id, on: 'up' },
    };
  return { draft, focus: undefined };
}

/** The form again, with what was typed and what stands against it; nothing that was typed is lost. */
async function refused(parts: TemplateDeskParts, c: Context, at: Asked & { refusal: Refusal }): Promise<Response> {
  const { visit, own, fields, refusal } = at;
  const draft = visibly(draftFrom(fields, usualOf(own.current.head.defaults)));
  const problems = refusal instanceof TemplateRefusal ? refusal.problems : [];
  if (refusal.code !== 'template.saved-meanwhile')
    return editor(c, { visit, own, draft, problems, refusal: problems.length > 0 ? undefined : refusal });
  const { db } = parts.core;
  const versions = await templateVersionsOf(db, visit.workspace.id, own.id);
  const edited = versions.find(({ number }) => number === draft.after);
  if (!edited) throw notFound('template');
  const meanwhile = {
    by: (await memberById(db, visit.workspace.id, own.current.memberId)).name,
    number: own.current.number,
    differences: differencesOf(edited, own.current, library()),
  };
  return editor(c, { visit, own, draft: { ...draft, after: own.current.number }, meanwhile });
}

type Shown = Pick<EditorView, 'visit' | 'own' | 'draft'> & Partial<EditorView>;

function editor(c: Context, shown: Shown): Response | Promise<Response> {
  const base = templateOf(shown.own.fromId) ?? templateOf('general');
  if (!base) throw notFound('template');
  const figures = shown.draft.rows.flatMap((row): ContentProblem[] =>
    row.from === 'own' ? figuresIn(row.text).map((each) => ({ at: row.id, ...each })) : [],
  );
  const view: EditorView = {
    problems: [],
    refusal: undefined,
    saved: false,
    focus: undefined,
    meanwhile: undefined,
    ...shown,
    base,
    figures,
  };
  return c.html(html(<EditorPage view={view} />));
}

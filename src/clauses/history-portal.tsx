import type { Context } from 'hono';
import type { VNode } from 'preact';
import { z } from 'zod';
import { previewPaper } from '../contracts/preview-template.ts';
import { Act, Button, LinkButton } from '../portal/controls.tsx';
import { download } from '../portal/download.ts';
import { again } from '../portal/errors.tsx';
import { line, readForm } from '../portal/form.ts';
import { Badge, Card, Heading, html, Notice, Row } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import { formatInstant } from '../shared/dates.ts';
import { notFound, type Refusal } from '../shared/refusal.ts';
import { type DeskVisit, deskActorOf, deskVisitOf } from '../workspaces/desk.ts';
import { DeskPage } from '../workspaces/desk-page.tsx';
import { memberById } from '../workspaces/read.ts';
import { library, templateOf } from './read.ts';
import { restoreTemplate } from './save-template.ts';
import { type OwnTemplate, type TemplateVersion, templateFrom } from './template.ts';
import { differencesOf } from './template-diff.ts';
import { Differences } from './template-differences.tsx';
import { ownTemplateById, templateVersionsOf } from './template-read.ts';
import { lostLines } from './template-usual.ts';
import type { TemplateDeskParts } from './template-view.ts';

const Restore = z.object({ number: line(6), after: line(6) });

export function historyRoutes(web: Web, parts: TemplateDeskParts): void {
  web.get('/desk/templates/:id/history', async (c) =>
    historyPage(parts, c, await deskVisitOf(parts, c), c.req.param('id'), undefined),
  );
  web.post(
    '/desk/templates/:id/restore',
    again(
      async (c) => {
        const visit = await deskActorOf(parts, c);
        const { number, after } = await readForm(c, Restore);
        const templateId = c.req.param('id') ?? '';
        const back = { templateId, number: Number(number), after: Number(after) };
        const made = await restoreTemplate(parts.core, visit, back);
        return c.redirect(`/desk/templates/${templateId}/history?now=${made}`, 303);
      },
      async (c, refusal) => historyPage(parts, c, await deskVisitOf(parts, c), c.req.param('id') ?? '', refusal),
    ),
  );
  web.get('/desk/templates/:id/preview.pdf', async (c) => {
    const visit = await deskVisitOf(parts, c);
    const template = await shownTemplate(parts, visit, c.req.param('id'), c.req.query('version'));
    const paper = previewPaper(template, visit.business, parts.core.clock.now());
    const content = await parts.documents.render(paper);
    return download(c, { filename: `${template.title} (preview).pdf`, contentType: 'application/pdf', content });
  });
}

/** The library's template, or one version of an own one; the newest unless another is asked for. */
async function shownTemplate({ core }: TemplateDeskParts, visit: DeskVisit, id: string, number: string | undefined) {
  const theirs = templateOf(id);
  if (theirs) return theirs;
  const own = await ownTemplateById(core.db, visit.workspace.id, id);
  if (number === undefined) return templateFrom(own, library());
  const versions = await templateVersionsOf(core.db, visit.workspace.id, id);
  const current = versions.find((version) => String(version.number) === number);
  if (!current) throw notFound('template');
  return templateFrom({ ...own, current }, library());
}

async function historyPage(
  { core }: TemplateDeskParts,
  c: Context,
  visit: DeskVisit,
  id: string,
  refusal: Refusal | undefined,
): Promise<Response> {
  const { workspace } = visit;
  const own = await ownTemplateById(core.db, workspace.id, id);
  const versions = await templateVersionsOf(core.db, workspace.id, id);
  const names = new Map<string, string>();
  for (const memberId of new Set(versions.map((version) => version.memberId)))
    names.set(memberId, (await memberById(core.db, workspace.id, memberId)).name);
  const asked = Number(c.req.query('version') ?? own.current.number);
  const shown = versions.find(({ number }) => number === asked) ?? own.current;
  const before = versions.find(({ number }) => number === Number(c.req.query('before') ?? shown.number - 1));
  return c.html(
    html(
      <HistoryPage
        visit={visit}
        own={own}
        versions={versions}
        names={names}
        shown={shown}
        before={before}
        refusal={refusal}
        now={c.req.query('now')}
      />,
    ),
  );
}

const listOf = (lines: ReturnType<typeof lostLines>) =>
  lines.map(({ label, value }) => `${label} (${value})`).join(', ');

type PageProps = {
  visit: DeskVisit;
  own: OwnTemplate;
  versions: readonly TemplateVersion[];
  names: ReadonlyMap<string, string>;
  shown: TemplateVersion;
  before: TemplateVersion | undefined;
  refusal: Refusal | undefined;
  now: string | undefined;
};

function HistoryPage({ visit, own, versions, names, shown, before, refusal, now }: PageProps): VNode {
  const href = `/desk/templates/${own.id}`;
  return (
    <DeskPage visit={visit} title={`History of ${own.current.head.title}`} state="history">
      <Heading lead="Every version stays. An old one comes back as the newest.">{own.current.head.title}</Heading>
      {now && !refusal && (
        <Notice>
          <p>Version {own.current.number} is the one that contracts are made of now.</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="bad">
          <p>{refusal.sentence}</p>
        </Notice>
      )}
      <Card title={before ? `Version ${shown.number} against version ${before.number}` : `Version ${shown.number}`}>
        {before ? (
          <Differences list={differencesOf(before, shown, library())} />
        ) : (
          <p>The first version, as it was copied from the library.</p>
        )}
      </Card>
      <Card title="Versions">
        {versions.map((version) => (
          <article>
            <div class="head">
              <h3>Version {version.number}</h3>
              {version.number === own.current.number && <Badge tone="good">In use</Badge>}
            </div>
            <p class="small">
              {names.get(version.memberId)}, {formatInstant(version.createdAt, visit.business.timeZone)}
              {version.restored !== null && `, as version ${version.restored} was`}
            </p>
            {version.lost.length > 0 && (
              <p class="small">
                {`Saving it lost, and it is back as in version 1: ${listOf(lostLines(version))}. Contracts drafted with it meanwhile went without.`}
              </p>
            )}
            <Row>
              {version.number > 1 && (
                <LinkButton href={`${href}/history?version=${version.number}`} look="plain">
                  {`What version ${version.number} changed`}
                </LinkButton>
              )}
              <LinkButton href={`${href}/preview.pdf?version=${version.number}`} look="plain" download>
                {`PDF of version ${version.number}`}
              </LinkButton>
            </Row>
            {version.number !== own.current.number && (
              <Act
                act="template:restore"
                action={`${href}/restore`}
                carry={{
                  business: visit.business.id,
                  number: String(version.number),
                  after: String(own.current.number),
                }}
              >
                <Button look="small">{`Bring version ${version.number} back`}</Button>
              </Act>
            )}
          </article>
        ))}
      </Card>
      <Row>
        <LinkButton href={href}>Edit</LinkButton>
        <LinkButton href="/desk/templates" look="plain">
          All templates
        </LinkButton>
      </Row>
    </DeskPage>
  );
}

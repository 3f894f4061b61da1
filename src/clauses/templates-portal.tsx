import type { Context } from 'hono';
import type { VNode } from 'preact';
import { z } from 'zod';
import { newSecret } from '../platform/crypto.ts';
import { Act, Button, LinkButton } from '../portal/controls.tsx';
import { line, readForm } from '../portal/form.ts';
import { Badge, Card, Heading, html, Notice, Row } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import { type DeskParts, type DeskVisit, deskActorOf, deskVisitOf } from '../workspaces/desk.ts';
import { BackToDesk, DeskPage } from '../workspaces/desk-page.tsx';
import type { Template } from './clause.ts';
import { historyRoutes } from './history-portal.tsx';
import { library } from './read.ts';
import { archiveTemplate, copyTemplate, NOT_COPIED } from './save-template.ts';
import type { OwnTemplate } from './template.ts';
import { editorRoutes } from './template-portal.tsx';
import { ownTemplatesOf } from './template-read.ts';
import type { TemplateDeskParts } from './template-view.ts';

const Copy = z.object({ from: line(60), key: line(100) });
const Archive = z.object({ archived: z.enum(['yes', 'no']) });

/** Where an owner keeps the workspace's own templates. */
export function templateDeskRoutes(web: Web, parts: TemplateDeskParts): void {
  web.get('/desk/templates', async (c) => listPage(parts, c, await deskVisitOf(parts, c)));
  web.post('/desk/templates/copy', async (c) => {
    const visit = await deskActorOf(parts, c);
    const { from, key } = await readForm(c, Copy);
    const id = await copyTemplate(parts.core, visit, { fromId: from, key });
    return c.redirect(`/desk/templates/${id}`, 303);
  });
  web.post('/desk/templates/:id/archive', async (c) => {
    const visit = await deskActorOf(parts, c);
    const { archived } = await readForm(c, Archive);
    await archiveTemplate(parts.core, visit, c.req.param('id'), archived === 'yes');
    return c.redirect(`/desk/templates?archived=${archived}`, 303);
  });
  historyRoutes(web, parts);
  editorRoutes(web, parts);
}

async function listPage({ core }: DeskParts, c: Context, visit: DeskVisit): Promise<Response> {
  const own = await ownTemplatesOf(core.db, visit.workspace.id);
  return c.html(html(<TemplatesPage visit={visit} own={own} archived={c.req.query('archived')} newKey={newSecret} />));
}

type PageProps = {
  visit: DeskVisit;
  own: readonly OwnTemplate[];
  archived: string | undefined;
  newKey: () => string;
};

const ARCHIVED: Readonly<Record<string, string>> = {
  yes: 'Archived. The form no longer offers it; contracts made of it stay as they are.',
  no: 'Put back. The form offers it again.',
};

function TemplatesPage({ visit, own, archived, newKey }: PageProps): VNode {
  const used = own.filter(({ archivedAt }) => archivedAt === null);
  const left = own.filter(({ archivedAt }) => archivedAt !== null);
  const said = ARCHIVED[archived ?? ''];
  return (
    <DeskPage visit={visit} title="Templates" state="templates">
      <Heading lead="A template says which clauses a contract is made of. Copy one to make it yours.">
        Templates
      </Heading>
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      {used.length > 0 && (
        <Card title="Your own">
          {used.map((template) => (
            <OwnArticle visit={visit} template={template} />
          ))}
        </Card>
      )}
      <Card title="The library’s">
        {library().templates.map((template) => (
          <LibraryArticle visit={visit} template={template} newKey={newKey} />
        ))}
      </Card>
      {left.length > 0 && (
        <Card title="Archived">
          {left.map((template) => (
            <article>
              <h3>{template.current.head.title}</h3>
              <ArchiveAct visit={visit} template={template} archived="no" label="Put back" />
            </article>
          ))}
        </Card>
      )}
      <BackToDesk />
    </DeskPage>
  );
}

/** A template of the library; one without a price has nothing that a workspace could set. */
function LibraryArticle(props: { visit: DeskVisit; template: Template; newKey: () => string }): VNode {
  const { visit, template, newKey } = props;
  const { id, title, about, priced } = template;
  const preview = (
    <LinkButton href={`/desk/templates/${id}/preview.pdf`} look="plain" download>
      Preview as PDF
    </LinkButton>
  );
  return (
    <article>
      <h3>{title}</h3>
      <p>{about}</p>
      {priced ? (
        <Act
          act="template:copy"
          action="/desk/templates/copy"
          carry={{ business: visit.business.id, from: id, key: newKey() }}
        >
          <Row>
            <Button look="plain" aria-label={`Copy and edit “${title}”`}>
              Copy and edit
            </Button>
            {preview}
          </Row>
        </Act>
      ) : (
        <>
          <p class="small">{NOT_COPIED}</p>
          <Row>{preview}</Row>
        </>
      )}
    </article>
  );
}

function OwnArticle({ visit, template }: { visit: DeskVisit; template: OwnTemplate }): VNode {
  const { title, about } = template.current.head;
  const own = template.current.entries.filter(({ from }) => from === 'own').length;
  const href = `/desk/templates/${template.id}`;
  return (
    <article>
      <div class="head">
        <h3>{title}</h3>
        <Badge>Version {template.current.number}</Badge>
        {template.current.lost.length > 0 && <Badge tone="warn">Look it over</Badge>}
      </div>
      <p>{about}</p>
      {own > 0 && <p class="small">{own === 1 ? 'One own clause' : `${own} own clauses`}, marked as custom wording.</p>}
      <Row>
        <LinkButton href={href}>Edit</LinkButton>
        <LinkButton href={`${href}/preview.pdf`} look="plain" download>
          Preview as PDF
        </LinkButton>
        <LinkButton href={`${href}/history`} look="plain">
          History
        </LinkButton>
      </Row>
      <ArchiveAct visit={visit} template={template} archived="yes" label="Archive" />
    </article>
  );
}

function ArchiveAct(props: { visit: DeskVisit; template: OwnTemplate; archived: 'yes' | 'no'; label: string }): VNode {
  const { visit, template, archived, label } = props;
  return (
    <Act
      act="template:archive"
      action={`/desk/templates/${template.id}/archive`}
      carry={{ business: visit.business.id, archived }}
    >
      <Button look="small" aria-label={`${label} “${template.current.head.title}”`}>
        {label}
      </Button>
    </Act>
  );
}

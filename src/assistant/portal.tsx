import type { VNode } from 'preact';
import { z } from 'zod';
import type { ModelConfig } from '../platform/config-vendors.ts';
import { Act, Button, More } from '../portal/controls.tsx';
import { readForm } from '../portal/form.ts';
import { Badge, Card, Facts, Heading, html, Row, Table } from '../portal/layout.tsx';
import type { Web } from '../portal/web.ts';
import { type DeskParts, type DeskVisit, deskActorOf, deskVisitOf } from '../workspaces/desk.ts';
import { BackToDesk, DeskPage } from '../workspaces/desk-page.tsx';
import { keepModelWords } from './keep-words.ts';
import { useOf } from './read.ts';
import { type UseView, useView } from './use.ts';

export type ModelDeskParts = DeskParts & { config: { model: ModelConfig | undefined } };

const Keep = z.object({ keep: z.enum(['yes', 'no']) });

/** What the model was asked and what it came to, for owners alone. */
export function modelDeskRoutes(web: Web, parts: ModelDeskParts): void {
  const { core, config } = parts;
  web.get('/desk/model', async (c) => {
    const visit = await deskVisitOf(parts, c);
    const use = await useOf(core.db, visit.workspace.id, core.clock.now());
    return c.html(html(<ModelPage visit={visit} view={useView(use, config.model, visit.business.timeZone)} />));
  });
  web.post('/desk/model', async (c) => {
    const visit = await deskActorOf(parts, c);
    const { keep } = await readForm(c, Keep);
    await keepModelWords(core, visit, keep === 'yes');
    return c.redirect('/desk/model', 303);
  });
}

export function ModelPage({ visit, view }: { visit: DeskVisit; view: UseView }): VNode {
  return (
    <DeskPage visit={visit} title="The model" state={view.keeps ? 'keeping' : 'not-keeping'}>
      <Heading
        lead={
          view.model
            ? `${view.model} helps to draft. Whatever it does not do, rules do.`
            : 'No model is set up, so everything is drafted by rule.'
        }
      >
        The model
      </Heading>
      <Card title="Today (UTC)">
        <Facts rows={view.today} />
      </Card>
      <Card title="This month (UTC)">
        <Facts rows={view.month} />
      </Card>
      <Card
        title="What is kept"
        aside={<Badge tone={view.keeps ? 'warn' : 'good'}>{view.keeps ? 'Words are kept' : 'No words are kept'}</Badge>}
      >
        <p>
          {view.keeps
            ? `What the model is told and what it says is kept for ${view.keptDays} days, for owners to read below. It holds what clients wrote.`
            : 'Of each call its time, model, tokens, cost and outcome are kept, and none of its words.'}
        </p>
        <Act
          act="model:keep"
          action="/desk/model"
          carry={{ business: visit.business.id, keep: view.keeps ? 'no' : 'yes' }}
        >
          <Row>
            <Button look="plain">
              {view.keeps ? 'Stop keeping, and delete what is kept' : `Keep the words for ${view.keptDays} days`}
            </Button>
          </Row>
        </Act>
      </Card>
      <LastCalls view={view} />
      <BackToDesk />
    </DeskPage>
  );
}

function LastCalls({ view }: { view: UseView }): VNode {
  if (view.calls.length === 0)
    return (
      <Card title="Last calls">
        <p>None yet.</p>
      </Card>
    );
  return (
    <Card title="Last calls">
      <Table
        caption="Last calls"
        columns={[
          { label: 'When' },
          { label: 'What', far: true },
          { label: 'Outcome' },
          { label: 'Tokens', number: true },
          { label: 'Cost', number: true },
        ]}
        rows={view.calls.map(({ when, what, how, tokens, cost }) => [when, what, how, tokens, cost])}
      />
      {view.calls.map(({ when, words }) =>
        words ? (
          <More label={`Words of ${when}`}>
            <p class="small">Told</p>
            <p class="words">{words.told}</p>
            <p class="small">Said</p>
            <p class="words">{words.said}</p>
          </More>
        ) : null,
      )}
    </Card>
  );
}

import type { VNode } from 'preact';
import { Act, Button, LinkButton, More, Select } from '../portal/controls.tsx';
import { Card, Heading, Notice, Row } from '../portal/layout.tsx';
import { cut } from '../shared/typed.ts';
import { DeskPage } from '../workspaces/desk-page.tsx';
import type { Clause } from './clause.ts';
import { HeadCard, UsualCard } from './editor-head.tsx';
import { ClauseRow } from './editor-row.tsx';
import { SIDES } from './ladder.ts';
import { clausesToAdd, library } from './read.ts';
import type { ContentProblem } from './template-check.ts';
import { Differences } from './template-differences.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { lostLines } from './template-usual.ts';
import type { EditorView } from './template-view.ts';
import { VARIABLES } from './variables.ts';

export function EditorPage({ view }: { view: EditorView }): VNode {
  const { visit, own, draft, problems, refusal, saved } = view;
  const action = `/desk/templates/${own.id}`;
  const carry: Record<string, string> = { business: visit.business.id, after: String(draft.after) };
  for (const name of ['fee', 'endOn']) if (draft.requires.includes(name)) carry[`needs-${name}`] = 'yes';
  return (
    <DeskPage
      visit={visit}
      title={`Edit ${own.current.head.title}`}
      state={problems.length > 0 ? 'refused' : 'editing'}
    >
      <Heading
        lead={`Version ${own.current.number} is in use. Saving makes the next one; contracts that exist stay as they are.`}
      >
        {own.current.head.title}
      </Heading>
      {saved && (
        <Notice>
          <p>Saved as version {own.current.number}. Choose it under “Kind of work” when you draft a contract.</p>
        </Notice>
      )}
      <PutBack view={view} />
      <Meanwhile view={view} />
      <Problems list={problems} draft={draft} />
      <Act act="template:save" action={action} carry={carry} refusal={refusal}>
        {/* Enter in a field presses the first button of a form: this one saves nothing and moves nothing. */}
        <button type="submit" name="do" value="look" hidden tabIndex={-1}>
          Show it again
        </button>
        <HeadCard view={view} />
        <UsualCard view={view} />
        <ClausesCard view={view} />
        <VariablesCard />
        <Row>
          <Button name="do" value="save">
            Save as a new version
          </Button>
          <Button look="plain" name="do" value="preview">
            Preview as PDF
          </Button>
          <LinkButton href={`${action}/history`} look="plain">
            History
          </LinkButton>
        </Row>
      </Act>
      <LinkButton href="/desk/templates" look="plain">
        All templates
      </LinkButton>
    </DeskPage>
  );
}

/** What saving this template lost once, and that it is there again. */
function PutBack({ view: { own } }: { view: EditorView }): VNode | undefined {
  const { number } = own.current;
  const lines = lostLines(own.current);
  if (lines.length === 0) return undefined;
  return (
    <Notice tone="warn" title="Some of what this template says was lost, and is back">
      <ul>
        {lines.map(({ label, value }) => (
          <li>
            {label}: {value}
          </li>
        ))}
      </ul>
      <p>
        This page had no fields for these and dropped them when version {number} or one before it was saved. They are
        again as in version 1, for new contracts. Contracts drafted meanwhile went without them: look at their rights
        and costs before you rely on them. Change what you want and save.
      </p>
    </Notice>
  );
}

function Meanwhile({ view: { meanwhile } }: { view: EditorView }): VNode | undefined {
  if (!meanwhile) return undefined;
  return (
    <Notice tone="warn" title={`${meanwhile.by} saved version ${meanwhile.number} while you were editing`}>
      <p>
        What you typed is still below and not saved. Take over what you want to keep of theirs; saving again makes yours
        the newest version.
      </p>
      <Differences list={meanwhile.differences} />
    </Notice>
  );
}

function Problems({ list, draft }: { list: readonly ContentProblem[]; draft: TemplateDraft }): VNode | undefined {
  if (list.length === 0) return undefined;
  const whole = list.filter(({ at }) => at === 'entries');
  const others = list.length - whole.length;
  const numbers = draft.rows.flatMap(({ id }, index) =>
    list.some(({ at }) => at === id || at === `${id}-title`) ? [index + 1] : [],
  );
  return (
    <Notice tone="bad" title="Not saved yet">
      {whole.map(({ sentence }) => (
        <p>{sentence}</p>
      ))}
      {others > 0 && (
        <p>
          {numbers.length > 0 ? `See clause ${numbers.join(' and ')}` : 'See the fields'} below; each says what to
          change.
        </p>
      )}
    </Notice>
  );
}

function ClausesCard({ view }: { view: EditorView }): VNode {
  const { draft } = view;
  const { clauses } = library();
  const families = new Set(draft.rows.map(({ id }) => clauses.get(id)?.family ?? id));
  const offered = clausesToAdd(families);
  return (
    <Card title="Clauses, in order">
      <p class="small">
        Move a clause with its buttons, or write another number before it and press any button. Own clauses are marked
        as custom wording in the contract.
      </p>
      <ol class="entries">
        {draft.rows.map((row, at) => (
          <ClauseRow view={view} row={row} at={at} />
        ))}
      </ol>
      {offered.length > 0 && (
        <Select
          label="Clause of the library"
          name="add"
          value=""
          choices={{
            '': 'choose one',
            ...Object.fromEntries(offered.map((clause) => [clause.id, addLabel(clause, offered)])),
          }}
          optional
        />
      )}
      <Row>
        {offered.length > 0 && (
          <Button look="plain" name="do" value="add">
            Add this clause
          </Button>
        )}
        <Button look="plain" name="do" value="own">
          Add an own clause
        </Button>
      </Row>
    </Card>
  );
}

/** A clause that stands in several wordings says whose side each takes; the others say why they stand. */
function addLabel({ family, title, why, variant, places }: Clause, offered: readonly Clause[]): string {
  if (offered.filter((each) => each.family === family).length === 1) return cut(`${title}: ${why}`, 90);
  const where = places.length > 0 ? `, ${places.join(' and ')} only` : '';
  return `${title} (${SIDES[variant].toLowerCase()}${where})`;
}

const KINDS = { words: 'words', count: 'a number', list: 'a list', flag: 'yes or no' } as const;

function VariablesCard(): VNode {
  return (
    <Card title="What an own clause can say">
      <p>
        Write <code>{'{{ depositSum }}'}</code> where the sum of the deposit should stand: it then always agrees with
        the terms. Write <code>{'{% if booking %} … {% endif %}'}</code> around words that stand only with a booking.
      </p>
      <More label="All values">
        <dl class="facts">
          {Object.entries(VARIABLES).map(([name, { kind, says }]) => (
            <>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {says} <span class="small">({KINDS[kind]})</span>
              </dd>
            </>
          ))}
        </dl>
        <p class="small">
          A list is gone through like this: <code>{'{% for item in deliverables %}- {{ item }}{% endfor %}'}</code>
        </p>
      </More>
    </Card>
  );
}

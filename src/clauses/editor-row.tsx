import type { VNode } from 'preact';
import { Area, Button, Field, More, Select } from '../portal/controls.tsx';
import { Badge } from '../portal/layout.tsx';
import { library } from './read.ts';
import { whyNeeded } from './template-check.ts';
import type { DraftRow } from './template-draft.ts';
import { type EditorView, type Focus, refusalAt } from './template-view.ts';
import { OWN_KINDS, STANDS_WHEN } from './variables.ts';

type RowProps = { view: EditorView; row: DraftRow; at: number };

export function ClauseRow({ view, row, at }: RowProps): VNode {
  const { draft, focus, base } = view;
  const clause = row.from === 'library' ? library().clauses.get(row.id) : undefined;
  const title = (row.from === 'own' ? row.title : clause?.title) || (row.from === 'own' ? 'Own clause' : row.id);
  const ids = draft.rows.map(({ id }) => id);
  const stays = row.from === 'library' ? whyNeeded(row.id, ids, base, library()) : undefined;
  const stands = clause?.when ? STANDS_WHEN[clause.when] : undefined;
  const focused = (on: Focus['on']) => focus?.id === row.id && focus.on === on;
  const last = at === draft.rows.length - 1;
  return (
    <li id={row.id}>
      <input type="hidden" name={`clause${at}`} value={row.id} />
      <p class="name">
        {title} {(row.from === 'own' || clause?.custom) && <Badge tone="warn">Custom wording</Badge>}
      </p>
      <div class="moves">
        <input
          type="text"
          inputMode="numeric"
          name={`place${at}`}
          value={String(at + 1)}
          maxLength={3}
          aria-label={`Number of “${title}”`}
        />
        <Button
          look="small"
          name="do"
          value={`up.${at}`}
          disabled={at === 0}
          autofocus={focused('up')}
          aria-label={`Move “${title}” up`}
        >
          Up
        </Button>
        <Button
          look="small"
          name="do"
          value={`down.${at}`}
          disabled={last}
          autofocus={focused('down')}
          aria-label={`Move “${title}” down`}
        >
          Down
        </Button>
        {!stays && (
          <Button look="small" name="do" value={`remove.${at}`} aria-label={`Remove “${title}”`}>
            Remove
          </Button>
        )}
      </div>
      {stands && <p class="small">Stands when {stands}.</p>}
      {stays && <p class="small">{stays}</p>}
      {clause && (
        <More label={`Read “${title}”`}>
          <p class="small">{clause.why}</p>
          <p class="source">{clause.source}</p>
        </More>
      )}
      {row.from === 'own' && <OwnFields view={view} row={row} at={at} focused={focused('title')} />}
    </li>
  );
}

function OwnFields(props: {
  view: EditorView;
  row: Extract<DraftRow, { from: 'own' }>;
  at: number;
  focused: boolean;
}): VNode {
  const { view, row, at, focused } = props;
  const { problems, figures } = view;
  const number = at + 1;
  return (
    <div class="own">
      <Field
        label={`Title of clause ${number}`}
        name={`title${at}`}
        value={row.title}
        max={60}
        autocomplete="off"
        focus={focused}
        refusal={refusalAt(problems, `${row.id}-title`, `title${at}`)}
      />
      <Area
        label={`Text of clause ${number}`}
        name={`text${at}`}
        value={row.text}
        max={4_000}
        hint="Paragraphs, **bold**, and lists whose lines begin with “- ”. Values are written like {{ total }}."
        refusal={refusalAt(problems, row.id, `text${at}`)}
      />
      {figures
        .filter((each) => each.at === row.id)
        .map(({ line, sentence }) => (
          <p class="small">
            <Badge tone="warn">Line {line}</Badge> {sentence}
          </p>
        ))}
      <Select
        label={`Clause ${number} stands when`}
        name={`when${at}`}
        value={row.when}
        choices={STANDS_WHEN}
        optional
      />
      <Select label={`Clause ${number} is about`} name={`kind${at}`} value={row.kind} choices={OWN_KINDS} />
      <Field
        label={`Why clause ${number} is there`}
        name={`why${at}`}
        value={row.why}
        max={240}
        optional
        autocomplete="off"
        hint="For whoever asks; it is not part of the contract."
      />
    </div>
  );
}

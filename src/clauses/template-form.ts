import { typedLine } from '../shared/typed.ts';
import { visible } from './inert.ts';
import { isOwn } from './template.ts';
import { type DraftRow, moved, type TemplateDraft } from './template-draft.ts';
import type { UsualDraft } from './template-usual.ts';

/** More rows than a template can have are no form of ours. */
const ROWS_MAX = 120;

type Fields = Readonly<Record<string, string>>;

/**
 * What the editor's form holds, with the numbers that were typed before clauses put into effect. A field that an older page
 * did not have stands as it stood in the template: the page can't have meant to empty it.
 */
export function draftFrom(fields: Fields, stood: UsualDraft): TemplateDraft {
  const line = (name: string) => typedLine(fields[name] ?? '').slice(0, 300);
  const rows: DraftRow[] = [];
  const wanted: { id: string; place: number }[] = [];
  for (let at = 0; at < ROWS_MAX && fields[`clause${at}`] !== undefined; at++) {
    const row = rowFrom(fields, at);
    rows.push(row);
    const place = Number(line(`place${at}`));
    if (Number.isInteger(place) && place >= 1 && place !== at + 1) wanted.push({ id: row.id, place });
  }
  const draft: TemplateDraft = {
    after: Number(line('after')) || 0,
    title: line('title'),
    about: line('about'),
    deposit: line('deposit'),
    revisions: line('revisions'),
    netDays: line('netDays'),
    cancelling: line('cancelling'),
    noticeDays: line('noticeDays'),
    tiers: visible(fields.tiers ?? '').slice(0, 600),
    ...usualIn(fields, stood),
    requires: ['fee', 'endOn', 'deliverables', 'revisions', 'booking'].filter(
      (name) => line(`needs-${name}`) === 'yes',
    ),
    rows,
  };
  return wanted.reduce(
    (so, { id, place }) =>
      moved(
        so,
        so.rows.findIndex((row) => row.id === id),
        place - 1,
      ),
    draft,
  );
}

function usualIn(fields: Fields, stood: UsualDraft): UsualDraft {
  const names = Object.keys(stood) as (keyof UsualDraft)[];
  const typed = names.map(
    (name) => [name, fields[name] === undefined ? stood[name] : typedLine(fields[name])] as const,
  );
  return Object.fromEntries(typed.map(([name, value]) => [name, value.slice(0, 300)])) as UsualDraft;
}

function rowFrom(fields: Fields, at: number): DraftRow {
  const id = typedLine(fields[`clause${at}`] ?? '').slice(0, 60);
  if (!isOwn(id)) return { from: 'library', id };
  const line = (name: string) => typedLine(fields[`${name}${at}`] ?? '');
  return {
    from: 'own',
    id,
    title: line('title').slice(0, 120),
    kind: line('kind'),
    when: line('when'),
    // As it was typed: what can't be seen in it is told, not dropped in silence.
    text: (fields[`text${at}`] ?? '').replace(/\r\n?/g, '\n').slice(0, 12_000),
    why: line('why').slice(0, 300),
  };
}

/** The same with what can't be seen taken out, for the form that tells of it. */
export function visibly(draft: TemplateDraft): TemplateDraft {
  return { ...draft, rows: draft.rows.map((row) => (row.from === 'own' ? { ...row, text: visible(row.text) } : row)) };
}

/** What a pressed button asks for: `up.3`, `add`, `save`. */
export function askedIn(fields: Fields): { act: string; at: number } {
  const [, act = 'look', at = '-1'] = /^([a-z]+)(?:\.(\d{1,3}))?$/.exec(fields.do ?? '') ?? [];
  return { act, at: Number(at) };
}

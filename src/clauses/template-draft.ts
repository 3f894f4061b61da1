import { randomInt } from 'node:crypto';
import type { Library } from './read.ts';
import { type Entry, entryOf, type OwnClause, type TemplateContent } from './template.ts';
import { type ContentProblem, TemplateRefusal } from './template-check.ts';
import { percent, type Wrong, whole } from './template-figures.ts';
import { type UsualDraft, usualFrom, usualOf } from './template-usual.ts';
import { lineOfTier, tiersFrom } from './tiers.ts';

/** A template as a form holds it: everything as it was typed, right or wrong. */
export type TemplateDraft = UsualDraft & {
  /** The number of the version that is edited. */
  after: number;
  title: string;
  about: string;
  deposit: string;
  revisions: string;
  netDays: string;
  cancelling: string;
  noticeDays: string;
  tiers: string;
  requires: string[];
  rows: DraftRow[];
};
export type DraftRow = { from: 'library'; id: string } | ({ from: 'own' } & OwnDraft);
export type OwnDraft = { id: string; title: string; kind: string; when: string; text: string; why: string };

/** What a template may ask for besides what every contract needs, in words. */
export const ASKED_FOR: Readonly<Record<string, string>> = {
  deliverables: 'what the client gets',
  revisions: 'rounds of revisions',
  booking: 'a booking with its time',
};

export function draftOf({ head, entries }: TemplateContent, after: number): TemplateDraft {
  const { depositMilli, revisions, netDays, cancellation } = head.defaults;
  return {
    after,
    title: head.title,
    about: head.about,
    deposit: String(depositMilli / 1000),
    revisions: revisions === null ? '' : String(revisions),
    netDays: String(netDays),
    cancelling: cancellation.kind,
    noticeDays: cancellation.kind === 'notice' ? String(cancellation.days) : '14',
    tiers: cancellation.kind === 'tiers' ? cancellation.tiers.map(lineOfTier).join('\n') : '',
    ...usualOf(head.defaults),
    requires: [...head.requires],
    rows: entries.map((entry) =>
      entry.from === 'library'
        ? { from: 'library', id: entry.id }
        : { from: 'own', ...entry.clause, when: entry.clause.when ?? '' },
    ),
  };
}

/** What a draft says, or everything that can't be read in it, by field. */
export function contentOf(draft: TemplateDraft, { clauses }: Library): TemplateContent {
  const problems: ContentProblem[] = [];
  const wrong: Wrong = (at, sentence) => {
    problems.push({ at, sentence });
    return 0;
  };
  const title = draft.title.trim();
  const about = draft.about.trim();
  if (title.length < 3 || title.length > 60) wrong('title', 'Give it a name of 3 to 60 characters.');
  if (about.length < 10 || about.length > 120) wrong('about', 'Say in 10 to 120 characters what it is for.');
  const defaults = {
    depositMilli: percent(draft.deposit) ?? wrong('deposit', 'Write a number from 0 to 100, like 30.'),
    revisions:
      draft.revisions.trim() === ''
        ? null
        : (whole(draft.revisions, 20) ?? wrong('revisions', 'Write a whole number from 0 to 20, or nothing.')),
    netDays: whole(draft.netDays, 120) ?? wrong('netDays', 'Write a whole number of days from 0 to 120.'),
    cancellation: cancellationOf(draft, wrong),
    ...usualFrom(draft, wrong),
  };
  const entries = draft.rows.flatMap((row): Entry[] => {
    if (row.from === 'own') return ownEntry(row, wrong);
    const clause = clauses.get(row.id);
    if (!clause) wrong('entries', 'A clause is not there any more. Remove it and save again.');
    return clause ? [entryOf(clause)] : [];
  });
  if (problems.length > 0) throw new TemplateRefusal(problems);
  return { head: { title, about, requires: draft.requires, defaults, everyDefault: true }, entries };
}

function cancellationOf(draft: TemplateDraft, wrong: Wrong): TemplateContent['head']['defaults']['cancellation'] {
  if (draft.cancelling !== 'tiers') {
    const days = whole(draft.noticeDays, 90);
    if (days === undefined) wrong('noticeDays', 'Write a whole number of days from 0 to 90.');
    return { kind: 'notice', days: days ?? 0 };
  }
  const tiers = tiersFrom(draft.tiers);
  if (!tiers)
    wrong(
      'tiers',
      'Write one step for each time on a line of its own, like “14 days: 50%” or “48 hours: 100%”, eight at most.',
    );
  return { kind: 'tiers', tiers: tiers ?? [] };
}

function ownEntry({ from, ...row }: Extract<DraftRow, { from: 'own' }>, wrong: Wrong): Entry[] {
  const title = row.title.trim();
  const text = row.text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  if (title.length < 3 || title.length > 60) wrong(`${row.id}-title`, 'Give the clause a title of 3 to 60 characters.');
  if (!text) wrong(row.id, 'Write what the clause says, or remove it.');
  const when = row.when ? { when: row.when } : {};
  return [
    {
      from,
      clause: {
        id: row.id,
        title,
        kind: row.kind as OwnClause['kind'],
        ...when,
        text,
        why: row.why.trim().slice(0, 240),
      },
    },
  ];
}

/** Moves one row to a place, counted from 0; the others close up. */
export function moved(draft: TemplateDraft, from: number, to: number): TemplateDraft {
  const rows = [...draft.rows];
  const [row] = rows.splice(from, 1);
  if (row) rows.splice(Math.max(0, Math.min(rows.length, to)), 0, row);
  return { ...draft, rows };
}

export function without(draft: TemplateDraft, at: number): TemplateDraft {
  return { ...draft, rows: draft.rows.filter((_, index) => index !== at) };
}

/** A new clause goes before the last ones, which close a contract. */
export function withRow(draft: TemplateDraft, row: DraftRow, before: string): TemplateDraft {
  const at = draft.rows.findIndex(({ id }) => id === before);
  const rows = [...draft.rows];
  rows.splice(at < 0 ? rows.length : at, 0, row);
  return { ...draft, rows };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function newOwnRow(): DraftRow {
  const id = `own-${Array.from({ length: 10 }, () => LETTERS[randomInt(26)]).join('')}`;
  return { from: 'own', id, title: '', kind: 'custom', when: '', text: '', why: '' };
}

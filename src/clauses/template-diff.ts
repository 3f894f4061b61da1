import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Library } from './read.ts';
import { type Entry, entryId, type TemplateContent } from './template.ts';
import { ASKED_FOR, draftOf } from './template-draft.ts';
import { usualLines } from './template-usual.ts';
import { OWN_KINDS, STANDS_WHEN } from './variables.ts';

export type Piece = { readonly words: string; readonly how: 'same' | 'added' | 'removed' };
/** What became of one thing between two versions, in words; `pieces` show a text with what came and went. */
export type Difference = {
  readonly what: string;
  readonly how: 'added' | 'removed' | 'moved' | 'changed';
  readonly was?: string;
  readonly now?: string;
  readonly pieces?: readonly Piece[];
};

/** Everything that differs between two versions, the head first, then clause by clause in the order of the newer one. */
export function differencesOf(older: TemplateContent, newer: TemplateContent, library: Library): Difference[] {
  return [
    ...headDifferences(older, newer),
    ...orderDifferences(older, newer, library),
    ...textDifferences(older, newer, library),
  ];
}

const HEAD = {
  title: 'Name',
  about: 'What it is for',
  deposit: 'Usual deposit in percent',
  revisions: 'Rounds of revisions',
  netDays: 'Days to pay',
  cancelling: 'Cancelling',
  requires: 'Asked for',
} as const;

function headDifferences(older: TemplateContent, newer: TemplateContent): Difference[] {
  const [was, now] = [headWords(older), headWords(newer)];
  const head = (Object.keys(HEAD) as (keyof typeof HEAD)[])
    .filter((name) => was[name] !== now[name])
    .map((name) => ({
      ...{ what: HEAD[name], how: 'changed' as const },
      ...{ was: was[name] || 'none', now: now[name] || 'none' },
    }));
  return [...head, ...usualDifferences(older, newer)];
}

/** What a template may leave to its clauses, in the words of contracts and cards. */
function usualDifferences(older: TemplateContent, newer: TemplateContent): Difference[] {
  const [was, now] = [usualLines(older.head.defaults), usualLines(newer.head.defaults)];
  const labels = new Set([...was, ...now].map(({ label }) => label));
  const said = (lines: typeof was, what: string) => lines.find(({ label }) => label === what)?.value ?? LEFT_OPEN;
  return [...labels]
    .map((what) => ({ what, how: 'changed' as const, was: said(was, what), now: said(now, what) }))
    .filter((one) => one.was !== one.now);
}

const LEFT_OPEN = 'as the clauses say';

function headWords(content: TemplateContent): Record<keyof typeof HEAD, string> {
  const { title, about, deposit, revisions, netDays, cancelling, noticeDays, tiers, requires } = draftOf(content, 0);
  const scale = tiers.split('\n').join(', ');
  return {
    ...{ title, about, deposit, revisions, netDays },
    cancelling: cancelling === 'tiers' ? scale : `${noticeDays} days of notice`,
    requires: requires.flatMap((name) => ASKED_FOR[name] ?? []).join(', '),
  };
}

function titleOf(entry: Entry | undefined, { clauses }: Library): string {
  if (!entry) return '';
  return entry.from === 'own' ? entry.clause.title : (clauses.get(entry.id)?.title ?? entry.id);
}

/** What is the longest run both have in one order stays; what both have and is out of it was moved. */
function orderDifferences(older: TemplateContent, newer: TemplateContent, library: Library): Difference[] {
  const [was, now] = [older.entries.map(entryId), newer.entries.map(entryId)];
  const found: Difference[] = [];
  const byId = (content: TemplateContent, id: string) => content.entries.find((entry) => entryId(entry) === id);
  for (const part of diffArrays(was, now)) {
    if (!part.added && !part.removed) continue;
    for (const id of part.value) {
      const both = was.includes(id) && now.includes(id);
      if (part.removed && !both) found.push({ what: titleOf(byId(older, id), library), how: 'removed' });
      if (part.added)
        found.push(
          both
            ? {
                what: titleOf(byId(newer, id), library),
                how: 'moved',
                was: `number ${was.indexOf(id) + 1}`,
                now: `number ${now.indexOf(id) + 1}`,
              }
            : { what: titleOf(byId(newer, id), library), how: 'added', ...newText(byId(newer, id)) },
        );
    }
  }
  return found;
}

const newText = (entry: Entry | undefined) =>
  entry?.from === 'own' ? { pieces: [{ words: entry.clause.text, how: 'added' as const }] } : {};

function textDifferences(older: TemplateContent, newer: TemplateContent, library: Library): Difference[] {
  return newer.entries.flatMap((entry): Difference[] => {
    const before = older.entries.find((each) => entryId(each) === entryId(entry));
    if (!before) return [];
    const what = titleOf(entry, library);
    if (entry.from === 'library' || before.from === 'library') {
      if (entry.from === before.from && 'sha256' in entry && 'sha256' in before && entry.sha256 !== before.sha256)
        return [
          { what, how: 'changed', was: `the library’s version ${before.version}`, now: `its version ${entry.version}` },
        ];
      return [];
    }
    const [a, b] = [before.clause, entry.clause];
    const found: Difference[] = [];
    if (a.title !== b.title) found.push({ what: 'Title of a clause', how: 'changed', was: a.title, now: b.title });
    if (a.when !== b.when)
      found.push({
        what: `When “${what}” stands`,
        how: 'changed',
        was: STANDS_WHEN[a.when ?? ''] ?? '',
        now: STANDS_WHEN[b.when ?? ''] ?? '',
      });
    if (a.kind !== b.kind) {
      const kinds: Readonly<Record<string, string>> = OWN_KINDS;
      found.push({
        what: `What “${what}” is about`,
        how: 'changed',
        was: kinds[a.kind] ?? '',
        now: kinds[b.kind] ?? '',
      });
    }
    if (a.why !== b.why)
      found.push({ what: `Why “${what}” is there`, how: 'changed', was: a.why || 'none', now: b.why || 'none' });
    if (a.text !== b.text) found.push({ what, how: 'changed', pieces: piecesOf(a.text, b.text) });
    return found;
  });
}

function piecesOf(was: string, now: string): Piece[] {
  return diffWordsWithSpace(was, now).map(({ value, added, removed }) => ({
    words: value,
    how: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

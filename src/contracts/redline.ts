import { diffArrays } from 'diff';
import { toText } from '../clauses/clause.ts';
import { clauseById, familyOf } from '../clauses/read.ts';
import type { VersionClause } from './contract.ts';
import { changedThings, type Deliverable, deliverableWords } from './deliverable.ts';
import type { Terms } from './terms.ts';
import { depositWords, summaryLines } from './terms-summary.ts';

/** A stretch of words that stayed, went or came. */
export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly words: string };
export type ClauseRedline = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly pieces: readonly Piece[];
};
/** What of the terms is other than it was, in a line each. */
export type TermLine = { readonly label: string; readonly words: string };

type Worded = Pick<VersionClause, 'id' | 'number' | 'title' | 'markdown'>;

/** Beyond this many words put in or taken out a clause counts as written anew: nobody reads such a redline. */
const EDITS_MAX = 1_500;
/** Words shown on each side of a change. */
const AROUND = 8;

/** A sum with its currency is one word, so that none is shown without it. */
const WORD = /[A-Z]{3} -?\d\S*|\n|\S+/g;

/** Two texts word by word; a new paragraph is a word of its own. */
export function redlineOf(before: string, after: string): Piece[] {
  const tokens = (text: string): string[] => text.replace(/\n+/g, ' \n ').match(WORD) ?? [];
  const [old, next] = [tokens(before), tokens(after)];
  const changes = diffArrays(old, next, { maxEditLength: EDITS_MAX });
  if (!changes) return [piece('gone', old), piece('new', next)].filter(({ words }) => words !== '');
  return changes.map(({ added, removed, value }) => piece(added ? 'new' : removed ? 'gone' : 'same', value));
}

const piece = (kind: Piece['kind'], words: readonly string[]): Piece => ({ kind, words: words.join(' ') });

/** Every clause whose words are not what they were, each with what went and what came. */
export function clauseRedlines(before: readonly Worded[], after: readonly Worded[]): ClauseRedline[] {
  const title = ({ number, title: words }: Worded) => `${number}. ${words}`;
  const changed = after.flatMap((clause): ClauseRedline[] => {
    const old = before.find(({ id }) => familyOf(id) === familyOf(clause.id));
    const words = toText(clause.markdown);
    if (!old) return [{ id: clause.id, title: title(clause), kind: 'added', pieces: [{ kind: 'new', words }] }];
    const pieces = redlineOf(toText(old.markdown), words);
    return pieces.every(({ kind }) => kind === 'same')
      ? []
      : [{ id: clause.id, title: title(clause), kind: 'changed', pieces: shortened(pieces) }];
  });
  const removed = before
    .filter(({ id }) => !after.some((clause) => familyOf(clause.id) === familyOf(id)))
    .map(
      (clause): ClauseRedline => ({
        id: clause.id,
        title: title(clause),
        kind: 'removed',
        pieces: [{ kind: 'gone', words: toText(clause.markdown) }],
      }),
    );
  return [...changed, ...removed];
}

/** Long stretches that stayed are cut to the words beside a change. */
function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((one, at) => {
    const words = one.words.split(' ');
    const [first, last] = [at === 0, at === pieces.length - 1];
    if (one.kind !== 'same' || words.length <= AROUND * (first || last ? 1 : 2) + 2) return one;
    const [head, tail] = [first ? [] : words.slice(0, AROUND), last ? [] : words.slice(-AROUND)];
    return { kind: 'same', words: [...head, '…', ...tail].join(' ') };
  });
}

/** The terms that changed, as `Deposit: EUR 2,000.00 (50%) → EUR 1,600.00 (40%)`. */
export function termLines(before: Terms, after: Terms): TermLine[] {
  const [old, next] = [linesOf(before), linesOf(after)];
  const labels = [...new Set([...old.keys(), ...next.keys()])];
  const lines = labels.flatMap((label) => {
    const [was, is] = [old.get(label), next.get(label)];
    if (was === is) return [];
    if (label === 'Delivers')
      return [{ label, words: listed(before.deliverables?.value ?? [], after.deliverables?.value ?? []) }];
    if (was === undefined) return [{ label, words: `${is} (new)` }];
    return [{ label, words: `${was} → ${is ?? 'taken out'}` }];
  });
  return [...lines, ...otherWordings(before, after)];
}

/** Not which side a wording is on: the client reads these lines too. */
function otherWordings(before: Terms, after: Terms): TermLine[] {
  const [old, next] = [before.variants?.value ?? {}, after.variants?.value ?? {}];
  const families = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return families
    .filter((family) => (old[family] ?? family) !== (next[family] ?? family))
    .map((family) => ({ label: clauseById(family)?.title ?? family, words: 'in another wording' }));
}

function linesOf(terms: Terms): Map<string, string> {
  const lines = new Map(summaryLines(terms).map(({ label, value }) => [label, value]));
  if (terms.fee || terms.rate) lines.set('Deposit', depositWords(terms).replace(/, due on signature$/, ''));
  return new Map([...(terms.title ? [['Title', terms.title.value] as const] : []), ...lines]);
}

function listed(things: readonly Deliverable[], others: readonly Deliverable[]): string {
  const pairs = changedThings(things, others).map((pair) => pair.map(deliverableWords));
  const [before, after] = [things, others].map((all, side) =>
    all.map(deliverableWords).filter((line) => !pairs.some((pair) => pair[side] === line)),
  ) as [string[], string[]];
  const quoted = (items: readonly string[]) => items.map((item) => `“${item}”`).join(', ');
  const [gone, come] = [before.filter((item) => !after.includes(item)), after.filter((item) => !before.includes(item))];
  const parts = [
    ...pairs.map(([was, is]) => `“${was}” → “${is}”`),
    ...(come.length > 0 ? [`adds ${quoted(come)}`] : []),
    ...(gone.length > 0 ? [`drops ${quoted(gone)}`] : []),
  ];
  return parts.join('; ') || 'in another order';
}

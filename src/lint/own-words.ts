import { plainText, toText } from '../clauses/clause.ts';
import { deliverableLines, deliverableWords } from '../contracts/deliverable.ts';
import { slotsIn, type TermName, type Terms, term } from '../contracts/terms.ts';
import { changed, type Fix, type LintScene, type Quote, quoteOf, sentencesOf } from './finding.ts';

/** Terms that hold the freelancer's own wording, as it stands in the contract. */
const FIELDS = ['specialTerms', 'scopeNotes', 'acceptanceNotes'] as const;
type Field = (typeof FIELDS)[number];

export type OwnSentence = { field: Field; text: string };

/** What the freelancer worded themselves, sentence by sentence. */
export function ownSentences(terms: Terms): OwnSentence[] {
  return FIELDS.flatMap((field) =>
    sentencesOf(plainText(terms[field]?.value ?? '')).map((text): OwnSentence => ({ field, text })),
  );
}

/** The same, and what is delivered. */
export function ownLines(terms: Terms): string[] {
  return [...deliverableLines(terms), ...ownSentences(terms).map(({ text }) => text)];
}

/** Words of the contract that are not the library's, and the term they are typed into; an own clause is of none. */
export type OwnWords = { readonly text: string; readonly field: TermName | undefined };

/** Clauses that hold what the terms hold, which is looked at there. */
const SLOT_CLAUSES = ['special-terms', 'scope-notes', 'acceptance-notes'];

/**
 * Everything the contract says in other words than the library's: notes and special terms, what is delivered, what the work
 * is called, its parts, where it takes place, what an NDA is about, and a workspace's own clauses.
 */
export function ownWording({ terms, clauses }: LintScene): OwnWords[] {
  const lines = (field: TermName, texts: readonly (string | null | undefined)[]) =>
    texts.flatMap((text) => sentencesOf(plainText(text ?? '')).map((each): OwnWords => ({ field, text: each })));
  const own = clauses.filter(({ id, custom }) => custom && !SLOT_CLAUSES.includes(id));
  return [
    ...ownSentences(terms),
    ...lines('deliverables', deliverableLines(terms)),
    ...lines('title', [terms.title?.value]),
    ...lines(
      'milestones',
      (terms.milestones?.value ?? []).map(({ label }) => label),
    ),
    ...lines(
      'booking',
      slotsIn(terms).map(({ place }) => place),
    ),
    ...lines('purpose', [terms.purpose?.value]),
    ...own.flatMap(({ markdown }) => sentencesOf(toText(markdown)).map((text) => ({ field: undefined, text }))),
  ];
}

/** Where one's own sentence stands in the contract. */
export function quoteOwn(scene: LintScene, text: string): Quote {
  const line = plainText(text, { oneLine: true });
  return quoteOf(scene, line) ?? { clause: 'Your own wording', sentence: line };
}

/** The terms without one sentence of one's own. */
export function withoutSentence(terms: Terms, { field, text }: OwnSentence, label = 'Take the sentence out'): Fix {
  const lines = plainText(terms[field]?.value ?? '')
    .split('\n')
    .map((line) =>
      sentencesOf(line)
        .filter((sentence) => sentence !== text)
        .join(' '),
    );
  const left = lines.join('\n').trim();
  const next: Terms = { ...terms, [field]: left ? term(left, 'form') : undefined };
  if (!left) delete next[field];
  return { label, terms: next };
}

/** The terms without these words, where one press can take them out: a title or a clause of one's own needs others. */
export function withoutWords(terms: Terms, { field, text }: OwnWords): Fix | undefined {
  const slot = FIELDS.find((each) => each === field);
  if (slot) return withoutSentence(terms, { field: slot, text });
  if (field !== 'deliverables') return undefined;
  const left = (terms.deliverables?.value ?? []).filter(
    (thing) => !sentencesOf(plainText(deliverableWords(thing))).includes(text),
  );
  return left.length > 0 ? { label: 'Take the line out', terms: changed(terms, { deliverables: left }) } : undefined;
}

/** The longest that the special terms may be. */
const SPECIAL_MAX = 1_500;

/** The terms with one sentence more among the special terms; none when there is no room left. */
export function withSentence(terms: Terms, sentence: string, label: string): Fix | undefined {
  const text = [terms.specialTerms?.value, sentence].filter(Boolean).join('\n');
  if (text.length > SPECIAL_MAX) return undefined;
  return { label, terms: { ...terms, specialTerms: term(text, 'form') } };
}

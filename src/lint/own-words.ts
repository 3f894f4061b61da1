import { plainText } from '../clauses/clause.ts';
import { type Terms, term } from '../contracts/terms.ts';
import { type Fix, type LintScene, type Quote, quoteOf, sentencesOf } from './finding.ts';

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
  return [...(terms.deliverables?.value ?? []), ...ownSentences(terms).map(({ text }) => text)];
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

/** The longest that the special terms may be. */
const SPECIAL_MAX = 1_500;

/** The terms with one sentence more among the special terms; none when there is no room left. */
export function withSentence(terms: Terms, sentence: string, label: string): Fix | undefined {
  const text = [terms.specialTerms?.value, sentence].filter(Boolean).join('\n');
  if (text.length > SPECIAL_MAX) return undefined;
  return { label, terms: { ...terms, specialTerms: term(text, 'form') } };
}

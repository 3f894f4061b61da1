import { checkMoving } from '../contracts/moving-check.ts';
import { checkScale } from '../contracts/scale-check.ts';
import type { TermName, Terms } from '../contracts/terms.ts';
import { checkTerms } from '../contracts/terms-check.ts';
import { changed, type Fix, type Found, type Grade, type LintScene, type Rule } from './finding.ts';
import { type OwnSentence, type OwnWords, ownSentences, quoteOwn, withoutWords } from './own-words.ts';

type Values = Parameters<typeof changed>[1];

/** What is offered against words that say something else than a term. */
export type Against = {
  /** What the words say and what the contract says, in one sentence. */
  readonly sentence: string;
  readonly term: TermName;
  /** The term as the words have it, where one press can make it that. */
  readonly make?: Fix | undefined;
  readonly edit?: string | undefined;
  /** Where nobody can be sure that the words mean the term. */
  readonly grade?: Grade | undefined;
};

/** Words of one's own against a term: either they go, or the term becomes what they say. */
export function against(scene: LintScene, own: OwnWords, { sentence, term, make, edit, grade }: Against): Found {
  const out = withoutWords(scene.terms, own);
  return {
    sentence,
    field: own.field ?? term,
    quote: quoteOwn(scene, own.text),
    fix: out ?? make,
    also: out && make ? [make] : undefined,
    // An own clause is worded on the desk.
    way: own.field ? undefined : { opens: 'templates' },
    edit: edit ?? (own.field ? undefined : 'Change the term, or the clause on the desk.'),
    grade,
  };
}

/** A press that makes a term what one's own words say; none where the contract could not stand like that. */
export function making(scene: LintScene, label: string, values: Values): Fix | undefined {
  const terms = changed(scene.terms, values);
  const problems = [
    ...checkTerms(terms, scene.today, scene.template?.requires),
    ...checkScale(terms),
    ...checkMoving(terms),
  ];
  return problems.length === 0 ? { label, terms } : undefined;
}

/** The first words that a check has something against; those that are doubtful only where no others are. */
export const firstAgainst =
  (words: (scene: LintScene) => readonly OwnWords[], check: (scene: LintScene, own: OwnWords) => Against | undefined) =>
  (scene: LintScene): Found | undefined => {
    let doubtful: Found | undefined;
    for (const own of words(scene)) {
      const said = check(scene, own);
      if (said && !said.grade) return against(scene, own, said);
      if (said) doubtful ??= against(scene, own, said);
    }
    return doubtful;
  };

const NO_REFUND =
  /\b(non-?\s?refundable|not refundable|no refunds?|not be refunded|never refunded|forfeit(?:s|ed)?)\b/i;

/** The sentence that keeps money whatever happens, if there is one. */
export function keptWhatever(terms: Terms): OwnSentence | undefined {
  return ownSentences(terms).find(({ text }) => NO_REFUND.test(text));
}

export const NON_REFUNDABLE: Rule = {
  id: 'custom.non-refundable',
  title: '“Non-refundable”',
  grade: 'suggests',
  check: (scene) => {
    const own = keptWhatever(scene.terms);
    return (
      own &&
      against(scene, own, {
        sentence:
          '“Non-refundable” differs from the clause on cancelling, which says what is owed and what is returned.',
        term: 'cancellation',
        edit: 'Or word it as a fee for cancelling.',
      })
    );
  },
};

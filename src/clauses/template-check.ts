import { unprintable } from '../documents/fonts.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Clause, Template } from './clause.ts';
import { USUAL } from './defaults.ts';
import { pointersOf } from './ladder.ts';
import { checkOwnText } from './own-text.ts';
import type { Library } from './read.ts';
import { clauseOf, clausesOf, entryId, isOwn, type OwnClause, type TemplateContent } from './template.ts';
import { FIELD_OF, isTold } from './template-usual.ts';
import { OWN_KINDS, STANDS_WHEN } from './variables.ts';

/** What stands against a template: at a field of its head, or at an own clause and a line of its text. */
export type ContentProblem = { readonly at: string; readonly line?: number | undefined; readonly sentence: string };

/** A template that can't be saved, with everything that stands against it. */
export class TemplateRefusal extends Refusal {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const [first] = problems;
    super('template.refused', first?.sentence ?? 'Look at the template again.', first?.at);
    this.problems = problems;
  }
}

const OWN_CLAUSES_MAX = 15;
const ENTRIES_MAX = 70;

/** Clauses that the law or what the app does after the signature rests on, wherever the library's template has them. */
const NEEDED = new Set([
  ...['parties', 'scope', 'fee', 'deposit', 'payment', 'late-payment-business', 'late-payment-private'],
  ...['booking-date', 'cancellation-tiers', 'ending-early', 'private-client-rights', 'governing-law'],
  ...['electronic-signature', 'whole-agreement', 'scope-notes', 'acceptance-notes', 'special-terms'],
]);

/** Values that a form may say: where the library's template tells them, some clause has to. */
const AGREED = [
  'deliverables',
  'startOn',
  'endOn',
  'revisions',
  'bookingOn',
  'total',
  'payWithin',
  'milestones',
  'rateCap',
];

/** Why a clause can't be taken out of a template with these, in a sentence; undefined where it can. */
export function whyNeeded(id: string, ids: readonly string[], base: Template, library: Library): string | undefined {
  const clause = library.clauses.get(id);
  if (!clause || !ids.includes(id)) return undefined;
  const rest = ids.filter((each) => each !== id);
  const [first] = missingIn(rest, base, library);
  return first?.sentence.replace(/^“[^”]*” can’t be left out/, 'Stays').replace(/ Add it again\.$/, '');
}

/** Clauses that stand in every contract of a template, which others may point at, by id and by family. */
function standingIn(content: TemplateContent, { clauses }: Library): string[] {
  return content.entries.flatMap((entry) => {
    const clause = entry.from === 'library' ? clauses.get(entry.id) : undefined;
    return clause && !clause.when && clause.places.length === 0 ? [clause.id, clause.family] : [];
  });
}

/** Everything that can be seen without making contracts of it. */
export function checkContent(content: TemplateContent, base: Template, library: Library): ContentProblem[] {
  const { head, entries } = content;
  const ids = entries.map(entryId);
  const problems: ContentProblem[] = [];
  const licence = head.defaults.rights?.kind === 'licence' ? head.defaults.rights : undefined;
  const typed = {
    title: head.title,
    about: head.about,
    licenceUse: licence?.use,
    licenceTerritory: licence?.territory,
  };
  for (const [at, words] of Object.entries(typed)) {
    const sentence = words && unprintable(words);
    if (sentence) problems.push({ at, sentence });
  }
  const own = entries.flatMap((entry) => (entry.from === 'own' ? entry.clause : []));
  if (own.length > OWN_CLAUSES_MAX || ids.length > ENTRIES_MAX)
    problems.push({
      at: 'entries',
      sentence: `A template has room for ${OWN_CLAUSES_MAX} own clauses. Put two into one.`,
    });
  const families = ids.map((id) => library.clauses.get(id)?.family ?? id);
  if (new Set(families).size < families.length)
    problems.push({ at: 'entries', sentence: 'A clause stands twice. Remove one.' });
  if (families[0] !== 'parties')
    problems.push({
      at: 'entries',
      sentence: 'A contract begins with who it is between: move that clause to the top.',
    });
  const pointers = standingIn(content, library);
  const stray = untoldIn(content, library);
  return [...problems, ...missingIn(ids, base, library), ...stray, ...own.flatMap((each) => checkOwn(each, pointers))];
}

/** Defaults that the card would show and no clause would say, each at its field. */
function untoldIn(content: TemplateContent, library: Library): ContentProblem[] {
  const { defaults } = content.head;
  const clauses = clausesOf(content, library);
  return USUAL.filter((name) => !isTold(name, defaults, clauses)).map((name) => ({
    at: FIELD_OF[name],
    sentence: 'No clause below says this. Add one that does, or leave it to the clauses.',
  }));
}

function missingIn(ids: readonly string[], base: Template, { clauses }: Library): ContentProblem[] {
  const there = ids.flatMap((id) => clauses.get(id) ?? []);
  const at = 'entries';
  const problems: ContentProblem[] = [];
  if (ids.some((id) => !isOwn(id) && !clauses.has(id)) || there.some(({ variant }) => variant === 'walk-away'))
    problems.push({ at, sentence: 'A clause is not there any more. Remove it and save again.' });
  for (const { family, title } of base.clauses)
    if (NEEDED.has(family) && !there.some((clause) => clause.family === family))
      problems.push({ at, sentence: `“${title}” can’t be left out: a contract needs it. Add it again.` });
  for (const name of AGREED) {
    const telling = base.clauses.find(({ uses }) => uses.includes(name));
    if (telling && !there.some(({ uses }) => uses.includes(name)))
      problems.push({
        at,
        sentence: `Without “${telling.title}” the contract would not say what was agreed. Add it again.`,
      });
  }
  const everywhere = there.filter(({ places }) => places.length === 0);
  for (const { title, source } of there) {
    const lost = pointersOf(source).find(
      (pointer) => !everywhere.some(({ id, family }) => pointer.includes(id) || pointer.includes(family)),
    );
    if (!lost) continue;
    const other = clauses.get(lost[0] ?? '')?.title ?? lost[0];
    problems.push({ at, sentence: `“${title}” points at “${other}”, so the two stay or go together.` });
  }
  return problems;
}

function checkOwn(own: OwnClause, pointers: readonly string[]): ContentProblem[] {
  const at = own.id;
  const problems: ContentProblem[] = checkOwnText(own.text, pointers).map((each) => ({ at, ...each }));
  const sentence = unprintable(own.title);
  if (sentence) problems.push({ at: `${at}-title`, sentence });
  if (!Object.hasOwn(OWN_KINDS, own.kind)) problems.push({ at, sentence: 'Choose what the clause is about.' });
  if (own.when !== undefined && !Object.hasOwn(STANDS_WHEN, own.when))
    problems.push({ at, sentence: 'Choose when the clause stands.' });
  return problems;
}

/** The clauses of a content that contracts are to be tried with: its own, where their text can be read at all. */
export function ownClausesOf(content: TemplateContent, problems: readonly ContentProblem[]): Clause[] {
  return content.entries.flatMap((entry) =>
    entry.from === 'own' && !problems.some(({ at }) => at === entry.clause.id) ? clauseOf(entry.clause) : [],
  );
}

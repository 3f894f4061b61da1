import { type ChangeReading, tell } from './change.ts';
import type { Topic } from './change-parts.ts';
import { changedIn } from './change-patch.ts';
import type { TermName, Terms } from './terms.ts';

/** The terms a topic's words speak of, where "keep the …" forbids changing them. */
const KEPT: Partial<Record<Topic, readonly TermName[]>> = {
  acceptance: ['acceptanceDays'], confidentiality: ['confidentialityYears', 'secretMonths'], law: ['governingLaw'], pay: ['netDays'], start: ['startOn'],
  end: ['endOn'], special: ['specialTerms'], tax: ['taxIncluded', 'taxRateMilli', 'taxReason'], fee: ['fee'], rate: ['rate'],
}; // biome-ignore format: a table reads better in rows

export const keptBy = (topic: Topic): readonly TermName[] => KEPT[topic] ?? [topic as TermName];

type Ended = Pick<ChangeReading, 'terms' | 'open' | 'helped'> & {
  readonly before: Terms;
  readonly kept: ReadonlySet<TermName>;
  /** What was refused as it stands, by the keys of the questions: of a term that changes it is not asked. */
  readonly instead: ReadonlyMap<string, readonly string[]>;
};

/** What was read, without what the same words ask to keep: what is both changed and kept is asked. */
export function finished(state: Ended): ChangeReading {
  const { before, helped } = state;
  const changed = changedIn(before, state.terms);
  const torn = changed.filter((name) => state.kept.has(name));
  const asked = state.open.filter(
    ({ key }) => !state.instead.get(key)?.some((name) => changed.includes(name as TermName)),
  );
  if (torn.length === 0) return { terms: state.terms, changed, open: asked, helped };
  // "40% deposit, but keep the deposit": what is both changed and kept is asked.
  const terms: Record<string, unknown> = { ...state.terms };
  for (const name of torn) {
    if (before[name]) terms[name] = before[name];
    else delete terms[name];
  }
  const open = torn.map((name) =>
    tell(`k${name}`, state.terms[name]?.quote ?? '', 'The words ask to change this and to keep it.'),
  );
  return {
    terms: terms as Terms,
    changed: changed.filter((name) => !torn.includes(name)),
    open: [...asked, ...open],
    helped,
  };
}

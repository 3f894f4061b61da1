import { type Clause, type Template, toText, wordClause } from '../clauses/clause.ts';
import { fitsPlaces, SIDES } from '../clauses/ladder.ts';
import { clauseById, familyOf, inChosenWords, ladderOf } from '../clauses/read.ts';
import { countryName } from '../shared/places.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import { isSigned, type Version, type VersionClause } from './contract.ts';
import type { Terms } from './terms.ts';
import { variablesOf } from './terms-wording.ts';
import { choiceOf, partyOfBusiness } from './wording.ts';

/** A clause of a contract as the list of clauses shows it. */
export type ClauseRow = {
  readonly number: number;
  readonly title: string;
  readonly family: string;
  /** Why it is there; empty where nobody wrote that down. */
  readonly why: string;
  readonly kind: 'protected' | 'custom';
  /** Whom the wording that stands favours, where the library has several. */
  readonly side: string | undefined;
  /** How many the library has to read, and among how many one may choose, the standing one included. */
  readonly wordings: number;
  readonly choices: number;
};

/** One wording of a clause, as the terms would fill it. */
export type Wording = {
  readonly id: string;
  readonly side: string;
  readonly fits: string;
  readonly stands: boolean;
  readonly text: string;
  /** Why no press takes it, in a sentence; undefined where one does. */
  readonly bar: string | undefined;
};

/** What is looked at: a version, what it was made of, and whose it is. */
export type WordingsScene = {
  readonly version: Version;
  readonly template: Template | undefined;
  readonly business: Business;
};

export const familyIn = ({ id, family }: Pick<VersionClause, 'id' | 'family'>) => family ?? familyOf(id);

/** Every clause that stands in a version, in its order. */
export function clauseRows(scene: WordingsScene): ClauseRow[] {
  const { version, template } = scene;
  const fill = filler(scene);
  return version.clauses.map((clause) => {
    const { id, number, title, custom } = clause;
    const known = clauseById(id) ?? template?.clauses.find((each) => each.id === id);
    const ladder = template ? ladderOf(familyIn(clause)) : [];
    return {
      ...{ number, title, family: familyIn(clause), why: known?.why ?? '' },
      kind: custom ? 'custom' : 'protected',
      side: known && ladder.length > 1 ? SIDES[known.variant] : undefined,
      wordings: ladder.length,
      choices: ladder.filter((each) => each.id === id || !fill(each).bar).length,
    };
  });
}

/** Whether another wording can still be taken. */
export const isOpen = (version: Pick<Version, 'state'>) => !isSigned(version) && version.state !== 'discarded';

/**
 * Every wording that the library has of a clause, from the best for the freelancer to the one to walk away from.
 *
 * @throws Refusal `clause.not-there` when the contract has no such clause.
 */
export function wordingsOf(scene: WordingsScene, family: string): { row: ClauseRow; wordings: Wording[] } {
  const standing = scene.version.clauses.find((clause) => familyIn(clause) === family);
  const row = clauseRows(scene).find((each) => each.family === family);
  if (!standing || !row)
    throw new Refusal('clause.not-there', 'That clause is not in this contract any more. Press Clauses on the card.');
  const fill = filler(scene);
  const wordings = ladderOf(family).map((clause): Wording => {
    const { id, variant, fits, why } = clause;
    const stands = id === standing.id;
    const filled = stands ? { text: toText(standing.markdown), bar: undefined } : fill(clause);
    return { id, side: SIDES[variant], fits: fits ?? why, stands, ...filled };
  });
  return { row, wordings };
}

/** Every wording is shown in full; one that can't be taken says why. */
function filler({ version, template, business }: WordingsScene): (clause: Clause) => Pick<Wording, 'text' | 'bar'> {
  const choice = choiceOf(version.terms, business);
  const chosen = template && inChosenWords(template, choice);
  const variables = variablesOf(version.terms, partyOfBusiness(business));
  return (clause) => {
    const bare = { text: clause.source, bar: 'It needs a clause that this template does not have.' };
    if (!chosen) return bare;
    const clauses = chosen.clauses.map((own) => (own.family === clause.family ? clause : own));
    try {
      const words = wordClause({ ...chosen, clauses }, clause, variables) ?? clause.source;
      return { text: toText(words), bar: barTo(clause, choice.countries) };
    } catch {
      // A wording may point at a clause that an own template left out.
      return bare;
    }
  };
}

function barTo(clause: Clause, countries: readonly string[]): string | undefined {
  if (clause.variant === 'walk-away')
    return 'Shown so that you know it when you see it. It never stands in a contract.';
  if (fitsPlaces(clause, countries)) return undefined;
  const places = clause.places.map((place) => (place === 'EU' ? 'the European Union' : countryName(place)));
  return `Made for ${places.join(' or ')}: neither side is there.`;
}

/** The terms with this wording of its family; the template's own needs no choice. */
export function withWording(terms: Terms, template: Template, clause: Pick<Clause, 'id' | 'family'>): Terms {
  const { [clause.family]: _, ...others } = terms.variants?.value ?? {};
  const isOwn = template.clauses.some(({ id }) => id === clause.id);
  const value = isOwn ? others : { ...others, [clause.family]: clause.id };
  const { variants, ...rest } = terms;
  if (Object.keys(value).length === 0) return rest;
  return { ...rest, variants: { value, origin: 'form' } };
}

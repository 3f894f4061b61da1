import { lengthsIn } from '../briefs/agreed/lengths.ts';
import { englished } from '../briefs/languages/language.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import { COUNT, countOf } from '../briefs/passages/text.ts';
import type { Clause } from '../clauses/clause.ts';
import { clauseById, ladderOf } from '../clauses/read.ts';
import { cut, holdsLink } from '../shared/typed.ts';
import { type ChangeContext, type Choice, type Patch, POINT_MAX, type Read, type Said } from './change.ts';
import { datesIn, sharesIn, sumsIn } from './change-figures.ts';
import { deliverableLines, deliverableWords } from './deliverable.ts';
import { termLines } from './redline.ts';
import type { Terms } from './terms.ts';

/** Whose wordings nobody chooses by a change in plain words: who the two sides are, and what a person wrote. */
const NEVER: readonly Clause['kind'][] = ['parties', 'custom'];
const CHOICES_MAX = 3;
/** What a choice is called, in characters: Slack holds 75. */
const LABEL_MAX = 70;

export type Pointing = {
  readonly said: Said;
  /** The words that no rule read, as they stand in the request. */
  readonly left: string;
  readonly terms: Terms;
  /** The terms with what was read and answered so far, which a choice adds to. */
  readonly now: Terms;
  readonly context: ChangeContext;
  /** The rules' own reading of a sentence; undefined for one that asks for more than one thing, or for nothing. */
  readonly read: (words: string, terms: Terms) => Read | undefined;
  /** The terms with a patch put on; undefined when they would not take it. */
  readonly patched: (patch: Patch) => Terms | undefined;
};

/**
 * The answers that a model's pointing makes of words which no rule read. A sentence of the model counts only for what the rules
 * read in it, if every figure, day and name in it stands in the words it quotes; what a choice is called says what it does to
 * the terms, in our words. Nothing of it changes anything until a person chooses it.
 */
export function pointedChoices(pointing: Pointing): Choice[] {
  const { said, left } = pointing;
  const choices = [
    ...said.restated.filter(({ quote }) => isQuoted(left, quote)).flatMap((point) => restatedChoices(point, pointing)),
    ...said.wordings
      .filter(({ quote }) => isQuoted(left, quote))
      .flatMap(({ clause }) => wordingChoice(clause, pointing.terms)),
  ];
  return choices
    .filter(({ label }, at) => choices.findIndex((one) => one.label === label) === at)
    .slice(0, CHOICES_MAX);
}

/** Called by what each does to the terms before any answer, so that an answer is known again whatever else was chosen. */
function restatedChoices(point: Said['restated'][number], pointing: Pointing): Choice[] {
  const { terms, now } = pointing;
  const patches = patchesOf(point, terms, pointing);
  const next = patchesOf(point, now, pointing);
  if (patches.length !== next.length) return [];
  return patches.flatMap((patch, at) => choiceOf(patch, next[at] ?? patch, pointing));
}

function patchesOf({ words, quote }: Said['restated'][number], terms: Terms, { context, read }: Pointing): Patch[] {
  if (!isPlain(words) || !figuresStand(words, quote, terms, context)) return [];
  const again = read(words, terms);
  if (!again) return [];
  const patches = 'patch' in again ? [again.patch] : again.choices.map(({ patch }) => patch);
  return patches.filter((patch) => Object.keys(patch).length > 0 && speaksOnlyOf(patch, quote, terms));
}

function choiceOf(shown: Patch, patch: Patch, { terms, patched }: Pointing): Choice[] {
  const next = patched(shown);
  const lines = next ? termLines(terms, next) : [];
  if (lines.length === 0) return [];
  return [{ label: cut(lines.map(({ label, words }) => `${label}: ${words}`).join('; '), LABEL_MAX), patch }];
}

/** Wordings of a clause that a request may ask for: those of the library that somebody could sign. */
export function choosableWordings(families: readonly string[]): Clause[] {
  return families.flatMap((family) => (clauseById(family) ? wordingsOf(family) : []));
}

function wordingChoice(id: string, terms: Terms): Choice[] {
  const clause = clauseById(id);
  const now = terms.variants?.value ?? {};
  if (!clause || !wordingsOf(clause.family).includes(clause) || (now[clause.family] ?? clause.family) === id) return [];
  const label = cut(`${clause.title}: ${clause.fits ?? clause.why}`, LABEL_MAX);
  return [{ label, patch: { variants: { [clause.family]: id } } }];
}

const PLAIN = /^[\p{Script=Latin}\p{M}\p{N}\s.,;:%€$£¥'’"“”()/&+\-–]+$/u;
const isPlain = (words: string) => words.length <= POINT_MAX.words && PLAIN.test(words) && !holdsLink(words);

/** Whether every figure of a sentence is in the words it stands for, and means the same there. */
function figuresStand(words: string, quote: string, terms: Terms, context: ChangeContext): boolean {
  const [said, stands] = [figuresIn(words, terms, context), figuresIn(quote, terms, context)];
  const read = figuresIn(englished(quote).text, terms, context);
  const has = (kind: keyof Figures, one: string) => stands[kind].has(one) || read[kind].has(one);
  const all = (kind: keyof Figures) => [...said[kind]].every((one) => has(kind, one));
  // A number of days in a language that the rules do not know is a bare number there.
  const known = stands.lengths.size > 0 || read.lengths.size > 0 || stands.shares.size > 0;
  return all('numbers') && all('shares') && all('sums') && all('days') && (!known || all('lengths'));
}

type Figures = Record<'numbers' | 'shares' | 'sums' | 'days' | 'lengths', Set<string>>;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d[\d.,'’]*|${COUNT}|half|third|quarter)(?![\p{L}\p{N}])`,
  'giu',
);

function figuresIn(text: string, terms: Terms, context: ChangeContext): Figures {
  const numbers = [...text.matchAll(NUMBER)]
    .map(([word]) => word.replace(/[.,'’]+$/, '').toLowerCase())
    .filter((word) => !/^(?:no|an?)$/.test(word))
    .map((word) => String(countOf(word) ?? word));
  return {
    numbers: new Set(numbers),
    shares: new Set(sharesIn(text).map(String)),
    sums: new Set(sumsIn(text, terms, context).map(({ sum, foreign }) => `${sum.minor} ${foreign ?? ''}`)),
    days: new Set(datesIn(text, context.today).map(({ day, text: words }) => day ?? words)),
    lengths: new Set(lengthsIn(text).map(({ count, unit }) => `${count} ${unit}`)),
  };
}

/** The library's own names for what a licence is for and where. */
const OURS = ['all uses', 'worldwide'];

/** What a patch would have delivered that did not stand before. */
function newThings(patch: Patch, terms: Terms): string[] {
  const stood = deliverableLines(terms);
  return (patch.deliverables ?? []).map(deliverableWords).filter((item) => !stood.includes(item));
}

/** Whether what a patch says in words is said in the quoted ones too, or stood before; a model writes no terms. */
function speaksOnlyOf(patch: Patch, quote: string, terms: Terms): boolean {
  if (patch.specialTerms !== undefined || patch.scopeNotes !== undefined || patch.acceptanceNotes !== undefined)
    return false;
  const rights = patch.rights?.kind === 'licence' ? [patch.rights.use, patch.rights.territory] : [];
  const words = [
    ...[patch.title, patch.purpose, patch.governingLaw, patch.booking?.place],
    ...newThings(patch, terms),
    ...(patch.milestones ?? []).map(({ label }) => label),
    ...rights.filter((one) => !OURS.includes(one)),
  ];
  const stood = JSON.stringify([terms.booking?.value.place, terms.rights?.value, terms.title?.value]);
  return words.every((one) => !one || isQuoted(quote, one) || stood.includes(JSON.stringify(one)));
}

const wordingsOf = (family: string): Clause[] =>
  ladderOf(family).filter(
    ({ kind, places, variant }) => variant !== 'walk-away' && places.length === 0 && !NEVER.includes(kind),
  );

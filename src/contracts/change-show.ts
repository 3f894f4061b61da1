import { templateFor } from '../clauses/template-read.ts';
import type { Database, Tx } from '../platform/database.ts';
import { dayIn } from '../shared/dates.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import { type ChangeContext, type ChangeReading, type ChangeRequest, type Open, tell } from './change.ts';
import { effectsOf } from './change-effects.ts';
import { changedIn } from './change-patch.ts';
import { type ChangeAsk, readChange } from './change-words.ts';
import type { Version } from './contract.ts';
import { type ClauseRedline, clauseRedlines, type TermLine, termLines } from './redline.ts';
import type { Terms } from './terms.ts';
import { untoldIn } from './untold-read.ts';
import { wordContract } from './wording.ts';

/** What words would make of a version: the terms first, then the clauses, what it does to the freelancer, and what is open. */
export type ShownChange = {
  readonly terms: Terms;
  /** Whether a version can be made of it. */
  readonly makes: boolean;
  readonly lines: readonly TermLine[];
  readonly clauses: readonly ClauseRedline[];
  readonly effects: readonly string[];
  readonly open: readonly Open[];
  /** Why the terms can't be put together like this. */
  readonly problems: readonly string[];
  /** Whether an answer that a model pointed at is part of it. */
  readonly helped: boolean;
  /** Why a model that is set up did not take part. */
  readonly why: string | null;
};

type Asked = Pick<ChangeRequest, 'body' | 'answers' | 'askedAt' | 'contactId' | 'said'>;

/** A request as the rules read it, without what was answered or pointed at. */
export function asRead(
  version: Pick<Version, 'terms' | 'clauses'>,
  asked: Pick<Asked, 'body' | 'askedAt' | 'contactId'>,
  { timeZone }: Pick<Business, 'timeZone'>,
): Omit<ChangeAsk, 'said' | 'answers'> & Pick<Version, 'clauses'> {
  const context: ChangeContext = { today: dayIn(timeZone, asked.askedAt), zone: timeZone };
  const origin = asked.contactId ? 'client' : 'form';
  return { words: asked.body, terms: version.terms, clauses: version.clauses, context, origin };
}

/** The same words about the same version always show the same, so what is saved is what was shown. */
export async function showChange(
  db: Database | Tx,
  version: Pick<Version, 'workspaceId' | 'terms' | 'clauses'>,
  asked: Asked,
  business: Business,
): Promise<ShownChange> {
  const { answers, said, contactId } = asked;
  const read = asRead(version, asked, business);
  const reading = readChange({ ...read, answers, said });
  const shown = ({ terms, open }: Pick<ShownChange, 'terms' | 'open'>): ShownChange => ({
    ...{ terms, open, makes: false, clauses: [], problems: [] },
    ...{ lines: termLines(version.terms, terms), effects: effectsOf(version.terms, terms) },
    ...{ helped: reading.helped, why: said?.why ?? null },
  });
  if (reading.changed.length === 0) return shown(reading);
  try {
    const template = await templateFor(db, version.workspaceId, reading.terms.template?.value ?? '');
    const wordedAs = (terms: Terms) => [...wordContract(terms, business, read.context.today, template).clauses];
    const all = wordedAs(reading.terms);
    const told = contactId ? withoutUntold(version.terms, reading, all) : reading;
    if (changedIn(version.terms, told.terms).length === 0) return shown(told);
    const clauses = told.terms === reading.terms ? all : wordedAs(told.terms);
    return { ...shown(told), makes: true, clauses: clauseRedlines(version.clauses, clauses) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = error instanceof FormRefusal ? Object.values(error.errors) : [error.sentence];
    return { ...shown(reading), problems };
  }
}

/** What a client asked for, without what no clause says: a yes to that would change nothing that they sign. */
function withoutUntold(
  before: Terms,
  { terms, changed, open }: ChangeReading,
  clauses: Parameters<typeof untoldIn>[1],
): Pick<ShownChange, 'terms' | 'open'> {
  const untold = untoldIn(terms, clauses).filter(({ name }) => changed.includes(name));
  if (untold.length === 0) return { terms, open };
  const told: Terms = { ...terms, ...Object.fromEntries(untold.map(({ name }) => [name, before[name]])) };
  const left = untold.map(({ name, words }) =>
    tell(
      `u${name}`,
      terms[name]?.quote ?? '',
      `No clause of this contract says ${words}, so a yes to this would change nothing. Counter with it in the special terms.`,
    ),
  );
  return { terms: told, open: [...open, ...left] };
}

/**
 * The answers that take a request as a model reads it: the one it points at for all that the rules left open. Undefined where it
 * points at nothing, or at several things for the same words.
 */
export function answersAsRead(open: readonly Open[]): Record<string, string> | undefined {
  const pointed = open.filter((one) => one.pointed.length > 0);
  if (pointed.length === 0 || pointed.some((one) => one.pointed.length > 1)) return undefined;
  return Object.fromEntries(pointed.flatMap(({ key, pointed: [first] }) => (first ? [[key, first.label]] : [])));
}

/** What a request would change as a model reads it; undefined where nothing comes of that. */
export async function showAsRead(
  db: Database | Tx,
  version: Pick<Version, 'workspaceId' | 'terms' | 'clauses'>,
  { request, shown }: { request: Asked; shown: Pick<ShownChange, 'open'> },
  business: Business,
): Promise<ShownChange | undefined> {
  const answers = answersAsRead(shown.open);
  if (!answers) return undefined;
  const read = await showChange(db, version, { ...request, answers: { ...request.answers, ...answers } }, business);
  return read.makes ? read : undefined;
}

/** What the second of two versions that stand changed. */
export function showVersions(before: Version, after: Version): Pick<ShownChange, 'lines' | 'clauses'> {
  return {
    lines: termLines(before.terms, after.terms),
    clauses: clauseRedlines(before.clauses, after.clauses),
  };
}

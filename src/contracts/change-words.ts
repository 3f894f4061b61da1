import { englished } from '../briefs/language.ts';
import { readableBrief } from '../briefs/text.ts';
import { cut } from '../shared/typed.ts';
import {
  ask,
  type ChangeContext,
  type ChangeReading,
  type Open,
  type Patch,
  type Read,
  type Reader,
} from './change.ts';
import { withoutOld } from './change-figures.ts';
import { readBareFigure, readDeposit, readExpenses, readKillFee, readTax } from './change-money.ts';
import { type Part, partsOf, sentencesOf, type Topic, topicsIn } from './change-parts.ts';
import { readFee, readRate } from './change-price.ts';
import { readLaw, readPortfolio, readRights } from './change-rights.ts';
import {
  readDeliverables,
  readMilestoneWords,
  readParts,
  readRevisions,
  readSpecial,
  readTitle,
  unread,
} from './change-scope.ts';
import {
  readAcceptance,
  readBareTime,
  readBooking,
  readCancellation,
  readConfidentiality,
  readEnd,
  readPay,
  readStart,
} from './change-time.ts';
import { type Origin, type TermName, Terms, term, termsToJson } from './terms.ts';

const READERS: Record<Topic, Reader> = {
  killFee: readKillFee,
  cancellation: readCancellation,
  expenses: readExpenses,
  rights: readRights,
  portfolio: readPortfolio,
  confidentiality: readConfidentiality,
  acceptance: readAcceptance,
  law: readLaw,
  milestones: readMilestoneWords,
  deposit: readDeposit,
  rate: readRate,
  revisions: readRevisions,
  pay: readPay,
  booking: readBooking,
  start: readStart,
  end: readEnd,
  special: readSpecial,
  deliverables: readDeliverables,
  title: readTitle,
  tax: readTax,
  fee: readFee,
};
/** The terms a topic's words speak of, where "keep the …" forbids changing them. */
const KEPT: Partial<Record<Topic, readonly TermName[]>> = {
  acceptance: ['acceptanceDays'], confidentiality: ['confidentialityYears'], law: ['governingLaw'], pay: ['netDays'], start: ['startOn'],
  end: ['endOn'], special: ['specialTerms'], tax: ['taxIncluded'], fee: ['fee'], rate: ['rate'],
}; // biome-ignore format: a table reads better in rows

export type ChangeAsk = {
  readonly words: string;
  readonly terms: Terms;
  readonly context: ChangeContext;
  readonly origin: Origin;
  /** What was answered to the questions of these words, by their keys. */
  readonly answers?: Readonly<Record<string, string>>;
};

/**
 * Reads by rule what plain words want changed in terms. It never guesses: what can mean two things, lacks a figure, depends on
 * something or fits no term is said and asked, and changes nothing until it is answered.
 */
export function readChange(asked: ChangeAsk): ChangeReading {
  const english = englished(readableBrief(asked.words));
  const state: State = { ...asked, before: asked.terms, open: [], set: new Map(), kept: new Set(), count: 0 };
  const written = (words: string) => english.written(words);
  for (const sentence of sentencesOf(english.text)) {
    const parts = readParts(sentence, state.terms, asked.context);
    if (parts) take(state, { quote: written(sentence.trim()), read: parts });
    else for (const part of partsOf(sentence)) takePart(state, part, written(part.quote));
  }
  return finish(state);
}

type State = Omit<ChangeAsk, 'terms'> & {
  readonly before: Terms;
  terms: Terms;
  open: Open[];
  /** What was set without counting from what stood, with the words and the value that it had before. */
  set: Map<TermName, { json: string; quote: string }>;
  kept: Set<TermName>;
  count: number;
};

function takePart(state: State, part: Part, quote: string): void {
  if (part.kind === 'keep') {
    for (const topic of topicsIn(part.said))
      for (const name of KEPT[topic] ?? [topic as TermName]) state.kept.add(name);
    return;
  }
  if (part.kind !== 'change') {
    const why =
      part.kind === 'question'
        ? 'This is a question, so it changes nothing.'
        : 'This depends on something. Say what should change in any case.';
    take(state, { quote, read: ask(why) });
    return;
  }
  take(state, { quote, read: readPart(state, part) });
}

function readPart({ terms, context }: State, { said }: Part): Read {
  const now = withoutOld(said) || said;
  // What is added, dropped or renamed by its name on the list is that thing, whatever else its name says.
  const thing = /\b(?:rename|replace|swap)\b|\bdeliverables?\b/i.test(now)
    ? readDeliverables(now, terms, context)
    : undefined;
  if (thing) return thing;
  for (const topic of topicsIn(now)) {
    const read = READERS[topic](now, terms, context);
    if (read) return read;
  }
  return (
    readDeliverables(now, terms, context) ??
    readBareFigure(now, terms, context) ??
    readBareTime(now, terms, context) ??
    unread(said, terms, true)
  );
}

const json = (value: unknown) =>
  JSON.stringify(value ?? null, (_, each) => (typeof each === 'bigint' ? `${each}` : each));

function take(state: State, { quote, read }: { quote: string; read: Read }): void {
  const key = `p${state.count}`;
  state.count += 1;
  if ('sentence' in read) {
    const answer = state.answers?.[key];
    const chosen = read.choices.find(({ label }) => label === answer);
    if (chosen) putOn(state, chosen.patch, quote);
    else state.open.push({ key, quote: cut(quote, 300), sentence: read.sentence, choices: read.choices });
    return;
  }
  const clash = (Object.keys(read.patch) as TermName[]).find((name) => {
    const before = state.set.get(name);
    return before && !read.builds && before.json !== json(read.patch[name]);
  });
  if (clash) {
    const before = state.set.get(clash);
    if (state.answers?.[key] === cut(quote, 70)) putOn(state, read.patch, quote);
    else if (state.answers?.[key] !== cut(before?.quote ?? '', 70))
      state.open.push({
        key,
        quote: cut(quote, 300),
        sentence: 'These words ask for two different things. Which one counts?',
        choices: [before?.quote ?? '', quote].map((words) => ({ label: cut(words, 70), patch: {} })),
      });
    return;
  }
  if (!read.builds)
    for (const name of Object.keys(read.patch) as TermName[])
      state.set.set(name, { json: json(read.patch[name]), quote });
  putOn(state, read.patch, quote);
}

/** Values the terms would not take are left off, as if they had not been said; `checkTerms` judges what fits together. */
function putOn(state: State, patch: Patch, quote: string): void {
  const next: Record<string, unknown> = { ...state.terms };
  for (const [name, value] of Object.entries(patch)) {
    const before = state.terms[name as TermName];
    if (value === null) delete next[name];
    else if (value !== undefined && json(before?.value) !== json(value)) next[name] = term(value, state.origin, quote);
  }
  const checked = Terms.safeParse(termsToJson(next as Terms));
  if (checked.success) state.terms = checked.data;
  else
    state.open.push({
      key: `x${state.count}`,
      quote: cut(quote, 300),
      sentence: 'The contract can’t hold this value. Use Edit terms.',
      choices: [],
    });
}

function finish(state: State): ChangeReading {
  const { before } = state;
  const names = [...new Set([...Object.keys(before), ...Object.keys(state.terms)])] as TermName[];
  const changed = names.filter((name) => json(before[name]?.value) !== json(state.terms[name]?.value));
  const torn = changed.filter((name) => state.kept.has(name));
  if (torn.length === 0) return { terms: state.terms, changed, open: state.open };
  // "40% deposit, but keep the deposit": what is both changed and kept is asked.
  const terms: Record<string, unknown> = { ...state.terms };
  for (const name of torn) {
    if (before[name]) terms[name] = before[name];
    else delete terms[name];
  }
  const open = torn.map(
    (name): Open => ({
      key: `k${name}`,
      quote: state.terms[name]?.quote ?? '',
      sentence: 'The words ask to change this and to keep it.',
      choices: [],
    }),
  );
  return {
    terms: terms as Terms,
    changed: changed.filter((name) => !torn.includes(name)),
    open: [...state.open, ...open],
  };
}

import { englished, type Language } from '../briefs/languages/language.ts';
import { numberWords } from '../briefs/languages/number-words.ts';
import { readableBrief } from '../briefs/passages/text.ts';
import { cut } from '../shared/typed.ts';
import {
  ask,
  type ChangeContext,
  type ChangeReading,
  LEAVE,
  type Open,
  type Patch,
  type Read,
  type Said,
} from './change.ts';
import { type Part, partsOf, sentencesOf, type Topic, topicsIn } from './change-parts.ts';
import { pointedChoices } from './change-points.ts';
import { readPart } from './change-readers.ts';
import { readParts } from './change-scope.ts';
import { isPriced, type Origin, type TermName, Terms, term, termsToJson } from './terms.ts';

/** The terms a topic's words speak of, where "keep the …" forbids changing them. */
const KEPT: Partial<Record<Topic, readonly TermName[]>> = {
  acceptance: ['acceptanceDays'], confidentiality: ['confidentialityYears', 'secretMonths'], law: ['governingLaw'], pay: ['netDays'], start: ['startOn'],
  end: ['endOn'], special: ['specialTerms'], tax: ['taxIncluded'], fee: ['fee'], rate: ['rate'],
}; // biome-ignore format: a table reads better in rows

export type ChangeAsk = {
  readonly words: string;
  readonly terms: Terms;
  readonly context: ChangeContext;
  readonly origin: Origin;
  /** What was answered to the questions of these words, by their keys. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Where a model pointed in the words that the rules leave open. */
  readonly said?: Said | null | undefined;
};

/**
 * Reads by rule what plain words want changed in terms. It never guesses: what can mean two things, lacks a figure, depends on
 * something or fits no term is said and asked, and changes nothing until it is answered.
 */
export function readChange(asked: ChangeAsk): ChangeReading {
  const words = readableBrief(asked.words);
  const english = englished(words, languageOfLengths(words));
  const state: State = {
    ...asked,
    before: asked.terms,
    open: [],
    set: new Map(),
    kept: new Set(),
    count: 0,
    helped: false,
  };
  const written = (words: string) => english.written(words);
  for (const sentence of sentencesOf(english.text)) {
    const parts = isPriced(state.terms) ? readParts(sentence, state.terms, asked.context) : undefined;
    if (parts) take(state, { quote: written(sentence.trim()), read: parts });
    else for (const part of partsOf(sentence)) takePart(state, part, written(part.quote));
  }
  return finish(state);
}

/** A number of them tells the language of words too few to tell it: “Laufzeit 5 Jahre”. */
const LENGTHS: readonly (readonly [Language, string])[] = [
  ['de', 'Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?'],
  ['fr', 'ans|années?|mois|semaines?|jours?|heures?'],
  ['es', 'años?|mes(?:es)?|semanas?|días?|horas?'],
];

function languageOfLengths(words: string): Language | undefined {
  const found = LENGTHS.filter(([language, units]) => {
    const numbers = numberWords(language).source;
    return new RegExp(`(?<![\\p{L}\\d])(?:\\d+|${numbers}) ?(?:${units})(?![\\p{L}])`, 'iu').test(words);
  });
  return found.length === 1 ? found[0]?.[0] : undefined;
}

type State = Omit<ChangeAsk, 'terms'> & {
  readonly before: Terms;
  terms: Terms;
  open: Open[];
  /** What was set without counting from what stood, with the words and the value that it had before. */
  set: Map<TermName, { json: string; quote: string }>;
  kept: Set<TermName>;
  count: number;
  helped: boolean;
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
  const read = readPart(part, state.terms, state.context);
  const left = isLeft(read);
  take(state, { quote, read: left ? withPoints(state, read, quote) : read, left });
}

type Question = Extract<Read, { sentence: string }>;
const isLeft = (read: Read): read is Question =>
  'sentence' in read && (read.unread === true || read.choices.length === 0);

/** A question with the answers that a model pointed at before the rules' own. */
function withPoints(state: State, read: Question, quote: string): Question {
  const { said, before, context } = state;
  if (!said) return read;
  const pointed = pointedChoices({
    ...{ said, left: quote, terms: before, context },
    read: (words, terms) => readAlone({ ...state, terms }, words),
    now: state.terms,
    patched: (patch) => patched(before, patch, state.origin, quote),
  });
  if (pointed.length === 0) return read;
  const sentence = `${read.sentence} Read with AI help, these words may mean what is offered here; nothing is taken until you choose.`;
  const own = read.choices.length > 0 ? read.choices : [LEAVE];
  return { sentence, choices: [...pointed, ...own], pointed };
}

function readAlone(state: Pick<State, 'terms' | 'context'>, words: string): Read | undefined {
  const [part, ...more] = sentencesOf(words).flatMap(partsOf);
  return part?.kind === 'change' && more.length === 0 ? readPart(part, state.terms, state.context) : undefined;
}

const json = (value: unknown) =>
  JSON.stringify(value ?? null, (_, each) => (typeof each === 'bigint' ? `${each}` : each));

type Taken = { quote: string; read: Read; left?: boolean };

function take(state: State, { quote, read, left = false }: Taken): void {
  const key = `p${state.count}`;
  state.count += 1;
  if ('sentence' in read) {
    const answer = state.answers?.[key];
    const chosen = read.choices.find(({ label }) => label === answer);
    if (chosen) {
      putOn(state, chosen.patch, quote);
      state.helped ||= read.pointed?.includes(chosen) ?? false;
    } else {
      const { sentence, choices, pointed = [] } = read;
      state.open.push({ key, quote: cut(quote, 300), sentence, choices, left, pointed });
    }
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
        ...NOTHING_LEFT,
      });
    return;
  }
  if (!read.builds)
    for (const name of Object.keys(read.patch) as TermName[])
      state.set.set(name, { json: json(read.patch[name]), quote });
  putOn(state, read.patch, quote);
}

const NOTHING_LEFT = { left: false, pointed: [] } as const;

/** Values the terms would not take are left off, as if they had not been said; `checkTerms` judges what fits together. */
function putOn(state: State, patch: Patch, quote: string): void {
  const next = patched(state.terms, patch, state.origin, quote);
  if (next) state.terms = next;
  else
    state.open.push({
      key: `x${state.count}`,
      quote: cut(quote, 300),
      sentence: 'The contract can’t hold this value. Use Edit terms.',
      choices: [],
      ...NOTHING_LEFT,
    });
}

/** Terms with new values; undefined when they can't hold them. */
function patched(terms: Terms, patch: Patch, origin: Origin, quote: string): Terms | undefined {
  const next: Record<string, unknown> = { ...terms };
  for (const [name, said] of Object.entries(patch)) {
    const before = terms[name as TermName];
    // Each wording is a choice of its own: one does not take back another.
    const value = name === 'variants' && said ? { ...terms.variants?.value, ...patch.variants } : said;
    if (value === null) delete next[name];
    else if (value !== undefined && json(before?.value) !== json(value)) next[name] = term(value, origin, quote);
  }
  return Terms.safeParse(termsToJson(next as Terms)).data;
}

function finish(state: State): ChangeReading {
  const { before, helped } = state;
  const names = [...new Set([...Object.keys(before), ...Object.keys(state.terms)])] as TermName[];
  const changed = names.filter((name) => json(before[name]?.value) !== json(state.terms[name]?.value));
  const torn = changed.filter((name) => state.kept.has(name));
  if (torn.length === 0) return { terms: state.terms, changed, open: state.open, helped };
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
      ...NOTHING_LEFT,
    }),
  );
  return {
    terms: terms as Terms,
    changed: changed.filter((name) => !torn.includes(name)),
    open: [...state.open, ...open],
    helped,
  };
}

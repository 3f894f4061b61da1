import { readableBrief } from '../briefs/passages/text.ts';
import { toCompare } from '../shared/same.ts';
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
  tell,
} from './change.ts';
import { movedAddress } from './change-address.ts';
import { type Around, aroundParts, doubtful, doubtOf, saysNo } from './change-doubts.ts';
import { finished, keptBy } from './change-kept.ts';
import { englishedRequest } from './change-lexicon.ts';
import { type Part, partsOf, sentencesOf, topicsIn } from './change-parts.ts';
import { changedIn, patched } from './change-patch.ts';
import { planIn, wishesIn } from './change-pieces.ts';
import { pointedChoices } from './change-points.ts';
import { readPart } from './change-readers.ts';
import { isPriced, type Origin, type TermName, type Terms } from './terms.ts';

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
  const all = readableBrief(asked.words);
  const address = movedAddress(all, asked.origin);
  const words = address?.rest ?? all;
  const english = englishedRequest(words);
  const context = { ...asked.context, byClient: asked.origin === 'client' };
  const state: State = {
    ...asked,
    context,
    before: asked.terms,
    open: [],
    set: new Map(),
    kept: new Set(),
    instead: new Map(),
    count: 0,
    helped: false,
  };
  if (address) take(state, address);
  const placed = aroundParts(words, english);
  for (const sentence of sentencesOf(english.text)) {
    const around = placed(sentence);
    const plan = isPriced(state.terms) ? planIn(sentence, state.terms, context) : undefined;
    if (plan) takeSure(state, plan.read, around({ quote: plan.said, said: plan.said, asked: false }));
    for (const words of plan ? plan.beside : [sentence])
      for (const part of wishesIn(words, state.terms, context)) takePart(state, part, around(part));
  }
  return finished(state);
}

type State = Omit<ChangeAsk, 'terms'> & {
  readonly before: Terms;
  terms: Terms;
  open: Open[];
  /** What was set without counting from what stood, with the words and the value that it had before. */
  set: Map<TermName, { json: string; quote: string }>;
  kept: Set<TermName>;
  /** What was refused as it stands, by the keys of the questions: of a term that changes it is not asked. */
  instead: Map<string, readonly string[]>;
  count: number;
  helped: boolean;
};

function takePart(state: State, part: Part, around: Around): void {
  const { written: quote } = around;
  if (part.kind === 'keep') takeKept(state, part, around);
  else if (part.kind === 'change') {
    const read = readPart(part, state.terms, state.context);
    const left = isLeft(read);
    takeSure(state, left ? withPoints(state, read, quote) : read, around, left);
  } else {
    const why =
      part.kind === 'question'
        ? 'This is a question, so it changes nothing.'
        : 'This depends on something. Say what should change in any case.';
    take(state, { quote, read: ask(why) });
  }
}

/** What should stay as it is, unless it names a value that does not stand: "3,000 is fine". */
function takeKept(state: State, part: Part, around: Around): void {
  const { written: quote } = around;
  const read = /\d/.test(part.said) ? readPart(part, state.terms, state.context) : undefined;
  const next = read && 'patch' in read ? patched(state.terms, read.patch, state.origin, quote) : undefined;
  const topics = topicsIn(part.said);
  if (read && next && changedIn(state.terms, next).length > 0)
    take(state, { quote, read: doubtful(saysNo(part.said) ? 'refused' : 'fine', read, state.terms, next) });
  else if (read && 'sentence' in read && read.choices.length > 0) take(state, { quote, read });
  else if (topics.length === 0 && !/\b(?:all|any\w*|every\w*|rest|else|changes?)\b/i.test(part.said))
    take(state, { quote, read: ask('I read this as a wish to keep something as it is.') });
  for (const topic of next || !read ? topics : []) for (const name of keptBy(topic)) state.kept.add(name);
}

/** Takes what was read, unless the words around it say no, speak of somebody else, or ask: then it is asked. */
function takeSure(state: State, read: Read, around: Around, left = false): void {
  const { terms, origin } = state;
  const { written: quote } = around;
  const doubt = 'patch' in read ? (doubtOf(read.patch, terms, around) ?? (read.beside && 'beside')) : undefined;
  if (!doubt || !('patch' in read)) {
    take(state, { quote, read, left });
    return;
  }
  const next = patched(terms, read.patch, origin, quote);
  const changes = !next || changedIn(terms, next).length > 0;
  // What somebody says of a value that stands, as that it was so, asks for nothing.
  if (!changes && doubt !== 'refused') return;
  if (!changes) state.instead.set(`p${state.count}`, Object.keys(read.patch));
  const asked = doubtful(doubt, read, terms, next);
  const open = doubt === 'beside' && 'sentence' in asked;
  take(state, open ? { quote, read: withPoints(state, asked, quote), left: true } : { quote, read: asked });
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
  const clashes = (Object.keys(read.patch) as TermName[]).filter((name) => {
    const before = state.set.get(name);
    return before && !read.builds && before.json !== toCompare(read.patch[name]);
  });
  const [clash] = clashes;
  if (clash) {
    const before = state.set.get(clash);
    if (state.answers?.[key] === cut(quote, 70)) putOn(state, read.patch, quote);
    else if (state.answers?.[key] !== cut(before?.quote ?? '', 70)) {
      // Until it is answered neither counts, also not the one that was said first.
      for (const name of clashes) state.terms = { ...state.terms, [name]: state.before[name] };
      state.open.push({
        ...tell(key, cut(quote, 300), 'These words ask for two different things. Which one counts?'),
        choices: [before?.quote ?? '', quote].map((words) => ({ label: cut(words, 70), patch: {} })),
      });
    }
    return;
  }
  if (!read.builds)
    for (const name of Object.keys(read.patch) as TermName[])
      state.set.set(name, { json: toCompare(read.patch[name]), quote });
  putOn(state, read.patch, quote);
}

/** Values the terms would not take are left off, as if they had not been said; `checkTerms` judges what fits together. */
function putOn(state: State, patch: Patch, quote: string): void {
  const next = patched(state.terms, patch, state.origin, quote);
  if (next) state.terms = next;
  else state.open.push(tell(`x${state.count}`, cut(quote, 300), 'The contract can’t hold this value. Use Edit terms.'));
}

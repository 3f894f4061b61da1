import { toText } from '../clauses/clause.ts';
import type { Version, VersionClause } from './contract.ts';
import { ADVICE, languageAsked, NAMED, wordsAsked } from './explain-question.ts';
import { foldedText, stemOf, type Topic, topicsOf, wordsIn } from './explain-topics.ts';

/** Sentences of one clause, as they stand in it. */
export type Passage = {
  readonly number: number;
  readonly title: string;
  readonly custom: boolean;
  readonly sentences: readonly string[];
};

/** What the contract says to a question: its own sentences with their clauses, where to look, or that it says nothing. */
export type Answer = {
  readonly passages: readonly Passage[];
  /** Without passages: clauses about something in the question, of which none answers it. */
  readonly near: readonly Pick<Passage, 'number' | 'title'>[];
  /** Whether the question asks for a judgement, which no contract has. */
  readonly judgement: boolean;
};

const NOT_THERE = 'Not in the contract.';
const NOTHING: Answer = { passages: [], near: [], judgement: false };

/** What stands above an answer without a passage. */
export const notFoundWords = ({ near }: Pick<Answer, 'near'>): string =>
  near.length > 0 ? 'I could not find a direct answer.' : NOT_THERE;

/** `clause 10 (Deposit)`, `clause 9 (Fee) or clause 10 (Deposit)`. */
export const nearWords = (near: Answer['near']): string =>
  near.map(({ number, title }) => `clause ${number} (${title})`).join(' or ');

type Worded = Pick<Version, 'clauses'>;

/** Clauses that may have to do with it, where none answers. */
const NEAR_MAX = 2;
/** Clauses in an answer, and sentences of each: more is reading the contract. */
const CLAUSES_MAX = 3;
const SENTENCES_MAX = 3;
/** A word that the contract does not have at all speaks louder than one that it has; of another language it has none. */
const UNKNOWN = 1.25;
/** One that it has, but not here, might be the name of the work. */
const ELSEWHERE = 0.5;

/**
 * The clauses and sentences that a question is about, by rule: its words are matched with what clauses are about and say. An
 * answer counts only if more of the question was found in one place than not; else the contract does not say it. Every
 * sentence is the version's own.
 */
export function answerOf(version: Worded, question: string): Answer {
  if (ADVICE.test(foldedText(question))) return { ...NOTHING, judgement: true };
  // "How long" asks for the span of a contract that has one; in others it only opens a question about something else.
  const spanned = version.clauses.some(({ id }) => id === 'nda-span');
  const words = wordsAsked(question).filter((word) => word !== 'howlong' || spanned);
  const asked = words.map((word) => wordAsked(word, version));
  if (asked.length === 0 || asked.some(({ missing }) => missing)) return NOTHING;
  const foreign = languageAsked(question) !== 'en';
  const all = version.clauses
    .map((clause) => rank(clause, asked, foreign))
    .sort((a, b) => b.score - a.score || a.clause.number - b.clause.number);
  const ranked = all.filter((one) => one.found > one.open && one.named > 0);
  const best = ranked[0]?.score ?? 0;
  const chosen = ranked.filter(({ score }) => score >= best * 0.7).slice(0, CLAUSES_MAX);
  const about = all.filter(({ topics }) => topics > 0);
  if (chosen.length === 0) {
    const near = about.sort((a, b) => b.topics - a.topics || b.score - a.score).slice(0, NEAR_MAX);
    return { ...NOTHING, near: near.map(({ clause: { number, title } }) => ({ number, title })) };
  }
  const passages = withAll(chosen, about, asked).map(({ clause, sentences }) => passageOf(clause, sentences));
  return { passages, near: [], judgement: false };
}

/** Things that half of all questions speak of: a clause about them is shown only where it says more of the question. */
const BROAD = ['pay', 'price', 'use', 'receive', 'change', 'booking'];

/** "Do I get my deposit back if we postpone" is about three things: each has a clause among those shown, where one is about it. */
function withAll(chosen: readonly Ranked[], about: readonly Ranked[], asked: readonly Asked[]): Ranked[] {
  const shown = [...chosen];
  for (const { topics } of asked) {
    const things = topics.filter(({ name }) => !BROAD.includes(name));
    const isAbout = ({ clause }: Ranked) => things.some(({ clauses }) => clauses.test(clause.id));
    const missing = things.length > 0 && !shown.some(isAbout) ? about.find(isAbout) : undefined;
    if (missing) shown.splice(Math.min(shown.length, CLAUSES_MAX - 1), 1, missing);
  }
  return shown;
}

type Asked = { word: string; stem: string; topics: readonly Topic[]; known: boolean; missing: boolean };

function wordAsked(word: string, version: Worded): Asked {
  const topics = topicsOf(word);
  const stem = stemOf(word);
  const known = version.clauses.some((clause) =>
    wordsIn(`${clause.title} ${clause.markdown}`).some((w) => stemOf(w) === stem),
  );
  // A word for a thing that this contract has no clause about is not known either.
  const there = topics.some(({ clauses }) => version.clauses.some(({ id }) => clauses.test(id)));
  return { word, stem, topics, known: known || there, missing: !known && !there && NAMED.test(word) };
}

type Ranked = {
  clause: VersionClause;
  found: number;
  open: number;
  named: number;
  topics: number;
  score: number;
  sentences: string[];
};

function rank(clause: VersionClause, asked: readonly Asked[], foreign: boolean): Ranked {
  const title = wordsIn(clause.title);
  const about = (one: Asked) => one.topics.some((topic) => topic.clauses.test(clause.id));
  const titled = (one: Asked) => title.some((word) => says(word, one));
  const sentences = sentencesOf(clause);
  const hits = sentences.map((sentence) => asked.filter((one) => wordsIn(sentence).some((word) => says(word, one))));
  const bySentence = hits.map((those) => new Set([...those, ...asked.filter((one) => about(one) || titled(one))]));
  const most = Math.max(0, ...bySentence.map(({ size }) => size));
  const best = bySentence.find(({ size }) => size === most) ?? new Set<Asked>();
  const left = asked.filter((one) => !best.has(one));
  const named = asked.filter(
    (one) => best.has(one) && (about(one) || titled(one) || (one.topics.length === 0 && one.known)),
  );
  const weight = (one: Asked) => (about(one) ? 3 : best.has(one) || titled(one) ? 1 : 0) + (titled(one) ? 0.5 : 0);
  // Two words for one thing say it once.
  const things = new Map<string, number>();
  for (const one of asked) {
    const thing = one.topics[0]?.name ?? one.stem;
    things.set(thing, Math.max(things.get(thing) ?? 0, weight(one)));
  }
  return {
    clause,
    found: best.size,
    open: left.reduce((sum, { known }) => sum + (known || foreign ? ELSEWHERE : UNKNOWN), 0),
    named: named.length,
    topics: asked.filter(about).length,
    score: [...things.values()].reduce((sum, each) => sum + each, Math.max(0, ...hits.map(({ length }) => length)) / 2),
    sentences: chosen(
      sentences,
      hits.map(({ length }) => length),
    ),
  };
}

/** Whether a word of the contract is one that was asked for: by its stem, or as a word for the same thing. */
function says(word: string, { stem, topics }: Asked): boolean {
  return stemOf(word) === stem || topics.some(({ words }) => words.test(word));
}

/** How a sentence begins that says nothing without the one before it. */
const LEANS = /^(?:This|It|That|These|Those|Otherwise|They|Then|Until then|If not|If so|We then|We also)\b/;

/** The sentences that say most of it, in their own order; a clause that is only about it begins with its first. */
function chosen(sentences: readonly string[], hits: readonly number[]): string[] {
  if (hits.every((count) => count === 0)) return sentences.slice(0, 1);
  const kept = sentences
    .map((_, index) => index)
    .filter((index) => (hits[index] ?? 0) > 0)
    .sort((a, b) => (hits[b] ?? 0) - (hits[a] ?? 0) || a - b)
    .slice(0, SENTENCES_MAX);
  const before = kept.filter((index) => index > 0 && LEANS.test(sentences[index] ?? '')).map((index) => index - 1);
  return [...new Set([...kept, ...before])].sort((a, b) => a - b).map((index) => sentences[index] ?? '');
}

function passageOf({ number, title, custom }: VersionClause, sentences: readonly string[]): Passage {
  return { number, title, custom, sentences };
}

/**
 * A clause's sentences as they stand in the version's text: a list goes with the words that lead to it, since neither says
 * anything alone.
 */
export function sentencesOf(clause: Pick<VersionClause, 'markdown'>): string[] {
  const sentences: string[] = [];
  for (const paragraph of toText(clause.markdown).split(/\n\n/)) {
    if (paragraph.startsWith('- ') && sentences.at(-1)?.endsWith(':'))
      sentences.push(`${sentences.pop()}\n\n${paragraph}`);
    else if (paragraph.startsWith('- ')) sentences.push(...paragraph.split('\n'));
    else sentences.push(...paragraph.split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}“"‘(])/u));
  }
  return sentences.filter((sentence) => sentence.trim() !== '');
}

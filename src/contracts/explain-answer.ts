import { toText } from '../clauses/clause.ts';
import type { Version, VersionClause } from './contract.ts';
import { ADVICE, foldedText, NAMED, stemOf, type Topic, topicsOf, wordsAsked, wordsIn } from './explain-topics.ts';

/** Sentences of one clause, as they stand in it. */
export type Passage = {
  readonly number: number;
  readonly title: string;
  readonly custom: boolean;
  readonly sentences: readonly string[];
};

/** What the contract says to a question: its own sentences with their clauses, or that it says nothing. */
export type Answer = {
  readonly passages: readonly Passage[];
  /** Whether the question asks for a judgement, which no contract has. */
  readonly judgement: boolean;
};

export const NOT_THERE = 'Not in the contract.';
const NOTHING: Answer = { passages: [], judgement: false };

type Worded = Pick<Version, 'clauses'>;

/** Clauses in an answer, and sentences of each: more is reading the contract. */
const CLAUSES_MAX = 3;
const SENTENCES_MAX = 3;
/** A word that the contract does not have at all speaks louder than one that it has. */
const UNKNOWN = 1.25;
/** One that it has, but not here, might be the name of the work. */
const ELSEWHERE = 0.5;

/**
 * The clauses and sentences that a question is about, by rule: its words are matched with what clauses are about and say. An
 * answer counts only if more of the question was found in one place than not; else the contract does not say it. Every
 * sentence is the version's own.
 */
export function answerOf(version: Worded, question: string): Answer {
  if (ADVICE.test(foldedText(question))) return { passages: [], judgement: true };
  // "How long" asks for the span of a contract that has one; in others it only opens a question about something else.
  const spanned = version.clauses.some(({ id }) => id === 'nda-span');
  const words = wordsAsked(question).filter((word) => word !== 'howlong' || spanned);
  const asked = words.map((word) => wordAsked(word, version));
  if (asked.length === 0 || asked.some(({ missing }) => missing)) return NOTHING;
  const ranked = version.clauses
    .map((clause) => rank(clause, asked))
    .filter((one) => one.found > one.open && one.named > 0)
    .sort((a, b) => b.score - a.score || a.clause.number - b.clause.number);
  const best = ranked[0]?.score ?? 0;
  const passages = ranked
    .filter(({ score }) => score >= best * 0.7)
    .slice(0, CLAUSES_MAX)
    .map(({ clause, sentences }) => passageOf(clause, sentences));
  return { passages, judgement: false };
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
  return { word, stem, topics, known: known || there, missing: !known && NAMED.test(word) };
}

type Ranked = { clause: VersionClause; found: number; open: number; named: number; score: number; sentences: string[] };

function rank(clause: VersionClause, asked: readonly Asked[]): Ranked {
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
    open: left.reduce((sum, { known }) => sum + (known ? ELSEWHERE : UNKNOWN), 0),
    named: named.length,
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

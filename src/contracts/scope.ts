import { typedLines } from '../shared/typed.ts';
import { isChangeOrder } from './change-order.ts';
import type { Version, VersionClause } from './contract.ts';
import { type Deliverable, deliverableFrom } from './deliverable.ts';
import { sentencesOf } from './explain-answer.ts';
import { foldedText, stemOf, topicsOf, wordsIn } from './explain-topics.ts';
import { ASKING, BULLET, excessOf, isMeant, MORE, namesIn, REWORK, shares } from './scope-words.ts';

/** Words of the contract that a verdict rests on. */
export type ScopeQuote = {
  readonly number: number;
  readonly title: string;
  readonly sentence: string;
  readonly of: string;
};

/** One thing a message asks for, in its own words, and how the signed scope stands to it. */
export type Ask = {
  readonly words: string;
  readonly verdict: 'in' | 'outside' | 'unclear';
  readonly why: string;
  readonly quotes: readonly ScopeQuote[];
  /** The contract's own words settle it, so that there is nothing to look for. */
  readonly settled: boolean;
};

/** As many things of a message are compared; more is a new project. */
export const ASKS_MAX = 8;

/**
 * What a message asks for, held against the contracts that were signed, by rule: what they list is in, what they do not is
 * outside, and where neither can be told it says so. Each verdict shows the words it rests on.
 */
export function asksOf(message: string, signed: readonly Version[]): Ask[] {
  return partsAsking(message)
    .slice(0, ASKS_MAX)
    .map((words) => verdictOf(words, signed));
}

/** What a message asks for, one thing after the other, in its words. */
export function partsAsking(message: string): string[] {
  const parts = typedLines(message)
    .split(/\n+|(?<=[.!?])\s+/)
    .filter((part) => /\p{L}{2}/u.test(part));
  const asking = parts.filter((part) => BULLET.test(part) || ASKING.test(foldedText(part)));
  const asked = asking.length > 0 ? asking : parts.slice(0, 1);
  return asked.map((part) => part.replace(BULLET, '').trim()).filter((part) => !isGreeting(part));
}

const isGreeting = (part: string) => namesIn(part).length === 0 && !ASKING.test(foldedText(part));

type Listed = { version: Version; clause: VersionClause; item: string; thing?: Deliverable };

function verdictOf(words: string, signed: readonly Version[]): Ask {
  const names = namesIn(words);
  const all = wordsIn(words);
  const listed = listedIn(signed);
  const rework = all.some((word) => REWORK.test(word));
  const fits = listed.filter(({ item }) => isMeant(item, all));
  const excluded = exclusionOf(signed, names);
  if (excluded)
    return {
      ...{ words, verdict: 'outside', why: 'the contract says that it is not part of the work' },
      ...{ quotes: [excluded], settled: true },
    };
  const [fit] = fits;
  if (fit && rework) return asRevision(words, signed, fit);
  const excess = fit && excessOf(words, fit.thing ?? deliverableFrom(fit.item));
  if (fit && (all.some((word) => MORE.test(word)) || excess))
    return {
      words,
      verdict: 'outside',
      why: `more than the list has: “${fit.item}”${excess ? `, and this asks for ${excess} more` : ''}`,
      quotes: [quoteOf(fit), ...changeClause(signed)],
      settled: true,
    };
  if (fit)
    return {
      words,
      verdict: 'in',
      why: `“${fit.item}” is on the list`,
      quotes: fits.slice(0, 2).map(quoteOf),
      settled: false,
    };
  if (rework) return asRevision(words, signed, undefined);
  if (names.length === 0) return unclear(words, 'it names nothing that could be looked up', signed);
  const there = mentioned(signed, names);
  if (there)
    return {
      words,
      verdict: 'unclear',
      why: 'the contract has the words, but not among what you deliver',
      quotes: [there],
      settled: false,
    };
  return {
    words,
    verdict: 'outside',
    why: 'nothing of it is in the contract',
    quotes: changeClause(signed),
    settled: false,
  };
}

/** What the signed contracts promise, item by item: lists, scope notes, and what the work is called. */
function listedIn(signed: readonly Version[]): Listed[] {
  return signed.flatMap((version) => {
    const { deliverables, title, scopeNotes } = version.terms;
    const items: { item: string; thing?: Deliverable }[] = [
      ...(deliverables?.value.map((thing) => ({ item: thing.text, thing })) ?? []),
      ...(scopeNotes?.value.split(/\n+|(?<=[.;])\s+/) ?? []).map((item) => ({ item })),
      ...(title ? [{ item: title.value }] : []),
    ];
    return items.flatMap(({ item, thing }) => {
      const clause = version.clauses.find(({ markdown }) => sentencesOf({ markdown }).join('\n').includes(item.trim()));
      return clause && !NOT.test(foldedText(item))
        ? [{ version, clause, item: item.trim(), ...(thing && { thing }) }]
        : [];
    });
  });
}

const NOT = /\b(?:not|no|without|except|excluding|excludes?|nicht|kein\w*|ohne|sans|pas|sin|excepto)\b/;

/** A sentence that says of what is asked that it is not included. */
function exclusionOf(signed: readonly Version[], names: readonly string[]): ScopeQuote | undefined {
  for (const version of signed)
    for (const clause of version.clauses.filter(({ id }) =>
      /^(scope|deliverables|image-delivery|special|expenses|notes)/.test(id),
    ))
      for (const sentence of sentencesOf(clause))
        if (
          NOT.test(foldedText(sentence)) &&
          /includ|part of|deliver|cover/.test(foldedText(sentence)) &&
          shares(sentence, names)
        )
          return quoteOf({ version, clause, item: sentence });
  return undefined;
}

function asRevision(words: string, signed: readonly Version[], fit: Listed | undefined): Ask {
  const [own] = signed.filter((version) => version.terms.revisions !== undefined);
  const clause = own?.clauses.find(({ id }) => /^revision/.test(id));
  const rounds = own?.terms.revisions?.value;
  if (!own || !clause || rounds === undefined)
    return unclear(
      words,
      'it asks for a change of what you do, and the contract does not say how many rounds are included',
      signed,
    );
  const [first = ''] = sentencesOf(clause);
  const quotes = [quoteOf({ version: own, clause, item: first }), ...(fit ? [quoteOf(fit)] : [])];
  if (rounds === 0)
    return { words, verdict: 'outside', why: 'no rounds of revisions are included', quotes, settled: true };
  const many = rounds === 1 ? 'one round' : `${rounds} rounds`;
  return {
    words,
    verdict: 'unclear',
    why: `it is a revision if one of the ${many} is left; you know how many were used`,
    quotes,
    settled: true,
  };
}

function unclear(words: string, why: string, signed: readonly Version[]): Ask {
  return { words, verdict: 'unclear', why, quotes: changeClause(signed), settled: false };
}

/** The clause that says what extra work needs. */
function changeClause(signed: readonly Version[]): ScopeQuote[] {
  const version = signed.find((one) => !isChangeOrder(one));
  const clause = version?.clauses.find(({ id }) => /^change-request/.test(id));
  const sentence = clause && sentencesOf(clause)[0];
  return version && clause && sentence ? [quoteOf({ version, clause, item: sentence })] : [];
}

/** A sentence that has a word of it, where the contract has all of them. */
function mentioned(signed: readonly Version[], names: readonly string[]): ScopeQuote | undefined {
  const text = stemsIn(signed);
  if (!names.every((name) => text.has(stemOf(name)))) return undefined;
  const things = names.filter((name) => topicsOf(name).length === 0);
  for (const version of signed)
    for (const clause of version.clauses)
      for (const sentence of sentencesOf(clause))
        if (!/^(parties)/.test(clause.id) && shares(sentence, things))
          return quoteOf({ version, clause, item: sentence });
  return undefined;
}

function stemsIn(signed: readonly Version[]): Set<string> {
  return new Set(signed.flatMap(({ clauses }) => clauses.flatMap(({ markdown }) => wordsIn(markdown).map(stemOf))));
}

/** Whether words name something, and the contract has no word of it. */
export function isNotThere(words: string, signed: readonly Version[]): boolean {
  const names = namesIn(words);
  const text = stemsIn(signed);
  return names.length > 0 && !names.some((name) => text.has(stemOf(name)));
}

/** The line of a clause that an item stands in. */
export function quoteOf({ version, clause, item }: Listed): ScopeQuote {
  const sentence = sentencesOf(clause).find((one) => one.includes(item)) ?? item;
  const line = sentence.split('\n').find((one) => one.includes(item)) ?? sentence;
  return {
    number: clause.number,
    title: clause.title,
    sentence: line.replace(/^- /, ''),
    of: isChangeOrder(version) ? `change order “${version.terms.title?.value ?? ''}”` : '',
  };
}

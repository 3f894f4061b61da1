import { typedLines } from '../shared/typed.ts';
import { isChangeOrder } from './change-order.ts';
import type { Version, VersionClause } from './contract.ts';
import { sentencesOf } from './explain-answer.ts';
import { foldedText, stemOf, topicsOf, wordsAsked, wordsIn } from './explain-topics.ts';

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
};

/** More in one message is a new project. */
const ASKS_MAX = 8;

/** How people ask for something, in four languages. */
const ASKING =
  /\?|\b(?:can|could|would|will) (?:you|we)\b|\bplease\b|\balso\b|\badd(?:ing|itional)?\b|\bneed(?:s|ed)?\b|\bwant(?:s|ed)?\b|\bwould (?:like|love|be)\b|\bhow about\b|\bwhat about\b|\bany chance\b|\bonce more\b|\binclude\b|\bextra\b|\banother\b|\bbitte\b|\bkonn(?:t|en|test|ten)\b|\bbrauch|\bnoch\b|\bauch\b|\bzusatzlich|\bs'?il (?:te|vous) plait\b|\bpouv(?:ez|ons)\b|\bpourr(?:iez|ais)\b|\bpeux-tu\b|\baussi\b|\bajout|\bbesoin\b|\bpor favor\b|\bpued(?:es?|en|as)\b|\bpodr(?:ia|ias|ian)\b|\btambien\b|\banad|\bnecesit/;

/** One more of what is there is more than what is there. */
const MORE =
  /^(?:another|second|third|additional|extra|more|further|weiter|zusatz|zweite|autre|deuxieme|supplement|otr[oa]|segund|adicional)/;
/** Changing what was shown: a round of revisions, as long as there are any. */
const REWORK =
  /^(?:tweak|adjust|chang|revis|redo|rework|bigger|smaller|larger|colou?r|darker|lighter|brighter|move|swap|replace|fix|correct|edit|rename|font|align|shorten|ander|anpass|korrig|grosser|kleiner|farbe|modif|corrig|plus|couleur|cambi|ajust|correg|grande|color)/;

/** Words of every message, which name nothing. */
const CHATTER = new Set(
  `hi hello hey dear thanks thank cheers best regards great nice love like really think maybe just quick quickly small little
  bit add adding adds include including make made making create creating build design designing write writing send sending
  provide giving want wants wanted need needs needed please also another extra additional more further chance possible
  today tomorrow monday tuesday wednesday thursday friday saturday sunday soon asap week month everyone everything anything
  one two three four five six seven eight nine ten would could can help new sure okay wonder wondering question team boss
  bitte danke hallo noch auch mal gerne schnell neue neuen merci bonjour aussi vite nouveau gracias hola tambien nuevo`
    .split(/\s+/)
    .map(stemOf),
);

/**
 * What a message asks for, held against the contracts that were signed, by rule: what they list is in, what they do not is
 * outside, and where neither can be told it says so. Each verdict shows the words it rests on.
 */
export function asksOf(message: string, signed: readonly Version[]): Ask[] {
  const parts = typedLines(message)
    .split(/\n+|(?<=[.!?])\s+/)
    .filter((part) => /\p{L}{2}/u.test(part));
  const asking = parts.filter((part) => BULLET.test(part) || ASKING.test(foldedText(part)));
  const asked = asking.length > 0 ? asking : parts.slice(0, 1);
  return asked
    .map((part) => part.replace(BULLET, '').trim())
    .filter((part) => !isGreeting(part))
    .slice(0, ASKS_MAX)
    .map((words) => verdictOf(words, signed));
}

const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/;

const isGreeting = (part: string) => namesIn(part).length === 0 && !ASKING.test(foldedText(part));

/** The words of a message that name a thing. */
function namesIn(words: string): string[] {
  return wordsAsked(words).filter((word) => !CHATTER.has(stemOf(word)) && !REWORK.test(word) && word.length > 2);
}

type Listed = { version: Version; clause: VersionClause; item: string };

function verdictOf(words: string, signed: readonly Version[]): Ask {
  const names = namesIn(words);
  const all = wordsIn(words);
  const listed = listedIn(signed);
  const rework = all.some((word) => REWORK.test(word));
  const fits = listed.filter(({ item }) => isMeant(item, all));
  const excluded = exclusionOf(signed, names);
  if (excluded)
    return { words, verdict: 'outside', why: 'the contract says that it is not part of the work', quotes: [excluded] };
  const [fit] = fits;
  if (fit && rework) return asRevision(words, signed, fit);
  if (fit && (all.some((word) => MORE.test(word)) || exceeds(words, fit.item)))
    return {
      words,
      verdict: 'outside',
      why: `more than the list has: “${fit.item}”`,
      quotes: [quoteOf(fit), ...changeClause(signed)],
    };
  if (fit) return { words, verdict: 'in', why: `“${fit.item}” is on the list`, quotes: fits.slice(0, 2).map(quoteOf) };
  if (rework) return asRevision(words, signed, undefined);
  if (names.length === 0) return unclear(words, 'it names nothing that could be looked up', signed);
  const there = mentioned(signed, names);
  if (there)
    return {
      words,
      verdict: 'unclear',
      why: 'the contract has the words, but not among what you deliver',
      quotes: [there],
    };
  return { words, verdict: 'outside', why: 'nothing of it is in the contract', quotes: changeClause(signed) };
}

/** What the signed contracts promise, item by item: lists, scope notes, and what the work is called. */
function listedIn(signed: readonly Version[]): Listed[] {
  return signed.flatMap((version) => {
    const { deliverables, title, scopeNotes } = version.terms;
    const items = [
      ...(deliverables?.value ?? []),
      ...(scopeNotes?.value.split(/\n+|(?<=[.;])\s+/) ?? []),
      ...(title ? [title.value] : []),
    ];
    return items.flatMap((item) => {
      const clause = version.clauses.find(({ markdown }) => sentencesOf({ markdown }).join('\n').includes(item.trim()));
      return clause && !NOT.test(foldedText(item)) ? [{ version, clause, item: item.trim() }] : [];
    });
  });
}

function shares(item: string, names: readonly string[]): boolean {
  const stems = wordsIn(item).map(stemOf);
  return names.some((name) => stems.includes(stemOf(name)) && !GENERAL.has(stemOf(name)));
}

/** Where what follows only says more of it: `Logo as SVG`, `Website for Acme`. */
const AND_MORE = /\s+(?:as|in|for|of|with|to|from|on|als|fur|mit|von|pour|avec|de|en|para|con)\s+|[,(:;]/;

/** Whether words speak of an item: they have the thing it is, and name no other kind of it right before. */
function isMeant(item: string, words: readonly string[]): boolean {
  const stems = wordsIn(item).map(stemOf);
  const head = stemOf(wordsIn(foldedText(item).split(AND_MORE)[0] ?? '').at(-1) ?? '');
  const at = words.findIndex((word) => stemOf(word) === head);
  if (at < 0 || head.length < 3 || GENERAL.has(head)) return false;
  const [kind] = namesIn(words[at - 1] ?? '');
  return kind === undefined || MORE.test(kind) || stems.includes(stemOf(kind));
}

/** In titles and lists, but no thing of their own. */
const GENERAL = new Set(
  ['brand', 'design', 'identity', 'project', 'work', 'version', 'file', 'format', 'client', 'business'].map(stemOf),
);

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numbersIn = (text: string) =>
  wordsIn(text).flatMap((word) =>
    /^\d{1,4}$/.test(word) ? [Number(word)] : NUMBER_WORDS.includes(word) ? [NUMBER_WORDS.indexOf(word)] : [],
  );

/** Five where the list says three. */
function exceeds(words: string, item: string): boolean {
  const [asked] = numbersIn(words);
  const [agreed] = numbersIn(item);
  return asked !== undefined && agreed !== undefined && asked > agreed;
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
  if (rounds === 0) return { words, verdict: 'outside', why: 'no rounds of revisions are included', quotes };
  const many = rounds === 1 ? 'one round' : `${rounds} rounds`;
  return {
    words,
    verdict: 'unclear',
    why: `it is a revision if one of the ${many} is left; you know how many were used`,
    quotes,
  };
}

function unclear(words: string, why: string, signed: readonly Version[]): Ask {
  return { words, verdict: 'unclear', why, quotes: changeClause(signed) };
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
  const text = new Set(
    signed.flatMap(({ clauses }) => clauses.flatMap(({ markdown }) => wordsIn(markdown).map(stemOf))),
  );
  if (!names.every((name) => text.has(stemOf(name)))) return undefined;
  const things = names.filter((name) => topicsOf(name).length === 0);
  for (const version of signed)
    for (const clause of version.clauses)
      for (const sentence of sentencesOf(clause))
        if (!/^(parties)/.test(clause.id) && shares(sentence, things))
          return quoteOf({ version, clause, item: sentence });
  return undefined;
}

function quoteOf({ version, clause, item }: Listed): ScopeQuote {
  const sentence = sentencesOf(clause).find((one) => one.includes(item)) ?? item;
  const line = sentence.split('\n').find((one) => one.includes(item)) ?? sentence;
  return {
    number: clause.number,
    title: clause.title,
    sentence: line.replace(/^- /, ''),
    of: isChangeOrder(version) ? `change order “${version.terms.title?.value ?? ''}”` : '',
  };
}

import type { readConditions } from '../briefs/conditions/conditions.ts';
import { readLaw } from '../briefs/conditions/laws.ts';
import { figuresIn } from '../briefs/figures.ts';
import { englished } from '../briefs/languages/language.ts';
import { type MoneyReading, readMoney } from '../briefs/money/money.ts';
import { type Share, scanShares } from '../briefs/money/share-scan.ts';
import { readShares } from '../briefs/money/shares.ts';
import { type PartyReading, readParties } from '../briefs/parties/parties.ts';
import type { Span } from '../briefs/passages/text.ts';
import { turnsIn } from '../briefs/passages/turns.ts';
import { type DateMention, scanDates } from '../briefs/time/dates.ts';
import { currencyIn, type Deposit } from '../contracts/terms.ts';
import type { LintScene } from './finding.ts';
import { othersIn, spokenOf } from './own-others.ts';
import type { OwnWords } from './own-words.ts';

type Money = Pick<MoneyReading, 'found' | 'amounts' | 'rate' | 'notes'> & {
  readonly shares: readonly Share[];
  readonly deposit: Deposit | undefined;
};

/** What the brief's readers make of one sentence of one's own, each where it is asked for. */
export type OwnFacts = {
  /** The sentence in the readers' words. */
  readonly text: string;
  readonly dates: () => readonly DateMention[];
  readonly conditions: () => ReturnType<typeof readConditions>['found'];
  readonly money: () => Money;
  readonly parties: () => PartyReading['found'];
  readonly law: () => ReturnType<typeof readLaw>;
  /** Where it is about somebody who is no side of the contract. */
  readonly others: () => readonly Span[];
};

/** Enough for the sentences of the contracts one process looks at in a while. */
const KEPT = 600;
const known = new Map<string, OwnFacts>();

/**
 * A sentence as the brief's own readers read it, so that what would be a price, a day or a share in a brief is one here, in the
 * same languages. A reading takes milliseconds and depends on nothing else, so the last ones are kept: lint looks at the same
 * sentences again for the card, for Check and before sending.
 */
export function factsOf(sentence: string, { today, terms, business }: LintScene): OwnFacts {
  const currency = terms.fee || terms.rate || terms.currency ? currencyIn(terms) : business.currency;
  const key = [today, currency, business.country, sentence].join('\n');
  const before = known.get(key);
  if (before) return before;
  const facts = readFacts(sentence, { today, currency, country: business.country });
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(key, facts);
  return facts;
}

/** One's own words without what is about others. */
export const spokenIn = (scene: LintScene, own: OwnWords): OwnWords => ({
  ...own,
  text: spokenOf(own.text, factsOf(own.text, scene).others(), scene),
});

function readFacts(sentence: string, of: { today: string; currency: string; country: string }): OwnFacts {
  const context = { ...of, zone: 'UTC', depositPercentMilli: null, netDays: null };
  const english = englished(sentence, undefined, of.currency);
  const { text } = english;
  const figures = once(() => figuresIn(sentence, english, context));
  return {
    text,
    dates: once(() => datesIn(sentence, text, of.today)),
    conditions: once(() => figures().conditions.found),
    money: once(() => {
      const { firm, ours } = figures();
      const turns = turnsIn(text);
      const shares = scanShares(text, firm);
      const money = readMoney(text, [...firm, ...shares], context, turns);
      const deposit = readShares(ours, shares, money, turns, null).found.deposit?.value;
      return { ...money, shares, deposit };
    }),
    parties: once(() => readParties({ text, said: sentence }).found),
    law: once(() => readLaw(text)),
    others: once(() => othersIn(sentence)),
  };
}

function once<T>(read: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: read() };
    return made.value;
  };
}

/** A sentence of four words may be too short for its language to be told; a date that one of them reads is one. */
function datesIn(sentence: string, text: string, today: string): readonly DateMention[] {
  const found = scanDates(text, today);
  if (found.length > 0 || !/\d/.test(sentence)) return found;
  return (
    (['de', 'fr', 'es'] as const)
      .map((language) => scanDates(englished(sentence, language).text, today))
      .find((dates) => dates.length > 0) ?? []
  );
}

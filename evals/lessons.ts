/** Makes lessons of labelled briefs: what stands around each figure, and what it means. */

import { figuresByRule } from '../src/briefs/figures.ts';
import { englished } from '../src/briefs/languages/language.ts';
import { DAY_MEANINGS, evidenceOfDays } from '../src/briefs/meanings/days.ts';
import { evidenceOfLengths, LENGTH_MEANINGS, termLengths } from '../src/briefs/meanings/lengths.ts';
import { evidenceOfNames, NAME_MEANINGS } from '../src/briefs/meanings/names.ts';
import { countsOfRounds, evidenceOfRounds, ROUND_MEANINGS } from '../src/briefs/meanings/rounds.ts';
import { evidenceOfShares, SHARE_MEANINGS } from '../src/briefs/meanings/shares.ts';
import { evidenceOfSums, SUM_MEANINGS } from '../src/briefs/meanings/sums.ts';
import { evidenceOfTimes, TIME_MEANINGS } from '../src/briefs/meanings/times.ts';
import { scanAmounts, sumOf } from '../src/briefs/money/amounts.ts';
import { scanShares } from '../src/briefs/money/share-scan.ts';
import { emailsIn } from '../src/briefs/parties/parties.ts';
import { type Candidate, weighed } from '../src/briefs/parties/weigh.ts';
import { messagesIn } from '../src/briefs/passages/quoted.ts';
import { readableBrief } from '../src/briefs/passages/text.ts';
import { saidIn } from '../src/briefs/passages/thread.ts';
import type { DateMention } from '../src/briefs/time/dates.ts';
import { clocksOf, ownedTimes } from '../src/briefs/time/owned.ts';
import { contextOf } from './exchange.ts';
import type { Example } from './learn.ts';
import type { Expected } from './score.ts';

type Known = {
  clientName?: string;
  clientCompany?: string;
  dueOn?: string;
  startOn?: string;
  bookings?: { date: string; time?: string }[];
  currency?: string;
  amountMinor?: number;
  depositMinor?: number;
  depositPercent?: number;
  rate?: { amountMinor: number };
  netDays?: number;
  revisions?: number;
  cancellation?: { noticeDays?: number; withinDays?: number; withinHours?: number }[];
  milestones?: { amountMinor?: number; percent?: number }[];
};
export type Lessons = Record<'days' | 'sums' | 'shares' | 'lengths' | 'rounds' | 'names' | 'times', Example[]>;
export const MEANINGS = {
  days: DAY_MEANINGS,
  sums: SUM_MEANINGS,
  shares: SHARE_MEANINGS,
  lengths: LENGTH_MEANINGS,
  names: NAME_MEANINGS,
  times: TIME_MEANINGS,
  rounds: ROUND_MEANINGS,
} as const;

/** Every figure of a brief with what it means there by what is expected of the brief; nothing learned earlier takes part. */
export function lessonsOf(brief: Expected): Lessons {
  const { said } = saidIn(readableBrief(brief.brief));
  const english = englished(said);
  const { text } = english;
  const { dates, firm } = figuresByRule(said, english, contextOf(brief));
  const shares = scanShares(text, firm);
  const clocks = timesIn(said, english, dates);
  const { amounts } = scanAmounts(text, [...firm, ...shares], brief.workspace.currency);
  const lengths = termLengths(text);
  const known = brief.expect as Known;
  const code = known.currency ?? brief.workspace.currency;
  return {
    days: paired(evidenceOfDays({ text, dates, clocks }, brief.today), dates, ({ day }) =>
      DAY_MEANINGS.indexOf(meaningOfDay(known, day)),
    ),
    sums: paired(evidenceOfSums(text, amounts), amounts, (amount) =>
      SUM_MEANINGS.indexOf(meaningOfSum(known, Number(sumOf(amount, code)?.minor ?? -1n))),
    ),
    shares: paired(evidenceOfShares(text, shares), shares, ({ percentMilli }) =>
      SHARE_MEANINGS.indexOf(meaningOfShare(known, percentMilli)),
    ),
    lengths: paired(evidenceOfLengths(text, lengths), lengths, (length) =>
      LENGTH_MEANINGS.indexOf(meaningOfLength(known, length)),
    ),
    names: namesIn(said, known),
    times: timesOf(brief),
    rounds: roundsOf(said, known),
  };
}

function paired<T>(evidence: readonly Set<string>[], things: readonly T[], meaning: (thing: T) => number): Example[] {
  return evidence.flatMap((pieces, at) => {
    const thing = things[at];
    return thing === undefined ? [] : [{ evidence: pieces, meaning: meaning(thing) }];
  });
}

function namesIn(said: string, known: Known): Example[] {
  const emails = emailsIn(said);
  const names = weighed(said, emails);
  return paired(evidenceOfNames(said, names, emails), names, (name) =>
    NAME_MEANINGS.indexOf(meaningOfName(known, name)),
  );
}

const timesIn = (
  said: string,
  { text, language, origin, placed }: ReturnType<typeof englished>,
  dates: readonly DateMention[],
) => {
  const written = { said, language, source: origin, placed };
  return ownedTimes(text, clocksOf(written), dates, [], written);
};

/** Times of day are read without a chat's stamps. A brief that books nothing says nothing of when a booking begins. */
function timesOf(brief: Expected): Example[] {
  const { bookings } = brief.expect as Known;
  if (!bookings?.some(({ time }) => time)) return [];
  const { said } = saidIn(messagesIn(readableBrief(brief.brief)).all);
  const english = englished(said);
  const { dates } = figuresByRule(said, english, contextOf(brief));
  const times = timesIn(said, english, dates);
  const evidence = evidenceOfTimes(english.text, times, dates);
  return times.map(({ time }, at) => ({
    evidence: evidence[at] ?? new Set(),
    meaning: TIME_MEANINGS.indexOf(time && bookings.some((one) => one.time === time) ? 'start' : 'none'),
  }));
}

function meaningOfDay({ dueOn, startOn, bookings }: Known, day: string | undefined): (typeof DAY_MEANINGS)[number] {
  if (!day) return 'none';
  if (dueOn === day) return 'end';
  if (startOn === day) return 'start';
  return bookings?.some(({ date }) => date === day) ? 'booking' : 'none';
}

function meaningOfSum(
  { amountMinor, depositMinor, rate, milestones }: Known,
  minor: number,
): (typeof SUM_MEANINGS)[number] {
  if (amountMinor === minor) return 'fee';
  if (depositMinor === minor) return 'deposit';
  if (rate?.amountMinor === minor) return 'rate';
  return milestones?.some((one) => one.amountMinor === minor) ? 'part' : 'none';
}

function meaningOfShare({ depositPercent, milestones }: Known, percentMilli: number): (typeof SHARE_MEANINGS)[number] {
  if (depositPercent !== undefined && Math.round(depositPercent * 1000) === percentMilli && percentMilli > 0)
    return 'deposit';
  return milestones?.some(({ percent }) => percent !== undefined && Math.round(percent * 1000) === percentMilli)
    ? 'part'
    : 'none';
}

function meaningOfLength(
  { netDays, cancellation }: Known,
  { days, hours }: { days: number; hours?: number },
): (typeof LENGTH_MEANINGS)[number] {
  if (hours) return cancellation?.some(({ withinHours }) => withinHours === hours) ? 'within' : 'none';
  if (netDays === days) return 'net';
  if (cancellation?.some(({ noticeDays }) => noticeDays === days)) return 'notice';
  return cancellation?.some(({ withinDays }) => withinDays === days) ? 'within' : 'none';
}

function meaningOfName({ clientName, clientCompany }: Known, { name }: Candidate): (typeof NAME_MEANINGS)[number] {
  if (isSame(name, clientName)) return 'person';
  return isSame(name, clientCompany) ? 'company' : 'none';
}

/** One name with or without its title and the stop behind it: what reaches a little too far is still the client's. */
function isSame(name: string, expected: string | undefined): boolean {
  if (!expected) return false;
  const [short = '', long = ''] = [name, expected].map((one) => one.toLowerCase()).sort((a, b) => a.length - b.length);
  return long.includes(short) && short.length * 2 > long.length;
}

/** Of several counts that are alike, "2 videos, changes twice", the one with most words for looking again around it is meant. */
function roundsOf(said: string, { revisions }: Known): Example[] {
  const counts = countsOfRounds(said);
  const evidence = evidenceOfRounds(said, counts);
  const near = counts.map(({ rounds }, at) =>
    rounds === revisions
      ? [...(evidence[at] ?? [])].filter((piece) => /^(?:next|lead|after):/.test(piece)).length + 1
      : 0,
  );
  const most = Math.max(1, ...near);
  return evidence.map((pieces, at) => ({ evidence: pieces, meaning: near[at] === most ? 1 : 0 }));
}

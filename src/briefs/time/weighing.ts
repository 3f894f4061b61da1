import { passageOf } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';
import { CUES, type Cue } from './cues.ts';
import { isJoined, NEAR, type Placed, withoutSteps } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import { isElsewhere } from './elsewhere-days.ts';
import { isRefused, refusedBare } from './refused.ts';

type Weights = Readonly<Record<Cue['role'], number>>;

/** Where a part of a sentence ends that says one thing. */
const PARTED =
  / [-–—] |[,;:()→]|(?<![A-Za-zÀ-ÿ])(?:and|but|und|aber|sowie|et|mais|puis|y|pero|then|dann|because|since|weil|denn|car|parce que|porque|pues|so|that|who|which|que) /gi;
const ROLES = ['end', 'start', 'booking', 'other'] as const;
/** From here on a role counts, and counts as said in so many words. */
const ENOUGH = 1.5;
const SURE = 3;
/** For a day that is named in passing, "Thursday". */
const PASSING = 2;
/** What is said further off counts less. */
const NEXT = 0.6;
/** A label says more than a sentence; one as long as a sentence is none. */
const LABEL = 1.2;
const LABEL_MAX = 32;
const TIME = 3.2;
/** From a label to its value. */
const LABELLED = /[:=|→>.…\t–-] *(?:[A-Za-zÀ-ÿ]{1,10}[.,]? )?$/;

function parts(words: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of words.matchAll(PARTED)) {
    out.push(words.slice(from, index));
    from = index + mark.length;
  }
  return [...out, words.slice(from)];
}

/** Between the two days of a range. */
const TILL =
  /^,? ?(?:\d{4})? ?(?:bis|to|until|till|through|au|jusqu['’]au|al|hasta(?: el)?|[-–])(?: (?:zum|den|the|le|el))*(?: [a-zà-ÿ]{2,10},?)? ?$/i;

type Tally = Record<Cue['role'], number>;

/** The surest cue of each role in some words. */
function tally(said: string, factor: number, into: Tally): void {
  if (!said.trim()) return;
  for (const { role, weight, pattern } of CUES)
    if (weight * factor > into[role] && said.search(pattern) >= 0) into[role] = weight * factor;
}

const says = ({ end, start, booking }: Tally) => end + start + booking > 0;

/** What a day is for, by what its part of the sentence says, its label, the question that it answers, and the parts beside it. */
function weighed(said: string, span: Span, days: readonly Span[], timed: boolean): Weights {
  const passage = passageOf(said, span);
  // What is said before an earlier day is that one's, and what is said behind the next.
  const from = days.filter(({ end }) => end <= span.start).map(({ end }) => end);
  const to = days.filter(({ start }) => start >= span.end).map(({ start }) => start);
  const lead = said.slice(Math.max(span.start - passage.lead.length, ...from), span.start);
  const rest = said.slice(span.end, Math.min(span.end + passage.rest.length, ...to));
  const [ahead, behind] = [parts(lead), parts(rest)];
  const own: Tally = { end: 0, start: 0, booking: 0, other: 0 };
  tally(`${ahead.at(-1) ?? ''} █ ${behind[0] ?? ''}`, 1, own);
  if (LABELLED.test(lead) && passage.label.length <= LABEL_MAX) tally(passage.label, LABEL, own);
  if (!says(own)) {
    tally(ahead.at(-2) ?? '', NEXT, own);
    tally(behind[1] ?? '', NEXT, own);
  }
  if (!says(own)) tally(passage.asked, NEXT, own);
  if (timed) own.booking = Math.max(own.booking, TIME);
  return own;
}

/** What words beside a day do not say, its sentence may; days of one list mean the same. */
export function reweighed(
  placed: readonly Placed[],
  said: string,
  { text, source, timed }: { text: string; source: (span: Span) => Span; timed: (day: DateMention) => boolean },
): Placed[] {
  const days = placed.map(({ mention }) => source(mention));
  const own = placed.map(({ mention }, at) => {
    return weighed(said, days[at] ?? mention, days, timed(mention));
  });
  const no = days.map((day, at) => !placed[at]?.mention.part && isRefused(said, day));
  const bare = refusedBare(said);
  const isBare = ({ day }: DateMention) => day !== undefined && bare.has(Number(day.slice(-2)));
  const gone = new Set(placed.flatMap(({ mention }, at) => (no[at] || isBare(mention) ? (mention.day ?? []) : [])));
  const refused = placed.map(({ mention }, at) => no[at] || (mention.day !== undefined && gone.has(mention.day)));
  const elsewhere = placed.map(({ mention }, at) => {
    const day = days[at] ?? mention;
    return isElsewhere(said, day, {
      range: mention.part !== undefined,
      alone: days.every((other) => other.start === day.start),
    });
  });
  // "Die Schau läuft vom 9. Oktober bis zum 16. Januar": both ends of it.
  const others = elsewhere.map(
    (one, at) => one || (elsewhere[at - 1] === true && TILL.test(said.slice(days[at - 1]?.end, days[at]?.start))),
  );
  const counted = new Set<string | undefined>(placed.flatMap(({ mention }) => (mention.anchor && mention.day) || []));
  const anchors = new Set<string | undefined>(placed.flatMap(({ mention }) => mention.anchor?.day ?? []));
  const lists = listsOf(text, placed, own);
  const told = placed.map((one, at): Placed => {
    if (counted.has(one.mention.day)) return { ...one, role: 'end', bare: false, strong: true };
    // The work is there before what the other day is of.
    if (anchors.has(one.mention.day) && (one.role === 'end' || one.role === 'final'))
      return { ...one, role: 'other', bare: false, strong: true };
    if (refused[at] || others[at]) return { ...one, role: 'other', bare: false, strong: true };
    if (one.mention.lately && !one.strong) return { ...one, role: 'other', bare: false };
    if (!one.bare || one.mention.part || one.mention.past || one.mention.today) return one;
    const list = lists.find((some) => some.includes(at)) ?? [at];
    return byWeight(one, (role) => Math.max(...list.map((each) => own[each]?.[role] ?? 0)));
  });
  const final = told.map((one, at) => {
    if (!one.bare || refused[at]) return one;
    const near = [at - 1, at + 1].find((next) => refused[next] && apart(days[at], days[next]) < NEAR);
    const best = near === undefined ? undefined : bestOf(own[near]);
    // "Can we shift from the 6th?" says where the day was, and no start.
    const moved = near !== undefined && /from (?:the )?$/i.test(said.slice(0, days[near]?.start).slice(-9));
    const role =
      best && best !== 'other' && !(moved && best === 'start') ? best : moved ? undefined : placed[near ?? -1]?.role;
    return role && role !== 'other' && role !== 'open' ? { ...one, role, bare: false, strong: true } : one;
  });
  return withoutSteps(text, final);
}

function byWeight(one: Placed, weightOf: (role: Cue['role']) => number): Placed {
  const [first, second] = ROLES.map((role) => [role, weightOf(role)] as const).sort((a, b) => b[1] - a[1]);
  const today = /^(?:today|tomorrow)$/i.test(one.mention.text);
  const enough = one.role !== 'other' ? ENOUGH : today ? SURE : PASSING;
  if (!first || first[1] < enough || first[1] === second?.[1]) return one;
  return { ...one, role: first[0], bare: false, strong: first[1] >= SURE };
}

/** How far a day stands from the one that it is said instead of. */
const apart = (a?: Span, b?: Span) => (a && b ? Math.max(a.start - b.end, b.start - a.end) : Number.POSITIVE_INFINITY);

/** Days that follow each other with nothing but a conjunction or a time between them, and of which none says another thing. */
function listsOf(text: string, placed: readonly Placed[], own: readonly Weights[]): number[][] {
  const lists: number[][] = [];
  for (const [at, { mention }] of placed.entries()) {
    const last = placed[at - 1]?.mention;
    const [says, before] = [bestOf(own[at]), bestOf(own[at - 1])];
    const same = says === undefined || before === undefined || says === before;
    if (last && same && isJoined(text, last, mention)) lists.at(-1)?.push(at);
    else lists.push([at]);
  }
  return lists;
}

function bestOf(weights: Weights | undefined): Cue['role'] | undefined {
  const weightOf = (role: Cue['role']) => weights?.[role] ?? 0;
  const [best] = ROLES.filter((role) => weightOf(role) >= ENOUGH).sort((a, b) => weightOf(b) - weightOf(a));
  return best;
}

import { type Booking, type Terms, term } from '../../contracts/terms.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import { isJoined } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import { farTime, readTime, type TimeReading } from './times.ts';
import { zoneIn } from './zones.ts';

const PLACE =
  /^[ ,;]*(?:(?:in|at) )(?:the )?(\p{Lu}[\p{L}\p{N}'’.& -]{1,80}(?:, \p{Lu}[\p{L}-]{2,30}(?= *(?:$|[,.;\n])))?)/u;

export type Slot = {
  readonly mention: DateMention;
  readonly term: NonNullable<Terms['booking']>;
  readonly spans: Span[];
};

/** The days someone must be somewhere, each with the time that stands beside it, is shared by its list, or stands alone in the brief. */
export function readSlots(
  text: string,
  mentions: readonly DateMention[],
  dates: readonly DateMention[],
  taken: readonly Span[],
  context: BriefContext,
  notes: Note[],
): Slot[] {
  const others = [...taken, ...dates];
  const near = mentions.map((mention) => readTime(text, mention, others));
  const known = near.map((read, at) => (read.time ? read : sharedTime(text, mentions, near, at)));
  const far = known.some((read) => !read.time && !read.problem) ? farTime(text, others, mentions, dates) : undefined;
  const zone = zoneIn(text) ?? context.zone;
  const days = new Map<string, Slot>();
  for (const [at, mention] of mentions.entries()) {
    if (!mention.day) continue;
    const own = known[at];
    const read = own?.time || own?.problem ? own : (far ?? own);
    if (!read) continue;
    const slot = slotOf(text, mention, read, zone);
    const before = days.get(mention.day);
    // A day that is named twice is one slot; the fuller naming counts.
    if (!before || (!before.term.value.time && slot.term.value.time)) days.set(mention.day, slot);
  }
  for (const [at, read] of known.entries())
    if (read.problem && !days.get(mentions[at]?.day ?? '')?.term.value.time)
      notes.push({ code: 'brief.time', field: 'booking', sentence: read.problem, quote: mentions[at]?.text ?? '' });
  return [...days.values()];
}

/** "18 Jan, 25 Jan and 1 Feb, all at 14:00": the time of one day of a list is the time of each. */
function sharedTime(
  text: string,
  mentions: readonly DateMention[],
  near: readonly TimeReading[],
  at: number,
): TimeReading {
  const own = near[at] as TimeReading;
  const joins = (one: number) => {
    const [first, next] = [mentions[one], mentions[one + 1]];
    return first !== undefined && next !== undefined && isJoined(text, first, next);
  };
  for (let next = at; joins(next); next += 1) if (near[next + 1]?.time) return { ...own, ...near[next + 1], spans: [] };
  for (let back = at - 1; back >= 0 && joins(back); back -= 1)
    if (near[back]?.time) return { ...own, ...near[back], spans: [] };
  return own;
}

function slotOf(text: string, mention: DateMention, read: TimeReading, zone: string): Slot {
  const close = read.spans.filter((span) => Math.abs(span.start - mention.end) < 130);
  const last = [mention, ...close].sort((a, b) => b.end - a.end)[0] ?? mention;
  const place = PLACE.exec(text.slice(last.end, last.end + 140));
  const placeText =
    place?.[1]?.replace(/[ .,-]+$/, '').replace(/ (?:for|with|from|to|and|at|on|by)(?: .*)?$/, '') ?? null;
  const spans: Span[] = [...read.spans];
  if (place && placeText) {
    const start = last.end + place[0].length - (place[1]?.length ?? 0);
    spans.push({ start, end: start + placeText.length, text: placeText });
  }
  const value: Booking = { on: mention.day ?? '', time: read.time, minutes: read.minutes, zone, place: placeText };
  const all = [mention, ...close, ...spans.slice(read.spans.length)];
  const quote = text.slice(Math.min(...all.map((s) => s.start)), Math.max(...all.map((s) => s.end)));
  return { mention, term: term(value, 'brief', quote.length <= 200 ? quote : mention.text), spans };
}

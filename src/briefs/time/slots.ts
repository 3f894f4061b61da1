import { type Booking, type Terms, term } from '../../contracts/terms.ts';
import { lettered } from '../passages/letters.ts';
import type { BriefContext, Note, Span } from '../passages/text.ts';
import type { DateMention } from './dates.ts';
import type { Owned } from './owned.ts';
import { timesOfDays } from './slot-times.ts';
import { lengthBeside } from './times.ts';
import { zoneAt, zoneIn } from './zones.ts';

const PLACE =
  /^[ ,;]*(?:(?:in|at) )(?:the )?(\p{Lu}[\p{L}\p{N}'’.& -]{1,80}(?:, \p{Lu}[\p{L}-]{2,30}(?= *(?:$|[,.;\n])))?)/u;

const PROPER = String.raw`\p{Lu}[\p{L}\p{N}'’.-]*`;
/** "En Madrid", "à la Villa des Roses, Lyon": a name of its own words, so that what follows it stays outside. */
const PLACE_ROMANCE = new RegExp(
  `^[ ,;]*(?:en|à|au|aux) (?:el |la |los |las |le |les |l['’])?(?!(?:EUR|USD|CHF|GBP|MXN|COP|CAD|Zoom|Teams)(?!\\p{L}))(${PROPER}(?:[ -](?:(?:de la|de los|del|des?|du|la|le|los|las|el|sur|y|et) )?${PROPER}){0,5}(?:, ${PROPER}(?= *(?:$|[,.;\\n])))?)`,
  'u',
);

/** A full stop that is none of a short form ("St. Mary", "Washington D.C. Armory"), and what money follows. */
const PLACE_ENDS = lettered(
  String.raw`(?<!(?<![\p{L}])(?:st|ste|sta|sto|dr|prof|mr|mrs|ms|no|nr|av|avda|hl|skt|mt|ft|\p{L}))\. | (?:[-–] )?(?:eur|usd|gbp|chf|aud|cad|nzd|sek|nok|dkk|pln|czk|jpy|euros?)(?= ?\d)`,
  'iu',
);

/** "In London on 12 June": a town right before the day, in the words of four languages. */
const TOWN = /(?<![\p{L}])(?:in|à|en) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?),? (?:(?:on|am|le|el|den) )?$/u;

export type Slot = {
  readonly mention: DateMention;
  readonly term: NonNullable<Terms['booking']>;
  readonly spans: Span[];
};

/** The days someone must be somewhere, each with the time that is said with it, is shared by its list, or stands alone in the brief. */
export function readSlots(
  text: string,
  mentions: readonly DateMention[],
  dates: readonly DateMention[],
  { taken, clocks }: { readonly taken: readonly Span[]; readonly clocks: readonly Owned[] },
  context: BriefContext,
  notes: Note[],
): Slot[] {
  const others = [...taken, ...dates];
  const known = timesOfDays(text, clocks, mentions, dates);
  const named = zoneIn(text, context.country);
  const days = new Map<string, Slot[]>();
  for (const [at, mention] of mentions.entries()) {
    if (!mention.day) continue;
    const times = known[at]?.times ?? [];
    // An hour is not how long it takes as well.
    const length = lengthBeside(text, mention, [...others, ...times]);
    const slots = (times.length > 0 ? times : [undefined]).map((time) =>
      slotOf(text, mention, { time, length }, { ...context, named }),
    );
    // A day that is named twice is one slot; the fuller naming counts.
    if (!days.has(mention.day) || (!days.get(mention.day)?.[0]?.term.value.time && times.length > 0))
      days.set(mention.day, slots);
  }
  for (const [at, { problem }] of known.entries())
    if (problem && !days.get(mentions[at]?.day ?? '')?.[0]?.term.value.time)
      notes.push({ code: 'brief.time', field: 'booking', sentence: problem, quote: mentions[at]?.text ?? '' });
  return [...days.values()].flat();
}

/** The business's own clock, and the one that the brief names. */
type Clock = Pick<BriefContext, 'zone' | 'country'> & { readonly named: string | undefined };
type Read = { readonly time: Owned | undefined; readonly length: ReturnType<typeof lengthBeside> };

function slotOf(text: string, mention: DateMention, { time, length }: Read, clock: Clock): Slot {
  const spans: Span[] = [...(time ? [time] : []), ...length.spans];
  const close = spans.filter((span) => Math.abs(span.start - mention.end) < 130);
  const last = [mention, ...close].sort((a, b) => b.end - a.end)[0] ?? mention;
  const behind = text.slice(last.end, last.end + 140);
  const place = PLACE.exec(behind) ?? PLACE_ROMANCE.exec(behind);
  const placeText =
    place?.[1]
      ?.split(PLACE_ENDS)[0]
      ?.replace(/[ .,-]+$/, '')
      .replace(/ (?:for|with|from|to|and|at|on|by)(?: .*)?$/, '') ?? null;
  const all: Span[] = [mention, ...close];
  if (place && placeText) {
    const start = last.end + place[0].length - (place[1]?.length ?? 0);
    all.push({ start, end: start + placeText.length, text: placeText });
  }
  const minutes = time?.minutes ?? length.minutes;
  const town = placeText ?? TOWN.exec(text.slice(Math.max(0, mention.start - 60), mention.start))?.[1] ?? null;
  const zone = clock.named ?? zoneAt(town, mention.day ?? '', clock) ?? clock.zone;
  const value: Booking = { on: mention.day ?? '', time: time?.time ?? null, minutes, zone, place: placeText };
  const quote = text.slice(Math.min(...all.map((s) => s.start)), Math.max(...all.map((s) => s.end)));
  return {
    mention,
    term: term(value, 'brief', quote.length <= 200 ? quote : mention.text),
    spans: [...spans, ...all.slice(1 + close.length)],
  };
}

/** The words from the first of several slots to the last, as far as a quotation reaches. */
export function quoteOfSlots(text: string, slots: readonly Slot[]): string | undefined {
  const all = slots.flatMap(({ mention, spans }) => [mention, ...spans]);
  const start = Math.min(...all.map((span) => span.start));
  return slots.length < 2 ? undefined : text.slice(start, Math.max(...all.map(({ end }) => end))).slice(0, QUOTE_MAX);
}
const QUOTE_MAX = 400;

/** The only day someone must be somewhere takes place in the house that the brief names, where no place stands beside the day. */
export function placedIn(
  slots: readonly Booking[],
  booking: Terms['booking'],
  venue: string | undefined,
): Pick<Terms, 'booking'> {
  if (!booking || !venue || slots.length > 1 || booking.value.place) return {};
  return { booking: { ...booking, value: { ...booking.value, place: venue } } };
}

import { readTime } from '../briefs/time/times.ts';
import { minutesBetween } from '../shared/dates.ts';
import { ask, type Read } from './change.ts';
import { datesIn } from './change-figures.ts';
import type { Booking, Terms } from './terms.ts';

const HOUR = String.raw`\d{1,2}(?:[:.h]\d{2})?(?: ?(?:h|uhr|[ap]\.?m\.?)(?!\p{L}))?`;
/** "Von 14 h bis 18 h", of which the end has become a deadline in English. */
const UNTIL = new RegExp(
  String.raw`(?<![\p{L}])(?<from>from|von|de|ab|between) (?<hour>${HOUR}) (?:by|bis|until|till|jusqu['’]à|hasta|and) (?=${HOUR})`,
  'giu',
);
/** Hours of which one has a mark: "from 2 to 6 pm", "14–18 Uhr", "de 16 a 20 h". */
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,:])(?=${HOUR} ?(?:to|-|–|à|a|bis) ?${HOUR})(?=[^;,]{0,14}?\d ?(?::\d\d|h(?!\p{L})|uhr|[ap]\.?m))${HOUR} ?(?:to|-|–|à|a|bis) ?${HOUR}(?![\p{L}\d%]|[.,:]\d)`,
  'giu',
);
const withRange = (part: string) => part.replace(UNTIL, '$<from> $<hour> to ');

/** When a booking begins and how long it takes, as one line of a request says it beside its day. */
export function hoursBeside(part: string, today: string) {
  const words = withRange(part);
  const [date] = datesIn(words, today);
  return readTime(words, date ?? { start: 0, end: 0, text: '' }, []);
}
/** Whether words say from which hour to which. */
export const saysRange = (part: string): boolean => withRange(part).search(RANGE) >= 0;

/** "Finish at 6 pm", "bleib bis 18 Uhr": when it ends and not when it begins. */
const ENDS = new RegExp(
  String.raw`(?<![\p{L}])(?:finish(?:es)?|ends?|stops?|over|stay|until|till|by|bis|jusqu['’]à|hasta|up to)(?: (?:at|um|à|las))? (?<hour>${HOUR})`,
  'iu',
);

/** How long a booking takes that ends at an hour, which is asked, since the beginning may have moved as well. */
export function readEndHour(part: string, terms: Terms): Read | undefined {
  const booking = terms.booking?.value;
  const hour = ENDS.exec(part)?.groups?.hour;
  if (!hour || !booking || saysRange(part)) return undefined;
  const { time: end } = readTime(`at ${hour}`, { start: 0, end: 0, text: '' }, []);
  if (!end) return undefined;
  const minutes = booking.time ? minutesBetween(booking.time, end) : 0;
  const choices =
    minutes < 5 ? [] : [{ label: `From ${booking.time} to ${end}`, patch: { booking: { ...booking, minutes } } }];
  return ask('From when to when should the booking be?', choices, 'booking');
}

const TOLD_PLACE =
  /\b(?:venue|location|place|at the|in the)(?: (?:is|to|of|will be|changes to))? ?:? ?(?:the )?(\p{Lu}[\p{L}\p{N}'’.& -]{2,80})/u;
/** "The ceremony is now at St Mary's Church", "das Shooting ist jetzt im Schloss Benrath". */
const IS_AT =
  /(?<![\p{L}])(?:is|be|happens?|takes? place|moves?|moved|ist|findet|sera|será|es)(?: (?:now|jetzt|nun|doch|finalement|ahora|instead))? (?:at|in|to|im|in der|beim|bei|auf|au|à la|en)(?: (?:the|la|el|le|der|dem))? (\p{Lu}\p{Ll}[\p{L}\p{N}'’.& -]{1,80})/u;

/** The place that words name for a booking; a month or a day of the week is none. */
export function placeOf(part: string, today: string): Booking['place'] | undefined {
  const said = (TOLD_PLACE.exec(part) ?? IS_AT.exec(part))?.[1];
  const place = said
    ?.replace(/ (?:on|at|from|instead|statt) .*$| (?:von|de) (?=\d).*$| (?:instead|please|bitte)$/i, '')
    .trim();
  return place && datesIn(place, today).length === 0 ? place : undefined;
}

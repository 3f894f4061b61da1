import { languageOf } from '../briefs/languages/language.ts';
import { type Clock, clocksIn } from '../briefs/time/clocks.ts';
import { type Booking, slotOf, slotsIn } from '../contracts/terms.ts';
import { minuteOfDay } from '../shared/dates.ts';
import { firstAgainst, making } from './custom.ts';
import type { LintScene, Rule } from './finding.ts';
import { factsOf, spokenIn } from './own-facts.ts';
import {
  BOOKED_AT,
  BOOKING_ENDS,
  BOOKING_IS,
  DONE_AT,
  ON_THE_WAY,
  PART_OF_IT,
  PLACE_IS,
  PRESENT,
  WE_BEGIN,
} from './own-slot-cues.ts';
import { partWith } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against the hours and the place that are booked. */
export const OWN_SLOT: Rule = {
  id: 'custom.other-slot',
  title: 'Another time or place in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherSlot),
};

function otherSlot(scene: LintScene, own: OwnWords) {
  const slots = slotsIn(scene.terms);
  if (slots.length === 0 || own.field === 'booking') return undefined;
  const time = otherTime(scene, own, slots) ?? otherPresence(scene, own, slots);
  const place = otherPlace(scene, own, slots);
  const first = time?.grade && place ? place : (time ?? place);
  const [slot, ...later] = slots;
  if (!first || !slot) return undefined;
  const { sentence, grade } = first;
  const said = [time?.said, place?.said].filter(Boolean).join(', ');
  const fits = later.length === 0 && said.length <= 50 && (time === undefined || time.booking !== undefined);
  const booking = { ...slot, ...time?.booking, ...place?.booking };
  return {
    ...{ sentence, grade, term: 'booking' as const },
    make: fits ? making(scene, `Book it for ${said}`, { booking }) : undefined,
  };
}

const clockOf = (wall: string) => wall.slice(11, 16);

/** Times of day in words of any of the four languages, each once. */
function clocksSaid(text: string): readonly Clock[] {
  return (
    [languageOf(text), 'en' as const, 'de' as const, 'fr' as const, 'es' as const]
      .map((language) => clocksIn(text, language))
      .find((clocks) => clocks.some(({ time }) => time)) ?? []
  );
}

function otherTime(scene: LintScene, own: OwnWords, slots: readonly Booking[]) {
  const ends = BOOKING_ENDS.test(own.text);
  const begins = BOOKING_IS.test(own.text) || WE_BEGIN.test(own.text);
  if (!(begins || ends || PART_OF_IT.test(own.text))) return undefined;
  const facts = factsOf(own.text, scene);
  const { text } = spokenIn(scene, own);
  const part = partWith(
    text,
    (words) => [BOOKING_IS, WE_BEGIN, PART_OF_IT, BOOKING_ENDS].some((cue) => cue.test(words)),
    (words) => clocksSaid(words).length > 0,
  );
  if (!part) return undefined;
  const clock = clocksSaid(part).find(({ ends: isEnd, time }) => time && (ends || !isEnd));
  // Of several bookings a day that is named has its own hours.
  const days = facts.dates().flatMap(({ day }) => day ?? []);
  const those = slots.filter(({ on }) => days.length === 0 || days.includes(on));
  const hours = those.flatMap((slot) => slotOf(slot) ?? []);
  const [slot] = those;
  const [first] = hours;
  if (!clock?.time || !first || !slot) return undefined;
  if (ends && those.some(({ minutes }) => minutes === null)) return undefined;
  const said = clock.time;
  const known = hours.map(({ start, end }) => clockOf(ends ? end : start));
  if (known.includes(said)) return undefined;
  const within = hours.some(({ start, end }) => said > clockOf(start) && said < clockOf(end));
  if (within && !begins && !ends) return undefined;
  return {
    sentence: `Your own wording has the booking ${ends ? 'end' : 'begin'} at ${said}; this contract has it ${ends ? 'end' : 'begin'} at ${known.join(', ')}.`,
    ...{ said, booking: ends ? undefined : { time: said } },
    grade: begins || ends ? undefined : ('warns' as const),
  };
}

/** “We are there from 14 to 17” leaves out what is booked before or after. */
function otherPresence(scene: LintScene, own: OwnWords, slots: readonly Booking[]) {
  if (!PRESENT.test(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const [span, ...more] = clocksSaid(text).filter(({ time, minutes }) => time && minutes);
  const hours = slots.flatMap((slot) =>
    slot.time && slot.minutes ? [[minuteOfDay(slot.time), slot.minutes] as const] : [],
  );
  if (!span?.time || !span.minutes || more.length > 0 || hours.length < slots.length) return undefined;
  const [from, to] = [minuteOfDay(span.time), minuteOfDay(span.time) + span.minutes];
  if (hours.some(([start, length]) => from <= start && to >= start + length)) return undefined;
  return {
    sentence: `Your own wording has us there ${span.text.replace(/[\s.,;]+$/, '')}; that is not the time of the booking, which begins at ${slots.map(({ time }) => time).join(', ')}.`,
    ...{ said: span.time, booking: undefined, grade: undefined },
  };
}

/** Words that many places have in their names. */
const GENERIC =
  /^(?:hall|park|hotel|studio|street|road|house|room|garden|church|castle|centre|center|square|station|museum|town|city|old|new|halle|saal|haus|schloss|kirche|platz|garten|straße|rathaus|salle|parc|château|église|jardin|maison|gare|hôtel|sala|parque|castillo|iglesia|casa|plaza|jardín|estación)$/;
/** Whether a place that is named may be one that is known: by a word that tells it from others, in whatever town. */
function isKnownPlace(named: readonly string[], known: readonly string[], towns: readonly string[]): boolean {
  const telling = named.filter((word) => !GENERIC.test(word) && !towns.includes(word));
  if (telling.length > 0) return telling.some((word) => known.includes(word));
  const rest = named.filter((word) => !towns.includes(word));
  return rest.every((word) => known.includes(word));
}

const NAME =
  /^[\p{Lu}\d][\p{L}\d'’&-]*(?: (?:(?:of|the|de|du|des|la|le|der|dem|am|im|an|del|los|and|und|et|y) )*[\p{Lu}\d][\p{L}\d'’&.-]*)*/u;
const SMALL = /^(?:the|of|de|du|des|la|le|les|der|die|das|dem|am|im|an|in|el|los|las|del|and|und|et|y|st|saint)$/i;
/** A season or the weather is no place: “der Ort ist im Sommer heiß”. */
const NO_PLACE = /^(?:summer|winter|spring|autumn|sommer|frühling|herbst|regen|freien|english|englisch)/i;
const wordsOf = (name: string) =>
  (name.match(/[\p{L}\d]+/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => !SMALL.test(word));

function otherPlace(scene: LintScene, own: OwnWords, slots: readonly Booking[]) {
  const { text } = own;
  const stated = PLACE_IS.exec(text);
  const cue = stated ?? BOOKED_AT.exec(text) ?? DONE_AT.exec(text);
  const places = slots.flatMap(({ place }) => place ?? []);
  if (!cue || places.length < slots.length || ON_THE_WAY.test(text)) return undefined;
  const behind = text.slice(cue.index + cue[0].length).trimStart();
  const said = ((stated ? behind.split(/[.;,(]/)[0] : NAME.exec(behind)?.[0]) ?? '').trim();
  const named = wordsOf(said);
  if (named.length === 0 || NO_PLACE.test(said) || !/\p{Lu}/u.test(said)) return undefined;
  const { clientAddress } = scene.terms;
  const addresses = [clientAddress?.value ?? '', ...(scene.business.address ?? [])];
  // The town that the place is in, as far as the contract tells.
  const towns = [
    ...[...places, ...addresses].flatMap((each) => wordsOf(each.split(',').slice(1).join(' '))),
    ...[...(scene.business.address ?? []).slice(1), ...slots.map(({ zone }) => zone)].flatMap(wordsOf),
  ];
  if (isKnownPlace(named, [...places, ...addresses].flatMap(wordsOf), towns)) return undefined;
  return {
    sentence: `Your own wording has the booking take place in “${said}”; this contract has it in ${[...new Set(places)].join(', ')}.`,
    ...{ said, booking: { place: said }, grade: undefined },
  };
}

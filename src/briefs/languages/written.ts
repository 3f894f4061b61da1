import { type Deliverable, deliverableOf } from '../../contracts/deliverable.ts';
import type { Sourced, Terms } from '../../contracts/terms.ts';
import { bareLabel } from '../money/part-labels.ts';
import type { Part, PartsReading } from '../money/parts.ts';
import type { Note } from '../passages/text.ts';
import type { Englished } from './language.ts';

/** Terms whose value is words of the brief, which are said as they were written. */
const WORDS = ['title', 'clientName', 'clientCompany', 'specialTerms'] as const;

/** Terms read from a brief put into English, in the words it was written in. */
export function termsIn(found: Terms, english: Englished): Terms {
  const out: Record<string, Sourced<unknown>> = {};
  for (const [name, sourced] of Object.entries(found))
    if (sourced) out[name] = { ...sourced, ...quoteIn(sourced, english) };
  for (const name of WORDS) {
    const one = found[name];
    if (one)
      out[name] = { ...out[name], ...one, value: english.written(one.value, one.quote), ...quoteIn(one, english) };
  }
  const { deliverables, booking } = found;
  if (deliverables)
    out.deliverables = {
      ...deliverables,
      ...quoteIn(deliverables, english),
      value: deliverables.value.map((thing) => thingIn(thing, (words) => english.written(words, deliverables.quote))),
    };
  if (booking?.value.place)
    out.booking = {
      ...booking,
      ...quoteIn(booking, english),
      value: { ...booking.value, place: english.written(booking.value.place, booking.quote) },
    };
  return out as Terms;
}

/** A thing in the words it was written in. */
function thingIn(thing: Deliverable, written: (words: string) => string): Deliverable {
  const { text, format, accepted } = thing;
  return deliverableOf(written(text), { format: format && written(format), accepted: accepted && written(accepted) });
}

export function sourcedIn<T>(sourced: Sourced<T> | undefined, english: Englished): Sourced<T> | undefined {
  return sourced && { ...sourced, ...quoteIn(sourced, english) };
}

/** Parts of a price under the names they were written with. */
export function partsIn(reading: PartsReading | undefined, english: Englished): PartsReading | undefined {
  return reading && { ...reading, parts: reading.parts.map((part) => partIn(part, english)) };
}

function partIn(part: Part, english: Englished): Part {
  if (!part.at) return part;
  const words = english.origin(part.at).text;
  return { ...part, label: part.dated ? words : bareLabel(nameOf(words)) };
}

/** A note's sentence names words of the brief in quotation marks. */
export function noteIn(note: Note, english: Englished): Note {
  const sentence = note.sentence.replace(/“([^”]+)”/g, (_, words: string) => `“${english.written(words)}”`);
  return { ...note, sentence, ...(note.quote && { quote: english.written(note.quote) }) };
}

function quoteIn({ quote }: { quote?: string | undefined }, english: Englished): { quote?: string } {
  return quote ? { quote: english.written(quote) } : {};
}

/** "bei Übergabe", "à la livraison", "tras el rodaje": when a part is due, without the word that says "when". */
const WHEN =
  /^(?!an? (?:day|week|month)(?![\p{L}]))(?:bei(?:m)?|nach|mit|vor|zu[rm]?|an?|auf|für|au[x]?|après|avant|dès|lors|en|pour|al|tras|con|contra|on|at|after|upon|with|by|for)(?: (?=\p{L}))/iu;
const ARTICLE = /^(?:der|die|das|dem|den|des|la|le|les|el|los|las|the|du|de la|de l['’]) (?=\p{L})/iu;

const nameOf = (label: string) =>
  label
    .replace(/^à (?:la |l['’])?/iu, '')
    .replace(WHEN, '')
    .replace(ARTICLE, '')
    .replace(/^l['’]/iu, '')
    .trim();

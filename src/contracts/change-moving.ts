import { lengthsIn } from '../briefs/agreed/lengths.ts';
import { formatDay } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { ask, type ChangeContext, type Choice, type Patch, type Read, type Reader } from './change.ts';
import { datesIn, sharesIn, shiftIn, sumsIn, VAGUE } from './change-figures.ts';
import { movingChoice, readMovingBy } from './change-moving-by.ts';
import { movingAsked, saysFree } from './change-moving-words.ts';
import { DROPS } from './change-parts.ts';
import { readBooking } from './change-time.ts';
import { currencyIn, shareWords, type Terms } from './terms.ts';
import type { MovingFee, Rescheduling } from './tiers.ts';

/** What is said of moving but which day it is to be. */
const AGREES =
  /(?<![\p{L}])(?:free|no charge|no cost|fees?|charged?|costs?|price|notice|otherwise|any time|penalt\p{L}+|not possible|allowed|\p{L}*gebühr\p{L}*|frais|expenses|recargo|coûte\p{L}*|cuesta|kostet)(?![\p{L}])|%|^no(?![\p{L}])/iu;
const CALLED_OFF = /\bcancel\w*|\bcall(?:ed|s|ing)? (?:it )?off\b/i;
/** A share of something else than the price, or of what is left: what it comes to is not said. */
const OF_OTHER =
  /\bof the (?:deposit|balance|day rate|remaining)\b|\bde deposit\b|\bd(?:er|el) deposit\b|\binstead of the full\b/i;
/** What names another term as its own. */
const OTHERS_OWN =
  /(?<!\bof the |\bde |\bder |\bdel )\b(?:deposit|milestones?|kill fee|hourly|day rate|total price|budget)\b/i;

const BY_LENGTH =
  /(?<![\p{L}])(?:by|um|at|de|en) (?:\p{L}+|\d+) (?:days?|weeks?|months?)(?! (?:before|ahead|notice|vorher|avant|antes))|(?<![\p{L}])(?:later|earlier|sooner|back)(?![\p{L}])/iu;
/** "Postpone it by a week", and not how late somebody may ask for it. */
const isPutOff = (part: string) => BY_LENGTH.test(part) && !saysFree(part);

/** "One free reschedule with 30 days' notice, otherwise 25%". A new day of the booking is another thing. */
export const readRescheduling: Reader = (part, terms, context) => {
  // What counts for calling off as well is read with it.
  if (CALLED_OFF.test(part)) return undefined;
  const figures = sharesIn(part).length + sumsIn(part, terms, context).length;
  const says = figures > 0 || AGREES.test(part) || saysFree(part);
  if (datesIn(part, context.today).length > 0 || (shiftIn(part) && (!says || isPutOff(part))))
    return says && !OTHERS_OWN.test(part) ? (newDay(part, terms, context) ?? HOW) : undefined;
  if (!OF_OTHER.test(part)) {
    const read = readMovingBy(part, terms, context) ?? readDropped(part, terms) ?? readAgreed(part, terms);
    if (read) return read;
  }
  // A notice for moving is none for calling off.
  return says || (/\bnotice\b/i.test(part) && lengthsIn(part).length > 0) ? HOW : undefined;
};

const HOW = ask(
  'Say how often moving the date is free, with how much notice, and what it costs otherwise, like “once free with 14 days’ notice, otherwise 25%”.',
  [],
  'rescheduling',
);

/** Values in the words of the request: the fee, how often, the notice. */
function readAgreed(part: string, terms: Terms): Read | undefined {
  const said = movingAsked(part, currencyIn(terms));
  const stands = terms.rescheduling?.value;
  if (!said) return readNotice(part, stands);
  const next = together(said, terms);
  if (said.tiers && said.fee && STEP_BEHIND.test(part))
    return ask(
      'What does a move cost at first, and what nearer to the date?',
      [movingChoice(next, terms), ...swapped(next, terms)],
      'rescheduling',
    );
  // A fee alone would take the later steps away unseen.
  if (stands?.tiers && said.fee && !said.tiers)
    return ask(
      'There are steps for a move nearer to the booking. Do they stay?',
      [movingChoice({ ...next, tiers: stands.tiers }, terms), movingChoice({ ...next, tiers: undefined }, terms)],
      'rescheduling',
    );
  return { patch: { rescheduling: next } };
}

/** "Then 100 EUR, within 7 days 50%": which figure goes with the days stands in its place alone. */
const STEP_BEHIND =
  /\d ?(?:%|€|EUR|[a-z]+)?,? (?:and )?within \d+ (?:days?|hours?|weeks?),? (?:it (?:is|costs) )?[€$£]?\d/i;

/** The same with the costs of the first and of the nearer move changed about. */
function swapped(said: Rescheduling, terms: Terms): Choice[] {
  const [step, ...more] = said.tiers ?? [];
  if (!step || !said.fee || more.length > 0) return [];
  const { within, unit, percentMilli, minor } = step;
  const fee: MovingFee = minor === undefined ? { percentMilli: percentMilli ?? 0 } : { minor };
  return [movingChoice({ ...said, fee, tiers: [{ within, unit, ...said.fee }] }, terms)];
}

/** "14 days' notice for moving": the notice alone. */
function readNotice(part: string, stands: Rescheduling | undefined): Read | undefined {
  const [length, ...more] = lengthsIn(part);
  const alone = length && more.length === 0 && !length.working && /\b(?:notice|frist|préavis|aviso)\b/i.test(part);
  if (!alone || /\d/.test(part.replace(length.text, '')) || saysFree(part) || VAGUE.test(part)) return undefined;
  if (stands?.free === 0 || /\bby\b/i.test(part.slice(0, length.start).slice(-4))) return undefined;
  const days = { day: length.count, week: length.count * 7 }[length.unit as 'day' | 'week'];
  const notice =
    length.unit === 'hour'
      ? { within: length.count, unit: 'hours' as const }
      : days && { within: days, unit: 'days' as const };
  return notice ? { patch: { rescheduling: { ...stands, notice } } } : undefined;
}

/** "No fee for moving" leaves open whether moving is free then, or late moves count as calling off. */
function readDropped(part: string, terms: Terms): Read | undefined {
  if (!DROPS.test(part) || !/\bfees?|charges?|costs?|penalt/i.test(part) || /\d/.test(part)) return undefined;
  const { fee: _, tiers: __, ...rest }: Rescheduling = terms.rescheduling?.value ?? {};
  const none = Object.keys(rest).length > 0 && rest.free !== 0 ? [movingChoice(rest, terms)] : [];
  return ask(
    'Without a fee, should moving be free as often as the client likes? Or may a move that is not free count as calling off?',
    [movingChoice({ ...rest, free: null }, terms), ...none],
    'rescheduling',
  );
}

/** A part of what was agreed takes the place of that part: another fee leaves how often it is free. */
function together(said: Rescheduling, { rescheduling }: Terms): Rescheduling {
  const stands = rescheduling?.value;
  if (!stands) return said;
  const barred = said.free === 0 && !said.fee;
  if (barred || stands.free === 0) return said;
  const { tiers, ...rest } = stands;
  const { free, ...fee } = said;
  const feeAlone = free === 0 && said.notice === undefined;
  return { ...rest, ...(said.fee === undefined && { tiers }), ...(feeAlone ? fee : said) };
}

/** "Move the shoot to 13 June for EUR 50": what this move costs, what any would, or the price of the work. */
function newDay(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const [sum, ...more] = sumsIn(part, terms, context);
  const [share] = sharesIn(part);
  const moved = readBooking(withoutFigures(part, sum?.amount.text), terms, context);
  const day: Patch = moved && 'patch' in moved ? moved.patch : {};
  const label = (words: string) =>
    [day.booking && `Booking: ${formatDay(day.booking.on)}`, words].filter(Boolean).join('; ');
  const fee = terms.fee?.value;
  const worth: MovingFee | undefined = sum ? { minor: sum.sum.minor } : share ? { percentMilli: share } : undefined;
  if (!worth && !day.booking) return undefined;
  const any = together(worth ? { free: 0, fee: worth } : { free: null }, terms);
  const price = (minor: bigint): Choice | [] =>
    fee ? { label: label(`price: ${formatMoney({ ...fee, minor })}`), patch: { ...day, fee: { ...fee, minor } } } : [];
  const costs = sum ? formatMoney(sum.sum) : share ? shareWords(share) : 'free';
  const plain = more.length === 0 && !sum?.foreign;
  return ask(
    worth
      ? 'Is that the price of the work from now on, something on top of it for this move, or what any move costs?'
      : 'Does only the day change, or also what any move costs?',
    plain
      ? [
          ...(sum && fee ? [price(fee.minor + sum.sum.minor), price(sum.sum.minor)].flat() : []),
          ...(!worth && day.booking ? [{ label: label(''), patch: day }] : []),
          { label: label(`${day.booking ? 'any' : 'Any'} other move: ${costs}`), patch: { ...day, rescheduling: any } },
        ]
      : [],
    'rescheduling',
  );
}

const withoutFigures = (part: string, sum = '') =>
  part
    .replace(sum, ' ')
    .replace(/[\d.,]+ ?(?:%|percent)/g, ' ')
    .replace(/ {2,}/g, ' ');

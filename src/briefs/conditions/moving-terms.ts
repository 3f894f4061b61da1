import { Rescheduling } from '../../contracts/tiers.ts';
import { type Length, lengthsIn } from '../agreed/lengths.ts';
import { VAGUE } from '../agreed/words.ts';
import { lettered, said } from '../passages/letters.ts';
import { masked, type Span } from '../passages/text.ts';
import { holdsOnlyKnown } from './moving-known.ts';
import { freeTimesIn } from './moving-times.ts';
import { FREE } from './moving-words.ts';
import { type Owed, owedIn } from './owed.ts';
import { hoursIn } from './stretches.ts';

type Before = { readonly within: number; readonly unit: 'days' | 'hours' };
type Time = Span & Before & { readonly kind: 'until' | 'within' };
type Fee = NonNullable<Rescheduling['fee']>;

const FILLER =
  "(?: (?:the|a|les|los|las|den|der|de|des|d['’]|it|un|una|l['’]))*(?: (?:last|final|letzten|derni[eè]re?s|últim[oa]s))?";
/** What stands before a time within which a request is late, and before one until which it is in time. */
const LATE = lettered(
  `(?:(?<![\\p{L}])(?:within|inside|in|less than|under|fewer than|below|weniger als|unter|innerhalb(?: von)?|innert|binnen|kürzer als|(?:à )?moins (?:de|d['’])|dans|(?:con )?menos de|dentro de|en)|<)${FILLER} ?$`,
  'iu',
);
const IN_TIME = lettered(
  `(?:(?<![\\p{L}])(?:up to|until|till|at least|min(?:imum|\\.)?(?: of)?|more than|over|no later than|with(?: at least)?|by|given|giving|bis(?: zu)?|mindestens|spätestens|mehr als|mit|jusqu['’](?:à|aux?)|au moins|au plus tard|plus de|avec|moyennant|hasta|al menos|como mínimo|a más tardar|más de|con(?: al menos)?|avisando con)|>)${FILLER} ?$`,
  'iu',
);
const OR_LESS = /^ (?:or (?:less|fewer)|oder weniger|ou moins|o menos)(?!\p{L})/iu;
/** What stands behind a time before the booking; of two lengths it is the one that is in time. */
const AHEAD = lettered(
  "^(?:['’]s?)? ?(?:(?:full |clear |written |prior |advance |de |d['’]|à l['’]|im |con )*(?:notice|in advance|advance|ahead|before(?:hand)?|prior|earlier|vorher|vor|davor|voraus|vorlauf|frist|avant|avance|préavis|prévenance|antes|antelación|anticipación|(?:pre)?aviso))(?!\\p{L})",
  'iu',
);
/** Counted from something else than the booking. */
const AFTER =
  /^ (?:of|after|from|nach|ab|après|de la|desde)(?!\p{L})(?! (?:the |it|der |den |dem )?(?:original |ursprünglichen )?(?:day|date|booking|session|shoot|event|start|termin|séance|cita|sesión))/iu;
/** What else is done with a new day: "to a date within three months", "innerhalb von 6 Monaten nachholen". */
const NEW_DAY = said(
  'dates?|days?|slots?|take (?:it|place)|taken|used?|re-?book\\p{L}*|original\\p{L}*|datum|tag|termin\\p{L}*|nachhol\\p{L}*|nachgeholt|ursprüngl\\p{L}*|jours?|utilis\\p{L}*|séance|initial\\p{L}*|fechas?|día|usar\\p{L}*|sesión',
);
/** What is not free any more. */
const OTHERWISE = said(
  'otherwise|else|if (?:less|later)|after(?:wards| that)?|thereafter|later|then|(?:and|or) less|less(?= ?[:,]?\\s*[€$£\\d])|any (?:other|later|further) \\p{L}+|(?:each|every|any) (?:further|additional|other|more|extra)|further|beyond|a second|the second|les suivants?|los siguientes|the (?:next|following|others?)|die (?:weiteren|nächsten)|sonst|ansonsten|danach|darunter|später\\p{L}*|dann|jede\\p{L}* weitere\\p{L}*|sinon|si moins|moins(?= ?:)|ensuite|après|au-delà|puis|chaque \\p{L}+ suivante?|si ?no|si menos|menos(?= ?:)|de lo contrario|después|luego|más tarde|cada \\p{L}+ (?:más|adicional)|a partir de entonces',
);
/** Words known one by one that say more together than a term holds: at most so much, of the deposit, by the day, the second one. */
const TWISTED = said(
  "(?:once|twice|einmal|zweimal) (?:\\p{L}+ )?(?:costs?|kostet)|une fois coûte|una vez cuesta|per day|each day|je tag|pro tag|par jour|por día|of (?:the |my |your )?(?:deposit|balance|remaining|day rate|outstanding)|(?:der|des) (?:anzahlung|rest\\p{L}*|tagessatz\\p{L}*)|(?:up to|at most|no more than|höchstens|maximal|au maximum|como máximo|máximo|hasta|at least|mindestens|never more than|nicht mehr als|pas plus de|no más de) (?:€|eur|\\$|£)? ?\\d+ ?(?:%|€|eur\\p{L}*|£|\\$|percent)|(?:from )?(?:the |a )?(?:second|third|2nd|3rd)|(?:more|mehr|más|plus)(?! (?:than|als|de|que|tarde?|d['’]|\\d))|(?:do|does|did|is|are|was|were|wo|would|ca|could|should|has|have)n['’]?t|not|never|nor|nicht|nie|jamais|pas|nunca|tampoco|refund\\p{L}*|re-?imburs\\p{L}*|erstatt\\p{L}*|rembours\\p{L}*|reembols\\p{L}*|devol\\p{L}*",
);
/** No move at all; "no rescheduling fee" is another thing. */
const BARRED = lettered(
  '^[^\\p{L}\\d]*(?:(?:there (?:is|are) )?no (?:re-?schedul\\p{L}*|postpon\\p{L}*|date changes?|moving (?:of )?(?:the |a )?(?:date|booking|session)s?)|(?:moving|re-?schedul\\p{L}*)(?: (?:the|a) \\p{L}+)?(?::| is)? not possible|keine? (?!\\p{L}*(?:gebühr|kosten|pauschale))(?:verschieb\\p{L}*|umbuch\\p{L}*|verleg\\p{L}*|terminänder\\p{L}*)|(?:pas de|aucun) (?:report|changement de date)|sin (?:cambios? de fecha|aplazamientos?|reprogramaci\\p{L}+))(?: (?:is |are |sind |ist )?(?:possible|allowed|möglich|possible|posibles?))?[.! ]*$',
  'iu',
);

/**
 * What words on moving a booking agree on, in four languages; undefined where something in them has no place in the term, so that
 * nothing is left out of what somebody wrote.
 *
 * @param home The currency of figures that name none.
 */
export function movingIn(said: string, home: string): Rescheduling | undefined {
  if (BARRED.test(said)) return { free: 0 };
  const lengths = timesIn(said);
  const often = freeTimesIn(said);
  if (!lengths || often === undefined || TWISTED.test(said.replace(NO_LATER, ' '))) return undefined;
  if (VAGUE.test(said.replace(AT_LEAST, ' '))) return undefined;
  const { times, months, spans } = lengths;
  const owed = owedIn(masked(said, [...spans, ...often.spans]), home).filter(isWorth);
  const rest = masked(said, [...spans, ...often.spans, ...owed]);
  if (/\d|%/.test(rest) || !holdsOnlyKnown(rest)) return undefined;
  const fees = owed.filter(({ percentMilli }) => percentMilli !== 0);
  const free = fees.length < owed.length || often.free === null || FREE.test(rest);
  const read = fees.length === 0 ? freeOnly(times, free, often) : priced(said, { times, fees, free, often });
  const value = read && { ...read, ...(months !== undefined && { months }) };
  const parsed = Rescheduling.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** As a time that a request is made by it leaves nothing open. */
const AT_LEAST = /(?:at least|mindestens|au moins|al menos)(?= (?:\d|\p{L}+ \p{L}+))/giu;
const NO_LATER = /(?:no|not|nicht|pas) (?:later|less|fewer|später|weniger|plus tard) (?:than|als|que)/giu;

const isWorth = ({ percentMilli, minor }: Owed) =>
  minor === undefined ? percentMilli !== undefined && percentMilli <= 100_000 : minor > 0n;
const feeOf = ({ percentMilli = 0, minor }: Owed): Fee => (minor === undefined ? { percentMilli } : { minor });
const hours = ({ within, unit }: Before) => within * (unit === 'days' ? 24 : 1);
const bare = ({ within, unit }: Before): Before => ({ within, unit });

type Times = { readonly times: readonly Time[]; readonly months: number | undefined; readonly spans: readonly Span[] };

/** Every length of time by what it says of a move; undefined where one says something else. */
function timesIn(said: string): Times | undefined {
  const long = lengthsIn(said);
  const short = hoursIn(said).filter(({ start, end }) => !long.some((one) => one.start < end && start < one.end));
  const all: Length[] = [
    ...long,
    ...short.map(({ hours: count, ...span }) => ({ ...span, count, unit: 'hour' as const, working: false })),
  ].sort((a, b) => a.start - b.start);
  const times: Time[] = [];
  const months: number[] = [];
  for (const length of all) {
    const [before, behind] = [said.slice(0, length.start), said.slice(length.end)];
    const late = LATE.test(before) || OR_LESS.test(behind);
    const ahead = AHEAD.test(behind);
    if (length.working || AFTER.test(behind)) return undefined;
    if (length.unit === 'month' || length.unit === 'year') {
      const near = `${before.slice(-50)} ${behind.slice(0, 40)}`;
      if (!late || ahead || !NEW_DAY.test(near)) return undefined;
      months.push(length.count * (length.unit === 'year' ? 12 : 1));
      continue;
    }
    const in_ = !late && (IN_TIME.test(before) || ahead);
    if (!late && !in_) return undefined;
    const unit = length.unit === 'hour' ? ('hours' as const) : ('days' as const);
    const { start, end, text } = length;
    times.push({
      ...{ start, end, text, unit, within: length.count * (length.unit === 'week' ? 7 : 1) },
      kind: late ? 'within' : 'until',
    });
  }
  return months.length > 1 ? undefined : { times, months: months[0], spans: all };
}

type Often = NonNullable<ReturnType<typeof freeTimesIn>>;

/** Nothing is said of what a late move costs. */
function freeOnly(times: readonly Time[], free: boolean, often: Often): Rescheduling | undefined {
  const [time, ...more] = times;
  const notice = time ? bare(time) : often.anyTime ? { within: 0, unit: 'days' as const } : undefined;
  if (!free || more.length > 0 || time?.kind === 'within' || (often.free === undefined && !notice)) return undefined;
  return { ...freeAs(often), ...(notice && { notice }) };
}

const freeAs = ({ free }: Often): Pick<Rescheduling, 'free'> => (free === undefined ? {} : { free });

type Priced = { times: readonly Time[]; fees: readonly Owed[]; free: boolean; often: Often };

function priced(said: string, { times, fees, free, often }: Priced): Rescheduling | undefined {
  const untils = times.filter(({ kind }) => kind === 'until');
  const withins = times.filter(({ kind }) => kind === 'within');
  const steps = stepsOf(withins, fees);
  const [base, ...others] = fees.filter((fee) => !steps?.some((step) => step.fee === fee));
  const [until, ...several] = untils;
  if (!steps || others.length > 0 || several.length > 0) return undefined;
  const later = [...steps].sort((a, b) => hours(b.time) - hours(a.time));
  const tiersOf = (all: typeof later) =>
    all.length === 0 ? {} : { tiers: all.map(({ time, fee }) => ({ ...bare(time), ...feeOf(fee) })) };
  if (!base) {
    const [first, ...rest] = later;
    if (!first || (until && hours(until) !== hours(first.time))) return undefined;
    return { ...freeAs(often), notice: bare(first.time), fee: feeOf(first.fee), ...tiersOf(rest) };
  }
  const after = OTHERWISE.test(said.slice(0, base.start)) || OTHERWISE.test(said.slice(base.end));
  const leading = withins.every(({ start }) => base.start < start);
  if ((until && !after) || !(leading || after)) return undefined;
  if (until && later.some(({ time }) => hours(time) >= hours(until))) return undefined;
  const never = !until && !free && often.free === undefined;
  // "Free, otherwise 25%" leaves open what the fee hangs on.
  if (!until && !never && often.free === undefined) return undefined;
  const notice = until ? { notice: bare(until) } : {};
  return { ...(never ? { free: 0 } : freeAs(often)), ...notice, fee: feeOf(base), ...tiersOf(later) };
}

type Step = { readonly time: Time; readonly fee: Owed };

/** Each time with what is owed within it: what stands behind it up to the next, or where fees lead, right before it. */
function stepsOf(withins: readonly Time[], fees: readonly Owed[]): Step[] | undefined {
  const leads = (withins[0]?.start ?? 0) < (fees[0]?.start ?? 0);
  const steps = withins.flatMap((time, at): Step[] => {
    const [from, to] = [withins[at - 1]?.end ?? 0, withins[at + 1]?.start ?? Number.POSITIVE_INFINITY];
    const fee = leads
      ? fees.find(({ start }) => start >= time.end && start < to)
      : fees.findLast(({ start, end }) => end <= time.start && start >= from);
    return fee ? [{ time, fee }] : [];
  });
  return steps.length === withins.length ? steps : undefined;
}

/** Whether words speak of what is not free any more. */
export const isOtherwise = (said: string): boolean => OTHERWISE.test(said);

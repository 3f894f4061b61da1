import { clauseAround, type Span, wordsAfter, wordsBefore } from '../passages/text.ts';
import { isDated, isEventsDay } from './dated-work.ts';
import type { DateMention } from './dates.ts';
import { ASIDE, AWAY, nearest, PAID_ON, REASON, type Role, RUNS, STRONG } from './role-words.ts';

/** What a date is for; `strong` where a word says so ("deadline"), not only a preposition ("by"). */
export type Placed = {
  readonly mention: DateMention;
  readonly role: Role;
  readonly strong: boolean;
  /** Nothing beside it says what it is for. */
  readonly bare: boolean;
  /** How likely each meaning of a day is, where it was weighed. */
  readonly chances?: readonly number[];
};

/** A step on the way where a later day ends the work. */
const INTERIM =
  /\b(?:sketch(?:es)?|roughs?|rough cut|first cut|storyboards?|proofs?|mood ?boards?|wireframes?|mock-?ups?|concepts?|outline|layouts?|first (?:version|draft|round)|skizzen?|entwürfe?|entwurf|rohschnitt|konzept|esquisses?|croquis|maquettes?|pré-?montage|bocetos?|propuestas?|premontaje|borrador|prototyp\w*|prototipo|avant-projet|crayonnés|comps|farbfassung\w*)\b/;
/** A day that is over is remembered: "following our session on Tuesday". */
const RECALLED =
  /\b(?:following|further to|thanks? (?:you )?for|as (?:discussed|agreed|said)|after (?:our|the|your) (?:call|meeting|chat|visit)|spoke|talked|met)\b/;
/** Words that link without saying anything: "start on the", "deadline is". */
const FILLER =
  /(?:\b(?:on|the|of|is|at|for|a|date|(?<!first |last )day|will be|would be|be|set for|planned for|and|really|now)|[:=,|]) ?$/;
const ABOUT = /\b(?:around|about|approx\w*\.?|circa|ca\.?|roughly|sometime|maybe|perhaps|probably|or so) ?$/;
const AFTER: readonly (readonly [Role, RegExp])[] = [
  ['start', /^ ?(?:start|kick-?off|to begin|-|–|to\b|until\b|till\b|through\b)/],
  [
    'end',
    /^,? ?(?:deadline|delivery|at the latest|latest|launch|due|= the end|a más tardar|sin falta|au plus tard|spätestens|(?:and )?ahí termina|l[oa]s? (?:quier|necesit|precis)\w+)/,
  ],
  ['booking', /^ ?(?:wedding|shoot|session|workshop|event|ceremony|concert|party)/],
];
/** Behind a day at which someone must be somewhere: a time, and a few words that say what begins then. */
const TIMED =
  /^[,; (–-]{1,3}(?:(?!by|before|until|till|latest|noon|midnight|deadline|spätestens|avant|antes)[\p{L}'’]+ ){0,4}?(?:@ ?)?\d{1,2}(?:[:.h]\d{2}|h(?![\p{L}])| ?(?:am|pm|uhr|h)(?![\p{L}]))/iu;
/** "19 November, that's also the end of it". */
const ENDS_IT =
  /^[,;:()–\s-]*(?:and )?(?:that(?:'|’)?s|this is|which is|that is|das ist|ist(?: zugleich)?|c['’]est|es)(?: (?:and|also|auch|aussi|también|your|our|the|my|zugleich|la|le|el|die|der|das|a)){0,4} (?:end|deadline|finish|due|last day|final|ende|fin|letzte|dernier)(?![\p{L}])/iu;
/** The verb at the end of the clause: "am 29.10. final vorliegen". */
const VERB_LAST =
  /^ (?:(?!and |und |et |y |or |with |for |in |shoot|start)[\p{L}'’]+ ){0,4}?(?:done|finished|ready|live|online|deadline|delivered|complete|completed|due|in place|latest)(?![\p{L}])/iu;

/** Behind a day on which the work begins, or ends. */
const STARTS_THEN =
  /^(?: [\p{L}’']+){0,3}[,;–—-]? (?:and |und |et |y )?(?:(?:that['’]?s|that is) (?:the day |when )?|then |ce jour-là |da(?:nn)? |c['’]est là que |ahí |ese día )?(?:(?:you|we|i|he|she|du|ich|wir|ihr|sie|tu|vous|je|on|nous) )?(?:can |will |would |may |could )?(?:start|begin|commence|kick off|(?:leg|fang)(?:e|st|t|en)(?: (?:du|ich|wir|sie|ihr))? (?:los|an))(?![\p{L}])/u;
const ENDS_THEN =
  /^[,;:–— -]*(?:and |und |et |y |that['’]s )?(?:(?:it|everything|all of it|alles|tout|todo) )?(?:is |ist |est |está |must be |has to be |muss )?(?:the end|the deadline|deadline|fertig|everything has to be|all done|all ready)(?![\p{L}])/u;
/** Between a word and the day it belongs to. */
const LINKED = /^:? ?(?:(?:on|by|from|the) ?){0,3}$/;
/** A question in the line above the answer that begins with a day. */
const QUESTION = /([^.!?\n]{2,100})\?[^?\n]{0,12}\n[^\n?]{0,60}$/u;

/** What a thing must be by a day: dry, in place, with us. Whoever is told to come is no thing. */
const OBLIGED =
  /(?<![\p{L}])(?<!(?:you|i|we|du|sie|ich|wir|tu|vous|je|on|usted) )(?:must|should|has to|have to|muss|müssen|soll|sollen|doit|doivent|devra|devront|debe|deben|deberá|tiene que|tienen que|habrá de)(?: [\p{L}’']+){1,6} (?:on |le |el |am )?$|(?<![\p{L}])(?:muss|müssen) (?:am |on )$/iu;

/** How far on a day is said again. */
export const NEAR = 90;
/** Between two days: the second is said instead of the first. */
export const CORRECTED =
  /(?<![\p{L}])(?:no,? wait|hang on|sorry|i mean|scratch that|scrap that|correction|make (?:that|it)|rather|actually|moved to|changed to|pushed to|nein|quatsch|ich meine|korrektur|besser|pardon|plutôt|je veux dire|ah non|perdón|mejor dicho|digo|corrijo|(?<=[,?] )agreed(?= on $)|en fait non|en fait|finalement|repoussée?s?|décalée?s?|reportée?s?|attends|verschoben|verlegt|(?:ver)?schieben|versehen|irrtum|vertan|tippfehler|richtig (?:ist|wäre)|stattdessen|nimm(?:t)? (?:den|lieber)|nehmen wir (?:den|lieber)|vorverlegt|vorgezogen|(?:jetzt|nun) (?:fix|fest|endgültig|doch)|halt stopp?|nee halt|stopp|mentira|lo corrieron|corrió|cambió|wrong (?:week|day|date))(?![\p{L}])/iu;

/** Gives each date its meaning by the words beside it; days of one list mean the same. */
export function placeDates(text: string, dates: readonly DateMention[]): Placed[] {
  const dated = isDated(text);
  const placed: Placed[] = [];
  for (const mention of dates) {
    const before = placed.at(-1);
    const own = toldElsewhere(text, mention, dates, roleOf(text, mention, dated, before));
    const between = before ? text.slice(before.mention.end, mention.start) : '';
    const listed =
      before &&
      !mention.part &&
      (isJoined(text, before.mention, mention) || (between.length < NEAR && CORRECTED.test(between)));
    placed.push(
      listed && (own.role === 'open' || own.bare)
        ? { ...before, mention, bare: before.bare || own.bare }
        : { mention, ...own },
    );
  }
  return placed
    .filter(({ mention }) => !isEcho(mention, dates))
    .map((one) => (isCountedFrom(one, dates) ? { ...one, role: 'other' } : explained(one, placed)));
}

/** What the work is due before is somebody else's day. */
const isCountedFrom = ({ mention }: Placed, dates: readonly DateMention[]) =>
  dates.some(({ from, day }) => from !== undefined && from === mention.day && day !== undefined && day < from);

/** What must be there before the whole is: no end of the work. */
export const withoutSteps = (text: string, placed: readonly Placed[]): Placed[] =>
  placed.map((one) => (isStep(text, one, placed) ? { ...one, role: 'other' } : one));

/** A sketch or a rough cut by a day, where a later day ends the work. */
function isStep(text: string, { mention, role }: Placed, placed: readonly Placed[]): boolean {
  if ((role !== 'end' && role !== 'final') || !INTERIM.test(wordsBefore(text, mention, 50))) return false;
  return placed.some(
    (other) =>
      (other.role === 'end' || other.role === 'final') && (other.mention.day ?? '') > (mention.day ?? mention.text),
  );
}

/** "6 May 9.00am, 13 May and 20 May": only the time of the first and a conjunction stand between. */
export function isJoined(text: string, first: Span, next: Span): boolean {
  const between = text.slice(first.end, next.start).toLowerCase();
  if (next.start < first.end) return true;
  return between.length < JOIN_MAX && JOINS.test(between);
}

const CLOCK = String.raw`\d{1,2}(?:[.:h]\d{0,2})?\s*(?:am|pm|uhr|h)?`;
const JOIN_MAX = 60;
const JOINS = new RegExp(
  String.raw`^[\s,;&|+]*(?:(?:at |from |um |von |de |à |a las? )?${CLOCK}(?: ?(?:-|–|to|until|till|by|bis|à|a|hasta) ?${CLOCK})?[\s,;&|+]*)?(?:and|then|as well as|ainsi que|sowie|así como|on|also|am|le|el|the|[\s,;&|+])*$`,
);

/** A day said again without a word means what it meant before. */
function explained(one: Placed, placed: readonly Placed[]): Placed {
  const told =
    one.bare && placed.find((other) => !other.bare && other.mention.day && other.mention.day === one.mention.day);
  return told ? { ...told, mention: one.mention } : one;
}

/** "Saturday is fine" after "28 August" speaks of the same day. */
export function isEcho(mention: DateMention, dates: readonly DateMention[]): boolean {
  if (/\d|next|this|coming|today|tomorrow/i.test(mention.text) || !mention.weekday) return false;
  return dates.some((other) => /\d/.test(other.text) && other.day && weekdayName(other.day) === mention.weekday);
}

export const weekdayName = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }).toLowerCase();

type Own = Omit<Placed, 'mention'>;

function roleOf(text: string, mention: DateMention, dated: boolean, last?: Placed): Own {
  const own = (role: Role, strong = false, bare = false): Own => ({ role, strong, bare });
  if (mention.left || (mention.part && AWAY.test(wordsBefore(text, mention, 60)))) return own('other', true);
  if (mention.from) return own('final', true);
  if (!dated && isEventsDay(text, mention)) return own('open');
  if (mention.part)
    return own(dated && /\b(?:shoot|event|session)/i.test(text) ? 'open' : mention.part === 'first' ? 'start' : 'end');
  const rest = text.slice(mention.end, mention.end + 60);
  const timed = TIMED.test(rest);
  if (ENDS_IT.test(rest)) return own('end', true);
  // What is said before an earlier day is that one's.
  const reach = Math.min(50, Math.max(0, mention.start - (last?.mention.end ?? 0)));
  let before = (reach > 0 && wordsBefore(text, mention, reach)) || labelBefore(text, mention);
  if (/\bbetween .{3,30} and (?:the )?$/.test(wordsBefore(text, mention, 50))) return own('end');
  if (DATE_LABEL.test(before)) return own(dated || timed || TIME_BELOW.test(rest) ? 'booking' : 'open');
  if (mention.problem) before += mention.text.toLowerCase().replace(/\d.*$/, '');
  before = unfilled(before);
  if (ABOUT.test(`${before} `)) return own('open');
  if (REASON.test(before) || RECALLED.test(before)) return own('other', true);
  if (RUNS.test(before) || PAID_ON.test(before)) return own('other', true);
  const best = nearest(before);
  if (best && (best.role === 'end' || best.role === 'start')) {
    if (ASIDE.test(before)) return own('other');
    if (best.role === 'end' && /\b(?:finals?|everything|all|the lot)\b/.test(before)) return own('final', true);
  }
  const strong = STRONG.test(before.replace(/\bfor by$/, ''));
  // "Para el sábado a las 22:00" is when it takes place.
  if (best?.role === 'end' && /\bfor by$/.test(before) && !strong && timed && dated) return own('booking');
  if (best) return own(best.role === 'final' ? 'end' : best.role, strong);
  return unsaid(text, mention, dated, timed);
}

/**
 * A day for which the words beside it have no role may get one from the rest of its sentence ("you begin, as you proposed, on
 * 22 March", "8 May, that's when you start") or from the question it answers, up to the next day on either side.
 */
function toldElsewhere(text: string, mention: DateMention, dates: readonly DateMention[], own: Own): Own {
  if (own.role !== 'open' && !own.bare) return own;
  if (mention.part || mention.past || (own.role === 'booking' && TIMED.test(text.slice(mention.end, mention.end + 60))))
    return own;
  const { before, after } = clauseAround(text, mention.start, mention.end);
  const from = Math.max(0, ...dates.filter(({ end }) => end <= mention.start).map(({ end }) => end));
  const to = Math.min(text.length, ...dates.filter(({ start }) => start >= mention.end).map(({ start }) => start));
  const lead = before.slice(-110).toLowerCase();
  const tail = after.slice(0, Math.min(60, to - mention.end)).toLowerCase();
  // Words behind an earlier day of the sentence may be that one's, and a clause about money is about paying.
  const said = mention.start - before.length >= from && !/[%€$£]/.test(lead) ? nearest(lead) : undefined;
  // "We start on the 3rd, finish on the 14th": the word before the next day is that one's.
  const free = (pattern: RegExp) => {
    const [match] = pattern.exec(tail) ?? [];
    return match !== undefined && !(tail.length === to - mention.end && LINKED.test(tail.slice(match.length)));
  };
  if (free(ENDS_THEN)) return { role: 'end', strong: true, bare: false };
  if (free(STARTS_THEN)) return { role: 'start', strong: true, bare: false };
  const words = lead.slice(said?.index ?? 0);
  if (
    said &&
    (said.role === 'start' || said.role === 'end') &&
    STRONG.test(words) &&
    !ASIDE.test(lead) &&
    !REASON.test(lead)
  )
    return { role: said.role, strong: true, bare: false };
  const asked = QUESTION.exec(text.slice(Math.max(0, mention.start - 160), mention.start))?.[1]?.toLowerCase();
  if (!asked || ASIDE.test(asked)) return own;
  const role = nearest(asked)?.role ?? (/(?:bis wann|by when|para cuándo|pour quand)/.test(asked) ? 'end' : 'open');
  return role === 'start' || role === 'end' ? { role, strong: true, bare: false } : own;
}

/** A date before which nothing says what it is for: what follows may. */
function unsaid(text: string, mention: DateMention, dated: boolean, timed: boolean): Own {
  const own = (role: Role, strong = false, bare = false): Own => ({ role, strong, bare });
  const after = wordsAfter(text, mention, 60);
  if (
    WEEKDAY_SAID.test(after) ||
    /\d[/.]\d{1,2}(?:[/.]\d{2,4})?,? (?:is|es|est|ist) ?$/.test(wordsBefore(text, mention, 50))
  )
    return own('other', false, true);
  if (VERB_LAST.test(after)) return own('end', true);
  if (mention.today) return own('other');
  if (!timed && OBLIGED.test(wordsBefore(text, mention, 80))) return own('end');
  const follows = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  // "We spoke Thursday", "let us sign today": such a day is one of the work only where something says so.
  const passing =
    !/\d/.test(mention.text) && !/next|this|coming|before|after|later|following|of that|from/i.test(mention.text);
  if (!follows && !timed && passing && !mention.problem) return own('other', false, true);
  return own(follows ?? (dated || timed ? 'booking' : 'open'), false, follows === undefined);
}

function unfilled(words: string): string {
  for (let before = words; ; ) {
    const rest = before.replace(FILLER, '').trimEnd();
    if (rest === before) return before;
    before = rest;
  }
}

/** The words of a form's line before a dash or in the cell before: "Start – 7 June", "| From | 7 June |", "end,1 Oct". */
function labelBefore(text: string, mention: Span): string {
  const line = text.slice(text.lastIndexOf('\n', mention.start - 1) + 1, mention.start);
  const label = /^[\s>*•|·–—-]*([\p{L}][\p{L} _/'’-]{0,40}?) ?(?:[|,;=:]|[-–—](?= )) ?["“|]?\s*$/u.exec(line)?.[1];
  return (label ?? '').toLowerCase().replaceAll('_', ' ');
}

/** "05/07 is a Monday": a remark on the calendar. */
const WEEKDAY_SAID =
  /^ ?(?:is|es|est|ist|was|war|era|était) (?:an? |ein |un )?(?:mon|tues|wednes|thurs|fri|satur|sun)day/;
const DATE_LABEL =
  /^\W*(?:event |shoot(?:ing)? |booking )?(?:dates?|when|days?|termin|datum|fecha|jour) ?(?:[:|=] ?)?$/;
/** The time in the next line of a form. */
const TIME_BELOW = /^[^\n]{0,12}\n[^\n:]{0,14}: ?"?\d{1,2}(?:[:.h]\d{2}| ?(?:am|pm|uhr|h))/i;

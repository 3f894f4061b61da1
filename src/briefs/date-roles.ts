import type { DateMention } from './dates.ts';
import { type Span, wordsAfter, wordsBefore } from './text.ts';

export type Role = 'start' | 'end' | 'final' | 'booking' | 'other' | 'open';
/** What a date is for; `strong` where a word says so ("deadline"), not only a preposition ("by"). */
export type Placed = {
  readonly mention: DateMention;
  readonly role: Role;
  readonly strong: boolean;
  /** Nothing beside it says what it is for. */
  readonly bare: boolean;
};

const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:invoice\w*|pay(?:s|ment|able|ing)?|paid|valid|expires?|offer|quotation|proposal|born|founded|met|spoke|talked|wrote|written|sent|since|dated|sign(?:s|ed|ing)?|signature|holiday|away|vacation|closed|mailed|called|call|phoned|draft|first version|milestone|feedback|review|committee|council|jury|meets|printer'?s?|letter|e-?mail|minutes of|notes from|order (?:no|number)|registered|deposit|following|further to|thanks for|permit|exam|my birthday)\b/g,
  ],
  [
    'booking',
    /\b(?:wedding|events?|shoot\w*|sessions?|workshops?|booked|booking|ceremony|party|conference|concert|takes? place|happen\w*|held|gig|keynote|talk|training|reception|(?<!my )birthday|photograph\w*|interpret\w*|lessons?|class(?:es)?|perform\w*|rehears\w*|filming|trial|(?:dates?|when|days?) ?[:|=])/g,
  ],
  [
    'start',
    /\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|kick(?:s|ing)?[- ]?off|commenc\w*|from|as of|onwards|between|effective|first day|take over|takes over)\b/g,
  ],
  [
    'end',
    /\b(?:done|due|deadline|finish\w*|complet\w*|deliver\w*|until|till|to|ends?|ending|ready|before|by|no later than|latest|hand(?:ed|ing)?[- ]?over|launch\w*|live|wrap\w*|through|submit\w*|needs?|needed|ships?|shipped|publish\w*|cut-?off|in (?:our|my|their) hands|wants? (?:it|them|everything|the lot)|have (?:it|them|everything|the lot))\b/g,
  ],
  ['final', /\b(?:final|everything|all (?:done|files)|whole|last|the lot)\b/g],
];
const STRONG =
  /\b(?:done|due|deadline|finish\w*|complet\w*|deliver\w*|ready|by|before|hand(?:ed|ing)?[- ]?over|go-?live|wrap\w*|needs?|needed|final|everything|start\w*|begin\w*|kick\w*|commenc\w*|in (?:our|my|their) hands|no later than|latest)\b/;
/** What a clause with a start or an end is about instead: money, an offer, a step, what someone else does by then. */
const ASIDE =
  /\b(?:invoice|pay|valid|expires?|offer|draft|feedback|review|sign(?!ed off)|away|holiday|vacation|closed|unavailable)\w*\b|\b(?:to|can|and) (?:make|meet|catch|hit|reach)\b|\b(?:printer|committee|council|jury)\b/;
/** A clause that gives the reason for a date, unless it is the need itself. */
const REASON =
  /(?<![\p{L}])(?:because|since|as (?:we|they|i|he|she|our|my)|so (?:that )?(?:the|they|he|she|people|everyone)|weil|denn|damit|car|parce qu|puisqu|pour qu|porque|ya que|para que)(?![\p{L}])(?!.*\b(?:need|deadline|due|deliver|hand))/u;
/** A day that is over is remembered: "following our session on Tuesday". */
const RECALLED =
  /\b(?:following|further to|thanks? (?:you )?for|as (?:discussed|agreed|said)|after (?:our|the|your) (?:call|meeting|chat|visit)|spoke|talked|met)\b/;
/** Words that link without saying anything: "start on the", "deadline is". */
const FILLER =
  /(?:\b(?:on|the|of|is|at|for|a|date|day|will be|would be|be|set for|planned for|and|really|now)|[:=,|]) ?$/;
const ABOUT = /\b(?:around|about|approx\w*\.?|circa|ca\.?|roughly|sometime|maybe|perhaps|probably|or so) ?$/;
const AFTER: readonly (readonly [Role, RegExp])[] = [
  ['start', /^ ?(?:start|kick-?off|to begin|-|–|to\b|until\b|till\b|through\b)/],
  ['end', /^ ?(?:deadline|delivery|at the latest|latest|launch|due)/],
  ['booking', /^ ?(?:wedding|shoot|session|workshop|event|ceremony|concert|party)/],
];
const TIMED = /^[, ]{1,3}(?:(?:at|from|on|à|de|a las) )?\d{1,2}(?:[:.h]\d{2}|h\b| ?(?:am|pm|uhr|h)\b)/i;

/** Work that is tied to a day: there a date without other words is the day itself. */
function isDated(text: string): boolean {
  return /\b(?:wedding|photo(?:graph\w*)?s?|shoot|ceremony|concert|workshops?|sessions?|keynote|talk|events?|coaching|training|portraits?|headshots?|gig|conference|birthday|interpret\w*|dj|make-?up|catering|part(?:y|ies)|gala|dinner|reception|rehearsal|lessons?|moderat\w*|buffet)\b/i.test(
    text,
  );
}

/** Between two days: the second is said instead of the first. */
export const CORRECTED =
  /(?<![\p{L}])(?:no,? wait|hang on|sorry|i mean|scratch that|scrap that|correction|make (?:that|it)|rather|actually|moved to|changed to|pushed to|nein|quatsch|ich meine|korrektur|besser|pardon|plutôt|je veux dire|ah non|perdón|mejor dicho|digo|corrijo)(?![\p{L}])/iu;

/** Gives each date its meaning by the words beside it; days of one list mean the same. */
export function placeDates(text: string, dates: readonly DateMention[]): Placed[] {
  const dated = isDated(text);
  const placed: Placed[] = [];
  for (const mention of dates) {
    const before = placed.at(-1);
    const own = roleOf(text, mention, dated);
    const between = before ? text.slice(before.mention.end, mention.start) : '';
    const listed =
      before &&
      !mention.part &&
      (isJoined(text, before.mention, mention) || (between.length < 60 && CORRECTED.test(between)));
    placed.push(listed && (own.role === 'open' || own.bare) ? { ...before, mention } : { mention, ...own });
  }
  return placed.filter(({ mention }) => !isEcho(mention, dates)).map((one) => explained(one, placed));
}

/** "6 May 9.00am, 13 May and 20 May": only the time of the first and a conjunction stand between. */
export function isJoined(text: string, first: Span, next: Span): boolean {
  const between = text.slice(first.end, next.start).toLowerCase();
  if (next.start < first.end) return true;
  return (
    between.length < 40 &&
    /^[\s,;&|+]*(?:(?:at |from |um |à |a las )?\d{1,2}(?:[.:h]\d{2})?\s*(?:am|pm|uhr|h)?[\s,;&|+]*)?(?:and|then|as well as|on|also|am|le|el|the|[\s,;&|+])*$/.test(
      between,
    )
  );
}

/** A day said again without a word means what it meant before. */
function explained(one: Placed, placed: readonly Placed[]): Placed {
  const told =
    one.bare && placed.find((other) => !other.bare && other.mention.day && other.mention.day === one.mention.day);
  return told ? { ...told, mention: one.mention } : one;
}

/** "Saturday is fine" after "28 August" speaks of the same day. */
function isEcho(mention: DateMention, dates: readonly DateMention[]): boolean {
  if (/\d|next|this|coming|today|tomorrow/i.test(mention.text) || !mention.weekday) return false;
  return dates.some((other) => /\d/.test(other.text) && other.day && weekdayName(other.day) === mention.weekday);
}

const weekdayName = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }).toLowerCase();

type Own = Omit<Placed, 'mention'>;

function roleOf(text: string, mention: DateMention, dated: boolean): Own {
  const own = (role: Role, strong = false, bare = false): Own => ({ role, strong, bare });
  if (mention.part)
    return own(dated && /\b(?:shoot|event|session)/i.test(text) ? 'open' : mention.part === 'first' ? 'start' : 'end');
  let before = wordsBefore(text, mention, 50);
  if (/\bbetween .{3,30} and (?:the )?$/.test(before)) return own('end');
  if (mention.problem) before += mention.text.toLowerCase().replace(/\d.*$/, '');
  for (let rest = before; ; before = rest) {
    rest = before.replace(FILLER, '').trimEnd();
    if (rest === before) break;
  }
  if (ABOUT.test(`${before} `)) return own('open');
  if (REASON.test(before) || RECALLED.test(before)) return own('other', true);
  const best = nearest(before);
  if (best && (best.role === 'end' || best.role === 'start')) {
    if (ASIDE.test(before)) return own('other');
    if (best.role === 'end' && /\b(?:final|everything|all|the lot)\b/.test(before)) return own('final', true);
  }
  const strong = STRONG.test(before);
  if (best) return own(best.role === 'final' ? 'end' : best.role, strong);
  const follows = AFTER.find(([, pattern]) => pattern.test(wordsAfter(text, mention, 40)))?.[0];
  const timed = TIMED.test(text.slice(mention.end, mention.end + 16));
  // "We spoke Thursday", "let us sign today": such a day is one of the work only where something says so.
  const passing = !/\d/.test(mention.text) && !/next|this|coming/i.test(mention.text);
  if (!follows && !timed && passing && !mention.problem) return own('other', false, true);
  return own(follows ?? (dated || timed ? 'booking' : 'open'), false, follows === undefined);
}

function nearest(before: string): { role: Role; index: number } | undefined {
  let best: { role: Role; index: number } | undefined;
  for (const [role, pattern] of ROLES) {
    const last = [...before.matchAll(pattern)].at(-1);
    if (last && last.index >= (best?.index ?? -1)) best = { role, index: last.index };
  }
  return best;
}

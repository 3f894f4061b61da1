export type Role = 'start' | 'end' | 'final' | 'booking' | 'other' | 'open';
const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:invoice\w*|pay(?:s|ment|able|ing)?|paid|valid|expires?|offer|quotation|proposal|born|founded|met|spoke|talked|wrote|written|sent|since|dated|sign(?:s|ed|ing)?|signature|holiday|away|vacation|closed|mailed|called|call|phoned|draft|first version|milestone|feedback|review|committee|council|jury|meets|(?<!(?:to|with|at) (?:the |our |my )?)printer'?s?|advance|balance|down payment|numbers|head ?count|guest list|freeze|letter|(?:e-?)?mail|accepted|accepté\w*|validé\w*|aceptad\w*|angenommen|\w{3,}beginn|minutes of|notes from|order (?:no|number)|registered|deposit|following|further to|thanks for|permit|exam|my birthday)\b/g,
  ],
  [
    'booking',
    /\b(?:wedding|events?|shoot\w*|(?<!first )sessions?|workshops?|booked|booking|ceremony|party|conference|concert|takes? place|happen\w*|held|gig|keynote|talk|training|reception|(?<!my )birthday|photograph\w*|interpret\w*|(?<!first )(?:lessons?|class(?:es)?)|perform\w*|rehears\w*|filming|trial|(?:dates?|when|days?) ?[:|=])/g,
  ],
  [
    'start',
    /\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|began|kick(?:s|ing)?[- ]?off|commenc\w*|onwards|effective|first (?:day|session|lesson|class)|take over|takes over|get(?:ting)? (?:going|started))\b|\b(?:from|as of|between|starting from)$/g,
  ],
  [
    'end',
    /\b(?:done|due|deadline|finish\w*|complet\w*|deliver\w*|ends?|ending|ready|no later than|latest|hand(?:ed|ing)?[- ]?over|launch\w*|live|online|wrap\w*|submit\w*|needs?|needed|ships?|shipped|publish\w*|cut-?off|install(?:ed|ation)|in place|expected|sign-?off|conclud\w*|return(?:ed|s)?|back with|to (?:the |our |my )?printer'?s?|to press|(?:with|reach) us|l[oa]s? (?:quier|necesit|precis|esper)\w+|se l[oa]s? devuelv\w+|in (?:our|my|their) hands|wants? (?:it|them|everything|the lot)|have (?:it|them|everything|the lot))\b|\b(?:until|till|to|before|by|through|back)$/g,
  ],
  ['final', /\b(?:finals?|everything|all (?:done|files)|whole|last|the lot)\b/g],
];
/** Words that say for sure, not only a preposition. */
export const STRONG =
  /\b(?:ends?|live|online|installed|in place|expected|done|due|deadline|finish\w*|complet\w*|deliver\w*|ready|by|before|hand(?:ed|ing)?[- ]?over|go-?live|wrap\w*|needs?|needed|final|everything|start\w*|begin\w*|kick\w*|commenc\w*|in (?:our|my|their) hands|no later than|latest)\b/;
/** What a clause with a start or an end is about instead: money, an offer, a step, what someone else does by then. */
export const ASIDE =
  /\b(?:invoice|pay|valid|expires?|offer|draft|feedback|review|sign(?!ed off|-?off)|away|holiday|vacation|closed|unavailable|advance|deposit|head ?count)\w*\b|\b(?:final|guest|your) numbers\b|\b(?:to|can|and) (?:make|meet|catch|hit|reach(?! (?:us|me|him|her|our|my|the (?:client|printer|developer|editor))\b))\b|(?<!\b(?:to|with|at) (?:the |our |my )?)\bprinter|\b(?:committee|council|jury)\b/;
/** A clause that gives the reason for a date, unless it is the need itself. */
export const REASON =
  /(?<![\p{L}])(?:because|since|as (?:we|they|i|he|she|our|my)|so (?:that )?(?:the|they|he|she|people|everyone)|weil|denn|damit|car|parce qu|puisqu|pour qu|porque|ya que|para que)(?![\p{L}])(?!.*\b(?:need|deadline|due|deliver|hand))/u;

/** What goes on by itself while the work is done: "school tours start", "year end is", "his kid's birthday". */
export const RUNS =
  /\b(?:(?:rehearsals?|tours?|school|term|semester|season|exams?|festival|harvest|lambing|applications|enrolment|hunting|holidays|vote|voting|polls)(?:['’]s)? (?:begins?|starts?|commences?|opens?|finished|finish(?:es)?|done|ends?|over|shuts?|closes?)|(?:year|tax year|financial year)[- ]?end|(?:kid|son|daughter|wife|husband|mum|mom|dad|partner|boss|baby)['’]s (?:\d+\w* )?birthday)(?:['’]s| is| are| on| from| at)*(?: the)?$/;
/** A range of days in which somebody is not there. */
export const AWAY =
  /\b(?:exams?|leave|holidays?|half[- ]term|vacation|away|closed|shut|break|shutdown|abroad|off|maternity|convention)\b/;
/** "Giving me 675 on Saturday": the day of a payment. */
export const PAID_ON =
  /\b(?:giv|pay|send|transfer|drop|hand|wir|venmo|zell|bring)\w* (?:me |you |us |over )?[€$£]?\d[\d,.]*(?: (?:quid|euros?|dollars|pounds|bucks|of it|down)){0,2}(?: (?:on|this|next))?(?: the)?$/;

/** The role that the last word which gives one says. */
export function nearest(before: string): { role: Role; index: number } | undefined {
  let best: { role: Role; index: number } | undefined;
  for (const [role, pattern] of ROLES) {
    const last = [...before.matchAll(pattern)].at(-1);
    if (last && last.index >= (best?.index ?? -1)) best = { role, index: last.index };
  }
  return best;
}

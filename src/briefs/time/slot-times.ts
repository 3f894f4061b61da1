import { chancesOfTimes } from '../meanings/times.ts';
import { outstanding } from '../meanings/weights.ts';
import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import { isJoined } from './date-roles.ts';
import type { DateMention } from './dates.ts';
import type { Owned } from './owned.ts';

/** When something on a day begins: no time, one, or several where it takes place more than once. */
export type DayTime = {
  readonly times: readonly Owned[];
  /** What could not be told: "at 7" may be morning or evening. */
  readonly problem: string | undefined;
};
/** A time, and how likely it is that what is booked begins then. */
type Weighed = Owned & { readonly chance: number };

/** Below this a time is somebody else's: doors, a phone line, an end. */
const UNLIKELY = 0.12;
/** Of several the one that is likely, and by so much more than the next. */
const OUTSTANDING = { sure: 0.4, odds: 3 };
/** So likely that no rule says otherwise. */
const PLAIN = { sure: 0.5, odds: 3 };

/** When each of the days that are booked begins: by the time said with it, with a day of its list, or alone in the brief. */
export function timesOfDays(
  text: string,
  clocks: readonly Owned[],
  days: readonly DateMention[],
  dates: readonly DateMention[],
): DayTime[] {
  const chances = chancesOfTimes(text, clocks, dates);
  const able = clocks.map((clock, at): Weighed => ({ ...clock, chance: chances[at] ?? 0 })).filter(({ ends }) => !ends);
  const booked = new Set(days.flatMap(({ day }) => day ?? []));
  const own = days.map(({ day, text: said }) =>
    chosen(
      text,
      able.filter(({ of }) => of && (day ? of.day === day : of.text === said)),
    ),
  );
  const common = chosen(
    text,
    able.filter(({ of }) => !of?.day || booked.has(of.day)),
  );
  return days.map((_, at) => {
    const mine = own[at] as DayTime;
    if (mine.times.length > 0) return mine;
    const list = days.flatMap((_, other) => (inOneList(text, days, at, other) ? (own[other] as DayTime) : []));
    const shared = list.find(({ times }) => times.length > 0);
    if (shared) return shared;
    return mine.problem ? mine : common.times.length === 1 || common.problem ? common : mine;
  });
}

/** The time that stands out of some; what takes place twice begins twice. */
function chosen(text: string, those: readonly Weighed[]): DayTime {
  const likely = those.filter(({ chance }) => chance >= UNLIKELY);
  const known = new Set(likely.map(({ time }) => time));
  const [first] = likely;
  if (!first) return { times: [], problem: undefined };
  if (known.size === 1)
    return first.time ? { times: [first], problem: undefined } : { times: [], problem: halves(first) };
  const twice = repeated(text, likely);
  if (twice) return { times: twice, problem: undefined };
  const only = (some: readonly Weighed[]) => (new Set(some.map(({ time }) => time)).size === 1 ? some.slice(0, 1) : []);
  const working = likely.filter(({ around }) => !AUDIENCE.test(around));
  // "At 9? - half past eight please": the answer counts.
  const told = working.filter(({ around }) => !/█ ?\?/.test(around));
  const by = (pattern: RegExp) => only(told.filter(({ around }) => pattern.test(around)))[0];
  const [alone] = only(told.length > 0 ? told : working);
  const standing = (some: readonly Weighed[], how: { sure: number; odds: number }) =>
    outstanding(
      some.map((of) => ({ of, key: of.time ?? '', chance: of.chance })),
      how,
    );
  const one =
    staged(told, only) ??
    by(PLAYS) ??
    standing(told, PLAIN) ??
    by(BEGINS) ??
    alone ??
    standing(told.length > 0 ? told : likely, OUTSTANDING) ??
    by(ARRIVES);
  if (one) return one.time ? { times: [one], problem: undefined } : { times: [], problem: halves(one) };
  const names = likely.map((clock) => clock.text.trim()).join(' and ');
  return { times: [], problem: `The brief names more than one time: ${names}.` };
}

const halves = (clock: Span) => `“${clock.text.trim()}” may be morning or evening.`;

/** Where some time is for setting up, the one at which what is booked takes place. */
function staged(told: readonly Weighed[], only: (some: readonly Weighed[]) => readonly Weighed[]): Weighed | undefined {
  const others = told.filter(({ around }) => !PREPARES.test(around));
  return others.length < told.length ? only(others.filter(({ around }) => TAKES_PLACE.test(around)))[0] : undefined;
}

/** Around a time by which things are put in place and tried. */
const PREPARES = lettered(
  String.raw`(?<![\p{L}])(?:aufbau\p{L}*|aufstell\p{L}*|einricht\p{L}*|herricht\p{L}*|(?:sound|technik|ton|licht|line)-?(?:check|probe)\p{L}*|technik (?:baut|kommt|steht)|kabel\p{L}*|bühne (?:steht|kannst|können)|(?:general|stell|haupt)?probe|einspielen|anrichten|ankunft|anreise)(?![\p{L}])[^.,;\n█]{0,30}█|█[^.,;\n\d]{0,20}(?<![\p{L}])(?:aufbau\p{L}*|aufstell\p{L}*|einricht\p{L}*|herricht\p{L}*|(?:sound|technik|ton|licht|line)-?check|(?:general|stell|haupt)?probe|einspielen)(?![\p{L}])`,
  'iu',
);
/** Before a time at which it takes place. */
const TAKES_PLACE = lettered(
  String.raw`(?<![\p{L}])(?:los|beginn\p{L}*|anfang\p{L}*|fäng\p{L}*|start\p{L}*|musik|musi|\p{L}{0,12}konzert|lesung|show|\p{L}{0,10}auftritt|eröffnung|vorführung|aufführung|vorstellung|erster ton|ausschank|vortrag|programm|premiere|anpfiff|vernissage|\p{L}{0,12}spiel\p{L}*|moderation|festakt|tanz\p{L}*|gegessen|serviert)(?![\p{L}])[^.,;\n█]{0,26}█`,
  'iu',
);

/** Before a time at which the freelancer begins: on stage, behind the desk. */
const PLAYS = lettered(
  String.raw`(?<![\p{L}])(?:on stage|on the (?:desk|decks)|first set|you (?:plate|play|start|begin|go on)|(?:we|i|you) (?:play|start|begin)|set (?:starts|begins)|downbeat|in the booth|einsatz|auftritt|dienst(?:beginn)?|ihr beginn|(?:spiel|leg|fang)\p{L}*|(?:on|je|tu|vous|duo|trio|groupe) (?:joue[sz]?|jouons|commence[sz]?|prenez)|(?:votre|ton) (?:poste|passage|service)|prestation|(?:tu|vous) (?:attaque[sz]?|commence[sz]?|débute[sz]?)|joue[sz]?|jouent|faites votre (?:entrée|numéro)|fais (?:ton entrée|ton numéro)|spiel(?:t|en)|plays?|tocas?|tocan|tocamos|(?:tú|usted|vos) (?:abres|empiezas|empieza|arranc\p{L}+)|subes)(?![\p{L}])[^.\n█]{0,26}█|(?<![\p{L}])(?:concert|récital|spectacle|show|numéro|sketch|allocution|discours|première (?:chanson|projection|danse)|projection|bal|(?:début|départ) (?:de la |du |de l['’])(?:visite|spectacle|concert|atelier|course)|feu d['’]artifice|tir|entrée en scène|(?:toi|vous|ton tour|votre tour)(?= ?[:=]))(?![\p{L}])[^.,;\n█\d]{0,26}█`,
  'iu',
);
/** Before a time at which the freelancer is needed. */
const BEGINS = lettered(
  String.raw`(?<![\p{L}])(?:time do you need us|start\p{L}*|begin\p{L}*|from|due|need (?:you|him|her)|want (?:you|him|her)|require you|ab|arranc\p{L}*|début\p{L}*|commenc\p{L}*|démarr\p{L}*|dès|à partir de|attendue?s?|(?:on|nous) (?:vous|t['’]) ?attend\p{L}*)[^.\n█]{0,14}█|(?<![\p{L}])(?:tu|vous) (?:débarque[sz]?|arrive[sz]?|viens|venez|être?s? là)(?![\p{L}])[^.,;\n█\d]{0,30}█`,
  'iu',
);
/** Before a time at which the freelancer is there. */
const ARRIVES = lettered(
  String.raw`(?<![\p{L}])(?:be (?:there|at)|arriv\p{L}*|call(?: time)?|set-?up|on ?site|meet\p{L}*|ready|get in|load-?in|join|come|rdv|rendez-vous|sur place|appel|rejoin\p{L}*|treff\p{L}*|aufbau|aufzug|da sein|llegada|montaje|esperamos|convocatoria|cita)[^.\n█]{0,14}█`,
  'iu',
);
/** Around a time that is the guests' or somebody else's. */
const AUDIENCE = lettered(
  String.raw`(?<![\p{L}])(?:doors?|guests?|registration|public|audience|ceremony|dinner|lunch|church|mass|einlass|türöffnung|tür\p{L}* auf|gäste|\p{L}*empfang|trauung|standesamt|kirche|essen|kantine|ouverture(?: au public)?|portes?|public|invités?|mairie|maire|cérémonie|accueil|repas|église|\p{L}*(?:saal|halle|kirche|haus|hof|kassa|kasse|bühne|zelt)(?: (?:ist|sind|ab|schon))* (?:offen|auf|öffnet|geöffnet|zugänglich)|(?:gäste|kinder|leute|besucher) (?:kommen|ab|da)|torte|apéro|nachtessen|abendessen|buffet|agape|tafel|sektempfang|puertas?|invitados|público|recepción|ceremonia|iglesia|comida)(?![\p{L}])[^.,;\n█]{0,16}█|█ ?\(?(?:doors|for guests|einlass|ouverture)(?![\p{L}])`,
  'iu',
);

/** "One at 10, the other at 2.30 pm": only such words stand between times of something that takes place twice. */
const AGAIN =
  /^[\s,;]*(?:(?:and|und|et|y|then|puis|dann|luego|again|the other|one|(?:und )?(?:der|die|das) (?:andere|zweite)|l['’]autre|la seconde|la deuxième|(?:la|el) (?:otra|otro|segund[oa])|at|um|à|a las?|from|ab|dès|for|the|pour|les|tout-petits|first|second|show|session|séance)[\s,:]*)+$/i;
const TWICE = /(?<!\p{L})(?:two|2|twice|both|zwei|zweimal|beide|deux|dos|double|doble)(?!\p{L})/iu;

function repeated(text: string, likely: readonly Weighed[]): Weighed[] | undefined {
  const [first, second] = likely;
  if (likely.length !== 2 || !first?.time || !second?.time || first.minutes) return undefined;
  const between = text.slice(first.end, second.start);
  const short = between.replace(/^ (?:for|pour|für|para) [^,;.\n]{3,30}(?=,)/, '');
  if (!AGAIN.test(short) || !/and|und|et|y|autre|other|andere|otr/i.test(short)) return undefined;
  return TWICE.test(text.slice(Math.max(0, first.start - 160), first.start)) ? [first, second] : undefined;
}

/** "18 Jan, 25 Jan and 1 Feb, all at 14:00": the time of one day of a list is the time of each. */
function inOneList(text: string, days: readonly DateMention[], one: number, other: number): boolean {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  for (let at = from; at < to; at++) {
    const [first, next] = [days[at], days[at + 1]];
    if (!first || !next || !isJoined(text, first, next)) return false;
  }
  return true;
}

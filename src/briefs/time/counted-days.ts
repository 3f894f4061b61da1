import { addDays } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import { COUNT, clauseAround, countOf, spanOf, wordsAfter, wordsBefore } from '../passages/text.ts';
import { CUES } from './cues.ts';
import type { DateMention } from './dates.ts';

/** "La víspera", "am Vortag", "tres días antes", "al día siguiente": counted from the day that stands before. */
const COUNTED = lettered(
  String.raw`(?<![\p{L}\d])(?:(?<eve>la víspera|(?:la (?:tarde|noche)|(?:el|un|on|a) día) (?:antes|previous|previ[oa]|anterior)|am (?:vortag|(?:tag|abend) (?:davor|zuvor|vorher)))|(?<next>al día siguiente)|(?<n>${COUNT}) (?<unit>days?|weeks?) (?:antes|vorher|davor|zuvor))(?![\p{L}])`,
  'giu',
);
/** Paying, warning and calling off have days of their own. */
const OTHERS = lettered(
  String.raw`(?<![\p{L}])(?:dec(?:ir|irlo|imos)|dic\p{L}+|dit|dire|say\p{L}*|sag\p{L}*|tell\p{L}*|stop\p{L}*|arrêt\p{L}*|dejarlo|cancel\p{L}*|anul\p{L}*|annul\p{L}*|suspend\p{L}*|stornier\p{L}*|absag\p{L}*|avis\p{L}*|notice|warn\p{L}*|confirm\p{L}*|pay\p{L}*|paid|pag\p{L}*|abon\p{L}*|zahl\p{L}*|deposit\p{L}*|payable|invoice\p{L}*|factur\p{L}*|rechnung\p{L}*|balance|notice|%)`,
  'iu',
);
/** Somebody must have it, wants it or gets it then, said in German on either side of the day. */
const WANTED = lettered(
  String.raw`(?<![\p{L}])(?:muss|müssen|soll(?:en|te|ten)?|brauch\p{L}*|hätt\p{L}*|will|wollen|möcht\p{L}*|fertig|done|steh\p{L}*|bekomm\p{L}*|krieg\p{L}*|hast du|haben (?:sie|wir))(?![\p{L}])`,
  'iu',
);
/** What is done before, or costs something from then on, is no work to hand over. */
const PREPARED = lettered(
  String.raw`(?<![\p{L}])(?:\p{L}*probe|event|aufbau\p{L}*|abbau\p{L}*|treff\p{L}*|an(?:kunft|reise)|geld|meld\p{L}*|bescheid|raus|schuld\p{L}*|platz\p{L}*|kneif\p{L}*|within|under|less than|letzten)(?![\p{L}])|€`,
  'iu',
);
const DUE = CUES.filter(({ role }) => role === 'end');
/** So many days before are a notice as often: the word for handing over stands right by them. */
const HANDED = DUE.slice(0, 1);

/** Days on which the work is due so long before or behind another day of the brief. */
export function countedDays(text: string, dates: readonly DateMention[]): DateMention[] {
  return [...text.matchAll(COUNTED)].flatMap((match): DateMention[] => {
    const span = spanOf(match);
    const { before, after } = clauseAround(text, span.start, span.end);
    const near = `${before.slice(-80)} █ ${after.slice(0, 50)}`;
    const { n, unit, next } = match.groups ?? {};
    const said = n ? wordsBefore(text, span, 50) : near;
    const due = (n ? HANDED : DUE).some(({ pattern }) => said.search(pattern) >= 0);
    const clause = `${wordsBefore(text, span)} ${wordsAfter(text, span, 50)}`;
    if (OTHERS.test(near) || !(due || (WANTED.test(clause) && !PREPARED.test(clause)))) return [];
    const days = n ? (countOf(n) ?? 0) * (unit?.startsWith('w') ? 7 : 1) : 1;
    const from = dates.filter(({ day, end }) => day && end <= span.start && span.start - end < FAR).at(-1);
    if (!from?.day || days < 1 || dates.some(({ start, end }) => start < span.end && span.start < end)) return [];
    return [{ ...span, day: addDays(from.day, next ? days : -days), from: from.day }];
  });
}
/** How far behind a day one is still counted from it. */
const FAR = 240;

import { minutesBetween } from '../../shared/dates.ts';
import type { Language } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';
import { coverage, MENTIONS_MAX, type Span, spanOf } from '../passages/text.ts';
import { clockForms, type Said } from './clock-forms.ts';
import { rangesIn } from './clock-ranges.ts';

/** A time of day in a brief's own words. */
export type Clock = Span & {
  /** `null` where it may be morning or evening. */
  readonly time: string | null;
  /** How long what begins then lasts, where its end is said. */
  readonly minutes: number | null;
  /** An end, by the word before it. */
  readonly ends: boolean;
  /** The words around it, as written, with `█` for the time. */
  readonly around: string;
};

/** Every time of day of a brief, in order: neither one of a chat's stamps nor one of a mail's head. */
export function clocksIn(text: string, language: Language): Clock[] {
  const seen = coverage(text.length, aside(text));
  const found: Clock[] = [];
  const cues = cuesIn(text, language);
  const add = (span: Span, time: string | null, minutes: number | null) => {
    if (seen.has(span) || found.length >= MENTIONS_MAX) return;
    seen.add(span);
    const lead = text.slice(Math.max(0, span.start - 40), span.start);
    const around = `${lead}█${text.slice(span.end, span.end + 40)}`;
    found.push({ ...span, time, minutes, ends: ENDS.test(lead) && !THERE_BY.test(lead), around });
  };
  for (const { match, range } of rangesIn(text, language)) {
    const start = timeOf(range.from, cues(match.index));
    const end = timeOf(range.to, cues(match.index));
    const length = start && end ? minutesBetween(start, end) : 0;
    add(spanOf(match), start, length || null);
  }
  for (const { pattern, read } of clockForms(language))
    for (const match of text.matchAll(pattern)) {
      const said = read(match.groups ?? {});
      if (said) add(spanOf(match), timeOf(said, cues(match.index)), null);
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Before a time at which something is over or must be there. */
const ENDS =
  /(?<![\p{L}])(?:until|till?|'til|by|before|no later than|ends?(?: at)?|over by|closes?(?: at)?|finish(?:es|ing)?(?: at)?|wrap(?:s|ped)?(?: up)? (?:by|at)|leaves?(?: at)?|bis|vor|spätestens|endet|ende|schluss|fin(?: à)?|jusqu['’]à|avant|hasta|antes de|termina(?:mos|n)?(?: a)?|acaba(?:mos|n)?(?: a)?) ?[:=]? ?(?:at |um |à |a )?(?:las? )?(?:about |etwa |ca\. ?)?$/iu;

/** "Set up by 5.30": the work begins then. */
const THERE_BY =
  /(?<![\p{L}])(?:set ?up|there|here|ready|arrive|on ?site|in (?:place|position)|da|dort|vor ort|parat|bereit|aufgebaut|là|sur place|prêts?|installés?|list[oa]s?|aquí|allí|ahí|instalad[oa]s?) (?:by|bis|vor|spätestens|avant|antes de)(?: um| at| las?)? ?$/iu;

/** "[09:14] ", "Renee 10:02 ": when a line of a chat was written; "Sent: Mon 12:04": when a mail was. */
const STAMPED = lettered(
  String.raw`^[ \t>*]*(?:[^\d\n:;!?[(]{1,32})?[[(]?(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4}|\.)?,? )?(?<clock>\d{1,2}[:.h](?<minute>\d{2}))(?::\d{2})?(?: ?[ap]\.?m\.?)?[\])]?`,
  'gimu',
);
const HEAD =
  /^(?:>+ ?)?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|le|am|on|el)\b[^\n]{0,80}\d[:.h]\d{2}[^\n]{0,60}(?:wrote|schrieb|écrit|escribió)[^\n]{0,40}:|^(?:>+ ?)?(?:sent|gesendet|envoyé(?: le)?|enviado(?: el)?) ?:[^\n]*/gim;

function aside(text: string): Span[] {
  const stamps = [...text.matchAll(STAMPED)];
  // A programme has round times; people write when they do.
  const odd = stamps.some(({ groups }) => Number(groups?.minute) % 5 > 0);
  return [...(stamps.length > 2 && odd ? stamps.map(spanOf) : []), ...[...text.matchAll(HEAD)].map(spanOf)];
}

type Half = 'am' | 'pm' | undefined;
type Cues = {
  readonly near: Half;
  readonly all: Half;
  readonly evening: boolean;
  /** Hours are counted to twelve, and what is planned is for the evening: "9.30" at a dinner is seldom the morning. */
  readonly twelve: boolean;
};

/** Greetings, and how long it lasts, name a part of the day and say nothing of when the work begins. */
const GREETING =
  /(?<![\p{L}])(?:good (?:morning|afternoon|evening)|guten (?:morgen|abend)|bis (?:zum|in den|spät in den) (?:späten )?(?:nachmittag|abend)|bis in die nacht|moin|buen[oa]s? (?:d[ií]as?|tardes?|noches?)|bonsoir|schönen (?:abend|tag))/giu;
const NEAR_AM =
  /(?<![\p{L}])(?:mornings?|breakfast|brunch|dawn|sunrise|first light|früh|vormittag|(?<!am )morgens?|sonnenaufgang|matin(?:ée)?|aube|petit-déjeuner|mañana|madrugada|amanecer|desayuno)(?![\p{L}])/giu;
const NEAR_PM =
  /(?<![\p{L}])(?:afternoons?|arvo|evenings?|nights?|tonight|dinner|supper|sunset|nachmittags?|abends?|\p{L}{2,}(?:nachmittag|abend)|nachts?|sonnenuntergang|après-midi|soir(?:ée)?|nuit|dîner|souper|tardes?|noches?|cena|atardecer|midnight|mitternacht|minuit|medianoche)(?![\p{L}])/giu;
/** What takes place when it is dark. */
const EVENING =
  /(?<![\p{L}])(?:dj|gig|band|disco|legst auf|auflegen|dance|ceilidh|gala|dinner|supper|party|concert|jazz|cocktails?|konzert|lesung|tanz\p{L}*|geburtstagsfeier|abend\p{L}*|party|soirée|concert|bal|vernissage|fiesta|boda|concierto|cena|verbena|baile|quince\p{L}*|rumba|sangeet)(?![\p{L}])/iu;
const MORNING =
  /(?<![\p{L}])(?:coaching|workshop|training|school|class|course|bridal|bride|hair|make-?up|shoot\p{L}*|film\p{L}*|\p{L}*foto\p{L}*|photos?|dreh\p{L}*|braut\p{L}*|styling|frisur|tournage|coiffure|rodaje|peinado|maquillaje|seminar|schulung|tagung|kurs|schule|weiterbildung|atelier|formation|séminaire|école|taller|curso|capacitaci[oó]n|escuela|colegio|breakfast|conference)(?![\p{L}])/iu;

/** What a brief says of the part of the day: in the sentence of a time, and by what is planned. */
function cuesIn(text: string, language: Language): (at: number) => Cues {
  const plain = text.replace(GREETING, (words) => ' '.repeat(words.length));
  const [evening, morning] = [EVENING.test(plain), MORNING.test(plain)];
  const all = evening === morning ? undefined : evening ? 'pm' : 'am';
  return (at) => {
    const from = Math.max(plain.lastIndexOf('\n', at), at - 60);
    const clause =
      plain
        .slice(Math.max(0, from), at + 50)
        .split('\n')
        .find((line) => line.trim() !== '') ?? '';
    const [am, pm] = [NEAR_AM, NEAR_PM].map((pattern) => clause.search(new RegExp(pattern.source, 'iu')) >= 0);
    return { near: am === pm ? undefined : am ? 'am' : 'pm', all, evening, twelve: language === 'en' && all === 'pm' };
  };
}

/** From 7 to 11 nothing but a word says which half of the day is meant; from 1 to 5 it is the afternoon. */
function timeOf(
  { hour, minute, half, full, plain, spoken }: Said,
  { near, all, evening, twelve }: Cues,
): string | null {
  if (half)
    return hour < 1 || hour > 12
      ? hour <= 23
        ? written(hour, minute)
        : null
      : written((hour % 12) + (half === 'pm' ? 12 : 0), minute);
  if (full || hour > 12 || hour === 12) return written(hour, minute);
  const said = near ?? (hour < 6 ? 'pm' : plain || (spoken && hour < 8) ? all : undefined);
  if (!said && ((plain && (hour < 8 || evening)) || (twelve && hour > 5))) return null;
  return written(said === 'pm' ? hour + 12 : hour, minute);
}

const written = (hour: number, minute: number) =>
  `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

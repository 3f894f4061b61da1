import { hourOf, hourWords, minuteOf, minuteWords } from '../languages/hours.ts';
import type { Language } from '../languages/language.ts';
import { lettered } from '../passages/letters.ts';

/** A time of day as it is said, before it is known whether it is in the morning. */
export type Said = {
  readonly hour: number;
  readonly minute: number;
  /** Half of the day, where said. */
  readonly half?: 'am' | 'pm' | undefined;
  /** Said on a clock of 24 hours: "08:30", "19 Uhr". */
  readonly full?: boolean;
  /** Only a number behind a word like "at". */
  readonly plain?: boolean;
  /** In words, as people say it to each other: "half past seven". */
  readonly spoken?: boolean;
};
type Groups = Readonly<Record<string, string | undefined>>;
type Form = { readonly pattern: RegExp; readonly read: (groups: Groups) => Said | undefined };

/** Words for a part of the day, as sources of patterns. */
export const BEFORE_NOON = String.raw`a\.? ?m(?:\.|(?! [\p{L}])(?![\p{L}]))|(?:in|during) the (?:early )?morning|(?:that|this|early|next) morning|in der früh|früh(?:s|morgens)?|morgens|vormittags?|am (?:vormittag|morgen)|(?:du|le|au) matin|de la mañana|por la mañana|de la madrugada|mañana`;
export const AFTER_NOON = String.raw`p\.? ?m\.?(?![\p{L}])|(?:in|during) the (?:late |early )?(?:afternoon|arvo|evening)|(?:that|this) (?:afternoon|evening|arvo)|at night|tonight|(?:nach)?mittags|am (?:nachmittag|abend)|abends?|nachts|du soir|le soir|de l['’]après-midi|(?:de|por) la (?:tarde(?:-noche)?|noche)|del (?:mediod[ií]a)|de la tardecita`;
/** A part of the day right behind a time. */
const PART = `(?:(?: ?,)? ?(?:en punto |sharp |on the dot |prompt )?(?:(?<am>${BEFORE_NOON})|(?<pm>${AFTER_NOON})))?`;
const NOT_BEFORE = String.raw`(?<![\p{L}\d.,:/+-]|\d ?[–-] ?(?=\d{4})|[€$£#§] ?)`;
const NOT_BEHIND = String.raw`(?![\p{L}\d%€$£]|[.,:/]\d| ?(?:%|€|\$|£|euros?(?![\p{L}])|eur(?![\p{L}])|francs|franken))`;
/** Behind a length of time, not an hour. */
const NOT_LENGTH = String.raw`(?! ?(?:before|prior|notice|ahead|in advance|after|of |per |a day|each|minimum|avant|de (?!la )|d['’]|par (?:jour|semaine|mois|s[ée]ance|an)|chacun|vorher|vor |nach |davor|pro |antes|previas|al d[ií]a|cada|/|\+|max|de antelaci[oó]n))`;

/** Before a number that is how long something takes, and behind one; behind "at" it is an hour all the same. */
const LASTING = String.raw`(?<!(?<![\p{L}])(?:for|over|lasting|lasts?|takes?|pendant|durant|durante|während|dauer[nt]?|dure(?:ra)?|durée(?: de)?|duration(?: of)?|length(?: of)?|dura(?:ci[oó]n)?(?: de)?)[ :]{1,2})`;
const AT_HOUR = String.raw`(?<=(?<![\p{L}])(?:à|dès|vers|at|um|ab|las|from|gegen|rdv|partir de) )`;
const OF_LENGTH = String.raw` ?-?(?:coverage|lang|long|am stück|non-stop)(?![\p{L}])`;
const OF_WORK = String.raw` ?-?(?:shoots?|shootings?|sessions?|workshops?|training|filming|gig|set|booking)(?![\p{L}])`;
const HOUR_SIGN = '(?:h|hs|hrs|heures?|horas)';
const NO_LASTING = `${LASTING}(?:${AT_HOUR}|(?!\\d{1,2} ?${HOUR_SIGN}${OF_LENGTH}|(?:\\d|1[0-2]) ?${HOUR_SIGN}${OF_WORK}))`;

const halfOf = ({ am, pm }: Groups): 'am' | 'pm' | undefined => (am ? 'am' : pm ? 'pm' : undefined);

const forms = (language: Language): Form[] => {
  const H = String.raw`(?<h>\d{1,2}|${hourWords(language)})`;
  const M = String.raw`(?<m>\d{2}|${minuteWords(language)})`;
  const form = (source: string, read: Form['read']): Form => ({
    pattern: lettered(`${NOT_BEFORE}${source}${NOT_BEHIND}`, 'giu'),
    read,
  });
  const at = (groups: Groups, by = 0): Said | undefined => {
    const [hour, minute] = [hourOf(groups.h ?? '', language), groups.m ? minuteOf(groups.m, language) : 0];
    if (hour === undefined || minute === undefined) return undefined;
    const all = hour * 60 + minute + by;
    const full =
      (by === 0 && (hour > 12 || hour === 0 || /^0\d/.test(groups.h ?? ''))) || (groups.of24 !== undefined && hour > 4);
    return { hour: Math.floor(all / 60) % 24, minute: all % 60, half: halfOf(groups), full };
  };
  return [...digits(form, at), ...WORDS[language]({ form, at: (groups, by) => spoken(at(groups, by)), H, M })];
};

type Kit = {
  readonly form: (source: string, read: Form['read']) => Form;
  readonly at: (groups: Groups, by?: number) => Said | undefined;
  readonly H: string;
  readonly M: string;
};

/** "14:00", "14h30", "7.15pm", "8 am", "14.00 Uhr", "13 Uhr 30", "20.30 hs", "21 horas". */
const digits = (form: Kit['form'], at: Kit['at']): Form[] => [
  form(
    String.raw`(?<h>\d{1,2})(?:(?:[:.]|(?: ?h ?))(?<m>\d{2}))?(?: ?(?:uhr|hs|hrs|h|horas))?(?: ?(?:(?<am>am|a\. ?m\.?)|(?<pm>pm|p\. ?m\.?)))(?![\p{L}])`,
    (groups) => at(groups),
  ),
  form(
    String.raw`(?<h>\d{1,2}) ?(?::|(?<of24>h|uhr|heures?|horas?)) ?(?<m>\d{2})(?: ?(?:uhr|h|hs|hrs|heures|horas))?${PART}(?! ?(?:€|euros?(?![\p{L}])|franken|min))`,
    (groups) => at(groups),
  ),
  form(String.raw`(?<h>\d{1,2})\.(?<m>\d{2}) ?(?:uhr|h|hs|hrs|horas)${PART}`, (groups) => at(groups)),
  form(
    String.raw`(?<=(?:(?<![\p{L}])(?:at|from|um|ab|las|à|dès|start(?:s|ing)?|begin(?:s|n)?|kick(?:s|ing)? ?off|von|immer|jeweils|[àa]|doors|treff\p{L}*|aufbau|call|arrival|inicio|horas?|zeit|time|uhrzeit|heure|horaire|hora)|[:=|@,])[ \t"|]{0,4})(?<h>\d{1,2})\.(?<m>[0-5][05])${PART}`,
    (groups) => at(groups),
  ),
  form(String.raw`(?<h>\d{1,2})\.(?<m>[0-5][05])(?= (?:start|sharp|prompt|kick|for a |on the dot))${PART}`, (groups) =>
    at(groups),
  ),
  form(String.raw`(?<h>\d{1,2}) ?(?:(?<of24>uhr)|o['’]?clock)${PART}`, (groups) => at(groups)),
  form(String.raw`${NO_LASTING}(?<h>[6-9]|1\d|2[0-4]) ?(?<of24>h|hs|hrs|heures?|horas)${PART}${NOT_LENGTH}`, (groups) =>
    at(groups),
  ),
  // "2 h" alone is how long it takes.
  form(
    String.raw`(?<=(?:(?<![\p{L}])(?:à|dès|vers|at|um|ab|las|from|rdv|partir de)|[,:]) )(?<h>\d) ?(?:h|hs|hrs|heures?|horas)${PART}${NOT_LENGTH}`,
    (groups) => at(groups),
  ),
];

const noon = (): Said => ({ hour: 12, minute: 0, full: true });
const midnight = (): Said => ({ hour: 0, minute: 0, full: true });

/** What may stand behind a bare number that is an hour. */
const FOLLOWS_EN = String.raw`(?=${PART.replaceAll(/\?<[a-z]+>/g, '?:')}(?:\s*(?:$|[,.;!?)\n–—-])| (?:in|on|at|sharp|for|and|with|till?|until|to|that|this|tomorrow|tonight|not|then|so|if|because|as|when|prompt|exactly|start\p{L}*|please|mon\p{L}*|tues\p{L}*|wed\p{L}*|thu\p{L}*|fri\p{L}*|sat\p{L}*|sun\p{L}*|we|i|you|but|or|same|is|was)(?![\p{L}])))`;
const NO_UNIT_DE = String.raw`(?! ?(?:%|€|euro|prozent|tag|woche|stunde|monat|jahr|minute|cent|franken|fr\b|meter|cm|seite|uhr|person|leute|st[uü]ck|[:.]?\d|\.?\s?(?:januar|februar|märz|april|mai|juni|juli|august|sept|okt|nov|dez)))`;
const NO_UNIT_ES = String.raw`(?! ?(?:%|€|euros|horas? (?:de|desde|tras|antes|sig|post)|semanas|d[ií]as|personas|p[aá]ginas|primer|[úu]ltim|[:.]?\d|mil(?![\p{L}])|fotos|sesiones|clases|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept|oct|nov|dic)))`;

const WORDS: Readonly<Record<Language, (kit: Kit) => Form[]>> = {
  en: ({ form, at, H }) => [
    form(`(?:half|30) past ${H}${PART}`, (groups) => at(groups, 30)),
    form(`(?:a )?quarter past ${H}${PART}`, (groups) => at(groups, 15)),
    form(`(?:a )?quarter (?:to|before) ${H}${PART}`, (groups) => at(groups, -15)),
    // "10 to 2" may as well be from ten until two.
    form(`(?!(?:5|10|20) to \\d)(?<n>five|ten|twenty(?:-five)?|5|10|20|25)(?: minutes)? (?<to>past|to) ${H}(?! (?:people|of|per|days?|pages?|thousand|hundred|grand|percent))${PART}`, (groups) =>
      at(groups, FEW[groups.n ?? ''] === undefined ? 0 : (FEW[groups.n ?? ''] ?? 0) * (groups.to === 'to' ? -1 : 1))),
    form(`(?<=(?:at|from|by|for) )half ${H}(?! (?:thousand|hundred|grand|the|of|price|a |day|hour))${PART}`, (groups) => at(groups, 30)),
    form(`half ${H}(?= (?:in the|at night|on the dot|sharp))${PART}`, (groups) => at(groups, 30)),
    form(String.raw`${H}[ -](?<m>fifteen|thirty|forty[ -]five)(?= ?(?:[ap]\.? ?m\b|in the|on the dot|sharp|at night|tonight|start))${PART}`, (groups) => at(groups)),
    form(`(?<=(?:at|from) )${H}[ -](?<m>fifteen|thirty|forty[ -]five)(?! (?:dollars|pounds|euros?|people|pages|quid|bucks|days))${PART}`, (groups) => at(groups)),
    form(`${H} ?(?:o['’]?clock)${PART}`, (groups) => at(groups)),
    form(String.raw`${H}(?= ?(?:[ap]\.? ?m\.?(?![\p{L}])|in the (?:morning|afternoon|arvo|evening)|on the dot|sharp(?![\p{L}])|this (?:morning|afternoon|evening)|at night|tonight))${PART}`, (groups) => at(groups)),
    form(String.raw`(?<=(?:(?<![\p{L}])(?:at|from|kick(?:s|ing)? ?off|starts?|begins?|downbeat|doors|there (?:for|by)|time|arrive|@) ?(?:at |from |is |: ?|= ?)?|@ ?))(?!(?:5|10|20) to \d)${H}${FOLLOWS_EN}${PART}`, (groups) => plainly(at(groups))),
    form('(?:noon|midday)', noon),
    form('midnight', midnight),
  ],
  de: ({ form, at, H, M }) => [
    form(`halb ${H}(?: uhr)?${PART}`, (groups) => at(groups, -30)),
    form(`viertel (?:nach) ${H}(?: uhr)?${PART}`, (groups) => at(groups, 15)),
    form(`(?:viertel vor|dreiviertel) ${H}(?: uhr)?${PART}`, (groups) => at(groups, -15)),
    form(`(?<n>fünf|zehn|zwanzig|5|10|20) (?<to>nach|vor) ${H}(?: uhr)?(?! (?:tag|woche|monat|jahr))${PART}`, (groups) =>
      at(groups, (FEW[groups.n ?? ''] ?? 0) * (groups.to === 'vor' ? -1 : 1))),
    form(`${H} (?<of24>uhr) ${M}${PART}`, (groups) => at(groups)),
    form(`${H} (?<of24>uhr)${PART}`, (groups) => at(groups)),
    form(String.raw`(?<=(?:(?<![\p{L}])(?:um|ab|punkt|seit)) (?:punkt |etwa )?)${H}${NO_UNIT_DE}${PART}`, (groups) => plainly(at(groups))),
    form(`${H}(?= (?:in der früh|früh|morgens|vormittags|nachmittags|abends))${PART}`, (groups) => at(groups)),
    form('(?<=(?:um|ab|gegen) )mitternacht', midnight),
    form('(?:(?<=(?:um|ab|zu|am|gegen) )mittag)', noon),
  ],
  fr: ({ form, at, H, M }) => [
    form(`${H} ?(?:heures?|h) et demie?${PART}`, (groups) => at(groups, 30)),
    form(`${H} ?(?:heures?|h) et quart${PART}`, (groups) => at(groups, 15)),
    form(`${H} ?(?:heures?|h) moins (?:le )?quart${PART}`, (groups) => at(groups, -15)),
    form(`${H} ?(?:heures?|h) moins (?<n>dix|vingt|cinq)${PART}`, (groups) => at(groups, -(FEW[groups.n ?? ''] ?? 0))),
    form(`${H} (?<of24>heures?) ${M}${PART}${NOT_LENGTH}`, (groups) => at(groups)),
    form(`(?<=(?:à|dès|vers|pour|de|et|jusqu['’]à|début|accueil|rdv|rendez-vous) )${H} (?<of24>heures?)${PART}${NOT_LENGTH}`, (groups) => at(groups)),
    form('midi et demie?', () => ({ hour: 12, minute: 30, full: true })),
    form('midi et quart', () => ({ hour: 12, minute: 15, full: true })),
    form('midi moins (?:le )?quart', () => ({ hour: 11, minute: 45, full: true })),
    form(`(?<=(?:à|dès|vers|de|pour|jusqu['’]à) )midi`, noon),
    form(`(?<=(?:à|dès|vers|de|jusqu['’]à) )minuit`, midnight),
  ],
  es: ({ form, at, H, M }) => [
    form(`(?:las? )?${H} y media${PART}`, (groups) => at(groups, 30)),
    form(`(?:las? )?${H} y cuarto${PART}`, (groups) => at(groups, 15)),
    form(`(?:las? )?${H} menos cuarto${PART}`, (groups) => at(groups, -15)),
    form(`(?:un )?cuarto para las? ${H}${PART}`, (groups) => at(groups, -15)),
    form(`(?:las? )${H} y (?<m>cinco|diez|veinte)${PART}`, (groups) => at(groups)),
    // "Una de las dos" is one of two people.
    form(String.raw`(?<=(?:(?<![\p{L}])a|desde|(?<!(?:alguna|una|ninguna|cualquiera|cada una) )de|hasta|y|para|sobre) )las? ${H}(?:(?: con)? ${M}|\.(?<m2>\d{2}))?(?: ?(?:h|hs|hrs|horas)(?![\p{L}]))?${NO_UNIT_ES}${PART}`, (groups) =>
      plainly(at({ ...groups, m: groups.m ?? groups.m2 }))),
    form(`${H}(?: en punto)?(?= de la (?:mañana|tarde|noche|madrugada))${PART}`, (groups) => at(groups)),
    form(`${H} en punto${PART}`, (groups) => plainly(at(groups))),
    form('(?<=(?:al|a) )mediod[ií]a', noon),
    form('(?<=(?:a|a la) )medianoche', midnight),
  ],
}; // biome-ignore format: a table of forms

const FEW: Readonly<Record<string, number>> = {
  ...{ five: 5, ten: 10, twenty: 20, 'twenty-five': 25, '5': 5, '10': 10, '20': 20, '25': 25 },
  ...{ fünf: 5, zehn: 10, zwanzig: 20, cinq: 5, dix: 10, vingt: 20 },
};

const spoken = (said: Said | undefined): Said | undefined => said && { ...said, spoken: true };

/** An hour without minutes and without a sign says no half of the day by itself. */
const plainly = (said: Said | undefined): Said | undefined =>
  said && { ...said, plain: said.minute === 0 && !said.half && !said.full };

const cache = new Map<Language, readonly Form[]>();

/** The ways a time of day is said in one language, in the order they are tried; what an earlier took, a later leaves alone. */
export function clockForms(language: Language): readonly Form[] {
  const known = cache.get(language) ?? forms(language);
  cache.set(language, known);
  return known;
}

import { payAnswers } from '../answers.ts';
import { lettered, words } from '../passages/letters.ts';
import { MONTH } from '../passages/second-thoughts.ts';
import { clauseAround, type Note, type Span, spanOf } from '../passages/text.ts';

const PAY =
  'pay(?:s|ing|able|ments?)?|paid|settles?|zahl(?:en|t|bar|ung(?:en)?)|(?:be|ge|vor)zahlt|überw(?:eisen|eist|iesen|eisung)|pai(?:e|ent|ements?|és?|ées?)|payé(?:e?s?)|payables?|règle(?:nt|ments?)?|réglé(?:e?s?)|versé(?:e?s?)|versements?|pag(?:a|an|os?|ad[oa]s?|ar|amos|ader[oa]s?)|abon(?:a|an|ad[oa]s?|o)';
const MONTHS =
  'jan|feb|f[ée]v|mar|mär|apr|avr|abr|may|mai|jun|jui|jul|aug|août|sep|oct|okt|nov|dec|dez|déc|ene|ago|dic|von|of (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)';
/** No month behind it: a day of every one. */
const ANY = `(?!\\d| ?(?:${MONTHS}))`;
const WHEN = [
  `(?:before|after|at|prior to|ahead of|following|on the day of)(?: the (?:start|end) of)? (?:each|every) \\p{L}+`,
  `(?:on|by) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)(?: (?:of )?(?:each|every|the) month)?(?! \\p{L}+ (?:of|visit|draft))${ANY}|(?:first|last(?: (?:working|business))?(?: day)?) of (?:each|every|the) month)`,
  '(?:at|by|towards) (?:the )?(?:end|beginning|start|middle) of (?:each|every|the) (?:month|week|quarter|year)',
  '(?:monthly|weekly|quarterly|(?:each|every) (?:month|week|quarter)),? in (?:advance|arrears)|in (?:advance|arrears),? (?:each|every|by the) (?:month|week|quarter)',
  '(?:vor|nach|zu|bei) jede[rmn]? \\p{L}+',
  `(?:zum|am) (?:Ersten|Fünfzehnten|Letzten|\\d{1,2}\\.)(?: (?:des|jedes|eines jeden|jeden) Monats)?${ANY}`,
  '(?:zum|am|zu) (?:Monats|Quartals|Wochen)(?:ende|anfang|beginn|ersten|letzten)|Ende (?:des|jedes) Monats|monatlich (?:im|in) (?:Voraus|Vorhinein)',
  '(?:avant|après|lors de|au début de|à la fin de|à) chaque \\p{L}+',
  `le (?:1er|premier)(?: (?:du|de chaque) mois)?${ANY}|le \\d{1,2} (?:du|de chaque) mois`,
  "(?:en|à la) (?:fin|début) (?:de|du|de chaque) mois|au début (?:du|de chaque) mois|(?:chaque mois|mensuellement),? d[’']avance",
  '(?:antes|después|al inicio|al final) de cada \\p{L}+',
  `el día (?:1|primero|\\d{1,2})(?: (?:de cada|del) mes)?${ANY}|el (?:primero|\\d{1,2}) (?:de cada|del) mes`,
  'a (?:final(?:es)?|principios?|primeros|fin|mediados) del? (?:cada )?mes|(?:cada mes|mensual(?:mente)?),? por adelantado',
].join('|');
const ON_DAY = `(?:on|by|am|bis(?: zum)?|le|avant le|el|antes del) (?:the )?(?:\\d{1,2}(?:\\.|st|nd|rd|th|er)? (?:of |de )?${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de )?20\\d\\d)?`;
const FILLER =
  '(?: (?:is|are|be|ist|sind|wird|werden|est|sera|es|será|in full|komplett|all|alles|tout|todo|in cash|bar|us|me|it|das|geld))*';
const RULE = lettered(
  `(?<![\\p{L}\\d])(?:(?:${PAY})(?![\\p{L}])(?:(?:[^.,;\\n\\d%€$£]{0,50}?[^.,;\\n\\p{L}\\d%€$£])(?:${WHEN})|${FILLER} ${ON_DAY})|(?:${WHEN})[^.;,\\n\\d%€$£]{1,20}?(?<![\\p{L}])(?:${PAY}))(?![\\p{L}])`,
  'giu',
);
/** A part of the price is a plan of payments. */
const PART = words(
  '\\d{1,3} ?%|half|third|quarter|rest\\p{L}*|balance|remainder|deposit|instal\\p{L}+|hälfte|drittel|anzahlung|raten?|moitié|tiers|acompte|solde|reste|échéances?|mitad|tercio|señal|anticipo|saldo|cuotas?|plazos?',
);

/** So many days are a time to pay, whatever they are counted from. */
const DAYS = words('days|weeks|tagen?|wochen|jours|semaines|días|semanas');

const DAYS_AHEAD = lettered(
  '(?:days|weeks|fortnight|tagen?|wochen|jours|semaines|días|semanas),? (?:zeit,? )?(?:to|in which to|zum|um(?: [\\p{L}]+){0,3}?(?: zu)?|pour|para) $',
  'iu',
);

/** When money is due by another rule than days after the invoice: "paid on the 1st", "payable before each session". */
export const otherDuesIn = (said: string): Span[] =>
  [...said.matchAll(RULE)].map(spanOf).filter(({ start, end, text }) => {
    if (DAYS.test(text)) return false;
    const { before, after } = clauseAround(said, start, end);
    // "20 days to settle up after each bill" says how many.
    if (DAYS_AHEAD.test(before)) return false;
    return !PART.test(`${before.split(/, /).at(-1)} ${text} ${after.split(/, /)[0]}`);
  });

/** The terms hold days after the invoice and nothing else, and the workspace's own are not what the brief says. */
export function otherDueNote([due]: readonly Span[], usual: number | null): Note[] {
  if (!due) return [];
  const answers = payAnswers([...new Set([0, usual ?? 14])]);
  const sentence = `“${due.text}” names no days after the invoice. Say within how many days an invoice is payable.`;
  return [{ code: 'brief.net-days', field: 'netDays', sentence, quote: due.text, answers }];
}

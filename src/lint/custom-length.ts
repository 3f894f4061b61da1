import type { Length } from '../briefs/agreed/lengths.ts';
import { said } from '../briefs/passages/letters.ts';
import { endDayOf } from '../contracts/terms.ts';
import { addDays, addMonths, compareDays, type Day, formatDay } from '../shared/dates.ts';
import { making } from './custom.ts';
import type { LintScene } from './finding.ts';
import { BY_CLIENT, EXTRA } from './own-cues.ts';
import { spokenIn } from './own-facts.ts';
import { daysOfLength, isStep, lengthsSaid, partWith } from './own-values.ts';
import type { OwnWords } from './own-words.ts';

/** All of the work is there so long after it began. */
const TAKES = said(
  '(?:deliver|finish|complete)\\p{L}*|(?:the|our) (?:work|project|job) (?:takes|lasts|needs|runs)|delivery time|turnaround|' +
    '(?:liefer\\p{L}*|geliefert|fertig(?:stell\\p{L}*|gestellt)?)|(?:die arbeit|das projekt|der auftrag) (?:dauert|braucht|läuft)|lieferzeit|' +
    'livr\\p{L}*|termin(?:ons|é|er)|(?:le travail|le projet|la mission) (?:dure|prend)|délai de livraison|' +
    'entreg\\p{L}*|termin(?:amos|ado)|(?:el trabajo|el proyecto) (?:dura|tarda|lleva)|plazo de entrega',
);
/** Counted from something that is not the start: “within 3 days of your approval”. */
const AFTER = said(
  '(?:of|after|from|once|nach|ab|sobald|après|dès|suivant|à compter|tras|después|desde|a partir)(?= )',
);
const FROM_START = said(
  'sign\\p{L}*|contract|deposit|start|beginning|unterschrift|unterzeichnung|vertrag\\p{L}*|anzahlung|beginn|auftrag\\p{L}*|signature|contrat|acompte|début|firma|contrato|anticipo|inicio',
);
/** Less than a week may be rounding. */
const SLACK = 6;

const behind = (from: Day, length: Length): Day =>
  length.unit === 'month' || length.unit === 'year'
    ? addMonths(from, length.count * (length.unit === 'year' ? 12 : 1))
    : addDays(from, Math.round(daysOfLength(length) * (length.working ? 1.4 : 1)));

/** “We deliver within 10 weeks”, where the contract ends before they are over. */
export function otherLength(scene: LintScene, own: OwnWords) {
  const { terms, today } = scene;
  const end = endDayOf(terms);
  if (!end || terms.booking || !TAKES.test(own.text) || EXTRA.test(own.text) || BY_CLIENT.test(own.text))
    return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(
    text,
    (words) => TAKES.test(words),
    (words) => lengthsSaid(words).length > 0,
  );
  const [length, ...more] = part ? lengthsSaid(part).filter(({ unit }) => unit !== 'hour') : [];
  if (!part || !length || more.length > 0 || isStep(part)) return undefined;
  const rest = part.slice(Math.max(0, part.indexOf(length.text)) + length.text.length);
  if (AFTER.test(rest) && !FROM_START.test(rest)) return undefined;
  const from = terms.startOn?.value ?? today;
  const day = behind(from, length);
  if (compareDays(day, addDays(end, SLACK)) <= 0) return undefined;
  return {
    sentence: `Your own wording has the work take ${length.text}, which from ${formatDay(from)} is until ${formatDay(day)}; this contract ends on ${formatDay(end)}.`,
    term: 'endOn' as const,
    make: making(scene, `Make the end ${formatDay(day)}`, { endOn: day }),
  };
}

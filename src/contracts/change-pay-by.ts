import { COUNT, countOf } from '../briefs/passages/text.ts';
import { ask, type Read, type Reader } from './change.ts';
import { VAGUE } from './change-figures.ts';

const UNIT = '(?<unit>days?|weeks?|months?)';
const MORE = '(?:more|extra|additional|further|longer)';
const GROWS = new RegExp(
  `(?<![\\p{L}\\d])(?<n>${COUNT}) (?:${MORE} ${UNIT}|(?:days?|weeks?|months?) ${MORE})(?! than)(?![\\p{L}])`,
  'iu',
);
const SHRINKS = new RegExp(
  `(?<![\\p{L}\\d])(?<n>${COUNT}) (?:(?:less|fewer) ${UNIT}|(?:days?|weeks?|months?) (?:less|fewer))(?! than)(?![\\p{L}])`,
  'iu',
);
const DAYS = { d: 1, w: 7, m: 30 } as const;

/** "One week more to pay" counts from what stands. Undefined where the words say how long it should be. */
export const readPayBy: Reader = (part, terms): Read | undefined => {
  const [grows, shrinks] = [GROWS.exec(part), SHRINKS.exec(part)];
  const found = grows ?? shrinks;
  if (!found || (grows && shrinks) || !terms.netDays) return undefined;
  const count = countOf(found.groups?.n ?? '');
  const unit = /days?|weeks?|months?/i.exec(found[0])?.[0].charAt(0).toLowerCase() as keyof typeof DAYS;
  const rest = part.replace(found[0], ' ');
  if (count === undefined || /\d/.test(rest)) return undefined;
  const next = terms.netDays.value + (grows ? 1 : -1) * count * DAYS[unit];
  if (next <= 0 || next > 365) return undefined;
  // A month has no fixed count of days.
  if (unit === 'm' || VAGUE.test(rest))
    return ask(
      'Within how many days should invoices be paid?',
      [{ label: `${next} days`, patch: { netDays: next } }],
      'netDays',
    );
  return { patch: { netDays: next }, builds: true };
};

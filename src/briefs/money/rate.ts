import { type Sourced, term } from '../../contracts/terms.ts';
import { wordsAfter, wordsBefore } from '../passages/text.ts';
import { type Amount, sumOf } from './amounts.ts';
import { countedUnit, eachUnit } from './counted.ts';
import { afterTax } from './roles.ts';

export type RateUnit = 'hour' | 'day' | 'session' | 'month';
/** What one unit of the work costs, in minor units. */
export type Rate = { unit: RateUnit; minor: bigint; currency: string };

const UNITS: readonly (readonly [RateUnit, RegExp, RegExp])[] = [
  [
    'hour',
    /^ ?(?:per |an? |\/ ?|each |every )?(?:hours?|hrs?|h)\b|^ ?(?:hourly|ph|p\/h)\b/,
    /\b(?:hourly|per[- ]hour)\b[^.;]{0,40}$/,
  ],
  [
    'day',
    /^ ?(?:per |a |\/ ?|each |every )?days?\b|^ ?daily\b/,
    /\b(?:daily|day|per[- ]day)(?: rate| fee| price)?(?: of| is|:| at)? ?$|\bper[- ]day(?: \p{L}{2,12}){1,3} ?$/u,
  ],
  [
    'session',
    /^ ?(?:per |a |\/ ?|each |for (?:one|each|every) )?(?:sessions?|lessons?|class(?:es)?)\b/,
    /\b(?:session|per[- ]session)(?: rate| fee| price)?(?: of| is|:| at)? ?$|\bper[- ]session(?: \p{L}{2,12}){1,3} ?$/u,
  ],
  ['month', /^ ?(?:per |a |\/ ?|each |every )?months?\b|^ ?monthly\b/, /\b(?:monthly|per[- ]month)\b[^.;]{0,20}$/],
];

/** The one unit price of a brief; two different ones, or one for a word or an image, are none a contract can rest on. */
export function readRate(
  text: string,
  rates: readonly { readonly amount: Amount; readonly like?: Amount }[],
  currency: (amount: Amount) => string | undefined,
): Sourced<Rate> | undefined {
  const found = rates.flatMap(({ amount, like = amount }) => {
    const unit = unitOf(text, like);
    const code = currency(like);
    const sum = code && sumOf(amount, code);
    return unit && sum ? [{ unit, minor: sum.minor, currency: sum.currency, amount }] : [];
  });
  const [first] = found;
  const same = found.every(({ unit, minor }) => unit === first?.unit && minor === first.minor);
  if (!first || !same || found.length < rates.length) return undefined;
  const { amount, ...rate } = first;
  return term(rate, 'brief', amount.text);
}

const BEFORE_COMMA = /[a-z][a-z -]*, (?:at |for )?$/;

function unitOf(text: string, amount: Amount): RateUnit | undefined {
  const [before, after] = [wordsBefore(text, amount, 40), afterTax(wordsAfter(text, amount, 50)).slice(0, 24)];
  const line = text.slice(Math.max(0, amount.start - 24), amount.start).toLowerCase();
  return (
    UNITS.find(([, behind]) => behind.test(after))?.[0] ??
    UNITS.find(([, , ahead]) => ahead.test(before))?.[0] ??
    // "Hourly, 68 CAD"
    UNITS.find(([, , ahead]) => ahead.test(BEFORE_COMMA.exec(line)?.[0].replace(',', '') ?? ''))?.[0] ??
    countedUnit(text.slice(Math.max(0, amount.start - 60), amount.start).toLowerCase()) ??
    eachUnit(
      /[^.;\n]*$/.exec(text.slice(Math.max(0, amount.start - 240), amount.start).toLowerCase())?.[0] ?? '',
      after,
    )
  );
}

import type { CancellationPolicy } from '../../contracts/calling-off.ts';
import { checkMoving } from '../../contracts/moving-check.ts';
import { checkScale } from '../../contracts/scale-check.ts';
import type { Terms } from '../../contracts/terms.ts';
import type { CancellationTier } from '../../contracts/tiers.ts';
import { callingOffAnswers } from '../answers.ts';
import { isCode, scanAmounts } from '../money/amounts.ts';
import { signFits } from '../money/currencies.ts';
import { lettered } from '../passages/letters.ts';
import type { ConditionReading } from './conditions.ts';
import { openMoving } from './moving.ts';

/** What is paid back is no fee, but for "no refund". */
const REFUND = lettered(
  String.raw`(?<!(?:no|non|not|never|without|kein\p{L}*|nicht|keinerlei|ohne|sin|pas de|aucun\p{L}*|ningun\p{L}*)[ -])(?<![\p{L}])(?:refund\p{L}*|re-?imburs\p{L}*|(?:get|gets|have|receive) [^.;\n]{0,14}back|(?:zurück|rück)?erstatt\p{L}*|zurückzahl\p{L}*|rembours\p{L}*|restitu\p{L}*|devuel\p{L}*|devoluc\p{L}*|reembols\p{L}*|reintegr\p{L}*)(?![\p{L}])`,
  'iu',
);
/** "More than 30 days before", "between 30 and 14 days", "within 14 days of signing": no window that ends with the work. */
const OUTSIDE = lettered(
  String.raw`(?<![\p{L}])(?:more than|over|mehr als|über|plus de|plus d['’]|más de|between|zwischen|entre) (?:\d{1,3}|two|three|four|six|seven|ten|fourteen|thirty)(?![\p{L}\d])|(?:days?|weeks?|hours?) (?:of|after|from|nach|après|de la|desde la) (?:the )?(?:sign\p{L}*|unter(?:schrift|zeichn\p{L}*)|signature|firma|firmar|booking date|order)`,
  'iu',
);
/** How far around the quotation its sentences reach. */
const AROUND = 120;

/**
 * The conditions without a scale of cancellation fees that can't be meant: paid back instead of owed, in another money than the
 * price, above it, twice for one window, or falling as the day comes nearer. It is asked instead.
 */
export function withSoundScale(conditions: ConditionReading, text: string, fee: Terms['fee']): ConditionReading {
  const { cancellation, ...found } = conditions.found;
  if (cancellation?.value.kind !== 'tiers') return withSoundMoving(conditions, fee);
  const quote = cancellation.quote ?? '';
  const why = problemOf(text, quote, fee?.value.currency) ?? checkScale({ cancellation, fee } as Terms)[0]?.sentence;
  if (!why) return withSoundMoving(conditions, fee);
  const note = {
    code: 'brief.cancellation',
    field: 'cancellation',
    sentence: why,
    quote: quote.slice(0, 200),
    answers: callingOffAnswers(ways(cancellation.value.tiers, fee), fee?.value.currency ?? 'EUR'),
  } as const;
  const alike = found.rescheduling?.quote === cancellation.quote;
  const kept = alike ? { ...found, rescheduling: undefined } : found;
  const notes = [...conditions.notes, note, ...(alike ? [openMoving(quote)] : [])];
  return withSoundMoving({ ...conditions, found: kept, notes }, fee);
}

/** The same for what moving a booking costs. */
function withSoundMoving(conditions: ConditionReading, fee: Terms['fee']): ConditionReading {
  const { rescheduling, ...found } = conditions.found;
  if (!rescheduling) return conditions;
  const quote = rescheduling.quote ?? '';
  const booking = { value: {}, origin: 'brief' };
  const wrong =
    isForeign(quote, fee?.value.currency) || checkMoving({ rescheduling, fee, booking } as Terms).length > 0;
  return wrong ? { ...conditions, found, notes: [...conditions.notes, openMoving(quote)] } : conditions;
}

/** The scales that two fees for one window may mean, if it is only that. */
function ways(tiers: readonly CancellationTier[], fee: Terms['fee']): CancellationPolicy[] {
  const isSame = (a: CancellationTier, b: CancellationTier) => a.within === b.within && a.unit === b.unit;
  const twice = tiers.filter((one, at) => tiers.some((other, to) => at !== to && isSame(one, other)));
  const policies = twice.map((left): CancellationPolicy => {
    const kept = tiers.filter((one) => one === left || !isSame(one, left));
    return { kind: 'tiers', tiers: kept };
  });
  return policies.filter(
    (value) => checkScale({ cancellation: { value, origin: 'brief' }, fee } as Terms).length === 0,
  );
}

function problemOf(text: string, quote: string, price: string | undefined): string | undefined {
  const at = Math.max(0, text.indexOf(quote));
  const before = text.slice(Math.max(0, at - AROUND), at);
  const start = at - before.length + Math.max(before.lastIndexOf('\n'), before.search(/[.;!?] [^.;!?]*$/)) + 1;
  const rest = text.slice(at + quote.length, at + quote.length + AROUND);
  const stop = rest.search(/[.;!?](?:\s|$)|\n/);
  const end = at + quote.length + (stop < 0 ? rest.length : stop);
  const said = text.slice(start, end).trim();
  if (REFUND.test(said)) return 'The brief says what is paid back when somebody calls off; say what is owed then.';
  if (OUTSIDE.test(said)) return 'The brief says something about cancelling that needs your own wording.';
  return isForeign(quote, price) ? `A cancellation fee is in another currency than the price (${price}).` : undefined;
}

/** Whether words name money of another currency than the price. */
function isForeign(words: string, price: string | undefined): boolean {
  if (!price) return false;
  return scanAmounts(words, [], price).amounts.some(
    ({ currency }) => currency && (isCode(currency) ? currency !== price : !signFits(currency, price)),
  );
}

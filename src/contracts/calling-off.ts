import { formatAmount, money } from '../shared/money.ts';
import { isWorked, shareWords, type Terms } from './terms.ts';

import { type CancellationTier, hoursOf, type Rescheduling } from './tiers.ts';

/** When a contract has neither days of notice nor a scale that can apply. */
export const NOTICE_DAYS = 14;
/** Within how many months of a booking its new day lies, where nobody said. */
export const MOVING_MONTHS = 12;

export type CancellationPolicy = NonNullable<Terms['cancellation']>['value'];

/** What calling off costs, on one line as the form has it: `50% within 7 days`, `14 days’ notice`. Sums are in the contract's currency. */
export function callingOffLine(policy: CancellationPolicy, currency: string): string {
  if (policy.kind === 'notice')
    return policy.days === 0 ? 'at any time' : `${policy.days} ${policy.days === 1 ? 'day’s' : 'days’'} notice`;
  return policy.tiers
    .map(({ within, unit, percentMilli, minor }) => {
      const worth = minor === undefined ? shareWords(percentMilli ?? 0) : formatAmount(money(minor, currency));
      return `${worth} within ${within} ${within === 1 ? unit.slice(0, -1) : unit}`;
    })
    .join(', ');
}

/** Moving on the terms of calling off: free until its first step or its notice, and then at its fees. */
export function moved(policy: CancellationPolicy): Rescheduling | undefined {
  if (policy.kind === 'notice') return { notice: { within: policy.days, unit: 'days' } };
  const [first, ...later] = [...policy.tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  if (!first) return undefined;
  const { within, unit, minor, percentMilli = 0 } = first;
  const fee = minor === undefined ? { percentMilli } : { minor };
  return { notice: { within, unit }, fee, ...(later.length > 0 && { tiers: later }) };
}

/** What a scale counts back from: the booking, or for one that somebody asked for the start; null without either. */
export function scaleAnchor({ cancellation, booking, laterBookings, startOn }: Terms): string | null {
  if (booking) return laterBookings ? 'the start of the first booking' : 'the start of the booking';
  return startOn && cancellation?.origin !== 'template' ? 'the day the work starts' : null;
}

/** The steps of the scale that the contract's text has, the earliest first; none where it could not count back from anything. */
export function scaleIn(terms: Terms): CancellationTier[] {
  const policy = terms.cancellation?.value;
  if (policy?.kind !== 'tiers' || !scaleAnchor(terms)) return [];
  return [...policy.tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
}

/** The kill fee that the text has: a scale says already what ending the work costs, and work billed as worked has no rest. */
export const killFeeIn = (terms: Terms): number | undefined =>
  isWorked(terms) || scaleIn(terms).length > 0 ? undefined : terms.killFee?.value.percentMilli;

/** When a free move is asked for at the latest where nobody said: before calling off would cost something. */
export const usualNotice = (terms: Terms): Pick<CancellationTier, 'within' | 'unit'> =>
  scaleIn(terms)[0] ?? { within: NOTICE_DAYS, unit: 'days' };

/** How often a booking may be moved at no charge. */
export function timesWords(free: number | null = 1): string {
  if (free === null) return 'any number of times';
  return ['never', 'once', 'twice'][free] ?? `${free} times`;
}

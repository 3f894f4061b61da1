import { formatMoney, money } from '../shared/money.ts';
import { shareWords, type Terms } from './terms.ts';

import { hoursOf, type Rescheduling } from './tiers.ts';

export type CancellationPolicy = NonNullable<Terms['cancellation']>['value'];

/** What calling off costs, on one line as the form has it: `50% within 7 days`, `14 days’ notice`. Sums are in the contract's currency. */
export function callingOffLine(policy: CancellationPolicy, currency: string): string {
  if (policy.kind === 'notice')
    return policy.days === 0 ? 'at any time' : `${policy.days} ${policy.days === 1 ? 'day’s' : 'days’'} notice`;
  return policy.tiers
    .map(({ within, unit, percentMilli, minor }) => {
      const worth = minor === undefined ? shareWords(percentMilli ?? 0) : formatMoney(money(minor, currency)).slice(4);
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

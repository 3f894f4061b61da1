import { formatMoney, money } from '../shared/money.ts';
import { shareWords, type Terms } from './terms.ts';

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

import { planLadder } from '../reminders/step.ts';
import { type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, formatPercent, type Money, minus } from '../shared/money.ts';
import type { Sums } from '../shared/tax.ts';

export type IssueFacts = {
  sums: Sums;
  taxRateMilli: number;
  taxIncluded: boolean;
  /** Paid deposits that are taken off; zero where there are none. */
  off: Money;
  to: { name: string; email: string | undefined };
  /** The client's, where reminders are timed. */
  zone: string;
  dueOn: Day;
  now: Date;
};

/** What issuing leads to, a sentence each: the sum and how it is reached, the mail, the due day, the reminders. */
export function previewOfIssue(facts: IssueFacts): string[] {
  const { to, dueOn, zone, now } = facts;
  const reminders = planLadder('invoice', dueOn, zone, now).map(({ wall }) => formatDay(wall.slice(0, 10)));
  return [
    sumWords(facts),
    `${to.name}${to.email ? ` (${to.email})` : ''} gets it by mail at once, as a PDF and with a link to pay.`,
    `Due ${formatDay(dueOn)}.`,
    ...(reminders.length > 0
      ? [`Reminders while it is unpaid: ${reminders.join('; ')}, each at 09:00 (${zone}).`]
      : []),
  ];
}

function sumWords({ sums, taxRateMilli, taxIncluded, off }: IssueFacts): string {
  const { net, tax, total } = sums;
  const rate = formatPercent(taxRateMilli);
  if (off.minor > 0n) {
    const whole = tax.minor > 0n ? `${formatMoney(total)} with ${rate} tax` : formatMoney(total);
    return `${formatMoney(minus(total, off))} to pay: ${whole}, less the paid deposit of ${formatMoney(off)}.`;
  }
  if (tax.minor === 0n) return `${formatMoney(total)} to pay.`;
  return taxIncluded
    ? `${formatMoney(total)} to pay, of which ${formatMoney(tax)} is tax (${rate}).`
    : `${formatMoney(total)} to pay: ${formatMoney(net)} plus ${formatMoney(tax)} tax (${rate}).`;
}

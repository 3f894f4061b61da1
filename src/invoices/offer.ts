import { unitPriceWords } from '../contracts/rate-wording.ts';
import type { Rate } from '../contracts/terms.ts';
import { type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money } from '../shared/money.ts';
import { cut } from '../shared/typed.ts';

/** A planned part or balance that may be issued early, or work that is billed as worked. */
export type Offered = {
  id: string;
  kind: 'milestone' | 'balance' | 'worked';
  title: string;
  label: string | null;
  total: Money;
  dueOn: Day | null;
  /** What a unit of the work costs, where it is billed as worked. */
  rate: Rate | null;
};
/** A project that may get another invoice. */
export type Billable = { id: string; title: string; client: string };

/** The choice of neither a balance nor a project that is there. */
export const NEW_PROJECT = 'new';

/** Slack shows this much of a choice. */
const WORDS_MAX = 75;

/** What there is to bill, each by its id, in the order in which it is offered: what is planned first. */
export function offersOf(planned: readonly Offered[], projects: readonly Billable[]): Record<string, string> {
  return Object.fromEntries([
    ...planned.map((one) => [one.id, wordsOf(one)]),
    [NEW_PROJECT, 'A new invoice, in a project of its own'],
    ...projects.map(({ id, title, client }) => [id, fitted('', title, ` (${cut(client, 24)})`)]),
  ]);
}

function wordsOf({ label, title, total, dueOn, rate }: Offered): string {
  if (rate) return fitted('Work on ', title, `, ${unitPriceWords(rate)}`);
  const what = label === null ? 'Balance of ' : `${cut(label, 24)}, `;
  return fitted(what, title, `: ${formatMoney(total)}${dueOn ? `, planned ${formatDay(dueOn)}` : ''}`);
}

function fitted(before: string, title: string, after: string): string {
  return `${before}${cut(title, WORDS_MAX - before.length - after.length)}${after}`;
}

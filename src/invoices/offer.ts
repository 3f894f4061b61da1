import { type Day, formatDay } from '../shared/dates.ts';
import { formatMoney, type Money } from '../shared/money.ts';
import { cut } from '../shared/typed.ts';

/** A planned balance that may be issued early. */
export type Balance = { id: string; title: string; total: Money; dueOn: Day | null };
/** A project that may get another invoice. */
export type Billable = { id: string; title: string; client: string };

/** The choice of neither a balance nor a project that is there. */
export const NEW_PROJECT = 'new';

/** Slack shows this much of a choice. */
const WORDS_MAX = 75;

/** What there is to bill, each by its id, in the order in which it is offered: planned balances first. */
export function offersOf(balances: readonly Balance[], projects: readonly Billable[]): Record<string, string> {
  return Object.fromEntries([
    ...balances.map(({ id, title, total, dueOn }) => [
      id,
      fitted('Balance of ', title, `: ${formatMoney(total)}${dueOn ? `, planned ${formatDay(dueOn)}` : ''}`),
    ]),
    [NEW_PROJECT, 'A new invoice, in a project of its own'],
    ...projects.map(({ id, title, client }) => [id, fitted('', title, ` (${cut(client, 24)})`)]),
  ]);
}

function fitted(before: string, title: string, after: string): string {
  return `${before}${cut(title, WORDS_MAX - before.length - after.length)}${after}`;
}

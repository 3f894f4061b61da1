import { priceAnswers } from '../answers.ts';
import type { Note } from '../passages/text.ts';
import { sumOf } from './amounts.ts';
import type { Sorted } from './money.ts';

/** "EUR 4,000 plus USD 300": the whole is in two currencies, and a contract has one. */
export function added(text: string, sorted: readonly Sorted[], notes: Note[]): boolean {
  for (const [at, { amount, role }] of sorted.entries()) {
    const before = sorted[at - 1]?.amount;
    const plus =
      before &&
      /^[ ,]*(?:plus|\+|and|&|und|et|y|más)(?: (?:another|an extra))? $/i.test(text.slice(before.end, amount.start));
    if (!plus || role === 'deposit' || !before.currency || !amount.currency || before.currency === amount.currency)
      continue;
    const sentence = `“${before.text}” and “${amount.text}” are in two currencies; a contract has one. Say what the whole costs.`;
    const answers = priceAnswers([before, amount].flatMap((one) => sumOf(one, one.currency ?? '') ?? []));
    notes.push({ code: 'brief.two-currencies', field: 'fee', sentence, answers });
    notes.push({ code: 'brief.two-currencies', field: 'currency', sentence: 'So the currency is open as well.' });
    return true;
  }
  return false;
}

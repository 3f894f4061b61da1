import { REFUSED } from '../briefs/agreed/words.ts';
import { depositOf, isPriced, isWorked, totals } from '../contracts/terms.ts';
import { formatMoney } from '../shared/money.ts';
import { type Against, making } from './custom.ts';
import type { LintScene } from './finding.ts';
import { CUES, EXTRA } from './own-cues.ts';
import { ALL_AHEAD, asksAhead, PAID_AT_ONCE, TOLD } from './own-paid-cues.ts';

/** “Invoices are payable on receipt”, where the contract gives days. */
export function paidAtOnce(scene: LintScene, text: string): Against | undefined {
  const agreed = scene.terms.netDays?.value;
  if (!agreed || asksAhead(text) || EXTRA.test(text) || TOLD.test(text) || !PAID_AT_ONCE.test(text)) return undefined;
  return {
    sentence: `Your own wording has invoices paid at once; the clause on payment gives ${agreed} days.`,
    term: 'netDays',
    make: making(scene, 'Make it payable on receipt', { netDays: 0 }),
  };
}

/** “The whole price is paid before we start”, where a part of it is. */
export function allAhead(scene: LintScene, text: string): Against | undefined {
  const { terms } = scene;
  if (!isPriced(terms) || isWorked(terms) || EXTRA.test(text) || REFUSED.test(text)) return undefined;
  if (!asksAhead(text) || !ALL_AHEAD.test(text) || !CUES.paying.test(text)) return undefined;
  const deposit = depositOf(terms);
  if (deposit.minor === totals(terms).total.minor) return undefined;
  const now = deposit.minor === 0n ? 'no deposit' : `a deposit of ${formatMoney(deposit)}`;
  return {
    sentence: `Your own wording has the whole price paid ahead; this contract asks for ${now}.`,
    term: 'deposit',
    make: making(scene, 'Ask for all of it ahead', { deposit: { kind: 'share', percentMilli: 100_000 } }),
  };
}

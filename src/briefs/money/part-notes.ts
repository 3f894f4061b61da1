import { shownDeposit, shownPart } from '../../contracts/part-lines.ts';
import { formatMoney, type Money, money } from '../../shared/money.ts';
import { type Answer, priceAnswers } from '../answers.ts';
import type { Note } from '../passages/text.ts';
import { type Part, type PartsReading, partsAsTerms, sumOfParts, wholeOf } from './parts.ts';

/** What keeps parts of a price from standing in the terms, with what one press may make of them. */
export function partsNote({ parts, open }: PartsReading, quote: string, fee: Money | undefined): Note {
  const words = quote.length > 140 ? `${quote.slice(0, 139)}…` : quote;
  const asked = { field: 'milestones' as const, quote: quote.slice(0, 500) };
  const currency = fee?.currency ?? 'EUR';
  if (open === 'names')
    return {
      ...{ code: 'brief.parts-unnamed', ...asked },
      sentence: `“${words}” does not say when each part is due.`,
      answers: [spreadAnswer(parts, currency)],
    };
  if (open === 'paid')
    return {
      ...{ code: 'brief.parts-paid', ...asked },
      sentence: `“${words}” has a part that was paid already. Say what is still to be paid, and when.`,
    };
  const sums = parts.some(({ minor }) => minor !== undefined);
  const all = sumOfParts(parts);
  const come = sums
    ? `${formatMoney(money(all, currency))}, and the price is ${formatMoney(money(fee?.minor ?? 0n, currency))}`
    : `${Number(all) / 1000}% of the price`;
  return {
    ...{ code: 'brief.parts-sum', ...asked },
    sentence: `“${words}” comes to ${come}.`,
    answers: sumAnswers(parts, fee),
  };
}

/** Sums that come to another price than the one that is named: either may be a slip. */
export function partsRivals(plan: PartsReading | undefined, fee: Money | undefined): Note[] {
  if (plan?.open !== 'sum' || !fee || !plan.parts.every(({ minor }) => minor !== undefined)) return [];
  const all = money(sumOfParts(plan.parts), fee.currency);
  // Far from the price they are figures of something else.
  if (all.minor * 2n < fee.minor || all.minor > fee.minor * 2n) return [];
  const sentence = `The price is ${formatMoney(fee)}, and its parts come to ${formatMoney(all)}; say which is the whole fee.`;
  return [{ code: 'brief.several-fees', field: 'fee', sentence, answers: priceAnswers([fee, all]) }];
}

/** Parts as the form takes them; what is paid ahead goes into its own field, which else holds none. */
function setOf(parts: readonly Part[], currency: string): Answer['set'] {
  const { deposit, milestones } = partsAsTerms(parts);
  return {
    deposit: shownDeposit(deposit ?? { kind: 'none' }, currency),
    milestones: milestones.map((part) => shownPart(part, currency)).join('\n'),
  };
}

/** One at the start, one at the end, and what is between them. */
function spreadAnswer(parts: readonly Part[], currency: string): Answer {
  const last = parts.length - 1;
  const named = parts.map((part, at): Part => {
    const between = parts.length === 3 ? 'Halfway' : `Payment ${at + 1}`;
    return { ...part, label: at === last ? 'End of the work' : between, ...(at === 0 && { ahead: true as const }) };
  });
  const label = parts.length === 3 ? 'On signing, halfway, at the end' : 'First on signing, last at the end';
  return { label, set: setOf(named, currency) };
}

/** The last part takes what is left; or the first is the deposit, and there are no parts. */
function sumAnswers(parts: readonly Part[], fee: Money | undefined): Answer[] {
  const currency = fee?.currency ?? 'EUR';
  const [first, last] = [parts[0], parts.at(-1)];
  const whole = wholeOf(parts, fee?.minor) ?? 0n;
  const left = whole - sumOfParts(parts.slice(0, -1));
  const answers: Answer[] = [];
  if (last && left > 0n) {
    const worth = last.minor === undefined ? { percentMilli: Number(left) } : { minor: left };
    const shown = shownPart({ label: last.label, ...worth }, currency);
    answers.push({ label: shown.slice(0, 70), set: setOf([...parts.slice(0, -1), { ...last, ...worth }], currency) });
  }
  const { deposit } = partsAsTerms(parts);
  if (first && deposit) {
    const ahead = shownDeposit(deposit, currency);
    answers.push({ label: `${ahead} deposit, the rest at the end`, set: { deposit: ahead, milestones: '' } });
  }
  return answers;
}

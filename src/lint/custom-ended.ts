import { killFeeIn, NOTICE_DAYS } from '../contracts/calling-off.ts';
import { isPriced, shareWords } from '../contracts/terms.ts';
import { hoursOf, spanWords } from '../contracts/tiers.ts';
import type { Against } from './custom.ts';
import { clausesNamed, type LintScene } from './finding.ts';
import { CUES } from './own-cues.ts';
import { ALL_BACK, ALL_OWED, EVE, isEnding, NONE_OWED, NOT_THE_CLIENT, WITHOUT_NOTICE } from './own-ended-cues.ts';
import { FOR_A_TIME, OWES_NOTHING } from './own-plain-cues.ts';
import { daysOfLength, lengthsSaid } from './own-values.ts';

/** It is called off at no cost, where the contract asks for something. */
export function freeEnd(scene: LintScene, text: string): Against | undefined {
  if (!isEnding(text) || NOT_THE_CLIENT.test(text)) return undefined;
  if (!(OWES_NOTHING.test(text) || NONE_OWED.test(text) || ALL_BACK.test(text))) return undefined;
  if (clausesNamed(scene, 'cancellation', 'termination').length === 0 && !isPriced(scene.terms)) return undefined;
  const free: Against = {
    sentence: 'Your own wording lets it be called off at no cost; the clause on cancelling says what is owed then.',
    term: 'cancellation',
  };
  const policy = scene.terms.cancellation?.value;
  const until = hoursBefore(text);
  if (policy?.kind !== 'tiers' || until === undefined)
    return { ...free, grade: /\d/.test(text) || FOR_A_TIME.test(text) ? 'warns' : undefined };
  const [first] = [...policy.tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  if (!first || until >= hoursOf(first)) return undefined;
  return {
    ...free,
    sentence: `Your own wording lets it be called off at no cost later than this contract, which asks for something from ${spanWords(first)} before.`,
  };
}

/** How long before it may still be called off, where the words say so. */
function hoursBefore(text: string): number | undefined {
  if (EVE.test(text)) return 24;
  const [length, ...more] = FOR_A_TIME.test(text) ? lengthsSaid(text) : [];
  return length && more.length === 0 ? Math.round(daysOfLength(length) * 24) : undefined;
}

/** It is over at once, where the contract asks for notice. */
export function endsAtOnce({ terms }: LintScene, text: string): Against | undefined {
  const policy = terms.cancellation?.value;
  const days = policy?.kind === 'notice' ? policy.days : policy ? 0 : NOTICE_DAYS;
  if (days === 0 || !isEnding(text) || NOT_THE_CLIENT.test(text) || !WITHOUT_NOTICE.test(text)) return undefined;
  return {
    sentence: `Your own wording lets it be ended at once; this contract asks for ${days} days of notice.`,
    term: 'cancellation',
  };
}

/** The whole price is owed by whoever ends it, where the contract asks for less. */
export function endPaysAll({ terms }: LintScene, text: string): Against | undefined {
  if (!isEnding(text) || NOT_THE_CLIENT.test(text) || !ALL_OWED.test(text) || !CUES.paying.test(text)) return undefined;
  const policy = terms.cancellation?.value;
  const tiers = policy?.kind === 'tiers' ? policy.tiers : [];
  const kill = killFeeIn(terms);
  if (!isPriced(terms) || ALL_BACK.test(text) || tiers.some(({ percentMilli }) => percentMilli === 100_000))
    return undefined;
  const now = kill ? `${shareWords(kill)} of what is not done yet` : 'the work done until then';
  return {
    sentence: `Your own wording asks for the whole price where it ends early; this contract for ${now}.`,
    term: kill ? 'killFee' : 'cancellation',
  };
}

import { type Against, making } from './custom.ts';
import { clausesNamed, type LintScene } from './finding.ts';
import { A_PERIOD, ACCEPTED, AT_DELIVERY, IN_WORDS_ONLY, SILENCE_SAYS_NOTHING } from './own-accepted-cues.ts';
import { isStep, lengthsSaid } from './own-values.ts';

/** Work is accepted otherwise than by the clause, which counts silence as a yes after some days. */
export function acceptedOtherwise(scene: LintScene, text: string): Against | undefined {
  const [clause] = clausesNamed(scene, 'acceptance');
  if (!clause || !['acceptance', 'acceptance-reminded'].includes(clause.id) || isStep(text)) return undefined;
  const days = scene.terms.acceptanceDays?.value;
  const now = `the clause on accepting it has silence count as a yes${days ? ` after ${days} days` : ''}`;
  if (SILENCE_SAYS_NOTHING.test(text) || (ACCEPTED.test(text) && IN_WORDS_ONLY.test(text)))
    return {
      sentence: `Your own wording has the work accepted only in so many words; ${now}.`,
      term: 'acceptanceDays',
    };
  if (!ACCEPTED.test(text) || !AT_DELIVERY.test(text) || A_PERIOD.test(text) || lengthsSaid(text).length > 0)
    return undefined;
  return {
    sentence: `Your own wording has the work accepted once it is delivered; ${now}.`,
    term: 'acceptanceDays',
    make: days && days > 1 ? making(scene, 'Make it 1 day', { acceptanceDays: 1 }) : undefined,
  };
}

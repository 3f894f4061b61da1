import { scanShares } from '../briefs/money/share-scan.ts';
import { toText } from '../clauses/clause.ts';
import { shareWords } from '../contracts/terms.ts';
import { firstAgainst } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { factsOf } from './own-facts.ts';
import { spokenOf } from './own-others.ts';
import { INTEREST } from './own-tax-cues.ts';
import { partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what the clause on late payment asks for. */
export const OWN_INTEREST: Rule = {
  id: 'custom.other-interest',
  title: 'Other interest in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherInterest),
};

const sharesIn = (text: string) =>
  readingsOf(text)
    .map((words) => scanShares(words, []).map(({ percentMilli }) => percentMilli))
    .find(({ length }) => length > 0) ?? [];

function otherInterest(scene: LintScene, own: OwnWords) {
  const [clause] = clausesNamed(scene, 'late-payment');
  if (!clause || !INTEREST.test(own.text)) return undefined;
  const text = spokenOf(own.text, factsOf(own.text, scene).others(), scene);
  const part = partWith(text, (words) => INTEREST.test(words));
  const known = scanShares(toText(clause.markdown), []).map(({ percentMilli }) => percentMilli);
  const [said] = part ? sharesIn(part).filter((share) => !known.includes(share)) : [];
  if (said === undefined) return undefined;
  const now = known.length > 0 ? `names ${known.map(shareWords).join(' and ')}` : 'leaves it to the law';
  return {
    sentence: `Your own wording asks for ${shareWords(said)} when a payment is late; the clause on late payment ${now}.`,
    term: 'netDays' as const,
    edit: 'Or take another wording of the clause on late payment.',
  };
}

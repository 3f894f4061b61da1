import { sumOf } from '../briefs/money/amounts.ts';
import { scanShares } from '../briefs/money/share-scan.ts';
import { toText } from '../clauses/clause.ts';
import { currencyIn, isPriced, shareWords } from '../contracts/terms.ts';
import { formatMoney, type Money } from '../shared/money.ts';
import { firstAgainst } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { CUES } from './own-cues.ts';
import { factsOf, spokenIn } from './own-facts.ts';
import { isSameSum, sumsOf } from './own-sums.ts';
import { INTEREST, NO_INTEREST, OUR_DELAY } from './own-tax-cues.ts';
import { partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what the clause on late payment asks for: a share, a sum, or something at all. */
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

const amountsIn = (text: string, scene: LintScene): Money[] =>
  factsOf(text, scene)
    .money()
    .amounts.flatMap((amount) => (amount.currency ? (sumOf(amount, currencyIn(scene.terms)) ?? []) : []));

function otherInterest(scene: LintScene, own: OwnWords) {
  const [clause] = clausesNamed(scene, 'late-payment');
  if (!clause || !INTEREST.test(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, (words) => INTEREST.test(words));
  const asked = part && askedIn(part, toText(clause.markdown), scene);
  if (!asked) return undefined;
  const known = sharesIn(toText(clause.markdown));
  const now = known.length > 0 ? `names ${known.map(shareWords).join(' and ')}` : 'leaves it to the law';
  return {
    sentence: `Your own wording asks for ${asked} when a payment is late; the clause on late payment ${now}.`,
    term: 'netDays' as const,
    edit: 'Or take another wording of the clause on late payment.',
  };
}

/** What a late payment costs by these words, where the clause has it otherwise. */
function askedIn(part: string, clause: string, scene: LintScene): string | undefined {
  const known = scanShares(clause, []).map(({ percentMilli }) => percentMilli);
  const share = sharesIn(part).find((each) => !known.includes(each));
  if (share !== undefined) return shareWords(share);
  if (NO_INTEREST.test(part)) return 'nothing';
  if (!isPriced(scene.terms) || OUR_DELAY.test(part) || CUES.cancelling.test(part)) return undefined;
  const sums = [...amountsIn(clause, scene), ...sumsOf(scene.terms)];
  const sum = amountsIn(part, scene).find((each) => !sums.some((one) => isSameSum(one, each)));
  return sum && formatMoney(sum);
}

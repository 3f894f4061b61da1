import { portfolioIn } from '../briefs/agreed/portfolio.ts';
import { REFUSED } from '../briefs/agreed/words.ts';
import type { Terms } from '../contracts/terms.ts';
import { firstAgainst, making } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { SILENCE } from './own-agreed-cues.ts';
import { spokenIn } from './own-facts.ts';
import { AT_ONCE_SHOWN, BEFORE_PUBLIC, CONSENT, OURS_SHOWN, PORTFOLIO, SHOWS, YOURS_SHOWN } from './own-shown-cues.ts';
import { partWith } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against whether the work may be shown as ours. */
export const OWN_PORTFOLIO: Rule = {
  id: 'custom.other-portfolio',
  title: 'The portfolio in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherPortfolio),
};

type Portfolio = NonNullable<Terms['portfolio']>['value'];
const WORDS: { readonly [K in Portfolio]: string } = {
  yes: 'shown in the portfolio',
  'after-publication': 'shown in the portfolio once it is public',
  no: 'kept out of the portfolio',
};

function otherPortfolio(scene: LintScene, own: OwnWords) {
  const agreed = agreedOn(scene);
  const speaks = (words: string) => (PORTFOLIO.test(words) || OURS_SHOWN.test(words)) && !YOURS_SHOWN.test(words);
  if (!agreed || !speaks(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, speaks);
  // With consent it may always be shown, and what is confidential never.
  if (!part || CONSENT.test(part) || SILENCE.test(part)) return undefined;
  const early = BEFORE_PUBLIC.test(part);
  const said = early
    ? shownEarly(part)
    : (portfolioIn(part) ?? (OURS_SHOWN.test(part) || SHOWS.test(part) ? 'yes' : undefined));
  const waits = agreed.value === 'after-publication' && !early && !AT_ONCE_SHOWN.test(part);
  if (!said || said === agreed.value || (said === 'yes' && waits)) return undefined;
  return {
    sentence: `Your own wording has the work ${WORDS[said]}; this contract has it ${WORDS[agreed.value]}.`,
    term: 'portfolio' as const,
    make: agreed.fixed ? undefined : making(scene, `Have it ${WORDS[said]}`, { portfolio: said }),
  };
}

/** “Not before it is public” says when; “before it is public” says that nobody has to wait. */
const shownEarly = (part: string): Portfolio => (REFUSED.test(part) ? 'after-publication' : 'yes');

/** What the clause says; a client who is asked first has agreed to nothing yet, whatever the term is. */
function agreedOn(scene: LintScene): { value: Portfolio; fixed: boolean } | undefined {
  const [clause] = clausesNamed(scene, 'portfolio');
  const { portfolio, clientKind } = scene.terms;
  if (!clause) return portfolio && { value: portfolio.value, fixed: false };
  const fixed = clientKind?.value === 'private' || !['portfolio', 'portfolio-credit'].includes(clause.id);
  return { value: fixed ? 'no' : (portfolio?.value ?? 'after-publication'), fixed };
}

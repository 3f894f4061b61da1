import { REFUSED } from '../briefs/agreed/words.ts';
import { firstAgainst } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { spokenIn } from './own-facts.ts';
import { BY_LETTER, BY_MAIL, ONLY_SO, SAID_OF_NOTICES } from './own-notice-cues.ts';
import { partWith } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against how the two tell each other things: by e-mail, or on the page of the contract. */
export const OWN_NOTICES: Rule = {
  id: 'custom.other-notices',
  title: 'Another way of notice in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherNotices),
};

function otherNotices(scene: LintScene, own: OwnWords) {
  if (clausesNamed(scene, 'notices').length === 0 || !SAID_OF_NOTICES.test(own.text)) return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, (words) => SAID_OF_NOTICES.test(words) && (BY_LETTER.test(words) || BY_MAIL.test(words)));
  if (!part) return undefined;
  const letter = BY_LETTER.test(part) && ONLY_SO.test(part);
  const noMail = BY_MAIL.test(part) && REFUSED.test(part);
  if (!letter && !noMail) return undefined;
  return {
    sentence: `Your own wording ${letter ? 'asks for notices by letter' : 'has e-mail not count as a notice'}; in this contract e-mail and messages on its page are “in writing”.`,
    term: 'clientEmail' as const,
    edit: 'Or leave it out: what counts as a notice stands in the clause on notices.',
  };
}

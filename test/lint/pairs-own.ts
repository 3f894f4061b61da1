import type { Setting } from './cases.ts';
import { saying } from './own-agreed-cases.ts';
import type { Case } from './own-agreed-sentences.ts';

const pair = (of: Case, passes: string, fails: string): { passes: Setting; fails: Setting } => ({
  passes: saying(of, passes),
  fails: saying(of, fails),
});

/** One's own words against what the contract agrees besides price, days and sides. */
export const OWN_PAIRS = {
  'custom.other-acceptance': pair(
    'work',
    'You have 14 days to check the work. You approve the sketches within 3 days.',
    'You have 60 days to check the work.',
  ),
  'custom.other-expenses': pair(
    'work',
    'Expenses are capped at EUR 300. The caterer bills its expenses to you.',
    'Expenses up to EUR 900 are yours.',
  ),
  'custom.other-kill-fee': pair('work', 'The kill fee is 50%.', 'If you end the work early, you pay 80% of the rest.'),
  'custom.other-moving': pair(
    'shoot',
    'Moving the date later costs 25%. The hotel lets you move the date for 80%.',
    'Moving the date costs 80%.',
  ),
  'custom.other-secrecy': pair(
    'work',
    'We both keep quiet for 3 years. The secret recipe is 100 years old.',
    'We both keep quiet for ten years.',
  ),
  'custom.other-licence': pair(
    'work',
    'You may use the pictures for two years in Germany. The font is licensed for 5 years.',
    'You may use the pictures worldwide.',
  ),
  'custom.other-portfolio': pair(
    'sold',
    'We show the logo in our portfolio once it is public. Your portfolio page has six projects.',
    'We never show the logo in our portfolio.',
  ),
  'custom.other-thing': pair(
    'sold',
    'The style guide has 12 pages. You receive the logo as SVG.',
    'You receive the logo as PNG.',
  ),
  'custom.other-notices': pair(
    'work',
    'Notices go by e-mail or by post. The tax office wants its notices by registered letter only.',
    'Notices are valid by registered letter only.',
  ),
  'custom.other-tax': pair(
    'work',
    'Prices are plus VAT. The venue charges 7% VAT.',
    '19% VAT is included in the price.',
  ),
  'custom.other-interest': pair(
    'work',
    'The bank charges 12% interest on its loans.',
    'Interest of 12% is due for late payment.',
  ),
  'custom.other-slot': pair(
    'shoot',
    'The shooting begins at 15:00. We meet at 9:00 for coffee.',
    'The shooting begins at 9:00.',
  ),
};

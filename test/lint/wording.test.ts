import { describe, expect, test } from 'vitest';
import { term } from '../../src/contracts/terms.ts';
import { lint } from '../../src/lint/lint.ts';
import { BERLIN, LONDON, MADRID, PARIS, type Setting, settingScene, settingTerms } from './cases.ts';

const rules = (setting: Setting, words: string) =>
  lint(settingScene({ ...setting, terms: { ...setting.terms, specialTerms: term(words, 'form') } })).map(
    ({ rule }) => rule,
  );
const privately = (to: typeof BERLIN): Setting => ({ kind: 'private', from: to, to });
const untold: Setting = { ...privately(BERLIN), without: ['private-client-rights'] };
const business = (place: typeof BERLIN): Setting => ({ from: place, to: place });

describe('what the rules of law read in one’s own words', () => {
  test.each([
    ['eu', BERLIN, 'You lose the right to withdraw once the work is fully performed.'],
    ['eu', BERLIN, 'Once all of the work is done, you lose your right to withdraw.'],
    ['uk', LONDON, 'You lose the right to cancel once we have fully performed the work at your request.'],
    ['eu', BERLIN, 'Nothing here gives up your right to withdraw.'],
    ['eu', BERLIN, 'Nobody waives a right to withdraw by signing.'],
    ['eu', BERLIN, 'You do not lose the right to withdraw.'],
    ['eu', BERLIN, 'You may withdraw within 14 days; no reason is needed for the right to withdraw.'],
  ] as const)('%s: leaves the right to withdraw whole: %s %s', (pack, place, words) => {
    expect(rules(privately(place), words)).not.toContain(`${pack}-withdrawal.not-waived`);
  });

  test.each([
    'You lose the right to withdraw.',
    'You lose the right to withdraw once you sign, before the work is done.',
    'You lose the right to withdraw, even before the work is done.',
    'If you do not object, you waive your right to withdraw.',
    'You have no right to withdraw.',
    'You order without any right of withdrawal.',
    'The right to withdraw is excluded.',
    'You waive the right to withdraw; you lose the right once the work is done.',
  ])('takes the right to withdraw away: %s', (words) => {
    expect(rules(privately(BERLIN), words)).toContain('eu-withdrawal.not-waived');
  });

  test.each([
    'Interest runs without a reminder from the first day of late payment.',
    'There is no discount after a late payment.',
    'We never waive interest.',
    'Nothing here excludes interest.',
    'No interest runs before an invoice is due.',
    'No interest is waived.',
    'We waive the travel costs; late payment is dealt with by law.',
  ])('keeps interest: %s', (words) => {
    expect(rules(business(BERLIN), words)).not.toContain('germany-late-payment.interest-kept');
    expect(rules(business(PARIS), words)).not.toContain('france-late-payment.interest-kept');
  });

  test.each([
    'We charge no interest for late payment.',
    'Late payments go without interest.',
    'We will never charge any late fees.',
    'We waive all claims to interest.',
    'You owe no compensation for late payment.',
    'Interest on late invoices is excluded.',
  ])('takes interest away: %s', (words) => {
    expect(rules(business(BERLIN), words)).toContain('germany-late-payment.interest-kept');
    expect(rules(business(PARIS), words)).toContain('france-late-payment.interest-kept');
  });

  test.each([
    ['germany', BERLIN, 'For late payment you owe statutory interest.'],
    ['germany', BERLIN, 'For late payment you owe interest at 5 percentage points over the base rate (BGB § 288).'],
    ['germany', BERLIN, 'For late payment you owe interest as the law has it, from 30 days after the invoice.'],
    ['germany', BERLIN, 'Each further print costs 40 euros.'],
    ['spain', MADRID, 'For late payment you owe interest of 3% a year.'],
    ['spain', MADRID, 'The legal interest of money applies, article 1108 of the civil code.'],
    ['uk', LONDON, 'For late payment you owe interest at 4% over the base rate.'],
  ] as const)('%s: asks nothing of a private client that businesses alone owe: %s %s', (law, place, words) => {
    expect(rules(privately(place), words)).not.toContain(`${law}-late-payment.not-private`);
  });

  test.each([
    ['germany', BERLIN, 'For late payment you owe 40 euros.'],
    ['germany', BERLIN, 'For late payment you owe 40 € as a fixed sum.'],
    ['germany', BERLIN, 'For late payment you owe forty euros.'],
    ['germany', BERLIN, 'For late payment you owe interest at nine points over the base rate.'],
    ['germany', BERLIN, 'For late payment you owe interest of 9%.'],
    ['spain', MADRID, 'For late payment you owe interest at eight points over the rate of the central bank.'],
    ['spain', MADRID, 'You owe 40 € for collecting an overdue sum.'],
    ['uk', LONDON, 'For late payment you owe interest at 8% over the base rate.'],
    ['uk', LONDON, 'For late payment you owe £70.'],
  ] as const)('%s: asks of a private client what businesses alone owe: %s %s', (law, place, words) => {
    expect(rules(privately(place), words)).toContain(`${law}-late-payment.not-private`);
  });

  test.each([
    'You may withdraw within 14 days of signing.',
    'You have a 14-day right of withdrawal.',
    'You may withdraw from this contract within two weeks without giving reasons.',
    'You have the right to cancel for fourteen days.',
    'Within 14 days you can cancel this contract; you do not have to give a reason.',
    'The cooling-off period is 14 days.',
  ])('tells of the right to withdraw: %s', (words) => {
    expect(rules(untold, words)).not.toContain('eu-withdrawal.told');
  });

  test.each([
    'You may cancel with 14 days notice.',
    'If you cancel less than 14 days before the start, you owe the full price.',
    'You may cancel the shoot up to 14 days before it.',
    'You cannot cancel within 14 days of signing.',
    'You have no right to withdraw within 14 days.',
    'We may withdraw our offer within 14 days.',
    'If you cancel, we keep the deposit for 14 days.',
  ])('does not tell of the right to withdraw: %s', (words) => {
    expect(rules(untold, words)).toContain('eu-withdrawal.told');
  });

  test.each([BERLIN, PARIS, MADRID])('a day of payment put in is the one of the terms: $country', (place) => {
    const setting = { ...business(place), without: ['payment'], terms: { netDays: term(21, 'form') } };
    const fix = lint(settingScene(setting)).find(({ rule }) => rule.endsWith('.pay-date'))?.fix;
    expect(fix?.label).toBe('Add “within 21 days”');
    const after = lint(settingScene(setting, fix?.terms)).map(({ rule }) => rule);
    expect(after.filter((rule) => /pay-date$|other-days/.test(rule))).toEqual([]);
  });

  test.each([BERLIN, PARIS, MADRID])(
    'fixes come to an end where 75 days are given and no day said: $country',
    (place) => {
      const setting = { ...business(place), without: ['payment'], terms: { netDays: term(75, 'form') } };
      let terms = settingTerms(setting);
      const pressed: string[] = [];
      for (let round = 0; round < 20; round++) {
        const finding = lint(settingScene(setting, terms)).find(({ fix }) => fix);
        if (!finding?.fix) break;
        pressed.push(finding.rule);
        terms = finding.fix.terms;
      }
      expect(pressed).toContain(`${{ DE: 'germany', FR: 'france', ES: 'spain' }[place.country]}-late-payment.pay-date`);
      expect(new Set(pressed).size).toBe(pressed.length);
      expect(terms.specialTerms?.value).toContain(`within ${terms.netDays?.value} days`);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { OWN_MOVING } from '../../src/lint/custom-moving.ts';
import { settingScene, settingTerms } from './cases.ts';

const days = (within: number) => ({ within, unit: 'days' as const });
const AGREED: Rescheduling = { free: 1, notice: days(30), fee: { percentMilli: 25_000 } };
const check = (
  special: string,
  more: Partial<Terms> = { rescheduling: term(AGREED, 'form') },
  template = 'photography',
) => {
  const setting = { template, terms: { ...more, specialTerms: term(special, 'form') } };
  return OWN_MOVING.check(settingScene(setting, settingTerms(setting)));
};

describe('what one’s own words say of moving the date', () => {
  test.each([
    'Moving the date costs 90% of the price.',
    'Two free reschedules with 30 days notice.',
    'One free reschedule with 7 days notice, otherwise 25%.',
    'Rescheduling within 30 days costs EUR 500.',
    'If you reschedule because of illness, 50% of the price is owed.',
    'Rescheduling is free any number of times until 24 hours before.',
    'Eine Umbuchung innerhalb von 30 Tagen kostet 80 %.',
    'Verschieben: bis 14 Tage vorher kostenlos, danach 25 %.',
    "Report gratuit jusqu'à 7 jours avant, ensuite 25 %.",
    'Changement de date : 500 €.',
    'Cambio de fecha gratis hasta 7 días antes, después 25 %.',
    'Postergar la fecha cuesta 500 €.',
  ])('blocks where it is not what was agreed: %s', (words) => {
    const found = check(words);
    expect(found?.sentence).toMatch(
      /^Your own wording says of moving the date “.+”; this contract has agreed on something else\.$/,
    );
    expect(words).toContain(found?.quote?.sentence);
    expect(found?.fix?.label).toBe('Take the sentence out');
  });

  test.each([
    'One free reschedule with 30 days notice, otherwise 25%.',
    'Rescheduling within 30 days costs 25%.',
    'Tell us by e-mail if you want to reschedule.',
    'We move the files to your server, 20% of them at a time.',
    'Cancelling costs 25%.',
  ])('leaves in peace: %s', (words) => {
    expect(check(words)).toBeUndefined();
  });

  test('the clause says something where nothing was agreed, and nothing where nothing is booked', () => {
    expect(check('Moving the date costs 90% of the price.', {})?.sentence).toContain(
      'the clause on moving the booking says something else',
    );
    expect(check('Moving the date costs 90% of the price.', {}, 'general')).toBeUndefined();
  });

  test('one press makes the term what the words say', () => {
    expect(check('Moving the date costs EUR 50.')?.also?.[0]?.terms.rescheduling?.value).toEqual({
      free: 0,
      fee: { minor: 5_000n },
    });
  });
});

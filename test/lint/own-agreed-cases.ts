import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Setting } from './cases.ts';
import type { Case } from './own-agreed-sentences.ts';

const form = <T>(value: T) => term(value, 'form');

/** The contracts that the sentences of `own-agreed-sentences.ts` stand in. */
export const CASES: Record<Case, Setting> = {
  work: {
    ...{ taxRateMilli: 19_000, taxId: 'DE123456789' },
    terms: {
      ...{ acceptanceDays: form(14), confidentialityYears: form(3), killFee: form({ percentMilli: 50_000 }) },
      expenses: form({ kind: 'capped', minor: 30_000n }),
      rights: form({ kind: 'licence', use: 'web and print', territory: 'Germany', months: 24 }),
      taxIncluded: form(false),
    },
  },
  sold: { terms: { rights: form({ kind: 'assignment' }), expenses: form({ kind: 'included' }) } },
  shoot: {
    template: 'photography',
    terms: {
      booking: form({ on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Castle Park' }),
      rescheduling: form({ free: 1, notice: { within: 14, unit: 'days' }, fee: { percentMilli: 25_000 } }),
    },
  },
};

/** A case in which somebody wrote something more. */
export const saying = (of: Case, words: string, more: Partial<Terms> = {}): Setting => ({
  ...CASES[of],
  terms: { ...CASES[of].terms, ...more, specialTerms: form(words) },
});

import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { type Setting, VIENNA } from './cases.ts';

const form = <T>(value: T) => term(value, 'form');

export type Measured = 'web' | 'shoot' | 'hours';

/** Three contracts that between them have every term: a fixed price, a booking, and work billed by the hour. */
const MEASURED: Record<Measured, Setting> = {
  web: {
    template: 'web',
    ...{ taxRateMilli: 19_000, usualTaxMilli: 19_000, taxId: 'DE811111115' },
    terms: {
      fee: form({ minor: 480_000n, currency: 'EUR' }),
      deposit: form({ kind: 'share', percentMilli: 40_000 }),
      ...{ netDays: form(14), startOn: form('2027-03-01'), endOn: form('2027-04-30'), revisions: form(2) },
      ...{ taxIncluded: form(false), taxRateMilli: form(19_000), clientTaxId: form('DE123456788') },
      deliverables: form(deliverablesFrom(['5 landing pages as Figma files', 'Style guide, 12 pages, as PDF'])),
      ...{ killFee: form({ percentMilli: 25_000 }), expenses: form({ kind: 'capped', minor: 30_000n }) },
      ...{ acceptanceDays: form(10), confidentialityYears: form(3), governingLaw: form('Germany') },
      rights: form({ kind: 'licence', use: 'website and social media', territory: 'Germany', months: 24 }),
      ...{ portfolio: form('after-publication'), cancellation: form({ kind: 'notice', days: 14 }) },
    },
  },
  shoot: {
    template: 'photography',
    terms: {
      fee: form({ minor: 120_000n, currency: 'EUR' }),
      deposit: form({ kind: 'sum', minor: 30_000n }),
      ...{ netDays: form(30), taxReason: form('small-business'), taxRateMilli: form(0), portfolio: form('yes') },
      booking: form({
        ...{ on: '2027-05-14', time: '10:00', minutes: 180, zone: 'Europe/Berlin' },
        place: 'Old Fish Hall, Hamburg',
      }),
      cancellation: form({
        kind: 'tiers',
        tiers: [
          { within: 48, unit: 'hours', percentMilli: 100_000 },
          { within: 7, unit: 'days', percentMilli: 50_000 },
        ],
      }),
      rescheduling: form({ free: 1, notice: { within: 5, unit: 'days' } }),
      ...{ expenses: form({ kind: 'included' }), governingLaw: form('Germany') },
      deliverables: form(deliverablesFrom(['30 edited photos as JPEG'])),
    },
  },
  hours: {
    template: 'consulting',
    ...{ to: VIENNA, taxId: 'DE811111115' },
    terms: {
      fee: undefined as never,
      rate: form({ unit: 'hour', minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: 360_000n }),
      ...{ deposit: form({ kind: 'none' }), netDays: form(7), startOn: form('2027-03-01'), endOn: form('2027-06-30') },
      ...{ taxReason: form('reverse-charge'), taxRateMilli: form(0), clientTaxId: form('ATU12345675') },
      ...{ rights: form({ kind: 'assignment' }), portfolio: form('no'), confidentialityYears: form(5) },
      ...{ expenses: form({ kind: 'at-cost' }), governingLaw: form('Austria') },
      deliverables: form(deliverablesFrom(['Weekly advice on pricing'])),
      cancellation: form({ kind: 'notice', days: 30 }),
    },
  },
};

/** One of them, in which somebody wrote something more. */
export const measured = (of: Measured, words: string): Setting => ({
  ...MEASURED[of],
  terms: { ...MEASURED[of].terms, specialTerms: form(words) } as Partial<Terms>,
});

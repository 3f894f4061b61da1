import { type Terms, term } from '../../src/contracts/terms.ts';
import type { Rescheduling } from '../../src/contracts/tiers.ts';
import { BRIGHTON, LONDON, type Setting, VIENNA } from './cases.ts';

const form = <T>(value: T) => term(value, 'form');
const photos = (rescheduling: Rescheduling, more: Setting = {}): Setting => ({
  ...{ template: 'photography', ...more },
  terms: { ...more.terms, rescheduling: form(rescheduling) },
});
const days = (within: number) => ({ within, unit: 'days' as const });
const share = (percent: number) => ({ percentMilli: percent * 1_000 });
const private_ = (place: Setting): Setting => ({ kind: 'private', ...place });
const scale: Partial<Terms> = {
  cancellation: form({
    kind: 'tiers',
    tiers: [
      { ...days(30), ...share(30) },
      { ...days(7), ...share(80) },
    ],
  }),
};

const fairness = (pack: string, place: Setting) => ({
  [`${pack}.moving`]: {
    passes: photos({ notice: days(14), fee: share(20) }, private_(place)),
    fails: photos({ notice: days(60), fee: share(90) }, private_(place)),
  },
});

/** For every rule about moving a booking a contract that is right and one that is not. */
export const MOVING_PAIRS: Record<string, { passes: Setting; fails: Setting }> = {
  'terms.moving-order': {
    passes: photos({ notice: days(14), fee: share(20), tiers: [{ ...days(3), ...share(50) }] }),
    fails: photos({ notice: days(14), fee: share(20), tiers: [{ ...days(14), ...share(20) }] }),
  },
  'terms.moving-falling': {
    passes: photos({ notice: days(14), fee: share(20), tiers: [{ ...days(3), ...share(20) }] }),
    fails: photos({ notice: days(14), fee: share(20), tiers: [{ ...days(3), ...share(10) }] }),
  },
  'terms.moving-large': {
    passes: photos({ free: 0, fee: { minor: 15_000n } }),
    fails: photos({ free: 0, fee: { minor: 90_000_000n } }),
  },
  'time.moving-unused': {
    passes: photos({ notice: days(14), fee: share(20) }),
    fails: photos({ notice: days(14), fee: share(20) }, { template: 'general', terms: { booking: undefined } }),
  },
  'money.moving-dear': {
    passes: photos({ notice: days(30), fee: share(30), tiers: [{ ...days(7), ...share(50) }] }, { terms: scale }),
    fails: photos({ notice: days(30), fee: share(40) }, { terms: scale }),
  },
  'money.moving-private': {
    passes: photos(
      { notice: days(14), fee: share(20) },
      private_({ from: LONDON, to: { country: 'US', address: null } }),
    ),
    fails: photos(
      { notice: days(60), fee: share(90) },
      private_({ from: LONDON, to: { country: 'US', address: null } }),
    ),
  },
  ...fairness('eu-fairness', { from: VIENNA, to: VIENNA }),
  ...fairness('uk-fairness', { from: LONDON, to: BRIGHTON }),
};

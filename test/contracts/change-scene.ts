import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';

/** When and where requests are read. */
export const context = { today: '2027-01-15', zone: 'Europe/Berlin' };

/** A contract that requests are made of: a price with a deposit, days, rounds and three things to hand over. */
export const design: Terms = {
  title: term('Brand identity', 'brief'),
  template: term('design', 'brief'),
  clientCompany: term('Acme', 'brief'),
  clientEmail: term('dana@acme.test', 'brief'),
  fee: term({ minor: 400_000n, currency: 'EUR' }, 'brief'),
  currency: term('EUR', 'brief'),
  taxIncluded: term(false, 'workspace'),
  deposit: term({ kind: 'share', percentMilli: 50_000 }, 'brief'),
  startOn: term('2027-03-02', 'brief'),
  endOn: term('2027-04-10', 'brief'),
  revisions: term(2, 'brief'),
  deliverables: term(deliverablesFrom(['Logo', 'Brand guide', 'Two posters']), 'brief'),
  netDays: term(14, 'workspace'),
  cancellation: term({ kind: 'notice', days: 7 }, 'template'),
  governingLaw: term('Germany', 'workspace'),
};

/** The same with a booking in the place of its days and things. */
export const shoot: Terms = {
  ...design,
  title: term('Wedding photos', 'brief'),
  template: term('photography', 'brief'),
  booking: term({ on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Town hall' }, 'brief'),
  startOn: undefined,
  endOn: undefined,
  deliverables: undefined,
};

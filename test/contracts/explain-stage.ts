import { templateOf } from '../../src/clauses/read.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { wordContract } from '../../src/contracts/wording.ts';
import type { Business } from '../../src/workspaces/workspace.ts';
import { fitting } from './fitting.ts';

const BUSINESS = {
  ...{ workspaceId: 'wsp_1', id: 'biz_1', name: 'Studio North', address: ['12 Harbour Road', '10115 Berlin'] },
  ...{ email: 'studio@north.test', country: 'DE', timeZone: 'Europe/Berlin', currency: 'EUR', taxId: null },
  ...{ taxRateMilli: 19_000, depositMilli: 50_000, netDays: 14, testMode: false, hasBankDetails: true },
} as unknown as Business;
const WORKSPACE = {
  ...{ currency: 'EUR', zone: 'Europe/Berlin', country: 'DE', depositPercentMilli: 50_000, netDays: 14 },
  taxRateMilli: 19_000,
};
export const BOOKING = term(
  { on: '2027-06-12', time: '15:00', minutes: 360, zone: 'Europe/Berlin', place: 'Castle' },
  'form',
);

/** A version of a template, with everything that its clauses may need. */
export function versionOf(id: string, more: Partial<Terms> = {}) {
  const template = templateOf(id);
  if (!template) throw new Error(`no template ${id}`);
  const booked = template.requires.includes('booking');
  const found: Terms = {
    title: term('Brand identity', 'form'),
    template: term(id, 'form'),
    clientName: term('Dana Reyes', 'form'),
    clientEmail: term('dana@acme.test', 'form'),
    clientKind: term(id === 'photography' ? 'private' : 'business', 'form'),
    fee: term({ minor: 400_000n, currency: 'EUR' }, 'form'),
    endOn: term('2027-07-10', 'form'),
    startOn: term('2027-03-02', 'form'),
    revisions: term(2, 'form'),
    deliverables: term(deliverablesFrom(['Logo', 'Style guide']), 'form'),
    ...(booked && { booking: BOOKING }),
    ...(more as Terms),
  };
  const terms = fillTerms(fitting(found, template), template, WORKSPACE);
  const { clauses, text } = wordContract(terms, BUSINESS, '2027-01-11', template);
  return { terms, clauses: clauses.map((clause) => ({ ...clause })), text };
}

import { setImmediate } from 'node:timers/promises';
import type { Variables } from '../clauses/clause.ts';
import { TAX_REASONS } from '../shared/tax.ts';
import { deliverablesFrom } from './deliverable.ts';
import { type Booking, type Terms, term } from './terms.ts';
import { type ContractBusiness, variablesOf } from './terms-wording.ts';

const said = <T>(value: T) => term(value, 'form');
const eur = (minor: bigint) => ({ minor, currency: 'EUR' });
const slot = (on: string, minutes: number | null, place: string | null): Booking => ({
  ...{ on, time: '15:00', minutes, zone: 'Europe/Berlin', place },
});
const rate = { unit: 'hour' as const, minor: 9_000n, currency: 'EUR' };

const PRICES: readonly Terms[] = [
  { fee: said(eur(400_000n)) },
  {
    fee: said(eur(400_000n)),
    milestones: said([
      { label: 'First part', percentMilli: 40_000 },
      { label: 'Second part', percentMilli: 60_000 },
    ]),
  },
  { fee: said(eur(90_000n)), rate: said({ ...rate, quantityMilli: 10_000, capMinor: null }) },
  { fee: said(eur(54_100n)), rate: said({ ...rate, unit: 'month', quantityMilli: 6_000, capMinor: null }) },
  { rate: said({ ...rate, quantityMilli: null, capMinor: null }) },
  { rate: said({ ...rate, quantityMilli: null, capMinor: 450_000n }) },
];
const BOOKINGS: readonly Terms[] = [
  {},
  { booking: said(slot('2027-06-12', 360, 'Castle Hall')) },
  { booking: said(slot('2027-06-12', null, null)) },
  { booking: said(slot('2027-06-12', 360, 'Castle Hall')), laterBookings: said([slot('2027-06-19', 120, null)]) },
];
const CLIENTS: readonly Terms[] = [
  { clientKind: said('business'), clientCompany: said('Sample Client Ltd') },
  { clientKind: said('private'), clientName: said('Sam Sample') },
];
const DEPOSITS: readonly Terms[] = [
  { deposit: said({ kind: 'none' }) },
  { deposit: said({ kind: 'share', percentMilli: 50_000 }) },
  { deposit: said({ kind: 'sum', minor: 50_000n }) },
];
const TAXES: readonly Terms[] = [
  { taxRateMilli: said(0) },
  ...TAX_REASONS.map((reason): Terms => ({ taxRateMilli: said(0), taxReason: said(reason) })),
  { taxRateMilli: said(19_000), taxIncluded: said(false) },
  { taxRateMilli: said(19_000), taxIncluded: said(true) },
];

/** What every contract says. */
const ALWAYS: Terms = {
  title: said('Brand identity'),
  clientEmail: said('sam@sample.test'),
  governingLaw: said('Germany'),
  netDays: said(0),
};

/** What terms may say or not, whatever else they say. */
const OPTIONS: readonly Terms[] = [
  { startOn: said('2027-03-02') },
  { endOn: said('2027-07-10') },
  { revisions: said(2) },
  { deliverables: said(deliverablesFrom(['Logo', 'Style guide'])) },
  { clientAddress: said('Main Street 1, 20095 Hamburg') },
  { clientTaxId: said('ATU12345678') },
  { clientName: said('Sam Sample') },
  { netDays: said(14) },
  { specialTerms: said('One wish.') },
  { scopeNotes: said('One detail.') },
  { acceptanceNotes: said('One test.') },
  { cancellation: said({ kind: 'tiers', tiers: [{ within: 14, unit: 'days', percentMilli: 50_000 }] }) },
  { cancellation: said({ kind: 'notice', days: 0 }) },
  { killFee: said({ percentMilli: 25_000 }) },
  { rescheduling: said({ free: 2, notice: { within: 30, unit: 'days' }, months: 6, fee: { percentMilli: 25_000 } }) },
  { rescheduling: said({ free: 0 }) },
  { rescheduling: said({ free: null, notice: { within: 0, unit: 'days' } }) },
  { rescheduling: said({ free: 0, fee: { minor: 5_000n }, tiers: [{ within: 7, unit: 'days', minor: 9_000n }] }) },
  { expenses: said({ kind: 'included' }) },
  { expenses: said({ kind: 'at-cost' }) },
  { expenses: said({ kind: 'capped', minor: 50_000n }) },
  { rights: said({ kind: 'licence', use: 'the website', territory: 'worldwide', months: 24 }) },
  { rights: said({ kind: 'licence', use: 'the website', territory: 'worldwide', months: null }) },
  { rights: said({ kind: 'assignment' }) },
  { portfolio: said('yes') },
  { portfolio: said('after-publication') },
  { portfolio: said('no') },
  { confidentialityYears: said(0) },
  { confidentialityYears: said(3) },
  { acceptanceDays: said(10) },
  { clientCountry: said('US') },
];

const BUSINESS: ContractBusiness = {
  name: 'Sample Studio',
  address: 'Harbour Road 12, 10115 Berlin',
  email: 'studio@sample.test',
  country: 'DE',
  taxId: 'DE123456789',
};

const all = (dimensions: readonly (readonly Terms[])[]): Terms[] =>
  dimensions.reduce<Terms[]>((so, each) => so.flatMap((terms) => each.map((more) => ({ ...terms, ...more }))), [{}]);

/** The same bits for the same number, well mixed, so that every few options meet in every combination. */
function mixed(seed: number): number {
  let bits = Math.imul(seed + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Each kind of contract with all that can be left out left out, with all of it said, and with some of it, twice. */
const TURNS = [() => 0, () => 0xffff_ffff, mixed, (seed: number) => mixed(seed + 10_000)];

let made: Promise<Variables[]> | undefined;

/**
 * The values that clauses are given in contracts of every kind of price, booking, client, deposit and tax: a text that can be
 * filled with all of them can be filled with what a form can say. Made once a process, a few at a time, since presses of
 * buttons wait for nothing.
 */
export function sampleVariables(): Promise<readonly Variables[]> {
  made ??= makeSamples();
  return made;
}

async function makeSamples(): Promise<Variables[]> {
  const samples: Variables[] = [];
  for (const [index, kind] of all([PRICES, BOOKINGS, CLIENTS, DEPOSITS]).entries()) {
    for (const [turn, bitsOf] of TURNS.entries()) {
      const bits = bitsOf(index);
      const options = OPTIONS.filter((_, at) => (bits >>> at) & 1);
      const business = (bits >>> 30) & 1 ? BUSINESS : { ...BUSINESS, address: null, taxId: null };
      const tax = TAXES[(index + turn) % TAXES.length];
      samples.push(variablesOf(Object.assign({}, ALWAYS, kind, tax, ...options), business));
    }
    if (index % 5 === 0) await setImmediate();
  }
  return samples;
}

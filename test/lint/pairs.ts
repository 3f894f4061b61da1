import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import {
  ALBANY,
  AUSTIN,
  BOISE,
  BRIGHTON,
  BROOKLYN,
  CHICAGO,
  LONDON,
  MADRID,
  OAKLAND,
  PARIS,
  type Setting,
  VIENNA,
} from './cases.ts';
import { MOVING_PAIRS } from './pairs-moving.ts';
import { OWN_PAIRS } from './pairs-own.ts';

type Pair = { passes: Setting; fails: Setting };

const form = <T>(value: T) => term(value, 'form');
const of = (terms: Partial<Terms>, more: Setting = {}): Setting => ({ ...more, terms: { ...more.terms, ...terms } });
const fee = (minor: bigint, currency = 'EUR') => form({ minor, currency });
const share = (percentMilli: number) => form({ kind: 'share' as const, percentMilli });
const special = (text: string, more: Setting = {}) => of({ specialTerms: form(text) }, more);
const slot = (more: object = {}) => ({
  on: '2027-06-12',
  time: '15:00',
  minutes: 360,
  zone: 'Europe/Berlin',
  place: 'Castle Park',
  ...more,
});
const booked = (more: object = {}) => form(slot(more));
const rate = (more: object = {}) =>
  form({ unit: 'hour' as const, minor: 9_000n, currency: 'EUR', quantityMilli: null, capMinor: 900_000n, ...more });
const worked: Partial<Terms> = { fee: undefined, deposit: form({ kind: 'none' as const }), rate: rate() };
const monthly: Partial<Terms> = {
  fee: fee(600_000n),
  rate: rate({ unit: 'month', minor: 100_000n, quantityMilli: 6_000, capMinor: null }),
  startOn: form('2027-03-01'),
  endOn: undefined,
};
const part = (label: string, percentMilli: number, dueOn?: string) => ({
  label,
  percentMilli,
  ...(dueOn && { dueOn }),
});
const parts = (...all: ReturnType<typeof part>[]) => form(all);
const photos: Setting = { template: 'photography' };
const nda: Setting = { template: 'nda' };
const general: Setting = { template: 'general' };
const tiers = (...all: { within: number; percentMilli: number }[]) =>
  form({ kind: 'tiers' as const, tiers: all.map((each) => ({ ...each, unit: 'days' as const })) });
type Step = { within: number; unit: 'days' | 'hours'; percentMilli?: number; minor?: bigint };
const scaled = (...all: Step[]) => of({ cancellation: form({ kind: 'tiers' as const, tiers: all }) });
const days = (within: number, percentMilli: number): Step => ({ within, unit: 'days', percentMilli });
const licence = (more: object = {}) =>
  form({ kind: 'licence' as const, use: 'print and web', territory: 'Germany', months: 24, ...more });
const bare = (more: Setting): Setting => ({
  ...more,
  template: 'general',
  terms: { deliverables: undefined, ...more.terms },
});

/** Settings in which a law pack holds. */
const ny: Setting = { from: ALBANY, to: BOISE };
const nyc: Setting = { from: BROOKLYN, to: BOISE };
const ca: Setting = { from: AUSTIN, to: OAKLAND };
const il: Setting = { from: AUSTIN, to: CHICAGO };
const de: Setting = {};
const fr: Setting = { from: PARIS, to: PARIS };
const es: Setting = { from: MADRID, to: MADRID };
/** A country without a pack of its own. */
const eu: Setting = { from: VIENNA, to: VIENNA };
const abroad: Setting = { to: PARIS };
const reverse = { taxReason: form('reverse-charge' as const), taxRateMilli: form(0) };
const uk: Setting = { from: LONDON, to: BRIGHTON };
const privately = (place: Setting): Setting => ({ ...general, kind: 'private', ...place });
const euPrivate = privately(eu);
const ukPrivate = privately(uk);
const usPrivate = privately({ from: AUSTIN, to: BOISE });

const without = (more: Setting, ...clauses: string[]): Setting => ({ ...more, without: clauses });
const noAddress = (more: Setting): Setting => ({
  ...more,
  to: { country: more.to?.country ?? 'DE', address: null },
  entry: { country: more.to?.country ?? 'DE', address: more.to?.address?.replaceAll(', ', '\n') ?? null },
});

const TERMS: Record<string, Pair> = {
  'terms.no-title': { passes: {}, fails: of({ title: undefined }) },
  'terms.no-client': { passes: {}, fails: of({ clientName: undefined, clientCompany: undefined }) },
  'terms.no-email': { passes: {}, fails: of({ clientEmail: undefined }) },
  'terms.no-fee': { passes: of(worked), fails: of({ fee: undefined }) },
  'terms.no-end': { passes: {}, fails: of({ endOn: undefined }) },
  'terms.no-booking': { passes: photos, fails: of({ booking: undefined }, photos) },
  'terms.no-deliverables': { passes: {}, fails: of({ deliverables: form(deliverablesFrom([])) }) },
  'terms.no-changeOf': { passes: {}, fails: without(of({ template: form('change-order') }), 'change-order') },
  'terms.no-revisions': { passes: {}, fails: of({ revisions: undefined }) },
  'terms.no-purpose': { passes: nda, fails: of({ purpose: undefined }, nda) },
  'terms.no-secretMonths': { passes: nda, fails: of({ secretMonths: undefined }, nda) },
  'terms.unpriced': { passes: nda, fails: of({ fee: fee(400_000n) }, nda) },
  'secrecy.purpose-wide': { passes: nda, fails: of({ purpose: form('a possible cooperation') }, nda) },
  'secrecy.penalty': {
    passes: special('Each of us names one person who may receive things.', nda),
    fails: special('A penalty is owed for each breach.', nda),
  },
  'secrecy.long': { passes: of({ secretMonths: form(60) }, nda), fails: of({ secretMonths: form(72) }, nda) },
  'secrecy.short': { passes: of({ secretMonths: form(12) }, nda), fails: of({ secretMonths: form(6) }, nda) },
  'terms.no-time': { passes: photos, fails: of({ booking: booked({ time: null }) }, photos) },
  'terms.currency': { passes: {}, fails: of({ fee: fee(400_000n, 'XAU'), currency: form('XAU') }) },
  'terms.two-currencies': { passes: {}, fails: of({ currency: form('USD') }) },
  'terms.fee-zero': { passes: {}, fails: of({ fee: fee(0n) }) },
  'terms.fee-large': { passes: {}, fails: of({ fee: fee(999_999_999_999n) }) },
  'terms.deposit-large': { passes: {}, fails: of({ deposit: form({ kind: 'sum', minor: 400_001n }) }) },
  'terms.deposit-zero': { passes: {}, fails: of({ fee: fee(1n), deposit: share(1_000) }) },
  'terms.deposit-worked': { passes: of(worked), fails: of({ ...worked, deposit: share(30_000) }) },
  'terms.parts-worked': { passes: of(worked), fails: of({ ...worked, milestones: parts(part('All', 100_000)) }) },
  'terms.parts-sum': {
    passes: of({ deposit: form({ kind: 'none' }), milestones: parts(part('One', 40_000), part('Two', 60_000)) }),
    fails: of({ deposit: form({ kind: 'none' }), milestones: parts(part('One', 40_000), part('Two', 40_000)) }),
  },
  'terms.parts-deposit': {
    passes: of({ deposit: share(30_000), milestones: parts(part('One', 40_000), part('Two', 60_000)) }),
    fails: of({ deposit: share(50_000), milestones: parts(part('One', 80_000), part('Two', 20_000)) }),
  },
  'terms.months-deposit': {
    passes: of({ ...monthly, deposit: form({ kind: 'sum', minor: 90_000n }) }),
    fails: of({ ...monthly, deposit: share(50_000) }),
  },
  'terms.kill-fee-worked': {
    passes: of({ killFee: form({ percentMilli: 25_000 }) }),
    fails: of({ ...worked, killFee: form({ percentMilli: 25_000 }) }),
  },
  'terms.tax-reason': {
    passes: of({ taxReason: form('exempt') }),
    fails: of({ taxReason: form('exempt'), taxRateMilli: form(19_000) }, { taxId: 'DE123456789' }),
  },
  'terms.cap-small': { passes: of(worked), fails: of({ ...worked, rate: rate({ capMinor: 100n }) }) },
  'terms.date-past': { passes: {}, fails: of({ startOn: form('2027-01-10') }) },
  'terms.date-far': { passes: {}, fails: of({ endOn: form('2033-01-10') }) },
  'terms.end-before-start': { passes: {}, fails: of({ startOn: form('2027-04-10') }) },
  'terms.end-before-booking': { passes: photos, fails: of({ endOn: form('2027-06-01') }, photos) },
  'terms.bookings-order': {
    passes: of({ laterBookings: form([slot({ on: '2027-06-13' })]) }, photos),
    fails: of({ laterBookings: form([slot({ time: '16:00' })]) }, photos),
  },
  'terms.zone': { passes: photos, fails: of({ booking: booked({ zone: 'Berlin' }) }, photos) },
};

const SCALE: Record<string, Pair> = {
  'terms.scale-figure': {
    passes: scaled(days(14, 50_000), { within: 7, unit: 'days', minor: 400_000n }),
    fails: scaled(days(14, 50_000), { within: 7, unit: 'days' }),
  },
  'terms.scale-twice': {
    passes: scaled(days(3, 50_000), { within: 48, unit: 'hours', percentMilli: 50_000 }),
    fails: scaled(days(2, 50_000), { within: 48, unit: 'hours', percentMilli: 50_000 }),
  },
  'terms.scale-falling': {
    passes: scaled(days(7, 80_000), days(30, 20_000)),
    fails: scaled(days(30, 80_000), days(7, 20_000)),
  },
  'terms.scale-large': {
    passes: scaled({ within: 7, unit: 'days', minor: 400_000n }),
    fails: scaled({ within: 7, unit: 'days', minor: 4_000_001n }),
  },
  'terms.scale-kill-fee': {
    passes: scaled(days(7, 50_000)),
    fails: of({ killFee: form({ percentMilli: 25_000 }) }, scaled(days(7, 50_000))),
  },
};

const CUSTOM: Record<string, Pair> = {
  'custom.other-sum': {
    passes: special('The total price is EUR 4,000.00. Each further page costs EUR 300.'),
    fails: special('Files as SVG. The total price is EUR 4,500.'),
  },
  'custom.other-share': {
    passes: special('The deposit is 50% of the price.'),
    fails: special('The deposit is 70% of the price.'),
  },
  'custom.other-days': {
    passes: special('Payment is due within 14 days.'),
    fails: special('Payment is due within 45 days.'),
  },
  'custom.other-rounds': {
    passes: special('You get two rounds by e-mail.'),
    fails: special('You get four rounds by e-mail.'),
  },
  'custom.other-rate': {
    passes: special('Extra work costs EUR 250 an hour.'),
    fails: special('The hourly rate is EUR 250.'),
  },
  'custom.other-currency': {
    passes: special('All sums are in euros.'),
    fails: special('All sums are in US dollars.'),
  },
  'custom.other-day': {
    passes: special('You see a first draft by 1 March 2027. Everything is delivered by 26 March 2027.'),
    fails: special('Everything is delivered by 15 April 2027.'),
  },
  'custom.other-cancelling': {
    passes: special('Either of us may end this contract with 7 days’ notice.'),
    fails: special('Either of us may end this contract with 60 days’ notice.'),
  },
  'custom.other-party': {
    passes: special('The client is Acme GmbH; Dana Reyes decides.'),
    fails: special('The client is Bob Smith of Evil Ltd.'),
  },
  'custom.other-address': {
    passes: special('Notices go to dana@acme.test.'),
    fails: special('Notices go to bob@evil.test.'),
  },
  'custom.other-law': {
    passes: special('The law of Germany applies.'),
    fails: special('The law of Panama applies.'),
  },
  'custom.other-rights': {
    passes: special('We keep all rights in our tools.'),
    fails: special('We keep all rights in the work.'),
  },
  'custom.non-refundable': {
    passes: special('The date is kept for you.'),
    fails: special('The deposit is non-refundable. The date is kept for you.'),
  },
};

const PARTIES: Record<string, Pair> = {
  'parties.no-address': { passes: {}, fails: noAddress({ to: PARIS }) },
  'parties.no-own-address': { passes: {}, fails: { from: { country: 'DE', address: null } } },
  'parties.own-changed': { passes: {}, fails: { wordedFrom: null } },
  'parties.no-signer': { passes: {}, fails: of({ clientName: undefined }) },
  'parties.kind-guessed': {
    passes: of({ clientCompany: undefined }),
    fails: of({ clientCompany: undefined, clientKind: term('business', 'workspace') }),
  },
  'parties.no-state': { passes: il, fails: { from: AUSTIN, to: { country: 'US', address: 'Suite 4' } } },
  'parties.law-elsewhere': {
    passes: of({ governingLaw: form('France') }, abroad),
    fails: of({ governingLaw: form('Singapore') }),
  },
};

const MONEY: Record<string, Pair> = {
  'money.no-late-clause': { passes: {}, fails: without({}, 'late-payment') },
  'money.net-long': { passes: of({ netDays: form(30) }), fails: of({ netDays: form(45) }) },
  'money.no-deposit': { passes: {}, fails: of({ deposit: form({ kind: 'none' }) }) },
  'money.deposit-low': { passes: of({ deposit: share(10_000) }), fails: of({ deposit: share(5_000) }) },
  'money.deposit-high': { passes: of({ deposit: share(60_000) }), fails: of({ deposit: share(80_000) }) },
  'money.deposit-private': {
    passes: of({ deposit: share(50_000) }, usPrivate),
    fails: of({ deposit: share(60_000) }, usPrivate),
  },
  'money.no-expenses': {
    passes: of({ title: form('Travel guide'), expenses: form({ kind: 'included' }) }),
    fails: of({ deliverables: form(deliverablesFrom(['Brochure, printing of 200 copies'])) }),
  },
  'money.no-cap': { passes: of(worked), fails: of({ ...worked, rate: rate({ capMinor: null }) }) },
  'money.cancel-private': {
    passes: of(
      { cancellation: tiers({ within: 90, percentMilli: 25_000 }, { within: 7, percentMilli: 100_000 }) },
      usPrivate,
    ),
    fails: of(
      { cancellation: tiers({ within: 90, percentMilli: 75_000 }, { within: 30, percentMilli: 100_000 }) },
      usPrivate,
    ),
  },
  'money.tax-private': {
    passes: { ...usPrivate, taxRateMilli: 8_000 },
    fails: of({ taxIncluded: form(false) }, { ...usPrivate, taxRateMilli: 8_000 }),
  },
  'money.tax-number': { passes: { taxRateMilli: 19_000, taxId: 'DE123456789' }, fails: { taxRateMilli: 19_000 } },
  'money.tax-high': {
    passes: { taxRateMilli: 27_000, taxId: 'HU1' },
    fails: { taxRateMilli: 87_500, taxId: 'HU1', usualTaxMilli: 27_000 },
  },
  'money.tax-abroad': {
    passes: { to: LONDON, taxId: 'DE123456789' },
    fails: { to: LONDON, taxId: 'DE123456789', taxRateMilli: 19_000 },
  },
  'money.tax-reason': {
    passes: { usualTaxMilli: 19_000, taxRateMilli: 19_000, taxId: 'DE123456789' },
    fails: { usualTaxMilli: 19_000 },
  },
  'money.reverse-charge': {
    passes: of({ ...reverse, clientTaxId: form('FR12345678901') }, { ...abroad, taxId: 'DE123456789' }),
    fails: of(reverse, { taxId: 'DE123456789', usualTaxMilli: 19_000 }),
  },
};

const WORK: Record<string, Pair> = {
  'work.no-deliverables': { passes: {}, fails: bare({}) },
  'work.open-ended': {
    passes: {},
    fails: of({ deliverables: form(deliverablesFrom(['Logo, business cards, etc.', 'Style guide'])) }),
  },
  'work.vague': { passes: {}, fails: of({ deliverables: form(deliverablesFrom(['Various social media assets'])) }) },
  'work.no-number': { passes: {}, fails: of({ deliverables: form(deliverablesFrom(['Some photos', 'Logo'])) }) },
  'work.two-numbers': {
    passes: of({ deliverables: form(deliverablesFrom(['20 photos as JPEG', '20 photos as PNG', '2 logos'])) }),
    fails: of({ deliverables: form(deliverablesFrom(['20 photos', '30 photos'])) }),
  },
  'work.other-number': {
    passes: of({
      deliverables: form(deliverablesFrom(['20 edited photos'])),
      specialTerms: form('The first 5 photos are shown within a week. Each further 10 photos cost extra.'),
    }),
    fails: of({
      deliverables: form(deliverablesFrom(['20 edited photos'])),
      specialTerms: form('The client receives 30 photos.'),
    }),
  },
  'work.unlimited': {
    passes: special('Further rounds are charged by the hour.'),
    fails: special('Unlimited changes until you are happy.'),
  },
  'work.no-revisions': { passes: general, fails: of({ revisions: undefined }, general) },
  'work.many-revisions': { passes: of({ revisions: form(5) }), fails: of({ revisions: form(9) }) },
  'work.no-acceptance': { passes: {}, fails: without({}, 'acceptance') },
  'work.acceptance-long': { passes: of({ acceptanceDays: form(14) }), fails: of({ acceptanceDays: form(45) }) },
  'work.no-place': { passes: photos, fails: of({ booking: booked({ place: null }) }, photos) },
  'work.no-length': { passes: photos, fails: of({ booking: booked({ minutes: null }) }, photos) },
};

const long: Partial<Terms> = { startOn: form('2027-02-15'), endOn: form('2027-05-28') };
const TIME: Record<string, Pair> = {
  'time.end-off': { passes: {}, fails: of({ endOn: form('2027-03-27') }) },
  'time.start-off': { passes: {}, fails: of({ startOn: form('2027-02-14') }) },
  'time.parts-order': {
    passes: of({ milestones: parts(part('One', 40_000, '2027-03-01'), part('Two', 60_000, '2027-03-20')) }),
    fails: of({ milestones: parts(part('One', 40_000, '2027-03-20'), part('Two', 60_000, '2027-03-01')) }),
  },
  'time.part-late': {
    passes: of({ milestones: parts(part('One', 40_000, '2027-03-01'), part('Two', 60_000, '2027-03-26')) }),
    fails: of({ milestones: parts(part('One', 40_000, '2027-03-01'), part('Two', 60_000, '2027-06-01')) }),
  },
  'time.scale-unused': {
    passes: of({ cancellation: tiers({ within: 7, percentMilli: 50_000 }) }),
    fails: of({ cancellation: tiers({ within: 7, percentMilli: 50_000 }), startOn: undefined }),
  },
  'time.no-kill-fee': { passes: of({ ...long, killFee: form({ percentMilli: 25_000 }) }), fails: of(long) },
};

const RIGHTS: Record<string, Pair> = {
  'rights.none': { passes: {}, fails: without({}, 'ip', 'rights', 'licence', 'photo-licence', 'usage') },
  'rights.no-territory': { passes: of({ rights: licence() }), fails: of({ rights: licence({ territory: 'tbd' }) }) },
  'rights.no-end': { passes: of({ rights: licence() }), fails: of({ rights: licence({ months: null }) }) },
  'rights.before-payment': {
    passes: special('All rights pass when the price is paid.'),
    fails: special('All rights are transferred to you upon creation.'),
  },
  'rights.portfolio-secret': {
    passes: of({ portfolio: form('after-publication'), confidentialityYears: form(3) }),
    fails: of({ portfolio: form('yes'), confidentialityYears: form(3) }),
  },
  'rights.portfolio-private': { passes: euPrivate, fails: of({ portfolio: form('yes') }, euPrivate) },
  'rights.secret-long': {
    passes: of({ confidentialityYears: form(5) }),
    fails: of({ confidentialityYears: form(10) }),
  },
};

const CLAUSES: Record<string, Pair> = {
  'clauses.untold': {
    passes: of({ acceptanceDays: form(5) }),
    fails: of({ acceptanceDays: form(5) }, photos),
  },
  'clauses.fallback': {
    passes: of({ variants: form({ acceptance: 'acceptance-at-use' }) }),
    fails: of({ variants: form({ acceptance: 'acceptance-reminded' }) }),
  },
};

/** What the laws for freelancers ask alike, for one of them. */
const freelance = (pack: string, place: Setting): Record<string, Pair> => ({
  [`${pack}.addresses`]: { passes: place, fails: noAddress(place) },
  [`${pack}.itemised`]: { passes: place, fails: bare(place) },
});
const payDate = (pack: string, place: Setting): Record<string, Pair> => ({
  [`${pack}.pay-date`]: { passes: place, fails: without(place, 'payment') },
});
const fullPay = (pack: string, place: Setting): Record<string, Pair> => ({
  [`${pack}.full-pay`]: {
    passes: special('You may ask for changes before payment.', place),
    fails: special('You may take a discount of 5% for payment on time.', place),
  },
});
const listDate = (pack: string, place: Setting): Record<string, Pair> => ({
  [`${pack}.list-date`]: {
    passes: special('We send you a list of the services with each invoice, by the fifth of the month.', place),
    fails: place,
  },
});

const latePayment = (pack: string, place: Setting, kind: Setting): Record<string, Pair> => ({
  [`${pack}.pay-within`]: { passes: of({ netDays: form(60) }, place), fails: of({ netDays: form(61) }, place) },
  [`${pack}.interest-kept`]: {
    passes: special('The files of 2026 stay with the client.', place),
    fails: special('We charge no interest for late payment.', place),
  },
  [`${pack}.not-private`]: {
    passes: kind,
    fails: special('For late payment you owe interest of 9% and EUR 40.', kind),
  },
});

const withdrawal = (pack: string, place: Setting): Record<string, Pair> => ({
  [`${pack}.told`]: { passes: place, fails: without(place, 'private-client-rights', 'withdrawal') },
  [`${pack}.form`]: {
    passes: place,
    fails: special('You may withdraw within 14 days of signing.', without(place, 'private-client-rights')),
  },
  [`${pack}.not-waived`]: {
    passes: special('You keep the sketches.', place),
    fails: special('You keep the sketches. You waive the right to withdraw.', place),
  },
  [`${pack}.start`]: {
    passes: of({ startOn: form('2027-01-26') }, place),
    fails: of({ startOn: form('2027-01-18') }, place),
  },
  [`${pack}.dated`]: {
    passes: { ...place, template: 'photography' },
    fails: of({ booking: booked({ on: '2027-01-20' }) }, { ...place, template: 'photography' }),
  },
});

const fairness = (pack: string, place: Setting, most: number): Record<string, Pair> => ({
  [`${pack}.deposit`]: {
    passes: of({ deposit: share(most) }, place),
    fails: of({ deposit: share(most + 10_000) }, place),
  },
  [`${pack}.cancelling`]: {
    passes: { ...place, template: 'photography' },
    fails: of({ cancellation: tiers({ within: 60, percentMilli: 100_000 }) }, { ...place, template: 'photography' }),
  },
  [`${pack}.given-back`]: {
    passes: special('The date is kept for you.', place),
    fails: special('The deposit is not refundable.', place),
  },
});

/** For every rule of lint a contract that is right and one that is not. */
export const PAIRS: Readonly<Record<string, Pair>> = {
  ...TERMS,
  ...SCALE,
  ...CUSTOM,
  ...PARTIES,
  ...MONEY,
  ...WORK,
  ...TIME,
  ...MOVING_PAIRS,
  ...OWN_PAIRS,
  ...RIGHTS,
  ...CLAUSES,
  ...freelance('new-york-state', ny),
  ...payDate('new-york-state', ny),
  ...listDate('new-york-state', ny),
  ...fullPay('new-york-state', ny),
  ...freelance('new-york-city', nyc),
  ...payDate('new-york-city', nyc),
  ...fullPay('new-york-city', nyc),
  ...freelance('california', ca),
  ...payDate('california', ca),
  ...fullPay('california', ca),
  ...listDate('california', ca),
  ...freelance('illinois', il),
  ...payDate('illinois', il),
  ...fullPay('illinois', il),
  ...listDate('illinois', il),
  'illinois.pay-within': { passes: of({ netDays: form(30) }, il), fails: of({ netDays: form(45) }, il) },
  ...latePayment('eu-late-payment', eu, euPrivate),
  ...latePayment('uk-late-payment', uk, ukPrivate),
  ...latePayment('germany-late-payment', de, privately(de)),
  ...payDate('germany-late-payment', de),
  ...latePayment('france-late-payment', fr, privately(fr)),
  ...payDate('france-late-payment', fr),
  'france-late-payment.sum-named': {
    passes: of({ variants: form({ 'late-payment-business': 'late-payment-business-eu' }) }, fr),
    fails: fr,
  },
  ...latePayment('spain-late-payment', es, privately(es)),
  ...payDate('spain-late-payment', es),
  'eu-vat.reverse-charge': {
    passes: of({ ...reverse, clientTaxId: form('FR12345678901') }, { ...abroad, taxId: 'DE123456789' }),
    fails: { ...abroad, taxId: 'DE123456789', taxRateMilli: 19_000 },
  },
  'eu-vat.client-number': {
    passes: of({ ...reverse, clientTaxId: form('FR12345678901') }, { ...abroad, taxId: 'DE123456789' }),
    fails: of(reverse, { ...abroad, taxId: 'DE123456789' }),
  },
  ...withdrawal('eu-withdrawal', euPrivate),
  ...withdrawal('uk-withdrawal', ukPrivate),
  ...fairness('eu-fairness', euPrivate, 50_000),
  ...fairness('uk-fairness', ukPrivate, 30_000),
};

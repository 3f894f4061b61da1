import type { Template } from '../clauses/clause.ts';
import { type Day, instantOf } from '../shared/dates.ts';
import { formatMoney, type Money, money, parseMoney } from '../shared/money.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { depositFrom, shownDeposit } from './form-deposit.ts';
import { fieldsNeeded } from './form-fields.ts';
import { countFrom, linesOf } from './form-lines.ts';
import {
  type BookedValues,
  bookingFrom,
  feeOf,
  type PlanValues,
  partsFrom,
  rateFrom,
  shownPlan,
  slotsFrom,
} from './form-plan.ts';
import { unpricedFrom } from './form-unpriced.ts';
import { spanOf } from './rights-wording.ts';
import { type Rate, type TermName, type Terms, term } from './terms.ts';
import { fillTerms, type TermDefaults } from './terms-defaults.ts';
import { onlyUnpriced } from './unpriced.ts';

/** What the form says, field by field; optional fields left empty are undefined. */
export type FormValues = {
  title?: string | undefined;
  template: string;
  client: string;
  contact?: string | undefined;
  email: string;
  kind: 'business' | 'private';
  fee?: string | undefined;
  currency?: string | undefined;
  taxIncluded?: boolean | undefined;
  deposit?: string | undefined;
  deliverables?: string | undefined;
  revisions?: string | undefined;
  startOn?: string | undefined;
  endOn?: string | undefined;
  netDays?: string | undefined;
  scopeNotes?: string | undefined;
  acceptanceNotes?: string | undefined;
  specialTerms?: string | undefined;
  purpose?: string | undefined;
  secretFor?: string | undefined;
  law?: string | undefined;
} & BookedValues &
  PlanValues;

/** How terms stand in the form's fields. */
export function shownTerms(terms: Terms, zone: string): Partial<FormValues> {
  const { booking, clientCompany, clientName } = terms;
  const slot = booking?.value;
  return {
    title: terms.title?.value,
    template: terms.template?.value,
    client: clientCompany?.value ?? clientName?.value,
    contact: clientCompany ? clientName?.value : undefined,
    email: terms.clientEmail?.value,
    kind: terms.clientKind?.value,
    fee: plainPrice(terms),
    ...shownPlan(terms),
    currency: terms.currency?.value,
    taxIncluded: terms.taxIncluded?.value ?? false,
    deposit: terms.deposit && shownDeposit(terms.deposit.value, terms.currency?.value ?? 'EUR'),
    deliverables: terms.deliverables?.value.join('\n'),
    revisions: terms.revisions && String(terms.revisions.value),
    startOn: terms.startOn?.value,
    endOn: terms.endOn?.value,
    bookingAt: slot?.time ? instantOf(`${slot.on}T${slot.time}:00`, slot.zone || zone) : undefined,
    hours: slot?.minutes ? String(Number((slot.minutes / 60).toFixed(2))) : undefined,
    place: slot?.place ?? undefined,
    netDays: terms.netDays && String(terms.netDays.value),
    scopeNotes: terms.scopeNotes?.value,
    acceptanceNotes: terms.acceptanceNotes?.value,
    specialTerms: terms.specialTerms?.value,
    purpose: terms.purpose?.value,
    secretFor: terms.secretMonths && spanOf(terms.secretMonths.value),
    law: terms.governingLaw?.value,
  } as Partial<FormValues>;
}

/** The price of a unit where there is a rate, else the whole. */
function plainPrice({ fee, rate }: Terms): string | undefined {
  if (rate) return plainMoney(money(rate.value.minor, rate.value.currency));
  return fee && plainMoney(fee.value);
}

/** `4,000.00` without the currency, which has a field of its own. */
function plainMoney(sum: Money): string {
  return formatMoney(sum).slice(4);
}

/** What a form is read with: the template that was chosen in it, if it is one of the workspace. */
export type ReadWith = { defaults: TermDefaults; today: Day; template: Template | undefined };

/**
 * The terms a filled form means. What stands as the form showed it keeps its origin and its quotation; what was changed
 * comes from the form. What the form does not show comes from the template and the workspace.
 *
 * @throws FormRefusal with everything that can't be read, by field.
 */
export function termsFrom(filled: FormValues, shown: Terms, read: ReadWith): Terms {
  const { template, defaults } = read;
  if (!template) throw new Refusal('terms.no-template', 'Choose the kind of work.', 'template');
  const errors = Object.fromEntries(
    fieldsNeeded(template).flatMap((name) => (filled[name] === undefined ? [[name, 'This is needed.']] : [])),
  );
  const values = template.priced
    ? pricedFrom(filled, shown, { ...read, errors })
    : { ...sharedFrom(filled, shown), ...unpricedFrom(filled, shown, errors) };
  if (Object.keys(errors).length > 0) throw new FormRefusal(errors);
  const terms = withDefaults(values, shown, template, defaults);
  return template.priced ? terms : onlyUnpriced(terms);
}

export type Read = { [K in TermName]?: unknown };

/** What every kind of contract says. */
const sharedFrom = (filled: FormValues, shown: Terms): Read => ({
  template: filled.template,
  ...partiesFrom(filled, shown),
  clientEmail: filled.email.toLowerCase(),
  clientKind: filled.kind,
  startOn: filled.startOn,
  specialTerms: filled.specialTerms,
});

type Reading = ReadWith & { errors: Record<string, string> };

function pricedFrom(filled: FormValues, shown: Terms, { errors, defaults, today }: Reading): Read {
  const read = <T>(field: string, reading: () => T): T | undefined => {
    try {
      return reading();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors[error.field ?? field] = error.sentence;
      return undefined;
    }
  };
  const { currency = '' } = filled;
  const price = filled.fee === undefined ? undefined : read('fee', () => parseMoney(filled.fee ?? '', currency));
  const rate = price && read('unit', () => rateFrom(filled));
  const booking = read('hours', () => bookingFrom(filled, shown.booking?.value, defaults.zone));
  return {
    ...sharedFrom(filled, shown),
    title: filled.title,
    fee: rate ? feeIn(rate) : price,
    rate,
    milestones: read('milestones', () => partsFrom(filled.milestones, currency, today)),
    currency: filled.currency,
    taxIncluded: filled.taxIncluded ?? false,
    deposit:
      filled.deposit === undefined ? undefined : read('deposit', () => depositFrom(filled.deposit ?? '', currency)),
    deliverables: read('deliverables', () => linesOf(filled.deliverables)),
    revisions: read('revisions', () => countFrom(filled.revisions, 50, 'revisions')),
    endOn: filled.endOn,
    booking,
    laterBookings: read('moreDates', () => slotsFrom(filled.moreDates, booking, today)),
    netDays: read('netDays', () => countFrom(filled.netDays, 365, 'netDays')),
    scopeNotes: filled.scopeNotes,
    acceptanceNotes: filled.acceptanceNotes,
  };
}

function feeIn(rate: Rate): Money | undefined {
  const minor = feeOf(rate);
  return minor === undefined ? undefined : money(minor, rate.currency);
}

function withDefaults(values: Read, shown: Terms, template: Template, defaults: TermDefaults): Terms {
  const kept: Record<string, unknown> = { ...hiddenTerms(shown) };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const before = shown[name as TermName];
    kept[name] = before && same(before.value, value) ? before : term(value, 'form');
  }
  const filled: Record<string, unknown> = { ...fillTerms(kept as Terms, template, defaults) };
  // What the person left empty stays empty: a default they saw and deleted does not come back.
  for (const name of [
    'fee',
    'rate',
    'milestones',
    'revisions',
    'startOn',
    'endOn',
    'booking',
    'laterBookings',
    'deliverables',
    'scopeNotes',
    'acceptanceNotes',
    'specialTerms',
    'clientName',
    'clientCompany',
  ])
    if (values[name as TermName] === undefined) delete filled[name];
  return filled as Terms;
}

const HIDDEN = [
  'clientAddress',
  'clientCountry',
  'clientZone',
  'cancellation',
  'governingLaw',
  'taxRateMilli',
  'killFee',
  'expenses',
  'acceptanceDays',
  'rights',
  'portfolio',
  'confidentialityYears',
  'variants',
] as const;

/** Terms without a field: only those someone said; a template's own give way to the chosen template's. */
function hiddenTerms(shown: Terms): Partial<Terms> {
  const said = saidTerms(shown);
  return Object.fromEntries(HIDDEN.map((name) => [name, said[name]] as const).filter(([, each]) => each));
}

/** Terms that someone said, without what a template or the workspace put in. */
export function saidTerms(shown: Terms): Terms {
  return Object.fromEntries(
    Object.entries(shown).filter(([, said]) => said && said.origin !== 'template' && said.origin !== 'workspace'),
  );
}

const json = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each));
const same = (a: unknown, b: unknown) => json(a) === json(b);

/** One name is the company's for a business, the person's otherwise; two names are a company and who signs for it. */
function partiesFrom({ client, contact, kind }: FormValues, shown: Terms) {
  const signer = contact && contact !== client ? contact : undefined;
  const asPerson = shown.clientName?.value === client && !shown.clientCompany;
  return signer || (kind === 'business' && !asPerson)
    ? { clientCompany: client, clientName: signer }
    : { clientName: client, clientCompany: undefined };
}

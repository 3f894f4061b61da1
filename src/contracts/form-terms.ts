import type { Template } from '../clauses/clause.ts';
import { type Day, instantOf } from '../shared/dates.ts';
import { formatAmount, type Money, money, parseMoney } from '../shared/money.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { deliverableLines } from './deliverable.ts';
import { alsoFrom, shownAlso } from './form-also.ts';
import { depositFrom } from './form-deposit.ts';
import { fieldsNeeded } from './form-fields.ts';
import { chosenTerms, type Read, withDefaults } from './form-kept.ts';
import { countFrom, thingsOf } from './form-lines.ts';
import {
  type BookedValues,
  bookingFrom,
  feeOf,
  laterSlotsFrom,
  type PlanValues,
  partsFrom,
  rateFrom,
  shownPlan,
} from './form-plan.ts';
import { shownTax, type TaxValues, taxFrom } from './form-tax.ts';
import { unpricedFrom } from './form-unpriced.ts';
import { shownDeposit } from './part-lines.ts';
import { spanOf } from './rights-wording.ts';
import { type Rate, type Terms, term } from './terms.ts';
import type { TermDefaults } from './terms-defaults.ts';
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
  address?: string | undefined;
  taxId?: string | undefined;
  /** One line for each term that has no field of its own. */
  also?: string | undefined;
} & BookedValues &
  TaxValues &
  PlanValues;

/** How terms stand in the form's fields; what is asked has to be gone from the terms, and stands as an open line where it has no field. */
export function shownTerms(terms: Terms, zone: string, asked: readonly string[] = []): Partial<FormValues> {
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
    ...shownTax(terms, asked),
    deposit: terms.deposit && shownDeposit(terms.deposit.value, terms.currency?.value ?? 'EUR'),
    deliverables: deliverableLines(terms).join('\n') || undefined,
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
    address: terms.clientAddress?.value,
    taxId: terms.clientTaxId?.value,
    also: shownAlso(terms, asked),
  } as Partial<FormValues>;
}

/** The price of a unit where there is a rate, else the whole. */
function plainPrice({ fee, rate }: Terms): string | undefined {
  if (rate) return formatAmount(money(rate.value.minor, rate.value.currency));
  return fee && formatAmount(fee.value);
}

/** What a form is read with: the template that was chosen in it, if it is one of the workspace. */
export type ReadWith = {
  defaults: TermDefaults;
  today: Day;
  template: Template | undefined;
  /** What the brief left open: no default answers for it. */
  asked?: readonly string[];
};

/**
 * The terms a filled form means. What stands as the form showed it keeps its origin and its quotation; what was changed
 * comes from the form. What the form does not show comes from the template and the workspace.
 *
 * @throws FormRefusal with everything that can't be read, by field.
 */
export function termsFrom(filled: FormValues, shown: Terms, read: ReadWith): Terms {
  const { template, defaults, asked = [] } = read;
  if (!template) throw new Refusal('terms.no-template', 'Choose the kind of work.', 'template');
  // A form that was open before a field came to be has nothing to say of it.
  const empty = (name: keyof FormValues) => filled[name] === undefined && (!LATE.includes(name) || name in filled);
  const errors = Object.fromEntries(
    fieldsNeeded(template, asked).flatMap((name) => (empty(name) ? [[name, 'This is needed.']] : [])),
  );
  const chosen = chosenTerms(shown, template, read);
  const values = template.priced
    ? pricedFrom(filled, shown, { ...read, asked, chosen, errors })
    : { ...sharedFrom(filled, shown), ...unpricedFrom(filled, shown, errors) };
  if (Object.keys(errors).length > 0) throw new FormRefusal(errors);
  const terms = withDefaults(values, { filled, shown, chosen }, template, defaults);
  return template.priced ? terms : onlyUnpriced(terms);
}

/** Fields that forms opened before them do not have. */
const LATE: readonly (keyof FormValues)[] = ['law', 'taxRate', 'taxReason'];

/** What every kind of contract says. */
const sharedFrom = (filled: FormValues, shown: Terms): Read => ({
  template: filled.template,
  ...partiesFrom(filled, shown),
  clientEmail: filled.email.toLowerCase(),
  clientKind: filled.kind,
  startOn: filled.startOn,
  specialTerms: filled.specialTerms,
  ...('address' in filled && { clientAddress: filled.address }),
  ...('taxId' in filled && { clientTaxId: filled.taxId }),
  ...('law' in filled && { governingLaw: filled.law }),
});

type Reading = ReadWith & { asked: readonly string[]; chosen: Terms; errors: Record<string, string> };

function pricedFrom(filled: FormValues, shown: Terms, reading: Reading): Read {
  const { errors, defaults, today, chosen, asked } = reading;
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
    ...('taxReason' in filled && read('taxRate', () => taxFrom(filled, shown))),
    deposit:
      filled.deposit === undefined ? undefined : read('deposit', () => depositFrom(filled.deposit ?? '', currency)),
    deliverables: read('deliverables', () => thingsOf(filled.deliverables)),
    revisions: read('revisions', () => countFrom(filled.revisions, 50, 'revisions')),
    endOn: filled.endOn,
    booking,
    laterBookings: read('moreDates', () => laterSlotsFrom(filled.moreDates, booking, today)),
    netDays: read('netDays', () => countFrom(filled.netDays, 365, 'netDays')),
    scopeNotes: filled.scopeNotes,
    acceptanceNotes: filled.acceptanceNotes,
    ...('also' in filled &&
      read('also', () => {
        const terms: Terms = { ...unpricedOf(shown), currency: term(currency, 'form') };
        return alsoFrom(filled.also, { shown, chosen, asked, words: { terms, today, zone: defaults.zone } });
      })),
  };
}

/** Figures in words without a currency are in the one that the form names, whatever the price was in. */
const unpricedOf = ({ fee: _, rate: __, ...rest }: Terms): Terms => rest;

function feeIn(rate: Rate): Money | undefined {
  const minor = feeOf(rate);
  return minor === undefined ? undefined : money(minor, rate.currency);
}

/** One name is the company's for a business, the person's otherwise; two names are a company and who signs for it. */
function partiesFrom({ client, contact, kind }: FormValues, shown: Terms) {
  const signer = contact && contact !== client ? contact : undefined;
  const asPerson = shown.clientName?.value === client && !shown.clientCompany;
  return signer || (kind === 'business' && !asPerson)
    ? { clientCompany: client, clientName: signer }
    : { clientName: client, clientCompany: undefined };
}

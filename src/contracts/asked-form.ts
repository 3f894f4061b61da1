import { ALSO_LINES } from './also-lines.ts';
import { type ChangeField, orderForm } from './change-order-form.ts';
import { termsForm } from './form.ts';
import { type FormField, fieldsWithout } from './form-fields.ts';
import { isPriced, type TermName, type Terms } from './terms.ts';

/** A term, or a part of one that the form has a field of its own for. */
export type AskedTerm = TermName | 'cap' | 'hours' | 'place';

const FIELDS: { readonly [K in AskedTerm]?: FormField } = {
  title: 'title',
  template: 'template',
  clientCompany: 'client',
  clientEmail: 'email',
  clientAddress: 'address',
  clientTaxId: 'taxId',
  clientKind: 'kind',
  purpose: 'purpose',
  secretMonths: 'secretFor',
  fee: 'fee',
  rate: 'fee',
  cap: 'cap',
  currency: 'currency',
  taxIncluded: 'taxIncluded',
  taxRateMilli: 'taxRate',
  taxReason: 'taxReason',
  deposit: 'deposit',
  milestones: 'milestones',
  deliverables: 'deliverables',
  revisions: 'revisions',
  startOn: 'startOn',
  endOn: 'endOn',
  booking: 'bookingAt',
  laterBookings: 'moreDates',
  hours: 'hours',
  place: 'place',
  netDays: 'netDays',
  governingLaw: 'law',
  scopeNotes: 'scopeNotes',
  acceptanceNotes: 'acceptanceNotes',
  specialTerms: 'specialTerms',
};
const CHANGED: readonly ChangeField[] = ['title', 'deliverables', 'fee', 'endOn'];

/** The field in which a term of these terms is typed; undefined where their form has none. */
export function askedField(asked: AskedTerm, terms: Terms): FormField | undefined {
  if (asked === 'clientName') return terms.clientCompany ? 'contact' : 'client';
  const field = FIELDS[asked] ?? (ALSO_LINES.some((line) => line.term === asked) ? 'also' : undefined);
  if (terms.changeOf) return CHANGED.find((each) => each === field);
  const without: readonly string[] = fieldsWithout({ priced: isPriced(terms) });
  return field && !without.includes(field) ? field : undefined;
}

/** How the field in which a term is typed is called; undefined where there is none. */
export function askedLabel(asked: AskedTerm, terms: Terms): string | undefined {
  const field = askedField(asked, terms);
  if (!field) return undefined;
  return terms.changeOf ? orderForm.label(field as ChangeField) : termsForm.label(field);
}

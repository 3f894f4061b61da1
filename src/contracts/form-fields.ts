import type { FormValues } from './form-terms.ts';
import type { Aside } from './keep-aside.ts';

export type FormField = keyof FormValues;

/** Fields about work and money, which a contract without a price does not have; it is named by its kind and its client. */
const PRICED = [
  ...(['title', 'fee', 'unit', 'quantity', 'cap', 'currency', 'taxIncluded', 'deposit', 'milestones'] as const),
  ...(['taxId', 'taxRate', 'taxReason'] as const),
  ...(['deliverables', 'revisions', 'endOn', 'bookingAt', 'hours', 'place', 'moreDates', 'netDays'] as const),
  ...(['also', 'scopeNotes', 'acceptanceNotes'] as const),
] as const;
const UNPRICED = ['purpose', 'secretFor'] as const;

type Trait = { readonly priced: boolean };

/** Fields that a form for such a template does not show. */
export const fieldsWithout = ({ priced }: Trait) => (priced ? UNPRICED : PRICED);

/** Fields that only such a template has. */
export const ownFields = ({ priced }: Trait) => (priced ? PRICED : UNPRICED);

/** Fields that Slack asks for: they are optional only because the other kind of contract has none of them. */
export const fieldsNeeded = ({ priced }: Trait, asked: readonly string[] = []): FieldNeeded[] => [
  ...(priced ? (['title', 'fee', 'currency', 'deposit'] as const) : (['purpose', 'secretFor'] as const)),
  ...SETTLED.filter(([term]) => asked.includes(term) && (priced || term === 'governingLaw')).map(([, field]) => field),
];
type FieldNeeded = Exclude<FormField, 'template' | 'client' | 'email' | 'kind'>;

/** Terms that a default would answer for, with their fields: where the brief leaves them open, a person has to. */
const SETTLED = [
  ['revisions', 'revisions'],
  ['netDays', 'netDays'],
  ['governingLaw', 'law'],
  ['taxRateMilli', 'taxRate'],
  ['taxReason', 'taxReason'],
] as const satisfies [string, FieldNeeded][];

const UNPRICED_TERMS = ['purpose', 'secretMonths'];
const SHARED_TERMS = [
  'template',
  'clientName',
  'clientCompany',
  'clientEmail',
  'clientKind',
  'startOn',
  'governingLaw',
];

/** Whether a question about a term is one for such a template. */
export const isAsked = ({ priced }: Trait, term: string) =>
  priced ? !UNPRICED_TERMS.includes(term) : [...UNPRICED_TERMS, ...SHARED_TERMS, 'specialTerms'].includes(term);

/**
 * What was typed into fields that are about to be hidden: it comes back with them. Null is a field that was emptied; what
 * stands as the form showed it is put in anew by whatever template is chosen then.
 */
export function asideOf(filled: Partial<FormValues>, shown: Partial<FormValues>, hidden: readonly FormField[]): Aside {
  const plain = (value: FormValues[FormField]) => (value instanceof Date ? value.getTime() : (value ?? null));
  const typed = hidden.flatMap((name): [string, string | number | boolean | null][] => {
    const [is, was] = [plain(filled[name]), plain(shown[name])];
    return (is || null) === (was || null) ? [] : [[name, is]];
  });
  return Object.fromEntries(typed);
}

/** The same values as a form takes them; a booking is an instant. */
export function valuesOf(aside: Aside, fields: readonly FormField[]): Partial<FormValues> {
  const kept = fields.flatMap((name) => (name in aside ? [[name, aside[name] ?? undefined] as const] : []));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, typeof value === 'number' ? new Date(value) : value]),
  ) as Partial<FormValues>;
}

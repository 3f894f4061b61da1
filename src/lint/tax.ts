import { isInEea, placeOfClient } from '../contracts/place.ts';
import { type Terms, totals } from '../contracts/terms.ts';
import { formatPercent } from '../shared/money.ts';
import { changed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';

/** No country taxes services higher (Hungary: 27 %). */
const TAX_MAX = 27_000;

/** Rules of the craft about tax; what is owed is for a tax adviser. */
export const TAX_RULES: readonly Rule[] = [
  { id: 'money.tax-private', title: 'Tax for a private client', grade: 'warns', check: taxPrivate },
  { id: 'money.tax-number', title: 'Your tax number', grade: 'warns', check: taxNumber },
  { id: 'money.tax-high', title: 'A high tax rate', grade: 'warns', check: taxHigh },
  { id: 'money.tax-abroad', title: 'Tax for a client abroad', grade: 'suggests', check: taxAbroad },
];

const isPrivate = ({ clientKind }: Terms) => clientKind?.value === 'private';

/** The price with its tax stays what it was; only how it is said changes. */
function taxPrivate(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (!isPrivate(terms) || !terms.fee || terms.taxIncluded?.value !== false || !terms.taxRateMilli?.value)
    return undefined;
  const { minor, currency } = totals(terms).total;
  return {
    sentence: 'A price for a private client normally includes the tax.',
    field: 'taxIncluded',
    quote: quoteOf(scene, /plus tax/, 'fee'),
    ...(!terms.rate &&
      !terms.milestones && {
        fix: { label: 'Say it with the tax', terms: changed(terms, { fee: { minor, currency }, taxIncluded: true }) },
      }),
  };
}

const taxOf = ({ taxRateMilli }: Terms) => taxRateMilli?.value ?? 0;

function taxNumber({ terms, business }: LintScene): Found | undefined {
  if (taxOf(terms) === 0 || business.taxId || !(isInEea(business.country) || business.country === 'GB'))
    return undefined;
  return {
    sentence: 'You charge tax, and your business has no tax number: an invoice with tax needs it.',
    way: { opens: 'business', field: 'taxId' },
  };
}

function taxHigh({ terms, business }: LintScene): Found | undefined {
  if (taxOf(terms) <= TAX_MAX) return undefined;
  const { taxRateMilli } = business;
  return {
    sentence: `A tax of ${formatPercent(taxOf(terms))} is higher than any country charges on services.`,
    // Once the business has another rate, this contract takes it over with one more press.
    ...(taxRateMilli <= TAX_MAX && {
      fix: { label: `Take your usual ${formatPercent(taxRateMilli)}`, terms: changed(terms, { taxRateMilli }) },
    }),
    way: { opens: 'business', field: 'taxRate' },
  };
}

/** VAT directive 2006/112 art. 44 and 196: a business client in another country usually owes the tax itself. */
function taxAbroad({ terms, business, client }: LintScene): Found | undefined {
  const { country, sure } = placeOfClient(terms, client);
  const abroad = country && country !== business.country && sure !== 'assumed';
  const vat = isInEea(business.country) || business.country === 'GB';
  if (!abroad || !vat || isPrivate(terms) || taxOf(terms) === 0) return undefined;
  return {
    sentence: 'The client is a business in another country, where it often owes the tax itself and yours is not added.',
    fix: { label: 'Add no tax to this contract', terms: changed(terms, { taxRateMilli: 0 }) },
    edit: 'Or leave it, if your tax adviser says that it is owed.',
  };
}

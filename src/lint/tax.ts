import { isInEea, placeOfClient } from '../contracts/place.ts';
import { isPriced, type Terms, totals } from '../contracts/terms.ts';
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
  { id: 'money.tax-reason', title: 'Why no tax is added', grade: 'warns', check: noReason },
  { id: 'money.reverse-charge', title: 'Reverse charge', grade: 'warns', check: reverseHere },
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

const hasVat = (country: string) => isInEea(country) || country === 'GB';
const taxOf = ({ taxRateMilli }: Terms) => taxRateMilli?.value ?? 0;

function taxNumber({ terms, business }: LintScene): Found | undefined {
  const reverse = terms.taxReason?.value === 'reverse-charge';
  if ((taxOf(terms) === 0 && !reverse) || business.taxId || !hasVat(business.country)) return undefined;
  return {
    sentence: reverse
      ? 'An invoice with reverse charge needs your own VAT number, and your business has none.'
      : 'You charge tax, and your business has no tax number: an invoice with tax needs it.',
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
  if (!abroad || !hasVat(business.country) || isPrivate(terms) || taxOf(terms) === 0) return undefined;
  return {
    sentence: 'The client is a business in another country, where it often owes the tax itself and yours is not added.',
    fix: hasVat(country)
      ? {
          label: 'Make it reverse charge',
          terms: changed(terms, { taxRateMilli: 0, taxReason: 'reverse-charge' }),
        }
      : { label: 'Add no tax to this contract', terms: changed(terms, { taxRateMilli: 0 }) },
    edit: 'Or leave it, if your tax adviser says that it is owed.',
  };
}

const REASONS = [
  ['Say: small business', 'small-business'],
  ['Say: exempt work', 'exempt'],
] as const;

/** VAT directive 2006/112 art. 226(11) and (11a): an invoice without the tax says why. */
function noReason({ terms, business, client }: LintScene): Found | undefined {
  const { country, sure } = placeOfClient(terms, client);
  const { taxRateMilli } = business;
  if (!isPriced(terms) || taxOf(terms) > 0 || terms.taxReason || taxRateMilli === 0) return undefined;
  const abroad = country !== business.country && sure !== 'assumed' && !isPrivate(terms);
  // A business beyond the reach of value added tax is not taxed here at all, so nothing has to be said.
  if (!hasVat(business.country) || (abroad && !hasVat(country))) return undefined;
  const says = [...(abroad ? [['Say: reverse charge', 'reverse-charge'] as const] : []), ...REASONS];
  return {
    sentence: `You usually add ${formatPercent(taxRateMilli)} tax; this contract adds none and does not say why, which its invoices have to.`,
    field: 'taxReason',
    fix: { label: `Take your usual ${formatPercent(taxRateMilli)}`, terms: changed(terms, { taxRateMilli }) },
    also: says.map(([label, taxReason]) => ({ label, terms: changed(terms, { taxReason, taxRateMilli: 0 }) })),
  };
}

/** Only a business accounts for the tax itself, and within one country only for some kinds of work. */
function reverseHere(scene: LintScene): Found | undefined {
  const { terms, business, client } = scene;
  if (terms.taxReason?.value !== 'reverse-charge') return undefined;
  const { country, sure } = placeOfClient(terms, client);
  const here = country === business.country && sure !== 'assumed';
  if (!isPrivate(terms) && !here) return undefined;
  const { taxRateMilli } = business;
  return {
    sentence: isPrivate(terms)
      ? 'Reverse charge is for businesses: a private client does not account for the tax.'
      : 'You and the client are in one country, where reverse charge holds for a few kinds of work only, like building.',
    field: 'taxReason',
    quote: quoteOf(scene, /reverse charge/, 'fee', 'change-order-price'),
    ...(taxRateMilli > 0 && {
      fix: {
        label: `Take your usual ${formatPercent(taxRateMilli)}`,
        terms: changed(terms, { taxRateMilli, taxReason: undefined }),
      },
    }),
  };
}

import { isInEu, placeOfClient } from '../contracts/place.ts';
import { type Terms, totals } from '../contracts/terms.ts';
import { formatMoney, formatPercent } from '../shared/money.ts';
import { making } from './custom.ts';
import { changed, type Fix, type LintScene, type Miss, quoteOf } from './finding.ts';

const REVERSE = { taxRateMilli: 0, taxReason: 'reverse-charge' } as const;

/** A business of the Union that adds its own tax for a business in another of its countries. */
export function reverseCharge(scene: LintScene): Miss | undefined {
  const { terms, business, client } = scene;
  const { country, sure } = placeOfClient(terms, client);
  const rate = terms.taxRateMilli?.value ?? 0;
  if (rate === 0 || country === business.country || sure === 'assumed' || !isInEu(business.country)) return undefined;
  const [fix, ...also] = presses(scene);
  return {
    ...{ field: 'taxReason', said: { rate: formatPercent(rate) }, fix, also },
    quote: quoteOf(scene, /tax at/, 'fee', 'change-order-price'),
    edit: 'Or leave it, if your tax adviser says that your own tax is owed, as for work on a building.',
  };
}

/** A price with the tax in it may have meant what is left without the tax, or all of it: the person chooses. */
function presses(scene: LintScene): Fix[] {
  const { fee, rate, milestones, taxIncluded } = scene.terms;
  const within = taxIncluded?.value && fee && !rate && !milestones;
  if (!within) return [making(scene, 'Make it reverse charge', REVERSE)].flatMap((each) => each ?? []);
  const { net, total } = totals(scene.terms);
  return [net, total].flatMap(
    (sum) => making(scene, `Reverse charge, at ${formatMoney(sum)}`, { ...REVERSE, fee: sum }) ?? [],
  );
}

/** The client's own entry may know the number by now. */
export function clientTaxNumber({ terms, client }: LintScene): Miss | undefined {
  if (terms.taxReason?.value !== 'reverse-charge' || terms.clientTaxId) return undefined;
  return { field: 'clientTaxId', fix: numberFix(terms, client?.taxId) };
}

function numberFix(terms: Terms, known: string | null | undefined): Fix | undefined {
  return known ? { label: 'Use the number on file', terms: changed(terms, { clientTaxId: known }) } : undefined;
}

import { SIDES } from '../clauses/ladder.ts';
import { clauseById } from '../clauses/read.ts';
import { CLIENT_KINDS } from '../clients/client.ts';
import { formatPercent } from '../shared/money.ts';
import { countryName } from '../shared/places.ts';
import { TAX_REASON_WORDS } from '../shared/tax.ts';
import { areaWords } from './place.ts';
import type { TermName, Terms } from './terms.ts';
import { summaryLines } from './terms-summary.ts';

/** A term, what it says, and where that came from, in words. */
export type OriginLine = { readonly label: string; readonly value: string; readonly from: string };

/**
 * Where each term of a contract came from, in the order of the contract.
 *
 * @param kind The title of the template, which may be the workspace's own.
 */
export function originLines(terms: Terms, kind: string | undefined): OriginLine[] {
  const { clientCompany, clientName, taxRateMilli, taxReason } = terms;
  const said: [TermName, string, string | undefined][] = [
    ['title', 'Title', terms.title?.value],
    ['template', 'Kind of work', kind],
    ['clientCompany', 'Client', clientCompany?.value],
    ['clientName', clientCompany ? 'Who signs' : 'Client', clientName?.value],
    ['clientEmail', 'E-mail', terms.clientEmail?.value],
    ['clientAddress', 'Address', terms.clientAddress?.value],
    ['clientTaxId', 'VAT number', terms.clientTaxId?.value],
    ['clientKind', 'The client is', terms.clientKind && CLIENT_KINDS[terms.clientKind.value]],
    ['clientCountry', 'The client’s country', terms.clientCountry && countryName(terms.clientCountry.value)],
    ['clientArea', 'The client’s state', terms.clientArea && areaWords(terms.clientArea.value)],
    ['clientZone', 'The client’s clock', terms.clientZone?.value],
    ...summaryLines(terms)
      .filter(({ field }) => field !== 'clientCompany' && field !== 'clientName')
      .map(({ field, label, value }): [TermName, string, string] => [field, label, value]),
    ['currency', 'Currency', terms.unpriced ? undefined : terms.currency?.value],
    ['taxIncluded', 'Prices', terms.taxIncluded && (terms.taxIncluded.value ? 'include tax' : 'are plus tax')],
    ['taxRateMilli', 'Tax', taxRateMilli && formatPercent(taxRateMilli.value)],
    ['taxReason', 'No tax because', taxReason && TAX_REASON_WORDS[taxReason.value]],
    ['variants', 'Wordings chosen', terms.variants && wordingWords(terms.variants.value)],
  ];
  return said.flatMap(([name, label, value]) => (value ? [{ label, value, from: fromWords(terms[name]) }] : []));
}

/** The clauses that stand in another wording than the template’s. */
function wordingWords(variants: Readonly<Record<string, string>>): string {
  const titles = Object.values(variants).flatMap((id) => {
    const clause = clauseById(id);
    return clause ? [`${clause.title} (${SIDES[clause.variant]})`] : [];
  });
  return titles.join(' · ');
}

function fromWords(term: Terms[TermName]): string {
  if (!term) return FROM.template;
  const { origin, quote } = term;
  const words = quote?.replace(/\s+/g, ' ');
  if (!words) return FROM[origin];
  if (origin === 'client') return `Asked by the client: “${words}”`;
  return origin === 'form' ? `Asked for as a change: “${words}”` : `${FROM[origin]}: “${words}”`;
}

const FROM = {
  brief: 'From the brief',
  form: 'From the form',
  workspace: 'From your business settings',
  template: 'Usual for this kind of work',
  client: 'From the client’s entry',
  model: 'Written with AI help',
};

import type { Template } from '../clauses/clause.ts';
import type { TaxReason } from '../shared/tax.ts';
import { isWorked, monthsIn, partyOf, type TermName, type Terms, term } from './terms.ts';
import { onlyUnpriced } from './unpriced.ts';

/** What a workspace's business profile says for every contract. Percentages are thousandths of a percent. */
export type TermDefaults = {
  readonly currency: string;
  readonly zone: string;
  readonly country: string;
  readonly depositPercentMilli: number | null;
  readonly netDays: number | null;
  readonly taxRateMilli: number;
  /** Why the business never charges tax. */
  readonly taxReason?: TaxReason | null;
};

/** Places whose contract law is not the country's own; the contract then points at the business's state or province. */
const BY_STATE = ['US', 'CA', 'AU'];

/** The law that applies when nobody chose one: that of the business's own place. */
export function lawOf(country: string): string {
  if (BY_STATE.includes(country)) return 'the state or province in which our business is established';
  if (country === 'GB') return 'England and Wales';
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country;
}

/**
 * Completes terms with the workspace's and the template's defaults, each marked as such; nothing that was read or typed is
 * replaced. What neither can know (client, price, dates) stays open and is asked. A template without a price fills in
 * nothing that is about money.
 */
export function fillTerms(found: Terms, template: Template, workspace: TermDefaults): Terms {
  const { defaults } = template;
  const kind = found.clientKind ?? term('business' as const, 'workspace');
  // A share of a price that nobody knows yet is none, and a price in parts or months has its own first one.
  const planned = isWorked(found) || found.milestones !== undefined || monthsIn(found) !== undefined;
  // A workspace that wrote its own template said more there than in its profile.
  const usual = template.own ? { depositPercentMilli: null, netDays: null } : workspace;
  const share = planned ? 0 : (usual.depositPercentMilli ?? defaults.depositMilli);
  const from = planned || usual.depositPercentMilli === null ? 'template' : 'workspace';
  const filled: Terms = {
    template: term(template.id, 'template'),
    clientKind: kind,
    clientCountry: term(workspace.country, 'workspace'),
    clientZone: term(workspace.zone, 'workspace'),
    currency: currencyOf(found, workspace),
    taxIncluded: term(kind.value === 'private', 'workspace'),
    ...taxOf(found, workspace),
    deposit: term(share > 0 ? { kind: 'share', percentMilli: share } : { kind: 'none' }, from),
    netDays: term(usual.netDays ?? defaults.netDays, usual.netDays === null ? 'template' : 'workspace'),
    cancellation: term(defaults.cancellation, 'template'),
    governingLaw: term(lawOf(workspace.country), 'workspace'),
  };
  Object.assign(filled, usualTerms(template, found));
  if (defaults.revisions !== null) filled.revisions = term(defaults.revisions, 'template');
  const party = partyOf(found);
  const join = template.priced ? 'for' : 'with';
  if (party) filled.title = term(`${template.title} ${join} ${party}`.slice(0, 120), 'template');
  return { ...(template.priced ? filled : unpricedIn(template, filled)), ...present(found) };
}

/** A reason that was said leaves no tax; the business's own stands where nothing is said against it. */
function taxOf({ taxRateMilli, taxReason }: Terms, workspace: TermDefaults): Terms {
  if (taxReason) return { taxRateMilli: term(0, taxReason.origin, taxReason.quote) };
  const rate = taxRateMilli ?? term(workspace.taxRateMilli, 'workspace');
  if (rate.value > 0 || !workspace.taxReason) return { taxRateMilli: rate };
  return { taxRateMilli: rate, taxReason: term(workspace.taxReason, 'workspace') };
}

function unpricedIn({ defaults }: Template, filled: Terms): Terms {
  const { secretMonths } = defaults;
  return {
    ...onlyUnpriced(filled),
    unpriced: term(true, 'template'),
    ...(secretMonths !== undefined && { secretMonths: term(secretMonths, 'template') }),
  };
}

/**
 * What a template says of expenses, acceptance, rights, the portfolio, an early end and moving a booking, where it says anything.
 *
 * @param of What is known of the contract; without one, all that the template says is there.
 */
export function usualTerms({ defaults }: Pick<Template, 'defaults'>, of?: Terms): Partial<Terms> {
  const found = of ?? {};
  const { acceptanceDays, confidentialityYears, expenses, portfolio, rights, killFeeMilli, rescheduling } = defaults;
  const scaled = found.booking !== undefined || found.cancellation?.value.kind === 'tiers';
  return present({
    acceptanceDays: acceptanceDays === undefined ? undefined : term(acceptanceDays, 'template'),
    confidentialityYears: confidentialityYears === undefined ? undefined : term(confidentialityYears, 'template'),
    expenses: expenses && term(expenses, 'template'),
    portfolio: portfolio && term(portfolio, 'template'),
    rights: rights && term(rights, 'template'),
    rescheduling: rescheduling && (!of || of.booking) ? term(rescheduling, 'template') : undefined,
    // Where a scale says what cancelling costs, or nobody knows the whole price, there is no rest to take a share of.
    killFee: killFeeMilli && !scaled && !isWorked(found) ? term({ percentMilli: killFeeMilli }, 'template') : undefined,
  });
}

/** A price without a currency is in the workspace's: the figure may be from the brief, its currency is not. */
function currencyOf({ fee, rate }: Terms, workspace: TermDefaults): NonNullable<Terms['currency']> {
  const price = fee ?? rate;
  if (!price || price.value.currency === workspace.currency) return term(workspace.currency, 'workspace');
  return term(price.value.currency, price.origin, price.quote);
}

/** Terms without the keys that hold nothing, so that they don't hide a default. */
export function present(terms: Terms): Terms {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as Pick<Terms, TermName>;
}

import { assemble } from '../../src/clauses/clause.ts';
import { inChosenWords, templateOf } from '../../src/clauses/read.ts';
import { deliverablesFrom } from '../../src/contracts/deliverable.ts';
import { type Terms, term } from '../../src/contracts/terms.ts';
import { fillTerms } from '../../src/contracts/terms-defaults.ts';
import { variablesOf } from '../../src/contracts/terms-wording.ts';
import type { LintScene } from '../../src/lint/finding.ts';
import { fitting } from '../contracts/fitting.ts';

const TODAY = '2027-01-11';

/** What a case says about a contract; everything else is an ordinary one. */
export type Setting = {
  template?: string;
  kind?: 'business' | 'private';
  /** The freelancer's country and address, and the client's. */
  from?: Place;
  to?: Place;
  terms?: Partial<Terms>;
  taxId?: string | null;
  taxRateMilli?: number;
  /** What the business charges now, where a contract was made with another rate. */
  usualTaxMilli?: number;
  /** The address of the business when the text was worded, where it has another one now. */
  wordedFrom?: string | null;
  /** Clauses that a template of one's own leaves out, by the beginning of their ids. */
  without?: readonly string[];
  /** The client's entry, if there is one. */
  entry?: LintScene['client'];
};

type Place = { country: string; address: string | null };

export const BERLIN: Place = { country: 'DE', address: 'Hauptstr. 1, 10827 Berlin' };
export const HAMBURG: Place = { country: 'DE', address: 'Main Street 1, 20095 Hamburg' };
export const PARIS: Place = { country: 'FR', address: '3 rue Exemple, 75002 Paris' };
export const VIENNA: Place = { country: 'AT', address: 'Beispielgasse 1, 1010 Wien' };
export const MADRID: Place = { country: 'ES', address: 'Calle Ejemplo 5, 28013 Madrid' };
export const LONDON: Place = { country: 'GB', address: '1 Example Street, London N1 1AA' };
export const BRIGHTON: Place = { country: 'GB', address: '2 Sample Road, Brighton BN1 1AA' };
export const BROOKLYN: Place = { country: 'US', address: '10 Sample Ave, Brooklyn, NY 11201' };
export const ALBANY: Place = { country: 'US', address: '5 Sample St, Albany, NY 12207' };
export const OAKLAND: Place = { country: 'US', address: '7 Sample Blvd, Oakland, CA 94607' };
export const CHICAGO: Place = { country: 'US', address: '9 Sample Dr, Chicago, Illinois 60601' };
export const AUSTIN: Place = { country: 'US', address: '11 Sample Ln, Austin, TX 78701' };
export const BOISE: Place = { country: 'US', address: '13 Sample Ct, Boise, ID 83702' };
export const SYDNEY: Place = { country: 'AU', address: '4 Sample Parade, Sydney NSW 2000' };

const ZONE: Record<string, string> = {
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  US: 'America/New_York',
};
const CURRENCY: Record<string, string> = { DE: 'EUR', FR: 'EUR', GB: 'GBP', US: 'USD', AU: 'AUD' };

/** An ordinary contract as the form makes it: the template's defaults, and what a careful freelancer fills in. */
export function settingTerms({
  template = 'design',
  kind = 'business',
  from = BERLIN,
  to = HAMBURG,
  ...more
}: Setting) {
  const currency = CURRENCY[from.country] ?? 'EUR';
  const head = templateOf(template);
  if (!head) throw new Error(`no template ${template}`);
  const booking = {
    on: '2027-06-12',
    time: '15:00',
    minutes: 360,
    zone: ZONE[from.country] ?? 'UTC',
    place: 'Castle Park',
  };
  const said: Partial<Terms> = {
    title: term('Brand identity', 'form'),
    clientName: term('Dana Reyes', 'form'),
    ...(kind === 'business' && { clientCompany: term('Acme GmbH', 'form') }),
    clientEmail: term('dana@acme.test', 'form'),
    clientKind: term(kind, 'form'),
    clientCountry: term(to.country, 'client'),
    ...(to.address && { clientAddress: term(to.address, 'client') }),
    fee: term({ minor: 400_000n, currency }, 'form'),
    ...(head.requires.includes('booking')
      ? { booking: term(booking, 'form') }
      : {
          startOn: term('2027-02-15', 'form'),
          endOn: term('2027-03-26', 'form'),
          deliverables: term(deliverablesFrom(['Logo as SVG', 'Style guide, 12 pages']), 'form'),
        }),
  };
  const found = { ...said, ...more.terms } as Terms;
  const filled = fillTerms(head.priced ? found : fitting(said as Terms, head), head, {
    currency,
    zone: ZONE[from.country] ?? 'UTC',
    country: from.country,
    depositPercentMilli: null,
    netDays: null,
    taxRateMilli: more.taxRateMilli ?? 0,
  });
  // A case takes a term away by saying that it is undefined.
  return Object.fromEntries(
    Object.entries({ ...filled, ...more.terms }).filter(([, value]) => value !== undefined),
  ) as Terms;
}

export function settingScene(setting: Setting, terms = settingTerms(setting)): LintScene {
  const { from = BERLIN, without = [], entry, taxId = null } = setting;
  const template = templateOf(terms.template?.value ?? '');
  if (!template) throw new Error('no template');
  const address = from.address ? from.address.split(', ') : [];
  const party = { name: 'Studio North', email: 'hi@studio.test', country: from.country, taxId };
  const countries = [from.country, terms.clientCountry?.value ?? from.country];
  const chosen = inChosenWords(template, { variants: terms.variants?.value ?? {}, countries });
  const kept = chosen.clauses.filter(({ id }) => !without.some((name) => id.startsWith(name)));
  const worded = setting.wordedFrom === undefined ? address.join(', ') || null : setting.wordedFrom;
  const made = assembleKept({ ...template, clauses: kept }, terms, { ...party, address: worded });
  const { name, email, country } = party;
  const business = {
    ...{ name, email, country, address, taxId },
    currency: CURRENCY[from.country] ?? 'EUR',
    taxRateMilli: setting.usualTaxMilli ?? 0,
    timeZone: ZONE[from.country] ?? 'UTC',
  };
  return { terms, clauses: made, business, client: entry, template, today: TODAY, draft: true };
}

/** Terms that can't stand have no words; lint looks at them all the same. */
function assembleKept(
  template: Parameters<typeof assemble>[0],
  terms: Terms,
  business: Parameters<typeof variablesOf>[1],
): LintScene['clauses'] {
  try {
    return assemble(template, variablesOf(terms, business)).clauses;
  } catch (error) {
    if (
      error instanceof Error &&
      /contract\.incomplete|no clause to point at|no-fee|a placeholder has no value/.test(
        `${error} ${'code' in error ? error.code : ''}`,
      )
    )
      return [];
    throw error;
  }
}

import { type Assembly, assemble, type Template, type Variables } from '../clauses/clause.ts';
import { inChosenWords } from '../clauses/read.ts';
import type { Paper } from '../documents/paper.ts';
import { addDays, type Day, dayIn } from '../shared/dates.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import { deliverablesFrom } from './deliverable.ts';
import { type ContractPaper, contractDocument } from './document.ts';
import { clausePaper, summaryFacts } from './paper.ts';
import { type Terms, term } from './terms.ts';
import { fillTerms } from './terms-defaults.ts';
import { variablesOf } from './terms-wording.ts';
import { partyOfBusiness } from './wording.ts';

/** What a contract made of a template looks like, with the business as it is and a client and a price made up. */
export function previewPaper(template: Template, business: Business, now: Date): Paper {
  const { country } = business;
  const terms = sampleTerms(template, business, dayIn(business.timeZone, now));
  const chosen = inChosenWords(template, { variants: {}, countries: [country] });
  const { clauses } = assembled(chosen, variablesOf(terms, partyOfBusiness(business)));
  const view: ContractPaper = {
    id: 'Preview',
    version: template.version,
    status: 'preview',
    title: template.title,
    subtitle: `Preview with ${template.priced ? 'a client and a price that are made up' : 'a client who is made up'}`,
    madeAt: now,
    freelancer: { name: business.name, lines: [...business.address, business.email] },
    client: { name: 'Sample Client Ltd', lines: ['Sam Sample', 'Main Street 1, Sampletown', 'sam@sample.test'] },
    terms: summaryFacts(terms),
    clauses: clauses.map(clausePaper),
    signatures: [
      { role: 'Freelancer', name: business.name },
      { role: 'Client', name: 'Sam Sample' },
    ],
  };
  return contractDocument(view);
}

/** An old version may be of a library that has changed since. */
function assembled(template: Template, variables: Variables): Assembly {
  try {
    return assemble(template, variables);
  } catch (error) {
    if (!template.own || error instanceof Refusal) throw error;
    throw new Refusal(
      'template.words',
      'This version can’t be made into a contract any more, because the library has changed. Edit the template and save it again.',
    );
  }
}

const said = <T>(value: T) => term(value, 'form');

const sampleWork = (today: Day, currency: string): Terms => ({
  title: said('Sample work'),
  fee: said({ minor: 400_000n, currency }),
  startOn: said(addDays(today, 14)),
  endOn: said(addDays(today, 60)),
  deliverables: said(deliverablesFrom(['The first thing', 'The second thing'])),
});

function sampleTerms(template: Template, business: Business, today: Day): Terms {
  const { currency, timeZone, country } = business;
  const found: Terms = {
    template: said(template.id),
    clientCompany: said('Sample Client Ltd'),
    clientName: said('Sam Sample'),
    clientEmail: said('sam@sample.test'),
    clientAddress: said('Main Street 1, Sampletown'),
    clientKind: said('business'),
    ...(template.priced ? sampleWork(today, currency) : { purpose: said('the new online shop') }),
    ...(template.requires.includes('booking') && {
      booking: said({ on: addDays(today, 60), time: '15:00', minutes: 360, zone: timeZone, place: 'Castle Hall' }),
    }),
  };
  return fillTerms(found, template, {
    ...{ currency, zone: timeZone, country, taxRateMilli: business.taxRateMilli },
    taxReason: business.taxReason,
    depositPercentMilli: business.depositMilli,
    netDays: business.netDays,
  });
}

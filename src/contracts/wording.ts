import { type Assembly, assemble, type Template } from '../clauses/clause.ts';
import type { Choice } from '../clauses/ladder.ts';
import { inChosenWords } from '../clauses/read.ts';
import { unprintable } from '../documents/fonts.ts';
import type { Day } from '../shared/dates.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import { linkIn } from '../shared/typed.ts';
import type { Business } from '../workspaces/workspace.ts';
import { ALSO_LINES } from './also-lines.ts';
import type { TermName, Terms } from './terms.ts';
import { checkTerms } from './terms-check.ts';
import { type ContractBusiness, variablesOf } from './terms-wording.ts';

/** The action id a term has in the terms form, where it differs from the term's own name. */
const FORM_FIELDS: Partial<Record<TermName, string>> = {
  clientCompany: 'client',
  clientEmail: 'email',
  clientKind: 'kind',
  booking: 'bookingAt',
  laterBookings: 'moreDates',
  rate: 'fee',
  taxRateMilli: 'taxRate',
  clientAddress: 'address',
  clientTaxId: 'taxId',
  governingLaw: 'law',
  ...Object.fromEntries(ALSO_LINES.map((line) => [line.term, 'also'])),
};

/** The form field a term is typed into: a person is the client, or who signs for one. */
function fieldOf(name: TermName, terms: Terms): string {
  if (name === 'clientName') return terms.clientCompany ? 'contact' : 'client';
  return FORM_FIELDS[name] ?? name;
}

/**
 * The contract's words, made of terms that can stand.
 *
 * @throws FormRefusal with every term that can't, by the fields of the form, or Refusal when a chosen clause can't stand.
 */
export function wordContract(terms: Terms, business: Business, today: Day, template: Template | undefined): Assembly {
  if (!template || template.id !== terms.template?.value)
    throw new Refusal('terms.no-template', 'Choose the kind of work.', 'template');
  const problems = checkTerms(terms, today, template.requires);
  if (problems.length > 0)
    throw new FormRefusal(
      Object.fromEntries(problems.map(({ field, sentence }) => [fieldOf(field, terms), sentence]).reverse()),
    );
  checkLetters(terms);
  const chosen = inChosenWords(template, choiceOf(terms, business));
  const variables = variablesOf(terms, partyOfBusiness(business));
  try {
    return assemble(chosen, variables);
  } catch (error) {
    // The library's clauses are tested with whatever a form can say; a workspace's own are tried when they are saved.
    if (!template.own || error instanceof Refusal) throw error;
    throw new Refusal(
      'template.words',
      `A clause of “${template.title}” can’t be filled with these terms. Choose another kind of work, or have an owner look at it on the desk.`,
      'template',
    );
  }
}

/** Which wordings the terms choose, and where the two sides are. */
export function choiceOf(terms: Terms, { country }: Pick<Business, 'country'>): Choice {
  const countries = [...new Set([country, terms.clientCountry?.value ?? country])];
  return { variants: terms.variants?.value ?? {}, countries };
}

/** What a contract says of the business. */
export function partyOfBusiness({ name, address, email, country, taxId }: Business): ContractBusiness {
  return { name, address: [...address].join(', ') || null, email, country, taxId };
}

/** What the documents' font can't draw would be missing on paper, so it is refused where it was typed. */
function checkLetters(terms: Terms): void {
  const wrong: Record<string, string> = {};
  for (const [name, term] of Object.entries(terms)) {
    const sentence = unprintable(wordsIn(term?.value).join('\n')) ?? linkInName(name, term?.value);
    if (!sentence) continue;
    wrong[fieldOf(name as TermName, terms)] = sentence;
  }
  if (Object.keys(wrong).length > 0) throw new FormRefusal(wrong);
}

function linkInName(name: string, value: unknown): string | undefined {
  if (name !== 'title' && name !== 'clientName' && name !== 'clientCompany') return undefined;
  return linkIn(String(value));
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

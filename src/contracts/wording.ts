import { type Assembly, assemble } from '../clauses/clause.ts';
import { templateOf } from '../clauses/read.ts';
import { unsupported } from '../documents/fonts.ts';
import type { Day } from '../shared/dates.ts';
import { FormRefusal, Refusal } from '../shared/refusal.ts';
import type { Business } from '../workspaces/workspace.ts';
import { FORM_FIELDS, type TermName, type Terms } from './terms.ts';
import { checkTerms } from './terms-check.ts';
import { variablesOf } from './terms-wording.ts';

/** The form field a term is typed into. */
function fieldOf(name: TermName): string {
  return FORM_FIELDS[name] ?? name;
}

/**
 * The contract's words, made of terms that can stand.
 *
 * @throws FormRefusal with every term that can't, by the fields of the form.
 */
export function wordContract(terms: Terms, business: Business, today: Day): Assembly {
  const template = templateOf(terms.template?.value ?? '');
  if (!template) throw new Refusal('terms.no-template', 'Choose the kind of work.', 'template');
  const problems = checkTerms(terms, today).filter(({ grade }) => grade === 'blocks');
  if (problems.length > 0)
    throw new FormRefusal(
      Object.fromEntries(problems.map(({ field, sentence }) => [fieldOf(field), sentence]).reverse()),
    );
  checkLetters(terms);
  return assemble(
    template,
    variablesOf(terms, {
      name: business.name,
      address: [...business.address].join(', ') || null,
      email: business.email,
      country: business.country,
      taxId: business.taxId,
    }),
  );
}

/** What the documents' font can't draw would be missing on paper, so it is refused where it was typed. */
function checkLetters(terms: Terms): void {
  const wrong: Record<string, string> = {};
  for (const [name, term] of Object.entries(terms)) {
    const missing = unsupported(wordsIn(term?.value).join('\n'));
    if (missing.length > 0)
      wrong[fieldOf(name as TermName)] =
        `The PDF can’t print ${missing.slice(0, 5).join(' ')}. Write it in Latin, Greek or Cyrillic letters.`;
  }
  if (Object.keys(wrong).length > 0) throw new FormRefusal(wrong);
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

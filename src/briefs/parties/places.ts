import { type Terms, term } from '../../contracts/terms.ts';
import type { Note } from '../passages/text.ts';
import { formIn } from './legal-forms.ts';
import { COUNTRIES } from './names.ts';

export type Party = Pick<
  Terms,
  'clientName' | 'clientCompany' | 'clientEmail' | 'clientKind' | 'clientCountry' | 'clientArea' | 'governingLaw'
>;

const PRIVATE =
  /\b(?:private (?:client|person|individual|customer)|as a private|privately|for a couple|the couple|bride|groom|(?:family|newborn|maternity) (?:portraits?|photos?|shoot)|consumer)\b|(?<=[,(] ?)private(?=[,).]|$)|(?<=(?:\(|, |– ) ?)(?:(?:als|rein|ganz) )?(?:privat(?:person|kund(?:e|in)|auftrag)?|particuli(?:er|ère)s?|particular(?:es)?)(?=[,).;]|$)|\b(?:als Privat(?:person|kund(?:e|in))|en tant que particuli(?:er|ère)|a título (?:privado|personal|particular)|como particular)\b|à titre (?:privé|personnel)/i;
const BUSINESS = /\b(?:business client|b2b|corporate client|as a business)\b/i;

export function kindOf(text: string, found: Party, notes: Note[]): Pick<Party, 'clientKind'> {
  const person = PRIVATE.exec(text)?.[0];
  const form = formIn(found.clientCompany?.value ?? '') ?? BUSINESS.exec(text)?.[0];
  const couple = /\bcouple\b/i.exec(text)?.[0];
  if (person && form) {
    notes.push({ code: 'brief.kind', field: 'clientKind', sentence: `“${person}” and “${form}” do not go together.` });
    return {};
  }
  if (form) return { clientKind: term('business', 'brief', form) };
  if (person ?? couple) return { clientKind: term('private', 'brief', person ?? couple) };
  const wedding = /\bwedding\b/i.exec(text)?.[0];
  if (wedding && !found.clientCompany)
    notes.push({
      code: 'brief.kind',
      field: 'clientKind',
      sentence: 'A wedding: is the client a private person or a business?',
      quote: wedding,
    });
  return {};
}

const WHO = '(?:client|customer|company|startup|start-up|firm|agency|couple|brand|business|publisher|gmbh|ltd|inc)';

const CLIENTS = COUNTRIES.map(({ code, name, adjective }) => ({
  code,
  pattern: new RegExp(
    `\\b${WHO},? (?:is )?(?:in|from|based in) (?:the )?(?:\\p{Lu}[\\p{L}]+, )?${name}\\b|\\bbased in (?:the )?(?:\\p{Lu}[\\p{L}]+, )?${name}\\b|\\b${adjective} ${WHO}\\b`,
    'iu',
  ),
}));
const NAMED = new RegExp(COUNTRIES.flatMap(({ name, adjective }) => [name, adjective]).join('|'), 'i');

export function placesOf(text: string): Pick<Party, 'clientCountry'> {
  if (!NAMED.test(text)) return {};
  for (const { code, pattern } of CLIENTS) {
    const client = pattern.exec(text)?.[0];
    if (client) return { clientCountry: term(code, 'brief', client) };
  }
  return {};
}

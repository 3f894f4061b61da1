import { lettered } from '../passages/letters.ts';
import type { Candidate } from './weigh.ts';

const ARTICLE = "(?: (?:the|die|der|das|den|dem|la|le|el|l['’]))?";
const FOR = lettered(`(?<![\\p{L}])(?:for|für|pour|para)${ARTICLE} ?$`, 'iu');
/** Who is named outright as the other side of the contract. */
const DECLARED = lettered(
  `(?<![\\p{L}])(?:(?:client|customer|kunde|kundin|auftraggeber(?:in)?|cliente|client[ea]|contracting party|other party|vertragspartner(?:in)?|vertragspartei|cocontractant|parte contratante)(?: name)?(?: is| ist| est| es| will be| ?:)(?: now| jetzt)?|(?:contract|agreement|vertrag|contrat|contrato) (?:is )?(?:with|mit|avec|con))${ARTICLE} ?$`,
  'iu',
);
/** Where a bill goes says who pays it, not who ordered. */
const BILLED = lettered(
  `(?<![\\p{L}])(?:invoic\\p{L}*|bill\\p{L}*|rechnung(?:en)?|factur\\p{L}*)(?: \\p{L}+){0,3} (?:to|an|à|au nom de|a(?: nombre de)?|in the name of|auf)${ARTICLE} ?:? ?$`,
  'iu',
);

const leads = (said: string, one: Candidate, pattern: RegExp) =>
  one.mentions.some(({ start }) => pattern.test(said.slice(Math.max(0, start - 60), start)));
/** Nothing else is said of somebody than where the bill goes. */
const onlyBilled = (said: string, one: Candidate) =>
  one.mentions.every(({ start }) => BILLED.test(said.slice(Math.max(0, start - 60), start)));
const isOne = (a: string, b: string) => a.includes(b) || b.includes(a);

/** Where the work is for one person and only the bill goes to a firm: both, for either may be the client. */
export function billedBeside(
  said: string,
  { person, company }: { person: Candidate | undefined; company: Candidate | undefined },
): readonly Candidate[] {
  if (!person || !company || !onlyBilled(said, company)) return [];
  return leads(said, person, FOR) || leads(said, person, DECLARED) ? [person, company] : [];
}

/**
 * Where the work is for one firm and another is named as the client: both, for nobody can tell. Where the other one only gets the
 * invoice, it is no client.
 */
export function secondClient(
  said: string,
  company: Candidate | undefined,
  candidates: readonly Candidate[],
): { company: Candidate | undefined; rivals: readonly Candidate[] } {
  const firms = candidates.filter((one) => one.kind === 'company' && one.mentions.some(({ formed }) => formed));
  if (!company) return { company, rivals: [] };
  const other = firms.find(
    (one) => one !== company && !isOne(one.name, company.name) && (leads(said, one, FOR) || leads(said, one, DECLARED)),
  );
  if (!other) return { company, rivals: [] };
  const declared = leads(said, company, DECLARED) || leads(said, other, DECLARED);
  if (declared && (leads(said, company, FOR) || leads(said, company, DECLARED)))
    return { company, rivals: [other, company] };
  return { company: leads(said, company, BILLED) ? other : company, rivals: [] };
}

import type { ParsedBrief } from '../briefs/brief.ts';
import type { Note } from '../briefs/passages/text.ts';
import type { TermName, Terms } from './terms.ts';

/** Who the client is is one question, whether a person or a company. */
const asked = (name: TermName): TermName => (name === 'clientCompany' ? 'clientName' : name);

/** Whether the rules left a term to the model: they neither read it nor found it unclear. */
export const isOpen = ({ found, notes }: ParsedBrief, name: TermName): boolean =>
  !found[name] && !notes.some(({ field, code }) => field === asked(name) && code !== 'brief.open-date');

/** What a model reported, by term; null where it says nothing. */
type Reported = { readonly [K in keyof typeof DROPPED]?: object | null };

/** What a default would answer for, when the model's own answer does not count. */
const DROPPED = {
  fee: 'a price',
  deposit: 'a deposit',
  startOn: 'a start',
  endOn: 'an end',
  revisions: 'rounds of revisions',
  netDays: 'days to pay',
} as const satisfies Partial<Record<TermName, string>>;

/**
 * A question for each value of the model that does not count: its words are not in the brief, or they don't say it. The value itself
 * is not shown: it may be anybody's words.
 */
export function droppedFrom(said: Reported, parsed: ParsedBrief, added: Terms): Note[] {
  return (Object.keys(DROPPED) as (keyof typeof DROPPED)[]).flatMap((field): Note[] => {
    if (!said[field] || added[field] || !isOpen(parsed, field)) return [];
    const sentence = `The model read ${DROPPED[field]}, and no words of the brief say so plainly. Look whether something was agreed.`;
    return [{ code: 'brief.model-unquoted', field, sentence }];
  });
}

import { z } from 'zod';
import { WHY_NOT } from '../assistant/call.ts';
import type { ParsedBrief } from '../briefs/brief.ts';
import { isQuoted } from '../briefs/passages/quote.ts';
import type { BriefContext, Note } from '../briefs/passages/text.ts';
import { instruction } from '../clauses/read.ts';
import type { Answer, Ask, Failure } from '../platform/model.ts';
import { typedLines } from '../shared/typed.ts';
import { deliverableLines } from './deliverable.ts';
import { ClauseChoice, choiceLines, variantsFrom } from './slot-variants.ts';
import { type Unfit, unfitFor } from './slot-words.ts';
import { type Terms, term } from './terms.ts';

const Maybe = z.string().nullable();

/** What the model is asked for (schema `contract_slots`): words for three places, wordings of the library, and nothing else. */
export const ContractSlots = z.strictObject({
  scopeNotes: Maybe,
  acceptanceNotes: Maybe,
  specialTerms: Maybe,
  wordings: z.array(ClauseChoice),
});
export type ContractSlots = z.infer<typeof ContractSlots>;

/** Longest text a model may put into each slot, in characters; a person may write more. */
/** The note that says why a model wrote nothing of the work. */
export const NO_SLOTS = 'brief.no-slots';

const SLOT_MAX = { scopeNotes: 700, acceptanceNotes: 300, specialTerms: 300 } as const;
type Slot = keyof typeof SLOT_MAX;
const LABELS: Record<Slot, string> = {
  scopeNotes: 'The work in detail',
  acceptanceNotes: 'What the work is checked against',
  specialTerms: 'Special terms',
};

const UNFIT: Record<Unfit, string> = {
  long: 'they are too long',
  letters: 'they hold links, signs or letters that do not belong there',
  terms: 'they speak of money, days, rights or law, which only the terms and the library do',
  figures: 'they name a number the brief does not',
  names: 'they name somebody or something the brief does not',
  elsewhere: 'a sentence is about nothing in the brief',
};

/** The one question: the brief and the library's own wordings, and nothing of the workspace or its clients. */
export function askForSlots(text: string, timeoutMs: number): Ask<ContractSlots> {
  const { text: instructions, version } = instruction('contract_slots');
  const most = { maxTokens: 800, timeoutMs: Math.max(1, Math.round(timeoutMs)) };
  const told = `${instructions}\n\nWordings:\n${choiceLines()}`;
  return { name: 'contract_slots', schema: ContractSlots, instructions: told, version, input: text, ...most };
}

export type Slots = { readonly found: Terms; readonly notes: Note[] };

/**
 * The model's words for the slots that nobody filled. Words that do more than describe the work are left out with a note that
 * says why; what is left is marked as a model's, stands as custom wording and is sent only with the freelancer's tick.
 */
export function slotsFrom(
  text: string,
  answer: Answer<ContractSlots>,
  parsed: ParsedBrief,
  context: BriefContext,
): Slots {
  if (!answer.ok) return { found: {}, notes: [unwritten(answer.failure)] };
  const { variants, notes } = variantsFrom(text, answer.value.wordings);
  const found: Terms = variants ? { variants } : {};
  for (const slot of Object.keys(SLOT_MAX) as Slot[]) {
    const words = typedLines(answer.value[slot] ?? '').normalize('NFKC');
    if (!words || parsed.found[slot] || saysNoMore(words, parsed.found)) continue;
    const unfit = unfitFor(words, SLOT_MAX[slot], text, context);
    if (unfit) notes.push(leftOut(slot, UNFIT[unfit]));
    // Special terms are what these two agreed beyond the rest, so they are the brief's own words or none.
    else if (slot !== 'specialTerms') found[slot] = term(words, 'model');
    else if (isQuoted(text, words)) found.specialTerms = term(words, 'brief', words);
    else notes.push(leftOut(slot, 'they are not the brief’s own'));
  }
  return { found, notes };
}

/** Whether all that is said stands in the title or the list of deliverables already. */
function saysNoMore(words: string, { title, deliverables }: Terms): boolean {
  const known = [title?.value ?? '', ...deliverableLines({ deliverables })].join('\n').toLowerCase();
  return [...words.toLowerCase().matchAll(/\p{L}{4,}/gu)].every(([word]) => known.includes(word));
}

function unwritten(failure: Failure): Note {
  const sentence = `${WHY_NOT[failure]}, so the library’s words alone describe the work.`;
  return { code: NO_SLOTS, sentence };
}

function leftOut(slot: Slot, why: string): Note {
  return { code: 'brief.slot-left-out', sentence: `The model’s words for “${LABELS[slot]}” were left out: ${why}.` };
}

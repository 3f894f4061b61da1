/** The reading with the help of the model that the environment names, as the app reads it. */
import { type AskModel, readBrief } from '../src/contracts/read-brief.ts';
import { type Answer, connectModel, type Failure, type Model } from '../src/platform/model.ts';
import { Refusal } from '../src/shared/refusal.ts';
import { type BriefIn, contextOf, outOf, type TermsOut } from './exchange.ts';

export type ReadWith = {
  readonly out: TermsOut;
  /** Why the model did not take part, so that the rules alone read it. */
  readonly failure: Failure | undefined;
};

/** Calls at once: a vendor's limits are tight, and a server of one's own has one graphics card. */
const AT_ONCE = 4;

/** Reads briefs with a model, in their order. What it says counts as in the app: words that stand in the brief, read again by rule. */
export async function readAllWith(
  config: Parameters<typeof connectModel>[0],
  briefs: readonly BriefIn[],
): Promise<ReadWith[]> {
  const model = connectModel(config);
  const read: ReadWith[] = [];
  const left = briefs.map((brief, at) => ({ brief, at }));
  const reader = async () => {
    for (let next = left.shift(); next; next = left.shift()) read[next.at] = await readWith(model, next.brief);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return read;
}

async function readWith(model: Model, brief: BriefIn): Promise<ReadWith> {
  let failure: Failure | undefined;
  const ask: AskModel = async (question) => {
    // The passages for the slots are in no field that is scored, so nobody is asked to write them.
    if (question.name !== 'contract_terms') return unasked(model.name);
    const answer = await model.ask(question);
    if (!answer.ok) failure = answer.failure;
    return answer;
  };
  try {
    return { out: outOf(brief, await readBrief(ask, brief.brief, contextOf(brief))), failure };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { out: outOf(brief, undefined), failure: 'too-much' };
  }
}

const unasked = (model: string): Answer<never> => ({
  ...{ ok: false, failure: 'stopped', model, ms: 0, usage: 'none', text: '' },
});

import type { Answer, Ask, Failure, Model } from '../platform/model.ts';
import { type Core, transact } from '../platform/work.ts';
import { newId } from '../shared/ids.ts';
import { notFound } from '../shared/refusal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { type Asker, chargeOf, costOf, MOST_TOLD, usedOn } from './call.ts';
import { askedBy, keepsWords } from './read.ts';
import { insertCall, keepWords, markStopping, type NewCall, reserveTokens, settleCall } from './store.ts';

/**
 * The one way to a model. Before the call its worst case is taken off the workspace's day, so that no number of calls at
 * once can overshoot it; after the call the day is charged what was used. A day that has no room for the worst case answers
 * `spent` without asking. Every call is recorded. The model's side of it never throws: whatever goes wrong is a failure, and
 * the caller goes on without the model. Ask outside of a transaction: a call takes seconds.
 */
export async function askModel<T>(core: Core, model: Model, asker: Asker, ask: Ask<T>): Promise<Answer<T>> {
  const unasked = (failure: Failure): Answer<T> => ({
    ok: false,
    failure,
    model: model.name,
    ms: 0,
    usage: 'none',
    text: '',
  });
  if (Buffer.byteLength(ask.instructions) + Buffer.byteLength(ask.input) > MOST_TOLD) return unasked('too-much');
  const call = await reserve(core, model, asker, ask);
  if (call.outcome === 'spent') return unasked('spent');
  const answer = await model.ask(ask);
  // The answer is worth having even if its use can't be written down: the call then counts as lost, at its worst case.
  const settled = await settle(core, model, call, ask, answer).catch((err: unknown) => {
    core.log.error({ err, call: call.id }, 'what a model call used could not be recorded');
  });
  const { model: name, ms, usage, text } = answer;
  return settled === 'stopped' ? { ok: false, failure: 'stopped', model: name, ms, usage, text } : answer;
}

async function reserve(core: Core, model: Model, asker: Asker, ask: Ask<unknown>): Promise<NewCall> {
  const { workspaceId, memberId, projectId, callId } = asker;
  const most = model.most(ask);
  return transact(core, workspaceId, async (work) => {
    const day = usedOn(work.now);
    const room = await reserveTokens(work, { day, tokens: most, limit: model.dailyTokens });
    const call: NewCall = {
      id: callId ?? newId('call', work.now),
      workspaceId,
      memberId: memberId ?? null,
      projectId: projectId ?? null,
      day,
      ask: ask.name,
      promptVersion: ask.version,
      model: model.name,
      outcome: room ? 'asked' : 'spent',
      tokens: room ? most : 0,
    };
    await insertCall(work, call);
    return call;
  });
}

async function settle<T>(
  core: Core,
  model: Model,
  call: NewCall,
  ask: Ask<T>,
  answer: Answer<T>,
): Promise<'settled' | 'stopped'> {
  const { usage } = answer;
  return transact(core, call.workspaceId, async (work) => {
    const settled = await settleCall(work, call, {
      outcome: answer.ok ? 'answered' : answer.failure,
      tokens: chargeOf(usage, call.tokens),
      usage: typeof usage === 'string' ? undefined : usage,
      costMicros: costOf(usage, model.prices),
      ms: answer.ms,
    });
    if (await keepsWords(work.tx, call.workspaceId))
      await keepWords(work, call.id, { told: `${ask.instructions}\n\n${ask.input}`, said: answer.text });
    return settled;
  });
}

/**
 * A member goes on without the model they asked. Says whether they were first: a call that has ended, or was called off
 * before, answers no. The process that asks hangs up when it looks, and whatever still comes of the call is dropped.
 *
 * @throws Refusal for a call that somebody else waits for.
 */
export function stopCall(core: Core, { workspace, member }: Visit, callId: string): Promise<boolean> {
  return transact(core, workspace.id, async (work) => {
    const asker = await askedBy(work.tx, workspace.id, callId);
    if (asker !== undefined && asker !== member.id) throw notFound('question');
    return markStopping(work, callId);
  });
}

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { askModel } from '../assistant/ask.ts';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import { notFound } from '../shared/refusal.ts';
import { reasonOf } from '../slack/failure.ts';
import { metadataOf } from '../slack/form.ts';
import { type Action, type Closed, onAction, onClosed, type Who } from '../slack/listen.ts';
import { openModal, type Shown, updateModal } from '../slack/modal.ts';
import { requireBusiness } from '../workspaces/visit.ts';
import type { Visit } from '../workspaces/workspace.ts';
import { type Brief, briefById, isRead } from './draft-read.ts';
import { briefView } from './form-slack.ts';
import { progressIn } from './progress-slack.ts';
import { readBrief } from './read-brief.ts';
import { READING, readingView, SKIP_MODEL } from './reading-cards.ts';
import { type BriefVisit, contextOf, keepReading, stopReading } from './take-brief.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };
type Asked = { client: WebClient; body: { trigger_id: string } };

/**
 * A brief read by a model while a window shows how far it is. Whoever is first settles the brief's reading in the database:
 * the model with its answer or failure, or the person who goes on without it or closes the window. Each shows the form only
 * if it was first, so what a person types into a form is never replaced by a later one. The button may be answered by
 * another process than the one that asks the model; that one sees it at its next tick and hangs up.
 */
export function listenToReading(
  app: App,
  parts: Parts,
): (visit: BriefVisit, brief: Brief, asked: Asked) => Promise<void> {
  /** The calls of this process, by brief. */
  const underWay = new Map<string, AbortController>();
  const stop = async (visit: Visit, briefId: string) => {
    const first = await stopReading(parts.core, visit, briefId);
    if (first) underWay.get(briefId)?.abort();
    return first;
  };
  onAction(app, SKIP_MODEL, async ({ who, value, body, client, ack }: Action) => {
    const visit = await parts.visit(who);
    const business = requireBusiness(visit);
    const first = await stop(visit, value);
    const brief = await briefById(parts.core.db, visit.workspace.id, value);
    if (brief.memberId !== visit.member.id) throw notFound('brief');
    await ack();
    const { id = '', hash } = body.view ?? {};
    // Pressed twice, or after the model had answered: the form may be there already, and is not put there again.
    await show(client, first ? { id } : { id, hash }, await briefView(parts.core, brief, business));
  });
  onClosed(app, READING, async ({ who, view }: Closed) => {
    const { brief } = metadataOf(view, z.object({ brief: z.string() }));
    await stop(await parts.visit(who), brief);
  });
  return async (visit, brief, asked) => {
    const { core, model } = parts;
    if (!model) throw new Error('there is no model to read with');
    const shown = await openModal(asked.client, asked.body, readingView(brief.id, ''));
    const hangUp = new AbortController();
    underWay.set(brief.id, hangUp);
    const window = progressIn({
      ...{ log: core.log, client: asked.client, shown, hangUp },
      view: (said) => readingView(brief.id, said),
      stopped: () => isRead(core.db, visit.workspace.id, brief.id),
    });
    const asker = { workspaceId: visit.workspace.id, memberId: visit.member.id };
    const ask: Parameters<typeof readBrief>[0] = (question) =>
      askModel(core, model, asker, { ...question, signal: hangUp.signal, onProgress: window.hear });
    try {
      const read = await readBrief(ask, brief.body, contextOf(core, visit));
      const last = await window.end();
      const kept = await keepReading(core, visit, brief.id, read);
      if (kept) await show(asked.client, last, await briefView(core, kept, visit.business));
    } finally {
      underWay.delete(brief.id);
      await window.end();
    }
  };
}

/** Closed meanwhile, or the form is there already: nobody waits for this one. */
async function show(client: WebClient, shown: Shown, view: ModalView): Promise<void> {
  await updateModal(client, shown, view).catch((error: unknown) => {
    if (!['not_found', 'hash_conflict'].includes(reasonOf(error) ?? '')) throw error;
  });
}

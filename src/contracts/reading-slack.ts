import { setTimeout as sleep } from 'node:timers/promises';
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
import { readBrief } from './read-brief.ts';
import { READING, readingView, SKIP_MODEL } from './reading-cards.ts';
import { type BriefVisit, contextOf, keepReading, stopReading } from './take-brief.ts';

type Parts = { core: Core; model: Model | undefined; visit: (who: Who) => Promise<Visit> };
type Asked = { client: WebClient; body: { trigger_id: string } };

/** Slack is told how far the model is this often, in milliseconds; and this often it is seen whether anybody waits. */
const TICK_MS = 1_500;

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
    const window = progress(core, { workspaceId: visit.workspace.id, brief, shown, client: asked.client, hangUp });
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

type Watched = {
  workspaceId: string;
  brief: Brief;
  shown: Shown;
  client: WebClient;
  hangUp: AbortController;
};

/** Keeps the window up to date until it is ended, which answers what the window showed last. */
function progress(core: Core, { workspaceId, brief, client, hangUp, ...at }: Watched) {
  const over = new AbortController();
  let said = '';
  let { shown } = at;
  const tick = async () => {
    if (await isRead(core.db, workspaceId, brief.id)) return hangUp.abort();
    const view = readingView(brief.id, said);
    if (JSON.stringify(view.blocks) === before) return;
    before = JSON.stringify(view.blocks);
    // A view that shows something else by now, or was closed, refuses by its hash.
    shown = await updateModal(client, shown, view);
  };
  let before = JSON.stringify(readingView(brief.id, '').blocks);
  const watch = (async () => {
    while (!over.signal.aborted && !hangUp.signal.aborted) {
      await sleep(TICK_MS, undefined, { signal: over.signal }).catch(() => {});
      if (!over.signal.aborted) await tick();
    }
  })().catch((error: unknown) => {
    // Whether Slack took it is not known when it did not answer, so neither is what the window shows.
    if (!reasonOf(error)) shown = { id: shown.id };
    if (reasonOf(error) === 'not_found') hangUp.abort();
    core.log.info({ err: error, brief: brief.id }, 'progress is not shown any more');
  });
  return {
    hear: (text: string) => {
      said = text;
    },
    end: async (): Promise<Shown> => {
      over.abort();
      await watch;
      return shown;
    },
  };
}

/** Closed meanwhile, or the form is there already: nobody waits for this one. */
async function show(client: WebClient, shown: Shown, view: ModalView): Promise<void> {
  await updateModal(client, shown, view).catch((error: unknown) => {
    if (!['not_found', 'hash_conflict'].includes(reasonOf(error) ?? '')) throw error;
  });
}

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { stopCall } from '../assistant/ask.ts';
import type { Asker } from '../assistant/call.ts';
import { isStopping } from '../assistant/read.ts';
import type { Core } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { reasonOf } from '../slack/failure.ts';
import { type Action, type Closed, onAction, onClosed, type Who } from '../slack/listen.ts';
import { type Shown, updateModal } from '../slack/modal.ts';
import type { Visit } from '../workspaces/workspace.ts';
import type { Hearing } from './explain-ask.ts';
import { progressIn } from './progress-slack.ts';

/** A window that waits for a model: its callback_id, the action_id of its button, and what it says meanwhile. */
export type Waiting = {
  readonly id: string;
  readonly skip: string;
  readonly title: string;
  readonly words: string;
  /** What the model has by now, before it says anything. */
  readonly sent: string;
  /** What the model has said so far comes to, in our words alone; undefined while that is nothing yet. */
  readonly sofar: (said: string) => string | undefined;
};

/** One waiting window: the call it waits for, and how it looks once the model has said so much. */
export type Waited = { readonly call: Id<'call'>; readonly view: (said: string) => ModalView };

/** `metadata` is what the answer without the model is made of: the button may be answered by another process. */
export function waitedFor({ clock }: Pick<Core, 'clock'>, waiting: Waiting, metadata: object): Waited {
  const call = newId('call', clock.now());
  const { id, skip, title, words, sent, sofar } = waiting;
  const view = (said: string) =>
    modal(
      title,
      [
        section(words),
        context(sofar(said) ?? (said ? 'The model is answering.' : sent)),
        actions([button('Go on without it', skip, call)]),
        context('It takes a few seconds at most. You can leave the window open.'),
      ],
      { callbackId: id, notifyOnClose: true, metadata },
    );
  return { call, view };
}

export type Wait = (
  at: { client: WebClient; shown: Shown; asker: Asker; waited: Waited },
  work: (hearing: Hearing) => Promise<ModalView>,
) => Promise<void>;

/**
 * Shows how far a model is and what comes of it, unless the person went on without it. The call's own row settles who was
 * first: the answer, or the press, which any process may hear; the one that asks sees the press at its next look and hangs
 * up. Whoever is first replaces the window; whoever is not does so only where it still shows what they saw, so what a
 * person does in the answer is never replaced.
 */
export function listenToWaiting(
  app: App,
  { core, visit }: { core: Core; visit: (who: Who) => Promise<Visit> },
  { id, skip }: Waiting,
  without: (args: Action, view: { private_metadata: string }) => Promise<ModalView>,
): Wait {
  /** The calls of this process, by window. */
  const underWay = new Map<string, AbortController>();
  onAction(app, skip, async (args) => {
    const { view } = args.body;
    if (!view) return;
    const first = await stopCall(core, await visit(args.who), args.value);
    underWay.get(view.id)?.abort();
    const next = await without(args, view);
    await args.ack();
    await replace(args.client, first ? { id: view.id } : view, next);
  });
  onClosed(app, id, async ({ view }: Closed) => underWay.get(view.id)?.abort());
  return async ({ client, shown, asker, waited }, work) => {
    const { call, view } = waited;
    const hangUp = new AbortController();
    underWay.set(shown.id, hangUp);
    const stopped = () => isStopping(core.db, asker.workspaceId, call);
    const progress = progressIn({ log: core.log, client, shown, view, stopped, hangUp });
    try {
      const next = await work({ callId: call, signal: hangUp.signal, onProgress: progress.hear });
      const last = await progress.end();
      // Who went on without it is shown the answer by whoever heard the press.
      if (!hangUp.signal.aborted) await replace(client, last, next);
    } finally {
      underWay.delete(shown.id);
      await progress.end();
    }
  };
}

/** The waiting window in the place of a form that was submitted: its hash is known only to who puts it there once more. */
export async function waitInstead(client: WebClient, { id }: Shown, view: ModalView): Promise<Shown> {
  return updateModal(client, id, view).catch((error: unknown) => {
    if (reasonOf(error) !== 'not_found') throw error;
    return { id };
  });
}

/** Closed meanwhile, or something else is there already: nobody waits for this one. */
async function replace(client: WebClient, { id, hash }: Shown, view: ModalView): Promise<void> {
  await updateModal(client, { id, hash }, view).catch((error: unknown) => {
    if (!['not_found', 'hash_conflict'].includes(reasonOf(error) ?? '')) throw error;
  });
}

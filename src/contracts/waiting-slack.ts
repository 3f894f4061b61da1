import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { reasonOf } from '../slack/failure.ts';
import { type Action, type Closed, onAction, onClosed } from '../slack/listen.ts';
import { type Shown, updateModal } from '../slack/modal.ts';

/** A window that waits for a model: its callback_id, the action_id of its button, and what it says meanwhile. */
export type Waiting = { readonly id: string; readonly skip: string; readonly title: string; readonly words: string };

/** `metadata` is what the answer without the model is made of: the button may be answered by another process. */
export function waitingView({ id, skip, title, words }: Waiting, metadata: object): ModalView {
  return modal(
    title,
    [
      section(words),
      actions([button('Go on without it', skip, 'skip')]),
      context('A model looks at it, for a few seconds at most. You can leave the window open.'),
    ],
    { callbackId: id, notifyOnClose: true, metadata },
  );
}

export type Wait = (
  client: WebClient,
  shown: Shown,
  work: (signal: AbortSignal) => Promise<ModalView>,
) => Promise<void>;

/**
 * Shows what comes of the work with a model, unless the person went on without it. Whoever replaces the waiting window first
 * is seen and the other is dropped, by the window's own hash: so what a person does in the answer is never replaced. The
 * process that asks the model hangs up when it hears the press; another one lets the call run out.
 */
export function listenToWaiting(
  app: App,
  { id, skip }: Waiting,
  without: (args: Action, view: { private_metadata: string }) => Promise<ModalView>,
): Wait {
  /** The calls of this process, by window. */
  const underWay = new Map<string, AbortController>();
  onAction(app, skip, async (args) => {
    const { view } = args.body;
    if (!view) return;
    underWay.get(view.id)?.abort();
    const next = await without(args, view);
    await args.ack();
    await replace(args.client, view, next);
  });
  onClosed(app, id, async ({ view }: Closed) => underWay.get(view.id)?.abort());
  return async (client, shown, work) => {
    const hangUp = new AbortController();
    underWay.set(shown.id, hangUp);
    try {
      await replace(client, shown, await work(hangUp.signal));
    } finally {
      underWay.delete(shown.id);
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

import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../platform/log.ts';
import { reasonOf } from '../slack/failure.ts';
import { type Shown, updateModal } from '../slack/modal.ts';

/** Slack is told how far a model is this often, in milliseconds; and this often it is seen whether anybody waits. */
const TICK_MS = 1_500;

type Watched = {
  readonly log: Log;
  readonly client: WebClient;
  /** The window as it was put there, which shows `view('')`. */
  readonly shown: Shown;
  /** The window once the model has said so much. */
  readonly view: (said: string) => ModalView;
  /** Whether the person went on without the model, in whichever process. */
  readonly stopped: () => Promise<boolean>;
  readonly hangUp: AbortController;
};

export type Progress = {
  readonly hear: (text: string) => void;
  /** Ends it, and answers what the window showed last. */
  readonly end: () => Promise<Shown>;
};

/** Keeps a window up to date while a model works, until it is ended. */
export function progressIn({ log, client, view, stopped, hangUp, ...at }: Watched): Progress {
  const over = new AbortController();
  let said = '';
  let { shown } = at;
  let before = JSON.stringify(view('').blocks);
  const tick = async () => {
    if (await stopped()) return hangUp.abort();
    const next = view(said);
    if (JSON.stringify(next.blocks) === before) return;
    before = JSON.stringify(next.blocks);
    // A view that shows something else by now, or was closed, refuses by its hash.
    shown = await updateModal(client, shown, next);
  };
  const watch = (async () => {
    while (!over.signal.aborted && !hangUp.signal.aborted) {
      await sleep(TICK_MS, undefined, { signal: over.signal }).catch(() => {});
      if (!over.signal.aborted && !hangUp.signal.aborted) await tick();
    }
  })().catch((error: unknown) => {
    // Whether Slack took it is not known when it did not answer, so neither is what the window shows.
    if (!reasonOf(error)) shown = { id: shown.id };
    if (reasonOf(error) === 'not_found') hangUp.abort();
    log.info({ err: error, view: shown.id }, 'progress is not shown any more');
  });
  return {
    hear: (text) => {
      said = text;
    },
    end: async () => {
      over.abort();
      await watch;
      return shown;
    },
  };
}

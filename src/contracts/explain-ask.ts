import { askModel } from '../assistant/ask.ts';
import type { Asker } from '../assistant/call.ts';
import type { Ask, Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import type { AskModel } from './explain-model.ts';

/** How a window hears of the call it waits for, and ends it. */
export type Hearing = Pick<Ask<unknown>, 'signal' | 'onProgress'> & Pick<Asker, 'callId'>;

/** A model for whoever asks, within their workspace's day; undefined where none is set up. */
export function helpOf(
  core: Core,
  model: Model | undefined,
  asker: Asker,
  { callId, ...heard }: Hearing = {},
): AskModel | undefined {
  return model && ((ask) => askModel(core, model, { ...asker, callId }, { ...ask, ...heard }));
}

/** For whoever went on without the model: it answers nothing, and that is the reason given. */
export const notAsked: AskModel = async () => ({
  ...{ ok: false, failure: 'stopped', model: '', ms: 0, usage: 'none', text: '' },
});

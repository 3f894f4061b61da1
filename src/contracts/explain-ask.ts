import { askModel } from '../assistant/ask.ts';
import type { Asker } from '../assistant/call.ts';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import type { AskModel } from './explain-model.ts';

/** A model for whoever asks, within their workspace's day; undefined where none is set up. */
export function helpOf(core: Core, model: Model | undefined, asker: Asker, signal?: AbortSignal): AskModel | undefined {
  return model && ((ask) => askModel(core, model, asker, signal ? { ...ask, signal } : ask));
}

/** For whoever went on without the model: it answers nothing, and that is the reason given. */
export const notAsked: AskModel = async () => ({
  ...{ ok: false, failure: 'stopped', model: '', ms: 0, usage: 'none', text: '' },
});

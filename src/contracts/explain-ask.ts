import { askModel } from '../assistant/ask.ts';
import type { Asker } from '../assistant/call.ts';
import type { Model } from '../platform/model.ts';
import type { Core } from '../platform/work.ts';
import type { AskModel } from './explain-model.ts';

/** A model for whoever asks, within their workspace's day; undefined where none is set up. */
export function helpOf(core: Core, model: Model | undefined, asker: Asker): AskModel | undefined {
  return model && ((ask) => askModel(core, model, asker, ask));
}

import { collect, flag, isRecord, object, text } from './check.ts';
import { findBlockFaults } from './check-blocks.ts';
import { plain } from './check-elements.ts';

/** Slack refuses views above this size with `view_too_large`. */
export const VIEW_BYTES = 250_000;

const shared = {
  callback_id: text(255, 0),
  private_metadata: text(3000, 0),
  external_id: text(255, 0),
};

const shapes = {
  modal: object(
    { type: () => {}, title: plain(24), blocks: () => {} },
    {
      ...shared,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: object(
    { type: () => {}, blocks: () => {} },
    { ...shared, title: plain(24), close: plain(24), submit: plain(24) },
  ),
};

/** What is wrong with a view, in Slack's words; empty when nothing is. */
export function findViewFaults(view: unknown, type: 'modal' | 'home', at = '/view'): string[] {
  if (!isRecord(view)) return [`must be an object [json-pointer:${at}]`];
  if (view.type !== type) return [`unsupported type: ${String(view.type)} [json-pointer:${at}/type]`];
  const found = collect((findings) => {
    shapes[type](view, at, findings);
    const inputs = Array.isArray(view.blocks) && view.blocks.some((block) => isRecord(block) && block.type === 'input');
    if (type === 'modal' && inputs && !view.submit) findings.say(at, 'missing required field: submit');
  });
  return [...found, ...findBlockFaults(view.blocks, type, `${at}/blocks`)];
}

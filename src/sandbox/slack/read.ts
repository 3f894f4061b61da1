import { isRecord } from './check.ts';
import { elementsIn } from './check-blocks.ts';
import type { Block } from './shapes.ts';

/** How a test reads what is on the screen. */

interface Shown {
  blocks: Block[];
  text?: string;
}

/** All the words of a message or view, in order, one block a line. */
export function wordsOf(shown: Shown): string {
  const lines = shown.blocks.map((block) => words(block).join(' '));
  return lines.length ? lines.join('\n') : (shown.text ?? '');
}

function words(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(words);
  if (!isRecord(value)) return [];
  const own = typeof value.text === 'string' ? [value.text] : [];
  const inside = Object.entries(value)
    .filter(([name]) => !['value', 'initial_option', 'initial_options', 'confirm'].includes(name))
    .flatMap(([, each]) => words(each));
  return [...own, ...inside];
}

export interface ShownButton {
  actionId: string;
  blockId: string;
  label: string;
  value: string;
  style: string;
  url: string;
}

/** The buttons, in order. */
export function buttonsOf(shown: Shown): ShownButton[] {
  return shown.blocks.flatMap((block) =>
    elementsIn(block)
      .filter((element) => element.type === 'button')
      .map((element) => ({
        actionId: String(element.action_id),
        blockId: block.block_id,
        label: isRecord(element.text) ? String(element.text.text) : '',
        value: typeof element.value === 'string' ? element.value : '',
        style: typeof element.style === 'string' ? element.style : '',
        url: typeof element.url === 'string' ? element.url : '',
      })),
  );
}

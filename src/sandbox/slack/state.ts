import { isRecord } from './check.ts';
import { elementsIn } from './check-blocks.ts';
import type { Block, StateValue, StateValues } from './shapes.ts';

type Raw = Record<string, unknown>;

/** Under which name each element keeps its state, and its initial value's name; buttons and overflow keep none. */
const KEPT: Record<string, { key: string; initial: string; empty: unknown }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  file_input: { key: 'files', initial: '', empty: [] },
};

export const keyOf = (type: string) => KEPT[type]?.key;

/** The whole state: every input present, untouched ones with their initial value or null. */
export function stateOf(blocks: Block[], before: StateValues = {}): StateValues {
  const state: StateValues = {};
  for (const block of blocks) {
    for (const element of elementsIn(block)) {
      const kept = KEPT[String(element.type)];
      const actionId = String(element.action_id);
      if (!kept) continue;
      const old = before[block.block_id]?.[actionId];
      const value: StateValue =
        old && old.type === element.type
          ? old
          : { type: String(element.type), [kept.key]: element[kept.initial] ?? structuredClone(kept.empty) };
      state[block.block_id] = { ...state[block.block_id], [actionId]: value };
    }
  }
  return state;
}

/** Finds an element and its block by action id (and block id, if two share it). */
export function findElement(
  blocks: Block[],
  actionId: string,
  blockId?: string,
): { block: Block; element: Raw } | undefined {
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    const element = elementsIn(block).find((each) => each.action_id === actionId);
    if (element) return { block, element };
  }
  return undefined;
}

const optionsOf = (element: Raw): Raw[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isRecord) : [];
  return [element, ...groups].flatMap((group) => (Array.isArray(group.options) ? group.options.filter(isRecord) : []));
};

const labelOf = (option: Raw) => (isRecord(option.text) ? String(option.text.text) : String(option.value));

/** What a person typed or chose, as the state of that element. Options are found by value, then by label. */
export function valueFor(element: Raw, input: unknown): StateValue {
  const type = String(element.type);
  const kept = KEPT[type];
  if (!kept) throw new Error(`${type} takes no value`);
  const option = (wanted: unknown) => {
    const all = optionsOf(element);
    const found = all.find((each) => each.value === wanted) ?? all.find((each) => labelOf(each) === wanted);
    if (found) return found;
    throw new Error(
      `no option ${String(wanted)} in ${String(element.action_id)}; there are ${all.map(labelOf).join(', ')}`,
    );
  };
  const none = input === null || input === undefined || input === '';
  if (none) return { type, [kept.key]: structuredClone(kept.empty) };
  if (kept.key === 'selected_option') return { type, selected_option: option(input) };
  if (kept.key === 'selected_options') {
    const wanted = Array.isArray(input) ? input : [input];
    return { type, selected_options: wanted.map(option) };
  }
  if (Array.isArray(kept.empty)) return { type, [kept.key]: Array.isArray(input) ? input : [input] };
  if (kept.key === 'rich_text_value')
    return { type, rich_text_value: typeof input === 'string' ? richText(input) : input };
  return { type, [kept.key]: type === 'datetimepicker' ? Number(input) : String(input) };
}

const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** What Slack's own client refuses before anything is sent: empty required fields, wrong lengths, e-mails and numbers. */
export function fieldErrors(blocks: Block[], values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || !isRecord(block.element)) continue;
    const { element } = block;
    const kept = KEPT[String(element.type)];
    const value = kept && values[block.block_id]?.[String(element.action_id)]?.[kept.key];
    const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty && block.optional !== true) errors[block.block_id] = 'Please complete this required field.';
    const sentence = empty ? undefined : wrong(element, String(value));
    if (sentence) errors[block.block_id] = sentence;
  }
  return errors;
}

function wrong(element: Raw, value: string): string | undefined {
  const { min_length: min, max_length: max, min_value: low, max_value: high } = element;
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return 'Please enter a valid email address.';
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(value)) return 'Please enter a valid URL.';
  if (element.type === 'number_input') {
    const decimals = element.is_decimal_allowed === true;
    if (!(decimals ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(value))
      return decimals ? 'Please enter a number.' : 'Please enter a whole number.';
    if (low !== undefined && Number(value) < Number(low)) return `Please enter a number of at least ${low}.`;
    if (high !== undefined && Number(value) > Number(high)) return `Please enter a number of at most ${high}.`;
  }
  if (element.type === 'plain_text_input') {
    const most = typeof max === 'number' ? max : 3000;
    if (typeof min === 'number' && value.length < min) return `Please enter at least ${min} characters.`;
    if (value.length > most) return `Please enter at most ${most} characters.`;
  }
  return undefined;
}

/** Adds values to a state, block by block. */
export function merge(into: StateValues, more: StateValues): void {
  for (const [blockId, values] of Object.entries(more)) into[blockId] = { ...into[blockId], ...values };
}

export function overflowChoice(element: Raw, input: unknown): StateValue {
  return { ...valueFor({ ...element, type: 'static_select' }, input), type: 'overflow' };
}

/** For error messages: what could have been pressed. */
export function actionIds(blocks: Block[]): string {
  return (
    JSON.stringify(blocks)
      .match(/"action_id":"[^"]*"/g)
      ?.join(', ') ?? 'none'
  );
}

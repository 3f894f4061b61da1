import {
  among,
  anyOf,
  both,
  byType,
  type Check,
  collect,
  type Fields,
  type Findings,
  flag,
  integer,
  isRecord,
  list,
  object,
  text,
  webAddress,
} from './check.ts';
import {
  anyText,
  buttonOnly,
  imageElement,
  inAccessory,
  inActions,
  inContextActions,
  inInput,
  mrkdwn,
  plain,
} from './check-elements.ts';
import { richText } from './check-rich-text.ts';

export type Surface = 'message' | 'modal' | 'home';

const any: Check = () => {};
const block = (required: Fields, optional: Fields = {}): Check =>
  object({ type: any, ...required }, { block_id: text(255), ...optional });

const cell = byType(
  {
    raw_text: object({ type: any, text: text(3000, 0) }),
    raw_number: object({ type: any, value: any }, { text: text(3000) }),
    rich_text: richText,
  },
  'cell type',
);
const card = both(
  block(
    {},
    {
      title: mrkdwn(150),
      subtitle: mrkdwn(150),
      body: mrkdwn(200),
      hero_image: imageElement,
      icon: imageElement,
      actions: list(1, 5, buttonOnly),
    },
  ),
  anyOf('hero_image', 'title', 'actions', 'body'),
);
const fileInputOnlyAlone: Check = (value, at, findings) => {
  if (isRecord(value) && value.dispatch_action && isRecord(value.element) && value.element.type === 'file_input') {
    findings.say(at, 'dispatch_action is not supported for file_input');
  }
};

/** Every block with its limits (docs.slack.dev/reference/block-kit/blocks). */
const blocks: Record<string, Check> = {
  section: both(
    block({}, { text: anyText(3000), fields: list(1, 10, anyText(2000)), accessory: inAccessory, expand: flag }),
    anyOf('text', 'fields'),
  ),
  context: block({
    elements: list(1, 10, (value, at, findings) =>
      isRecord(value) && value.type === 'image'
        ? imageElement(value, at, findings)
        : anyText(3000)(value, at, findings),
    ),
  }),
  actions: block({ elements: list(1, 25, inActions) }),
  context_actions: block({ elements: list(1, 5, inContextActions) }),
  header: block({ text: plain(150) }),
  divider: block({}),
  image: both(
    block({ alt_text: text(2000) }, { image_url: webAddress, slack_file: any, title: plain(2000) }),
    anyOf('image_url', 'slack_file'),
  ),
  input: both(
    block({ label: plain(2000), element: inInput }, { hint: plain(2000), optional: flag, dispatch_action: flag }),
    fileInputOnlyAlone,
  ),
  markdown: block({ text: text(12_000) }),
  rich_text: richText,
  table: block(
    { rows: list(1, 100, list(1, 20, cell)) },
    {
      column_settings: list(0, 20, (value, at, findings) => {
        if (value !== null)
          object({}, { align: among('left', 'center', 'right'), is_wrapped: flag })(value, at, findings);
      }),
    },
  ),
  data_table: block(
    { rows: list(1, 101, list(1, 20, cell)), caption: text(3000) },
    { page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
  ),
  alert: block({ text: anyText(200) }, { level: among('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(1, 10, byType({ card }, 'block type')) }),
  container: block(
    { child_blocks: list(1, 10, (value, at, findings) => checkBlock(value, at, findings)) },
    {
      title: plain(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: among('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  file: block({ source: among('remote'), external_id: text(255) }),
  video: block(
    { video_url: webAddress, thumbnail_url: webAddress, alt_text: text(2000), title: plain(200) },
    {
      title_url: webAddress,
      author_name: text(49),
      provider_name: text(49),
      provider_icon_url: webAddress,
      description: plain(200),
    },
  ),
};
const checkBlock = byType(blocks, 'type');

const surfaces: Partial<Record<string, Surface[]>> = {
  alert: ['modal'],
  markdown: ['message'],
  table: ['message'],
  data_table: ['message'],
  file: ['message'],
  context_actions: ['message'],
};

/** What is wrong with these blocks on this surface, in Slack's words; empty when nothing is. */
export function findBlockFaults(value: unknown, surface: Surface, at: string): string[] {
  return collect((findings) => {
    list(0, surface === 'message' ? 50 : 100, checkBlock)(value, at, findings);
    if (!Array.isArray(value)) return;
    value.forEach((each, index) => {
      const allowed = isRecord(each) && typeof each.type === 'string' ? surfaces[each.type] : undefined;
      if (allowed && !allowed.includes(surface) && isRecord(each)) {
        findings.say(`${at}/${index}/type`, `unsupported type: ${String(each.type)} in ${surface}`);
      }
    });
    if (value.filter((each) => isRecord(each) && each.type === 'table').length > 1) {
      findings.say(at, 'only one table block is allowed per message');
    }
    checkIds(value, at, findings);
  });
}

function checkIds(value: unknown[], at: string, findings: Findings): void {
  const blockIds = new Set<unknown>();
  let focused = 0;
  value.forEach((each, index) => {
    if (!isRecord(each)) return;
    if (typeof each.block_id === 'string') {
      if (blockIds.has(each.block_id))
        findings.say(`${at}/${index}/block_id`, `\`block_id\` ${each.block_id} already exists`);
      blockIds.add(each.block_id);
    }
    const actionIds = new Set<unknown>();
    for (const element of elementsIn(each)) {
      if (element.focus_on_load === true) focused += 1;
      if (typeof element.action_id !== 'string') continue;
      if (actionIds.has(element.action_id)) {
        findings.say(`${at}/${index}`, `\`action_id\` ${element.action_id} already exists for block_id`);
      }
      actionIds.add(element.action_id);
    }
  });
  if (focused > 1) findings.say(at, 'only one element can have focus_on_load');
}

/** The elements of one block that carry an action id. */
export function elementsIn(block: Record<string, unknown>): Record<string, unknown>[] {
  const nested = [block.elements, block.actions].flatMap((each) => (Array.isArray(each) ? each : []));
  const own = [block.accessory, block.element, ...nested].filter(isRecord);
  const inner = [
    ...(Array.isArray(block.child_blocks) ? block.child_blocks : []),
    ...(block.type === 'carousel' ? nested : []),
  ]
    .filter(isRecord)
    .flatMap(elementsIn);
  return [...own, ...inner];
}

import {
  among,
  anyOf,
  atMostOne,
  both,
  byType,
  type Check,
  type Fields,
  flag,
  integer,
  isRecord,
  list,
  matching,
  object,
  text,
  webAddress,
} from './check.ts';

const any: Check = () => {};
const number: Check = (value, at, findings) => {
  if (typeof value !== 'string' && typeof value !== 'number') findings.say(at, 'must be a number');
  else if (!/^-?\d+(\.\d+)?$/.test(String(value))) findings.say(at, 'must be a number');
};
const day = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date in the format YYYY-MM-DD');
const clock = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm');

export const plain = (max: number): Check =>
  both(byType({ plain_text: object({ type: any, text: text(max) }, { emoji: flag }) }, 'text type'));
export const mrkdwn = (max: number): Check =>
  byType({ mrkdwn: object({ type: any, text: text(max) }, { verbatim: flag }) }, 'text type');
export const anyText = (max: number): Check =>
  byType(
    {
      plain_text: object({ type: any, text: text(max) }, { emoji: flag }),
      mrkdwn: object({ type: any, text: text(max) }, { verbatim: flag }),
    },
    'text type',
  );

const confirm = object(
  { title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30) },
  { style: among('primary', 'danger') },
);
const option = (label: Check, extra: Fields = {}) =>
  object({ text: label, value: text(150) }, { description: anyText(75), ...extra });
const menuOption = option(plain(75));
const groups = list(1, 100, object({ label: plain(75), options: list(1, 100, menuOption) }));
const dispatch = object({}, { trigger_actions_on: list(1, 2, among('on_enter_pressed', 'on_character_entered')) });
const filter = object(
  {},
  {
    include: list(1, 4, among('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);

const basic: Fields = { type: any, action_id: text(255) };
const entry: Fields = { placeholder: plain(150), focus_on_load: flag };
const menu: Fields = { ...entry, confirm };
const typed: Fields = { ...entry, dispatch_action_config: dispatch };
const several: Fields = { max_selected_items: integer(1, 100) };
/** Slack makes up the action id of an element that has none. */
const element = (required: Fields, optional: Fields = {}): Check => {
  const { action_id, ...rest } = { ...basic, ...required };
  return object(rest, { action_id: action_id ?? any, ...optional });
};

const chosen: Check = (value, at, findings) => {
  if (!isRecord(value)) return;
  const groupsOf = Array.isArray(value.option_groups) ? value.option_groups : [];
  const all = [value, ...groupsOf].flatMap((group) =>
    isRecord(group) && Array.isArray(group.options) ? group.options : [],
  );
  const known = new Set(
    all.map((each) => JSON.stringify(isRecord(each) ? [each.value, isRecord(each.text) ? each.text.text : ''] : each)),
  );
  const initial = [value.initial_option, ...(Array.isArray(value.initial_options) ? value.initial_options : [])];
  for (const each of initial) {
    if (each === undefined || each === null) continue;
    const key = JSON.stringify(isRecord(each) ? [each.value, isRecord(each.text) ? each.text.text : ''] : each);
    if (!known.has(key)) findings.say(at, 'initial option must exactly match one of the options');
  }
  const values = all.map((each) => (isRecord(each) ? each.value : each));
  if (new Set(values).size !== values.length) findings.say(at, 'option values must be unique');
};

const staticMenu = (extra: Fields): Check =>
  both(
    element({}, { ...menu, ...extra, options: list(1, 100, menuOption), option_groups: groups }),
    anyOf('options', 'option_groups'),
    atMostOne('options', 'option_groups'),
    chosen,
  );
const ids = list(0, 100, text(255));
const urlImage = both(
  object({ type: any, alt_text: text(2000) }, { image_url: webAddress, slack_file: any }),
  anyOf('image_url', 'slack_file'),
);
const ranged: Check = (value, at, findings) => {
  if (!isRecord(value)) return;
  const { min_length: min, max_length: max } = value;
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    findings.say(at, 'min_length must not exceed max_length');
};

/** Every element of Block Kit with its limits (docs.slack.dev/reference/block-kit/block-elements). */
const elements: Record<string, Check> = {
  button: element(
    { text: plain(75) },
    {
      url: webAddress,
      value: text(2000, 0),
      style: among('primary', 'danger'),
      confirm,
      accessibility_label: text(75),
    },
  ),
  workflow_button: element({ text: plain(75), workflow: any }, { style: among('primary', 'danger') }),
  icon_button: element(
    { icon: among('trash'), text: plain(75) },
    { value: text(2000), confirm, visible_to_user_ids: ids },
  ),
  feedback_buttons: element({ positive_button: any, negative_button: any }),
  checkboxes: both(
    element({ options: list(1, 10, option(anyText(75))) }, { ...menu, initial_options: list(1, 10, any) }),
    chosen,
  ),
  radio_buttons: both(element({ options: list(1, 10, option(anyText(75))) }, { ...menu, initial_option: any }), chosen),
  overflow: element({ options: list(1, 5, option(plain(75), { url: webAddress })) }, { confirm }),
  datepicker: element({}, { ...menu, initial_date: day }),
  timepicker: element({}, { ...menu, initial_time: clock, timezone: text(100) }),
  datetimepicker: element(
    {},
    { focus_on_load: flag, confirm, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
  plain_text_input: both(
    element(
      {},
      {
        ...typed,
        initial_value: text(3000, 0),
        multiline: flag,
        min_length: integer(0, 3000),
        max_length: integer(1, 3000),
      },
    ),
    ranged,
  ),
  email_text_input: element({}, { ...typed, initial_value: text(3000, 0) }),
  url_text_input: element({}, { ...typed, initial_value: text(3000, 0) }),
  number_input: element(
    { is_decimal_allowed: flag },
    { ...typed, initial_value: number, min_value: number, max_value: number },
  ),
  rich_text_input: element({}, { ...typed, initial_value: any }),
  file_input: element({}, { filetypes: list(1, 100, text(20)), max_files: integer(1, 10) }),
  static_select: staticMenu({ initial_option: any }),
  multi_static_select: staticMenu({ initial_options: list(1, 100, any), ...several }),
  external_select: element({}, { ...menu, initial_option: any, min_query_length: integer(0, 100) }),
  multi_external_select: element({}, { ...menu, initial_options: any, min_query_length: integer(0, 100), ...several }),
  users_select: element({}, { ...menu, initial_user: text(255) }),
  multi_users_select: element({}, { ...menu, initial_users: ids, ...several }),
  channels_select: element({}, { ...menu, initial_channel: text(255), response_url_enabled: flag }),
  multi_channels_select: element({}, { ...menu, initial_channels: ids, ...several }),
  conversations_select: element(
    {},
    {
      ...menu,
      initial_conversation: text(255),
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter,
    },
  ),
  multi_conversations_select: element(
    {},
    { ...menu, initial_conversations: ids, default_to_current_conversation: flag, filter, ...several },
  ),
  image: urlImage,
};

const named = (...names: string[]): Check =>
  byType(Object.fromEntries(names.map((name) => [name, elements[name] ?? any])), 'element type');
const menus = ['static_select', 'external_select', 'users_select', 'channels_select', 'conversations_select'];
const choices = [
  ...menus,
  ...menus.map((name) => `multi_${name}`),
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
];

export const inAccessory = named(...choices, 'button', 'workflow_button', 'overflow', 'image');
export const inActions = named(
  ...choices,
  'button',
  'workflow_button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
);
export const inInput = named(
  ...choices,
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
);
export const inContextActions = named('feedback_buttons', 'icon_button');
export const buttonOnly = named('button');
export const imageElement = named('image');

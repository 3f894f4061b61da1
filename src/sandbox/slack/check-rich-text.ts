import { among, byType, type Check, flag, integer, list, object, text, webAddress } from './check.ts';

const any: Check = () => {};
const style = object(
  {},
  {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
);

const inline = byType(
  {
    text: object({ type: any, text: text(3000) }, { style }),
    link: object({ type: any, url: webAddress }, { text: text(3000), style, unsafe: flag }),
    user: object({ type: any, user_id: text(255) }, { style }),
    channel: object({ type: any, channel_id: text(255) }, { style }),
    usergroup: object({ type: any, usergroup_id: text(255) }, { style }),
    broadcast: object({ type: any, range: among('here', 'channel', 'everyone') }, { style }),
    emoji: object({ type: any, name: text(255) }, { unicode: text(255), style, skin_tone: any }),
    date: object(
      { type: any, timestamp: integer(0, 9_999_999_999), format: text(3000) },
      { url: webAddress, fallback: text(3000), style },
    ),
    color: object({ type: any, value: text(20) }, { style }),
  },
  'rich text element type',
);
const inlines = list(0, 1000, inline);
const section = object({ type: any, elements: inlines });

/** A `rich_text` block: sections, lists, quotes and preformatted text. */
export const richText: Check = object(
  {
    type: any,
    elements: list(
      1,
      1000,
      byType(
        {
          rich_text_section: section,
          rich_text_preformatted: object({ type: any, elements: inlines }, { border: any, language: text(100) }),
          rich_text_quote: object({ type: any, elements: inlines }, { border: any }),
          rich_text_list: object(
            { type: any, style: among('bullet', 'ordered'), elements: list(1, 1000, section) },
            { indent: integer(0, 8), offset: integer(0, 10_000), border: any },
          ),
        },
        'rich text type',
      ),
    ),
  },
  { block_id: text(255) },
);

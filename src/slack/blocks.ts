import type {
  ActionsBlock,
  AlertBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  HomeView,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import { cut } from '../shared/typed.ts';
import { escaped, join, type Mrkdwn } from './mrkdwn.ts';

/** A string is shown exactly as it is (plain text); only text made by `md` and its kin is formatted. */
export type Text = string | Mrkdwn;

/** Plain text: no mentions, links or formatting, and `:tada:` stays those seven characters. */
export function plain(text: string, max = 3000): PlainTextElement {
  return { type: 'plain_text', text: cut(text, max) || ' ', emoji: false };
}

function formatted(text: Mrkdwn, max: number): MrkdwnElement {
  // `verbatim`: Slack must not turn addresses and channel names found in people's words into links.
  return { type: 'mrkdwn', text: cutMrkdwn(text.mrkdwn, max) || ' ', verbatim: true };
}

/** Cutting must not leave half of `&amp;` or of `<url|label>` at the end. */
function cutMrkdwn(text: string, max: number): string {
  if (text.length <= max) return text;
  const short = text.slice(0, max - 1).replace(/&[a-z]{0,4}$/, '');
  const open = short.lastIndexOf('<');
  return `${open > short.lastIndexOf('>') ? short.slice(0, open) : short}…`;
}

function either(text: Text, max: number): PlainTextElement | MrkdwnElement {
  return typeof text === 'string' ? plain(text, max) : formatted(text, max);
}

/** The notification, screen-reader and search text of a message: mrkdwn as well, so words of people are escaped in it. */
export function summary(text: Text): string {
  return cutMrkdwn(typeof text === 'string' ? escaped(text) : text.mrkdwn, 3000);
}

export function section(text: Text, accessory?: Button, blockId?: string): SectionBlock {
  return {
    type: 'section',
    text: either(text, 3000),
    ...(accessory && { accessory }),
    ...(blockId && { block_id: blockId }),
  };
}

/** Characters of lines that are put into one section; Slack takes 3,000, and cutting is for what is longer than that. */
const LINES_MAX = 2800;

/** Lines in as few sections as hold them, each line whole. */
export function sections(lines: readonly Mrkdwn[]): SectionBlock[] {
  const parts: Mrkdwn[][] = [];
  let length = 0;
  for (const line of lines) {
    length += line.mrkdwn.length + 1;
    const last = parts.at(-1);
    if (last && length <= LINES_MAX) last.push(line);
    else {
      parts.push([line]);
      length = line.mrkdwn.length + 1;
    }
  }
  return parts.map((part) => section(join(part, '\n')));
}

/** Label and value pairs in two columns; at most ten fit one block, so more become several blocks. */
export function fields(rows: readonly (readonly [label: string, value: Text])[]): SectionBlock[] {
  const cells = rows.map(([label, value]) =>
    formatted({ mrkdwn: `*${escaped(label)}*\n${typeof value === 'string' ? escaped(value) : value.mrkdwn}` }, 2000),
  );
  return Array.from({ length: Math.ceil(cells.length / 10) }, (_, i) => ({
    type: 'section',
    fields: cells.slice(i * 10, i * 10 + 10),
  }));
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

export function context(...texts: readonly Text[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => either(text, 2000)) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A coloured notice inside a modal; Slack refuses it in messages and on the home tab. */
export function alert(level: 'info' | 'warning' | 'error' | 'success', text: Text): AlertBlock {
  return { type: 'alert', level, text: either(text, 200) };
}

/** A row of buttons. Two rows with buttons of one action id need a `blockId` of their own each. */
export function actions(elements: readonly Button[], blockId?: string): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, 25), ...(blockId && { block_id: blockId }) };
}

export type ButtonLook = { style?: 'primary' | 'danger'; confirm?: ConfirmationDialog; label?: string };

/** `actionId` is `noun:verb`; `value` says what the verb applies to and is never trusted when it comes back. */
export function button(text: string, actionId: string, value: string, look: ButtonLook = {}): Button {
  return {
    type: 'button',
    text: plain(text, 75),
    action_id: actionId,
    value,
    ...(look.style && { style: look.style }),
    ...(look.confirm && { confirm: look.confirm }),
    ...(look.label && { accessibility_label: cut(look.label, 75) }),
  };
}

/** Slack also tells the app that a link button was pressed; the Slack app answers this action id with nothing. */
export const LINK_ACTION = 'link:open';

export function linkButton(text: string, url: string, look: ButtonLook = {}, actionId: string = LINK_ACTION): Button {
  const { value: _, ...pressed } = button(text, actionId, '', look);
  return { ...pressed, url };
}

export function confirm(title: string, text: string, yes: string, no: string, danger = false): ConfirmationDialog {
  return {
    title: plain(title, 100),
    text: plain(text, 300),
    confirm: plain(yes, 30),
    deny: plain(no, 30),
    ...(danger && { style: 'danger' }),
  };
}

export type ModalLook = {
  callbackId?: string;
  submit?: string;
  close?: string;
  /** Slack tells the app when the modal is closed. */
  notifyOnClose?: boolean;
  /** Held by Slack and sent back; anyone in the workspace can change it, so ids in it are looked up in the workspace. */
  metadata?: object;
};

export function modal(title: string, blocks: readonly KnownBlock[], look: ModalLook = {}): ModalView {
  return {
    type: 'modal',
    title: plain(title, 24),
    close: plain(look.close ?? (look.submit ? 'Cancel' : 'Close'), 24),
    blocks: blocks.slice(0, 100),
    ...(look.submit && { submit: plain(look.submit, 24) }),
    ...(look.callbackId && { callback_id: look.callbackId }),
    ...(look.notifyOnClose && { notify_on_close: true }),
    ...(look.metadata && { private_metadata: JSON.stringify(look.metadata) }),
  };
}

/** A modal without a form that says one thing. */
export function notice(title: string, ...texts: readonly Text[]): ModalView {
  return modal(
    title,
    texts.map((text) => section(text)),
  );
}

export function home(blocks: readonly KnownBlock[]): HomeView {
  return { type: 'home', blocks: blocks.slice(0, 100) };
}

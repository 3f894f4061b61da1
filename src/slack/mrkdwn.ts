import { typedLine, typedLines } from '../shared/typed.ts';

/** Text that is already Slack's mrkdwn. Only the functions of this file make it, so what people type arrives escaped. */
export type Mrkdwn = { readonly mrkdwn: string };

/**
 * Makes text that someone typed harmless in mrkdwn: no mention, link, emoji code, bold or code span can come out of it,
 * and it stays on one line, so nobody can write a second line that looks like ours. Slack defines no escape for `*`, `` ` ``,
 * `~` and `:`; they become their look-alikes.
 */
export function escaped(text: string): string {
  return inert(typedLine(text));
}

function inert(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\*/g, '∗')
    .replace(/`/g, 'ˋ')
    .replace(/~/g, '∼')
    .replace(/(?<!\d):(?=[a-z0-9_+'-]+:)/gi, '∶');
}

/** `` md`Signed by *${name}*` ``: the literal parts are mrkdwn, what is put in is escaped unless it is mrkdwn itself. */
export function md(parts: TemplateStringsArray, ...values: readonly (string | number | Mrkdwn)[]): Mrkdwn {
  return { mrkdwn: parts.reduce((text, part, i) => text + raw(values[i - 1] ?? '') + part) };
}

function raw(value: string | number | Mrkdwn): string {
  return typeof value === 'object' ? value.mrkdwn : escaped(String(value));
}

export function join(parts: readonly (string | Mrkdwn)[], between: string): Mrkdwn {
  return { mrkdwn: parts.map(raw).join(between) };
}

/**
 * Words set apart in running text: bold for what is new, struck through for what is gone. Slack ends both at a line's end and
 * where a space touches the mark, so each line is marked by itself.
 */
export function marked(text: string, as: 'bold' | 'struck'): Mrkdwn {
  const mark = as === 'bold' ? '*' : '~';
  return {
    mrkdwn: typedLines(text)
      .split('\n')
      .map((line) => (line.trim() ? `${mark}${inert(line.trim())}${mark}` : ''))
      .join('\n'),
  };
}

/** Words of a text that has paragraphs of its own, such as a contract's. */
export function unmarked(text: string): Mrkdwn {
  return { mrkdwn: typedLines(text).split('\n').map(inert).join('\n') };
}

/** Words of someone else, each line marked as a quotation. */
export function quote(text: string): Mrkdwn {
  return {
    mrkdwn: typedLines(text)
      .split('\n')
      .map((line) => `> ${inert(line)}`)
      .join('\n'),
  };
}

/** Names a member, as Slack shows it; an id that is not a user's is shown as text. */
export function member(slackUserId: string): Mrkdwn {
  return { mrkdwn: /^[UW][A-Z0-9]+$/.test(slackUserId) ? `<@${slackUserId}>` : escaped(slackUserId) };
}

/** A page outside, by an address of our own: what people type never becomes one. */
export function link(url: string, label: string): Mrkdwn {
  return { mrkdwn: `<${encodeURI(decodeURI(url)).replace(/[<>|]/g, encodeURIComponent)}|${escaped(label)}>` };
}

export function channel(slackChannelId: string): Mrkdwn {
  return { mrkdwn: /^[CG][A-Z0-9]+$/.test(slackChannelId) ? `<#${slackChannelId}>` : escaped(slackChannelId) };
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * A Slack message as the person wrote it: Slack stores addresses as `<mailto:dana@acme.test|dana@acme.test>` and escapes
 * `& < >` once, so they are undone once and never twice.
 */
export function written(messageText: string): string {
  const plain = messageText
    .replace(/<(?:https?:\/\/|mailto:)[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<(?:mailto:)?((?:https?:\/\/)?[^>|@#!][^>|]*)>/g, '$1')
    .replace(/<[@#!][^>|]*\|([^>]*)>/g, '$1')
    .replace(/<([@#!][^>|]*)>/g, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
  return typedLines(plain);
}

import MarkdownIt from 'markdown-it';
import { isRecord } from '../slack/check.ts';
import type { SandboxPerson } from '../slack/person.ts';
import {
  type Block,
  isAnswer,
  type SandboxMessage,
  type SandboxUser,
  type SandboxView,
  type StateValues,
} from '../slack/shapes.ts';
import { keyOf } from '../slack/state.ts';
import type { Face, PageBlock, PageChannel, PageMessage, PageValues, PageView } from './page-state.ts';

/** Turns what the workspace holds into what one person's screen shows. */

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

function shownBlocks(blocks: Block[]): PageBlock[] {
  return blocks.map((block) => {
    if (block.type === 'markdown') return { ...block, html: markdown.render(String(block.text)) };
    if (Array.isArray(block.child_blocks)) return { ...block, child_blocks: shownBlocks(block.child_blocks) };
    return block;
  });
}

export function faceOf(user: SandboxUser): Face {
  const words = user.realName.split(/\s+/);
  let hue = 0;
  for (const letter of user.realName) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return {
    id: user.id,
    name: user.realName,
    initials: words
      .map((word) => word[0])
      .join('')
      .slice(0, 2)
      .toUpperCase(),
    hue,
    isApp: user.isBot,
    badge: user.isStranger ? 'elsewhere' : user.isRestricted ? 'guest' : '',
  };
}

function shownValues(values: StateValues): PageValues {
  const shown: PageValues = {};
  for (const [blockId, inputs] of Object.entries(values)) {
    shown[blockId] = Object.fromEntries(
      Object.entries(inputs).map(([actionId, value]) => [actionId, raw(value[keyOf(value.type) ?? 'value'])]),
    );
  }
  return shown;
}

function raw(value: unknown): string | string[] {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => String(isRecord(each) ? (each.value ?? each.id) : each));
  if (!isRecord(value)) return String(value);
  return typeof value.value === 'string' ? value.value : richWords(value);
}

/** The words of a rich text value, for a plain box. */
function richWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(richWords).join('');
  if (!isRecord(value)) return '';
  return typeof value.text === 'string' ? value.text : richWords(value.elements);
}

function shownMessage(person: SandboxPerson, message: SandboxMessage): PageMessage {
  const { team } = person;
  const answers = isAnswer(message) ? [] : team.thread(message.channel, message.ts);
  return {
    ts: message.ts,
    channel: message.channel,
    at: message.at,
    from: faceOf(team.user(message.user)),
    text: message.text,
    // A person's own rich text says what `text` says, less well.
    blocks: message.botId ? shownBlocks(message.blocks) : [],
    values: shownValues(person.stateOfMessage(message)),
    files: message.files.map((file) => ({
      name: file.name,
      size: file.size,
      url: `/files/${file.id}/${encodeURIComponent(file.name)}`,
    })),
    edited: message.editedTs !== undefined,
    kind: message.ephemeralFor ? 'only-you' : 'message',
    answers: answers.length,
    lastAnswerAt: answers.at(-1)?.at ?? 0,
    ...(message.broadcast && message.threadTs ? { answerTo: message.threadTs } : {}),
  };
}

/** The channel as this person sees it: shared messages, what only they see, and what the client says, by time. */
export function shownChannel(person: SandboxPerson, channel: string): PageMessage[] {
  const { team } = person;
  const own = person.ephemerals.filter((message) => message.channel === channel && !message.threadTs);
  const notices = person.notices.filter((notice) => notice.channel === channel);
  const shown = [...team.messages(channel), ...own].map((message) => shownMessage(person, message));
  return [...shown, ...notices.map((notice) => shownNotice(person, notice))].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

function shownNotice(person: SandboxPerson, notice: SandboxPerson['notices'][number]): PageMessage {
  return {
    ...notice,
    from: { id: 'workspace', name: 'Workspace', initials: 'W', hue: 0, isApp: false, badge: '' },
    blocks: [],
    values: {},
    files: [],
    edited: false,
    kind: 'notice',
    answers: 0,
    lastAnswerAt: 0,
    channel: person.team.channel(notice.channel).id,
  };
}

export function shownThread(person: SandboxPerson, channel: string, ts: string) {
  const { team } = person;
  const root = team.message(channel, ts);
  const own = person.ephemerals.filter((message) => message.channel === channel && message.threadTs === ts);
  const answers = [...team.thread(channel, ts), ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return {
    ...(root ? { root: shownMessage(person, root) } : {}),
    answers: answers.map((message) => shownMessage(person, message)),
  };
}

export function shownView(view: SandboxView, depth = 1): PageView {
  return {
    id: view.id,
    hash: view.hash,
    title: view.title,
    ...(view.submit === undefined ? {} : { submit: view.submit }),
    close: view.close ?? (view.submit === undefined ? 'Close' : 'Cancel'),
    blocks: shownBlocks(view.blocks),
    values: shownValues(view.values),
    errors: view.errors,
    ...(view.trouble === undefined ? {} : { trouble: view.trouble }),
    depth,
  };
}

/** Guests and colleagues from elsewhere see only where they were invited. */
export function channelsOf(person: SandboxPerson): PageChannel[] {
  const { team, user } = person;
  const free = !user.isRestricted && !user.isStranger;
  return [...team.channels.values()]
    .filter((channel) => channel.members.has(user.id) || (free && channel.kind === 'public'))
    .filter((channel) => channel.kind !== 'im' || channel.user === user.id)
    .map((channel) => ({
      id: channel.id,
      name: channel.kind === 'im' ? 'Retainer' : channel.name,
      kind: channel.kind,
      shared: channel.isExtShared,
      hasApp: channel.members.has(team.botUserId),
      lastTs:
        team.all.findLast(
          (message) => message.channel === channel.id && (!message.ephemeralFor || message.ephemeralFor === user.id),
        )?.ts ?? '',
    }));
}

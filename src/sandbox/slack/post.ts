import { ApiError, nested, nestedRecord, refuse, str, yes } from './call.ts';
import { isRecord } from './check.ts';
import { findBlockFaults } from './check-blocks.ts';
import { nextTs, secret } from './ids.ts';
import { type Block, isAnswer, type SandboxChannel, type SandboxMessage } from './shapes.ts';
import type { SandboxTeam } from './team.ts';

/** Slack gives every block an id; those without one get five letters. */
export function withBlockIds(blocks: unknown): Block[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isRecord).map((block) => {
    const named: Block = {
      ...block,
      type: String(block.type),
      block_id: str(block, 'block_id') ?? secret(3).slice(0, 5),
    };
    return withActionIds(named);
  });
}

/** An element without an `action_id` gets one too. */
function withActionIds(block: Block): Block {
  const name = (element: unknown): unknown =>
    isRecord(element) && needsActionId(element) && !str(element, 'action_id')
      ? { ...element, action_id: secret(3).slice(0, 5) }
      : element;
  const copy: Block = { ...block };
  if (block.accessory) copy.accessory = name(block.accessory);
  if (block.element) copy.element = name(block.element);
  if (Array.isArray(block.elements) && block.type !== 'rich_text' && block.type !== 'context')
    copy.elements = block.elements.map(name);
  if (Array.isArray(block.actions)) copy.actions = block.actions.map(name);
  if (Array.isArray(block.child_blocks)) copy.child_blocks = withBlockIds(block.child_blocks);
  return copy;
}

const needsActionId = (element: Record<string, unknown>) =>
  !['image', 'mrkdwn', 'plain_text', 'card'].includes(String(element.type));

export interface Content {
  text: string | undefined;
  blocks: Block[] | undefined;
  metadata: SandboxMessage['metadata'] | undefined;
}

/** Reads and checks text, blocks and metadata as `chat.*` and response URLs take them. */
export function readContent(args: Record<string, unknown>): Content {
  const raw = nested(args, 'blocks', () => {
    throw new ApiError('invalid_blocks_format');
  });
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) throw new ApiError('invalid_blocks_format');
  if (Array.isArray(raw)) {
    const faults = findBlockFaults(raw, 'message', '/blocks');
    if (faults.length) refuse('invalid_blocks', faults);
  }
  const text = typeof args.text === 'string' ? args.text : undefined;
  if (text && text.length > 40_000) throw new ApiError('msg_too_long');
  const metadata = nestedRecord(args, 'metadata', 'invalid_metadata_format');
  return {
    text,
    blocks: Array.isArray(raw) ? withBlockIds(raw) : undefined,
    metadata: metadata && readMetadata(metadata),
  };
}

function readMetadata(value: Record<string, unknown>): SandboxMessage['metadata'] {
  const { event_type: type, event_payload: payload } = value;
  if (Object.keys(value).length === 0) return undefined;
  if (typeof type !== 'string' || !type || !isRecord(payload)) throw new ApiError('invalid_metadata_format');
  if (JSON.stringify(payload).length > 16_000) throw new ApiError('metadata_too_large');
  return { event_type: type, event_payload: payload };
}

export interface NewMessage extends Content {
  user: string;
  byApp: boolean;
  threadTs?: string | undefined;
  broadcast?: boolean;
  ephemeralFor?: string;
  files?: SandboxMessage['files'];
}

/** Puts a message into the channel. Throws `no_text` for an empty one. */
export function addMessage(team: SandboxTeam, channel: SandboxChannel, fresh: NewMessage): SandboxMessage {
  if (!fresh.text && !fresh.blocks?.length && !fresh.files?.length) throw new ApiError('no_text');
  const parent = fresh.threadTs ? team.message(channel.id, fresh.threadTs) : undefined;
  if (fresh.threadTs && !parent) throw new ApiError('thread_not_found');
  const message: SandboxMessage = {
    teamId: team.id,
    channel: channel.id,
    ts: nextTs(),
    user: fresh.user,
    text: fresh.text ?? '',
    blocks: fresh.blocks ?? [],
    broadcast: fresh.broadcast ?? false,
    files: fresh.files ?? [],
    at: team.world.now().getTime(),
  };
  if (fresh.byApp) message.botId = team.botId;
  if (parent) message.threadTs = isAnswer(parent) && parent.threadTs ? parent.threadTs : parent.ts;
  if (fresh.metadata) message.metadata = fresh.metadata;
  if (fresh.ephemeralFor) message.ephemeralFor = fresh.ephemeralFor;
  team.all.push(message);
  team.world.changed();
  return message;
}

/** Edits in place. What is not given stays, as at Slack; an empty list of blocks removes them. */
export function editMessage(team: SandboxTeam, message: SandboxMessage, content: Content): void {
  if (content.text !== undefined) message.text = content.text;
  if (content.blocks !== undefined) message.blocks = content.blocks;
  if (content.metadata !== undefined) message.metadata = content.metadata;
  message.editedTs = nextTs();
  team.world.changed();
}

export function removeMessage(team: SandboxTeam, message: SandboxMessage): void {
  team.all.splice(team.all.indexOf(message), 1);
  team.world.changed();
}

export const broadcastAsked = (args: Record<string, unknown>) => yes(args, 'reply_broadcast');

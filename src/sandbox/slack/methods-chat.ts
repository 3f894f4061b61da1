import { ApiError, type Call, type Method, need, str, visibleChannel, writableChannel } from './call.ts';
import { addMessage, broadcastAsked, editMessage, readContent, removeMessage } from './post.ts';
import type { SandboxMessage } from './shapes.ts';
import { messageOnWire } from './wire.ts';

function note({ world, team }: Call, kind: string, message: SandboxMessage) {
  const channel = team.channels.get(message.channel);
  const where = channel?.kind === 'im' ? 'direct message' : `#${channel?.name}`;
  world.ledger.add({
    source: 'slack',
    kind,
    workspace: team.id,
    summary: `${kind === 'chat.update' ? 'Message edited' : 'Message'} in ${where}: ${message.text.slice(0, 90)}`,
    detail: {
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      blocks: message.blocks,
      metadata: message.metadata,
    },
  });
}

/** The app's own message, or why it may not be touched. */
function ownMessage({ team, args }: Call, error: string): SandboxMessage {
  const channel = visibleChannel(team, need(args, 'channel'));
  const message = team.message(channel.id, need(args, 'ts'));
  if (!message || message.ephemeralFor) throw new ApiError('message_not_found');
  if (message.botId !== team.botId) throw new ApiError(error);
  return message;
}

function postMessage(call: Call) {
  const { team, args } = call;
  const channel = writableChannel(team, need(args, 'channel'));
  const content = readContent(args);
  const threadTs = str(args, 'thread_ts');
  const message = addMessage(team, channel, {
    ...content,
    user: team.botUserId,
    byApp: true,
    threadTs,
    broadcast: threadTs !== undefined && broadcastAsked(args),
  });
  note(call, 'chat.postMessage', message);
  return { channel: channel.id, ts: message.ts, message: messageOnWire(team, message) };
}

function update(call: Call) {
  const { team, args } = call;
  const message = ownMessage(call, 'cant_update_message');
  if (team.channels.get(message.channel)?.isArchived) throw new ApiError('is_inactive');
  const content = readContent(args);
  if (content.text === undefined && content.blocks === undefined && content.metadata === undefined)
    throw new ApiError('no_text');
  editMessage(team, message, content);
  note(call, 'chat.update', message);
  return { channel: message.channel, ts: message.ts, text: message.text, message: messageOnWire(team, message) };
}

function postEphemeral(call: Call) {
  const { team, args } = call;
  const channel = writableChannel(team, need(args, 'channel'));
  const user = need(args, 'user');
  if (!team.users.has(user)) throw new ApiError('user_not_found');
  if (!channel.members.has(user)) throw new ApiError('user_not_in_channel');
  const content = readContent(args);
  const message = addMessage(team, channel, {
    ...content,
    user: team.botUserId,
    byApp: true,
    threadTs: str(args, 'thread_ts'),
    ephemeralFor: user,
  });
  note(call, 'chat.postEphemeral', message);
  return { message_ts: message.ts };
}

function getPermalink({ world, team, args }: Call) {
  const channel = visibleChannel(team, need(args, 'channel'));
  const ts = need(args, 'message_ts');
  const message = team.message(channel.id, ts);
  if (!message) throw new ApiError('message_not_found');
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return { channel: channel.id, permalink: `${world.origin}/archives/${channel.id}/p${ts.replace('.', '')}${thread}` };
}

function remove(call: Call) {
  const message = ownMessage(call, 'cant_delete_message');
  removeMessage(call.team, message);
  note(call, 'chat.delete', message);
  return { channel: message.channel, ts: message.ts };
}

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { scope: 'chat:write', run: postMessage },
  'chat.update': { scope: 'chat:write', run: update },
  'chat.postEphemeral': { scope: 'chat:write', run: postEphemeral },
  'chat.delete': { scope: 'chat:write', run: remove },
  'chat.getPermalink': { run: getPermalink },
};

import { ApiError, type Call, granted, type Method, need, needScope, page, str, visibleChannel, yes } from './call.ts';
import type { SandboxChannel } from './shapes.ts';
import type { SandboxTeam } from './team.ts';
import { channelOnWire, userOnWire } from './wire.ts';

const READ = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

/** Reading a conversation needs the scope of its kind. */
function readableChannel(team: SandboxTeam, id: string): SandboxChannel {
  const channel = visibleChannel(team, id);
  needScope(team, READ[channel.kind]);
  return channel;
}

function channelInfo({ team, args }: Call) {
  const channel = readableChannel(team, need(args, 'channel'));
  const members = yes(args, 'include_num_members') ? { num_members: channel.members.size } : {};
  return { channel: { ...channelOnWire(team, channel), ...members } };
}

function channelMembers({ team, args }: Call) {
  const channel = readableChannel(team, need(args, 'channel'));
  const { items, response_metadata } = page([...channel.members], args);
  return { members: items, response_metadata };
}

const LISTED: Record<string, string> = { public_channel: READ.public, private_channel: READ.private, im: READ.im };
const typeOf = (channel: SandboxChannel) =>
  ({ public: 'public_channel', private: 'private_channel', im: 'im' })[channel.kind];

function channelList({ team, args }: Call) {
  const types = (str(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  for (const type of types) needScope(team, LISTED[type] ?? 'channels:read');
  const seen = [...team.channels.values()].filter(
    (channel) =>
      types.includes(typeOf(channel)) &&
      (channel.kind === 'public' || channel.members.has(team.botUserId)) &&
      !(yes(args, 'exclude_archived') && channel.isArchived),
  );
  const { items, response_metadata } = page(seen, args);
  return { channels: items.map((channel) => channelOnWire(team, channel)), response_metadata };
}

function channelOpen({ team, args }: Call) {
  const users = (str(args, 'users') ?? '').split(',').filter(Boolean);
  const known = str(args, 'channel');
  if (known) return { channel: { id: visibleChannel(team, known).id }, already_open: true, no_op: true };
  const [only] = users;
  if (!only) throw new ApiError('users_list_not_supplied');
  if (users.length > 1) throw new ApiError('method_not_supported_for_channel_type');
  if (!team.users.has(only)) throw new ApiError('user_not_found');
  const channel = team.dm(only);
  return { channel: yes(args, 'return_im') ? channelOnWire(team, channel) : { id: channel.id } };
}

function channelJoin({ world, team, args }: Call) {
  const channel = visibleChannel(team, need(args, 'channel'));
  if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new ApiError('is_archived');
  const already = channel.members.has(team.botUserId);
  channel.members.add(team.botUserId);
  world.changed();
  return {
    channel: channelOnWire(team, channel),
    ...(already ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } } : {}),
  };
}

function userInfo({ team, args }: Call) {
  const user = team.users.get(need(args, 'user'));
  if (!user) throw new ApiError('user_not_found');
  return { user: userOnWire(user, granted(team, 'users:read.email')) };
}

function userList({ team, args }: Call) {
  const { items, response_metadata } = page([...team.users.values()], args);
  return {
    members: items.map((user) => userOnWire(user, granted(team, 'users:read.email'))),
    cache_ts: Math.floor(Date.now() / 1000),
    response_metadata,
  };
}

export const peopleMethods: Record<string, Method> = {
  'conversations.info': { run: channelInfo },
  'conversations.members': { run: channelMembers },
  'conversations.list': { run: channelList },
  'conversations.open': { scope: 'im:write', run: channelOpen },
  'conversations.join': { scope: 'channels:join', run: channelJoin },
  'users.info': { scope: 'users:read', run: userInfo },
  'users.list': { scope: 'users:read', run: userList },
};

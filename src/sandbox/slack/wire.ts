import type { SandboxChannel, SandboxFile, SandboxMessage, SandboxUser, SandboxView } from './shapes.ts';
import type { SandboxTeam } from './team.ts';

/** The wire's snake case: what the app reads of us, in answers and deliveries alike. */

export function messageOnWire(team: SandboxTeam, message: SandboxMessage): Record<string, unknown> {
  const answers = team.thread(message.channel, message.ts);
  return {
    type: 'message',
    ...(message.broadcast ? { subtype: 'thread_broadcast' } : {}),
    user: message.user,
    ts: message.ts,
    ...(message.botId
      ? {
          bot_id: message.botId,
          app_id: team.world.appId,
          bot_profile: { id: message.botId, name: 'Retainer', team_id: team.id },
        }
      : { client_msg_id: message.ts }),
    text: message.text,
    team: message.teamId,
    ...(message.blocks.length ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(answers.length ? { thread_ts: message.ts, reply_count: answers.length, latest_reply: answers.at(-1)?.ts } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(message.files.length ? { files: message.files.map((file) => fileOnWire(team, file)) } : {}),
  };
}

export function viewOnWire(team: SandboxTeam, view: SandboxView): Record<string, unknown> {
  const stranger = team.users.get(view.user)?.isStranger;
  return {
    id: view.id,
    team_id: stranger ? team.user(view.user).teamId : team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.values },
    hash: view.hash,
    title: { type: 'plain_text', text: view.title, emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close === undefined ? null : { type: 'plain_text', text: view.close, emoji: true },
    submit: view.submit === undefined ? null : { type: 'plain_text', text: view.submit, emoji: true },
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: team.world.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
}

export function userOnWire(user: SandboxUser, withEmail: boolean): Record<string, unknown> {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: offsetSeconds(user.tz),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      real_name_normalized: user.realName,
      display_name_normalized: user.name,
      first_name: user.realName.split(' ')[0],
      last_name: user.realName.split(' ').slice(1).join(' '),
      ...(withEmail && !user.isBot ? { email: user.email } : {}),
      team: user.teamId,
    },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isOwner,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isRestricted,
    is_stranger: user.isStranger,
    is_bot: user.isBot,
    is_app_user: false,
    locale: 'en-US',
    updated: 1_700_000_000,
  };
}

function offsetSeconds(tz: string): number {
  const now = new Date();
  const local = new Date(now.toLocaleString('en-US', { timeZone: tz }));
  const utc = new Date(now.toLocaleString('en-US', { timeZone: 'UTC' }));
  return Math.round((local.getTime() - utc.getTime()) / 1000);
}

export function channelOnWire(team: SandboxTeam, channel: SandboxChannel): Record<string, unknown> {
  if (channel.kind === 'im') {
    return {
      id: channel.id,
      is_im: true,
      is_channel: false,
      is_group: false,
      user: channel.user,
      is_archived: false,
      is_open: true,
      context_team_id: team.id,
    };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_member: channel.members.has(team.botUserId),
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    context_team_id: team.id,
    shared_team_ids: [...new Set([...channel.members].map((id) => team.users.get(id)?.teamId ?? team.id))],
    creator: [...channel.members][0],
    created: 1_700_000_000,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function fileOnWire(team: SandboxTeam, file: SandboxFile): Record<string, unknown> {
  const address = `${team.world.origin}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? 'binary',
    size: file.size,
    user: file.owner,
    mode: 'hosted',
    url_private: address,
    url_private_download: address,
    permalink: address,
  };
}

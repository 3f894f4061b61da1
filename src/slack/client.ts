import type { HomeView, KnownBlock, MessageMetadata } from '@slack/types';
import webapi, { type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { EffectFailed } from '../platform/outbox.ts';
import { boltLogger } from './bolt.ts';
import { failure } from './failure.ts';

// CommonJS: its classes are not seen as named exports by native ESM.
const { WebClient: Client } = webapi;

export type Place = { channel: string; ts: string };

export type SlackMessage = {
  /** Notification and screen-reader text; made with `summary`. */
  text: string;
  blocks?: readonly KnownBlock[];
  metadata?: MessageMetadata;
};

export type SlackPerson = {
  id: string;
  name: string;
  email: string | undefined;
  zone: string | undefined;
  isAdmin: boolean;
  /** Single- or multi-channel guest. */
  isGuest: boolean;
  isBot: boolean;
  isDeleted: boolean;
  /** From another organisation, here by a shared channel. */
  isStranger: boolean;
  /** The team they belong to, which need not be the one that asks. */
  teamId: string | undefined;
};

export type SlackClients = ReturnType<typeof createSlackClients>;

export type SlackClientsOptions = {
  slackApiUrl?: string | undefined;
  /** The bot token of an installation, `undefined` when there is none any more. */
  tokenOf: (workspaceId: string) => Promise<string | undefined>;
  log: Log;
};

/** Calls to Slack by workspace, for effects. Every failure is an `EffectFailed`; one that Slack explains is a `SlackRefused`. */
export function createSlackClients({ slackApiUrl, tokenOf, log }: SlackClientsOptions) {
  const clients = new Map<string, WebClient>();
  const clientFor = async (workspaceId: string) => {
    const token = await tokenOf(workspaceId);
    if (!token) throw new EffectFailed('dead', 'the workspace has no Slack installation');
    const known = clients.get(workspaceId);
    if (known?.token === token) return known;
    // No retries and no waiting here: the outbox does both, and remembers across restarts.
    const client = new Client(token, {
      ...(slackApiUrl && { slackApiUrl }),
      timeout: 15_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: boltLogger(log),
    });
    clients.set(workspaceId, client);
    return client;
  };
  /** `again`: repeating the call does no harm, so a broken line is not an open question. */
  const call = async <T>(
    workspaceId: string,
    method: string,
    again: boolean,
    fn: (client: WebClient) => Promise<T>,
  ) => {
    const client = await clientFor(workspaceId);
    return fn(client).catch((error: unknown) => {
      throw failure(method, error, again);
    });
  };
  return {
    ...messages(call),
    ...views(call),
    ...lookups(call),
    /** Uploads a file into a channel or thread and answers its id. */
    upload: (workspaceId: string, file: SlackFile) =>
      call(workspaceId, 'files.uploadV2', false, async (client) => {
        const uploaded = await client.files.uploadV2({
          channel_id: file.channel,
          filename: file.filename,
          title: file.title,
          alt_text: file.title,
          file: Buffer.from(file.content),
          ...(file.threadTs && { thread_ts: file.threadTs }),
          ...(file.comment && { initial_comment: file.comment }),
        } as Parameters<WebClient['files']['uploadV2']>[0]);
        return Uploaded.parse(uploaded).files[0].files[0].id;
      }),
  };
}

/** As much of the answer as is used; the SDK's types leave the inner list out. */
const OneFile = z.tuple([z.object({ id: z.string() })]);
const Uploaded = z.object({ files: z.tuple([z.object({ files: OneFile })]) });

export type SlackFile = {
  channel: string;
  threadTs?: string;
  filename: string;
  title: string;
  content: Uint8Array;
  comment?: string;
};

type Call = <T>(
  workspaceId: string,
  method: string,
  again: boolean,
  fn: (client: WebClient) => Promise<T>,
) => Promise<T>;

// Links in words of clients must not fetch previews into the channel.
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

function content({ text, blocks, metadata }: SlackMessage) {
  return { text, ...(blocks && { blocks: [...blocks] }), ...(metadata && { metadata }) };
}

function messages(call: Call) {
  return {
    /** Posts into a channel, or to a person's direct messages with the app when `channel` is a user id. */
    post: (
      workspaceId: string,
      channel: string,
      message: SlackMessage,
      to: { threadTs?: string; broadcast?: boolean } = {},
    ) =>
      call(workspaceId, 'chat.postMessage', false, async (client): Promise<Place> => {
        const thread = to.threadTs ? { thread_ts: to.threadTs, reply_broadcast: to.broadcast ?? false } : {};
        const posted = await client.chat.postMessage({
          channel,
          ...content(message),
          ...QUIET,
          ...thread,
        } as Parameters<WebClient['chat']['postMessage']>[0]);
        return { channel: posted.channel ?? channel, ts: posted.ts ?? '' };
      }),
    update: (workspaceId: string, { channel, ts }: Place, message: SlackMessage) =>
      call(workspaceId, 'chat.update', true, async (client) => {
        await client.chat.update({ channel, ts, ...content(message), ...QUIET });
      }),
  };
}

function views(call: Call) {
  return {
    publishHome: (workspaceId: string, user: string, view: HomeView) =>
      call(workspaceId, 'views.publish', true, async (client) => {
        await client.views.publish({ user_id: user, view });
      }),
  };
}

function lookups(call: Call) {
  return {
    userInfo: (workspaceId: string, user: string) =>
      call(workspaceId, 'users.info', true, async (client): Promise<SlackPerson> => {
        const { user: found } = await client.users.info({ user });
        return {
          id: user,
          // The real name first: it stands on contracts.
          name: found?.profile?.real_name || found?.real_name || found?.profile?.display_name || found?.name || user,
          email: found?.profile?.email,
          zone: found?.tz,
          isAdmin: Boolean(found?.is_admin || found?.is_owner || found?.is_primary_owner),
          isGuest: Boolean(found?.is_restricted || found?.is_ultra_restricted),
          isBot: Boolean(found?.is_bot),
          isDeleted: Boolean(found?.deleted),
          isStranger: Boolean(found?.is_stranger),
          teamId: found?.team_id,
        };
      }),
  };
}

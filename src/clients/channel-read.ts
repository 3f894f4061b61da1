import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { type Audience, checkChannel, problemOf } from './channel.ts';
import type { Client } from './client.ts';
import { isTicked } from './read.ts';

/** People looked up one by one before a channel counts as one where a guest may be. */
const LOOKED_AT = 40;

const Found = z.object({
  name: z.string().optional(),
  is_private: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});

/** Asks Slack who reads a channel; `known` are members who need no looking up. */
export async function audienceOf(
  slack: WebClient,
  channelId: string,
  known: ReadonlySet<string> = new Set(),
): Promise<Audience> {
  const nothing = { channelId, name: '', access: 'unseen', sharedOutside: false, guestReads: false } as const;
  // Slack answers `channel_not_found` for private channels without the app, as for channels that don't exist.
  const answer = await slack.conversations.info({ channel: channelId }).catch(() => undefined);
  const parsed = Found.safeParse(answer?.channel);
  if (!parsed.success) return nothing;
  const found = parsed.data;
  const name = found.name ?? '';
  const sharedOutside = Boolean(found.is_ext_shared || found.is_pending_ext_shared);
  if (found.is_archived) return { ...nothing, name, access: 'archived' };
  if (found.is_private && !found.is_member) return { ...nothing, name };
  const access = found.is_member ? 'in' : 'can-write';
  if (found.is_im || found.is_mpim) return { ...nothing, name };
  return { channelId, name, access, sharedOutside, guestReads: await guestReads(slack, channelId, known) };
}

/** Whether any guest sits there: what one client pays is no business of another one's either. */
async function guestReads(slack: WebClient, channel: string, known: ReadonlySet<string>): Promise<boolean> {
  const answer = await slack.conversations.members({ channel, limit: 200 }).catch(() => undefined);
  // When Slack won't say who is there, prices stay away until someone vouches for the channel.
  if (!answer?.members || answer.response_metadata?.next_cursor) return true;
  const others = answer.members.filter((id) => !known.has(id));
  if (others.length > LOOKED_AT) return true;
  const people = await Promise.all(others.map((user) => slack.users.info({ user }).catch(() => undefined)));
  return people.some(({ user } = { ok: false }) => !user || Boolean(user.is_restricted || user.is_ultra_restricted));
}

export type CardPlace = {
  channelId: string;
  /** Why it is not where one would look for it; a sentence for the freelancer. */
  note: string | undefined;
};

export type CardChoice = {
  workspaceId: string;
  client: Pick<Client, 'id' | 'channelId'> | undefined;
  /** The channel chosen in a form, with the tick that everyone there may see prices. */
  chosen?: { channelId: string; ticked: boolean } | undefined;
  /** Where the command was typed. */
  commandChannelId: string | undefined;
  slackUserId: string;
};

/**
 * Where a project's card goes: the channel chosen in the form, else the client's, else the command's, else the
 * freelancer's direct messages with the app; never where outsiders read the price without a freelancer's tick.
 *
 * @throws Refusal at `channel` for a channel chosen in the form; any other that won't do is passed over with a note.
 */
export async function cardChannelOf(db: Database, slack: WebClient, choice: CardChoice): Promise<CardPlace> {
  const { client, chosen, workspaceId } = choice;
  const look = (channelId: string) => audienceOf(slack, channelId, new Set([choice.slackUserId]));
  if (chosen) {
    const ticked = chosen.ticked || (client ? await isTicked(db, workspaceId, client.id, chosen.channelId) : false);
    checkChannel(await look(chosen.channelId), ticked);
    return { channelId: chosen.channelId, note: undefined };
  }
  const own = client?.channelId;
  const typedIn = choice.commandChannelId;
  const candidate = own ?? (typedIn?.startsWith('D') ? undefined : typedIn);
  if (!candidate) return { channelId: await directChannel(slack, choice.slackUserId), note: undefined };
  const ticked = client ? await isTicked(db, workspaceId, client.id, candidate) : false;
  const problem = problemOf(await look(candidate), ticked);
  if (!problem) return { channelId: candidate, note: undefined };
  return { channelId: await directChannel(slack, choice.slackUserId), note: `The card is here, because ${problem}` };
}

/** The person's direct messages with the app. */
async function directChannel(slack: WebClient, slackUserId: string): Promise<string> {
  const answer = await slack.conversations.open({ users: slackUserId });
  return answer.channel?.id ?? slackUserId;
}

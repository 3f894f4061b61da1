import { EffectFailed, type Effects, type Owed } from '../platform/outbox.ts';
import { earlierClaim } from '../platform/outbox-read.ts';
import { type Core, transact } from '../platform/work.ts';
import { keepCard } from '../projects/open.ts';
import { projectById } from '../projects/read.ts';
import { postToThread } from '../projects/thread.ts';
import type { Id } from '../shared/ids.ts';
import type { Place, SlackClients } from '../slack/client.ts';
import { SlackRefused } from '../slack/failure.ts';
import { memberById } from '../workspaces/read.ts';
import { cardMessage } from './card.ts';
import { cardViewOf } from './card-view.ts';
import { logLine } from './log-lines.ts';
import { happeningOf } from './log-read.ts';

export type OverviewParts = { core: Core; slack: Pick<SlackClients, 'post' | 'update'> };

export function overviewEffects(parts: OverviewParts): Effects {
  return {
    'card.refresh': { once: 'at-least', perform: (owed) => refreshCard(parts, owed) },
    'thread.log': { once: 'at-least', perform: (owed) => logToThread(parts, owed) },
  };
}

/**
 * Brings the project's card up to what stands. Every announced change owes one; whoever comes first does the work of all,
 * and the others find the card up to date.
 */
async function refreshCard({ core, slack }: OverviewParts, owed: Owed): Promise<void> {
  const workspaceId = owed.workspaceId as Id<'workspace'>;
  const project = await projectById(core.db, workspaceId, owed.projectId ?? '');
  if (!project.channelId || (project.cardTs && project.cardRevision >= project.revision)) return;
  // Two workers may hold two of these at once. Both see each other's claim, and only the older one goes on: one card.
  if (await earlierClaim(core.db, owed)) throw new EffectFailed('busy', 'another worker is at this card', 200);
  const view = await cardViewOf(core.db, workspaceId, project.id, core.clock.now());
  const message = cardMessage(view);
  const place = project.cardTs
    ? await edit(slack, workspaceId, { channel: project.channelId, ts: project.cardTs }, message)
    : undefined;
  const stands = place ?? (await post({ core, slack }, workspaceId, project, message));
  await transact(core, workspaceId, (work) =>
    keepCard(work, project.id, { channelId: stands.channel, cardTs: stands.ts, cardRevision: view.project.revision }),
  );
}

/** Errors that say the message, or the way to it, is gone for good. */
const GONE = [
  'message_not_found',
  'cant_update_message',
  'channel_not_found',
  'is_inactive',
  'is_archived',
  'not_in_channel',
  'edit_window_closed',
];

/** Answers undefined when the card is gone and has to be posted anew. */
async function edit(
  slack: OverviewParts['slack'],
  workspaceId: string,
  place: Place,
  message: ReturnType<typeof cardMessage>,
): Promise<Place | undefined> {
  try {
    await slack.update(workspaceId, place, message);
    return place;
  } catch (error) {
    if (error instanceof SlackRefused && GONE.includes(error.reason)) return undefined;
    throw error;
  }
}

/** Into the project's channel; where that can't be written to, to the freelancer's messages with the app. */
async function post(
  { core, slack }: OverviewParts,
  workspaceId: string,
  project: { channelId: string | null; freelancerId: string },
  message: ReturnType<typeof cardMessage>,
): Promise<Place> {
  try {
    return await slack.post(workspaceId, project.channelId ?? '', message);
  } catch (error) {
    if (!(error instanceof SlackRefused && error.outcome === 'dead')) throw error;
    const { slackUserId } = await memberById(core.db, workspaceId, project.freelancerId);
    return slack.post(workspaceId, slackUserId, message);
  }
}

/** One line of the log for what happened, if it is worth a person's while. */
async function logToThread({ core, slack }: OverviewParts, owed: Owed): Promise<void> {
  const happening = await happeningOf(core.db, owed);
  const message = happening && logLine(happening);
  if (!message) return;
  const project = await projectById(core.db, owed.workspaceId, owed.projectId ?? '');
  const { slackUserId } = await memberById(core.db, owed.workspaceId, project.freelancerId);
  await postToThread(slack, project, slackUserId, message);
}

import { EffectFailed } from '../platform/outbox.ts';
import type { Place, SlackClients, SlackMessage } from '../slack/client.ts';
import { SlackRefused } from '../slack/failure.ts';
import type { Project } from './project.ts';

export type ThreadOptions = {
  /** Also shown in the channel: for what everyone waits for, such as a payment. */
  broadcast?: boolean;
};

/**
 * Into the thread of the project's card. The card is posted by an effect of its own: while it is not there yet, this waits
 * for it. Where the channel can't be written to any more, the freelancer alone is told. Answers where the message stands.
 *
 * @param freelancer the Slack user id of the project's freelancer.
 */
export async function postToThread(
  slack: Pick<SlackClients, 'post'>,
  project: Project,
  freelancer: string,
  message: SlackMessage,
  options: ThreadOptions = {},
): Promise<Place> {
  const { workspaceId, channelId, cardTs } = project;
  if (!channelId) return slack.post(workspaceId, freelancer, message);
  if (!cardTs) throw new EffectFailed('retry', 'the card is not posted yet');
  const thread = { threadTs: cardTs, broadcast: options.broadcast ?? false };
  return slack.post(workspaceId, channelId, message, thread).catch((error: unknown) => {
    if (!(error instanceof SlackRefused && error.outcome === 'dead')) throw error;
    return slack.post(workspaceId, freelancer, message);
  });
}

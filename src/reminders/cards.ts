import type { KnownBlock } from '@slack/types';
import { actions, button, confirm, context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { md } from '../slack/mrkdwn.ts';
import { SNOOZE_DAYS } from './pause.ts';

export const SNOOZE = 'reminder:snooze';
export const STOP = 'reminder:stop';

/** What a post about a reminder says; the sentences are made by `reminderView`. */
export type ReminderView = {
  projectId: string;
  /** The client's name. */
  client: string;
  /** `the deposit invoice 2027-0001 of EUR 2,000.00`. */
  about: string;
  /** When the next one goes, or undefined when this was the last. */
  next: string | undefined;
  /** Why it is not known whether it arrived. */
  unknown: string | undefined;
};

/** The post in the card's thread, with what holds the next ones back. */
export function reminderMessage(view: ReminderView): SlackMessage {
  const { client, about, next, unknown } = view;
  const words = unknown
    ? md`⚠️ The reminder to *${client}* about ${about} may or may not have arrived. It is not sent again; look whether the mail server has it.`
    : md`Reminded *${client}* of ${about}.`;
  return {
    text: summary(words),
    blocks: [
      section(words),
      context(next ? `The next reminder goes out ${next}.` : 'This was the last reminder.'),
      ...(next ? holdingBack(view.projectId) : []),
    ],
  };
}

/** One press each. Slack wants action ids to differ within a block, so every snooze has a block of its own. */
function holdingBack(projectId: string): KnownBlock[] {
  const stop = button('Stop reminders', STOP, projectId, {
    confirm: confirm(
      'Stop the reminders?',
      'What is planned for this project is not sent. A later invoice starts with reminders of its own.',
      'Stop them',
      'Go on',
    ),
  });
  return SNOOZE_DAYS.map((days, index) => {
    const label = days === 1 ? 'Snooze 1 day' : `Snooze ${days} days`;
    const snooze = button(label, SNOOZE, `${projectId}|${days}`);
    return actions(index === 0 ? [snooze, stop] : [snooze], `snooze-${days}`);
  });
}

export const snoozed = (until: string) => `No reminder goes to this client before ${until}.`;

export const stopped = (count: number) =>
  count > 0
    ? `Stopped. ${count === 1 ? 'One planned reminder is' : `${count} planned reminders are`} not sent.`
    : 'No reminder is planned for this project.';

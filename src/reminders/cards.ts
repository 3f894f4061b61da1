import type { KnownBlock } from '@slack/types';
import { actions, button, confirm, context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { type Mrkdwn, md } from '../slack/mrkdwn.ts';
import type { Next } from './next-read.ts';
import { SNOOZE_DAYS } from './pause.ts';
import type { ReminderView } from './reminder-view.ts';

export const SNOOZE = 'reminder:snooze';
export const STOP = 'reminder:stop';

/** The post in the card's thread, with what holds the next ones back. */
export function reminderMessage(view: ReminderView): SlackMessage {
  const words = wordsOf(view);
  const { next } = view;
  return {
    text: summary(words),
    blocks: [
      section(words),
      context(next.goes === 'never' ? 'No other reminder is planned.' : sentenceOf(next)),
      ...(isPlanned(next) ? holdingBack(view.projectId) : []),
    ],
  };
}

function wordsOf({ unknown, name, email, about, standing }: ReminderView): Mrkdwn {
  const to = md`*${name}* (${email})`;
  if (unknown)
    return md`⚠️ The reminder to ${to} about ${about} may have arrived, or not: the line to the mail server broke in the middle. It is not sent again.`;
  return standing ? md`Reminded ${to} of ${about}, ${standing}.` : md`Reminded ${to} to sign the contract.`;
}

function sentenceOf(next: Next): string {
  switch (next.goes) {
    case 'at':
      return `The next reminder goes out ${next.when}.`;
    case 'when-answered':
      return 'The next reminder waits until the client is answered.';
    case 'stopped':
      return 'The reminders of this project were stopped.';
    case 'never':
      return 'No reminder is planned for this project now.';
  }
}

/** One press each. Slack wants action ids to differ within a block, so every snooze has a block of its own. */
function holdingBack(projectId: string): KnownBlock[] {
  const stop = button('Stop reminders', STOP, projectId, {
    confirm: confirm(
      'Stop the reminders?',
      'What is planned for this project is not sent. A later invoice starts with reminders of its own.',
      'Stop them',
      'Keep them',
    ),
  });
  const snoozes = SNOOZE_DAYS.map((days) => {
    const label = days === 1 ? 'Snooze 1 day' : `Snooze ${days} days`;
    return actions([button(label, SNOOZE, `${projectId}|${days}`)], `snooze-${days}`);
  });
  return [...snoozes, actions([stop], 'stop')];
}

const isPlanned = (next: Next) => next.goes === 'at' || next.goes === 'when-answered';

/** For a press on an old post, when there is nothing to hold back any more. */
export function nothingToSnooze(next: Next): string | undefined {
  return isPlanned(next) ? undefined : `${sentenceOf(next)} There is nothing to snooze.`;
}

export function snoozed(until: string, next: Next): string {
  const said = next.goes === 'at' && next.when === until;
  return `No reminder before ${until}.${said ? ' The next one goes out then.' : ` ${sentenceOf(next)}`}`;
}

export function stopped(count: number): string {
  if (count === 0) return 'No reminder is planned for this project, so there is nothing to stop.';
  return `Stopped. ${count === 1 ? 'One planned reminder is' : `${count} planned reminders are`} not sent.`;
}

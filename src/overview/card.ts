import type { Button, KnownBlock } from '@slack/types';
import { versionActions } from '../contracts/cards.ts';
import { actions, button, context, fields, header, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { join, md } from '../slack/mrkdwn.ts';
import { DESK_ACTION } from '../workspaces/profile-form.ts';
import type { CardView } from './card-view.ts';

const CARD_EVENT = 'retainer_card';

/** The one live message of a project; short enough for a phone. */
export function cardMessage(view: CardView): SlackMessage {
  const { project, mark, standing, client, facts, lines, warnings } = view;
  const buttons = buttonsOf(view);
  const blocks: KnownBlock[] = [
    header(project.title),
    section(md`${mark} *${standing}*\n${client}`),
    ...(facts.length > 0 ? fields(facts) : []),
    ...(warnings.length > 0
      ? [
          section(
            join(
              warnings.map((words) => md`⚠️ ${words}`),
              '\n',
            ),
          ),
        ]
      : []),
    ...(lines.length > 0 ? [context(join(lines, '\n'))] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    ...view.changes.slice(-CHANGES_MAX).flatMap(changeBlocks),
  ];
  return {
    text: summary(md`${project.title}, ${client}: ${standing}`),
    blocks,
    metadata: {
      event_type: CARD_EVENT,
      event_payload: { project: project.id, state: view.state, revision: project.revision },
    },
  };
}

/** Older ones stand among the lines. */
const CHANGES_MAX = 3;

/** A change order that waits, with the buttons that act on it alone. */
function changeBlocks({ version, words }: CardView['changes'][number]): KnownBlock[] {
  return [section(md`*Change order:* ${words}`), actions(versionActions(version), version.id)];
}

/** Money is recorded in the browser, by an owner; the button leads there. */
function buttonsOf({ version, owing }: CardView): Button[] {
  const own = (version && versionActions(version)) ?? [];
  return owing ? [...own, button('Record a payment', DESK_ACTION, 'payments')] : [...own];
}

import type { KnownBlock } from '@slack/types';
import { versionActions } from '../contracts/cards.ts';
import { context, fields, header, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { join, md } from '../slack/mrkdwn.ts';
import type { CardView } from './card-view.ts';

export const CARD_EVENT = 'retainer_card';

/** The one live message of a project; short enough for a phone. */
export function cardMessage(view: CardView): SlackMessage {
  const { project, mark, standing, client, facts, lines, warnings, version } = view;
  const buttons = version && versionActions(version);
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
    ...(buttons ? [buttons] : []),
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

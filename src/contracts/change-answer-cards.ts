import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, button, context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, md, member, quote } from '../slack/mrkdwn.ts';
import { CHANGE_MAX, type ChangeRequest } from './change.ts';
import { openWords, shownBlocks } from './change-cards.ts';
import type { Ladder } from './change-ladder.ts';
import type { ShownChange } from './change-show.ts';

export const ACCEPT = 'change:accept';
export const COUNTER = 'change:counter';
export const DECLINE_CHANGE = 'change:decline';

type Facts = { title: string; freelancer: string; shown: ShownChange; ladder: readonly Ladder[] };

/** The client's request as it stands in the thread: their words, what they would change, how far to give way, the answers. */
export function requestMessage(request: ChangeRequest, { title, freelancer, shown, ladder }: Facts): SlackMessage {
  const { id, askedBy, body } = request;
  const accept = shown.makes
    ? [button('Accept', ACCEPT, id, { style: 'primary', label: `Accept what ${askedBy} asks for` })]
    : [];
  return {
    text: summary(md`${askedBy} asks for a change of “${title}”: ${cut(body, 300)}`),
    blocks: [
      section(md`${member(freelancer)}, *${askedBy}* asks for a change:`),
      section(quote(body)),
      ...readBlocks(shown),
      ...ladder.map(ladderBlock),
      actions([...accept, button('Counter', COUNTER, id), button('Decline', DECLINE_CHANGE, id)]),
      context('Accept and Counter make a new version that you sign anew. Their reminders wait for your answer.'),
    ],
  };
}

function readBlocks(shown: ShownChange): KnownBlock[] {
  const left = shown.open.slice(0, 5).map((open) => section(openWords(open)));
  if (shown.lines.length === 0) return [section('I could read no change of the terms from these words.'), ...left];
  return [...shownBlocks(shown, 'message'), ...left];
}

function ladderBlock({ clause, rungs }: Ladder): KnownBlock {
  return section(
    join([md`*How far to give way: ${clause}*`, ...rungs.map(({ side, fits }) => md`• *${side}*: ${fits}`)], '\n'),
  );
}

export const declineForm = form(
  DECLINE_CHANGE,
  { title: 'Decline the change', submit: 'Decline' },
  {
    reason: textarea('Why not?', {
      max: CHANGE_MAX,
      hint: 'It goes to the client by e-mail and stands on their page.',
    }),
  },
);

export const askedBlocks = ({ askedBy, body }: Pick<ChangeRequest, 'askedBy' | 'body'>): KnownBlock[] => [
  section(md`*${askedBy}* asks:`),
  section(quote(body)),
];

export function declineView(request: ChangeRequest): ModalView {
  return declineForm.view({ intro: askedBlocks(request), metadata: { change: request.id } });
}

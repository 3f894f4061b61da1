import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, button, context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, md, member, quote } from '../slack/mrkdwn.ts';
import { CHANGE_MAX, type ChangeRequest } from './change.ts';
import { openBlocks, shownBlocks, whyBlocks } from './change-cards.ts';
import type { Ladder, Rung } from './change-ladder.ts';
import type { ShownChange } from './change-show.ts';
import { WORDINGS } from './wordings-cards.ts';

export const ACCEPT = 'change:accept';
export const ACCEPT_READ = 'change:accept-as-read';
export const COUNTER = 'change:counter';
export const DECLINE_CHANGE = 'change:decline';

type Facts = {
  title: string;
  freelancer: string;
  shown: ShownChange;
  /** What it would change as a model reads what the rules left open; undefined where it points at nothing to take. */
  asRead: ShownChange | undefined;
  ladder: readonly Ladder[];
  /** Families that stand in the version the request is about. */
  families: readonly string[];
};

/** The client's request as it stands in the thread: their words, what they would change, how far to give way, the answers. */
export function requestMessage(request: ChangeRequest, facts: Facts): SlackMessage {
  const { title, freelancer, shown, asRead, ladder, families } = facts;
  const { id, askedBy, body, versionId } = request;
  const accept = shown.makes
    ? [button('Accept', ACCEPT, id, { style: 'primary', label: `Accept what ${askedBy} asks for` })]
    : [];
  const taken = asRead
    ? [
        button('Accept as read with AI', ACCEPT_READ, id, {
          label: `Accept what a model reads in the words of ${askedBy}`,
        }),
      ]
    : [];
  return {
    text: summary(md`${askedBy} asks for a change of “${title}”: ${cut(body, 300)}`),
    blocks: [
      section(md`${member(freelancer)}, *${askedBy}* asks for a change:`),
      section(quote(body)),
      ...readBlocks(shown),
      ...asReadBlocks(asRead),
      ...whyBlocks(shown),
      ...ladder.map((one) => ladderBlock(one, one.family && families.includes(one.family) ? versionId : undefined)),
      actions([...accept, ...taken, button('Counter', COUNTER, id), button('Decline', DECLINE_CHANGE, id)]),
      context(
        'Accept and Counter make a new version that you sign anew; Accept counts once it is sent. Their reminders wait for your answer.',
      ),
    ],
  };
}

function readBlocks(shown: ShownChange): KnownBlock[] {
  const left = openBlocks(shown.open, 5);
  if (shown.lines.length === 0) return [section('I could read no change of the terms from these words.'), ...left];
  return [...shownBlocks(shown, 'message'), ...left];
}

function asReadBlocks(asRead: ShownChange | undefined): KnownBlock[] {
  if (!asRead) return [];
  const { lines, effects } = asRead;
  return [
    section(
      join(
        [
          md`*Read with AI help, all of it would change:*`,
          ...lines.map(({ label, words }) => md`• *${label}:* ${cut(words, 400)}`),
          ...effects.map((words) => md`• ${words}`),
        ],
        '\n',
      ),
    ),
    context('A model only pointed at this. Hold it against their words before you accept it.'),
  ];
}

/** With the way to read each wording and take one, where the clause is in the contract. */
function ladderBlock({ family, clause, rungs }: Ladder, versionId: string | undefined): KnownBlock {
  const press = versionId && button('Wordings', WORDINGS, `${versionId}|${family}`, { label: `Wordings of ${clause}` });
  return section(join([md`*How far to give way: ${clause}*`, ...rungs.map(rungWords)], '\n'), press || undefined);
}

const STANDS = { now: 'You are here now.', asked: 'They ask for this.', both: 'You are here, and would stay here.' };

function rungWords({ side, says, fits, stands }: Rung) {
  const value = says ? md`, ${says}` : md``;
  return stands ? md`• *${side}*${value}: ${fits} _${STANDS[stands]}_` : md`• *${side}*${value}: ${fits}`;
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

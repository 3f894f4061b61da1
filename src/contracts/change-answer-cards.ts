import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, button, context, section, summary } from '../slack/blocks.ts';
import type { SlackMessage } from '../slack/client.ts';
import { textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, md, member, quote } from '../slack/mrkdwn.ts';
import { CHANGE_MAX, type ChangeRequest } from './change.ts';
import type { Counter } from './change-answer.ts';
import { openBlocks, shownBlocks, whyBlocks } from './change-cards.ts';
import type { Ladder, Rung } from './change-ladder.ts';
import type { ShownChange } from './change-show.ts';
import { shownAs } from './contract.ts';
import { termLines } from './redline.ts';
import type { Terms } from './terms.ts';
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
  const { askedBy, body, versionId, state } = request;
  const open = state === 'open';
  const rungs = ladder.map((one) =>
    ladderBlock(one, one.family && families.includes(one.family) ? versionId : undefined),
  );
  return {
    text: summary(md`${askedBy} asks for a change of “${title}”: ${cut(body, 300)}`),
    blocks: [
      section(md`${member(freelancer)}, *${askedBy}* asks for a change:`),
      section(quote(body)),
      ...readBlocks(shown),
      ...asReadBlocks(asRead),
      ...whyBlocks(shown),
      ...(open ? [...rungs, ...answerBlocks(request, facts)] : [context(outcomeOf(request))]),
    ],
  };
}

function answerBlocks({ id, askedBy }: ChangeRequest, { shown, asRead }: Facts): KnownBlock[] {
  const label = shown.open.length > 0 ? 'Accept in part' : 'Accept';
  const accept = shown.makes
    ? [button(label, ACCEPT, id, { style: 'primary', label: `${label}: what ${askedBy} asks for` })]
    : [];
  const read = asRead && asRead.open.length > 0 ? 'Accept in part, as read with AI' : 'Accept as read with AI';
  const taken = asRead
    ? [button(read, ACCEPT_READ, id, { label: `${read}: what a model reads in the words of ${askedBy}` })]
    : [];
  return [
    ...(shown.makes ? leftBlocks(label, shown) : []),
    ...(asRead ? leftBlocks(read, asRead) : []),
    actions([...accept, ...taken, button('Counter', COUNTER, id), button('Decline', DECLINE_CHANGE, id)]),
    context(
      'Accept and Counter make a new version that you sign anew. The client hears of it once it is sent, and nothing before. Their reminders wait for your answer.',
    ),
  ];
}

/** What a yes is no yes to, said before it is pressed. */
function leftBlocks(label: string, { open }: Pick<ShownChange, 'open'>): KnownBlock[] {
  if (open.length === 0) return [];
  const words = open.map(({ quote: left }) => `“${cut(left, 160)}”`).join(', ');
  return [section(md`*${label}* leaves out ${cut(words, 2_000)}. The client is told so.`)];
}

/** What became of a request, in the place of its buttons. */
function outcomeOf({ state, answeredBy, reason, left }: ChangeRequest): string {
  const who = answeredBy ?? 'A colleague';
  if (state === 'overtaken') return 'The contract has gone on since, so there is nothing to answer any more.';
  if (state === 'declined') return `${who} declined this: ${cut(reason ?? '', 600)}`;
  if (state === 'countered') return `${who} answered with another version, which is with the client.`;
  if (state === 'accepted') return `${who} accepted this. The new version is with the client.`;
  const words = left.map((one) => `“${cut(one, 160)}”`).join(', ');
  return `${who} accepted part of this. The new version is with the client. Left out: ${cut(words, 1_500)}`;
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

/** What is asked before an answer throws away the counter that was drafted. */
export const counteredForm = form('change:countered', { title: 'A counter is drafted', submit: 'Accept instead' }, {});

/** The counter that accepting would throw away: closed, it stays as it is. */
export function counteredView(
  request: ChangeRequest,
  { version, by }: Counter,
  { asked, asRead }: { asked: Terms; asRead: boolean },
): ModalView {
  const lines = termLines(asked, version.terms);
  return counteredForm.view({
    intro: [
      ...askedBlocks(request),
      section(md`*${by}* has drafted version ${version.number} as the answer:`),
      section(
        join(
          lines.length > 0
            ? lines.map(({ label, words }) => md`• *${label}:* ${cut(words, 400)}`)
            : [md`The terms as they stand, in other words.`],
          '\n',
        ),
      ),
      context(
        md`It has not gone to the client: *Sign and send* on the card sends it. Accepting instead throws it away and drafts what ${request.askedBy} asks for.`,
      ),
    ],
    metadata: { change: request.id, knows: shownAs(version), asRead },
  });
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

export function declineView(request: ChangeRequest, counter: Counter | undefined): ModalView {
  const goes = counter
    ? [
        context(
          md`${counter.by} has drafted version ${counter.version.number} as the answer. Declining throws it away.`,
        ),
      ]
    : [];
  const knows = counter && shownAs(counter.version);
  return declineForm.view({
    intro: [...askedBlocks(request), ...goes],
    metadata: { change: request.id, ...(knows && { knows }) },
  });
}

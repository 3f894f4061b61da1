import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { choice } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, type Mrkdwn, md, quote } from '../slack/mrkdwn.ts';
import { ASKS_MAX, type Ask, partsAsking } from './scope.ts';
import type { Checked } from './scope-model.ts';
import type { Waiting } from './waiting-slack.ts';

export const SCOPE = 'contract:scope';
export const MAKE_CHANGE = 'contract:make-change';

/** Where a message might belong to several contracts. */
export const scopeForm = form(
  'contract:scope',
  { title: 'Is this in scope?', submit: 'Check' },
  { contract: choice('Which contract') },
);

export function chooseContract(choices: Readonly<Record<string, string>>, message: string): ModalView {
  return scopeForm.view({
    choices: { contract: choices },
    values: { contract: Object.keys(choices)[0] },
    intro: [section(quote(cut(message, 600)))],
    metadata: { message },
  });
}

/** While a model looks; what comes of it takes this window's place. */
export const COMPARING: Waiting = {
  id: 'scope:comparing',
  skip: 'scope:skip-model',
  title: 'Is this in scope?',
  words: 'Comparing with what was signed…',
  sent: 'The model has the message and the clauses about the work.',
  sofar: (said) => {
    const { size } = new Set([...said.matchAll(/"ask"\s*:\s*(\d{1,3})\b/g)].map(([, number]) => number));
    return size > 0 ? `Compared so far: ${size === 1 ? 'one thing' : `${size} things`} of the message.` : undefined;
  },
};

const VERDICTS: Record<Ask['verdict'], readonly [mark: string, words: string]> = {
  in: ['🟢', 'In scope'],
  outside: ['🔴', 'Outside'],
  unclear: ['🟡', 'Can’t tell'],
};

export type ScopeAt = { versionId: string; title: string; message: string } & Checked;

/** The verdicts, each with the words it rests on; nobody else sees them. */
export function scopeView({ versionId, title, asks, message, helped, why }: ScopeAt): ModalView {
  const outside = asks.some(({ verdict }) => verdict !== 'in');
  const left = partsAsking(message).slice(ASKS_MAX);
  return modal(
    'Is this in scope?',
    [
      section(md`Held against *${title}*, as it was signed`),
      ...asks.map(askBlock),
      ...(left.length > 0 ? [section(leftWords(left))] : []),
      // What was cut off ends with a mark.
      ...(message.endsWith('…')
        ? [context('Only the beginning of that message was compared: it is longer than fits.')]
        : []),
      ...(asks.length === 0 ? [section('I found nothing in that message that asks for work.')] : []),
      ...(outside
        ? [actions([button('Make a change order', MAKE_CHANGE, versionId, { style: 'primary' })])]
        : [actions([button('Make a change order', MAKE_CHANGE, versionId)])]),
      ...(helped
        ? [context('A model pointed at words that make you look again; every sentence is the contract’s own.')]
        : []),
      ...(why ? [context(why)] : []),
      context('Only you see this. It compares words and gives no advice; you decide what to tell the client.'),
    ],
    { metadata: { message } },
  );
}

/** What a message asks for beyond what is compared at once. */
function leftWords(left: readonly string[]): Mrkdwn {
  const many = left.length === 1 ? 'One thing more was' : `${left.length} things more were`;
  const first = left.slice(0, ASKS_MAX).map((words) => quote(cut(words, 200)));
  return join([md`*${many} not compared.* Press Is this in scope? on a message that has only these:`, ...first], '\n');
}

function askBlock({ words, verdict, why, quotes }: Ask): KnownBlock {
  const [mark, said] = VERDICTS[verdict];
  const lines: Mrkdwn[] = [md`${mark} *${said}:* ${why}`, quote(cut(words, 400))];
  for (const { number, title, sentence, of } of quotes)
    lines.push(md`Clause ${number} (${title})${of ? ` of the ${of}` : ''}: “${cut(sentence, 400)}”`);
  return section(join(lines, '\n'));
}

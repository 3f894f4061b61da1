import type { KnownBlock, ModalView } from '@slack/types';
import { alert, button, context, modal, section } from '../slack/blocks.ts';
import { checkbox, text } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, md, quote } from '../slack/mrkdwn.ts';
import { DESK_ACTION } from '../workspaces/profile-form.ts';
import { CONSENT_NOW, CONSENTS } from './consent.ts';
import type { CustomWords } from './contract.ts';
import { at, type PreviewFacts, type PreviewPart, previewOf } from './preview.ts';
import { NAME_MAX } from './sign.ts';

export const sendForm = form(
  'contract:send',
  { title: 'Sign and send', submit: 'Sign and send' },
  {
    name: text('Your full name', { max: NAME_MAX, hint: 'Typed, it is your signature.' }),
    custom: checkbox('Custom wording', 'I have read the words that are not from the library').optionally(),
    consent: checkbox('Consent', 'I sign this contract and want it sent', { hint: CONSENTS[CONSENT_NOW.freelancer] }),
  },
);

export type SendAt = PreviewFacts & {
  title: string;
  member: string;
  /** The version and the hash of the text it shows; what is signed is what was previewed. */
  shown: string;
  payable: boolean;
  /** The client's request that sending this says yes to; closed instead, it waits on. */
  accepts?: string | undefined;
  /** What stands in the contract that no library clause says. */
  custom: readonly CustomWords[];
  /** What a careful freelancer would look at before signing, in sentences. */
  warnings: readonly string[];
};

/** Everything that sending leads to, and the place to sign. */
export function sendView(facts: SendAt): ModalView {
  const parts = previewOf(facts).flatMap(partBlocks);
  const zone = context(`Times are ${facts.to.name}’s, in ${facts.zone}. It is ${at(facts.now, facts.zone)} there now.`);
  if (!facts.payable)
    return modal('Sign and send', [
      alert('warning', 'This contract asks for a deposit, and there is no way to pay it yet.'),
      section(
        'Say where transfers go, in the browser; then press Sign and send on the card again.',
        button('Add bank details', DESK_ACTION, 'bank', { style: 'primary' }),
      ),
      ...parts,
      zone,
    ]);
  return sendForm.view({
    values: { name: facts.member },
    intro: [
      section(md`*${facts.title}*`),
      ...facts.warnings.map((sentence) => alert('warning', sentence)),
      ...parts,
      zone,
      ...customBlocks(facts.custom),
    ],
    ...(facts.custom.length > 0 ? { needed: ['custom'] } : { without: ['custom'] }),
    metadata: { shown: facts.shown, to: facts.to.email, ...(facts.accepts && { accepts: facts.accepts }) },
    notifyOnClose: facts.accepts !== undefined,
  });
}

/** More than this is read in the PDF; no template of ours has half as many. */
const SHOWN_CUSTOM = 20;

function customBlocks(custom: readonly CustomWords[]): KnownBlock[] {
  if (custom.length === 0) return [];
  const shown = custom.slice(0, SHOWN_CUSTOM);
  const left = custom.length - shown.length;
  return [
    section(md`*Custom wording*\nThese words are not from the library. Read them: they are part of what you sign.`),
    ...shown.map(({ clause, words }) => section(join([md`*${clause}*`, quote(words)], '\n'))),
    ...(left > 0 ? [context(`And ${left} more, marked in the PDF.`)] : []),
  ];
}

function partBlocks({ title, lines }: PreviewPart): KnownBlock[] {
  return [section(join([md`*${title}*`, ...lines.map(({ when, what }) => md`• ${when}: ${what}`)], '\n'))];
}

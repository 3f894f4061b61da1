import type { Button, ModalView } from '@slack/types';
import { LINT } from '../lint/finding.ts';
import { button, confirm, modal, section, summary } from '../slack/blocks.ts';
import { channel, join, type Mrkdwn, md } from '../slack/mrkdwn.ts';
import { undoButton } from './change-cards.ts';
import { CHANGE, CLAUSES, isUndoable, type Version } from './contract.ts';
import { EXPLAIN } from './explain-cards.ts';
import { ORIGINS } from './origins-cards.ts';

export const EDIT = 'contract:edit';
export const PDF = 'contract:pdf';
export const SEND = 'contract:send';
export const DISCARD = 'contract:discard';

type Said = { text: string; blocks: ReturnType<typeof section>[] };

/** What can be done with the version a card shows; nothing once it is signed but to read it. */
export function versionActions(version: Pick<Version, 'id' | 'state' | 'reading'>): Button[] {
  const edit = (label: string) => button(label, EDIT, version.id);
  const pdf = button('PDF', PDF, version.id);
  const check = button('Check', LINT, version.id);
  const clauses = button('Clauses', CLAUSES, version.id);
  const change = button('Ask for a change', CHANGE, version.id);
  const undo = isUndoable(version) ? [undoButton(version)] : [];
  const explain = button('Explain', EXPLAIN, version.id);
  const from = button('Where from', ORIGINS, version.id, { label: 'Where from: the words each term was read from' });
  if (version.state === 'draft')
    return [
      button('Sign and send', SEND, version.id, { style: 'primary' }),
      edit('Edit terms'),
      pdf,
      change,
      ...undo,
      check,
      clauses,
      from,
      explain,
      button('Discard', DISCARD, version.id, {
        confirm: confirm(
          'Discard this draft?',
          'It goes away for good. Nobody has seen it.',
          'Discard',
          'Keep it',
          true,
        ),
      }),
    ];
  if (version.state === 'sent')
    return [
      edit('Edit terms'),
      pdf,
      change,
      ...undo,
      check,
      clauses,
      from,
      explain,
      button('Withdraw', DISCARD, version.id, {
        confirm: confirm(
          'Withdraw this contract?',
          'The client can’t sign it any more; their page says that it was withdrawn.',
          'Withdraw',
          'Leave it',
          true,
        ),
      }),
    ];
  if (version.state === 'declined') return [edit('Edit terms'), pdf, change, ...undo, check, clauses, from, explain];
  return version.state === 'signed' || version.state === 'sealed' ? [pdf, clauses, from, explain] : [explain];
}

export function contractHelp(): Said {
  return {
    text: summary('What /contract does.'),
    blocks: [
      section(
        md`*Say what you agreed on*, in your own words. I fill the form with it and ask for what is missing; nothing is sent before you sign.`,
      ),
      section(
        join(
          [
            md`• \`/contract Brand identity for Acme (dana@acme.test), EUR 4,000, 50% deposit, two rounds of revisions, start 2 March, done by 10 April\``,
            md`• \`/contract Wedding photos for Tom Baker (tom@baker.test), EUR 1,800, 12 June 3pm for 6 hours\``,
            md`• \`/contract NDA with Acme Ltd (dana@acme.test) about their new shop\``,
            md`• \`/contract\` alone opens an empty form`,
            md`• Or choose “Draft contract from this” in the menu of a message`,
          ],
          '\n',
        ),
      ),
    ],
  };
}

/** Where the draft stands, for someone who pressed the button somewhere else. */
export function draftedView(title: string, place: { channelId: string; note: string | undefined }): ModalView {
  const where: Mrkdwn = place.channelId.startsWith('D') ? md`your messages with Retainer` : channel(place.channelId);
  return modal('Drafted', [
    section(md`The draft of *${title}* is in ${where}.`),
    ...(place.note ? [section(place.note)] : []),
    section('Read it there, then press Sign and send. Nothing has gone to the client yet.'),
  ]);
}

export const pdfComing = 'The PDF comes into the thread of the card in a moment.';

export function discardedNote(version: Pick<Version, 'sentAt'>): string {
  return version.sentAt ? 'Withdrawn. The client’s page says so.' : 'Discarded.';
}

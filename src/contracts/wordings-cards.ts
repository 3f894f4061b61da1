import type { KnownBlock, ModalView } from '@slack/types';
import { actions, alert, button, context, divider, modal, section, sections } from '../slack/blocks.ts';
import { join, type Mrkdwn, md, quote } from '../slack/mrkdwn.ts';
import { clauseBlocks } from './change-cards.ts';
import { CLAUSES } from './contract.ts';
import type { ClauseRedline } from './redline.ts';
import { type ClauseRow, clauseRows, isOpen, type Wording, type WordingsScene, wordingsOf } from './wordings.ts';

export const WORDINGS = 'clause:wordings';
export const TAKE = 'clause:take';
export const UNDO_WORDING = 'clause:undo';

/** A template has 80 clauses at most, and Slack shows a hundred blocks. */
const ROWS_MAX = 92;

/** The clauses of a contract by number: why each stands, what may be changed in it, and where other wordings are. */
export function clausesView(scene: WordingsScene): ModalView {
  const { version } = scene;
  const rows = clauseRows(scene);
  const left = rows.length - ROWS_MAX;
  return modal(
    'Clauses',
    [
      section(md`*${version.terms.title?.value ?? 'Contract'}*, version ${version.number}: why each clause is there`),
      context(
        isOpen(version)
          ? 'Protected: the library’s own words, which only the terms fill. Where it has several, press Wordings to read and take one.'
          : 'The words of this version stand. Press Wordings to read what else the library has.',
      ),
      ...rows.slice(0, ROWS_MAX).map((row) => rowBlock(version.id, row)),
      ...(left > 0 ? [context(`And ${left} more, in the PDF.`)] : []),
      context('Templates, not legal advice.'),
    ],
    { callbackId: CLAUSES },
  );
}

function rowBlock(versionId: string, row: ClauseRow): KnownBlock {
  const { number, title, why, family, wordings } = row;
  const press =
    wordings > 1
      ? button('Wordings', WORDINGS, `${versionId}|${family}`, { label: `Other wordings of ${title}` })
      : undefined;
  const lines = [md`*${number}. ${title}*`, ...(why ? [md`${why}`] : []), md`_${standing(row)}_`];
  return section(join(lines, '\n'), press, `clause-${number}`);
}

function standing({ kind, side, choices }: ClauseRow): string {
  if (kind === 'custom') return 'Your own words';
  if (!side) return 'Protected';
  return choices > 1 ? `Protected. ${side}, one of ${choices} wordings` : `Protected. ${side}`;
}

export type WordingsSaid = {
  /** The wording whose button was pressed: what came of it is said there, where the person looks. */
  at: string;
  /** What was just done, and what it did to the words. */
  sentence: string;
  clauses?: readonly ClauseRedline[];
  /** A version that was made just now can be taken back here. */
  undo?: string;
};

/** Every wording of one clause in full, with whom it favours, when it fits, and a press to take it. */
export function wordingsView(scene: WordingsScene, family: string, said?: WordingsSaid): ModalView {
  const { version } = scene;
  const { row, wordings } = wordingsOf(scene, family);
  return modal(
    'Wordings',
    [
      section(join([md`*${row.number}. ${row.title}*`, md`${row.why}`], '\n')),
      ...wordings.flatMap((wording) => wordingBlocks(scene, wording, said?.at === wording.id ? said : undefined)),
      divider(),
      context(
        version.state === 'sent'
          ? 'Taking one drafts a new version; the one that is out stays until you send the new one.'
          : 'Templates, not legal advice.',
      ),
    ],
    { callbackId: WORDINGS, metadata: { version: version.id, family } },
  );
}

function saidBlocks({ at, sentence, clauses = [], undo }: WordingsSaid): KnownBlock[] {
  return [
    alert('success', sentence),
    ...clauseBlocks(clauses),
    ...(undo ? [actions([button('Undo', UNDO_WORDING, `${undo}|${at}`, { label: 'Undo: the wording before' })])] : []),
  ];
}

function wordingBlocks({ version }: WordingsScene, wording: Wording, said: WordingsSaid | undefined): KnownBlock[] {
  const { id, side, fits, stands, text, bar } = wording;
  const free = isOpen(version) && !stands && !bar;
  const press = free
    ? button('Take this', TAKE, `${version.id}|${id}`, { label: `Take the wording: ${side}` })
    : undefined;
  const head: Mrkdwn = stands ? md`*${side}* (stands now)` : md`*${side}*`;
  return [
    divider(),
    section(join([head, md`${fits}`], '\n'), press, `wording-${id}`),
    ...(said ? saidBlocks(said) : []),
    ...sections(
      quote(text)
        .mrkdwn.split('\n')
        .map((mrkdwn) => ({ mrkdwn })),
    ),
    ...(bar ? [context(bar)] : []),
  ];
}

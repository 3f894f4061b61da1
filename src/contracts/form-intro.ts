import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, section } from '../slack/blocks.ts';
import { type Mrkdwn, md } from '../slack/mrkdwn.ts';
import type { StoredReading } from './draft-read.ts';
import { isAsked } from './form-fields.ts';
import type { Terms } from './terms.ts';

/** What the brief left open that this kind of contract needs; another kind may have been chosen since it was read. */
export function questionsOf(
  { reading, terms }: { reading: StoredReading | undefined; terms: Terms },
  trait: { priced: boolean },
): string[] {
  if (!reading) return [];
  const bare = trait.priced ? !terms.fee && !terms.rate && 'fee' : !terms.purpose && 'purpose';
  return [...new Set([...reading.questions, ...(bare ? [bare] : [])])].filter((name) => isAsked(trait, name));
}

/** What is asked for opens empty: a default in its place would be a guess that looks like an answer. */
export function withoutGuesses(terms: Terms, questions: readonly string[]): Terms {
  const said = Object.entries(terms).filter(([name, each]) => each?.origin === 'brief' || !questions.includes(name));
  return Object.fromEntries(said);
}

const ASKED: Record<string, string> = {
  title: 'what the work is',
  clientName: 'who the client is',
  clientEmail: 'the client’s e-mail',
  clientAddress: 'the client’s address',
  clientTaxId: 'the client’s VAT number',
  clientKind: 'whether the client is a business or a private person',
  fee: 'what it costs',
  currency: 'the currency',
  taxIncluded: 'whether the price includes the tax',
  taxRateMilli: 'the tax',
  taxReason: 'whether tax is added, and if not, why',
  deposit: 'the deposit',
  purpose: 'what the talks are about',
  startOn: 'when it starts',
  endOn: 'by when it is done',
  booking: 'the time of the booking',
  revisions: 'how many revisions',
  netDays: 'when it is paid',
  deliverables: 'what the client gets',
  milestones: 'the parts of the price',
  governingLaw: 'whose law applies',
  cancellation: 'what calling off costs',
  rescheduling: 'what moving the date costs',
  killFee: 'the kill fee',
  rights: 'who has the rights',
  portfolio: 'whether the work may be shown',
  expenses: 'who pays expenses',
  acceptanceDays: 'when the work counts as accepted',
  confidentialityYears: 'how long it stays confidential',
};

/** Where from, of a form that was filled from a brief. */
export const FORM_ORIGINS = 'contract:form-origins';
/** A press on one of a note's quick answers; the number behind it keeps the buttons of a block apart. */
export const ANSWER = /^contract:answer\.\d+$/;
export const AnswerChosen = z.object({ note: z.int().min(0), answer: z.int().min(0) });

export function introOf(
  { source, why, questions, notes, terms }: StoredReading,
  answered: Readonly<Record<string, number>>,
  trait: { priced: boolean },
): KnownBlock[] {
  if (source === 'form') return [];
  // A quick answer is found by the place of its note, whichever of them are shown.
  const fits = notes
    .map((note, at) => ({ ...note, at }))
    .filter(({ field }) => field === undefined || isAsked(trait, field))
    // What one press answers comes before what is only told.
    .sort((a, b) => Number(Boolean(b.answers?.length)) - Number(Boolean(a.answers?.length)));
  const beyond = fits.length - SHOWN_NOTES;
  const fitting = fits.slice(0, SHOWN_NOTES);
  const asked = [...new Set(questions.map((name) => ASKED[name] ?? 'what is open below'))];
  const open = fitting.some(({ answers }) => answers?.length);
  const lines: Mrkdwn[] = [
    ...(asked.length > 0
      ? [md`*Please say:* ${listOf(asked)}.`]
      : [open ? md`*Please choose below.*` : md`Everything needed was in the brief. Look it over.`]),
    ...fitting.filter(({ answers }) => !answers?.length).map(({ sentence }) => md`• ${sentence}`),
  ];
  const how = [source === 'model' ? 'Read with AI help: check every field.' : undefined, why].flatMap(
    (one) => one ?? [],
  );
  return [
    section({ mrkdwn: lines.map(({ mrkdwn }) => mrkdwn).join('\n') }),
    ...fitting.flatMap((note) => askedBlocks(note, note.at, answered[note.at])),
    ...(isRead(terms) ? [actions([whereFrom])] : []),
    ...(beyond > 0
      ? [context(`${beyond} more ${beyond === 1 ? 'thing' : 'things'} in the brief may need a look.`)]
      : []),
    ...how.map((one) => context(one)),
  ];
}

const SHOWN_NOTES = 6;

const isRead = (terms: Terms) => Object.values(terms).some((each) => each?.quote);
const whereFrom = button('Where from', FORM_ORIGINS, 'form', { label: 'Where from: the words that filled each field' });

/** A question with its quick answers; the one that was pressed stands out. */
function askedBlocks(
  { sentence, answers }: StoredReading['notes'][number],
  note: number,
  chosen: number | undefined,
): KnownBlock[] {
  if (!answers?.length) return [];
  const buttons = answers
    .slice(0, 5)
    .map(({ label }, answer) =>
      button(
        label,
        `contract:answer.${answer}`,
        JSON.stringify({ note, answer }),
        chosen === answer ? { style: 'primary' } : {},
      ),
    );
  return [section(md`• ${sentence}`), actions(buttons, `contract:answers.${note}`)];
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

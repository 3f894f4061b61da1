import type { KnownBlock, ModalView } from '@slack/types';
import { cut } from '../shared/typed.ts';
import { actions, alert, button, context, divider, modal, section } from '../slack/blocks.ts';
import { choice, textarea } from '../slack/field.ts';
import { form } from '../slack/form.ts';
import { join, type Mrkdwn, marked, md, unmarked } from '../slack/mrkdwn.ts';
import { CHANGE_MAX, type ChangeRequest, type Open } from './change.ts';
import type { ShownChange } from './change-show.ts';
import { CHANGE, type Version } from './contract.ts';
import type { ClauseRedline, Piece } from './redline.ts';
import { isPriced, type Terms } from './terms.ts';
import type { Waiting } from './waiting-slack.ts';

export const UNDO = 'contract:undo';

/** More questions than this are asked when these are answered. */
const ASKED_MAX = 3;
const ANSWERS = ['answer1', 'answer2', 'answer3'] as const;
/** A long contract's redline is read in the PDF of the new version. */
const CLAUSES_MAX = 12;
const CLAUSE_MAX = 2_400;

export const changeForm = form(
  CHANGE,
  { title: 'Ask for a change', submit: 'Show what changes' },
  {
    answer1: choice('Your answer').optionally(),
    answer2: choice('Your answer').optionally(),
    answer3: choice('Your answer').optionally(),
    body: textarea('What should change?', {
      max: CHANGE_MAX,
      hint: 'In your own words, such as “make it 40% and add a kill fee of 25%”. You see what changes before anything is saved.',
    }),
  },
);
/** While a model looks at what no rule read; what comes of it takes this window's place. */
export const READING_CHANGE: Waiting = {
  id: 'change:reading',
  skip: 'change:skip-model',
  title: 'Ask for a change',
  words: 'Reading your words…',
  sent: 'The rules have read what they could; the model looks at the rest.',
  sofar: (said) => {
    const { length } = [...said.matchAll(/"quote"\s*:\s*"/g)];
    return length > 0
      ? `Found so far: ${length === 1 ? 'one thing' : `${length} things`} that you may mean.`
      : undefined;
  },
};

export type ChangeValues = ReturnType<typeof changeForm.read>;

/** Ids are looked up in the workspace of whoever submits. `answers` is the client's request this one counters. */
export type ChangeMeta = { version: string; change?: string | undefined; answers?: string | undefined };

export function changeView(
  meta: ChangeMeta,
  terms: Terms,
  body?: string,
  intro: readonly KnownBlock[] = [],
): ModalView {
  return changeForm.view({ without: [...ANSWERS], values: { body }, metadata: meta, intro, hints: hintsFor(terms) });
}

/** Nobody asks for another deposit where nothing is paid. */
function hintsFor(terms: Terms): { body?: string } {
  if (isPriced(terms)) return {};
  return { body: 'In your own words, such as “make it 5 years”. You see what changes before anything is saved.' };
}

/** What the words would change, the questions they leave, and the words again, to be put right. */
export function shownView(shown: ShownChange, change: ChangeRequest, meta: ChangeMeta): ModalView {
  const asked = askedOf(shown);
  const without = ANSWERS.filter((_, at) => at >= asked.length);
  const pairs = asked.map((open, at) => [ANSWERS[at] ?? 'answer1', open] as const);
  return changeForm.view({
    title: 'What changes',
    submit: shown.makes ? 'Make this version' : 'Show what changes',
    intro: [...shownBlocks(shown), ...leftBlocks(shown, asked), ...whyBlocks(shown)],
    before: Object.fromEntries(pairs.map(([name, open]) => [name, [section(openWords(open))]])),
    choices: Object.fromEntries(
      pairs.map(([name, open]) => [
        name,
        Object.fromEntries(open.choices.map(({ label }, at) => [String(at), cut(label, 75)])),
      ]),
    ),
    without,
    values: { body: change.body },
    hints: hintsFor(shown.terms),
    metadata: { ...meta, change: change.id },
    revision: change.id,
  });
}

/** The questions that have quick answers, as many as the form can ask at once. */
function askedOf(shown: ShownChange): Open[] {
  return shown.open.filter(({ choices }) => choices.length > 0).slice(0, ASKED_MAX);
}

/** The answers chosen in the form, by the keys of what was asked. */
export function answersIn(values: ChangeValues, shown: ShownChange): Record<string, string> {
  const chosen = askedOf(shown).flatMap(({ key, choices }, at) => {
    const index = values[ANSWERS[at] ?? 'answer1'];
    const label = index === undefined ? undefined : choices[Number(index)]?.label;
    return label === undefined ? [] : [[key, label] as const];
  });
  return Object.fromEntries(chosen);
}

const openWords = ({ quote: words, sentence }: Open): Mrkdwn => md`“${words}”\n${sentence}`;

/** What words leave open, the first few with why; of the rest at least which words they are, so that none is passed over. */
export function openBlocks(open: readonly Open[], most: number): KnownBlock[] {
  const more = open.slice(most).map(({ quote: words }) => `“${cut(words, 80)}”`);
  const rest = more.length > 0 ? [section(md`Not read either: ${cut(more.join(', '), 2_500)}`)] : [];
  return [...open.slice(0, most).map((one) => section(openWords(one))), ...rest];
}

/** Why a model that could have helped did not. */
export const whyBlocks = ({ why }: Pick<ShownChange, 'why'>): KnownBlock[] => (why ? [context(why)] : []);

function leftBlocks(shown: ShownChange, asked: readonly Open[]): KnownBlock[] {
  const words = openBlocks(
    shown.open.filter((open) => !asked.includes(open)),
    6,
  );
  const note = shown.makes && shown.open.length > 0 ? [context('What is not answered stays as it is.')] : [];
  return [...words, ...note];
}

/** Terms first, then what it does, then the words of the clauses. */
export function shownBlocks(shown: ShownChange, where: 'modal' | 'message' = 'modal'): KnownBlock[] {
  const { lines, effects, problems, clauses, open } = shown;
  if (lines.length === 0 && open.length === 0)
    return [alert('info', 'Nothing would change: the contract says so already, or these words ask for nothing.')];
  if (lines.length === 0) return [alert('info', 'Nothing would change yet.')];
  return [
    section(join([md`*Terms*`, ...lines.map(({ label, words }) => md`• *${label}:* ${cut(words, 400)}`)], '\n')),
    ...(effects.length > 0
      ? [section(join([md`*What it does*`, ...effects.map((words) => md`• ${words}`)], '\n'))]
      : []),
    ...problems.slice(0, 5).map((words) => (where === 'modal' ? alert('error', words) : section(md`⚠️ ${words}`))),
    ...clauseBlocks(clauses),
  ];
}

/** What a change does to the clauses, word by word. */
export function clauseBlocks(clauses: readonly ClauseRedline[]): KnownBlock[] {
  if (clauses.length === 0) return [];
  const left = clauses.length - CLAUSES_MAX;
  return [
    divider(),
    context('What is struck through goes; what is bold is new.'),
    ...clauses
      .slice(0, CLAUSES_MAX)
      .map(({ title, kind, pieces }) =>
        section(join([md`*${title}*${{ mrkdwn: HOW[kind] }}`, redlineWords(pieces)], '\n')),
      ),
    ...(left > 0
      ? [context(`And ${left} more ${left === 1 ? 'clause' : 'clauses'}, in the PDF of the new version.`)]
      : []),
  ];
}

const HOW = { changed: '', added: ' (new)', removed: ' (taken out)' } as const;

function redlineWords(pieces: readonly Piece[]): Mrkdwn {
  const parts: Mrkdwn[] = [];
  let length = 0;
  for (const { kind, words } of pieces) {
    const shown = cut(words, Math.max(1, CLAUSE_MAX - length));
    parts.push(kind === 'same' ? unmarked(shown) : marked(shown, kind === 'new' ? 'bold' : 'struck'));
    length += shown.length + 3;
    if (shown !== words || length >= CLAUSE_MAX) break;
  }
  return join(parts, ' ');
}

/** After a change was saved: what stands now, and the way back. */
export function changedView(version: Pick<Version, 'id' | 'number'>, shown: Pick<ShownChange, 'lines'>): ModalView {
  return modal('Changed', [
    section(
      md`Version ${version.number} is drafted. Nothing has gone to the client yet: press *Sign and send* on the card.`,
    ),
    ...(shown.lines.length > 0
      ? [
          section(
            join(
              shown.lines.map(({ label, words }) => md`• *${label}:* ${cut(words, 400)}`),
              '\n',
            ),
          ),
        ]
      : []),
    actions([undoButton(version)]),
  ]);
}

export const undoButton = ({ id }: Pick<Version, 'id'>) => button('Undo', UNDO, id, { label: 'Undo the last change' });

export function undoneWords({ number }: Pick<Version, 'number'>): string {
  return `Undone: version ${number} has the terms from before the change. Nothing has gone to the client.`;
}

import type { VNode } from 'preact';
import { Act, Area, Button, More } from '../portal/controls.tsx';
import { Card, Facts, type Said, Thread } from '../portal/layout.tsx';
import { type Refused, refusalOf, typedIn } from '../projects/session.ts';
import { formatInstant } from '../shared/dates.ts';
import { CHANGE_MAX, type ChangeRequest } from './change.ts';
import { answerWords, LEFT } from './change-mail.tsx';
import type { ShownChange } from './change-show.ts';
import { shownAs, type Version } from './contract.ts';
import type { Piece } from './redline.ts';
import { isPriced } from './terms.ts';

export const ASK_CHANGE = 'contract:change';

/** What the page adds to the requests. */
export type ChangeSurface = {
  project: string;
  business: string;
  zone: string;
  /** The version that a change may be asked for; undefined for who can't, or once it is not out any more. */
  asking: Version | undefined;
  refused?: Refused | undefined;
};

/** What was asked for and what came of it, oldest first, and the form for the next request. */
export function ChangesCard({ changes, at }: { changes: readonly ChangeRequest[]; at: ChangeSurface }): VNode | null {
  if (!at.asking && changes.length === 0) return null;
  const open = changes.some(({ state }) => state === 'open');
  return (
    <Card title={at.asking ? 'Should something change?' : 'Changes you asked for'} id="changes">
      {changes.length > 0 && <Thread said={changes.flatMap((change) => said(change, at))} />}
      {open && <p class="small">{at.business} has been told and will answer here and by e-mail.</p>}
      {at.asking && <AskForm version={at.asking} at={at} />}
    </Card>
  );
}

const EXAMPLES = { priced: '“30 days to pay, and start a week later”', unpriced: '“make it 5 years”' };

function AskForm({ version, at }: { version: Version; at: ChangeSurface }): VNode {
  const refusal = refusalOf(at.refused, ASK_CHANGE);
  const carry = { project: at.project, version: shownAs(version) };
  return (
    <Act act={ASK_CHANGE} action="/portal/contract/change" carry={carry} refusal={refusal}>
      <Area
        label="What should change"
        name="body"
        max={CHANGE_MAX}
        value={typedIn(at.refused, ASK_CHANGE, 'body')}
        refusal={refusal}
        hint={`In your own words, such as ${EXAMPLES[isPriced(version.terms) ? 'priced' : 'unpriced']}. ${at.business} sees what it changes and answers.`}
      />
      <Button look="plain">Ask for a change</Button>
    </Act>
  );
}

function said(change: ChangeRequest, { business, zone }: ChangeSurface): Said[] {
  const asked = { by: change.askedBy, when: formatInstant(change.askedAt, zone), words: change.body };
  if (change.state === 'open' || !change.answeredAt) return [asked];
  const when = formatInstant(change.answeredAt, zone);
  if (change.state === 'overtaken')
    return [asked, { by: business, when, words: 'The contract has gone on since.', ours: true }];
  const left = change.left.length > 0 ? [LEFT, ...change.left.map((words) => `“${words}”`)] : [];
  const words = [answerWords(change, business)[0], change.reason, ...left].filter(Boolean).join('\n');
  return [asked, { by: change.answeredBy ?? business, when, words, ours: true }];
}

export type Redline = Pick<ShownChange, 'lines' | 'clauses'> & { before: Pick<Version, 'number'> };

/** What is other than in the version that the client saw last: terms first, then the clauses word by word. */
export function ChangedCard({ redline }: { redline: Redline }): VNode {
  const { before, lines, clauses } = redline;
  return (
    <Card title={`What changed since version ${before.number}`} id="changed">
      {lines.length > 0 && <Facts rows={lines.map(({ label, words }) => [label, words] as const)} />}
      {lines.length === 0 && clauses.length === 0 && <p>Nothing of what was agreed.</p>}
      {clauses.length > 0 && (
        <More label="Word by word">
          <p class="small">What is struck through is gone; what is underlined is new.</p>
          {clauses.map(({ title, kind, pieces }) => (
            <section class="prose redline">
              <h3>
                {title}
                {kind === 'added' && ' (new)'}
                {kind === 'removed' && ' (taken out)'}
              </h3>
              {paragraphsOf(pieces).map((each) => (
                <p>{each.map(pieceOf)}</p>
              ))}
            </section>
          ))}
        </More>
      )}
    </Card>
  );
}

function pieceOf({ kind, words }: Piece) {
  if (kind === 'gone') return <del>{words}</del>;
  return kind === 'new' ? <ins>{words}</ins> : words;
}

/** Pieces on the lines they stand on, with the spaces between them. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { kind, words } of pieces) {
    for (const [index, text] of words.split('\n').entries()) {
      if (index > 0) lines.push([]);
      const line = lines.at(-1);
      const shown = text.trim();
      if (!line || !shown) continue;
      if (line.length > 0) line.push({ kind: 'same', words: ' ' });
      line.push({ kind, words: shown });
    }
  }
  return lines.filter(({ length }) => length > 0);
}

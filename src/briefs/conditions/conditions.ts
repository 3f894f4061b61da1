import type { Terms } from '../../contracts/terms.ts';
import { masked, type Note, type Span } from '../passages/text.ts';
import { turnsIn } from '../passages/turns.ts';
import { barredIn, barredNote } from './barred.ts';
import { readCancellation } from './cancelling.ts';
import { withoutHabit } from './habits.ts';
import { bothIn, movedAlike, openMoving, readMoving } from './moving.ts';
import { readNet } from './net-days.ts';
import { readNotice } from './notice.ts';
import { readRevisions } from './revisions.ts';

export type ConditionReading = {
  readonly found: Pick<Terms, 'revisions' | 'netDays' | 'cancellation' | 'rescheduling'>;
  readonly notes: Note[];
  readonly spans: Span[];
};

/**
 * Conditions that stand in a brief in set phrases: rounds of revisions, days to pay, what cancelling costs. What is said of moving
 * a date is nothing else.
 */
export function readConditions(
  text: string,
  home = 'EUR',
  moving = readMoving(text, home),
  rounds = readRevisions(masked(text, moving.spans)),
  notice = readNotice(masked(text, moving.spans)),
): ConditionReading {
  const notes: Note[] = [];
  notes.push(...rounds.notes);
  const rest = masked(text, moving.spans);
  const barred = barredIn(rest);
  const net = withoutHabit(text, readNet(masked(rest, barred), turnsIn(text), notes), notes);
  const cancel = readCancellation(masked(rest, net.spans), notes, home, notice);
  const alike = movedAlike(text, cancel.found.cancellation).rescheduling;
  // Moving that has a price of its own and is called off alike has two.
  const twice = alike && moving.spans.length > 0;
  const both = alike ? undefined : bothIn(text);
  const own = moving.found.rescheduling;
  const open = twice || both ? [openMoving(both?.text ?? own?.quote ?? alike?.quote ?? '')] : moving.notes;
  const rescheduling = open.length > 0 ? undefined : (alike ?? own);
  notes.push(...open);
  const found = { ...cancel.found, ...(rescheduling && { rescheduling }) };
  for (const note of barred.map((one) => barredNote(one, home)))
    if (note.field && !(note.field in found) && !notes.some(({ field }) => field === note.field)) notes.push(note);
  return {
    found: { ...rounds.found, ...net.found, ...found },
    notes,
    spans: [...rounds.spans, ...net.spans, ...moving.spans, ...cancel.spans, ...barred],
  };
}

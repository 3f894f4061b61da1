import type { Terms } from '../../contracts/terms.ts';
import { masked, type Note, type Span } from '../passages/text.ts';
import { turnsIn } from '../passages/turns.ts';
import { readCancellation } from './cancelling.ts';
import { readMoving } from './moving.ts';
import { readNet } from './net-days.ts';
import { readNotice } from './notice.ts';
import { readRevisions } from './revisions.ts';

export type ConditionReading = {
  readonly found: Pick<Terms, 'revisions' | 'netDays' | 'cancellation'>;
  readonly notes: Note[];
  readonly spans: Span[];
  /** Those of them that are about moving a date. */
  readonly moving: Span[];
};

/** Conditions that stand in a brief in set phrases: rounds of revisions, days to pay, what cancelling costs. */
export function readConditions(
  text: string,
  home = 'EUR',
  rounds = readRevisions(text),
  notice = readNotice(text),
): ConditionReading {
  const notes: Note[] = [];
  notes.push(...rounds.notes);
  const turns = turnsIn(text);
  const net = readNet(text, turns, notes);
  const moving = readMoving(text, notes);
  const cancel = readCancellation(masked(text, moving), notes, home, notice);
  return {
    found: { ...rounds.found, ...net.found, ...cancel.found },
    notes,
    moving,
    spans: [...rounds.spans, ...net.spans, ...moving, ...cancel.spans],
  };
}

import { callingOffAnswers } from '../answers.ts';
import { words } from '../passages/letters.ts';
import { type Note, type Span, spanOf } from '../passages/text.ts';
import { openMoving } from './moving.ts';
import { daysOf, stretchesIn } from './stretches.ts';

const NOT = words(
  "no|not|non|can(?:not|['’]t)|never|nicht|kein\\p{L}*|ohne|ne|n['’](?=\\p{L})\\p{L}+|pas|aucun\\p{L}*|sans|sin|nunca|ning[uú]n\\p{L}*",
);
/** Another day for what is booked. */
const MOVED = words(
  '(?:re-?schedul|postpon|verschieb|verschob|umbuch|umgebucht|verleg|terminänder|aplaz|aplac|posterg|reprogram|reagend)\\p{L}*|(?:be )?(?:moved|shifted)|date changes?|(?:date|day|booking) (?:\\p{L}+ ){0,2}(?:changed?|moved)|report(?:er|ée?s?)?|décal\\p{L}*|déplac\\p{L}*|mover\\p{L}*|mueve|cambi(?:ar|os? de fecha)\\p{L}*',
);
/** Money that goes back. */
const REFUNDS = words(
  'refund\\p{L}*|non-?refundable|money[- ]back|(?:rück|zurück)?erstatt\\p{L}*|rückzahl\\p{L}*|zurückzahl\\p{L}*|rembours\\p{L}*|reembols\\p{L}*|devoluci\\p{L}*|devuelv\\p{L}*',
);
const PAID = words('invoic\\p{L}*|payable|net|rechnung\\p{L}*|zahlbar|factur\\p{L}*|pagader[oa]');
const LATE = words(
  'within|inside|(?:in|over|during) the (?:last|final)|less than|fewer than|under|innerhalb|innert|binnen|in den(?: letzten)?|weniger als|unter|sous|dans(?: les)?|moins de|en(?: los)?|dentro de|menos de',
);

type Barred = Span & { readonly kind: 'moving' | 'refund'; readonly days: number };

/** Clauses that bar moving a date, or money back, so many days before it: they name no time to pay. */
export const barredIn = (text: string): Barred[] =>
  [...text.matchAll(/(?:[^.;!?\n,]|[.,](?=\d))+/g)].map(spanOf).flatMap((clause): Barred[] => {
    const [length] = stretchesIn(clause.text);
    if (!length || /%|[€$£]/.test(clause.text) || PAID.test(clause.text) || !LATE.test(clause.text)) return [];
    const refund = REFUNDS.test(clause.text);
    if (!(NOT.test(clause.text) || /non-?refund/i.test(clause.text)) || !(refund || MOVED.test(clause.text))) return [];
    return [{ ...clause, kind: refund ? 'refund' : 'moving', days: daysOf(length) }];
  });

/** What is asked about such a clause: what it costs is left to whoever wrote it. */
export function barredNote({ kind, days, text }: Barred, home: string): Note {
  if (kind === 'moving') return openMoving(text);
  const quote = text.trim().slice(0, 200);
  const kept = { within: days, unit: 'days', percentMilli: 100_000 } as const;
  return {
    ...{ code: 'brief.cancellation', field: 'cancellation', quote },
    sentence: `“${quote}” is about money back when somebody calls off. Say what is owed then.`,
    answers: callingOffAnswers(days > 0 && days <= 365 ? [{ kind: 'tiers', tiers: [kept] }] : [], home),
  };
}

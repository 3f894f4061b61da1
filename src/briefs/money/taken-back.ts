import { lettered } from '../passages/letters.ts';
import type { Amount } from './amounts.ts';
import type { Sorted } from './money.ts';

/** "Actually not 420, I'll do it for 380", "finalement pas 420", "doch nicht 420", "al final no 420". */
const NOT = lettered(
  '(?<![\\p{L}])(?:not|nicht|pas|no(?: son)?|instead of|rather than|statt|anstatt|au lieu de|plutôt que|en vez de|en lugar de)(?: (?:the|die|der|les|los|as)| [€$£])? ?$',
  'iu',
);
/** Behind a sum, in its sentence: nobody takes it. */
const TURNED_DOWN = lettered(
  "(?<![\\p{L}])(?:(?:won['’]t|will not|don['’]t|do not|didn['’]t|did not|can['’]t|cannot) (?:take|accept|want|go for|need)(?: (?:it|that|this|up))?(?= ?(?:[.,;!)]|$))|(?:nehm|woll|brauch|akzeptier)(?:e|en|t) (?:wir|ich|sie|er) (?:das |es |sie |dann )?nicht(?= ?(?:[.,;!)]|$))|(?:ne |n['’])(?:le |la |les |l['’]|en )?(?:prenons|prend|prends|voulons|veux|veut|retenons|retient|acceptons|accepte) (?:donc |finalement )?pas|no (?:lo |la |los |las )(?:tomamos|tomo|queremos|quiero|aceptamos|acepto))(?![\\p{L}])",
  'iu',
);
/** Whether its sentence ends by turning a sum down, before another one stands in it. */
function isTurnedDown(text: string, { end, currency }: Amount): boolean {
  if (!currency) return false;
  const rest = text.slice(end, end + 90);
  const stop = rest.search(/[;!?\n]|\.(?=\s|$)|[€$£]|\d{3}/);
  const said = stop < 0 ? rest : rest.slice(0, stop + 1);
  return TURNED_DOWN.test(said);
}

/** How far on another figure is said in its place. */
const NEAR = 90;

const figureOf = ({ digits, times }: Amount) => `${digits.replace(/[.,]00?$/, '').replace(/\D/g, '')}x${times}`;

/**
 * A sum that somebody names again to take it back is none any more, wherever it stands, and the next one beside it is for what it was for.
 * What a sentence turns down ("the package of EUR 3,100 we won't take") is no price beside other sums.
 */
export function withoutTakenBack(text: string, sorted: readonly Sorted[]): Sorted[] {
  const roles = sorted.map((one) => one.role);
  for (const [at, { amount }] of sorted.entries()) {
    if (!NOT.test(text.slice(Math.max(0, amount.start - 24), amount.start))) continue;
    const before = sorted.flatMap((one, index) =>
      index < at && figureOf(one.amount) === figureOf(amount) ? [index] : [],
    );
    const beside = (index: number) => {
      const next = sorted[index]?.amount;
      return next && /\d{2}/.test(next.digits) && figureOf(next) !== figureOf(amount)
        ? Math.min(Math.abs(next.start - amount.end), Math.abs(amount.start - next.end))
        : NEAR;
    };
    // "380 instead of 420" says first what holds.
    const instead = [at + 1, at - 1].find((index) => beside(index) < NEAR);
    const was = before
      .map((index) => roles[index])
      .find((role) => role === 'fee' || role === 'total' || role === 'plain' || role === 'rate');
    if (instead === undefined || was === undefined) continue;
    for (const index of [...before, at]) roles[index] = 'other';
    roles[instead] = was === 'rate' ? 'rate' : 'fee';
  }
  for (const [at, { amount }] of sorted.entries())
    if (sorted.length > 1 && (roles[at] === 'plain' || roles[at] === 'fee') && isTurnedDown(text, amount))
      roles[at] = 'other';
  return sorted.map((one, at) => ({ ...one, role: roles[at] ?? one.role }));
}

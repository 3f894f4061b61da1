import { lettered } from './letters.ts';

/** The names of months and their short forms, for a pattern. */
export const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|f[ée]v|avr|juin|juil|août|déc|ene|abr|ago|dic)\\p{L}*';
const SHAPES = [
  { shape: 'percent', source: '\\d{1,3} ?%' },
  { shape: 'day', source: `\\d{1,2}\\.? (?:de )?${MONTH}` },
  { shape: 'price', source: '\\d{1,3}(?:[.,’ ]\\d{3})+|\\d{3,6}' },
  { shape: 'count', source: '\\d{1,2}' },
] as const;
const TOOK_BACK =
  "(?:(?:oh |ah |ach )?(?:sorry|wait|scratch that|correction|(?:up)?on second thoughts?|no|nein|moment|korrektur|doch nicht|non|pardon|attendez?|perdón|espera|mejor dicho|pensándolo (?:bien|mejor)|à la réflexion|nach reiflicher überlegung)(?:,? (?:no|nein|non|wait|sorry|rather|lieber|plutôt|mejor))?|(?:forget|ignore|vergiss|oublie[zr]?|olvida) (?:what i said|was ich(?: (?:zum|zur|über) \\p{L}+)? (?:sagte|gesagt habe)|ce que j['’]ai dit|lo que dije)(?: (?:about|on|zum|zur|sur|de|sobre) (?:the |den |die |le |la |el )?\\p{L}+)?)";
/** "Net 14. Wait, no: 45.", "50% deposit; sorry, 30%", "On second thought 2,600". */
const CORRECTED = lettered(
  `(?<=[.;,!?\\n—–-] ?)${TOOK_BACK}(?: ?[,:;—–-])? ?(?:(?:it['’]?s|make (?:it|that)|es sind|c['’]est|que sean|son) )?(?<now>${SHAPES.map(({ source }) => source).join('|')})(?= ?(?:[€$£]|EUR|USD|GBP|euros?)? ?(?:[;!?\\n]|[.,](?!\\d)|$))`,
  'giu',
);
const shapeOf = (figure: string) => SHAPES.find(({ source }) => lettered(`^(?:${source})$`, 'iu').test(figure));
/** How far back the figure stands that is taken back. */
const NEAR = 120;

/** A figure that is said anew, and the message as it would be with either. */
export type SecondThought = { readonly piece: string; readonly before: string; readonly after: string };

/** Where somebody takes back one figure and says another of its kind: the message as it was, and with the new one in its place. */
export function secondThoughtsIn(message: string): SecondThought[] {
  return [...message.matchAll(CORRECTED)].flatMap((match) => {
    const now = match.groups?.now ?? '';
    const shape = shapeOf(now);
    const ahead = message.slice(0, match.index);
    const old =
      shape && [...ahead.matchAll(lettered(`(?<![\\d.,])(?:${shape.source})(?![\\d%]|[.,]\\d)`, 'giu'))].at(-1);
    if (!old || ahead.length - old.index > NEAR) return [];
    const rest = message.slice(match.index + match[0].length);
    const replaced = ahead.slice(0, old.index) + now + ahead.slice(old.index + old[0].length);
    return [{ piece: match[0], before: ahead + rest, after: replaced + rest }];
  });
}

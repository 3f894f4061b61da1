import { type Money, shareOf } from '../../shared/money.ts';
import { priceAnswers } from '../answers.ts';
import { lettered } from '../passages/letters.ts';
import type { Note } from '../passages/text.ts';
import { type Amount, sumOf } from './amounts.ts';
import type { Sorted } from './money.ts';

/** What a price is lessened by. */
export const OFF =
  '(?:(?:\\p{L}+[- ])?(?:discounts?|rebates?|reductions?|off|(?:\\p{L}{3,})?rabatt|nachlass|preisnachlass|remises?|réductions?|rabais|ristourne|descuentos?|rebaja|dto\\.?))';
/** What is put on it. */
export const ON =
  "(?:(?:rush|express|weekend|urgency|urgent|emergency|surcharge|eil|eilig\\p{L}*|eilzuschlag|expresszuschlag|wochenendzuschlag|\\p{L}*zuschlag|aufschlag|aufpreis|supplément|majoration|urgence|recargo|urgencia|suplemento)(?:[ -](?:fee|surcharge|charge|job|delivery|premium|d[’']urgence|urgence|pour|de|por|por urgencia|de urgencia))*)";
export const MINUS = '(?:minus|less|moins|menos|abzüglich|abzgl\\.?)';
const PLUS = '(?:plus|\\+|and|zuzüglich|zzgl\\.?|und|et|más|y)';
const LINK =
  "(?: (?:a|an|the|my|our|your|with|mit|avec|con|einem?|einer|dem|un|une|el|la|le|of|de|del|von|d[’']|at|bei|for))*";
export const PERCENT = '\\d{1,2}(?:[.,]\\d{1,2})? ?(?:%|percent|per cent|prozent|pour cent|por ciento)';
const OF = "(?: (?:of|de|d[’']|en|als|as|for|für|pour|por|von))?";
const GAP = '^[ ,;:(–—-]*(?:(?:netto|net|ex vat|incl\\. vat|flat|fixed|in total|total)[ ,;(–—-]*)?';
/** What may come between a price and the share of it that is taken off or put on. */
const LESS = lettered(
  `${GAP}(?:${MINUS}${LINK} ?(?:${OFF}${LINK}:? ?)?${PERCENT}(?:${OF} ?${OFF})?|(?:with|mit|avec|con|and|und|et|y|\\.|\\n)?[ ,]*${LINK} ?(?:${OFF}${LINK}:? ?${PERCENT}|${PERCENT}${OF} ?${OFF}))(?![\\p{L}\\d])`,
  'iu',
);
const MORE = lettered(
  `${GAP}(?:${PLUS}|with|mit|avec|con)${LINK} ?(?:${ON}${LINK}:? ?${PERCENT}|${PERCENT}${OF} ?${ON})(?![\\p{L}\\d])`,
  'iu',
);
/** "10 % off €2,000", "10 % Rabatt auf 2.000 €", "remise de 10 % sur 2 000 €". */
const LESS_BEFORE = lettered(
  `(?:(?<![\\d.,])${PERCENT}${OF} ?${OFF}(?: (?:on|off|from|for|auf|sur|sobre|en|de|del|von))?|${OFF}${LINK}:? ?${PERCENT} (?:on|off|from|for|auf|sur|sobre|en|de|del|von)|[-–−] ?${PERCENT} (?:on|off|from|auf|sur|sobre|en|de|del))(?: (?:the|my|our|a|an|agreed|usual|normal|list|full|den|die|dem|meinen|unseren|le|la|les|el|los|mi|nuestro|notre))*(?: (?:fee|price|prix|precio|preis|tarif|tarifa|total|listenpreis|honorar))*(?: (?:of|is|von|de|del|d[’']))? ?$`,
  'iu',
);
/** A sum between the price and the word for what is taken off. */
const SUM_OFF = lettered(`${GAP}(?:${MINUS}|(?:with|mit|avec|con)${LINK} ?${OFF})${LINK} ?$`, 'iu');
const WITH = lettered(`${GAP}(?:with|mit|avec|con|and|und|et|y)?${LINK} ?$`, 'iu');
const IS_OFF = lettered(`^${OF} ?${OFF}(?![\\p{L}])`, 'iu');
const AHEAD = /^[^.;,\n]{0,20}(?:deposit|advance|down ?payment|already|paid|received|vat|tax|bereits|déjà|ya )/i;
/** Only if something comes to pass, or for another job; or it is in the price already. */
const NOT_HERE = lettered(
  '^[^.;\\n]{0,60}?(?<![\\p{L}])(?:if|when|provided|in case|for (?:early|prompt|cash|payment|the next|a second|repeat|returning|further|follow)|on (?:the next|early|further|future|your next|any)|early|within|next|falls|wenn|bei|sofern|nächste\\p{L}*|si|en cas|pour (?:la prochaine|tout)|prochaine?s?|por pronto|próxim\\p{L}*|if paid|pronto pago|included|inclusive|incl\\p{L}*|applied|deducted|already|eingerechnet|enthalten|berücksichtigt|bereits|schon|abgezogen|inclus\\p{L}*|compris\\p{L}*|déduite?|déjà|appliqué\\p{L}*|incluid[oa]|aplicad[oa]|ya)(?![\\p{L}])',
  'iu',
);

/** A question where something is said to come off a price or on top of it: the price is one of two. */
export function changedPrice(
  text: string,
  fee: Amount,
  sorted: readonly Sorted[],
  code: string | undefined,
): Note | undefined {
  const sum = code ? sumOf(fee, code) : undefined;
  const change = byShare(text, fee) ?? (code ? bySum(text, fee, sorted, code) : undefined);
  if (!change) return undefined;
  const after = sum && (change.sum ? { ...sum, minor: sum.minor - change.sum.minor } : shareOf(sum, change.milli));
  const sentence = `“${fee.text}” stands beside “${change.quote}”; say what the whole fee is.`;
  const answers = sum && after && after.minor > 0n ? priceAnswers([after, sum]) : [];
  return { code: 'brief.fee-changed', field: 'fee', sentence, quote: change.quote, answers };
}

/** Whether words before a sum say that something comes off it: the sum is the price, not what comes off. */
export const isLessBefore = (lead: string): boolean => LESS_BEFORE.test(lead);

type Change = { readonly quote: string; readonly milli: number; readonly sum?: Money };

/** The share of the price that is left, or comes to it with what is put on. */
function byShare(text: string, fee: Amount): Change | undefined {
  const behind = text.slice(fee.end, fee.end + 120);
  for (const [pattern, sign] of [
    [LESS, -1],
    [MORE, 1],
  ] as const) {
    const match = pattern.exec(behind);
    const percent = match && percentOf(match);
    const rest = match ? behind.slice(match[0].length) : '';
    if (!match || !percent || NOT_HERE.test(rest) || AHEAD.test(rest)) continue;
    return { quote: match[0].replace(/^[ ,;:.(\n–—]+/, ''), milli: 100_000 + sign * percent };
  }
  const before = LESS_BEFORE.exec(text.slice(Math.max(0, fee.start - 80), fee.start));
  const percent = before && percentOf(before);
  if (!before || !percent || NOT_HERE.test(behind)) return undefined;
  return { quote: before[0].trim(), milli: 100_000 - percent };
}

const percentOf = ([words]: RegExpExecArray) =>
  Math.round(Number((/\d+(?:[.,]\d+)?/.exec(words)?.[0] ?? '').replace(',', '.')) * 1000);

/** "2.000 € abzüglich 200 € Rabatt": the sum that is taken off. */
function bySum(text: string, fee: Amount, sorted: readonly Sorted[], code: string): Change | undefined {
  const next = sorted[sorted.findIndex(({ amount }) => amount === fee) + 1];
  if (!next || next.role === 'deposit' || next.role === 'total' || next.role === 'part') return undefined;
  const [link, rest] = [text.slice(fee.end, next.amount.start), text.slice(next.amount.end, next.amount.end + 80)];
  const named = IS_OFF.exec(rest)?.[0];
  if (!(SUM_OFF.test(link) || (named !== undefined && WITH.test(link)))) return undefined;
  const behind = rest.slice(named?.length ?? 0);
  const sum = sumOf(next.amount, code);
  if (!sum || NOT_HERE.test(behind) || AHEAD.test(behind)) return undefined;
  const quote = `${link}${next.amount.text}${named ?? ''}`.replace(/^[ ,;:.(\n–—]+/, '');
  return { quote, milli: 0, sum };
}

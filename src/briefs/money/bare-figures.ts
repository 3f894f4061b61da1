import type { Amount } from './amounts.ts';
import type { Around } from './around.ts';
import { BEFORE, KNOWN, LABELS } from './role-words.ts';

/** Whether the words before a figure say that it is the number of something. */
export const namesAThing = (text: string, start: number): boolean =>
  NAMES_A_THING.test(text.slice(Math.max(0, start - 12), start));

/** Seven digits and more without a separator are a telephone or a file. */
export const isSerial = ({ digits }: Amount): boolean => /^\d{7,}|^0\d/.test(digits);

/** Numbers that name something: "invoice no. 398", "ext. 207", "PO 4500", "#88". */
const NAMES_A_THING =
  /(?:#|\b(?:po|ref|no|nr|number|id|code)\b\.? is|\b(?:no|nr|nos|num|number|n[º°]|po|ref|order|invoice|id|code|ext|extension|poste|room|zimmer|salle|tel|ph|phone|suite|plot|lot|isbn|vat|abn|nit|rut|siret|st|of|cra|apt|build|ticket|case|file|page|slide|box|pos|art|article|version|§)\b\.?) ?[:#]? ?$/i;

/** Whether a figure without a currency is money: the words call it so, or it stands alone and can't be a year. */
export function isMoney(text: string, amount: Amount, { before, label }: Around, after: string): boolean {
  const called =
    amount.digits.length > 1 &&
    BEFORE.some(([role, pattern]) => /total|fee|deposit/.test(role) && pattern.test(before));
  // A bare figure before a word counts something: "10,000 words".
  if (/^[ -]?[a-z]/.test(after) && !called)
    return (
      (amount.digits.length > 2 && new RegExp(`^ ?${KNOWN}`).test(after)) ||
      /^ ?(?:deposit|up-? ?front|all[- ]?in|flat\b|fixed\b|total\b|lump sum|(?:right )?now (?:and|n|&) (?:the )?rest)\b/.test(
        after,
      )
    );
  if (called || LABELS.some(([role, pattern]) => /total|fee|deposit/.test(role) && label !== '' && pattern.test(label)))
    return true;
  if (namesAThing(text, amount.start) || isSerial(amount)) return false;
  // "Flat 2" and "ofic. 101" are no sums.
  if (/\p{L}\. ?$/u.test(text.slice(Math.max(0, amount.start - 4), amount.start))) return false;
  const alone = before.trim() === '' && after.trim() === '' && !/^(?:19|20)\d\d$/.test(amount.digits);
  return alone && amount.digits.replace(/\D/g, '').length >= 3;
}

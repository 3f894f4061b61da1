import { lettered } from '../passages/letters.ts';

/** It may come to that, or it did not: nothing is moved yet. */
const MAY = lettered(
  String.raw`(?<![\p{L}])(?:if|when|unless|may|might|can(?:not|['’]t)?|could|would|in case|rain\p{L}*|not|never|wenn|falls|bei|kann|könn\p{L}+|darf|nicht|si|en cas|peut|pourr\p{L}+|pas|puede|podr\p{L}+|en caso|no)(?![\p{L}])`,
  'iu',
);
/** What is moved is a payment, a talk or somebody else's, and not a day of the work. */
const ELSE = lettered(
  String.raw`(?<![\p{L}])(?:pay\p{L}*|invoice\p{L}*|deposit|meeting|call|their|other|\p{L}*zahl\p{L}*|rechnung\p{L}*|besprechung|paiement|règlement|facture|réunion|leur|autre|pago|factura|reunión|otr[oa]|su)(?![\p{L}])`,
  'iu',
);

/** The sentence so far, at most so many characters of it. */
export const sentenceBefore = (text: string, at: number, most: number): string =>
  /[^.;!?\n]*$/.exec(text.slice(Math.max(0, at - most), at))?.[0] ?? '';

export const mayMove = (words: string): boolean => MAY.test(words);
export const movesElse = (words: string): boolean => ELSE.test(words);

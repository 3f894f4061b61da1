import { said } from '../passages/letters.ts';
import { REFUSED } from './words.ts';

const CAPPED = said(
  "up to|max(?:imum|imal)?|cap(?:ped)?|at most|no more than|not more than|limit(?:ed)?|ceiling|bis(?: zu)?|höchstens|gedeckelt|deckel|obergrenze|plafonn\\p{L}*|plafond|jusqu[’']à|au plus|au maximum|dans la limite de|hasta|tope|máximo|como máximo|con un límite|limitad[oa]s?",
);
const AT_COST = said(
  'at cost|(?:re)?imburs\\p{L}*|(?:are |is |come[s]? )?(?:extra|on top|separate(?:ly)?|paid back|billed separately)|(?:with|against|on) receipts?|nach beleg(?:en)?|gegen belege?|nach aufwand|zum selbstkostenpreis|erstattet|erstatte\\p{L}*|zusätzlich|separat|gesondert|rembours\\p{L}*|au réel|aux frais réels|sur (?:justificatifs?|présentation|facture)|en sus|en plus|à part|refactur\\p{L}*|reembols\\p{L}*|aparte|a coste|al coste|según (?:tickets?|facturas?|justificantes?|recibos?)|contra (?:factura|recibo|justificante)s?|por separado',
);
/** It is in the price, and it is not. */
export const INCLUDED = said(
  'inclu(?:de|des|ded|sive|ding)|incl|in the price|covered by the price|all in|inbegriffen|inklusive|inkl|enthalten|abgegolten|im preis|compris(?:es?)?|inclus(?:es?)?|incluid[oa]s?|incluyen?|ya con|en el precio|dans le prix|dedans|tout compris',
);
/** What is not in the price comes on top of it. */
export const OUTSIDE = said(
  'not included|excluded|nicht (?:darin |mit )?(?:enthalten|inbegriffen|inklusive|inkludiert)|non (?:compris(?:es)?|inclus(?:es)?)|pas (?:compris(?:es)?|inclus(?:es)?)|no (?:est[aá]n? )?inclu\\p{L}+',
);
/** "At cost" and "extra" turned down: "expenses are not reimbursed". */
const UNPAID = said(
  '(?:not|nicht|ne|no|never|keine|non|pas) (?:\\p{L}+ ){0,3}(?:reimburs\\p{L}*|extra|erstattet|rembours\\p{L}*|reembols\\p{L}*|reconoce\\p{L}*|pag\\p{L}+)',
);

export type ExpensesSaid = 'included' | 'at-cost' | 'capped';

/**
 * How expenses are handled, by words that speak of them; `capped` needs the one sum that stands in them. Undefined where they
 * say nothing of it, or more than one thing.
 */
export function expensesIn(words: string, sums: number): ExpensesSaid | undefined {
  if (sums > 0) return sums === 1 && CAPPED.test(words) && !UNPAID.test(words) ? 'capped' : undefined;
  if (UNPAID.test(words)) return 'included';
  if (OUTSIDE.test(words)) return 'at-cost';
  const [atCost, included] = [AT_COST.test(words), INCLUDED.test(words)];
  if (atCost && !REFUSED.test(words)) return included ? undefined : 'at-cost';
  return included !== REFUSED.test(words) && !atCost ? 'included' : undefined;
}

import { lettered } from '../passages/letters.ts';

/** The most something may come to, in the readers' words and those of the languages that they have no words for. */
const MOST =
  '(?:up to|at (?:the )?(?:very |absolute )?most|max(?:imum|imal)?\\.?(?: of)?|cap(?:ped)?(?: at| of)?|limited to|(?:no|not|never|nie(?:mals)?|nicht) (?:more|mehr) (?:than|als)|(?:not|never) (?:to )?(?:exceed(?:ing)?|go(?:ing)? (?:over|above|beyond)|over|above|beyond)|without (?:ever )?(?:exceeding|going (?:over|above|beyond))|höchstens|maximal|allerhöchstens|gedeckelt (?:auf|bei)|(?:der|mit) deckel (?:liegt |ist )?(?:von|bei)?|sans (?:jamais |pouvoir |devoir )*(?:dépasser|excéder|aller au-delà de)|ne (?:doit|devra|peut|pourra|dépassera|dépasse)(?: (?:jamais|pas|en aucun cas))*(?: (?:dépasser|excéder))?|plafonn\\p{L}+|(?:avec un |un )?plafond|à concurrence de|au (?:plus|maximum)|sin (?:que )?(?:\\p{L}+ )?(?:pasar(?:se)?|superar|exceder(?:se)?|rebasar|sobrepasar|pase|supere|exceda|rebase)|(?:nunca|jamás|no) (?:podrá |puede |debe )?(?:pasar(?:á|se|se de)?|superar(?:á)?|exceder(?:á)?|rebasar|más de)|como (?:mucho|máximo)|a lo sumo|a todo tirar|(?:con )?(?:un )?(?:tope|techo|límite)(?: máximo)?)';
/** What may stand between it and the sum: the whole is meant, and however it is worked. */
const BETWEEN =
  '(?:,? ?(?:however|though|mind you|jedoch|aber|allerdings|doch|insgesamt|total|in total|in all|all in all|all in|overall|altogether|all told|in sum|alles in allem|zusammen|in summe|en tout|au total|tout compris|en total|en todo caso|todo incluido|nunca|jamás|jamais|en ningún caso|en aucun cas|ever|you|it|the|a|of|is|at|auf|bei|von|die|de|des|du|les|los|la|à|sum|summe|somme|montant|suma)(?![\\p{L}]),?)*';
const CAPPED = lettered(`(?<![\\p{L}])${MOST}${BETWEEN} ?:? ?$`, 'iu');

/** Whether a sum is the most that something comes to, by all that its sentence says before it. */
export const isCapped = (lead: string): boolean => CAPPED.test(lead);

const ONLY =
  /^ ?(?:(?:\d{1,4} ?(?:hours?|hrs?|h|days?|sessions?|months?)|and|with|but|und|mit|aber|avec|et|con|y|a|an|ein(?:em)?|un|hard|absolute|total|the|fee|budget|price) ?)*$/i;
/** Whether nothing but the word for it stands before a sum in its clause: "40 hours, cap 3,000". */
export const isCapAlone = (clause: string): boolean => isCapped(clause) && ONLY.test(clause.replace(CAPPED, ''));

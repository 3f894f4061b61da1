import { lettered } from '../passages/letters.ts';

/** What freelancers hand over, in stems. */
const THING =
  '(?:pic(?:ture)?s?|photos?|photographs|images?|shots|galler(?:y|ies)|files?|albums?|edits?|drafts?|proofs?|previews?|prints?|videos?|clips?|films?|reels?|cuts?|mock-?ups?|layouts?|texts?|translation|articles?|\\p{L}*(?:bilder[n]?|fotos?|dateien|galerie|entw[uü]rfe?|texte|alb(?:um|en)|übersetzung|vorschau|videos?)|clichés|fichiers|vidéos?|textes|montages?|maquettes?|épreuves|galer[íi]e?a?|imágenes|archivos|fotografías|vídeos?|textos|bocetos|traducción|traduction)';
/** What is done with them. */
const HANDED =
  '(?:deliver(?:ed|y|s|ing)?|sent|ready|online|uploaded|handed over|hand over|back|edited|retouched|geliefert|liefer(?:ung|n|e|t|bar)|abgabe|übergabe|fertig|bearbeitet|hochgeladen|livr\\p{L}+|envoyée?s|remises?|prêt\\p{L}*|retouchée?s|en ligne|entreg\\p{L}+|list[oa]s|enviad[oa]s|editad[oa]s|retocad[oa]s|turnaround)';
const WITHIN =
  "(?: ?[:,(–—-])?(?: ?(?:within|in|no later than|not later than|max\\.?|maximum|after|at most|about|around|approx\\.?|ca\\.?|circa|binnen|innerhalb(?: von)?|innert|nach|spätestens|sous|dans|en|d['’]ici|environ|au plus tard|dentro de|a más tardar|unos|unas|the|a|los|les|der|den|delay of|délai de|plazo de))*";
const BEFORE = lettered(
  `(?<![\\p{L}])(?:${THING}(?: (?:are|is|be|will|to|you|we|i|get|come|due|sind|werden|kommen|seront|sont|son|estarán|\\p{L}{0,12}ed|${HANDED})){0,4}|(?<!(?:on|upon|after|nach|bei|à|la|al|contra) )${HANDED}(?: (?:of|von|de|des|der|the|las?|les|los|\\d{1,4}|edited|final|all|alle[rn]?|toutes|todas|${THING})){0,5})${WITHIN} ?$`,
  'iu',
);
/** A bill among them is paid, however the rest is handed over. */
const PAID = lettered(
  '(?<![\\p{L}])(?:pa(?:y|id)|zahl|bezahl|fällig|pagad|payé|payable|net(?:to)?(?![\\p{L}])|invoice|rechnung|factur)',
  'iu',
);

/** Whether a length stands right behind things to hand over, or behind the word for handing over: "60 pics within a week". */
function isHandedOver(before: string): boolean {
  const near = before.slice(-70);
  const said = BEFORE.exec(near)?.[0];
  return said !== undefined && !PAID.test(said);
}

const DISCOUNTED = lettered(
  String.raw`(?<![\p{L}])(?:discount|skonto|escompte|rabatt|descuento|remise|\d ?% off)(?![\p{L}])[^,;:.]*$`,
  'iu',
);

/** "10 % discount if paid within 7 days": so long something comes off the price. */
const isDiscounted = (before: string): boolean => DISCOUNTED.test(before);

/** What is mended, answered for or paid back takes time as well. */
const MENDED = lettered(
  String.raw`(?<![\p{L}])(?:refund\p{L}*|money[- ]back|(?:bugs?|errors?|faults?|defects?|mistakes?|typos?)(?![\p{L}])[^,;:.]{0,20}(?:fix|correct|mend|repair)\p{L}*|fix(?:es|ed|ing)? (?:\p{L}+ )?(?:bugs?|errors?|defects?)|warrant\p{L}*|guarantee\p{L}*|(?:rück|zurück)?erstatt\p{L}*|rückzahl\p{L}*|zurückzahl\p{L}*|(?:fehler|mängel|bugs)(?![\p{L}])[^,;:.]{0,20}(?:behob|beheb|korrigier|besser)\p{L}*|gewährleist\p{L}*|garantie\p{L}*|rembours\p{L}*|(?:bugs?|erreurs?|défauts?)(?![\p{L}])[^,;:.]{0,20}corrig\p{L}*|reembols\p{L}*|devoluci\p{L}*|(?:errores|fallos|bugs)(?![\p{L}])[^,;:.]{0,20}(?:corrig|corrij|arregl|soluc)\p{L}*|garantía)(?![\p{L}])[^,;:.]*$`,
  'iu',
);

/** The verb at the end of a German clause. */
const MENDED_THEN = lettered(
  String.raw`^ (?:kostenlos |kostenfrei |gratis )?(?:behoben|beheb|korrigiert|nachgebessert|ausgebessert|(?:zurück)?erstattet|zurückgezahlt)(?![\p{L}])`,
  'iu',
);

/** Whether a length is that of something besides paying: things are handed over, something comes off, or is made good. */
export const isOfElse = (before: string, after: string): boolean =>
  isDiscounted(before) || isHandedOver(before) || MENDED.test(before.slice(-90)) || MENDED_THEN.test(after);

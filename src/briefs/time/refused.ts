import { lettered } from '../passages/letters.ts';
import { passageOf } from '../passages/passage.ts';
import type { Span } from '../passages/text.ts';

const WEEKDAYS =
  'mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|so|sam|son|lun|mar|mer|mié|mie|jeu|jue|ven|vie|sáb|sab|dom|dim';
/** "Not the 13th", "statt am", "au lieu du", "can't do the 12th": a day that no longer is one. */
const BEFORE = lettered(
  String.raw`(?<![\p{L}])(?:not|isn['’]t|instead of|rather than|nicht|statt|anstatt|anstelle|pas|au lieu|plutôt que|no|no es|no es más|no será|no puede ser|(?:ya no|antes) (?:era|será)|(?:había|habíamos|se había) (?:dicho|hablado|quedado)(?: (?:en|para))?|fecha original:?|originalmente|originally|ursprünglich|initialement|en vez|en lugar|ya no es|ya no|(?:shift|move|moved|change|changed|switch|switched|bump|bumped|push|pushed|reschedule|rescheduled)(?: \p{L}+){0,3} from)(?: (?:on|the|am|den|dem|der|vom|des|le|du|de|el|del|es|un))*(?: (?:${WEEKDAYS})\p{L}{0,7}\.?,?(?: the| dem| den)?)? ?$|(?<![\p{L}])(?:can['’]t|cannot|can not|couldn['’]t)(?! (?:[^,.;]{0,40} )?(?:before|until|till|wait))[^,.;]{0,40} (?:on |the )+$`,
  'iu',
);
const UNFIT = String.raw`(?:,? (?:so )?(?:no calls|don['’]t (?:ring|call|phone|text|contact|bother) (?:me|us|him|her|them|that|then)|(?:he|she|they)['’]ll be unreachable)|(?: \p{L}{3,9})? ?(?:is out|is off|is gone|no longer|(?:doesn['’]t|won['’]t) (?:work|suit)|is taken|ist raus|(?:geht|klappt|passt)(?: \p{L}{2,8}){0,4} nicht|fällt (?:aus|flach|weg)|entfällt|saute|tombe à l['’]eau|ne (?:va|marche) pas|est (?:annulé|pris)|ne (?:me |nous |m['’]|lui )?(?:convient|arrange|va) pas|imposible|impossible|no (?:puedo|podemos|va|se puede|(?:me|nos|le) (?:va|viene)(?: bien)?)|se cae))(?![\p{L}])`;
const BEHIND = lettered(`^${UNFIT}`, 'iu');
/** "The 15th doesn't suit us": of the day of the month that was named before. */
const BARE = lettered(
  String.raw`(?<![\p{L}])(?:the|der|den|le|el) (?<day>[12]?\d|3[01])(?:st|nd|rd|th|er|\.)?(?! \p{L}+ \d)${UNFIT}`,
  'giu',
);

/** "Forget the 12th", "on oublie le 12", and no "don't forget the 12th". */
const FORGET = lettered(
  String.raw`(?<!(?<![\p{L}])(?:don['’]t|not|never|do not|n['’]|ne pas|pas|no|nicht|nie) ?)(?<![\p{L}])(?:forget|scrap|drop|scratch|vergiss|vergesst|vergessen wir|streichen? wir|streich|oublie(?:z|ns|ons)?|laisse[zs]? tomber|olvida(?:mos|te de|d)?|olvidemos) (?:the|den|dem|le|el|about the|about)?(?: (?:${WEEKDAYS})\p{L}{0,7}\.?,?(?: the| den)?)? ?$`,
  'iu',
);

/** "12 June?" - "taken, 19 June?": asked, and answered so that it is another day. */
const ANSWERED = lettered(
  String.raw`^[^.?\n]{0,50}\?\s{0,3}(?:[^:\n]{1,24}: ?)?(?:(?:no|nein|non|sorry|leider|désolée?|lo siento|uy|hm+)[,. ]+)?(?:(?:(?:that|it|i)(?:['’]s| is|['’]m| am)?|da(?:s| bin ich)?|c['’]est|ese día|ya|je suis|estoy) )?(?:taken|booked|full|out|away|can['’]t|won['’]t|belegt|vergeben|ausgebucht|verplant|geht nicht|pris\p{L}*|complet|occupée?|impossible|ocupad[oa]|imposible|no puedo|lleno)(?![\p{L}])`,
  'iu',
);

/** "The 21st." - "Too tight": the other side begins with a no. */
const TOO_LATE = lettered(
  String.raw`^[.!]?\n[^:\n]{1,24}: ?(?:(?:non|ah|aïe|hm+|euh|oh|ouch|no|nein|uy)[,. ]+)?(?:trop (?:juste|tard|tôt|serré|court)|too (?:late|early|tight)|zu (?:spät|früh|knapp)|muy (?:tarde|justo|pronto)|pas possible|(?:je|on) (?:ne )?peu[xt] pas)(?![\p{L}])`,
  'iu',
);

/** "Don't start before 1 March", "no empieces antes del 1/3": the day on which nothing may have begun is neither start nor end. */
const NOT_BEFORE = lettered(
  String.raw`(?<![\p{L}])(?:(?:do|does|can|could|will|would|should)(?:n['’]t| not)|cannot|can['’]t|won['’]t|not|never) (?:\p{L}+ ){0,4}before(?: the)? ?$|(?<![\p{L}])no (?:\p{L}+ ){1,4}antes del? ?$|(?<![\p{L}])n(?:e |['’])(?:\p{L}+ ){1,3}(?:pas|rien) (?:\p{L}+ ){0,2}avant le ?$`,
  'iu',
);

/** Whether somebody says that a day is not the one. */
export function isRefused(said: string, span: Span): boolean {
  const { lead, rest } = passageOf(said, span);
  return (
    BEFORE.test(lead.slice(-60)) ||
    NOT_BEFORE.test(lead.slice(-60)) ||
    (FORGET.test(lead.slice(-60)) && !/^\.? (?:nicht|pas)(?!\p{L})/iu.test(rest)) ||
    BEHIND.test(rest.slice(0, 40)) ||
    ANSWERED.test(said.slice(span.end, span.end + 120)) ||
    TOO_LATE.test(said.slice(span.end, span.end + 80))
  );
}

/** The days of the month that somebody turns down without their month. */
export const refusedBare = (said: string): ReadonlySet<number> =>
  new Set([...said.matchAll(BARE)].map(({ groups }) => Number(groups?.day)));

import { lettered } from '../passages/letters.ts';

const EVENT =
  'wedding|ceremony|concert|workshops?|keynote|talk|events?|conference|birthday|banquet|(?<!contracting |third |the other )part(?:y|ies)|gala|dinner|reception';
const DATED = lettered(
  String.raw`(?<![\p{L}\d_])(?:${EVENT}|photo(?:graph[a-z]*)?s?|shoot|sessions?|coaching|training|portraits?|headshots?|gig|interpret(?!ation (?:panel|board|cent)|ive)[a-z]*|dj|make-?up|catering|trio|duo|quartett?e?|quintett?e?|cuarteto|quatuor|band|choir|on stage|booked|[a-z]{0,9}duo|florist[a-z]*|fotoreportage|bouquet|buffet|rehearsal|lessons?|moderat[a-z]*)(?![\p{L}\d_])`,
  'i',
);
/** What is printed, written or put online for an event and done before it: "the poster for the party on 28 May". */
const MADE =
  'posters?|fl[iy]ers?|leaflets?|brochures?|invitations?|invites?|cards?|banners?|logos?|programmes?|programs?|menus?|tickets?|labels?|newsletters?|press releases?|website|landing page|site|affiches?|faire-part|prospectus|dépliants?|plakate?|einladungen?|flugbl[aä]tt(?:er)?|handzettel|programmhefte?|speisekarten?|carteles|cartel|folletos?|invitaci(?:ón|ones)|tarjetas?|entradas|web';
const MADE_FOR = lettered(
  String.raw`(?<![\p{L}])(?:${MADE})(?: \p{L}+){0,2} (?:of|for|de|du|des|del|der)(?: (?:the|our|my|an?|la|le|les|l['’]|das|die|den|dem|unser\p{L}*|notre|nuestr[oa]|el|los|las))?(?: [\p{L}’'-]+){0,2}? (?:${EVENT})(?![\p{L}])`,
  'giu',
);

const ENDS_THERE = lettered(
  `(?:${MADE_FOR.source})(?: (?:de la|des?|du|del|of|at|in|der)(?: [\\p{L}’'-]+){1,2})?[ ,(]*(?:(?:on|am|le|el|the) ?){0,2}$`,
  'iu',
);
/** Whether a day is that of an event for which something is made: when that is due stays open. */
export const isEventsDay = (text: string, { start }: { start: number }): boolean =>
  ENDS_THERE.test(text.slice(Math.max(0, start - 120), start));

/** Work that is tied to a day: there a date without other words is the day itself. */
export const isDated = (text: string): boolean => DATED.test(text.replace(MADE_FOR, ' '));

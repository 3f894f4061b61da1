import type { Language } from '../languages/language.ts';
import { lettered, said } from '../passages/letters.ts';

/** What is booked, in the words of four languages; "per session" is what the readers make of "la séance". */
export const BOOKED =
  'dates?|days?|bookings?|sessions?|shoots?|shootings?|events?|appointments?|slots?|class(?:es)?|lessons?|workshops?|trainings?|ceremony|termin\\p{L}*|datums?|tage?s?|buchung|kurs(?:es)?|stunde|séances?|rendez-vous|cours|tournage|réservation|mariage|wedding|hochzeit|fechas?|día|cita|sesión|reserva|clase|rodaje|boda';
const A = '(?:the|an?|your|our|my|this|per|la|le|les|el|los|las|une?|una|der|die|das|den|dem|des|ein\\p{L}*)';

/** Moving a date, in the stems of four languages. */
const MOVES = [
  're-?schedul\\p{L}*|postpon\\p{L}*|date (?:changes?|moves?)|changes? of (?:the )?(?:date|day)|chang(?:e|ing) the (?:date|day)(?! (?:on|in) )',
  `(?:${BOOKED}) (?:can|may) be (?:moved|changed|shifted)`,
  `(?:push|shift)(?:ing|ed)? (?:back )?(?:${A} )(?:${BOOKED})|mov(?:e|es|ed|ing) (?:it|(?:(?:the|an?|your|our|to another|of|wedding) )*(?:${BOOKED}))`,
  'verschieb(?:e|en|t|ung\\p{L}*)|verschoben|umbuch\\p{L}*|umgebucht|termin(?:änderung|wechsel|verschiebung|verlegung)\\p{L}*',
  `verlegung(?: (?:de[rs]|eines|einer) (?:${BOOKED}))?(?= ?(?:[:,]|$|kostet|ist|price|\\d|€|within|bis|by|innerhalb|mit|with))|(?:${BOOKED}) (?:\\p{L}+ ){0,3}verleg(?:en|t)`,
  '(?:le|un|du|tout|chaque|de|\\p{L}+ième|premier|second) report|reports? (?:gratuits?|possible|de date|(?:de|du)(?: (?:la|le|per))? (?:date|séance|session|rendez-vous|shooting))',
  `(?:être|est|is|sont|sera|serait) (?:reportée?s?|décalée?s?)|(?:reporter|décaler|déplacer) ${A} (?:${BOOKED})|reporter (?:gratuit\\p{L}*|sans frais|is|est|coûte\\p{L}*|devrait|doit|serait|price)|reprogramm?\\p{L}*|décal(?:er|ages?)(?! horaire)|changements? de (?:date|jour)`,
  `reagend\\p{L}*|aplaz\\p{L}*|aplac(?:e|en|emos)|posterg\\p{L}*|cambios? de (?:fecha|día)|cambiar (?:${A} (?:fecha|día)|de (?:fecha|día))|mover ${A} (?:${BOOKED})`,
].join('|');
export const MOVE = said(MOVES);
/** In French "report" is nothing else. */
const MOVE_FRENCH = said(`${MOVES}|reports?`);

export const NO_CHARGE =
  'free(?: of charge)?|complimentary|(?:at )?no (?:extra )?(?:charge|cost|fee)|without (?:charge|cost|fee)|nothing|frei|kostenlos\\p{L}*|kostenfrei\\p{L}*|gratis|gratuit\\p{L}*|sans frais|sin (?:coste?|cargo|recargo)';
/** "No rescheduling fee": nothing is owed, and how often is open. */
export const NO_FEE = said(
  'no (?:\\p{L}+ )?(?:fees?|charges?|costs?)|not (?:be )?charged|without (?:a |any )?(?:fee|charge|cost)|keine \\p{L}*(?:gebühr|kosten)\\p{L}*|ohne (?:\\p{L}+ )?\\p{L}*(?:gebühr|kosten)|(?:pas de|sans|aucuns?) (?:frais|travel expenses|expenses)|sin (?:recargo|coste|costo|cargo)',
);
/** That nothing is owed. */
export const FREE = said(NO_CHARGE);
const COST =
  'costs?|fees?|charg(?:e[sd]?|ing)|surcharges?|penalt(?:y|ies)|kostet|kosten|\\p{L}*gebühr\\p{L}*|\\p{L}*pauschale|aufpreis|coûte(?:nt|ra)?|frais|cuestan?|coste|costo|recargo|cargo|tarifa';
/** What costs something, once the readers have put it into English too. */
const COSTS = `${COST}|price`;
/** "Moving" and "moves" alone are of a date only where what they cost is said of them. */
const LOOSE = [
  `moving (?:date )?(?:fees?|charges?|surcharges?|penalty)|(?:fees?|charges?|costs?|price|penalty|notice) (?:for|of|to|on|when|if) (?:you |they |we |the client |\\p{L}+ )?(?:moving|mov(?:e|es))(?= ?(?:[,;:.!?)]|$|\\d|[€$£]|eur|usd|gbp|is|was|were|are|used|should|make|set|please|must|by|to|up|down|from|half|free|a second|${A} (?:${BOOKED})|it))`,
  `(?:${NO_CHARGE}) (?:mov(?:e|es|ing))(?! (?:pictures|images))|(?:mov(?:e|es|ing))(?: is| are|:| should be| must be| be| to be| costs?)? (?:\\p{L}+ ){0,2}(?:${NO_CHARGE})|make moving (?:${NO_CHARGE})`,
  `moving(?: should| must| would)? costs?(?= (?:[€$£\\d]|eur|usd|gbp|half|nothing|an?other))|moving(?: is| gets?| must be| should be)? (?:charged|possible|allowed)`,
  'moving (?:within|less than|under|inside|up to|until|more than) (?:\\d+|\\p{L}+) (?:days?|hours?|weeks?)|moves?(?=: (?:[€$£\\d]|eur|usd|gbp))',
  '(?:(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th)|each|every|any|further) (?:further |other |additional |later )?move(?= (?:\\p{L}+ ){0,2}(?:[€$£\\d]|eur|usd|gbp|half|free))',
].join('|');
const MOVE_LOOSE = said(LOOSE);
/** Of another move than of a date: of a household, of pictures, of money. */
const ELSE_MOVED = said(
  'moving (?:houses?|homes?|flats?|offices?|company|companies|firm|van|boxes|images?|pictures?|parts?|targets?)|movers?|removals?|vans?|relocat\\p{L}*|furniture|umzug\\p{L}*|umzüge\\p{L}*|umziehen|ziehen um|déménag\\p{L}*|mudanzas?',
);
const PAID =
  '(?:pay\\p{L}*|invoices?|instal\\p{L}*|\\p{L}*zahlung\\p{L}*|rechnung\\p{L}*|raten?|paiements?|règlements?|factures?|échéances?|pagos?|factura\\p{L}*|cuotas?)';
/** "Postpone the payment", "pago aplazado": money is paid later. */
const PAID_LATER = said(
  `(?:re-?schedul|postpon|mov|verschieb|verschob|verleg|report|décal|aplaz|posterg|reprogram)\\p{L}* (?:(?:of|${A}|de|del?) )*${PAID}|${PAID} (?:(?:is|are|ist|sind|zu|to be|est|is) )?(?:verschieb|verschob|aplazad|postpon|reporté|re-?schedul|posterg)\\p{L}*`,
);

/** The first words on moving a date; undefined where something else is moved. */
export function moveIn(
  said: string,
  language?: Language,
): { readonly start: number; readonly end: number } | undefined {
  if (PAID_LATER.test(said)) return undefined;
  const places = [language === 'fr' ? MOVE_FRENCH : MOVE, ...(ELSE_MOVED.test(said) ? [] : [MOVE_LOOSE])].flatMap(
    (each) => {
      const match = each.exec(said);
      return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
    },
  );
  return places.sort((a, b) => a.start - b.start)[0];
}

/** Something was moved; whoever says so agrees on nothing. */
export const PAST = said(
  're-?scheduled|postponed|moved|verschoben|verlegt|umgebucht|reportée?s?|décalée?s?|aplazad[oa]s?|postergad[oa]s?|reprogramad[oa]s?',
);
/** The same where it is something that may come. */
export const MAY_COME = said(
  '(?:^\\s*(?:wird|werden)|can|may|kann|können|darf|dürfen|peut|peuvent|puede|pueden|if|when(?:ever)?|should|wenn|falls|sollte|si|quand|cuando|en cas de|en caso de|im falle?) (?:\\p{L}+ ){0,6}?(?:re-?schedul|postpon|mov(?:e|ing)|verschieb|verschob|verleg|umbuch|umgebucht|report|décal|aplaz|aplac|posterg|reprogram|chang(?:e|ing) (?:the|a) (?:date|day)|cambi)\\p{L}*',
);
/** What moving costs, in the words that speak of it: else a figure beside it is the price of the work. */
export const OWN_FEE = lettered(
  `(?<![\\p{L}])(?:(?:verschieb|verleg|umbuch|termin)\\p{L}*(?:gebühr|kosten|pauschale)\\p{L}*|(?:${MOVES}|${LOOSE}|report)(?![\\p{L}])[^,;:.]{0,40}(?<![\\p{L}])(?:${COSTS})|(?:${COSTS})(?![\\p{L}])[^,;:.]{0,20}(?<![\\p{L}])(?:${MOVES}|report|${LOOSE}))(?![\\p{L}])`,
  'iu',
);

/** What limits words to some bookings, or to somebody's wish: no term holds it. */
export const LIMITED = said(
  [
    'only|summer|winter|spring|autumn|fall|season\\p{L}*|weekends?|saturdays?|sundays?|holidays?|weather|rain\\p{L}*|ill(?:ness)?|sick\\p{L}*|unless|except\\p{L}*|provided|depend\\p{L}*|weddings|in (?:may|june|july|august|september|december)',
    'nur|im sommer|im winter|saison|wochenend\\p{L}*|feiertag\\p{L}*|ferien|bei hochzeiten|hochzeiten|außer|sofern|wetter\\p{L}*|regen|krank\\p{L}*',
    'uniquement|seulement|été|hiver|week-ends?|vacances|mariages|sauf|à condition|météo|pluie|malad\\p{L}*',
    'sol(?:o|amente)|sólo|únicamente|verano|invierno|temporada|fines? de semana|bodas|salvo|excepto|siempre que|lluvia|enferm\\p{L}*',
  ].join('|'),
);
export const WISHED = said(
  [
    "(?:would|['’]d) (?:like|prefer|rather|love)|want(?:s|ed)?(?! to (?:move|re-?schedule|postpone))|wish\\p{L}*|hop(?:e|es|ing)|ask(?:s|ed|ing)? (?:for|if|whether|about)|prefers?|think|confirm|used to|could|might|is it|are we|perhaps|maybe",
    'hätten? gern\\p{L}*|möchten?|wünsch\\p{L}*|hoff\\p{L}*|könnten?|fragt\\p{L}*|früher|vielleicht',
    'aimerai\\p{L}*|voudrai\\p{L}*|souhait\\p{L}*|pourrai\\p{L}*|espèr\\p{L}*|demande si|voul\\p{L}*|veu(?:t|lent)|coûtait|peut-être',
    'gustaría\\p{L}*|quier\\p{L}*|querría\\p{L}*|podría\\p{L}*|esper\\p{L}*|pregunt\\p{L}*|pide\\p{L}*|costaba|quizás?',
  ].join('|'),
);

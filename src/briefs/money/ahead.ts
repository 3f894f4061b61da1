import { type Span, wordsAfter, wordsBefore } from '../passages/text.ts';
import { aroundOf } from './around.ts';
import { BESIDE_PRICE } from './beside-price.ts';

/** Words that say a part of the price is paid before the work or as it begins, in the words of the languages and of the readers. */
const EARLY: readonly string[] = [
  // English, and what the lexicons make of the others.
  'deposit|advance|on account|a cuenta|à valoir|up-? ?front|upfront|ahead|beforehand|down|prepa(?:y|id)\\w*|retainer|token|mobili[sz]ation|commitment|earnest',
  'now|today|tonight|tomorrow|tmrw|2nite|soon|this (?:week|evening|afternoon)|straight ?away|right away|immediately|first(?= ?(?:█|$))',
  'for start(?= ?(?:█|$))|to (?:start|begin|kick|hold|book|secure|reserve|lock|confirm|get (?:\\p{L}+ )?(?:going|started))|kick-?off|get (?:you|me|us|it) going',
  '(?:on|at|upon|with|along with|against) (?:the |your |my |our |this )?(?:signing|hiring|instruction|engagement|kick-?off|deposit invoice|signature|booking|order|go-ahead|appointment|confirmation|acceptance|approval of (?:this|the|your) (?:quote|offer|estimate)|po|purchase order|start|outset|beginning|contract)',
  "before (?:i|you|we|he|she|they|the (?:party|event|work)) ?|before work|so (?:that )?(?:i|you|we|u|he|she) (?:can|could|don['’]?t) (?:order|buy|get|start|book|give)|(?:when|once|as soon as) (?:i|you|we|u|they|she|he) (?:order|start|begin|sign|book|return|send back|countersign|accept|confirm|say yes)|(?:when|once) (?:the )?(?:contract|agreement|offer|quote|paperwork) (?:is )?(?:signed|returned|accepted)|(?:before|until) (?:i|we) (?:lift|touch|pick up|set)",
  // German
  'jetzt|sofort|gleich|heute|morgen|vorab|(?<!(?:days|hours|weeks|tage|stunden|wochen) )vorher|vorweg|voraus|vorn?eweg|anzahl\\p{L}*|anzuzahlen|vorschuss|akonto|à[- ]?conto|auftakt|bevor|vorziehen|vorstrecken|reservier\\p{L}*',
  '(?:bei|beim|mit|zum|zu|nach|with|by) (?:der |deiner |ihrer |meiner )?(?:start|beginn|projektstart|unterschrift|zusage|annahme|freigabe des angebots|auftrag\\p{L}*|bestell\\p{L}*|beauftragung|vertrags?\\p{L}*|buchung|zusage)',
  // French
  "maintenant|aujourd['’]hui|ce soir|demain|tout de suite|d['’]avance|acompte|arrhes|avant (?:la|le|les|de|que|tout)|au (?:bon de commande|démarrage|départ|lancement|début)|à l['’](?:embauche|accord|engagement|inscription|ouverture du dossier)|(?:à|dès) (?:la |l['’])?(?:commande|signature|acceptation|réservation)|(?:pour|for|pour que|for que|afin de) (?:(?:tu|vous|je|on|me|te|vous) )?(?:démarrer|commencer|lancer|réserver|bloquer|retenir|valider|confirmer|commandes?|achètes?|vous mettre en route|te lancer)",
  // Spanish
  "ahora|ahorita|hoy|adelant\\p{L}*|anticip\\p{L}*|señ(?:a|al|o)|reserva|separa\\p{L}*|apartar|por delante|de entrada|inicial|arrancas|(?:en|when|on) (?:signant|signing|commandant|ordering|réservant|booking)|al (?:firmar|aceptar|iniciar|arrancar|empezar|comenzar|partir|tiro|confirmar|dar (?:yo |tú |usted )?el sí|encargar|contratar)|con (?:el sí|el ok|tu ok)|(?:con|contra) la (?:firma|orden|confirmación|reserva)|(?:para|for|pa) (?:que )?(?:empezar|arrancar|comenzar|separar|apartar|reservar|asegurar|prender|guardar|apartes|guardes|compres|asegures|reserves)|(?:for|para|pa|pa['’]) q(?:ue)? (?:nos |me )?(?:apartes|guardes|compres|asegures|reserves)|así compr[aá]s|pa (?:empezar|arrancar|separar|apartar|comprar)|antes de",
];
/** What a sum does that keeps a day free: "€500 holds the date", "zum Fixieren", "elle bloque la date avec 400 €". */
const HOLDS =
  '(?:hold|secur|block|lock|reserv|book|bloqu|réserv|separa|aparta|guard|asegur|amarr|congel|apalabr)\\p{L}* (?:in )?(?:(?:the|your|our|my|that|la|le|el|ma|ta|notre|votre|mi|su|tu|nuestra) )?(?:date|day|slot|spot|weekend|fecha|día|journée|jour|termin|datum)|zum (?:fixieren|blocken|sichern|festmachen)';
/** "Se aparta con $4,000", "on bloque avec 400 €": what is held is the day, which goes without saying. */
const HELD_WITH =
  '(?:apart|separ|reserv|bloque|bloqu|réserv|retien|book|secur|blockier)\\p{L}* (?:it |sie |la |le )?(?:con|with|avec|mit)(?= *█)';
const word = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u');
const AHEAD = word([...EARLY, HOLDS].join('|'));

/** Shares and sums in such a clause are something else: tax, a fine, a discount, the end of the payment, what is not. */
const ELSEWHERE = word(
  `${BESIDE_PRICE}|(?<!-)off|call (?:it )?off|` +
    'balance|rest|remaind\\p{L}*|remaining|restant\\p{L}*|restlich\\p{L}*|final|last|delivery|completion|finished|done|afterwards?|later|' +
    'caution|security|damage|keys?|kaution|hall|not|no|nicht|kein\\p{L}*|pas|without|sans|sin|instead|never|more|less|discounted|' +
    'surcharges?|rush fee|\\p{L}*zuschlag|majoration|supplément|recargo|already paid|expenses|travel|materials?|spesen|extra|optional',
);
/** What follows a first payment: the rest of it. */
const REST =
  /^[^.!?\n]{0,80}?[,;.–—(-]* ?(?:(?:and|und|et|y|then|dann|puis|luego)[ ,]+)?(?:(?:the|my|your|den|der|das|die|le|la|l['’]|lo|el|ton|mon) ?)?(?:balance|rest|remain\p{L}*|remainder|other (?:half|part)|what remains|restant\p{L}*|restlich\p{L}*|anderen? (?:hälfte|half|sechzig|siebzig|fünfzig|achtzig|vierzig)|offenen? betrag|reste|solde|autre (?:moitié|half)|lo (?:demás|que (?:falta|queda))|resto|saldo|otra (?:mitad|half)|(?:die|der) andere(?= ?,| (?:wenn|bei|nach|with|on|sobald))|l['’]autre(?= ?,| (?:quand|à|au|once|on))|(?:la|lo) otr[oa](?= ?,| (?:cuando|al|a la|on|contra))|the other(?= ?,| (?:when|on|at|once|after)))(?![\p{L}])/iu;
/** Somebody pays: without it a figure beside "now" counts something. */
const PAYS = word(
  'pay(?:s|ing|ment|able|now)?|paid|transfer\\p{L}*|send(?:s|ing)?|sent|giv(?:e|es|ing)|put(?:s|ting)?|drop(?:s|ping)?|bring(?:s|ing)?|goes|deposit\\p{L}*|wir(?:e|es|ed|ing)|need(?:s|ed)?|bill(?:s|ed)?|invoice\\p{L}*|cash|paypal|zelle|venmo|wise|revolut|interac|e-?transfer|bizum|yape|plin|nequi|sinpe|mobile money|orange money|wave|twint|main propre|en mano|in hand|' +
    'zahl\\p{L}*|überweis\\p{L}*|kriegs?t?|krieg|bekomm\\p{L}*|rechnung|schick\\p{L}*|hätt\\p{L}*|brauch\\p{L}*|leist\\p{L}*|geb\\p{L}*|' +
    'vers\\p{L}*|vir\\p{L}*|virement|dépos\\p{L}*|avanc\\p{L}*|pose|pai\\p{L}*|payons|donn\\p{L}*|remett\\p{L}*|twint\\p{L}*|envoie\\p{L}*|prends|règl\\p{L}*|' +
    'pag\\p{L}*|dej\\p{L}*|dan?|doy|pas[ao]|gira\\p{L}*|ingres\\p{L}*|consign\\p{L}*|abon\\p{L}*|deposit\\p{L}*|transfier\\p{L}*|mand\\p{L}*|suelt\\p{L}*|deposi\\p{L}*|adelant\\p{L}*|hag[oa]|' +
    'of (?:it|that|this|which)|davon|dont|de (?:eso|ello|esto)',
);

/** Words that say both that it is paid and that it is ahead. */
const VERB = word(
  `${HOLDS}|${HELD_WITH}|on account|a cuenta|à valoir|(?:for|pour|para|de|como|as) (?:réserver|la réservation|reservar|reserva|apartar|separar|señal|retenir|bloquer)|` +
    'deposit|adelant\\p{L}*|anticip\\p{L}*|anzahl\\p{L}*|anzuzahlen|vorstreck\\p{L}*|vorschieß\\p{L}*|seña\\p{L}*|acompte|arrhes|upfront|up front|down ?payment|separación',
);
/** The whole sentence is about calling it off. */
const CALLED_OFF =
  /(?<![\p{L}])(?:cancel\p{L}*|calls? (?:it )?off|no-?show|absag\p{L}*|storn\p{L}*|annul\p{L}*|anul\p{L}*|décommand\p{L}*|desconvoc\p{L}*|suspend\p{L}*)/u;

const AND = / (?:and|und|et|y|then|dann|puis) /u;

/** Another part of the price begins a clause of its own: "half now half at the end". */
const NEXT_PART = / (?=(?:half|\d{1,3} ?(?:%|percent))(?![\p{L}\d]))/u;
/** "A quarter, that is 25 %, goes out today": behind what only says it again the clause goes on. */
const AGAIN = /(?:^|[ ,])(?:also|das sind|soit|c['’]est-à-dire|o sea|es decir|that is|i\.e\.|so) $/;
/** Behind a share with what it comes to: "50% (€2,400) up front". */
export function pastSum(text: string, { end }: { end: number }): { end: number } {
  const bracket = /^ \((?:[^()\n%\d]{0,6})\d[\d.,'’ ]*(?:[^()\n%\d]{0,6})\)/.exec(text.slice(end, end + 40))?.[0];
  return { end: end + (bracket?.length ?? 0) };
}
function behindOf(text: string, span: Span, before: string): string {
  const after = wordsAfter(text, pastSum(text, span), 70);
  const comma = after.trim() === '' && AGAIN.test(before) && text.indexOf(',', span.end) === span.end;
  return comma ? wordsAfter(text, { end: span.end + 1 }, 70) : after;
}

/** The words of the clause on both sides of a figure. */
function clauseOf(text: string, span: Span): string {
  const before = wordsBefore(text, span, 70).split(AND).at(-1) ?? '';
  const after = behindOf(text, span, before).split(AND)[0]?.split(NEXT_PART)[0] ?? '';
  return `${before} █ ${after}`;
}

/** Whether a share of the price is paid ahead: its clause says so, or the next one speaks of the rest. */
export function isShareAhead(text: string, span: Span): boolean {
  const clause = clauseOf(text, span);
  if (ELSEWHERE.test(clause) || CALLED_OFF.test(aroundOf(text, span).lead)) return false;
  return AHEAD.test(clause) || REST.test(text.slice(span.end, span.end + 160));
}

/** Whether the clause of a share or sum says itself that it is paid ahead, whatever comes after it. */
export function saysAhead(text: string, span: Span): boolean {
  const clause = clauseOf(text, span);
  return !ELSEWHERE.test(clause) && AHEAD.test(clause);
}

/** Whether a sum is paid ahead: its clause says that somebody pays it and when, or the next speaks of the rest. */
export function isSumAhead(text: string, span: Span): boolean {
  const clause = clauseOf(text, span);
  if (ELSEWHERE.test(clause) || CALLED_OFF.test(aroundOf(text, span).lead)) return false;
  const rest = REST.test(text.slice(span.end, span.end + 160));
  return VERB.test(clause) || (AHEAD.test(clause) && (PAYS.test(clause) || rest)) || (rest && PAYS.test(clause));
}

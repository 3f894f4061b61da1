import { type Span, wordsAfter, wordsBefore } from '../passages/text.ts';
import { aroundOf } from './around.ts';

/** Words that say a part of the price is paid before the work or as it begins, in the words of the languages and of the readers. */
const EARLY: readonly string[] = [
  // English, and what the lexicons make of the others.
  'deposit|advance|on account|a cuenta|à valoir|up-? ?front|upfront|ahead|beforehand|down|prepa(?:y|id)\\w*|retainer|token|mobili[sz]ation|commitment|earnest',
  'now|today|tonight|tomorrow|this (?:week|evening|afternoon)|straight ?away|right away|immediately|first(?= ?(?:█|$))',
  'to (?:start|begin|kick|hold|book|secure|reserve|lock|confirm|get (?:\\p{L}+ )?(?:going|started))|kick-?off|get (?:you|me|us|it) going',
  '(?:on|at|upon|with|along with|against) (?:the |your |my |our |this )?(?:signing|signature|booking|order|go-ahead|appointment|confirmation|acceptance|approval of (?:this|the|your) (?:quote|offer|estimate)|po|purchase order|start|outset|beginning|contract)',
  'before (?:i|you|we|he|she|they|the (?:party|event|work)) ?|before work|so (?:that )?(?:i|you|we|he|she) (?:can|could) (?:order|buy|get|start|book)|when (?:i|you|we) (?:order|start|begin|sign|book)',
  // German
  'jetzt|sofort|gleich|heute|morgen|vorab|(?<!(?:days|hours|weeks|tage|stunden|wochen) )vorher|vorweg|voraus|vorn?eweg|anzahl\\p{L}*|anzuzahlen|vorschuss|akonto|à[- ]?conto|auftakt|bevor|vorziehen|vorstrecken|reservier\\p{L}*',
  '(?:bei|beim|mit|zum|zu|nach) (?:der )?(?:start|beginn|projektstart|auftrag\\p{L}*|bestell\\p{L}*|beauftragung|vertrags?\\p{L}*|buchung|zusage)',
  // French
  "maintenant|aujourd['’]hui|ce soir|demain|tout de suite|d['’]avance|acompte|arrhes|avant (?:la|le|les|de|que|tout)|au (?:bon de commande|démarrage|départ|lancement|début)|(?:à|dès) (?:la |l['’])?(?:commande|signature|acceptation|réservation)|(?:pour|for) (?:démarrer|commencer|lancer|réserver|bloquer|retenir|valider)",
  // Spanish
  'ahora|ahorita|hoy|adelant\\p{L}*|anticip\\p{L}*|señ(?:a|al|o)|reserva|separa\\p{L}*|apartar|por delante|de entrada|inicial|arrancas|(?:en|when|on) (?:signant|signing|commandant|ordering|réservant|booking)|al (?:firmar|aceptar|iniciar|arrancar|empezar|comenzar|tiro|confirmar)|(?:con|contra) la (?:firma|orden|confirmación|reserva)|(?:para|for) (?:empezar|arrancar|comenzar|separar|apartar|reservar)|pa (?:empezar|arrancar|separar|apartar|comprar)|antes de',
];
/** What a sum does that keeps a day free: "€500 holds the date", "zum Fixieren", "elle bloque la date avec 400 €". */
const HOLDS =
  '(?:hold|secur|block|lock|reserv|book|bloqu|réserv|separa|aparta)\\p{L}* (?:in )?(?:(?:the|your|our|my|that|la|le|el|ma|ta|notre|votre|mi|su|tu|nuestra) )?(?:date|day|slot|spot|weekend|fecha|día|journée|jour|termin|datum)|zum (?:fixieren|blocken|sichern|festmachen)';
const word = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u');
const AHEAD = word([...EARLY, HOLDS].join('|'));

/** Shares and sums in such a clause are something else: tax, a fine, a discount, the end of the payment, what is not. */
const ELSEWHERE = word(
  'late|vat|tax|gst|hst|mwst|ust|iva|tva|igv|taxes|discount\\p{L}*|rabatt|skonto|remise|descuento|commission|kommission|provision\\p{L}*|comisión|royalt\\p{L}*|' +
    'cancel\\p{L}*|call (?:it )?off|no-?show|notice|absag\\p{L}*|stornier\\p{L}*|annul\\p{L}*|anul\\p{L}*|décommand\\p{L}*|suspend\\p{L}*|desconvoc\\p{L}*|refund\\p{L}*|penal\\p{L}*|interest|' +
    'balance|rest|remaind\\p{L}*|remaining|restant\\p{L}*|restlich\\p{L}*|final|last|delivery|completion|finished|done|afterwards?|later|' +
    'caution|security|damage|keys?|kaution|hall|not|no|nicht|kein\\p{L}*|pas|without|sans|sin|instead|never|off|more|less|discounted|' +
    'already paid|expenses|travel|materials?|spesen|extra|optional',
);
/** What follows a first payment: the rest of it. */
const REST =
  /^[^.!?\n]{0,80}?[,;.–—(-]* ?(?:(?:and|und|et|y|then|dann|puis|luego)[ ,]+)?(?:(?:the|my|your|den|der|das|die|le|la|l['’]|lo|el|ton|mon) ?)?(?:balance|rest|remain\p{L}*|remainder|other (?:half|part)|what remains|restant\p{L}*|restlich\p{L}*|anderen? (?:hälfte|half|sechzig|siebzig|fünfzig|achtzig|vierzig)|offenen? betrag|reste|solde|autre (?:moitié|half)|lo (?:demás|que (?:falta|queda))|resto|saldo|otra (?:mitad|half))(?![\p{L}])/iu;
/** Somebody pays: without it a figure beside "now" counts something. */
const PAYS = word(
  'pay(?:s|ing|ment|able|now)?|paid|transfer\\p{L}*|send(?:s|ing)?|sent|giv(?:e|es|ing)|put(?:s|ting)?|drop(?:s|ping)?|bring(?:s|ing)?|goes|deposit\\p{L}*|wire|bill(?:s|ed)?|invoice\\p{L}*|cash|paypal|main propre|en mano|in hand|' +
    'zahl\\p{L}*|überweis\\p{L}*|kriegs?t?|krieg|bekomm\\p{L}*|rechnung|schick\\p{L}*|hätt\\p{L}*|brauch\\p{L}*|leist\\p{L}*|geb\\p{L}*|' +
    'vers\\p{L}*|vir\\p{L}*|virement|pai\\p{L}*|payons|donn\\p{L}*|remett\\p{L}*|twint\\p{L}*|envoie\\p{L}*|prends|règl\\p{L}*|' +
    'pag\\p{L}*|dej\\p{L}*|dan?|doy|pas[ao]|gira\\p{L}*|ingres\\p{L}*|consign\\p{L}*|abon\\p{L}*|deposit\\p{L}*|transfier\\p{L}*|' +
    'of (?:it|that|this|which)|davon|dont|de (?:eso|ello|esto)',
);

/** Words that say both that it is paid and that it is ahead. */
const VERB = word(
  `${HOLDS}|on account|a cuenta|à valoir|` +
    'adelant\\p{L}*|anticip\\p{L}*|anzahl\\p{L}*|anzuzahlen|vorstreck\\p{L}*|vorschieß\\p{L}*|seña\\p{L}*|acompte|arrhes|upfront|up front|down ?payment|separación',
);
/** The whole sentence is about calling it off. */
const CALLED_OFF =
  /(?<![\p{L}])(?:cancel\p{L}*|calls? (?:it )?off|no-?show|absag\p{L}*|storn\p{L}*|annul\p{L}*|anul\p{L}*|décommand\p{L}*|desconvoc\p{L}*|suspend\p{L}*)/u;

const AND = / (?:and|und|et|y|then|dann|puis) /u;

/** The words of the clause on both sides of a figure. */
function clauseOf(text: string, span: Span): string {
  const before = wordsBefore(text, span, 70).split(AND).at(-1) ?? '';
  const after = wordsAfter(text, span, 70).split(AND)[0] ?? '';
  return `${before} █ ${after}`;
}

/** Whether a share of the price is paid ahead: its clause says so, or the next one speaks of the rest. */
export function isShareAhead(text: string, span: Span): boolean {
  const clause = clauseOf(text, span);
  if (ELSEWHERE.test(clause) || CALLED_OFF.test(aroundOf(text, span).lead)) return false;
  return AHEAD.test(clause) || REST.test(text.slice(span.end, span.end + 160));
}

/** Whether a sum is paid ahead: its clause says that somebody pays it and when, or the next speaks of the rest. */
export function isSumAhead(text: string, span: Span): boolean {
  const clause = clauseOf(text, span);
  if (ELSEWHERE.test(clause) || CALLED_OFF.test(aroundOf(text, span).lead)) return false;
  const rest = REST.test(text.slice(span.end, span.end + 160));
  return VERB.test(clause) || (AHEAD.test(clause) && (PAYS.test(clause) || rest)) || (rest && PAYS.test(clause));
}

const AHEAD_NOUN =
  "deposits?|advances?|down ?payments?|prepayments?|retainer|up-? ?front|upfront|in advance|beforehand|vorab|im voraus|vorweg|anzahlung|vorschuss|vorkasse|akonto|d['’]avance|avance|acompte|arrhes|por delante|por adelantado|adelanto|anticipo|seña|enganche|au départ|al inicio|at the start|before we start|before the work";
const NONE_BEFORE =
  'no|nothing|zero|without(?: an?y?)?|nil|none|not a (?:cent|penny)|nada|nada de|sin|ni un (?:peso|euro|duro)|pas (?:un centime|de)|sans|aucune?|keine?n?|kein cent|nix|nichts|ohne';
/** "Pays zero in advance", "nada de dinero por delante", "ein Vorschuss ist ausdrücklich nicht vorgesehen". */
const NONE_AHEAD = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${NONE_BEFORE}) (?:(?:\\p{L}+ ){0,1}(?:money|dinero|pago|payment|geld|argent|plata|is|due|payable|wird|bezahlt) )?(?:${AHEAD_NOUN})(?! (?:of|de) \\d)|` +
    `(?:deposit|advance|vorschuss|anzahlung|acompte|avance|anticipo|adelanto|seña)(?: (?:\\p{L}+ ){0,4}|(?: \\p{L}+){0,4}: ?)(?:(?:nicht|not|pas|no) (?:vorgesehen|nötig|notwendig|erforderlich|verlangt|vereinbart|planned|needed|required|necessary|expected|prévue?|nécessaire|requise?|necesari[oa]|previst[oa])|néant|entfällt|none|nil|ningun[oa]|aucune?)|` +
    `(?:avance|acompte|anticipo|adelanto|seña) (?:aucune?|ningun[oa]))(?![\\p{L}\\d])`,
  'giu',
);

/** Where a brief says that nothing is paid ahead. */
export const nothingAhead = (text: string): RegExpMatchArray[] => [...text.matchAll(NONE_AHEAD)];

/** A deposit that is wanted and has no figure: "a small bit down", "un acompte correct", "la seña después vemos". */
const UNSAID =
  /(?<![\p{L}\d])(?<!(?:security|damage|key|no|already|keine?|ohne|sans|sin|pas d['’]|caution) )(?:deposit|down ?payments?|advance payment|anzahlung|aazahlig|vorschuss|acompte|arrhes|anticipo|adelanto|seña|enganche|(?:some|something|a (?:small |little |wee )?(?:bit|something|part)|(?:ein |a )?(?:bisschen|bissl|wenig)(?: was)?|etwas|e chli\p{L}*|(?:un )?(?:petit )?quelque chose|(?:un )?peu|alg(?:o|uito)|(?:un )?(?:piecito|poquito|poco)|une) (?:\p{L}+ ){0,3}?(?:down|up-? ?front|vorab|voraus|vorher|avance|ahead|in advance|on account|a cuenta|anticipo|adelant\p{L}*))(?![\p{L}\d])|(?<![\p{L}\d])(?:adelanta|adelantan|anticipa|pasa|deja|da) (?:un )?(?:alg(?:o|uito)|piecito|poquito|poco)(?![\p{L}\d])/iu;
export const unsaidAhead = (text: string): RegExpExecArray | null => UNSAID.exec(text);

import { said } from '../briefs/passages/letters.ts';
import { CUES } from './own-cues.ts';
import { ENDS_IT } from './own-plain-cues.ts';

/** One of the two leaves it: “walks away”, “aussteigen”, “abandonne le projet”. */
const GIVES_UP = said(
  'walk(?:s|ed|ing)? away|(?:pull|back|step|opt|drop)(?:s|ped|ed|ping|ing)? out|quits?|abandon\\p{L}*|gives? up|withdraw\\p{L}*|chang\\p{L}+ (?:your|their) mind|(?:is|gets|be) (?:stopped|called off|abandoned)|stopp(?:ed|ing) (?:halfway|midway)|aus(?:zu)?steig\\p{L}*|steig\\p{L}* [^.;]{0,20} aus|aufgeb\\p{L}*|zurück(?:zu)?treten|tritt [^.;]{0,25} zurück|(?:sich )?lösen|gekündigt|abgesagt|abandonn\\p{L}*|arrêt\\p{L}*|renonc\\p{L}*|(?:se |vous )(?:retir\\p{L}*|désist\\p{L}*)|renunci\\p{L}*|(?:se )?retir\\p{L}*|(?:se )?ech\\p{L}+ atrás|dej\\p{L}* (?:el|de)',
);
/** The contract, or the work, is over before its time. */
export const isEnding = (text: string): boolean =>
  CUES.cancelling.test(text) || ENDS_IT.test(text) || GIVES_UP.test(text);

const NONE =
  '(?:nothing|(?:no|any|without) (?:further )?(?:sum|fees?|money|amount|costs?|charges?|compensation|payments?|penalt(?:y|ies)|cent)|nichts|keine?[nrs]? (?:kosten|gebühr\\p{L}*|entschädigung|zahlung|vergütung|honorar|ausgleich|cent)|rien|(?:aucune?|pas de|sans) (?:somme|frais|indemnité|montant|paiement|pénalité|dédommagement|coût)|nada|(?:ning[uú]n[oa]?|sin) (?:cantidad|importe|indemnización|coste|pago|penalización|suma|compensación|cargo))';
const OWED =
  '(?:owe[sd]?|due|pays?|paid|payable|charged?|billed|fällig|geschuldet|schulde\\p{L}*|zahl\\p{L}*|gezahlt|an(?:fallen)?|fallen|fällt|entsteh\\p{L}*|dus?|dues?|devoir|doit|devez|paie|payer|payez|factur\\p{L}*|deb\\p{L}*|pag\\p{L}*|abon\\p{L}*|cobr\\p{L}*)';
/** Nothing is owed then. */
export const NONE_OWED = said(
  `${NONE}(?: (?!until|before|bis|vor|avant|hasta)[\\p{L}’']+){0,5}? ${OWED}|(?<!un)${OWED}(?: [\\p{L}’']+){0,4}? ${NONE}`,
);
const ALL =
  "(?:everything|all(?: of it| payments?| money)?|full|in full|whole|your (?:deposit|money)|the deposit|alles|voll(?:e[nrs]?|ständig|umfänglich)?|gesamte[nrs]?|die anzahlung|ihr geld|tout|totalité|intégral\\p{L}*|l[’']acompte|todo|íntegr\\p{L}*|totalidad|la señal|el anticipo)";
const BACK =
  '(?:back|refund\\p{L}*|return\\p{L}*|reimburs\\p{L}*|zurück\\p{L}*|erstatt\\p{L}*|rückerstatt\\p{L}*|rembours\\p{L}*|rendu\\p{L}*|restitu\\p{L}*|récupér\\p{L}*|devol\\p{L}*|devuel\\p{L}*|reembols\\p{L}*|recuper\\p{L}*)';
/** All that was paid goes back. */
export const ALL_BACK = said(`${ALL}(?: [\\p{L}’']+){0,4} ${BACK}|${BACK}(?: [\\p{L}’']+){0,3} ${ALL}`);
/** It is we who end it, or nobody’s fault, or somebody broke it: the clauses have that apart. */
export const NOT_THE_CLIENT = said(
  "(?:if|when|should) (?:we|i|the (?:studio|photographer|freelancer)) (?:have to |must |need to |should )?(?:cancel|call|end|withdraw|stop|can)\\p{L}*|(?:we|i) cancel|(?:cancelled|called off|ended) by us|on our (?:side|part|account)|our fault|(?:wenn|falls|sollten) (?:wir|ich)|(?:durch|von) uns|unserer?seits|(?:si|lorsque|quand) (?:nous|j[’'])|de notre (?:fait|part|côté)|(?:si|cuando) (?:nosotros |yo )?(?:cancelamos|anulamos|cancelo)|por nuestra (?:parte|culpa)|force majeure|höhere[rn]? gewalt|fuerza mayor|illness|ill|sick|krank\\p{L}*|malad\\p{L}*|enferm\\p{L}*|good cause|serious(?:ly)?|breach\\p{L}*|breaks?|wichtige[mnr]* grund|verstoß|verletz\\p{L}*|faute|manquement|motif grave|incumpl\\p{L}*|causa (?:grave|justificada)|does not pay|unpaid|withdrawal (?:right|period)|widerruf\\p{L}*|rétractation|desistimiento",
);
/** No notice is given. */
export const WITHOUT_NOTICE = said(
  'without (?:any |prior |giving )*notice|no notice|with (?:immediate effect|no notice)|immediately|at once|on the spot|from one day to the next|overnight|fristlos\\p{L}*|ohne (?:\\p{L}+ )?(?:frist|vorlauf|ankündigung|kündigungsfrist)|mit sofortiger wirkung|sofort|von heute auf morgen|sans (?:\\p{L}+ )?(?:préavis|délai|avis)|immédiat\\p{L}*|avec effet immédiat|du jour au lendemain|sin (?:necesidad de )?(?:previo aviso|preaviso|aviso(?: previo)?)|inmediat\\p{L}*|de inmediato|con efecto inmediato|de un día para otro',
);
/** All of the price is owed then. */
export const ALL_OWED = said(
  '(?:whole|full|entire|total|complete) (?:price|fee|amount|sum|cost)|price in full|(?:voll|gesamt|ganz|komplett)e[nrs]? (?:preis|honorar|vergütung|betrag|summe)|(?:totalité|intégralité)(?: du prix| du montant)?|(?:prix|montant) (?:total|entier|intégral)|totalidad(?: del precio)?|(?:precio|importe) (?:total|completo|íntegro|entero)|todo el precio|precio en su totalidad',
);
/** The day before, in a word. */
export const EVE = said(
  'the (?:day|evening|night) before|the previous day|(?:am |bis zum |zum )?vor(?:tag|abend)|einen tag vorher|la veille|la víspera|el día (?:antes|anterior)|hasta el día antes',
);

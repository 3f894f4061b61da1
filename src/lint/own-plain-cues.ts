import { said } from '../briefs/passages/letters.ts';

const PRICE =
  '(?:price|fee|total|gesamtpreis|preis|honorar|gesamtbetrag|prix|honoraires|montant|precio|honorarios|importe)';
const CLIENT = '(?:you|the client|sie|der kunde|die kundin|der auftraggeber|vous|le client|usted|el cliente)';
const FREE =
  '(?:free(?: of (?:charge|cost))?|at no (?:cost|charge)|gratis|kostenlos|kostenfrei|umsonst|unentgeltlich|gratuite?s?|gratuitement|sans frais|gratuit[oa]s?|sin coste)';
const WHOLE_WORK =
  '(?:(?:all of it|everything|it all|(?:the|all|our) (?:whole |entire )?(?:work|project|job|service))|(?:das ganze|alles|die (?:ganze |gesamte )?(?:arbeit|leistung)|das (?:ganze )?projekt|der auftrag)|(?:le tout|tout|(?:le|tout le) (?:travail|projet)|la prestation)|(?:todo|todo esto|(?:el|todo el) (?:trabajo|proyecto)|el encargo))';

/** A part of the price is let off. */
export const DISCOUNT = said(
  `(?:discount|rebate) of [^.;]{1,25}? (?:on|off) (?:the|our|this) (?:whole )?(?:price|fee|total)|discount of [^.;]{1,25}? applies|(?:\\d+ ?%|(?:\\p{L}+ )?per ?cent) (?:off|discount)(?= (?:if you|for you|the price|the fee|when you))|(?:rabatt|nachlass|skonto) (?:von|in höhe von) [^.;]{1,20}? auf den (?:gesamt)?preis|\\d+ ?(?:%|prozent) (?:rabatt|nachlass|skonto)(?= (?:auf den (?:gesamt)?preis|wenn sie|bei (?:früher|sofortiger) zahlung))|(?:remise|escompte|rabais) de [^.;]{1,20}? sur le prix|\\d+ ?(?:%|pour cent) (?:de )?(?:remise|escompte|rabais|réduction)(?= (?:sur le prix|si vous))|descuento (?:de|del) [^.;]{1,20}? (?:sobre|en) el precio|\\d+ ?(?:%|por ciento) (?:de )?descuento(?= (?:sobre|en) el precio| si (?:usted )?paga)`,
);
/** Less than the price is paid. */
export const ONLY_PART = said(
  `${CLIENT} (?:only pays?|pays? only|has to pay only|(?:zahlt|zahlen) nur|ne paie que|ne payez que|(?:solo|sólo) paga|paga (?:solo|sólo)) [^.;]{0,6}?\\d[\\d.,]* ?(?:€|euros?|eur)? (?:of|from|out of|von|sur|des|de) (?:the|den|les|los) [^.;]{0,6}?\\d`,
);
/** Nothing is asked for the work. */
export const UNPAID = said(
  `${WHOLE_WORK} (?:is|are|will be|ist|sind|erfolgt|est|sera|es|será)(?: done)? (?:entirely |completely |völlig |entièrement |totalmente )?${FREE}|no (?:fee|price|payment) is (?:owed|due|payable)|(?:es )?(?:ist|wird) kein (?:honorar|preis) (?:geschuldet|fällig|gezahlt)|kein (?:honorar|preis) (?:ist|wird) (?:geschuldet|fällig)|aucun (?:prix|paiement|honoraire) n[’']est dû|no se (?:debe|paga) (?:ningún (?:precio|pago)|honorarios)`,
);
/** The price becomes another one. */
export const PRICE_MOVES = said(
  `${PRICE}(?: (?!of )\\p{L}+){0,3} (?:(?:is|are|will be|gets?) (?:halved|waived|reduced|cut|lowered|doubled|increased|raised)|(?:falls?|drops?|sinks?|rises?|goes (?:down|up)) (?:to|by)|(?:sinkt|fällt|steigt|erhöht sich|verringert sich|reduziert sich|ermäßigt sich) (?:auf|um)|wird (?:halbiert|erlassen|verdoppelt|gesenkt|erhöht)|(?:baisse|descend|tombe|monte|passe) (?:à|de)|(?:est|sera) (?:réduit|divisé|doublé|baissé|augmenté)|(?:baja|sube|desciende) (?:a|en)|se (?:reduce|duplica|rebaja))`,
);
/** The whole is said to cost a bare figure, in the group `figure`. */
export const BARE_COST = said(
  `${WHOLE_WORK} (?:costs?|kostet|coûte|cuesta) (?:you |sie |only |nur )?(?<figure>\\d{1,3}(?:[.,’' ]\\d{3})+|\\d{2,7})(?:[.,]\\d{2})?(?= *[.;!]|$)`,
);

const NOTHING_BUT_LATER =
  "(?:(?:before|until|prior to) (?:the )?(?:delivery|end|handover|acceptance|launch|work|it)|up ?front|in advance|vor (?:der )?(?:lieferung|abnahme|fertigstellung)|im voraus|avant (?:la )?(?:livraison|remise|fin)|d[’']avance|antes de (?:la )?entrega|por adelantado)";
const ON_DELIVERY =
  '(?:(?:at|in) the (?:very )?end|(?:only )?(?:after|on|upon) (?:the )?(?:delivery|completion|acceptance|handover)|am (?:ende|schluss)|(?:erst )?(?:nach|bei) (?:der )?(?:lieferung|abnahme|fertigstellung)|à la (?:fin|livraison)|après (?:la )?livraison|al final|(?:tras|después de|a) la entrega)';
/** Nothing is paid ahead. */
export const NOTHING_AHEAD = said(
  `nothing (?:is|will be|has to be|needs to be) (?:owed|due|paid|payable) ${NOTHING_BUT_LATER}|${CLIENT} (?:owes?|pays?) nothing ${NOTHING_BUT_LATER}|(?:everything|all of it|the (?:whole|full|entire) (?:price|fee|sum)) (?:is|will be) (?:paid|due|payable) ${ON_DELIVERY}|${CLIENT} pays? (?:everything|it all|in full|the (?:whole|full|entire) (?:price|fee)) ${ON_DELIVERY}|` +
    `${NOTHING_BUT_LATER} (?:ist|wird) nichts (?:fällig|geschuldet|gezahlt|zu zahlen)|nichts (?:ist|wird) ${NOTHING_BUT_LATER} (?:fällig|geschuldet|gezahlt|bezahlt)|alles wird (?:erst )?${ON_DELIVERY} (?:gezahlt|bezahlt|fällig)|${CLIENT} (?:zahlen|zahlt) alles ${ON_DELIVERY}|` +
    `rien n[’']est (?:dû|payé|payable) ${NOTHING_BUT_LATER}|tout (?:est|sera) (?:payé|dû|réglé) ${ON_DELIVERY}|${CLIENT} (?:payez|paie|réglez) (?:tout|la totalité|l[’']ensemble) ${ON_DELIVERY}|` +
    `(?:no se (?:debe|paga) nada|nada se (?:debe|paga)) ${NOTHING_BUT_LATER}|todo se paga ${ON_DELIVERY}|${CLIENT} (?:lo )?paga todo ${ON_DELIVERY}`,
);
/** It is paid once somebody else paid. */
export const PAID_WHEN_PAID = said(
  '(?:when|once|as soon as|if|after) your (?:own )?(?:customers?|clients?|end client) (?:has |have )?(?:paid|pays?)|(?:wenn|sobald|nachdem) (?:ihr (?:eigener )?(?:kunde|auftraggeber)|der endkunde) (?:\\p{L}+ )?(?:zahlt|gezahlt|bezahlt)|(?:quand|lorsque|dès que|une fois que) (?:votre (?:propre )?client|le client final) (?:vous )?(?:a|aura|paie|règle)|(?:cuando|en cuanto|una vez que) (?:su propio cliente|el cliente final) (?:le )?(?:haya pagado|pague|paga)',
);
/** It is paid at the end of a month that is not this one. */
export const MONTH_END = said(
  "(?:end|last day) of the (?:next|following|second) month|end of the month after next|ende des (?:über)?nächsten monats|ende des (?:folge|über)monats|fin du mois (?:suivant|prochain|d[’']après)|(?:fin|final|finales) del (?:mes siguiente|próximo mes)",
);
/** After the work is there. */
export const AFTER_DELIVERY = said(
  'after (?:the )?(?:delivery|completion|handover|acceptance)|nach (?:der )?(?:lieferung|abnahme|fertigstellung|übergabe)|après (?:la )?(?:livraison|remise|réception)|(?:después de|tras) la (?:entrega|recepción)',
);
const COUNT =
  '(?:three|four|five|six|ten|twelve|drei|vier|fünf|sechs|zehn|zwölf|trois|quatre|cinq|six|dix|douze|tres|cuatro|cinco|seis|diez|doce|[3-9]|1[0-2])';
/** It is paid bit by bit. */
export const IN_PARTS = said(
  `(?:pays?|paid|payable)(?: \\p{L}+){0,3} in (?:${COUNT} (?:equal )?(?:monthly |weekly |quarterly )?(?:parts|instal?ments|payments)|monthly (?:parts|instal?ments|payments))|(?:zahl\\p{L}*|gezahlt|bezahlt)(?: \\p{L}+){0,3} in (?:${COUNT} )?(?:monats)?raten|in ${COUNT} (?:monats)?raten (?:zu zahlen|zahlbar|gezahlt|bezahlt)|(?:pay\\p{L}*|pai\\p{L}*|règl\\p{L}*)(?: \\p{L}+){0,3} en (?:${COUNT} )(?:fois|mensualités|versements|échéances)|(?:pag\\p{L}*|abon\\p{L}*)(?: \\p{L}+){0,3} en (?:${COUNT} )(?:plazos|cuotas|mensualidades|pagos)`,
);

const CHANGES =
  '(?:revisions?|revision rounds|rounds(?: of (?:revisions?|changes|corrections))?|corrections?|changes|edits|amendments|tweaks|iterations|änderungswünsche|korrekturwünsche|korrekturen|korrekturrunden|korrekturschleifen|änderungen|überarbeitungen|modifications|ajustements|retouches|révisions|tours de (?:corrections?|modifications?)|cambios|ajustes|retoques|correcciones|revisiones|rondas(?: de (?:cambios|correcciones))?)';
const ENDLESS =
  "(?:unlimited|endless|without (?:any )?limit|unbegrenzt\\p{L}*|unbeschränkt\\p{L}*|ohne (?:begrenzung|limit)|beliebig (?:viele|oft)|illimitée?s?|sans limite|à volonté|ilimitad[oa]s?|sin límite|as (?:many|often)(?: \\p{L}+)? as (?:you|the client)|until (?:you|the client) (?:are|is) (?:happy|satisfied|content)|so (?:oft|viele) (?:wie )?sie|bis sie zufrieden|autant (?:de fois )?que|jusqu[’']à (?:votre|ce que)|cuantas veces|tantas veces como|hasta que (?:usted )?(?:esté|quede))";
/** As many changes as one likes. */
export const ENDLESS_ROUNDS = said(
  `(?:${ENDLESS}|as many|any number of|so viele|autant de|tantos|tantas|todos los) (?:\\p{L}+ )?${CHANGES}|${CHANGES}(?: [\\p{L}’']+){0,5}? ${ENDLESS}`,
);

/** Not one change. */
export const NO_ROUNDS = said(
  `no se inclu\\p{L}+ (?:\\p{L}+ )?${CHANGES}|(?<!(?:is|are|be|as) )(?:no|without(?: any)?|keine|ohne|aucune?|pas de|sans|ninguna?|sin) ${CHANGES}|${CHANGES}(?: \\p{L}+){0,2} (?:not (?:included|part)|extra|nicht (?:enthalten|inbegriffen|vorgesehen)|non (?:compris|inclus)\\p{L}*|(?:ne sont|n[’']est) pas (?:compris|inclus)\\p{L}*|no (?:están|se) inclu\\p{L}*)`,
);
/** Beyond those that are included, or late ones. */
export const AFTER_ROUNDS = said(
  'after|beyond|further|more|later|nach|weitere\\p{L}*|mehr|später\\p{L}*|après|au-delà|supplémentaires?|tras|después|adicional\\p{L}*|más',
);
export const HOURS = said('hours?|stunden|heures?|horas?|budget|limit');
/** There is no most that it may come to. */
export const NO_CAP = said(
  "no (?:upper |overall )?(?:limit|cap|ceiling|maximum)(?! (?:of|on|to) (?!(?:the )?(?:hours|costs?|fees?|price|total)))|without (?:an? |any )?(?:upper )?(?:limit|cap|ceiling|maximum)|open[- ]ended|uncapped|unlimited|(?:limit|cap|ceiling) (?:\\p{L}+ ){0,2}(?:does not|doesn[’']t|not) (?:apply|bind\\p{L}*)|ohne (?:obergrenze|limit|deckel\\p{L}*|begrenzung)|nach oben offen|keine (?:obergrenze|begrenzung)|unbegrenzt\\p{L}*|sans (?:plafond|limite|maximum)|(?:pas de|aucun) plafond|pas plafonnée?s?|not capped|nicht (?:gedeckelt|begrenzt)|no est[aá]n? limitad[oa]s?|illimitée?s?|sin (?:tope|límite|máximo)|(?:no hay|ningún) (?:tope|límite)|ilimitad[oa]s?",
);
/** Nobody owes anything where it ends. */
export const OWES_NOTHING = said(
  "(?:at|with) no (?:cost|charge|fee)|free of (?:charge|cost)|for free|without (?:any )?(?:costs?|charge|fee|paying(?: anything)?|payment|owing(?: anything)?)|owes? (?:us )?nothing|nothing is (?:owed|due|payable)|kostenlos|kostenfrei|ohne (?:kosten|zahlung|etwas zu zahlen|vergütung)|(?:schulde\\p{L}*|zahl\\p{L}*)(?: \\p{L}+){0,3} nichts|nichts (?:geschuldet|zu zahlen|fällig)|gratuitement|sans (?:frais|rien (?:payer|devoir)|indemnité|payer)|ne (?:doit|devez|paie|payez) rien|rien n[’']est dû|gratis|sin (?:coste|costes|pagar(?: nada)?|cargo)|no (?:debe|paga) nada|nada que pagar",
);
/** The contract, or the work, is over before its time. */
export const ENDS_IT = said(
  '(?:may|can|are free to|is free to) (?:end|stop|leave|quit|withdraw)|(?:projekt|auftrag|arbeit)\\p{L}* (?:\\p{L}+ )?(?:abgebrochen|beendet|gestoppt)|abgebrochen',
);
/** Freed only for a time, which the terms may have as well. */
export const FOR_A_TIME = said(
  'until|before|within|up to|bis|vor|innerhalb|jusqu\\p{L}*|avant|hasta|antes|dentro|ahead|notice|vorher|im voraus|à l.avance|(?:de|con) antelación',
);

/** Moving is never paid for. */
export const FREE_MOVES = said(
  `(?:always|ever|any time|at all times|immer|jederzeit|toujours|à tout moment|siempre|en cualquier momento)(?: \\p{L}+)? ${FREE}|${FREE} (?:at any time|always|jederzeit|à tout moment|en cualquier momento)`,
);
/** A move is named as a thing, or as what one does. */
export const A_MOVE = said(
  'moves?(?= (?:is|are|costs?))|moving(?: (?:it|the (?:date|day|booking|session|shoot|shooting|appointment)))? (?:is|needs?|requires?|takes?|costs?)|(?:verschieben|verlegen|umbuchen|verschiebung|umbuchung)|reporter la date|le report|changer la date|cambiar la fecha|aplazar',
);
/** The rights pass though nothing is paid. */
export const RIGHTS_EARLY = said(
  'rights?(?: \\p{L}+){0,4} (?:pass|go|transfer|are transferred|become yours)\\p{L}*[^.;]{0,40}(?:before (?:payment|you pay|it is paid|anything is paid)|(?:even )?without payment|whether or not[^.;]{0,20} pa(?:id|y)|regardless of payment|independent(?:ly)? of payment|at once)|(?:rechte|nutzungsrechte)(?: \\p{L}+){0,3} gehen[^.;]{0,40}(?:vor (?:der )?(?:zahlung|bezahlung)|unabhängig von der (?:zahlung|bezahlung)|ohne zahlung|sofort)|droits(?: \\p{L}+){0,3} (?:sont (?:cédés|transférés)|passent)[^.;]{0,40}(?:avant (?:le |tout )?paiement|indépendamment du paiement|sans paiement)|derechos(?: \\p{L}+){0,3} (?:se ceden|se transfieren|pasan)[^.;]{0,40}(?:antes del pago|antes de pagar|con independencia del pago|sin pago)',
);
/** The use ends some time. */
export const LIMITED_USE = said(
  '(?:limited|restricted) to|beschränkt|begrenzt|befristet|limitée?s?|limitad[oa]s?|restringid[oa]s?',
);
const TERMS_OF =
  "(?:your|the client[’']s) (?:general |standard |own )*(?:terms|conditions)(?: (?:of|and) \\p{L}+)*|(?:ihre|die) (?:agb|einkaufsbedingungen|geschäftsbedingungen)(?: (?:des kunden|des auftraggebers))?|(?:vos|les) conditions (?:générales )?(?:d[’']achat )?(?:du client)?|sus condiciones(?: generales)?(?: de (?:compra|contratación))?";
/** Another paper holds before this one. */
export const OTHER_PAPER = said(
  `(?:${TERMS_OF}) ?(?:(?:shall |will |also )?(?:prevail|apply|govern|take precedence|rule|count)|gelten|gehen vor|haben vorrang|prévalent|priment|s[’']appliquent|font foi|prevalecen|se aplican|rigen)`,
);
const DAY_NAMED =
  '(?:deadlines?|delivery date|due date|dates?|end date|liefertermin\\p{L}*|abgabetermin|endtermin|termine?|frist(?:en)?|date limite|échéance|délais?|fecha límite|fecha de entrega|plazos?)';
/** The day that is agreed binds nobody. */
export const UNBOUND = said(
  `${DAY_NAMED}(?: \\p{L}+){0,3} (?:(?:is|are) (?:not|never) (?:binding|fixed|firm)|(?:is|are) (?:non-?binding|only (?:a guide|an estimate|approximate))|(?:ist|sind) (?:nicht verbindlich|unverbindlich)|(?:n[’']est|ne sont) pas (?:contraignante?s?|fermes?|obligatoires?)|(?:no es|no son) (?:vinculantes?|obligatori[oa]s?|firmes?))`,
);
/** The last day of a year or a feast, with the year in `feast`; or a year alone in `year`. */
export const YEAR_NAMED = said(
  "(?:(?:new year[’']s eve|christmas(?: eve)?|silvester|weihnachten|heiligabend|la saint-sylvestre|noël|nochevieja|navidad|nochebuena)(?: (?:of|de|des|von|del))? (?<feast>20\\d\\d)|(?<!\\d[^.;]{0,14})(?:in|by|until|before|im jahre?|im|bis|vor|en|avant|hasta|antes de)(?: (?:the )?(?:end|spring|summer|autumn|winter|course|ende|frühjahr|frühling|sommer|herbst|fin|finales)(?: (?:of|de))?)? (?<year>20\\d\\d))",
);

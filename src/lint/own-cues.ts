import { lettered, words } from '../briefs/passages/letters.ts';

/** What one's own words have to speak of before a figure in them is held against a term. */
export const CUES = {
  price: words(
    'price|fee|total|costs?|amount|budget|pays?|paid|balance',
    'preis|gesamtpreis|festpreis|pauschalpreis|honorar|gesamtbetrag|gesamtsumme|pauschale|kosten|kostet',
    'prix|tarif|montant|honoraires|forfait|coût|coûte',
    'precio|tarifa|importe|honorarios|coste|costo|cuesta',
  ),
  deposit: words(
    'deposit|advance|upfront|up front|down ?payment|retainer',
    'anzahlung|vorauszahlung|vorschuss|vorkasse',
    'acompte|arrhes|avance|à la commande',
    'anticipo|adelanto|señal?|seña|por adelantado',
  ),
  rate: words(
    'hourly|daily|day rate|hour rate|rates?|per (?:hour|day|session|month)|an? (?:hour|day|session|month)',
    'stundensatz|tagessatz|stundenlohn|(?:pro|je) (?:stunde|tag|monat|sitzung)|die stunde',
    "taux|tarif (?:horaire|journalier)|horaire|journalier|par (?:heure|jour|mois|séance)|(?:de l[’']|l[’'])heure",
    'tarifa|por (?:hora|día|mes|sesión)|la hora|al (?:día|mes)',
  ),
  cancelling: words(
    'cancel\\p{L}*|call(?:ed|ing|s)? (?:(?:it|this|things|the \\p{L}+) )?off|terminat\\p{L}*|end(?:s|ing)? (?:this|the) (?:contract|agreement)|end(?:s|ing)? (?:it|the (?:work|project|job)) early|stop(?:s|ping)? the (?:work|project|job)|kill[- ]?fee',
    'stornier\\p{L}*|storno\\p{L}*|kündig\\p{L}*|absag\\p{L}*|rücktritt|beend\\p{L}*|vorzeitig\\p{L}*|abbrech\\p{L}*|abbruch\\p{L}*|ausfall(?:honorar|gage|pauschale)\\p{L}*',
    'annul\\p{L}*|résili\\p{L}*|rupture|mettre fin|mett\\p{L}+ fin|arrêt\\p{L}* (?:le|la|ce) (?:projet|travail|mission|contrat)|dédit|(?:arrêt|fin) anticipée?',
    'cancel\\p{L}*|anul\\p{L}*|rescin\\p{L}*|rescis\\p{L}*|terminar|terminaci[oó]n|termin\\p{L}+ antes|desist\\p{L}*|interrump\\p{L}*|p[ou][nes]\\p{L}* fin',
  ),
  paying: words(
    'pay|pays|paid|payable|payments?|settl(?:e[sd]?|ing|ement) (?:[\\p{L}]+ ){0,3}(?:invoices?|bills?|account)|payment terms|invoices?(?= ?:)|due|net \\d{1,3}',
    '(?:ge|be)?zahl\\p{L}*|zahlungsziel|zahlungsfrist|fällig',
    'pai[ec]\\p{L}*|pay\\p{L}*|règl\\p{L}*|régl(?:er|ez|ons|ée?s?)|règlement|délai de paiement',
    'pag\\p{L}*|abon\\p{L}*|venc\\p{L}*|plazo de pago',
  ),
  /** The whole of the work, or its end. */
  whole: words(
    'everything|all (?:of )?(?:the )?(?:work|files|deliverables)|(?:the )?(?:finished|final|complete[d]?) (?:work|files|project|delivery)|deadline|delivery (?:is |takes place |happens |will be )?(?:on|by)|the work (?:ends|is (?:done|finished|delivered|completed?))|we (?:will )?(?:deliver|finish)(?: it)?(?= (?:by|on|until|before))',
    '(?:die arbeit|das projekt|der auftrag|der vertrag) (?:endet|ist (?:fertig|abgeschlossen|beendet))|alles|abgabetermin|endtermin|liefertermin|fertigstellung|die lieferung|deadline|gesamte (?:arbeit|leistung)',
    "(?:le travail|le projet|la mission|le contrat) (?:se termine|prend fin|finit|s[’']achève|est terminée?)|tout|date limite|échéance|livraison finale|la livraison|délai final|l[’']ensemble",
    '(?:el trabajo|el proyecto|el contrato|el encargo) (?:termina|acaba|finaliza|terminará)|todo|fecha límite|fecha de entrega|entrega final|la entrega|plazo final',
  ),
  end: words(
    'deliver\\p{L}*|deadline|due date|hand(?:ed|s|ing)? over|finish\\p{L}*|complet\\p{L}*|done|ready|launch\\p{L}*|ends?',
    '(?:aus|ge|ab)?liefer\\p{L}*|lieferung|abgabe\\p{L}*|fertig\\p{L}*|endtermin|liefertermin|abgeschlossen|deadline',
    'livr\\p{L}*|remis\\p{L}*|échéance|date limite|termin(?:é\\p{L}*|er|ons|ez)|achev\\p{L}*',
    'entreg\\p{L}*|fecha límite|terminad\\p{L}*|acab\\p{L}*|list[oa]s?',
  ),
  start: words(
    '(?:work|project|we|it) (?:will )?(?:starts?|begins?|commences?|runs? from|kicks? off)|start(?: date)?|kick-?off',
    '(?:arbeit|projekt|leistung|auftrag)\\p{L}* (?:beginn\\p{L}*|startet|läuft (?:vom|ab))|wir (?:beginnen|starten)|projektstart|arbeitsbeginn|(?:start|beginn)(?= ?:| (?:der|ist) )',
    '(?:travail|travaux|projet|mission|prestation) (?:commence|débute|démarre|(?:dure|va|court|se déroule) du(?= ))\\p{L}*|nous (?:commen[cç]ons|débutons)|début (?:des travaux|du (?:travail|projet))|début(?= ?:| est)',
    '(?:trabajo|proyecto|obra) (?:empieza|comienza|inicia|(?:dura|va|se desarrolla) del)|(?:empeza|comenza|inicia)mos|inicio (?:del (?:trabajo|proyecto))|inicio(?= ?:| es)',
  ),
  booking: words(
    'shoot|(?:we|i) (?:will )?(?:photograph|film|shoot|record|teach)|coverage|session|workshop|wedding|event|ceremony|takes place|filming|recording|talk',
    'shooting|(?:wir|ich) (?:fotografieren?|filmen?|drehen?)|(?:fotografieren|filmen|drehen) wir|reportage|termin|sitzung|hochzeit|veranstaltung|findet statt|dreh|aufnahme|vortrag',
    'séance|nous (?:photographions|filmons|tournons)|reportage|prise de vue|mariage|événement|a lieu|tournage|atelier|conférence',
    'sesión|fotografiamos|filmamos|rodamos|grabamos|reportaje|boda|evento|tiene lugar|rodaje|taller|charla',
  ),
  law: words(
    'appl(?:y|ies|icable)|govern\\p{L}*|subject to|jurisdiction|courts?|disputes?|proceedings|lawsuits?',
    'gilt|gelten|anwendbar\\p{L}*|unterlieg\\p{L}*|gerichtsstand|gerichte|rechtswahl|streit\\p{L}*|klagen?',
    "s[’']applique|applicables?|soumis\\p{L}*|régi\\p{L}*|tribunal|tribunaux|juridiction|compétents?|litiges?|différends?",
    'aplica\\p{L}*|rige\\p{L}*|regirá|sujet\\p{L}*|somet\\p{L}*|tribunal|tribunales|juzgados?|jurisdicción|litigios?|controversias?',
  ),
  party: words(
    "(?:client|customer|payer|contractor|freelancer|debtor)(?:[’']s name)? (?:is|are)|contract(?:ing)? part(?:y|ies)|part(?:y|ies) to|contract (?:is )?(?:made |concluded |signed )?(?:between|with)|paid by|billed to|invoiced? to|invoices? (?:go|are sent|are made out) to|signed by|on behalf of",
    'auftraggeber\\p{L}*|vertragspartner\\p{L}*|vertragspartei\\p{L}*|kunde ist|kundin ist|auftragnehmer\\p{L}*|rechnungsempfänger\\p{L}*|bezahlt von|vertrag (?:wird |gilt )?(?:zwischen|mit)|im namen von',
    'client(?:e)? est|commanditaire|cocontractant|prestataire est|contrat est (?:conclu|signé|passé)|payé\\p{L}* par|facturé\\p{L}* à|au nom de|parties? au contrat',
    'cliente es|contratante|contratista es|contrato se (?:celebra|firma)|pagad\\p{L}* por|facturad\\p{L}* a|en nombre de|partes? del contrato',
  ),
  currency: words(
    'sums?|amounts?|prices?|fees?|invoices?|invoiced|billed|billing|currency|payable|paid|costs?|payments?',
    'beträge|preise?|honorar|rechnungen|abgerechnet|abrechnung|währung|zahlungen|zahlbar|berechnet|bezahlt',
    'montants?|prix|honoraires|factur\\p{L}*|devise|monnaie|paiements?|payables?|payés?',
    'importes?|precios?|honorarios|factur\\p{L}*|moneda|divisa|pagos?|pagad\\p{L}*',
  ),
  /** Where money goes, and what else would count besides the contract. */
  account: words(
    'pay|pays|paid|payments?|payable|invoices?|transfer\\p{L}*|bank|account|wire\\p{L}*|terms|conditions',
    'zahl\\p{L}*|bezahl\\p{L}*|überw[ei]\\p{L}*|konto|rechnung(?:en)?|bankverbindung|agb|bedingungen',
    'pai[ec]\\p{L}*|pay\\p{L}*|virement|virez|compte|factures?|règlement|conditions',
    'pag\\p{L}*|transfer\\p{L}*|cuenta|facturas?|banco|condiciones',
  ),
} as const;

/** Work beyond what the contract covers, whose price the contract leaves open. */
export const EXTRA = words(
  'extra|additional|further|beyond|overtime|rush|surcharge|change (?:orders?|requests?)|changes are|other work|more than|later work',
  'weitere[rnms]?|zusätzlich\\p{L}*|mehr(?:arbeit|aufwand|kosten)|überstunden?|zuschlag|darüber hinaus|außerdem',
  'supplémentaires?|additionnel\\p{L}*|au-delà|en plus|majoration|supplément',
  'adicional\\p{L}*|suplementari\\p{L}*|más allá|recargo|extras?|además',
);
/** What is owed beside the price, or is the price of something else. */
export const BESIDE = words(
  'each|every|per|travel|expenses?|cancel\\p{L}*|licen[cs]e|buy-?out|late|interest|penalty|discount|vat|tax|reimburs\\p{L}*|vouchers?|worth|prizes?|retail|sold|sells?|donat\\p{L}*',
  'jede[rsnm]?|je|pro|reise\\p{L}*|fahrt\\p{L}*|spesen|storn\\p{L}*|lizenz\\p{L}*|zinsen|rabatt|skonto|mwst|ust|steuer|gutschein\\p{L}*|wert|verkauf\\p{L}*',
  'chaque|par|frais|voyage|déplacement\\p{L}*|annul\\p{L}*|licence|intérêts?|remise|escompte|tva|bons?|valeur|vend\\p{L}*',
  'cada|viajes?|gastos|anul\\p{L}*|licencia|intereses|descuento|iva|vales?|valor|vend\\p{L}*',
);
/** Money that goes back. */
export const BACK = words(
  'return\\p{L}*|refund\\p{L}*|give(?:n|s)? back|keep|kept|deduct\\p{L}*|taken off',
  'zurück\\p{L}*|erstatt\\p{L}*|einbehalt\\p{L}*|behalten|abgezogen|angerechnet',
  'rembours\\p{L}*|rendu\\p{L}*|restitu\\p{L}*|conserv\\p{L}*|déduit\\p{L}*',
  'devol\\p{L}*|devuel\\p{L}*|reembols\\p{L}*|conserv\\p{L}*|descuent\\p{L}*',
);
/** A step on the way, which may have a day of its own. */
export const INTERIM = words(
  'first|draft\\p{L}*|sketch\\p{L}*|concepts?|proofs?|rough\\p{L}*|interim|parts?|batch\\p{L}*|versions?|prototype\\p{L}*|outline|samples?',
  'erste[rnms]?|entw[uü]rf\\p{L}*|teil\\p{L}*|konzept\\p{L}*|skizze\\p{L}*|zwischen\\p{L}*|version\\p{L}*|muster',
  'premi\\p{L}*|ébauche\\p{L}*|esquisse\\p{L}*|maquette\\p{L}*|parties?|versions?|brouillon\\p{L}*|concept\\p{L}*|étapes?',
  'primer\\p{L}*|borrador\\p{L}*|boceto\\p{L}*|partes?|version\\p{L}*|versión|concepto\\p{L}*|etapas?|propuesta\\p{L}*',
);
/** The client does it. */
export const BY_CLIENT = lettered(
  String.raw`^[^,;:]{0,30}(?<![\p{L}])(?:you|the client|sie|ihr|der kunde|die kundin|der auftraggeber|vous|le client|usted(?:es)?|el cliente)(?![\p{L}]) (?:will |must |can |should )?(?!receive|get|erhalten|bekommen|recevez|recib)\p{L}`,
  'iu',
);
/** A time to pay that has its name: “délai de paiement : 60 jours”. */
export const TIME_TO_PAY = words(
  'payment (?:terms|period|deadline|target|in|within)|time to pay|days to pay',
  'zahlungsziel|zahlungsfrist|zahlung (?:in|innerhalb|binnen)',
  'délais? de (?:paiement|règlement)|(?:paiement|règlement) (?:à|sous|dans)',
  'plazos? de pago|pago (?:a|en)',
);
/** A notice that ends the contract. */
export const NOTICE = words('notice', 'kündigungsfrist|frist', 'préavis', 'preaviso|aviso previo|aviso|antelación');

const KEPT = [
  '(?:we|i|studio|the freelancer) (?:shall |will )?(?:keeps?|retains?|reserves?|holds?) (?:all |any |the |every |our |my )*(?:rights?|copyrights?|ownership)',
  '(?:rights?|copyrights?|ownership)(?: in \\p{L}+ \\p{L}+)? (?:shall |will )?(?:stays?|remains?|belongs?|rests?) (?:with |to )?(?:us|ours|me|mine|the freelancer)',
  'no (?:rights?|copyrights?|ownership) (?:are|is|will be|shall be|pass|passes|to be)',
  'no (?:assignment|transfer) of (?:rights|copyright|ownership)|not (?:transfer|assign) (?:any |the |our |all )*(?:rights|copyright|ownership)',
  '(?:wir|ich) (?:behalten?|behalte uns|halte) (?:\\p{L}+ )?(?:alle |die |sämtliche )*(?:rechte|urheberrechte|nutzungsrechte)',
  '(?:alle |die |sämtliche )*(?:rechte|nutzungsrechte|urheberrechte)(?: \\p{L}+ \\p{L}+)? (?:bleiben|verbleiben|liegen|gehören) (?:bei )?(?:uns|mir)',
  'keine (?:rechte|nutzungsrechte) (?:werden|gehen|übertragen)|(?:es werden|werden) keine (?:rechte|nutzungsrechte)',
  "(?:nous|je) (?:conserv\\p{L}+|gard\\p{L}+) (?:tous |l[’']ensemble des |la totalité des )?(?:les |nos |mes )?droits",
  '(?:tous )?les droits (?:nous |me )?(?:restent|demeurent|appartiennent)',
  'aucun(?:e)? (?:droit|cession)|pas de cession|sans cession',
  '(?:conserv\\p{L}+|mant\\p{L}+|nos reservamos|retenemos|me reservo) (?:todos )?(?:los |nuestros |mis )?derechos',
  '(?:todos )?los derechos (?:siguen siendo|permanecen|quedan|son) (?:nuestros|con nosotros|míos|en nuestro poder)',
  'no se (?:cede|transfiere|transmite)\\p{L}* (?:ningún|los|ningunos) derechos?|sin cesión|ninguna cesión',
];
/** The rights stay where they are. */
export const RIGHTS_KEPT = words(...KEPT);
/** The client may only use the work. */
export const LICENSED = words(
  '(?:receives?|gets?|grants?|given|have|has) (?:you )?(?:only )?(?:an? |the )?(?:[\\p{L}-]+ ){0,4}(?:licen[cs]e|right to use|rights? of use)',
  '(?:erh[aä]l\\p{L}*|räum\\p{L}*|bekomm\\p{L}*|gewähr\\p{L}*)[^.;]{0,40}(?:nutzungsrechte?|lizenz|nutzungslizenz)',
  "(?:rec\\p{L}+|accord\\p{L}+|conc[èé]d\\p{L}+|obt\\p{L}+)[^.;]{0,30}(?:licence|droits? d[’']utilisation|droits? d[’']usage)",
  '(?:recib\\p{L}+|otorg\\p{L}+|conced\\p{L}+|obtien\\p{L}+)[^.;]{0,30}(?:licencia|derechos? de uso)',
);
/** All of the work becomes the client's. */
export const ALL_RIGHTS = words(
  'all (?:the )?(?:rights?|copyrights?)[^.;]{0,40}(?:pass|passes|become|go|transfer\\p{L}*|assign\\p{L}*|belong)[^.;]{0,40}(?:you|yours|the client)|(?:full|complete) buy-?out|you own (?:the|all|everything)',
  'alle (?:\\p{L}+ )?rechte[^.;]{0,40}(?:gehen|übertragen|gehören|stehen)[^.;]{0,60}(?:sie|ihnen|kunden|auftraggeber|über)',
  'tous les droits[^.;]{0,40}(?:cédés|transférés|transmis|appartiennent|reviennent)[^.;]{0,20}(?:vous|client)?',
  'todos los derechos[^.;]{0,40}(?:ceden|transfieren|pasan|pertenecen)[^.;]{0,20}(?:usted|cliente)?',
);
/** What the clauses on rights leave with us, or with others, themselves. */
export const OTHER_RIGHTS = words(
  'until|tools?|methods?|drafts?|earlier|third|fonts?|stock|software|plug-?ins?|themes?|portfolio|moral|templates?|libraries|music|raw|source',
  'bis|werkzeuge?\\p{L}*|methoden?|entw[uü]rf\\p{L}*|frühere\\p{L}*|dritte[rn]?|schrift\\p{L}*|vorlagen?|rohdaten|quell\\p{L}*',
  'jusqu\\p{L}*|outils?|méthodes?|brouillons?|antérieur\\p{L}*|tiers|polices?|logiciels?|sources?|brut\\p{L}*',
  'hasta|herramientas?|métodos?|borradores|anterior\\p{L}*|terceros|fuentes?|tipograf\\p{L}*|plantillas?|brutos?',
);
/** Where one of the two would sue the other. */
export const COURT = words(
  'courts?|jurisdiction|arbitration|sued?',
  'gerichtsstand|gerichte?|schiedsgericht',
  'tribunal|tribunaux|juridiction|arbitrage',
  'tribunal(?:es)?|juzgados?|jurisdicción|arbitraje|fuero',
);

import { said } from '../briefs/passages/letters.ts';

const CLIENT =
  '(?:you|the client|the customer|sie|der kunde|die kundin|der auftraggeber|vous|le client|usted|el cliente)';
const WITHIN = '[^.;]{0,70}?(?<![\\p{L}])';

/** Delivered work that the client looks at, or that counts as accepted. */
export const CHECKED = said(
  `${CLIENT}${WITHIN}(?:checks?|checking|reviews?|inspects?|examines?|tests?|approves?|accepts?|objects?|rejects?|prüf\\p{L}*|abnehm\\p{L}*|ab(?=[.,;]|$)|widersp\\p{L}*|beanstand\\p{L}*|freigeb\\p{L}*|vérifi\\p{L}*|contrôl\\p{L}*|valid\\p{L}*|accept\\p{L}*|examin\\p{L}*|object\\p{L}*|contest\\p{L}*|refus\\p{L}*|revis\\p{L}*|comprob\\p{L}*|verific\\p{L}*|acept\\p{L}*|aprob\\p{L}*|aprueb\\p{L}*|objet\\p{L}*|rechaz\\p{L}*)|` +
    'acceptance (?:period|window|time|deadline|is|takes|within|lasts)|(?:counts?|is|are|deemed|considered|regarded|treated|taken)(?: to be| as)? (?:accepted|approved)|days to (?:check|review|object|accept|approve|inspect|test)|' +
    'abnahme(?:frist|zeit|zeitraum)?|prüf(?:frist|zeit|ung)|als (?:abgenommen|angenommen|genehmigt|akzeptiert|freigegeben)|' +
    '(?:tell|let) us[^.;]{0,60}(?<![\\p{L}])(?:wrong|faults?|mistakes?|defects?|not match)|' +
    "réputée?s? (?:acceptée?s?|validée?s?)|considérée?s? comme (?:acceptée?s?|validée?s?)|délai (?:de (?:recette|validation|vérification)|d[’']acceptation)|pour (?:vérifier|contrôler|valider|examiner|accepter)|" +
    'plazo de (?:aceptación|revisión|validación|comprobación)|para (?:revisar|comprobar|verificar|validar|aceptar)|se (?:da|dan|considera|consideran|entiende|entienden)(?: por| como)? (?:aceptad|aprobad)[oa]s?',
);

/** Costs besides the price that no word alone names. */
export const COSTS_OF = said(
  "(?:les|des|nos|vos) frais|reisekosten|fahrtkosten|hotelkosten|übernachtungskosten|(?:hotel|parking|printing) costs?|(?:travel|hotel)(?= (?:is|are|and|on top|extra) )|(?:train|flight|plane|bus|rail) tickets?|(?:hotel|overnight) (?:nights?|stays?)|mileage|(?:bahn|zug|flug)(?:tickets?|karten|kosten)|an-? ?und abreise|anfahrt|(?:les|nos|vos) déplacements|billets de (?:train|avion)|nuits d[’']hôtel|(?:los|nuestros) (?:desplazamientos|viajes)|billetes de (?:tren|avión)|reise(?= (?:und|geht) )|hotel(?= (?:geht|gehen) )",
);
const EXPENSE = '(?:expenses?|costs?|spesen|auslagen|\\p{L}*kosten|frais|gastos)';
/** Who makes the work bears them. */
export const WE_BEAR = said(
  `(?:we|i) (?:bear|carry|cover|pay|absorb)(?: for)? (?:all |any |the |our |your )*(?:\\p{L}+ )?${EXPENSE}|${EXPENSE}(?: \\p{L}+){0,3} (?:borne|carried|covered|paid) by us|(?:is|are) on us|(?:not|never) (?:charged|billed) (?:separately|extra|on top)|nicht (?:gesondert|extra|zusätzlich|separat) (?:berechnet|in rechnung gestellt|abgerechnet)|(?:ne sont pas|n[’']est pas) facturée?s? (?:en sus|en plus|à part|séparément)|no se (?:cobran?|facturan?) (?:aparte|por separado)|auf unsere (?:kosten|rechnung)|à nos frais|pagamos nosotros|(?:wir|ich) (?:tragen|übernehmen|zahlen|trage|übernehme)|${EXPENSE}(?: \\p{L}+){0,3} (?:tragen|übernehmen|zahlen) wir|nous (?:prenons|supportons|payons)|${EXPENSE}(?: [\\p{L}’']+){0,4} à notre charge|(?:corren|van) (?:de|por) nuestra cuenta|a nuestro cargo|(?:asumimos|pagamos) (?:todos )?(?:los )?${EXPENSE}`,
);
/** The client does. */
export const YOU_BEAR = said(
  `(?:you|the client) (?:bears?|carr(?:y|ies)|covers?|pays?)(?: for)? (?:all |any |the |our )*(?:\\p{L}+ )?${EXPENSE}|${EXPENSE}(?: [\\p{L}\\d.,€$£]+){0,5} (?:are|is) (?:yours|on you|the client[’']s)|${EXPENSE}(?: \\p{L}+){0,3} (?:borne|carried|covered|paid) by (?:you|the client)|(?:sie|der kunde|der auftraggeber) (?:tragen|übernehmen|zahlen|trägt|übernimmt|zahlt)|${EXPENSE}(?: [\\p{L}\\d.,€$£]+){0,5} (?:tragen|übernehmen|zahlen) sie|gehen zu ihren lasten|(?:is|are) on you|auf ihre (?:kosten|rechnung)|à vos frais|(?:los|las) paga (?:usted|el cliente)|(?:vous (?:prenez|supportez|payez)|à votre charge|à la charge du client)|(?:corren|van) (?:de|por) su cuenta|(?:corren|van) (?:de|por) cuenta del cliente|a su cargo|a cargo del cliente`,
);
/** Whatever they come to. */
export const UNLIMITED = said(
  'without (?:any |a )?(?:limit|cap)|unlimited|no (?:limit|cap)|whatever (?:they|it) (?:comes? to|costs?)|unbegrenzt|ohne (?:obergrenze|limit|begrenzung)|in jeder höhe|sans (?:limite|plafond)|illimitée?s?|sin (?:límite|tope)|ilimitad[oa]s?',
);
/** Only some of them: “travel within Berlin”. */
export const NARROWED = said(
  "(?:within|inside|innerhalb|dentro de|à l[’']intérieur de|intra-?muros)|(?:for|on|of) (?:the |one )?(?:first|second|kick-?off|day|trip)|(?:up to |bis |jusqu[’']à |hasta )?\\d+ ?(?:km|kilomet\\p{L}*|miles)|der ersten?|du premier|del primer",
);

/** Things are kept to oneself. */
export const SILENCE = said(
  'confidential(?:ity|ly)?|non-?disclosure|nda|secrecy|(?:kept?|keeps?|stays?|remains?|staying) (?:\\p{L}+ ){0,2}(?:secret|quiet|silent)|vertraulich(?:keit\\p{L}*)?|geheimhaltung\\p{L}*|geheim|verschwiegen\\p{L}*|stillschweigen|(?:ge)?schw[ie]+g\\p{L}*|confidentiel(?:le)?s?|confidentialité|(?:garde\\p{L}*|gardons|gardez|tenu au) (?:le |les )?secrets?|secret professionnel|silence|confidencial(?:es|idad)?|(?:guard\\p{L}+|mantien\\p{L}+) (?:el |en )?(?:secreto|silencio)|secreto profesional',
);
/** It has no end. */
export const ENDLESS_SECRET = said(
  'for ?ever|never (?:ends?|expires?)|without (?:an )?end|indefinite(?:ly)?|unlimited(?: in time)?|in perpetuity|endet nie|(?:zeitlich )?unbe(?:grenzt|fristet)\\p{L}*|für immer|auf dauer|pour toujours|à jamais|sans limite(?: de (?:durée|temps))?|ne (?:cesse|prend fin|finit) jamais|illimitée?|para siempre|nunca (?:termina|acaba)|sin límite(?: de tiempo)?|indefinid\\p{L}*',
);
/** There is no such duty at all. */
export const NO_DUTY = said(
  "(?:no|without|neither of us owes the other|nobody owes) (?:any )?(?:duty of |obligation of )?(?:confidentiality|secrecy|non-disclosure)|nothing(?: here| in it| in this contract| of this| you (?:tell|give) us| we (?:say|share|learn))? (?:is|stays|remains) (?:secret|confidential)|keine? (?:pflicht zur )?(?:vertraulichkeit|geheimhaltung|verschwiegenheit)\\p{L}*|nichts(?: hiervon| davon)? (?:ist|bleibt) (?:geheim|vertraulich)|(?:ist|bleibt) nichts (?:geheim|vertraulich)|aucune? (?:obligation de |clause de )?(?:confidentialité|secret)|pas d(?:e |[’'])(?:obligation de )?(?:confidentialité|secret)|rien(?: ici)? n[’']est (?:confidentiel|secret)|(?:ninguna|sin|no hay) (?:obligación de )?(?:confidencialidad|secreto)|nada(?: de esto)? es (?:confidencial|secreto)",
);
/** Nobody has to: “is not bound to”, “nicht verpflichtet”, “n’est tenue”. */
export const UNBOUND_DUTY = said(
  "(?:no|not|nobody|neither|never|nor|n[’']t|free of any)(?: [\\p{L}’']+){0,5} (?:obligations?|duty|duties|bound|obliged|required|have to|has to|must|needs? to)|(?:keine?[nrs]?|nicht|niemand|weder)(?: \\p{L}+){0,5} (?:pflicht\\p{L}*|verpflichtet|verpflichtung|gebunden|muss|müssen)|(?:pflicht|verpflichtung)\\p{L}* [^.;]{0,40}(?:nicht|keine)|(?:aucune?|n[’']est|ne sont|pas|personne)(?: [\\p{L}’']+){0,5} (?:tenue?s?|obligée?s?|obligation|soumis\\p{L}*)|(?:ning[uú]n[oa]?|no|nadie|sin)(?: \\p{L}+){0,5} (?:obligad[oa]s?|obligación|deber|tienen? que|debe)",
);
/** Anybody may be told. */
export const TOLD_FREELY = said(
  "(?:free to|may|can) (?:talk|speak|tell|share|disclose|discuss|pass on|publish)(?: [\\p{L}’']+){0,7} (?:(?:with |to )?(?:others|(?:other|our) (?:clients|customers|people))|freely|openly|anyone|anybody|everyone|publicly|with others|third parties)|(?:frei|offen|öffentlich|mit jedem|an dritte)(?: \\p{L}+){0,4} (?:sprechen|erzählen|weitergeben|weitergegeben|berichten)|(?:peu(?:t|vent)|pouvons|pouvez)(?: [\\p{L}’']+){0,2} (?:librement )?(?:parler|divulguer|partager|raconter)(?: [\\p{L}’']+){0,6} (?:librement|à tous|à tout le monde|publiquement|à des tiers)|(?:peu(?:t|vent)|pouvons|pouvez) librement (?:parler|divulguer|partager)|(?:puede[n]?|podemos)(?: \\p{L}+){0,2} (?:hablar|divulgar|compartir|contar)(?: \\p{L}+){0,6} (?:libremente|con cualquiera|a cualquiera|públicamente|con terceros)",
);
/** Things are put away, not kept to oneself. */
export const STORED = said(
  'stored?|archived?|kept (?!secret|quiet|silent|confidential)|(?:auf)?bewahr\\p{L}*|archiviert|gespeichert|archivée?s?|conservée?s?|archivad[oa]s?|almacenad[oa]s?|conservad[oa]s?',
);

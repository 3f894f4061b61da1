import { lettered, said } from '../briefs/passages/letters.ts';

/** Words right before a side's own address; where things are sent or done is none. */
export const ADDRESS_OF = said(
  "(?:(?:your|our|the client[’']s|the (?:client|billing|invoice|postal|registered)|my) (?:(?:billing|invoice|postal|registered|business|company) )?address (?:is|:)|registered office (?:is )?(?:at|:)?|(?:the client|the customer|you|we|studio) (?:is|are|lives?|resides?|sits?)(?: based| located)? (?:at|in)|(?:invoices?|bills?|notices?|letters?|mail|post) (?:must |may |shall |should |will |has to |have to |is to |are to )?(?:be )?(?:go|goes|sent|are sent|is sent|are addressed|are made out|addressed|posted)(?: (?!to)\\p{L}+){0,4} to|" +
    '(?:ihre|unsere|meine|die) (?:(?:rechnungs|post|firmen|geschäfts)?(?:anschrift|adresse)|(?:die )?(?:anschrift|adresse) des (?:kunden|auftraggebers)) (?:ist|lautet|:)|(?:rechnung(?:en)?|mitteilungen|briefe|post|kündigungen|erklärungen) (?:gehen|geht|werden|sind)(?: (?!an)\\p{L}+){0,4} an(?: die| den)?|(?:der kunde|sie|wir) (?:sitzt|sitzen|wohnt|wohnen|ist|sind)(?: ansässig)? (?:in|am|an)(?: der)?|' +
    "(?:votre|notre|mon|l[’']) ?adresse(?: postale| de facturation| du client)? (?:est|:)(?: le| au)?|(?:les )?(?:factures|notifications|lettres|courriers?) (?:vont|sont (?:envoyée?s|adressée?s|à envoyer|à adresser)|(?:est|doivent être|doit être) (?:envoyée?s?|adressée?s?))(?: (?!à|au)[\\p{L}’']+){0,4} (?:à|au)|(?:le client|vous|nous) (?:est|êtes|sommes)(?: domiciliée?s?)? (?:au|à)|siège(?: social)? (?:est )?(?:au|à|:)|" +
    '(?:su|nuestra|mi|la) dirección(?: postal| de facturación| del cliente)? (?:es|:)(?: la)?|(?:las )?(?:facturas|notificaciones|cartas|comunicaciones) (?:van|se (?:envían|mandan|envían|dirigen|enviarán))(?: (?!a )\\p{L}+){0,4} a(?: la)?|(?:el cliente|usted) (?:está|tiene su domicilio|vive) en(?: la)?|domicilio(?: del cliente| fiscal| social)? (?:es|:|en))',
);
/** A street with its number, and no town's code behind it. */
export const STREET_ALONE = lettered(
  "^[ :]{0,2}(?:(?:the|der|die|das|la|le|el) )?(?<street>\\d{1,5} ?[a-z]?,? (?:[\\p{L}.’'-]+ ){0,4}?(?:street|st\\.|road|rd|avenue|ave|lane|square|drive|court|rue|boulevard|place|quai|chemin|calle|plaza|paseo|avenida)(?![\\p{L}])[^.;\\n]{0,40}|(?:[\\p{L}.’'-]+ ){0,4}?(?:[\\p{L}-]*(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer)|street|road|lane|rue [\\p{L} ]{2,30}|calle [\\p{L} ]{2,30}|plaza [\\p{L} ]{2,30}),? \\d{1,5} ?[a-z]?(?![\\p{L}\\d])[^.;\\n]{0,40})",
  'iu',
);
export const OUR_SIDE = said('our|we|my|studio|unsere?r?|meine?|wir|notre|nos|mon|nous|nuestr[oa]s?|mi');
/** We are spoken of as a side. */
export const OURSELVES = said('we|us|studio|the freelancer|wir|uns|ich|nous|je|nosotr[oa]s');
export const YOUR_SIDE = said(
  "your|yours|you|(?:the )?(?:client|customer)(?:[’']s)?|invoices?|bills?|ihre?r?|sie|der kunde|des kunden|des auftraggebers|rechnung(?:en)?|votre|vos|vous|le client|du client|factures?|su|usted|el cliente|del cliente|facturas?",
);
/** A tax number by its name, with the number in the group `code`. */
export const TAX_NUMBER = lettered(
  "(?<![\\p{L}])(?:(?:(?:vat|tax|gst)(?: (?:registration|identification))?[ -]?(?:numbers?|no\\.?|id)|employer identification numbers?|abn|steuer(?:nummer|-?nr\\.?|-?id)|(?:ust|mwst|umsatzsteuer)\\.?-?(?:id(?:-?nr\\.?)?|idnr\\.?|nummer|nr\\.?|identifikationsnummer)|uid(?:-?nr\\.?|-?nummer)?|numéro (?:de tva|fiscal|d[’']identification)|n° ?(?:de )?tva|tva intracommunautaire|siret|siren|nif(?:[ -]iva)?|cif|número (?:de )?(?:iva|identificación fiscal)|n\\.? ?i\\.? ?f\\.?)(?: \\p{L}+\\.?){0,4}?(?: (?:is|ist|lautet|est|es)(?: (?:le|el))?)?|(?:vat|ust|mwst|tva|iva)(?=:? [A-Z]{2,3} ?\\d))[^\\p{L}\\d]{1,3}(?<code>[A-Z]{0,3} ?\\d[\\dA-Z ./-]{5,18}[\\dA-Z]|ES[A-Z]\\d{7,8}[A-Z]?|[A-Z]{3}\\d{6,9}|[A-Z]-?\\d{7,8}[A-Z]?)(?![\\p{L}\\d])",
  'iu',
);
const PERSON =
  "(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|M|Mme|Monsieur|Madame|Sra?|[Ss]eñora?)\\.? )?(?:\\p{Lu}[\\p{L}’'-]+)(?: (?:von|de|del|du|la|van|\\p{Lu}[\\p{L}’'-]*\\.?))*";
const DOES =
  '(?:(?:also |alone )?(?:signs?|will sign|is signing|acts?|represents)|unterschreibt|unterzeichnet|zeichnet|handelt|vertritt|signe|signera|agit|représente|firma|firmará|actúa|representa)';
const FOR_CLIENT =
  '(?:(?:this contract |it |diesen Vertrag |ce contrat |este contrato )?(?:for|on behalf of|in the name of|für|im Namen (?:von|des|der)|namens|pour|au nom de|por|en nombre de|en representación de) (?:you|the client|the customer|[Ss]ie|den Auftraggeber|des Auftraggebers|den Kunden|des Kunden|vous|le client|du client|usted|el cliente|del cliente|(?<firm>(?:\\p{Lu}[\\p{L}&’-]*[ ,.]*){1,4}))|en votre nom|en su nombre|you|[Ss]ie|vous)';
const PASSIVE =
  '(?:[Ss]igned (?:for|on behalf of) (?:you|the client) by|[Rr]epresented by|[Vv]ertreten durch|[Rr]eprésentée?s? par|[Rr]epresentad[oa]s? por)';
const AHEAD =
  '(?:(?:[Oo]n behalf of|[Ff]or) (?:you|the client),? |[Ff]ür (?:[Ss]ie|den Auftraggeber|den Kunden) |[Ii]m Namen des (?:Kunden|Auftraggebers) |[Pp]our (?:vous|le client),? |[Pp]or (?:usted|el cliente),? |[Ee]n nombre del cliente,? )';
/** Who signs or acts for the client, by name; `firm` where it is said by name for whom. */
export const SIGNS = lettered(
  `(?<![\\p{L}])(?:(?<ahead>${PERSON}) ${DOES} ${FOR_CLIENT}(?![\\p{L}])|${PASSIVE} (?<by>${PERSON})|durch (?<durch>${PERSON}) vertreten|${AHEAD}(?:${DOES} (?<behind>${PERSON})|(?<agent>${PERSON}) ${DOES})(?![\\p{L}]))`,
  'u',
);

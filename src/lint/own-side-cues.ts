import { said } from '../briefs/agreed/words.ts';
import { lettered } from '../briefs/passages/letters.ts';

/** Words right before a side's own address; where things are sent or done is none. */
export const ADDRESS_OF = said(
  "(?:(?:your|our|the client[’']s|the (?:client|billing|invoice|postal|registered)|my) (?:(?:billing|invoice|postal|registered|business|company) )?address (?:is|:)|registered office (?:is )?(?:at|:)?|(?:the client|the customer|you|we|studio) (?:is|are|lives?|resides?|sits?)(?: based| located)? (?:at|in)|(?:invoices?|bills?|notices?|letters?) (?:go|goes|are sent|is sent|are addressed|are made out) to|" +
    '(?:ihre|unsere|meine|die) (?:(?:rechnungs|post|firmen|geschäfts)?(?:anschrift|adresse)|(?:die )?(?:anschrift|adresse) des (?:kunden|auftraggebers)) (?:ist|lautet|:)|(?:rechnung(?:en)?|mitteilungen|briefe|post) (?:gehen|geht|werden gesendet|sind zu senden) an(?: die| den)?|(?:der kunde|sie|wir) (?:sitzt|sitzen|wohnt|wohnen|ist|sind)(?: ansässig)? (?:in|am|an)(?: der)?|' +
    "(?:votre|notre|mon|l[’']) ?adresse(?: postale| de facturation| du client)? (?:est|:)(?: le| au)?|(?:les )?(?:factures|notifications|lettres) (?:vont|sont (?:envoyées|adressées)) (?:à|au)|(?:le client|vous|nous) (?:est|êtes|sommes)(?: domiciliée?s?)? (?:au|à)|siège(?: social)? (?:est )?(?:au|à|:)|" +
    '(?:su|nuestra|mi|la) dirección(?: postal| de facturación| del cliente)? (?:es|:)(?: la)?|(?:las )?(?:facturas|notificaciones|cartas) (?:van|se envían|se mandan) a(?: la)?|(?:el cliente|usted) (?:está|tiene su domicilio|vive) en(?: la)?|domicilio(?: del cliente| fiscal| social)? (?:es|:|en))',
);
export const OUR_SIDE = said('our|we|my|studio|unsere?r?|meine?|wir|notre|nos|mon|nous|nuestr[oa]s?|mi');
/** We are spoken of as a side. */
export const OURSELVES = said('we|us|studio|the freelancer|wir|uns|ich|nous|je|nosotr[oa]s');
export const YOUR_SIDE = said(
  "your|yours|you|the client(?:[’']s)?|the customer|invoices?|bills?|ihre?r?|sie|der kunde|des kunden|des auftraggebers|rechnung(?:en)?|votre|vos|vous|le client|du client|factures?|su|usted|el cliente|del cliente|facturas?",
);
/** A tax number by its name, with the number in the group `code`. */
export const TAX_NUMBER = lettered(
  '(?<![\\p{L}])(?:(?:vat|tax|gst)(?: (?:registration|identification))?[ -]?(?:numbers?|no\\.?|id)|employer identification numbers?|abn|steuer(?:nummer|-?nr\\.?|-?id)|(?:ust|mwst|umsatzsteuer)-?(?:id(?:-?nr\\.?)?|idnr\\.?|nummer|nr\\.?|identifikationsnummer)|numéro (?:de tva|fiscal)|n° ?(?:de )?tva|tva intracommunautaire|siret|siren|nif|cif|número (?:de )?(?:iva|identificación fiscal)|n\\.? ?i\\.? ?f\\.?)(?: (?:is|ist|lautet|est|es))? ?:? ?(?<code>[A-Z]{0,3} ?\\d[\\dA-Z ./-]{5,18}[\\dA-Z]|[A-Z]-?\\d{7,8}[A-Z]?)(?![\\p{L}\\d])',
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

import { bystandersIn } from '../briefs/bystanders/bystanders.ts';
import { lettered } from '../briefs/passages/letters.ts';
import { masked, type Span, spanOf } from '../briefs/passages/text.ts';
import { partyOf } from '../contracts/terms.ts';
import type { LintScene } from './finding.ts';

/** Who has a bargain of their own with one of the two: a contract speaks of them, and agrees nothing with them. */
const OTHERS = [
  'venue|printers?|print(?:ing)? (?:shop|house)|hotel|caterers?|florists?|landlord|landlady|lab|courier|hosting(?: company| provider)?|banks?|insurers?|insurance(?: company)?|museum|theat(?:re|er)|church|city|council|authorit(?:y|ies)|tax office|airline|railway|suppliers?|guests|customers|visitors|members|subscribers|users|readers|buyers|models|musicians?|band|dj|stylists?|make-?up artists?|registrar|registry office|restaurant|parking|car ?park|rental company|bookshop|publishing house|market',
  'druckerei|hotel|caterer|florist(?:in)?|vermieter(?:in)?|labor|kurier|bank|versicherung|museum|theater|kirche|stadt|behörde|finanzamt|fluglinie|bahn|lieferant(?:en)?|gäste|kund(?:inn)?en|besucher(?:innen)?|mitglieder|nutzer(?:innen)?|abonnent(?:inn)?en|leser(?:innen)?|käufer(?:innen)?|models|musiker|band|visagist(?:in)?|standesamt|restaurant|verleih|parkplatz|parkhaus|saal|halle|hoster|buchhandlung',
  'imprimeur|imprimerie|salle|hôtel|traiteur|fleuriste|bailleur|laboratoire|coursier|banque|assurance|assureur|musée|théâtre|église|mairie|ville|compagnie aérienne|fournisseurs?|invités|clients|visiteurs|membres|abonnés|utilisateurs|lecteurs|acheteurs|mannequins|musiciens|groupe|maquilleuse|restaurant|parking|loueur|hébergeur|librairie',
  'imprenta|hotel|catering|florista|casero|laboratorio|mensajero|banco|aseguradora|museo|teatro|iglesia|ayuntamiento|ciudad|aerolínea|proveedor(?:es)?|aparcamiento|seguro|invitados|clientes|visitantes|socios|miembros|suscriptores|usuarios|lectores|compradores|modelos|músicos|banda|maquilladora|restaurante|sala|librería',
].join('|');
const THE =
  '(?:the|our|your|their|an?|der|die|das|den|dem|ein|eine|einer|ihre?|unsere?|eure?|le|la|les|un|une|votre|notre|vos|nos|el|los|las|una|su|sus|nuestr[oa])';
const NOUN = `(?<noun>${OTHERS})`;
/** They are whom the sentence is about: “the venue charges”, “the printer’s deadline”. */
const SUBJECT = lettered(
  `(?<=^[^\\p{L}]*|[.;:!?–—] |[,;] (?:and|und|et|y|but|aber|mais|pero) )(?:${THE} |l[’'])(?:\\p{L}+ )?${NOUN}(?:[’']s)?(?![\\p{L}])`,
  'giu',
);
/** Many of them need no article: “members can cancel at any time”. */
const MANY = lettered(
  '(?<=^[^\\p{L}]*)(?:guests|customers|visitors|members|subscribers|users|readers|buyers|gäste|kund(?:inn)?en|besucher(?:innen)?|mitglieder|nutzer(?:innen)?|leser(?:innen)?|käufer(?:innen)?)(?![\\p{L}])',
  'giu',
);
/** Or what is spoken of is theirs: “the deadline of the printer”, “der Termin bei der Druckerei”. */
const THEIRS = lettered(
  `(?<![\\p{L}])(?:of|by|von|vom|(?<=termine? )(?:bei|beim|mit)|durch|des|der|du|de|del|por|par)(?: ${THE})? (?:l[’'])?${NOUN}(?![\\p{L}])|(?<![\\p{L}])d?e? ?l[’']${NOUN.replace('noun', 'named')}(?![\\p{L}])`,
  'giu',
);
/** What the work tells its readers is no term: “the shop shows prices including 7% VAT”. */
const CONTENT = lettered(
  `(?<=^[^\\p{L}]*)(?:${THE} |l[’'])(?:\\p{L}+ )?(?:shop|web ?shop|online ?shop|site|website|page|app|brochure|booklet|flyer|leaflet|catalogue|catalog|texts?|articles?|book|film|video|photos?|pictures?|slides?|form|(?:price )?calculator|cart|checkout|preisrechner|rechner|konfigurator|warenkorb|calculateur|panier|calculadora|carrito|poster|campaign|archive|broschüre|seite|katalog|artikel|buch|bilder|fotos|formular|plakat|boutique|texte|livre|affiche|images|formulaire|tienda|folleto|página|catálogo|texto|libro|vídeo|imágenes|formulario|cartel)(?: \\p{L}+)? (?:shows?|asks?|fragt|demande|pide|explains?|lists?|displays?|names?|mentions?|says|tells?|compares?|describes?|calculates?|covers?|holds?|runs?|is about|zeig\\p{L}*|erklär\\p{L}*|nenn\\p{L}*|vergleich\\p{L}*|beschreib\\p{L}*|(?:be)?rechn\\p{L}*|calcul\\p{L}*|handel\\p{L}*|montr\\p{L}*|expliqu\\p{L}*|affich\\p{L}*|présent\\p{L}*|compar\\p{L}*|décri\\p{L}*|muestr\\p{L}*|explic\\p{L}*|describ\\p{L}*)(?![\\p{L}])`,
  'giu',
);
/** What a shop's own customers pay, or a printer gets: no term of the two. */
const THEIR_MONEY = [
  lettered(
    `(?<=^[^\\p{L}]*)(?:(?:orders|bestellungen|commandes|pedidos) (?:under|over|above|below|from|unter|über|ab|de (?:moins|plus)|de (?:menos|más))|${THE} (?:web ?)?(?:shop|store)[’']s (?:deposit|prices?|shipping|discounts?|returns?))(?![\\p{L}])`,
    'giu',
  ),
  lettered(
    `(?<=(?:paid|pays?|payable|gezahlt|bezahlt|payée?s?|pagad[oa]s?)(?: (?:by|von|par|por) \\p{L}+)? )(?:directly |direkt |directement |directamente )?(?:to|an|à|al?)(?: ${THE})? (?:l[’'])?${NOUN}(?![\\p{L}])`,
    'giu',
  ),
  // What the client buys elsewhere: “you buy the fonts yourself, for EUR 79”.
  lettered(
    '(?<![\\p{L}])(?:(?:you|the client) (?:will |must |have to |has to )?(?:buys?|orders?|purchases?)|(?:kaufen|bestellen|besorgen) (?:sie|ihr)|(?:sie|der kunde) (?:kaufen|kauft|bestellen|bestellt|besorgen|besorgt)|(?:vous|le client) (?:achetez|achète|commandez|commande)|(?:usted|el cliente) (?:compra|encarga)|compra usted)(?![\\p{L}])(?! (?:the |all |die |alle |les |tous |los |todos )*(?:work|rights|rechte|arbeit|droits|travail|derechos|trabajo))(?![^.;]*(?<![\\p{L}])(?:from us|bei uns|von uns|chez nous|de nosotros)(?![\\p{L}]))',
    'giu',
  ),
];
/** From here on the sentence is about the two again. */
const OURS = lettered(
  '[,;:–—] ?(?:(?:and|but|so|und|aber|et|mais|y|pero|while|während) )?(?:you|we|your|our|the (?:work|price|fee|licen[cs]e|contract|deposit|client)|sie|wir|ihre?|unsere?|(?:die|der) (?:arbeit|preis|lizenz|vertrag|anzahlung|kunde)|vous|nous|votre|notre|(?:le|la) (?:travail|prix|licence|contrat|client)|usted|nosotros|nuestr[oa]|(?:el|la) (?:trabajo|precio|licencia|contrato|cliente))(?![\\p{L}])',
  'iu',
);

/** The stretches of a sentence that are about somebody who is no side of the contract, or about what the work says. */
export function othersIn(text: string): Span[] {
  const subjects = [SUBJECT, MANY, CONTENT]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => reaching(text, match));
  const theirs = [...text.matchAll(THEIRS)].map((match) => reaching(text, match, clauseStart(text, match.index)));
  const money = THEIR_MONEY.flatMap((pattern) => [...text.matchAll(pattern)]).map((match) =>
    reaching(text, match, clauseStart(text, match.index)),
  );
  return [...bystandersIn(text), ...subjects, ...theirs, ...money];
}

function reaching(text: string, match: RegExpExecArray, start = match.index): Span {
  const behind = match.index + match[0].length;
  const turn = OURS.exec(text.slice(behind))?.index ?? text.length - behind;
  return { ...spanOf(match), start, end: behind + turn, text: text.slice(start, behind + turn) };
}

const clauseStart = (text: string, at: number) => Math.max(0, text.slice(0, at).search(/[,;:–—][^,;:–—]*$/u));

/** The words without what is about others; the client may be a hotel or a printer itself, and is none of them. */
export function spokenOf(text: string, others: readonly Span[], { terms }: Pick<LintScene, 'terms'>): string {
  const client = [partyOf(terms), terms.clientName?.value].join(' ').toLowerCase();
  const isClient = ({ text: said }: Span) =>
    (said.toLowerCase().match(new RegExp(`(?:${OTHERS})`, 'gu')) ?? []).some((noun) => client.includes(noun));
  return masked(
    text,
    others.filter((one) => !isClient(one)),
  );
}

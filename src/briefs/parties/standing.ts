import { lettered } from '../passages/letters.ts';
import type { Mention } from './mentions.ts';
import { HEADS } from './people.ts';
import { TITLE, withoutTitles } from './titles.ts';

/** What the words around a name say of who it is; the more points, the surer. */
export type Standing = {
  readonly client: number;
  readonly signs: number;
  /** They say their own name. */
  readonly self: boolean;
  readonly titled: boolean;
  /** The word before calls it a firm, a club, a band. */
  readonly body: boolean;
  readonly aside: boolean;
};

const ARTICLE =
  "(?:the|a|an|my|our|their|his|her|der|die|das|dem|den|des|unsere?r?|ihre?r?|le|la|les|l['’]|sa|son|leur|el|los|las|su|nuestr[oa]|un[ae]?)";
/** A role or title between a word and the name: "firma la presidenta, Dña. Begoña", "their publisher Beatrix". */
const WHO = `(?:${ARTICLE} ?)?(?:(?!not |nicht |pas |no )[\\p{L}’'-]{3,20},? ){0,3}(?:${TITLE} ){0,2}`;
const ART = `(?:${ARTICLE} ?)?`;
const before = (source: string) => lettered(`(?<![\\p{L}\\d])(?:${source})$`, 'iu');
const after = (source: string) => lettered(`^(?:${source})(?![\\p{L}\\d])`, 'iu');
const small = (source: string) => new RegExp(`^(?:${source})(?![\\p{L}\\d])`, 'u');
const label = (source: string) =>
  lettered(
    `(?:^|[\\n•*·;,.(|/–—-] ?|\\d[).] ?)(?:${source})(?: ?[/+&] ?[\\p{L} ]{2,20}| \\([^)]{1,20}\\))? ?(?:[:=|–—]|\\.{2,}|-{1,2}>) ?(?:nein ?-?>? ?|\\|)? ?${ART}$`,
    'iu',
  );

const SIGNING = [
  before('client_(?:signatory|contact|signer),"?'),
  before(`(?:yo firmo|ich unterschreibe|i sign|je signe),? ${WHO}|quien firma es ${WHO}`),
  label(
    'sign(?:s|ing|atory|er|ed by|ature)?(?: for [\\p{L} ]{2,30})?|signed|unterzeichner(?:in)?|unterschrift|unterschreibt|(?:\\p{L}+ )?(?:und|&|\\+|and|et|y) (?:unterschrift|signatory|signature|signataire|firma)|client[_ ]signatory,?|(?:\\p{L}+ )?qui signe|(?:\\p{L}+ )?que firma|signe|signataire|signature|interlocut(?:eur|rice)(?: ?/ ?signataire)?|firmante|quien firma|firma(?: por [\\p{L} ]{2,30})?|firman|representad[ao] por|vertreten durch|représentée? par|represented by',
  ),
  before(
    `sign(?:ed|ature|ing)? by ${WHO}|signatory(?: is| will be)? ${WHO}|(?:contract|it) (?:is|gets|will be) signed by ${WHO}`,
  ),
  before(
    `unterschr(?:eib(?:t|en)|ieben)(?: wird| tut| tuts| dann)?(?: von)? ${WHO}|unterzeichnet(?: von)? ${WHO}|zeichnungsberechtigt ist ${WHO}`,
  ),
  before(
    `(?:signée? par|signera(?: c['’]est)?|c['’]est|signe(?: pour [\\p{L} ]{2,20})? ?:?) ${WHO}(?<=sign[^\\n]{0,40})`,
  ),
  // In small letters, or where a sentence begins: a "Firma" inside one is a company.
  new RegExp(
    `(?:(?<![\\p{L}])(?<!la |de |una |con )firma|(?<=^|[.\\n;,] ?)Firma)(?:rá|n|do por|da por)?(?: el contrato)?,? ${WHO}$|(?<![\\p{L}])lo firma ${WHO}$`,
    'u',
  ),
  before(`(?:vertreten durch|représentée? par|representad[ao] por|represented by) ${WHO}`),
];
/** In small letters: a "Firma" is a company. */
const SIGNS_AFTER = small(
  ',?(?: \\([^)]{0,20})?(?: ?[\\p{L}]{2,12},?){0,2} ?(?:signs|signing|signatory|will sign|is signing|can sign|to sign|has to sign|unterschreibt|unterzeichnet|zeichnet|ist zeichnungsberechtigt|a la signature|tiene la firma|signe|signera|va signer|(?:firma|firmará)(?! (?:ella|él|ellos|yo)(?![\\p{L}])))',
);
const SIGNS_NOT = after(
  "[^.\\n]{0,30}?(?:(?:doesn['’]?t|does not|won['’]?t|will not|not) (?:be )?sign(?:ing)?|signs? nothing|unterschreibt nicht|ne signe (?:pas|rien)|no firma)",
);
const NAMED = [
  before('(?:wir|we|us|uns|nous|nosotros)(?: \\p{L}+){0,2} \\('),
  // Where a sentence begins: "Firma ist Fliesen Yıldıztekin e.K."
  before(`(?<=(?:^|[.!?,;:] ))(?:(?:die )?firma|company|société|empresa)(?: name)? (?:ist|is|est|es) ${ART}`),
  before(
    `(?:contract(?:ing)? (?:entity|party)|(?:the|la|der|die) (?:company|empresa|compagnie|société|firma)|l['’](?:entreprise|association|établissement(?: signataire)?)|la entidad(?: contratante)?|the organi[sz]ation|träger|legal (?:name|entity)|client on paper|company(?: name)?|registered name|raison sociale|razón social)(?: is| ist| est| es|:| ?=)* ${ART}`,
  ),
  before(
    `(?:contract|agreement|paperwork|everything|it)(?: \\p{L}+){0,3} (?:out |up )?(?:to|with|in the name of|under) ${ART}(?<=(?:make|made|making|goes|go|put|issue|issued|write|addressed|paper|out|contract|agreement|name|bill)[^.\\n]{0,50})`,
  ),
  before(
    `(?:in the name of|under the name|on behalf of|im namen (?:der|des|von)|im auftrag (?:der|des|von)|auf den namen|au nom d(?:e la |e l['’]|u |es |e )|pour le compte d(?:e la |e l['’]|u |es |e )|a nombre de(?:l| la)?|en nombre de(?:l| la)?|en representación de(?:l| la)?) ?${WHO}`,
  ),
  before(`(?:vertrag|auftrag)(?: \\p{L}+){0,4} (?:an|auf|mit|für|über|bei) ${ART}`),
  before(`(?:contrat)(?: \\p{L}+){0,3} (?:avec|pour|à|au nom de) ${ART}`),
  before(`(?:contrato|acuerdo|convenio)(?: \\p{L}+){0,2} (?:con|para|a) ${ART}`),
];
/** "Company's called Gritstone Walls", "die Firma heißt Gärtnerei Overbeck". */
const CALLED = before(
  `(?:company|firm|firma|empresa|société|boîte|entreprise|verein|club|asociación)(?:['’]s| is| ist)? ?(?:called|named|heißt|heisst|s['’]appelle|se llama) ${ART}`,
);
/** The label of a form says that its value is a house, whatever that is called. */
const HOUSE = label(
  'organi[sz]ation|organisme|structure|institution|verein(?: ?/ ?firma)?|firma(?: ?/ ?verein)?|company|société|association|empresa|entidad|editorial|business|firm|betrieb|compañía|agentur|agency|institución|organización',
);
/** Who the invoice goes to is the client, or works in their accounts. */
const BILLED = [
  before(`(?:invoices?|bills?|rechnung(?:en)?|factur(?:e|es|ez|er|as?)|factura)(?: \\p{L}+){0,3} (?:to|an|à|a) ${ART}`),
];
const NAMED_AFTER = after(
  '(?: bitte)?(?: \\p{L}+){0,2} ausstellen|sur le contrat| sur le contrat| en el contrato| on the contract| as (?:the )?client',
);
const CLIENT = [
  before('client_(?:org\\p{L}*|company|name),"?'),
  before(
    `(?:organi[sz]ed by|hosted by|organi[sz]a(?:teur|trice|dora?)?|organisée? par|ausgerichtet (?:von|durch)) ${ART}`,
  ),
  label(
    "(?:end[- ]?)?client(?:e|a)?|comitente|customer|(?:end)?kund(?:e|in|en)|auftraggeber(?:in)?|mandant(?:in)?|bauherr(?:in|schaft)?(?: und vertragspartner(?:in)?)?|vertragspartner(?:in)?|veranstalter(?:in)?|besteller(?:in)?|maître d['’]ouvrage|donneur d['’]ordre|commanditaire|contratante|contracting (?:party|entity)|demandeur|demanderesse|solicitante|requester|organi[sz]er|(?:booked|ordered|paid|commissioned|hired)(?: (?:&|and) \\p{L}+)? by|client[_ ](?:org\\p{L}*|company|name),?|(?:au|im|en el|in the) (?:contrat|vertrag|contrato|contract)|auftrag von|bill(?:ed|ing)? to|who|(?:for|with) whom|who for|(?:für|mit) wen|wer|qui|(?:pour|avec) qui|(?:pa['’]?|para|con) qui[eé]n|quién",
  ),
  before(
    `(?:client|customer)(?:e|a)?(?: is| are|'s| =| est| c['’]est| es| será| se llama| s['’]appelle| called)? ${ART}(?:called |named )?|(?:(?:end)?kund(?:e|in)|auftraggeber(?:in)?|mandant(?:in)?|vertragspartner(?:in)?|veranstalter(?:in)?)(?: ist| sind| wird| heißt| heisst| bin ich,?)? ${ART}`,
  ),
];
const LABELLED = [
  label(
    'for|für|pour(?: l[ae] \\p{L}+)?|para|company|firm|firma|empresa|société|compagnie|entreprise|organi[sz]ation|organisme|structure|institution|entidad|editorial|organización|business|raison sociale|razón social|verein|gesellschaft',
  ),
  label('(?<=(?:^|\\n) ?)(?:to|an)'),
  label(
    "(?:client |full |your (?:good |full )?)?name|first(?: name)? ?[/,&] ?last(?: name)?|vorname(?:,| und| &| ?/)? ?(?:nach|familien|zu)name|(?:nach|familien|zu)name(?:,| und| &| ?/)? ?vorname|nom(?:,| et| &| ?/)? ?prénoms?|prénoms?(?:,| et| &| ?/)? ?nom|nombres? y apellidos?|apellidos? y nombres?|nom(?: complet)?|nombre(?: completo)?|vollständiger name|vor- und nachname|int\\.|contact(?: person)?|kontakt(?:person)?|contacto|ansprechpartner(?:in)?|responsable|verantwortlich(?:er|e)?|interlocut(?:eur|rice)|due[ñn][oa]|owner|inhaber(?:in)?|att(?:n|ention)?|z\\. ?hd|à l['’]attention de|a la atención de",
  ),
  before(
    `(?:att(?:n|ention)|z\\. ?hd|zu händen|à l['’]attention de|a la atención de|care of|contact[eo]?(?: is| person)?|kontakt|(?:personne de )?contact(?: et signataire)?|ansprechpartner(?:in)?(?: ist)?)\\.?:? ${WHO}`,
  ),
];
const PAYS = [
  before(
    `(?:zahlt|zahlen tut|paid by|payée? par|paga(?:do por)?|rechnung geht an|mum|mom|dad|mother|father|me escribe|me contact[óo]|schreibt mir|schrieb mir|m['’]écrit|m['’]a écrit|wrote to me:?|emailed:?|(?:(?:bestellt|bezahlt|beauftragt|gebucht|erteilt|ordered|booked|commissioned|hired|requested)(?: \\p{L}+){0,3} (?:by|von|par|por)(?: (?:der|dem|la|el|the) \\p{L}+,)?)|(?:besprochen|abgesprochen|vereinbart|agreed|vu|convenu|hablado|acordado) (?:mit|with|avec|con)|(?:e-?)?mail (?:von|from|de)|(?:call|chat|meeting|spoke|talked|telefonat|gespräch|termin|appel|réunion|llamada|reunión|hablé)(?: \\p{L}+)?(?: with| w\\/| mit| avec| con)|wedding of|hochzeit (?:von|der)|mariage d(?:e|['’])|boda de|(?:la |lo |te |me |nos )?contrata(?: es)?|(?:organi[sz]ed|hosted|put on) by|organi[sz]a(?:teur|trice|dora?)?|organisée? par|ausgerichtet (?:von|durch)|(?:whatsapp|telegram|signal|sms|imessage|slack|teams|dm|slack-dm|chat|nachricht|message|mensaje|sprachnachricht|voice (?:note|memo|mail)|voicemail|e-?mail|mail|anruf|telefonat|call|llamada|appel|vocal|audio|brief|letter|carta|courrier|anfrage|request|inquiry|enquiry|demande|consulta|dictado|notas?|notes?|int\\.)(?: \\([^)\\n]{2,30}\\))?(?: ?[·:|–—-]| (?:von|vom|from|de|du|mit|with|avec|con|d['’]))|(?:eu|had|spoke to|talked to|hablé con|parlé à|appelé) |propos(?:e|er|ons) à|proponemos a|propongo a|(?:is |['’]s )?paying,|bride is|groom is|(?:${HEADS})(?:,? (?:is|ist|est|es|heißt|se llama|s['’]appelle|c['’]est|called|named)|['’]s)?,?|(?:sons?|daughters?|kids|children|fils|fille|enfants|niños|hij[oa]s?|sohn|tochter|kinder) (?:of|de|von)|the bloke is|the lady is|her name is|his name is|called) ${WHO}`,
  ),
];
const HIRES_AFTER = after(
  "(?:['’]s| is| are| will be)? (?:(?:hiring|booking|engaging|commissioning|paying)(?: you| for| it|(?! (?:agent|service|system)))|(?:beauftragt|engagiert|bucht|bezahlt|zahlt) (?:dich|sie|das|alles|die|den|es)|(?:vous |t['’]|te )?(?:engage|embauche|mandate|commande)|te contrata|lo contrata|lo paga|pone (?:el dinero|la plata))",
);
const PAYS_AFTER = after(
  ' \\(c.est (?:elle|lui) qui (?:paie|signe)|(?: from the (?:\\p{L}+ ){0,2}\\p{L}+)? (?:called|rang|phoned|emailed|on the phone)|(?: \\p{L}+){0,4} (?:hat angerufen|rief an)| a appelé| me llamó|,? (?:pays|is paying|will pay|zahlt|bezahlt|paie|paye|règle|paga|pagará)',
);
const SELF = before(
  `(?<=^|[\\n.!?,:;] ?)(?:we are|wir sind|nous sommes|somos) (?:${ARTICLE} ?)?|(?<=^|[\\n.!?,:;] ?|\\b(?:moin|hi|hello|hallo|servus|hey|bonjour|salut|slt|coucou|cc|allô|allo|hola|buenas|che|oye|well|so)[ ,!]{1,2})(?:i['’]?m|i am|this is|it['’]?s|my name(?: is|['’]s)|name['’]?s|hier(?: ist?| schreibt| spricht)?(?: die| der)?|ich bin(?: die| der)?|mein name ist|ich hei(?:ß|ss)e?|je suis|je m['’]appelle|moi,? c['’]est|c['’ ]?est|c|do isch(?: dr| d)?|da is(?:t|ch)?|ici|soy|me llamo|mi nombre es|habla|(?:le|te|os) escribe) `,
);
const SELF_AFTER = after(
  " (?:here|speaking|this side|on the line|à l['’]appareil|au (?:bout du fil|téléphone|tel)|am (?:apparat|telefon)|hier|hei|al habla|por aquí|al aparato|se llama|de este lado)",
);
const WANTS = after(
  '(?:,? [\\p{L}, ]{0,30})? (?:needs?|wants?|would like|asked(?: me)?|has asked|ordered|hired|is looking for|are looking for|confirms?|will now pay|has approved|rang|called|reached out|got in touch|from the \\p{L}+|braucht|will|möchte|hätte gern|hat (?:mich )?(?:beauftragt|gebucht|angerufen|angefragt|bestellt)|bestellt|wünscht|sucht|lässt|veut|souhaite|a besoin|voudrait|aimerait|cherche|commande|necesita|quiere|busca|solicita|nos pide|me pide|encarga)',
);
const FOR = before(
  `(?:for|fürs?|pour|pr|para|pra|to) (?:${ARTICLE} ?)?(?:(?:new|local|small|neue[ns]?|nouve(?:au|lle)|nuev[oa]) )?(?:(?:client|customer|company|startup|agency|firm|couple|band|author|artist|magazine|charity|société|entreprise|asso(?:ciation)?|cabinet|agence|bo[iî]te|empresa|asociación|agencia|firma|verein|kunden?|kundin|cliente),? )?(?:called |named |namens )?`,
);
const BODY = before(
  '(?:bo[iî]te|cafetería|heladería|floristería|taquería|brasserie|bistrot?|épicerie|buchhandlung|company|firm|agency|startup|society|association|charity|band|brand|magazine|société|entreprise|asso(?:ciation)?|agence|empresa|asociación|agencia|(?<=(?:die|der|für) )firma|verein|verlag|stiftung|club|panadería|peluquería|librería|tienda|restaurante|bar|café|hotel|boulangerie|restaurant|librairie|bäckerei|metzgerei|kneipe|bakery|shop|brewery|restaurant|gallery|studio|galerie|galería|museo|musée|museum|theater|théâtre|teatro|escuela|école|schule|school|clinic|clinique|clínica|praxis)(?: called| named| namens)? ?["„«]?',
);
/** "Anneke Vosloo's wedding" */
const EVENT = after("['’]s (?:\\d+(?:st|nd|rd|th)|(?:\\d+\\w+ )?(?:wedding|birthday|party|portraits?|anniversary))");
const WITH = before(
  `(?:with|mit(?: der| dem)?|avec|con|by|von(?: der| dem)?|vom|chez|bei(?: der| dem)?|beim|of|from|at|w\\/) ${ART}`,
);

/** Romance tongues say whose the work is, and much else, with one word. */
const OF = before(`(?:de|du|del|de la|de l['’]|d['’]|des) ?`);

const BYSTANDER =
  'manager|mánager|cousin|sister|brother|friend|colleague|neighbou?r|planner|agent|photographer|videographer|florist|printers?|engineer|accountant|bookkeeper|caretaker|intern|boothmate|booth mate|predecessor|caterer|supplier|lawyer|landlord|translator|subcontractor|guy|lad|ex|competitor|rival|vorgänger(?:in)?|schwester|bruder|kolleg(?:e|in|en)|\\p{L}+kolleg(?:e|in)|steuerberater(?:in)?|statiker(?:in)?|hausmeister(?:in)?|druckerei|trauzeug(?:e|in)|fotograf(?:in)?|nachbar(?:in)?|freund(?:in)?|agentur|anwalt|anwältin|collègue|consœur|confrère|cousine|sœur|frère|voisine?|photographe|imprimeur|imprimerie|traiteur|organisatrice|prédécesseur|avocate?|comptable|contable|contadora?|colega|prima|primo|hermana|hermano|vecin[oa]|fotógraf[oa]|imprenta|gestor[ia]*|sobrin[oa]|amig[oa]|abogad[oa]|agente|konkurrenz\\p{L}*|competing \\p{L}+|rival \\p{L}+|vendor|organist(?:in)?';
const ASIDE = [
  before(
    `(?:laws?|recht|rechts?wahl|gerichtsstand|droit|lois?|tribunaux|ley(?:es)?|jurisdic\\p{L}+|tribunales|courts?)(?: (?:of|von|vom|des|der|de|du|de la))?(?: the)? `,
  ),
  before(
    `(?:not|nicht|pas|instead of|statt|au lieu de|en vez de|never|nie)(?: (?:the|der|dem|die|le|la|el) (?:end)?(?:client|kunde|kundin|cliente|customer))?(?: (?:for|für|pour|para|with|mit|avec|con))? (?:${ARTICLE} ?)?(?:(?:firm|firma|company|empresa|société) )?`,
  ),
  before(`(?:${BYSTANDER})(?: is| ist| est| es|,|:)? (?:(?:Frau|Herr|Herrn|Mr|Mrs|Ms|Mme|M|Sr|Sra)\\.? )?`),
  before(
    `(?:ask for|asking for|ring|speak to|talk to|thanks to|recommended by|referred by|introduced by|met through|via|through|like (?:i|we) did for|as (?:i|we) did for|same as for|wie (?:damals |letztes jahr )?(?:für|bei)|empfohlen (?:von|hat)|schlüssel (?:hat|bei)|recommandée? par|comme pour|de la part de|recomendad[ao] por|de parte de|como (?:para|con)|agency,?|agentur,?) (?:${ARTICLE} ?)?`,
  ),
  // Somebody hardly known, and what things are called: "un tal Beñat", "the band really is called Quiet Loud Things".
  before(
    "(?:un tal|una tal|ein gewisser|eine gewisse|un certain|une certaine|some guy called|(?:band|book|novel|song|album|film|show|app|game|play|boat|horse|dog|buch|lied|stück|spiel|schiff|livre|chanson|pièce|jeu|bateau|libro|canción|disco|obra|juego|barco|grupo)(?: (?:really|actually|wirklich|vraiment|de verdad))?(?:(?: is| are| was| ist)(?: (?:really|actually|wirklich))? (?:called|named|titled)| hei(?:ß|ss)t(?: (?:wirklich|echt))?| s['’]appelle(?: vraiment)?| se llama)) ",
  ),
  before(`(?:haben|nehmen|macht|machen) wir (?:\\p{L}+ ){0,2}(?:den|die|das) (?:Herrn|Frau)? ?`),
];
const WORKS_AT = /(?:manager|mánager|accountant|bookkeeper|engineer|comptable|contable|contadora?|gestora?), $/i;
const ASIDE_AFTER = after(
  " ?\\? ?(?:nein|no|non)|[^.,;\\n]{0,12}(?: has (?:the|our) keys?| gave me| recommended| hat (?:dich|mich|dir|mir|sie|ihnen|uns) |['’]s (?:quoted|charging|own)| quoted| charged| charges| already| paid \\D{0,2}\\d| schliesst| verrechnet| schickt mir| nimmt| pidió| me précise| m['’]a| is only| ist nur| nur im| gets a separate| bekommt einen eigenen| zahlt ihr \\p{L}+ selber)",
);

const window = (text: string, { start }: Mention, size: number) => {
  const from = Math.max(0, start - size);
  const words = text.slice(from, start);
  const line = words.lastIndexOf('\n');
  return line < 0 ? words : words.slice(line + 1);
};

/** "the museum signs: Musée du Sabot": who is called by its kind. */
const IT_SIGNS = label('(?:the|der|die|das|le|la|el) \\p{L}+ (?:signs|unterschreibt|signe|firma)');

/** "Nuala here from the B&B", "Beat Inderbitzin hier", and no "Sign here" or "Klicken Sie hier", which are nobody. */
const isIntroduced = ({ name, shape }: Mention, behind: string) =>
  SELF_AFTER.test(behind) &&
  (shape === 'person' ||
    /^ (?:here|hier),? (?:from|again|vo[nm]|aus)(?![\p{L}])/u.test(behind) ||
    / (?!Sie$)\S+$/.test(name));

/** "Velvet Moth (the band)": what it is stands behind it. */
const IN_BRACKETS =
  /^ \((?:(?:the|an?|our|their|die|der|das|ein|eine|le|la|un|une|el|una) )?(?:band|duo|trio|choir|club|caf[eé]|shop|studio|agency|start-?up|label|gallery|school|charity|festival|chor|verein|laden|firma|kneipe|groupe|fanfare|boutique|association|grupo|tienda|empresa|agencia|bar|restaurant|winery|brewery|bakery)\)/iu;

/** @returns points: 9 and more says it outright, 4 is enough, less is a hint; `aside` is somebody else for certain. */
export function standingOf(text: string, mention: Mention): Standing {
  const whole = window(text, mention, 90);
  const named = withoutTitles(whole);
  const called = CALLED.test(named);
  const body =
    called || BODY.test(named) || HOUSE.test(named) || IN_BRACKETS.test(text.slice(mention.end, mention.end + 30));
  // "para la panadería Trigo Lento": the word for what it is stands between.
  const ahead = body && !HOUSE.test(named) ? named.replace(BODY, '') : named;
  const behind = text.slice(mention.end, mention.end + 70).split('\n')[0] ?? '';
  const any = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(ahead));
  // "office manager, Groupe Medialis" works there; "their manager, Jude" is somebody else.
  const works = mention.shape === 'company' && WORKS_AT.test(ahead);
  const aside = (!works && any(ASIDE)) || ASIDE_AFTER.test(behind) || SIGNS_NOT.test(behind);
  const person = mention.shape !== 'company';
  const signs = !person || SIGNS_NOT.test(behind) ? 0 : any(SIGNING) || SIGNS_AFTER.test(behind) ? 10 : 0;
  const isSelf = (SELF.test(ahead) && !/^ (?:qui|who|que)\b/.test(behind)) || isIntroduced(mention, behind);
  const points = [
    called || any(NAMED) || NAMED_AFTER.test(behind) ? 12 : 0,
    any(BILLED) ? (mention.shape === 'company' ? 6 : 2) : 0,
    any(CLIENT) || IT_SIGNS.test(ahead) ? 9 : 0,
    // Whom an invoice is addressed to works in the accounts.
    any(LABELLED) ? (/invoice|bill|rechnung|factur/i.test(ahead) ? 2 : 7) : 0,
    person && HIRES_AFTER.test(behind) ? 9 : 0,
    person && (any(PAYS) || (PAYS_AFTER.test(behind) && (mention.shape === 'person' || mention.name.includes(' '))))
      ? 7
      : 0,
    person && isSelf ? 6 : 0,
    WANTS.test(behind) && /(?:^|[.!?:] ?|\b(?:the|die|der|das|la|le|el|für) )$/iu.test(ahead) ? 4 : 0,
    FOR.test(ahead) && !/^['’]s (?!wedding|birthday|party|portrait|shoot)/i.test(behind) ? 4 : 0,
    person && EVENT.test(behind) ? 5 : 0,
    WITH.test(ahead) || (mention.shape !== 'either' && OF.test(ahead)) ? 2 : 0,
  ];
  return {
    client: Math.max(...points),
    signs,
    self: isSelf,
    titled: named !== whole,
    body,
    aside: aside && signs === 0 && !(person && HIRES_AFTER.test(behind)),
  };
}

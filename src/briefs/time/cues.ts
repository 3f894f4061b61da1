import { lettered } from '../passages/letters.ts';

const words = (source: string) =>
  lettered(String.raw`(?<![\p{L}\d])(?:${source.replace(/\s*\n\s*/g, '|')})(?![\p{L}])`, 'giu');

/** What a word says a day is for, and how surely. */
export type Cue = {
  readonly role: 'end' | 'start' | 'booking' | 'other';
  readonly weight: number;
  readonly pattern: RegExp;
};

/** The work is there, complete or handed over. */
const HANDED = words(
  String.raw`deadline|due(?! to)|required|export\p{L}*|deliver\p{L}*|finals?|finish\p{L}*|complet(?:e|ed|ion)|closure|hand(?:ed|ing)?[- ]?(?:in|over)|handover|ready|done|wrapped(?: up)?|no later than|latest|at the outside|turn(?:ed)? in|submit\p{L}*|live|launch(?:es|ed)?|cut-?off|in (?:my|our|their|her|his) hands|everything|the lot|(?:with|reach|back to|over to) (?:us|me)|to (?:me|us) by|installed|in place|operational|hand(?:s)? it (?:in|over)|sign-?off|drop-?dead|reach (?:our|my|the) \p{L}+|over to (?:him|her|them)|hung|mounted|grouted|plastered|home again|out and dry|in (?:my|our|his|her) inbox|on (?:my|our|his|her) desk|come (?:back )?down for good|cleared away
abgabe\p{L}*|abgeben|abzugeben|abliefer\p{L}*|abzuliefern|liefer\p{L}*|auslieferung|fertig\p{L}*|vorliegen|einlangen|eintreffen|ankommen|übergabe|übergeben|bereit(?:liegen|stehen)?|parat|spätestens|allerspätestens|druckdaten|druckfertig|live|endtermin|frist|zurück|gemacht|montiert|abgeschlossen|erledigt|vollendet|stehen|im kasten|druckreif|final\p{L}*|alles|unter dach
fournis|fournir\p{L}*|exporté\p{L}*|rendre|rendez|rendu\p{L}*|rends|remise|remettre|remis|livr\p{L}*|prêt\p{L}*|fini\p{L}*|termin(?:é\p{L}*|er|ons|ez)|apport\p{L}*|monté(?:e?s?)(?= (?:chez|sur|dans|le|la))|posée?s?|pose(?= (?:le|prévue|au plus))|boucl\p{L}*|chez (?:nous|moi)(?= (?:le|la|au|avant|pour|une?|\d|█))|(?:nous|me) (?:parvien|revien)\p{L}*|(?:vous|tu) (?:recevr|aur)(?:ez|as) (?:le|la|les|tout|votre|ton|tes|vos)|dernier carat|grand max|dernière limite|dernier délai|date butoir|date limite|au plus tard|échéance|en ligne|fin de (?:la pose|chantier|mission)|mise en (?:ligne|production)|s['’]achève|dans (?:mes|nos) mains|sur mon bureau|la totale|installé\p{L}*|définitif\p{L}*|tout(?= (?:doit|soit|est|devra|sera|fini|prêt))
devoluci\p{L}*|llegarnos|(?:hace[nrs]?|haga[ns]?) llegar|entreg\p{L}*|list[oa]s?|terminad[oa]s?|acabad[oa]s?|rematad[oa]s?|finalizad[oa]s?|a más tardar|como muy tarde|como máximo|tope|plazo|cierre|cierra|cerrad[oa]|operativ[oa]|colgad[oa]s?|en línea|publicad[oa]s?|puesta en marcha|puest[oa]s?|despachar|sin falta|todo|hech[oa]s?|en mis manos|en nuestras manos|definitiv[oa]s?|instalad[oa]s?|colocad[oa]s?|montad[oa]s?|dej(?:ar|a|as|e|es)(?:l[oa]s?)? \p{L}{3,14}d[oa]s?`,
);
/** Somebody wants to have it. */
const NEEDED = words(
  String.raw`needs?|needed|wants?|wanted|have (?:it|them|em|the|all|everything|your|my|our)|gets? (?:it|them|the)|expect\p{L}*|must have|has to have|gotta be|collect\p{L}*|pick (?:it|them) up|ships?|shipped|send me|please send|'d like|see (?:it|them|everything)|looking for
brauch\p{L}*|benötig\p{L}*|hätte[nr]?|bekomm\p{L}*|krieg\p{L}*|kriag\p{L}*|will|wollen|möchte\p{L}*|sehen|erwart\p{L}*
faut|faudrait|faudra|besoin|veu[tx]|voudrai\p{L}*|voulons|attend\p{L}*|aimerai\p{L}*|aurai|avoir|envoie\p{L}*|envoyer|reçoi\p{L}*|récupèr\p{L}*|recevoir
necesit\p{L}*|quier[oe]n?|quiere[sn]?|queremos|precis\p{L}*|ocup(?:o|amos|aríamos)|espera\p{L}*|hac(?:e|en|ía|ería) falta|haría\p{L}* falta|mand(?:ar|as|arme|es)|envi(?:ar|es|as)|tener|l[oa]s? (?:ten[eé]s|tienes|tiene|tendr[aá]s?|paso|recibes)|recib\p{L}*|me conformo|recojo|recog\p{L}*|tra(?:e|er|ela|elo|iga|igan|elas|elos)`,
);
const BEGUN = words(
  String.raw`start\p{L}*|begin\p{L}*|began|kick\p{L}*[- ]?off|commenc\p{L}*|day one|get (?:going|started|cracking)|crack on|make a start|get(?:ting)? going|dig in|dive in|open the file|(?:i|we|crew|gang|team) goe?s? up|(?:i|we|you) (?:can )?(?:come|get) in|on the tools|in the workshop|first morning|on the clock|take over|on site (?:from|by|on|as of|starting)|(?:be|are|arrive|you['’]re|i['’]m|we['’]re) on site|join (?:us|the)|onboard\p{L}*|effective|as of|you (?:can|may) (?:pick|collect|have)
start\p{L}*|beginn\p{L}*|begonnen|anfang(?:en)?|anfange|anfäng\p{L}*|anzufangen|fang\p{L}*|fängst|losleg\p{L}*|loszulegen|los ?geh\p{L}*|geh(?:t|ts|t['’]s) los|auftakt|einsteigen|einstieg|afa|aafange|ab dem|leg(?:e|en|t|st)(?= [^█]{0,40}█[^█]{0,30} los(?![\p{L}]))
embarqu\p{L}*|(?:vous|te) parvien\p{L}*|commenc\p{L}*|démarr\p{L}*|débute\p{L}*|début|attaqu\p{L}*|(?:y|s['’]y|vous y|t['’]y) mettre|tu pars|vous partez|prise de poste|mise en (?:fabrication|chantier|route)|coup d['’]envoi|à partir du|dès le|entrée en fonction|(?:vous (?:venez|passez|pouvez)|tu (?:viens|passes|peux)) (?:enlever|chercher|prendre|récupérer)
empez\p{L}*|empiez\p{L}*|empec\p{L}*|comienz\p{L}*|comenz\p{L}*|comience\p{L}*|inici\p{L}*|arranc\p{L}*|arranqu\p{L}*|me meto|part(?:o|ir|imos|iríamos)|(?:puedes?|podés|puede usted) (?:recoger|retirar|buscar)|ponerte|ponerse|te caes|te vienes|incorpor\p{L}*|a partir del|desde el|dar inicio|manos a la obra`,
);
/** The first of several days. */
const FIRST_DAY = words('first day|erster (?:arbeits)?tag|premier jour|primer d[ií]a');
/** Somebody is told to be there. */
const PRESENT = words(
  String.raw`(?:be|you're|you are) (?:there|here)|arriv\p{L}*|on stage|set(?:s|ting)? up|sound ?check|first set|doors|call time|book(?:ing|ed)? you|marrying|playing|on the decks|meet(?:ing)? (?:point|at)|turn up|get-?in|come (?:over|by|round)
treffpunkt|treffen|da ?sein|vor ort|aufbau|einlass|soundcheck|aufzug|auftritt\p{L}*|uff?legs?t|auflegen|erscheinen|anrücken|stimmen|gebucht
(?:soyez|sois|être|seras|serez) (?:là|présent\p{L}*|sur place)|rendez-vous|rdv|sur place|balances|installation à|arriver|passage sur scène|tu joues|vous jouez
(?:lo|la|te|le|los|las) esperamos|llegar\p{L}*|estar (?:ahí|allí|en)|montaje a|prueba de sonido|cita|presentarse|tocas|tocan`,
);
const EVENT = words(
  String.raw`wedding|ceremony|shoot(?:ing|s)?|photograph(?:ed|ing)?|film(?:ed|ing)?|photoshoot|sessions?|gig|concert|party|performance|recital|workshops?|class(?:es)?|lessons?|conference|keynote|talk|trial|rehearsal|dinner|filming|slot|booking form|event|filmday
hochzeit\p{L}*|fotografier\p{L}*|film(?:en|e|st)|dolmetsch\p{L}*|trauung|dreh(?:tag|termin)?\p{L}*|shooting|fototermin|konzert|fest|feier|\p{L}{3,}(?:feier|fest|sitzung|konzert|tagung|wanderung|wanderungen)|workshop|schulung|seminar|begräbnis|beerdigung|termin\p{L}*|lesung|vortrag|tagung|probe\p{L}*|ständchen|taufe
mariage|photographi\p{L}*|filme[rsz]?|séance|tournage|concert|fête|soirée|atelier\p{L}*|formation|répétition|captation|spectacle|prise de vues?|reportage|cérémonie|audition|anniversaire|baptême|conférence
boda|fotografiar|filmar|sesi[oó]n(?:es)?|rodaje|grab(?:amos|ación|aciones)|concierto|fiesta|taller(?:es)?|clase\p{L}*|curso|bautizo|evento|función|quince\p{L}*|ensayo|charla|ceremonia|comité|conferencia`,
);
/** Money goes to and fro, or papers. */
export const PAPERS = words(
  String.raw`invoice\p{L}*|pay(?:s|ment|ments|able|ing)?|paid|deposit|balance|transfer\p{L}*|cheque|po|valid|expires?|signed?|signing|signature|quote|offer|letter|mail|call|spoke|met|phone\p{L}*|wrote|yesterday|last (?:year|week|month)|dated|received|since
rechnung\p{L}*|zahl\p{L}*|überweis\p{L}*|anzahlung|angebot|offerte|anbot|schreiben|telefon\p{L}*|gesprochen|gestern|unterschr\p{L}*|vom|letztes|fällig|gültig
factur\p{L}*|règl\p{L}*|pay(?:e|é|ons|ez|er|ement|able)|vire\p{L}*|acompte|solde|devis|courriel|signature|signé\p{L}*|convention|hier|l['’]an dernier|validité|valable
factura\p{L}*|pag(?:o|a|amos|ar|ado|os|an)|abon\p{L}*|anticipo|seña|presupuesto|correo|firma\p{L}*|ayer|año pasado|propuesta|vence|transfer\p{L}*|deposit\p{L}*|bizum`,
);
/** What goes on around the work on its own: others' days. */
const AROUND = words(
  String.raw`(?:re)?opens?|opening|inspects?|inspection|trade (?:show|fair)|fair|board|holidays?|vacation|guests|auditors?|printers?|bishop|mayor|election|exam|conference|away|closed|hip op|birthday|anniversary|launch party|cup week|festival|premiere|show|expo|school term|bank holiday|goes to press|moves? in
druckerei|messe|gäste|urlaub|eröffn\p{L}*|macht \p{L}+(?: \p{L}+){0,3} auf|vernissage|weihnacht\p{L}*|ferien|kirmes|feiertag|umzug|steuerberater|bürgermeister\p{L}*|standesamt|premiere|geburtstag|besuch\p{L}*|schwiegermutter|\p{L}{3,}messe|das fest
imprimeur|imprimerie|salon|vernissage|(?:ré)?ouverture|r?ouvr\p{L}*|vacances|congés?|foire|inauguration|conseil|inspection|invités|évêque|maire|noël|festival|jury|dépôt|école
imprenta|feria|junta|(?:re)?abr(?:e|en|imos)|vacaciones|estren\p{L}*|asamblea|visita\p{L}*|inaugura\p{L}*|invitados|obispo|alcalde\p{L}*|auditor\p{L}*|consejo|inspecci[oó]n|suegr[oa]s|san jos[eé]|navidad|festival|campaña|concurso`,
);

export const CUES: readonly Cue[] = [
  { role: 'end', weight: 3, pattern: HANDED },
  { role: 'end', weight: 2, pattern: NEEDED },
  { role: 'start', weight: 3, pattern: BEGUN },
  { role: 'start', weight: 3.5, pattern: FIRST_DAY },
  { role: 'booking', weight: 3, pattern: PRESENT },
  { role: 'booking', weight: 2, pattern: EVENT },
  { role: 'other', weight: 2, pattern: PAPERS },
  { role: 'other', weight: 2.5, pattern: AROUND },
];

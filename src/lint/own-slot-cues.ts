import { said } from '../briefs/passages/letters.ts';

const DAY = '(?:date|day|booking|session|shoot|shooting|event|appointment|slot|workshop)';
/** A booking is moved, in words that a brief would not have. */
export const MOVED = said(
  `${DAY}s? (?:can|may|is|are) (?:be )?(?:moved|changed|shifted|postponed)|(?:move|change|shift|postpone)s? (?:the|your|a) ${DAY}|(?:a|the|each|any) new date|ein neuer termin|une nouvelle date|una nueva fecha|(?:chang|déplac)\\p{L}* (?:la|de|le) (?:date|jour|séance)|(?:date|séance|rendez-vous) (?:[\\p{L}’']+ ){0,6}(?:déplac|report|décal|chang)\\p{L}*|verschiebung\\p{L}*|umbuchung\\p{L}*|aplazamientos?|cambios? de fecha|termin\\p{L}* (?:\\p{L}+ ){0,3}(?:verschieb\\p{L}*|verleg\\p{L}*)|report(?:er|s)?|(?:report|décal)\\p{L}+ (?:la|le) (?:date|séance|jour)|(?:aplaz|cambi|mov)\\p{L}+ (?:la|el|su) (?:fecha|día|sesión|reserva)`,
);
/** There is no way: a move is ruled out, for whoever asks and whenever. */
export const RULED_OUT = said(
  "(?:is|are) (?:excluded|ruled out|impossible|not possible|not allowed)|(?:cannot|can[’']?t|can not|may not|must not|never)(?: [\\p{L}’']+){0,3} (?:moved|changed|shifted|postponed|rescheduled)|no (?:moves?|changes? of date|rescheduling)|(?:ist|sind) (?:ausgeschlossen|unmöglich|nicht (?:möglich|gestattet|erlaubt|vorgesehen))|(?:nicht|keinesfalls|nie)(?: \\p{L}+){0,2} (?:verschoben|verlegt|umgebucht|verschieben|verlegen)|keine (?:verschiebung\\p{L}*|umbuchung\\p{L}*)|(?:est|sont) (?:exclue?s?|impossibles?)|ne (?:peut|peuvent|pourra|sera)(?: [\\p{L}’']+){0,5} (?:déplacée?s?|reportée?s?|décalée?s?|changée?s?)|(?:aucun|pas de) (?:report|changement)|(?:es|son) (?:imposible|inamovible)|(?:queda|está) (?:excluid[oa]|descartad[oa])|no (?:es posible|se admiten?|se permiten?|cabe)|no se (?:puede|podrá)(?: [\\p{L}]+){0,3} (?:cambiar|aplazar|mover)|inamovible",
);
/** Only from some time on, or once too often. */
export const ONLY_THEN = said(
  'before|within|less than|later than|second|twice|again|more than|vor|innerhalb|weniger|später|zweite\\p{L}*|mehr als|erneut|avant|moins de|deuxième|seconde?|plus d\\p{L}*|antes|menos de|segund[oa]|más de|otra vez',
);
/** It can't be. */
export const IMMOVABLE = said(
  `${DAY} (?:can[’']?t|cannot|can not|may not|is not to) be (?:moved|changed|shifted|postponed)|${DAY} is fixed and|(?:termin|tag|datum|shooting|buchung)\\p{L}* (?:\\p{L}+ ){0,3}nicht (?:verschoben|verlegt|geändert)|(?:date|séance|réservation) ne (?:peut|pourra) (?:pas )?être (?:reportée?|déplacée?|changée?)|(?:fecha|sesión|reserva) no se puede (?:cambiar|aplazar|mover)|no se puede (?:cambiar|aplazar|mover) la (?:fecha|sesión|reserva)`,
);

/** What is booked, by what the two call it: a wedding or a dinner has hours of its own. */
const BOOKED =
  '(?:(?:photo )?shoot(?:ing)?|session|workshop|filming|recording|booking|coverage|reportage|assignment|coaching|training|lesson|talk|fotoshooting|termin|sitzung|dreh|aufnahme|vortrag|seminar|kurs|reportage|einsatz|auftritt|buchung|séance|prise de vue|tournage|atelier|conférence|reportage|réservation|rendez-vous|formation|sesión|rodaje|taller|charla|reserva|curso|clase|reportaje)';
const BEGINS =
  '(?:(?:lasts|runs) from|(?:dauert|geht) von|(?:dure|va) de|(?:dura|va) (?:de|desde)|(?:will )?(?:begins?|starts?|commences?)|(?:is|takes place|happens|runs|will be)|beginnt|startet|fängt|ist|findet|läuft|(?:commence|débute|démarre|est|a lieu|se tient)|(?:empieza|comienza|inicia|es|será|tiene lugar))';
/** Something booked begins or takes place; nothing stands between that could be a part of it. */
export const BOOKING_IS = said(
  `(?:start|beginning|beginn|anfang|début|inicio|comienzo) (?:of the|der|des|de la|du|del|de l[’']) ?${BOOKED}|${BOOKED}(?: itself)? (?:${BEGINS}|from|ab|dès|à partir de|desde)`,
);
/** The same of a part of it, or with something between. */
export const PART_OF_IT = said(`${BOOKED}(?: \\p{L}+){1,5} ${BEGINS}`);
/** We begin. */
export const WE_BEGIN = said(
  '(?:we|i) (?:will )?(?:begin|start)|(?:wir|ich) (?:beginnen|starten|fangen|beginne|starte)|(?:nous|je) (?:commençons|débutons|démarrons|commence)|(?:empezamos|comenzamos|empiezo)',
);
/** It is over. */
export const BOOKING_ENDS = said(
  `${BOOKED} (?:(?:ends?|finishes|is over|closes)|(?:endet|dauert bis|geht bis)|(?:finit|se termine|prend fin|s[’']achève)|(?:termina|acaba|finaliza))`,
);
const AT = '(?:in|at|im|in (?:der|dem)|am|bei|beim|auf|à|au|aux|dans|chez|en)';
/** Where something booked takes place, up to the name of the place. */
export const BOOKED_AT = said(
  `(?:${BOOKED}|wedding|event|ceremony|hochzeit|veranstaltung|mariage|événement|boda|evento) (?:\\p{L}+ )??(?:takes place|is held|happens|will be|will take place|is|findet|a lieu|se tient|est|tiene lugar|se celebra|es|será)[^.;,]{0,25}? ${AT}(?: (?:the|der|dem|la|le|el))?(?= \\p{L})`,
);
/** The work itself is done there: “the pictures are taken at”. */
export const DONE_AT = said(
  `(?:pictures?|photos?|film|video|shots?|interviews?) (?:are|is|will be) (?:taken|shot|filmed|recorded|made) ${AT}(?: (?:the|der|dem|la|le|el))?(?= \\p{L})|(?:we|i) (?:will )?(?:photograph|film|shoot|record|teach)(?: \\p{L}+){0,3}? (?:in|at)(?: the)?(?= \\p{L})|(?:fotografiert|gefilmt|gedreht) wird ${AT}(?: (?:der|dem))?(?= \\p{L})|(?:fotografieren|filmen|drehen) wir ${AT}(?= \\p{L})|wir (?:fotografieren|filmen|drehen)(?: \\p{L}+){0,2}? ${AT}(?= \\p{L})|(?:fotos|bilder|aufnahmen)(?: \\p{L}+){0,3} (?:entstehen|macht man|machen wir) ${AT}(?: (?:der|dem))?(?= \\p{L})|(?:photos|images|prises de vue) (?:sont|seront) (?:prises|faites|réalisées) ${AT}(?: (?:la|le|l[’']))?(?= \\p{L})|nous (?:photographions|filmons|tournons)(?: \\p{L}+){0,2}? ${AT}(?= \\p{L})|(?:fotos|imágenes|tomas) se (?:hacen|harán|toman|tomarán|realizan) en(?: (?:la|el))?(?= \\p{L})|(?:fotografiamos|filmamos|rodamos|grabamos)(?: \\p{L}+){0,2}? en(?: (?:la|el))?(?= \\p{L})`,
);
/** We are there, from one time of day to another. */
export const PRESENT = said(
  "(?:we|i)(?:[’']ll| will| shall)? (?:be |are |am |stay |work )?(?:there|on site|on location|present|available|with you|work|shoot|film|photograph)|(?:wir|ich) (?:sind|bin|arbeiten|arbeite|bleiben|fotografieren|filmen)|(?:nous|je) (?:sommes|serons|suis|serai|travaillons|restons|photographions|filmons)|(?:estamos|estaremos|estoy|estaré|trabajamos|fotografiamos|grabamos)",
);
/** What is somewhere on the way is no place for the whole: “the parking is at”. */
export const ON_THE_WAY = said(
  'parking|entrance|lobby|reception|eingang|parkplatz|entrée|accueil|entrada|recepción|contact|ansprechpartner\\p{L}*|interlocut\\p{L}*|contacto',
);
/** “The place is …”. */
export const PLACE_IS = said(
  "(?:the (?:place|venue|location)(?: of the \\p{L}+)?|(?<!vor )ort|veranstaltungsort|drehort|lieu|lugar) ?(?:is|ist|est|es|:)(?: (?:in|at|the|a|der|die|das|im|le|la|l[’']|el|à|en))*",
);

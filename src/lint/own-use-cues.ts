import { said } from '../briefs/agreed/words.ts';

/** A right to use the work, by its name. */
export const LICENCE = said(
  "licen[cs]es?|usage rights?|rights? (?:of use|to use)|lizenz(?:en)?|nutzungsrechte?s?|nutzung(?:sdauer|szeit|szeitraum)?|usage(?: period| time)?(?= ?(?::|is|lasts|runs))|uso(?= (?:es|dura|de las?|del?))|durée d[’']utilisation|droits? (?:d[’'](?:utilisation|exploitation|usage))|licences?|licencias?|derechos? de (?:uso|explotación|utilización)",
);
const CLIENT =
  '(?:you|the client|the customer|sie|der kunde|die kundin|der auftraggeber|vous|le client|usted|el cliente)';
/** The client uses something, or it may be used. */
export const USED = said(
  `${CLIENT}(?: alone| allein| seule?s?| solo)? (?:may|can|are allowed to|is allowed to|will)(?: only| alone)?(?: \\p{L}+)? (?:use|publish|show|print)|(?:may|can) be (?:used|published)|(?:dürfen|können|darf|kann)[^.;]{0,60}(?:nutzen|verwenden|veröffentlichen|benutzen|genutzt|verwendet)|(?:pouvez|peut|peuvent)(?: \\p{L}+)? (?:utiliser|publier|exploiter|être utilisée?s?)|(?:puede|pueden|podrá|podrán)(?: \\p{L}+)? (?:usar|utilizar|publicar|explotar|usarse|utilizarse)`,
);
/** What was made. */
export const WORKS = said(
  'work|works|it|them|pictures?|photos?|photographs?|images?|files?|logos?|designs?|texts?|films?|videos?|illustrations?|material|results?|deliverables?|everything|arbeit|arbeiten|werke?|bilder|fotos|dateien|entwürfe?|filme?|illustrationen|ergebnisse?|alles|travail|travaux|œuvres?|visuels|fichiers|création|créations|textes?|tout|trabajo|trabajos|obras?|imágenes|archivos|diseños?|textos?|vídeos?|ilustraciones|todo|las|los',
);
/** Nobody else may. */
export const YOU_ALONE = said(
  '(?:you|the client) alone|only (?:you|the client) may|sie allein|nur sie dürfen|vous seuls?|solo usted',
);

import { said } from '../briefs/passages/letters.ts';

/** A right to use the work, by its name. */
export const LICENCE = said(
  "licen[cs]es?|usage rights?|rights? (?:of use|to use)|lizenz(?:en)?|nutzungsrechte?s?|nutzung(?:sdauer|szeit|szeitraum)?|usage(?: period| time)?(?= ?(?::|is|lasts|runs|covers|includes|extends))|nutzung(?= (?:umfasst|ist|erstreckt))|utilisation(?= (?:couvre|comprend|est|s[’']étend))|uso(?= (?:es|dura|de las?|del?))|durée d[’']utilisation|droits? (?:d[’'](?:utilisation|exploitation|usage))|licences?|licencias?|derechos? de (?:uso|explotación|utilización)",
);
const CLIENT =
  '(?:you|the client|the customer|sie|der kunde|die kundin|der auftraggeber|vous|le client|usted|el cliente)';
/** The client uses something, or it may be used. */
export const USED = said(
  `${CLIENT}(?: alone| allein| seule?s?| solo)? (?:may|can|are allowed to|is allowed to|will)(?: only| alone)?(?: \\p{L}+)? (?:use|publish|show|print)|(?:may|can) be (?:used|published)|(?:dürfen|können|darf|kann)[^.;]{0,60}(?:nutzen|verwenden|veröffentlichen|benutzen|genutzt|verwendet)|(?:peut|peuvent|pourra|pourront) servir|(?:puede|pueden|podrán?) servir|(?:pouvez|pourrez|peut|peuvent|pourra|pourront)(?: \\p{L}+)? (?:utiliser|publier|exploiter|être utilisée?s?)|(?:puede|pueden|podrá|podrán)(?: \\p{L}+)? (?:usar|utilizar|publicar|explotar|usarse|utilizarse)`,
);
/** What was made. */
export const WORKS = said(
  'work|works|it|them|pictures?|photos?|photographs?|images?|files?|logos?|designs?|texts?|films?|videos?|illustrations?|material|results?|deliverables?|everything|pages?|sites?|websites?|code|software|apps?|translations?|seiten?|webseiten?|übersetzungen?|traductions?|páginas?|traducciones|traducción|arbeit|arbeiten|werke?|bilder|fotos|dateien|entwürfe?|filme?|illustrationen|ergebnisse?|alles|travail|travaux|œuvres?|visuels|fichiers|création|créations|textes?|tout|trabajo|trabajos|obras?|imágenes|archivos|diseños?|textos?|vídeos?|ilustraciones|todo|las|los',
);
/** Nobody else may. */
export const YOU_ALONE = said(
  '(?:you|the client) alone|only (?:you|the client) may|sie allein|nur sie dürfen|vous seuls?|solo usted',
);
/** From here on words say what the work is used for. */
export const FOR_USE = said(
  'for|on|in|as|covers?|includes?|extends? to|für|auf|im|ins?|zu[rm]?|als|umfasst|pour|sur|dans|en|comme|couvre|comprend|para|como|cubre|incluye|(?:licen[cs]e|usage|lizenz|nutzung|nutzungsrechte|licence|droits|licencia|derechos|uso) ?(?=:)',
);
/** A use that has its own price or consent, as every other one has. */
export const MORE_USE = said(
  'any other|other uses?|further uses?|extra|additional(?:ly)?|separate(?:ly)?|requires?|needs?|consent|permission|agree|jede andere|andere nutzung\\p{L}*|weitere|zusätzlich\\p{L}*|gesondert\\p{L}*|bedarf|zustimmung|autres? (?:usages?|utilisations?)|supplémentaires?|accord|autorisation|nécessite|otros? usos?|adicional\\p{L}*|consentimiento|requiere',
);
/** Nothing else. */
export const ONLY = said(
  '(?:only|solely|exclusively|nothing but|just|limited to|restricted to|nur|ausschließlich|allein|beschränkt auf|lediglich|uniquement|seulement|exclusivement|ne [^.;]{2,40} que|limitée?s? (?:à|aux?)|solo|sólo|solamente|únicamente|exclusivamente|limitad[oa]s? a)(?! (?:after|once|when|if|until|with|nach|wenn|sobald|bis|mit|après|si|quand|une fois|avec|después|cuando|una vez|con)(?![\\p{L}]))',
);
/** Whatever one likes. */
export const EVERY_USE = said(
  'all (?:kinds of |types of )?(?:uses?|purposes|media|channels)|any (?:use|purpose|medium|way|manner)|(?:for|in|as|how|what)ever (?:you (?:like|wish|want)|it is)|(?:for|in) (?:everything|anything)|however you (?:like|wish|want)|without (?:any )?restrictions?|unrestricted|jeden zweck|alle(?:n)? (?:nutzungsarten|zwecken?|nutzungen|medien)|beliebig(?:e[nrsm]?)?(?: zwecke?n?)?|uneingeschränkt\\p{L}*|wie sie (?:wollen|möchten)|tous (?:les )?(?:usages|supports|médias)|toute (?:utilisation|fin)|toutes fins|comme (?:vous|bon vous) \\p{L}+|sans restriction|todos los (?:usos|medios|soportes)|cualquier (?:uso|fin|medio)|como (?:quiera|desee)|sin restricci(?:ón|ones)',
);
/** For as long as one likes. */
export const AS_LONG = said(
  '(?:for )?as long as (?:you|they|the client) (?:wish\\p{L}*|wants?|likes?)|so lange (?:sie|der kunde) (?:wollen|möchten|will|möchte)|aussi longtemps qu\\p{L}*|(?:tanto tiempo como|mientras|todo el tiempo que) (?:usted )?(?:quiera|desee)',
);

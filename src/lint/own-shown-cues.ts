import { said } from '../briefs/passages/letters.ts';

const SHOW =
  '(?:show\\p{L}*|display\\p{L}*|present\\p{L}*|post\\p{L}*|publish\\p{L}*|feature\\p{L}*|zeig\\p{L}*|gezeigt|präsentier\\p{L}*|veröffentlich\\p{L}*|montr\\p{L}*|présent\\p{L}*|publi\\p{L}+|diffus\\p{L}*|mostr\\p{L}*|muestr\\p{L}*|enseñ\\p{L}*|present\\p{L}*)';
const CLIENT =
  '(?:you|the client|your (?:name|company|logo)|sie|ihren? (?:namen?|firma|logo)|den kunden|den auftraggeber|votre (?:nom|société|logo|marque)|vous|le client|le nom du client|su (?:nombre|empresa|logo)|al cliente|el nombre del cliente)';
const NAMED_AS =
  '(?:as (?:a |our |my )?(?:client|customer|reference)|als (?:kund(?:e|en|in)|referenz|auftraggeber)|(?:comme|en tant que|à titre de|parmi (?:nos|mes)) (?:client|clients|référence|références)|como (?:cliente|referencia)|entre (?:nuestros|mis) clientes)';

/** Where work is shown that one has made, by its name. */
export const PORTFOLIO = said(
  'portfolios?|showreels?|(?:our|my) (?:reference|client) lists?|case stud(?:y|ies)|referenz(?:en|liste|projekt\\p{L}*|kunde\\p{L}*|nennung)?|als referenz|arbeitsproben?|mappe|book|porte-?folio|références|étude de cas|por?tafolios?|porfolios?|referencias|caso de éxito|awards?|competitions?|wettbewerb\\p{L}*|premios?|concursos?',
);
/** We show the work as ours, or name the client. */
export const OURS_SHOWN = said(
  `${SHOW}(?: [\\p{L}’']+){0,6} (?:on|in|auf|sur|dans|en) (?:(?:our|my|unsere[mnr]?|meine[mnr]?|notre|mon|nos|nuestr[oa]s?|mis?) )(?:own )?(?:web ?sites?|sites?|pages?|instagram|socials?|social media|channels?|web|webseite|seiten?|kanäle\\p{L}*|réseaux|redes|página)|(?:on|in|auf|sur|dans|en) (?:our|my|unsere[mnr]?|meine[mnr]?|notre|mon|nos|nuestr[oa]s?|mis?) (?:own )?(?:web ?site|site|instagram|social media|webseite|seite|kanälen|réseaux|redes|página web|web)(?: [\\p{L}’']+){0,4} ${SHOW}|(?:name|list|mention|cit\\p{L}*|nenn\\p{L}*|nomm\\p{L}*|mention\\p{L}*|nombr\\p{L}*|mencion\\p{L}*) (?:${CLIENT}) ${NAMED_AS}|(?:(?:mencion|nombr|cit|list)arl[eoa]s?|vous (?:citer|mentionner|nommer)) ${NAMED_AS}|${CLIENT}(?: \\p{L}+){0,3} ${NAMED_AS} (?:nennen|nennt|aufführen|genannt|führen)`,
);
/** Something is shown. */
export const SHOWS = said(SHOW);
/** The client shows it, or the work is a portfolio. */
export const YOURS_SHOWN = said(
  `(?:your|the client[’']s|ihr(?:e[mnrs]?)?|des kunden|votre|du client|su|del cliente) (?:own |\\p{L}+ )?(?:portfolios?|book|references|referenzen|références|referencias|portafolio|porfolio|mappe)|portfolio (?:page|section|site|website|template|grid|gallery|bereich|seite)|(?:a|the|an|eine?|der|die|une?|la|le|el|una|un) (?:\\p{L}+ )?(?:page|section|seite|section|sección|página|bereich|template) (?:for|with|of|für|mit|pour|avec|para|con)`,
);
/** The client says yes each time. */
export const CONSENT = said(
  "with (?:your|the client[’']s|prior|written) (?:\\p{L}+ )?(?:consent|permission|approval|agreement)|(?:if|once|after|unless|until|only when|as long as) (?:you|the client) (?:have |has )?(?:agreed?s?|consents?|approved?s?|allows?|say so|say yes|object\\p{L}*)|without (?:your|asking|the client[’']s)|mit (?:ihrer|vorheriger|schriftlicher) \\p{L}+|ohne (?:ihre|vorherige)\\p{L}*|(?:wenn|sofern|sobald|falls|es sei denn) sie|avec (?:votre|l[’'])|sans (?:votre|l[’']) ?(?:accord|autorisation)|si vous|sauf (?:si|accord|avis)|con su|sin su|si usted|salvo",
);
/** Nobody waits. */
export const AT_ONCE_SHOWN = said(
  'at (?:once|any time)|immediately|right away|straight away|from the (?:first|start)|already|jederzeit|sofort|ab sofort|schon|à tout moment|immédiatement|dès (?:maintenant|la signature|le début)|en cualquier momento|de inmediato|desde (?:ya|el principio)',
);
/** While it is not public yet. */
export const BEFORE_PUBLIC = said(
  '(?:before|vor|bevor|ehe|avant|antes de(?:l)?)(?![\\p{L}])[^.;]{0,30}(?<![\\p{L}])(?:publi\\p{L}*|launch\\p{L}*|release\\p{L}*|live|veröffentlich\\p{L}*|erschein\\p{L}*|online|parution|sortie|lancement|lanzamiento|estreno)',
);

import { lettered } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';

const FIGURE = "\\d(?:[\\d.,'’ \u202f\u00a0]*\\d)?(?:[,.][-–—])?";
const SUM = `(?:(?:[A-Z]{0,4} ?[€$£₹¥]|(?:EUR|CHF|USD|GBP|CAD|AUD|NZD|SGD|ZAR|INR|MXN|COP|ARS|CLP|PEN|Rs|Fr|R|S/|Bs|kr|DH|dhs?)\\.? ?[€$£]?) ?${FIGURE}|${FIGURE} ?(?:[€$£₹]|k(?![\\p{L}])|EUR|CHF|USD|GBP|CAD|MXN|COP|FCFA|DH|dhs?|euros?|eur|franken|francs?|fr\\.|pesos|soles|dollars?|dólares|pounds?|quid|rand|mil(?:lones)?(?![\\p{L}])))`;
const EVERY = '(?:all |the |these |those |your |(?:alle|die|diese|los|las|estos|estas|les|ces) )*';

/** "£900 for the 4 albums", "$ 48.000 por 9 trajes". */
const PRICED_BEFORE = lettered(
  `${SUM}[^.;!?\\n]{0,40}? (?:for|für|pour|por)(?: (?:ein|the|a|un|una|une) (?:set|total|lot|series|serie|juego) (?:of|von|de))? ${EVERY}$`,
  'iu',
);
/** "60 cups @ $28", "30 manteles y 120 servilletas, 3.150 €", "1 poster ........ 400,00". */
const PRICED_AFTER = lettered(
  `^[^.;:!?\\n]{0,60}?(?: ?(?:@|at|à|je|zu|x|×|for|für|pour|por|zum preis von|al precio de)(?: the| a| l[ea]s?)?(?: \\p{L}{3,10}){0,3} ?| ?[:=,–—-] ?| ?\\.{2,} ?| {2,}| ?\\| ?|\\t)(?:\\p{L}{2,10} ){0,2}(?:${SUM}|\\d[\\d.,'’ ]{2,}(?= ?(?:\\||$)))`,
  'iu',
);

/** Says that somebody is to make or get what follows, or that they agreed on it. */
const ORDERS = lettered(
  '(?<![\\p{L}])(?:' +
    "order(?:ing|ed)?|commission(?:ing|ed)?|need(?:s|ed|ing)?|wants?|would like|['’]d (?:like|love)|looking for|asked for|after|please (?:make|prepare|do|create|write|shoot|supply|produce)|(?:you|he|she|they|to|i|we|i['’]ll|we['’]ll|you['’]ll|you['’]re|i['’]m) (?:make|making|build|building|prepare|write|writing|produce|draw|paint|sew|bake|carve|cut|cutting|record|knit|print|get|gets|take)|to (?:get|have)|(?:we|i|they|she|he) (?:will |would )?(?:take|get|have)|confirm(?:ing|ed)?|yes to|go(?:ing)? (?:for|with|ahead with)|so it['’]s|it['’]s|that['’]s|that is|for that|the job is|here['’]s|pays? for|paying for|agreed on|settled on|(?:edit|editing|design|writing|production|translation|making|layout|illustration|mix|recording|build|rewrite|subtitling|retouching) of(?: the| our| your| their)?|" +
    'bestell\\p{L}*|beauftrag\\p{L}*|brauch\\p{L}*|benötig\\p{L}*|möchte\\p{L}*|hätte\\p{L}* gern\\p{L}*|bitte|wünsch\\p{L}*|(?:du|sie|er|ich|wir) (?:machst|macht|machen|mache|baust|bauen|baue|schreibst|schreiben|zeichnest|zeichnen|nähst|nähen|malst|malen|lieferst|liefern|bekommst|bekommen|soll(?:st|en)?|schneidest|schneiden|gestaltest|gestalten)(?: uns| mir| dafür| bitte| für uns)*|dafür|bestätige[nt]?(?: ihnen| dir)?|es sind|sind es|es geht um|bleibt(?: es)? bei(?: den)?|angebot über|schnitt von|gestaltung von|übersetzung von|konzeption von|geliefert werden|fertigen|anfertigen|herstell\\p{L}*|' +
    "command\\p{L}*|(?:il |vous |nous )?(?:me |nous |te |vous |lui |leur )?(?:faut|faudrait|faudra)|besoin de|besoin d['’]|veu(?:x|t|lent)|voul\\p{L}*|voudr\\p{L}*|souhait\\p{L}*|aimer\\p{L}*|attend\\p{L}*(?: de vous)?|confi\\p{L}*|valid\\p{L}*|confirm\\p{L}*|(?:tu|vous|je|on) (?:me |nous |te |vous )?(?:fais|faites|montes|montez|écris|écrivez|réalises|réalisez|livres|livrez|dessines|dessinez|prends|prenons|prend|part sur|reçois|recevez|tournes|produis|fabriques|prépares|préparez)|d['’]accord pour|c['’]est|ce sont|ce serait|donc|récapitule|rédaction d(?:e|es)|réalisation d(?:e|es)|création d(?:e|es)|production d(?:e|es)|montage d(?:e|es)|traduction d(?:e|es)|" +
    'ped(?:ir|imos|ido|imos)|encarg\\p{L}*|neces\\p{L}*|quer\\p{L}*|quiere\\p{L}*|busc\\p{L}*|ocup\\p{L}*|me (?:haces|hace|preparas)|nos (?:haces|hace|preparas|entregas)|son|serían|quedamos(?: en| así)?|queda en|confirm\\p{L}*|acept\\p{L}*|esper\\p{L}* de (?:usted|ella|él|ti)|llevar?á?|salen|va(?:n)? con|entreg\\p{L}*|diseño de|edición de|traducción de|redacción de|ilustración de|producción de|elaboración de|confección de|porfa|por favor' +
    ')(?: (?:bei|von) (?:ihnen|dir|euch))?(?: (?:de|à|a) (?:vous|toi|usted|ti))?[:,]? ?(?:then |so |just |now |about |only |also |nur |jetzt |also |dann |donc |bien |juste |aussi |entonces |solo |bitte )?' +
    EVERY +
    '$',
  'iu',
);
/** The label of a line, or the words before a colon, that says what the work is. */
const LABELLED = lettered(
  "(?:scope|requirements?|needs?|brief|deliver\\p{L}*|services?|order|what|job|work|items?|project|subject|leistung\\p{L}*|umfang|lieferumfang|brauch\\p{L}*|auftrag|bestell\\p{L}*|projekt|betreff|worum|vereinbart|gesucht|command\\p{L}*|besoins?|faut|prestations?|livr\\p{L}*|remise|remettre|projet|objet|mission|confie|confirme|qué|que necesita|necesit\\p{L}*|servicio|entreg\\p{L}*|pedido|asunto|encargo|requer\\p{L}*|concepto|recib\\p{L}*|producto|proyecto|trabajo|quedamos(?: así)?|so let['’]s do it|do it|here['’]s the order[^:\\n]{0,40}|we agreed|as agreed|recap|terms)(?: [^:\\n]{0,40})? ?(?::|\\.{2,}| \\.) ?$",
  'iu',
);

/** At the start of a line, a cell or a list. */
const BEGINS = /(?:^|\n|[|:•*]|(?:^|\n)[ \t]*(?:[-–—*•▪·]|\d{1,2}[.)]|Pos\.? ?\d{1,2}|\(?[a-z]\)))[ \t]*$/u;

/**
 * Whether the brief says that counted things are to be made or bought: a price for them, a word of ordering before them, a label. What
 * a noun means need not be known then.
 */
export function isOrdered(said: string, first: Span, last: Span, several: boolean): boolean {
  const ahead = said.slice(Math.max(0, first.start - 110), first.start);
  const before = ahead.slice(Math.max(ahead.lastIndexOf('\n'), ahead.search(/[.!?;](?=\s[^.!?;]*$)/)) + 1);
  const after = said.slice(last.end, last.end + 70).split('\n')[0] ?? '';
  if (PRICED_BEFORE.test(before) || ORDERS.test(before) || LABELLED.test(before)) return true;
  return (several || BEGINS.test(ahead)) && PRICED_AFTER.test(after);
}

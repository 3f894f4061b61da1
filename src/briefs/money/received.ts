import { lettered, words } from '../passages/letters.ts';
import { type Span, wordsAfter, wordsBefore } from '../passages/text.ts';
import { aroundOf } from './around.ts';

/** That money came, as a participle: what the lexicons make of a word stands beside it. */
const PAST = words(
  'received|paid|(?<=(?:schon|bereits) )charged|transferred|wired|arrived|in (?:my|our|the) (?:account|bank)|(?:come|came) in',
  'erhalten|eingegangen|bekommen|(?:an|be|ein|ge|voraus)?ge?zahlt|bezahlt|überwiesen|geflossen|da|auf (?:dem|meinem|unserem) konto',
  'reçue?s?|perçue?s?|encaissée?s?|versée?s?|payée?s?|réglée?s?|virée?s?|arrivée?s?',
  'recibid[oa]s?|cobrad[oa]s?|pagad[oa]s?|abonad[oa]s?|ingresad[oa]s?|transferid[oa]s?|llegad[oa]s?|pag(?:ó|aron)|abon(?:ó|aron)|ingres(?:ó|aron)|transfiri(?:ó|eron)|lleg(?:ó|aron)|di(?:o|eron)|recib[íi]|cobré',
);
const ALREADY = words('already|bereits|schon|déjà|deja|ya');
/** Right behind the figure it needs no "already"; "500 € erhalten wir" is still to come. */
const BEHIND = lettered(
  String.raw`^ ?(?:(?:is|are|was|were|has|have|had|been|ist|sind|wurden?|habe[n]?|hat|ont|a|été|est|sont|ha|han|sido|está|están) )*(?:received|erhalten(?! (?:wir|ich|sie|du|ihr|die|der|das)(?![\p{L}]))|eingegangen|reçue?s?|encaissée?s?|recibid[oa]s?)(?![\p{L}])(?! (?:on|at|upon|by|before|within|bei|vor|bis|à|avant|al|antes)(?![\p{L}]))`,
  'iu',
);
/** "EUR 250 that I received in January", "250 €, die ich im Januar bekommen habe". */
const HAD = lettered(
  String.raw`^,? ?(?:(?:that|which|que|qu['’]|die|was) ?)?(?:(?:i|we|ich|wir|nous|on|j['’]) ?(?:have |habe[n]? |ai |avons |a )?(?:received|got|reçue?s?|encaissée?s?)|recib[íi](?:mos)?|cobr(?:é|amos)|(?:ich|wir) [^,.;]{0,30}?(?:bekommen|erhalten) habe[n]?)(?![\p{L}])`,
  'iu',
);
/** Somebody has paid it: the perfect of the client's act. */
const GAVE = lettered(
  String.raw`(?<![\p{L}])(?:(?:have|has)|(?:they|we|i|she|he)['’](?:ve|s))(?: (?:now|also|just))? (?:paid|sent|transferred|wired|received|got)(?: (?:me|us))? ?$|(?<![\p{L}])(?:ont|a|avons|ai)(?: [\p{L}]+)? (?:versé|payé|réglé|viré|reçu|encaissé) ?$|(?<![\p{L}])(?:(?:ha|han|he|hemos) (?:pagado|abonado|ingresado|transferido|recibido|cobrado)|(?:me|nos) (?:pagaron|pagó|abonaron|abonó|ingresaron|ingresó|dieron|dio)) ?$`,
  'iu',
);
/** It has not come, is to come, or something waits for it. */
const NOT_YET = words(
  "not|never|isn['’]t|hasn['’]t|haven['’]t|once|when|whenever|after|until|till|if|as soon as|unless|before|must|should|will|would|to be|needs?|how|" +
    'nicht|nie|kein\\p{L}*|wenn|sobald|nachdem|nach|falls|bis|bevor|muss|müssen|soll\\p{L}*|wird|werden|will|möchte\\p{L}*|' +
    "pas|jamais|quand|une fois|dès|après|lorsque?|si|s['’]ils?|avant|doit|devra|sera|seront|" +
    'no|nunca|cuando|una vez|tras|después|hasta|antes|debe\\p{L}*|será|serán|sin',
);
/** What was received or sent is a paper that names the price. */
const PAPER = words(
  'quot\\p{L}*|offers?|estimates?|proposals?|angebote?s?|offerten?|kostenvoranschl\\p{L}*|devis|proposition|presupuestos?|ofertas?|cotizaci\\p{L}*',
);
/** Of the price the figure before is a part. */
const OF =
  /^ ?(?:out )?(?:of|from|von|des?|du|sur|der|aus)(?: (?:the|den|der|die|les|la|los|las|el|total|agreed))* ?$/i;

/** What a clause says of a figure, up to the figures beside it. */
type Beside = { readonly before?: Span | undefined; readonly after?: Span | undefined };

/** Whether a sum or share has been paid already: it is no price to agree on and nothing to ask for again. */
export function isReceived(text: string, span: Span, { before, after }: Beside = {}): boolean {
  const from = span.start - wordsBefore(text, span, 70).length;
  const to = span.end + wordsAfter(text, span, 70).length;
  const head = text.slice(before && before.end > from ? before.end : from, span.start);
  // "500 of the 3,000 are already paid", "received 500 of 3,000": the part is meant.
  if (before && before.end > from && (OF.test(head) || partOf(head))) return false;
  const shared = after && after.start < to ? text.slice(span.end, after.start) : undefined;
  const tail = shared === undefined ? text.slice(span.end, to) : OF.test(shared) ? text.slice(after?.end, to) : shared;
  const label = aroundOf(text, span).label;
  if (label && PAST.test(label.replace(/.*[ (](?=\S+$)/, ' ')) && !NOT_YET.test(label)) return true;
  const clause = `${head} █ ${tail}`;
  if (NOT_YET.test(clause) || PAPER.test(clause)) return false;
  return (
    (ALREADY.test(clause) && PAST.test(clause)) ||
    BEHIND.test(tail) ||
    HAD.test(text.slice(span.end, span.end + 70)) ||
    GAVE.test(head)
  );
}

/** Words on a part of a plan that need no "already": "(paid)", "which has been paid,". */
const DONE = words(
  '(?<=\\()(?:paid|bezahlt|erledigt|payée?|réglée?|pagad[oa])(?=\\))|(?:is|was|has been|have been|ist|sind|wurde|est|a été|está|fue|ha sido) (?:paid|bezahlt|gezahlt|payée?|réglée?|pagad[oa]|received|erhalten)(?= ?(?:[,.;)]|$))',
);
/** Whether the words of a plan of payments say that one of its parts has been paid. */
export const saysPaid = (plan: string): boolean =>
  plan
    .split(/[,;.](?=\s|$)|(?= \()/)
    .some((piece) => !NOT_YET.test(piece) && ALREADY.test(piece) && PAST.test(piece)) || DONE.test(plan);

const partOf = (head: string) => PAST.test(head) && OF.test(head.replace(PAST, '').replace(ALREADY, '').trim());

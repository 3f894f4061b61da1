import { lettered } from '../passages/letters.ts';

/** Words that lead to the name of a part and are none of it: "bei der", "once the", "à la", "cuando entreguemos el". */
const LEADING = lettered(
  String.raw`^(?:(?!(?:an?|eine[nrm]?|une?|un) (?:day|week|month|tag|woche|monat|jour|semaine|mois|día|semana|mes)(?![\p{L}]))(?:when|once|on|upon|at|after|before|by|for|with|against|as soon as|the|an?|my|your|our|we (?:have|get)|is|are|another|further|bei|beim|nach|mit|zu|zur|zum|vor|ab|sobald|wenn|der|die|das|dem|den|des|eine[rmns]?|restliche[nrms]?|weitere[nrms]?|remaining|à|au|aux|après|avec|dès|lors|pour|sur|contre|une fois|quand|de|du|d['’]|l['’]|la|le|les|un|une|a|al|con|contra|tras|para|por|cuando|una vez|el|los|las|restante|del|und|and|et|y|entreg(?:ar|uemos|ue|uen)|recibir|veamos|tengamos|recibamos|terminar|acabar|se (?:aprueben?|entreguen?)|salga|aprobar|(?:stellen|zahlen|bezahlen|überweisen|bekommen|erhalten) (?:sie|wir|ich|du)|(?:vous|nous|on) (?:rendez|livrez|payons|validez|valide)|(?:i|you|we|they) (?:deliver|send|approve|get|have|see|sign off))(?:(?<=['’])| )(?=\S))+`,
  'iu',
);
/** A clause behind the name: "que fijamos para", ", cuya fecha es", "(they want that". */
const RELATIVE = lettered(
  String.raw`(?:[,;(–—]| - ).*$| (?:which|who|that|die|der(?! [\p{L}-]+(?: [\p{L}-]+)?$)|das|welche[rs]?|que|qui|cuy[oa]s?|dont|prevista?|prévue?|vorgesehen)(?![\p{L}]).*$`,
  'iu',
);
/** What is said to happen to it: "are approved", "da sind", "steht". */
const HAPPENS = lettered(
  String.raw` (?:(?:is|are|gets?|has been|have been) (?:signed off|in place|\p{L}+)|(?:(?:da|fertig|durch|abgenommen|freigegeben|geliefert|gebaut|vorhanden) )?(?:ist|sind|steht|stehen|vorliegt|vorliegen|liegt|liegen)|(?:est|sont|sera|seront|est[ée]n?|quede|queden|sea|sean) \p{L}+)$`,
  'iu',
);
/** What says when, behind a name. */
const TRAILING = lettered(
  String.raw`(?:,? (?:termin|frist|date|échéance|plazo|due|fällig|werden|wird)(?![\p{L}]).*|,?(?: and| und| et| y)? (?:weitere|another|further|otros?|autres?|the last|the first|un|una|une|ein|eine)| in rechnung| ?[/|–—-])$`,
  'iu',
);

/** The name of a part without the words that say when it is due. */
export function bareLabel(label: string): string {
  const short = label.replace(LEADING, '').replace(RELATIVE, '').replace(TRAILING, '').replace(HAPPENS, '').trim();
  return short || label;
}

/** Upon what a part is paid: "on approval", "sobald", "à la livraison", behind words such as "of it is due". */
const EVENT = lettered(
  String.raw`^[\s:–—-]*(?:(?:of (?:it|that|this)|davon|is|are|due|payable|fällig|werden|wird|exigibles?|pagader[oa]s?|ex (?:vat|gst)|plus vat|netto|ht|ttc) )*(?:(?:\d{1,2}|an?|one|two|three) (?:days?|weeks?|months?|tage?|wochen?|monate?|jours?|semaines?|mois|días?|semanas?|mes(?:es)?) )?(?:on|upon|at|when|once|after|before|by|with|as soon as|bei|beim|nach|mit|zu|zur|zum|sobald|wenn|vor|à|au|aux|après|avec|dès|lors|quand|une fois|al|a la|a los|con|contra|tras|antes|avant|cuando|una vez|half-?way|midway|mid-\p{L}+|a half|a (?:la )?mitad|a (?:medi[oa]|mediados)|am|im)(?![\p{L}])`,
  'iu',
);
export const startsWithEvent = (words: string): boolean => EVENT.test(words);

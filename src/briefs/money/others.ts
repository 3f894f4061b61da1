import type { Around } from './around.ts';

/** Things that cost money besides the work. */
export const THING =
  'parking|keys?|travel|mileage|train|taxi|petrol|fuel|flights?|hotel|accommodation|per diem|meals?|lunch|expenses|costs?|printing|hosting|domain|fonts?|stock (?:photos|images|footage)|licen[cs]es?|licensing|materials?|props|rental|(?:room |venue |hall |kit |equipment |van |car )?hire|grant|funding|subvention|subvención|beca|permit|application fee|registration|tickets?|insurance|shipping|postage|courier|ad spend|ads|advertising|media budget|a late fee|late fee|kill fee|penalty|fine|discount|voucher|refund|gift|tips?|commission|donation';
/** More of them, as the subject a price is of: "parking is £12", "construction costs about £190,000". */
const SUBJECTS = `${THING}|print|printer|construction(?: costs?)?|building costs?|works|salary|overtime|extra|option(?:al)?|customs|raised|worth|bond|security|cut`;
const BETWEEN =
  '(?: (?:fee|fees|costs?|charges?|deposit|budget|spend|price|bill|is|are|was|will|be|of|for|at|on|to|from|the|council|city|venue|about|around|max(?:imum)?|up|limited|estimated|and|runs?|comes?|our|card))*';
const SUBJECT = new RegExp(`\\b(?:${SUBJECTS})${BETWEEN} ?[:=(]? ?$`);

/** "Cost: 900", "total cost 900": of nothing else, so of the work. */
const COST_ALONE =
  /^ ?(?:(?:(?:the|our|my|total|overall|full|agreed|project) )*cost|(?:total|overall) costs) ?[:=]? ?$/;

/** Whether the words before say that the amount is the price of another thing than the work. */
export const isThing = ({ before, label }: Around): boolean =>
  (SUBJECT.test(before) && !COST_ALONE.test(before)) ||
  (label !== '' && SUBJECT.test(label) && !COST_ALONE.test(label));

/** Someone did, long ago or as a rule, what only the client would do now. */
const PAST =
  /(?<!\b(?:be|is|are|get|gets|being|to) )\b(?:paid|charged|asked(?: for)?|asks|wanted|took|demanded|billed|cost|costed|had|opened(?: at| with)?|started (?:at|with)|tried|came in at|earned|invoiced)\b(?: (?:us|me|him|her|them|it|for|about|only|just|around|is|a|his|her|their))* ?$/;
const LATELY =
  /\b(?:last (?:year|time|month|season|job|one|edition)|back then|previously|formerly|originally|initially|years? ago|at first|(?:the|her|his|my|their|our) (?:old|last|previous|former|other)|another|previous|former)\b/;
/** Behind the amount: it was refused, or somebody else had it. */
const REFUSED =
  /\b(?:refused|declined|rejected|turned (?:it |that )?down|too (?:much|low|little|expensive|dear)|not enough|back then|last (?:year|time)|paid(?! (?:up|in|by|on|within|at|upon))|charged|cost)\b/;
/** The sentence is about a bargain or a bill of other people. */
const NOT_OURS =
  /\b(?:separate(?:ly)? (?:contract|agreement|invoice|order|quote|fee)|(?:his|her|their|its|an|a) own (?:contract|rate|fee|invoice|price)|at (?:his|her|their) own|(?:paid|billed|invoiced|handled) (?:direct(?:ly)?|by (?:him|her|them|the)(?! (?:at the (?:start|beginning|outset)|up-? ?front|in advance|beforehand|now|today|on (?:signing|booking))))|pays? (?:\p{L}+ ){0,3}(?:direct(?:ly)?|(?:him|her|them|it)sel(?:f|ves))|direct(?:ly)? (?:via|through|with|by)|commissioned separately|nothing to do with|confuse|don'?t mention|do not mention|not (?:ours|mine|part of|taken|ordered|commissioned|retained|chosen|booked)|authorit(?:y|ies)|authori[sz]ed (?:up )?to|headliners?|tête d['’]affiche|cabeza de cartel|konkurrenz\p{L}*|concurren\p{L}*|competencia|(?:another|other|otra|otro|un autre|une autre|andere[nrms]?|einer anderen) (?:company|firm|empresa|entreprise|société|firma|supplier|proveedor|prestataire|studio)|not (?:me|us)|pas (?:moi|nous)|nicht (?:ich|wir|von uns)|no (?:yo|nosotros)|as an option|optional\w*|option|bridge fund|leave (?:it |that |them |out )?for (?:now|later|another (?:day|time))|lassen wir (?:erst ?mal|vorerst|noch|weg)|laiss(?:e|ons|erons) (?:de côté|tomber|pour (?:plus tard|l['’]instant))|dejamos (?:para (?:después|más adelante|otra)|por ahora|fuera)|she(?:'s| has) quoted|he(?:'s| has) quoted|they(?:'ve| have) quoted|(?:she|he|they) quoted)\b/u;

/** What a third person gets; what the writer gets is the fee. */
const GETS =
  /(?<!\b(?:i|we|you|me|ich|wir|du|sie|tu|yo) )\b(?:gets?|got|receives?|earns?|kriegt|kriegen|bekommt|touche|reçoit|se lleva|gana)(?: (?:only|just|about|another|nur|noch|seulement|solo))? ?$/;
/** "..., but that doesn't go through me": what the sum before was said of. */
const NOT_THROUGH_ME =
  /^[^.;!?\n\d]{0,30}[,;–—-] ?(?:(?:but|and|aber|und|mais|et|pero|y) )?(?:das|dies|that|this|it|which|they|ça|cela|ce qui|ceci|eso|esto|lo cual)(?: (?:does|do|is|are|will|goes?|runs?|läuft|laufen|geht|gehen|wird|ist|ne|n['’]est|passe|va|pasa|aber|jedoch|allerdings|only|just)){0,3}(?: (?:not|nicht|pas|no)|n['’]t)(?: (?:go|run|come|pass|pasa|va|passe|direkt|directement|directly)){0,2} (?:through|via|by way of|over|über|par|por|à travers) (?:me|us|mich|uns|meinen tisch|moi|nous|mí|mi|nosotr[oa]s)(?!\p{L})/u;
/** "The board has 12,000 for the whole year": what somebody may spend on everything. */
const HAS =
  /\b(?:has|have|hat|haben|tienen?|disponen? de|dispose(?:nt)? de|a|ont)(?: (?:only|just|about|nur|solo|seulement|a total of))? ?$/;
const FOR_THE_YEAR =
  /^ ?(?:for|für|pour|para) (?:(?:the|todo|toda|el|la|das|die|ganze|whole|entire|full|all|toute?|l['’]) ?)*(?:year|año|jahr|année|season|saison|temporada)(?![\p{L}])/u;
/** Behind the amount: it is paid already, or to somebody else. */
const ELSEWHERE =
  /^[ ,]*(?:(?:no|nein|non) ?:|(?:is |are |was )?already (?:paid|settled|covered)|(?:schon|bereits) (?:be|ge)?zahlt|déjà (?:payée?s?|réglée?s?)|ya (?:pagad[oa]s?|está pagad[oa])|to (?:him|her|them)\b|(?:is |are )?(?:a (?:bit|little|touch) |too |rather )?(?:rich|steep|dear|(?:too|a bit|a little) (?:high|much))\b|(?:was|were) (?:a bit|too|rather|way|quite|out of)\b)/;

/** Whether an amount belongs to another bargain: an old price, a stranger's, an offer that was refused, an option. */
export function isOthers({ before, after, lead, sentence, label, rest }: Around): boolean {
  if ((PAST.test(before) && !COST_ALONE.test(before)) || REFUSED.test(untilFigure(after)) || LATELY.test(label))
    return true;
  if (HAS.test(before) && FOR_THE_YEAR.test(after)) return true;
  if (GETS.test(before) || ELSEWHERE.test(rest) || NOT_THROUGH_ME.test(rest)) return true;
  if (LATELY.test(before) || (LATELY.test(lead) && /\b(?:was|had|took|cost|paid|charged|quoted)\b/.test(before)))
    return true;
  return NOT_OURS.test(besides(sentence, lead.length));
}

/** "€3,000: they paid €1,000": what is said in the clause of another figure is said of that one. */
function untilFigure(after: string): string {
  const next = after.search(/[€$£]|\d[\d.,]*\d{3}(?<!(?<!\d)(?:19|20)\d\d)/);
  return next < 0 ? after : after.slice(0, Math.max(0, after.slice(0, next).search(/[:,;][^:,;]*$/)));
}

/** The sentence without its brackets; all of it for an amount inside of one. */
function besides(sentence: string, at: number): string {
  return sentence.lastIndexOf('(', at) > sentence.lastIndexOf(')', at)
    ? sentence
    : sentence.replace(/\([^()]*\)?/g, ' ');
}

import { goesOnMoving, movingAsked, speaksOfMoving } from './change-moving-words.ts';

/** What a part of a request may be about, by its words. */
export const TOPICS = {
  rescheduling: { test: speaksOfMoving },
  killFee: /\bkill[- ]?fees?\b|\b(?:early[- ])?termination fees?\b|\bcancel+ation (?:fees?|charges?)\b/i,
  cancellation: /\bcancel(?:s|l?ed|l?ing|l?ation)?\b|\bcall(?:ed|s|ing)? (?:it )?off\b|\bnotice\b/i,
  expenses: /\bexpenses?\b|\btravel(?:l?ing)?(?: costs?)?\b|\bout[- ]of[- ]pocket\b/i,
  rights:
    /\blicen[cs](?:e[sd]?|ing)\b|\bcopyrights?\b|\bownership\b|\bbuy-?out\b|\bassign(?:ment|s|ed)?\b|\brights\b|\bowns? (?:the|all|every)/i,
  portfolio: /\bportfolios?\b|\bshowcase\b|\bcase stud(?:y|ies)\b/i,
  confidentiality: /\bconfidential(?:ity)?\b|\bndas?\b|\bnon-?disclosure\b|\bsecre(?:t|cy)\b/i,
  acceptance: /\baccept(?:ance|ed)?\b|\bapprov(?:e|al|ed)\b|\breview(?:ing)? (?:period|time|window)\b|\bsign-?off\b/i,
  law: /\bgovern(?:ing|ed)\b|\blaws?\b|\bjurisdiction\b/i,
  milestones: /\bmilestones?\b|\binstal?ments?\b|\bpart payments?\b/i,
  deposit: /\bdeposits?\b|\bdown ?payment\b|\bup[- ]?front\b|\badvance\b|\bprepayment\b/i,
  rate: /\bhourly\b|\bdaily rate\b|\bday rate\b|\brates?\b|\b(?:per|an|each) (?:hour|day|session|month)\b|\/ ?(?:h|hour|day)\b|\bcap(?:ped)?\b|\bceiling\b/i,
  revisions: /\brevisions?\b|\brounds?\b|\bcorrections?\b|\bfeedback loops?\b|\biterations?\b|\bamendments?\b/i,
  pay: /\bnet\b|\bpay(?:s|able|ment|ments|ing)?\b|\binvoices?\b|\bon receipt\b/i,
  booking:
    /\bbooking\b|\bbooked\b|\bshoot(?:ing)?\b|\bsessions?\b|\bwedding\b|\bevent\b|\bceremony\b|\bworkshop\b|\bslot\b|\bappointment\b|\bvenue\b|\blocation\b/i,
  start: /\bstart(?:s|ing|ed)?\b|\bbegin(?:s|ning)?\b|\bkick-?off\b|\bcommenc\w+/i,
  end: /\bdeadlines?\b|\bend(?:s|ing)?\b|\bfinish(?:ed|es)?\b|\bdeliver(?:y|ed)?\b|\bdone\b|\bcomplet\w+|\bdue\b|\bready\b|\bhand-?over\b|\blaunch\b/i,
  special:
    /\bspecial (?:terms?|conditions?|clauses?)\b|\b(?:extra|additional|new|another|a) (?:clause|condition|paragraph|sentence)\b/i,
  deliverables: /\bdeliverables?\b|\bscope\b/i,
  title: /\btitle\b|\b(?:project|contract) name\b/i,
  tax: /\bvat\b|\btax(?:es)?\b|\bgst\b|\btva\b|\biva\b|\bmwst\b|\b(?:umsatz|mehrwert)steuer\b|\breverse[- ]charge\w*\b|\bsmall business (?:exemption|scheme)\b|\bkleinunternehm\w*|\bsteuerschuldner\w*|\bauto-?liquidation\b|\binversi[oó]n del sujeto\b|\bfranchise en base\b|§ ?19 ustg/i,
  // Words too few to tell their language by are read as they stand.
  fee: /\bprices?\b|\bpreis(?:e|es)?\b|\bprix\b|\bprecios?\b|\bfees?\b|\btotal\b|\bbudget\b|\bcosts?\b|\bcheaper\b|\bdiscount\b|\boff\b|\blump sum\b|\bflat\b|\bquote\b/i,
} as const;
export type Topic = keyof typeof TOPICS;

/** How people ask before they say what: taken off before a part is read. */
const ASKING =
  /^(?:(?:please|also|then|ok(?:ay)?|so|and|but|just|maybe|perhaps|kindly)[, ]+|(?:can|could|would|may|might) (?:we|you|i)(?: please| maybe| perhaps| also)* |(?:we|i)(?:['’]d| would| do)?(?: also)? (?:like|love|want|need|prefer|propose|suggest|ask)(?: you| us)?(?: to)? |(?:would|is) it (?:be )?(?:possible|ok(?:ay)?|fine) (?:to |if we )|(?:how|what) about |let['’]?s |it should |should (?:be )?|(?:we|you) should )/i;
export const VERB =
  /^(?:make|change|set|add|remove|drop|delete|move|shift|postpone|delay|extend|rename|call|replace|swap|include|exclude|increase|raise|lower|reduce|cut|keep|leave|use|put|push|bring|give|take|knock|shorten|switch|no|without|skip|scrap|waive|don['’]?t|do not|allow|limit|double|instead)\b/i;
export const DROPS =
  /\b(?:no|without|drop|remove|delete|skip|waive|scrap|take out|leave out|get rid of|strike|don['’]?t (?:want|need)|do not (?:want|need)|(?:doesn|does not)['’]?t? need)\b/i;
const KEEPS =
  /\b(?:don['’]?t|do not|not to|without|no need to|please not|never) (?:touch|chang\w+|alter\w*|mov\w+)\b|\bno changes?\b|\b(?:keep|leave)\b(?!.*\b(?:to|at|until|by)\b.*\d)|\b(?:(?:stays?|remains?)(?! (?:until|till|to|for|longer|later|on)\b)|is fine|are fine|is ok(?:ay)?|are ok(?:ay)?|as (?:it|they) (?:is|are)|as is|unchanged|the same)\b|^same\b/i;
const COURTESY =
  /^(?:(?:hi|hello|hey|dear|hallo|bonjour|hola|moin)\b[^,.!?]{0,30}|(?:many |so much )?(?:thanks?|thank you|thx|cheers|ta|danke|merci|gracias)\b.{0,80}|(?:kind|best|warm)(?:est)? (?:regards|wishes).{0,40}|(?:it |this |that |they |everything |all |the (?:contract|draft|rest) )?(?:looks?|is|sounds?|seems?|reads?)?(?: all| really| very| so)* ?(?:great|good|fine|perfect|lovely|wonderful|excellent|ok(?:ay)?)(?: (?:to|for) (?:me|us))?(?: so far| otherwise| overall)?|(?:otherwise|apart from that|other than that|everything else|the rest|all the rest)\b.{0,60}|(?:i|we) (?:love|like) it.{0,30}|love it|please|bitte|s['’]il (?:vous|te) pla[iî]t|svp|por favor|well done|great work|good job|nice(?: work| job)?|yes|yep|no|ok(?:ay)?|sure|done|that['’]?s (?:all|it).{0,30}|let me know.{0,60}|(?:looking|look) forward.{0,60}|(?:see|talk to|speak to) you.{0,30}|have a (?:nice|good|great).{0,30}|no changes?(?: (?:needed|required|from (?:me|us|our side)))?|nothing (?:else|to change|more)|(?:i am|i['’]m|we are|we['’]re) (?:happy|excited|glad|fine|good).{0,60}|all (?:good|fine|clear|set)|a (?:few|couple of) (?:small |little |minor )?(?:changes|things|points)|(?:one|two|three|some|just one) (?:small |little |more )?(?:changes?|things?|points?|requests?)|following changes?|the following)[.!:]*$/i;
/** What a thank-you goes on to wish for: "thanks, please make it 40%". */
const GOES_ON =
  /(?:[,;:–—-]\s*|\b(?:please|and|but|also|could (?:we|you)|can (?:we|you)|would you)\s+)(?:please |also |then |could (?:we|you) |can (?:we|you) )*(?:make|change|set|add|remove|drop|delete|move|shift|postpone|extend|rename|replace|include|increase|raise|lower|reduce|cut|push|bring|waive|skip|without|no|start|pay|deliver|send|use|give|take|stay|come)\b/i;
const CONDITION =
  /(?<![\p{L}\d])(?:if(?! (?:possible|you can|that works|that['’]s (?:ok|fine|possible)))|unless|provided that|in case|otherwise we|depending on|wenn(?! (?:möglich|es geht))|falls(?! möglich)|sofern|si(?! (?:possible|es posible|fuera posible|c['’]est possible))|à condition|siempre que|en caso de|en cas de)(?![\p{L}\d])/iu;
/** A demand that stands by itself: joined to what was said before it would be lost with the words that a reader passes over. */
const DEMAND =
  /^(?!(?:it|this|that|these|those|they|which|who|as|so|because|since)\b)(?:\p{L}[\p{L}’'-]* ){1,4}(?:must|shall|should|has to|have to|needs? to|ha(?:s|ve) got to|may not|(?:can|must|shall)(?:not|n['’]t))\b/iu;
/** So does who the contract is with, or where its invoices go: no reader of something else has a use for it. */
const NAMED =
  /^(?:(?:the|our|my|your|der|die|das|unsere?|meine?|le|la|l['’]|notre|mon|el|nuestr[oa]|mi) ?)?(?:(?:contracting )?(?:client|customer|party|company|firm|name|address|invoices?|bill)|kunde|kundin|auftraggeber(?:in)?|firma|rechnung(?:en)?|adresse|nom|entreprise|société|factures?|cliente?|nombre|empresa|dirección|facturas?) (?:is|are|goes?|should|will|must|ist|lautet|geht|gehen|soll|est|sera|va|vont|doit|es|será|debe|van)(?![\p{L}])/iu;
/** So does what somebody asks for in words of their own: "and could you stay until one". */
const OWN_WISH =
  /^(?:(?:can|could|would|will|may|might) (?:we|you|i)|please|(?:we|i)(?:['’]d| would) (?:like|love|prefer))\b.{4}/i;
const QUESTION =
  /^(?:why|what|when|where|who|which|how (?:much|many|long|do|does|is|are|come)|is|are|does|do|did|will|has|have|was|were)\b/i;
const WISH = /\b(?:possible|ok(?:ay)?|work|fine|acceptable|alright)\b[^?]*\?$/i;

export type PartKind = 'change' | 'keep' | 'question' | 'condition';
export type Part = {
  readonly kind: PartKind /** As it stands in the request. */;
  readonly quote: string /** Without how it was asked. */;
  readonly said: string;
  /** Whether it was asked for, politely or not: "could we", "please". */
  readonly asked: boolean;
};

export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s>•*–—-]+|^\s*\d{1,2}[.)]\s+(?=\S)/g, ''))
    .flatMap((line) =>
      line.split(/;\s*|(?<=[.!?])(?<!\b(?:no|ca|approx|incl|excl|p\.a|e\.g|i\.e|mr|ms|dr)\.)\s+(?=\S)/i),
    )
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

const bare = (text: string) => text.replace(/^[\s,;:]+|[\s,;:.!]+$/g, '');

function stripped(text: string): string {
  for (let said = bare(text); ; ) {
    const next = said.replace(ASKING, '');
    if (next === said) return bare(said);
    said = next;
  }
}

/** Greetings, thanks and praise, which ask for nothing. */
export const isCourtesy = (text: string) => COURTESY.test(bare(text)) && !hasFigure(text) && !GOES_ON.test(text);
const hasTopic = (text: string) => VERB.test(stripped(text)) || Object.values(TOPICS).some((words) => words.test(text));
const hasFigure = (text: string) => /\d|\b(?:half|third|quarter|two|three|four|five|six|ten)\b/i.test(text);

/** A heading for words of one's own. */
export const OWN_WORDS =
  /\b(?:special (?:terms?|conditions?)|clause|condition|deliverables?|milestones?)\b[^:]{0,20}:/i;

/** A sentence taken apart into what it asks, one thing each. Greetings, thanks and praise are no part of it. */
export function partsOf(sentence: string): Part[] {
  if (isCourtesy(sentence)) return [];
  const whole = (kind: PartKind): Part[] => [{ kind, quote: bare(sentence), said: bare(sentence), asked: false }];
  if (isMoving(sentence) || isTaxed(sentence)) return [partOf(bare(sentence))];
  if (CONDITION.test(sentence) && !TOPICS.cancellation.test(sentence) && !TOPICS.killFee.test(sentence))
    return whole('condition');
  if (sentence.endsWith('?') && QUESTION.test(bare(sentence)) && !WISH.test(sentence) && !ASKING.test(bare(sentence)))
    return whole('question');
  // What follows a heading for words of one's own is those words, whatever they speak of.
  if (OWN_WORDS.test(sentence)) return [partOf(bare(sentence))];
  const parts: string[] = [];
  for (const { text, link } of atomsOf(sentence)) {
    if (isCourtesy(text)) continue;
    const last = parts.at(-1);
    const own =
      hasTopic(text) ||
      DEMAND.test(bare(text)) ||
      NAMED.test(bare(text)) ||
      OWN_WISH.test(bare(text)) ||
      isSum(bare(text), last);
    const joins =
      (last !== undefined && waits(last, text)) ||
      (last !== undefined && !isWhole(last, text) && (!own || isOpening(last) || goesOnMoving(last, bare(text))));
    if (joins) parts[parts.length - 1] = `${last}${link}${text}`;
    else parts.push(text);
  }
  return carried(parts).map(partOf);
}

/** "If we cancel less than 7 days before, we pay 50%": what it costs is said behind the comma. */
const waits = (last: string, text: string) =>
  (TOPICS.expenses.test(last) && !/\d/.test(last) && /^(?:up to|at most|max\w*)\b/i.test(bare(text))) ||
  waitsForFee(last, text);
const waitsForFee = (last: string, text: string) =>
  (TOPICS.cancellation.test(last) || TOPICS.rescheduling.test(last)) &&
  /\b(?:within|less than|under|up to|before)\b|\d ?(?:days?|hours?|weeks?)\b/i.test(last) &&
  !PAYS.test(last) &&
  /^(?:(?:then )?(?:we|you|they|i|the client)(?:['’]ll| will| would| should)? (?:only )?)?(?:pay|payable|owe|costs?|due|\d|half)/i.test(
    bare(text),
  ) &&
  PAYS.test(text);
const PAYS = /%|percent|\bhalf\b|[€$£]|\bEUR\b/i;

/** "3 rounds and 2k": a sum beside what has no price of its own is a wish for itself. */
const isSum = (text: string, last = '') =>
  /^(?:(?:[€$£] ?|EUR )\d[\d.,]*k?|\d[\d.,]* ?(?:k|€|\$|£|EUR|euros?))$/i.test(text) &&
  topicsIn(last).some((topic) => UNPAID.includes(topic)) &&
  topicsIn(last).every((topic) => UNPAID.includes(topic));
const UNPAID: readonly Topic[] = [
  'revisions',
  'start',
  'end',
  'pay',
  'confidentiality',
  'acceptance',
  'law',
  'portfolio',
];

/** What words on moving a date speak of besides. */
const BESIDE_MOVING: readonly Topic[] = ['rescheduling', 'cancellation', 'booking', 'fee', 'pay', 'rate'];

/** Whether a sentence says when moving is free and what it costs then, and nothing else; its commas part no wishes. */
const isMoving = (sentence: string) =>
  TOPICS.rescheduling.test(sentence) &&
  topicsIn(sentence).every((topic) => BESIDE_MOVING.includes(topic)) &&
  movingAsked(bare(sentence), 'EUR') !== undefined;

/** Whether a sentence says a rate, or why there is none, and nothing else: "no VAT, reverse charge applies" is one wish. */
function isTaxed(sentence: string): boolean {
  const rest = sentence.replace(/\d{1,3}(?:[.,]\d{1,3})? ?%|§ ?\d+|\b293 ?b\b/gi, '');
  const other = topicsIn(rest).some((topic) => topic !== 'tax' && topic !== 'rate');
  return TOPICS.tax.test(sentence) && !other && !/\d/.test(rest) && !KEEPS.test(sentence) && !sentence.endsWith('?');
}

/** "Absolute secrecy, and not in the portfolio": the first is a wish without a verb, not what the second is about. */
function isWhole(last: string, text: string): boolean {
  const [of, ...more] = topicsIn(last);
  const next = topicsIn(text);
  return of === 'confidentiality' && more.length === 0 && next.length > 0 && !next.includes(of);
}

/** A stretch that names a thing and does not yet say what about it: "the price" of "the price and deposit stay". */
function isOpening(text: string): boolean {
  const said = stripped(text);
  if (/^(?:we|i) (?:do not|don['’]?t|can(?:not|['’]?t)|won['’]?t) (?:want|need|accept|agree|like)(?: to)?$/i.test(said))
    return true;
  return !VERB.test(said) && !hasFigure(said) && !DROPS.test(said) && !KEEPS.test(said) && said.split(' ').length <= 4;
}

/** Words of a request by themselves. */
export function partOf(quote: string): Part {
  const said = stripped(quote.replace(/\?$/, ''));
  const asked = said !== bare(quote.replace(/\?$/, '')) || WISH.test(quote);
  return {
    kind: KEEPS.test(said) && !keepsRights(said) && !KEEPS_SECRET.test(said) ? 'keep' : 'change',
    quote: bare(quote),
    said,
    asked,
  };
}

const KEEPS_SECRET = /\bkeep (?:\w+ ){1,4}(?:confidential|secret|private)\b/i;
/** Somebody who keeps rights asks for terms: nothing of the contract is kept as it is. */
export const keepsRights = (said: string): boolean => KEEPS_RIGHTS.test(said);
const KEEPS_RIGHTS =
  /^(?:we|i|you|they|wir|ich|nous|je|nosotros|the (?:client|customer|company|designer|agency|author)|\p{Lu}\p{L}+) (?:will |shall |would like to )?(?:keep|retain|hold|reserve|behalten?|gardons|garde|conserv\p{L}+)s? [^.;]*(?:rights|rechte|droits|derechos|copyright)(?![\p{L}])|(?:rights|rechte|droits|derechos) (?:bleiben|restent|quedan) /iu;

const WHOLE = /\b(?:is|are|be|to(?! the (?:deliverables|scope|list))|stays?|should|assignment of|licen[cs]e for)\b/i;
/** "Drop the deposit and the kill fee": what has no verb of its own is done the same to. */
function carried(parts: readonly string[]): string[] {
  let verb = '';
  return parts.map((text) => {
    const said = stripped(text);
    const own = /^(?:add|remove|drop|delete|no|without|skip|keep|leave|include|waive|scrap)\b/i.exec(said)?.[0];
    if (own) verb = KEEPS_SECRET.test(said) ? '' : own;
    else if (VERB.test(said) || hasFigure(said)) verb = '';
    else if (verb && !WHOLE.test(said)) return `${verb} ${said}`;
    return text;
  });
}

const LINK =
  /\s*,(?!\d)\s*(?:and |but |also |then |plus |aussi |también |además |außerdem )*|\s+(?:and|but|plus|as well as|&|while|sowie|ainsi que|así como)\s+(?:also |then |aussi |también |außerdem )?|\s+[-–—]\s+/gi;

const TAX_AHEAD = /^(?:the |\d{1,2}(?:[.,]\d)? ?% ?)?(?:vat|tax|gst|hst|tva|iva|mwst|ust)(?![\p{L}])/iu;

function atomsOf(sentence: string): { text: string; link: string }[] {
  const atoms: { text: string; link: string }[] = [];
  let at = 0;
  let link = '';
  for (const match of sentence.matchAll(LINK)) {
    const left = sentence.slice(at, match.index);
    // "not 50% but 40%" is one thing said twice.
    if (/\bnot [^,]{1,20}$/i.test(left) && /but/i.test(match[0])) continue;
    // "3,500 plus VAT" is a price and what comes to it.
    if (/plus/i.test(match[0]) && /\d/.test(left) && TAX_AHEAD.test(sentence.slice(match.index + match[0].length)))
      continue;
    atoms.push({ text: left, link });
    link = match[0];
    at = match.index + match[0].length;
  }
  return [...atoms, { text: sentence.slice(at), link }].filter(({ text }) => bare(text) !== '');
}

export function topicsIn(text: string): Topic[] {
  return (Object.keys(TOPICS) as Topic[]).filter((topic) => TOPICS[topic].test(text));
}

import type { Amount } from './amounts.ts';
import { type Around, aroundOf } from './around.ts';
import { isCapped } from './caps.ts';
import { isLessBefore } from './changed-price.ts';
import { countedUnit } from './counted.ts';
import { isOthers, isThing, THING } from './others.ts';
import { piecesBefore } from './pieces.ts';

/** What an amount in the brief is for. Only `total`, `fee` and `plain` can be the fee. */
export type Role =
  | 'total'
  | 'fee'
  | 'plain'
  | 'deposit'
  | 'rate'
  | 'limit'
  | 'part'
  | 'extra'
  | 'other'
  | 'range'
  /** A price per unit of what the work does not cover. */
  | 'overage'
  | 'bare';

const UNITS =
  'hour|hr|h|day|session|class|lesson|month|week|year|word|line|image|picture|photo|page|person|head|guest|piece|item|post|article|video|minute|unit|seat|set|logo|illustration|round|revision|km|mile|table';
/** "The 850 you said", "die 540, die du gesagt hast", "380 comme on a dit": a figure that both know. */
const KNOWN =
  "(?:euros? |€ )?(?:(?:les|for|for the|die|los|las) (?:2|two|both|three|beiden|deux|dos) )?(?:(?:that|which|die|den|que|qu['’]|q|wie|comme|como|as|like) ){0,2}(?:(?:(?:you|u|we|du|ihr|sie|wir|tu|vous|on|nous|nos|me|usted) (?:[a-zà-ÿ]+ ){0,2})(?:said|quoted|mentioned|discussed|agreed|named|gesagt|genannt|ausgemacht|besprochen|vereinbart|dit|annoncée?|convenu|dijiste|dijo|comentaste|comentó|habl[a-z]+|acord[a-z]+)|agreed on)";
type Rules = readonly (readonly [Role, RegExp])[];
const AFTER: Rules = [
  ['rate', /^ ?[x×*] ?\d/],
  [
    'rate',
    new RegExp(
      `^ ?(?:per |for (?:one|each|every) |each\\b|/ ?|p\\.)(?:${UNITS})?\\b|^ ?an? (?:${UNITS})\\b|^ ?(?:cada|chaque) |^ ?(?:each|apiece|hourly|daily|monthly|pp|p/h|ph)\\b|^ ?(?:hour|day|session|monthly?)(?:ly)? rate\\b`,
    ),
  ],
  ['extra', /^ ?(?:key|keys|security|damage) deposit\b|^ ?(?:extra|on top|cash ?back|off)\b/],
  [
    'deposit',
    /^ ?(?:[a-z']+ ){0,4}as (?:an? |the |your |my |our )?(?:deposit|advance|down ?payment)\b|^ ?(?:of (?:it|that|this|which|the (?:fee|total|price)) )?(?:is |as )?(?:an? |the )?(?:non-?refundable )?(?:deposit|up-? ?front|upfront|in advance|ahead\b|advance|down\b|downpayment|prepayment|to (?:book|start|begin|secure|reserve|hold|confirm)|on (?:signing|signature|booking)|at signing|when (?:we|they|you) sign|(?:right )?now (?:and|&|n|then|,|to (?:book|hold|secure|reserve|keep)|as)|straight ?away|immediately|today and|by transfer now)/,
  ],
  [
    'part',
    /^ ?(?:on (?:delivery|completion|launch)|when (?:done|finished|delivered)|after(?:wards)?\b|at the end|half-?way|midway|a half(?= (?:and|,))|al cierre|am ende|zur halbzeit|à mi-|a medi[oa]\b|later|at (?:handover|completion)|balance|remainder|for the (?:first|second|third|last|final))/,
  ],
  [
    'extra',
    new RegExp(`^ ?(?:(?:for|towards|in|on|of) )?(?:the |your |my )?(?:${THING})\\b(?! (?:is|are) (?:included|in)\\b)`),
  ],
  [
    'limit',
    /^ ?-?(?:max(?:imum)?|cap|tops|or (?:less|more)|at most|limit|ish\b|budget|or so|or thereabouts|give or take|roughly|approx|oder so|ungefähr|environ|à peu près|más o menos|aprox)/,
  ],
  ['total', /^ ?(?:in total|total|altogether|all[- ]?in|overall|for everything|all told)/],
  ['fee', new RegExp(`^ ?${KNOWN}`)],
  [
    'fee',
    /^ ?(?:as a )?(?:one[- ]off|einmalig|de (?:una|a) sola vez|en (?:una|a) sola exhibición|en une (?:seule )?fois)/,
  ],
  [
    'fee',
    /^ ?(?:fee\b|flat|fixed|fixed price|lump sum|for (?:the|it|this) ?(?:whole|project|job|lot|work|all)?\b|as agreed|agreed|it is|is (?:fine|ok|okay|agreed|accepted))/,
  ],
];
const IS =
  '(?: (?:netto|net|von|de|is|was|of|at|on|to|for|will be|comes to|be|us|me|it|this|that|a|about|around|stays|remains|now|s.élève|se monte|asciende|beträgt|liegt|à|bei))*';
const BEFORE: Rules = [
  [
    'other',
    /\b(?:not|nicht|no|non|pas|instead of|rather than|statt|en vez de|au lieu de)(?: (?:the|der|die|das|den|les|le|los|las|el|more))? ?$|\b(?:instead of|rather than|was|were|previously|used to (?:be|cost|charge)|reduced from|down from|competitor\w*|other quotes?|raised|worth|revenue|turnover|insured|prize|their (?:annual )?budget|paid (?:us |me )?(?:already|before)) (?:[\w']+ ){0,3}$/,
  ],
  [
    'extra',
    /\b(?:late fee|kill fee|cancellation (?:fee)?|cancell?ed|penalty|no-?show|refund|discount|voucher|credit|extra\w*|additional|sub-?total|(?<!(?:incl|inc|including|with|ex|excl)\.? )\d{1,2}(?:[.,]\d)? ?% (?:vat|gst|hst|tax)|(?:key|keys|security|damage) deposit|plus(?: another)?) ?(?:fee|costs?|of|is|are|:|for|at)? ?(?:up to )?$/,
  ],
  [
    'deposit',
    /\b(?:deposit|up-? ?front|advance|retainer|down ?payment|prepayment)(?: payment)?(?: of| is| ?:| ?=| at| will be)? ?(?:an? )?$/,
  ],
  [
    'limit',
    /\b(?:up to|cap(?:ped)?(?: at| of)?|max(?:imum)?\.?(?: of)?|(?:not|never) (?:to )?exceed(?:ing)?|no more than|less than|under|below|(?<!\border(?: no\.?)?(?: #?[\w-]{1,12})? )over|above|beyond|au-dessus de|por encima de|bis(?: zu)?|jusqu['’]à|hasta|more than|limit(?:ed to)?|ceiling(?: of)?|(?:stretch(?:ing)?|go|going|push(?:ing)?)(?: (?:it|that|things))?(?: up| as high| as far)? (?:to|as)|budget(?! (?:tables?|sheets?|templates?|plans?|trackers?|tools?|reports?|spreadsheets?)\b)(?:ed)?(?:(?! agreed| fee| price| quote)[^,;.\d]){0,45}|(?:ligne|enveloppe) budgétaire|estimated?(?: at| of)?|approx\w*\.?|roughly|about|around|circa|ca\.?|between|from|starting (?:at|from)|at least|min(?:imum)?\.?(?: of)?|somewhere near|(?:could|might|may) (?:also )?be|something like|in the (?:region|order|area|ballpark) of|ballpark(?: of)?|north of|south of|maybe|probably|depending on|perhaps|say) ?:? ?$|[~≈<>±]\s?$/,
  ],
  ['rate', /\b(?:hourly|daily|day|monthly|weekly|session|per[- ]\w+|unit)(?: rate| price| fee)(?: of| is|:| at)? ?$/],
  ['rate', /\bper (?:hour|day|month|session)(?: \p{L}{2,12}){1,3} ?$/u],
  ['rate', /\b(?:each|apiece)(?: is| are| at| for| costs?)?:? ?$/],
  ['rate', /(?:^|,) ?(?:per (?:month|hour|day|session)|monthly|hourly|daily):? ?$|\bper (?:month|hour|day|session) ?$/],
  [
    'part',
    /\b(?:balance|remainder|the rest|rest|final payment|instal?ment|milestone|(?:first|second|third|1st|2nd|3rd) payment|remaining)(?: of| is|:|=)? ?$/,
  ],
  [
    'total',
    new RegExp(
      `\\b(?:total|grand total|all[- ]in|altogether|overall|sum total)(?: fee| price| cost| budget)?${IS} ?[:=]? ?$`,
    ),
  ],
  [
    'fee',
    new RegExp(
      `\\b(?:fee|price|cost|costs|quote[d]?|charge|agreed|settled|approved|accepted|locked(?: in)?|confirmed|fixed price|flat(?: fee| rate)?|lump sum|pays?|paying|honorarium|package|flat)${IS}:? ?(?:=|a )? ?$`,
    ),
  ],
];

/** What a line is about by its label. */
const LABELS: Rules = [
  [
    'extra',
    /\b(?:sub-?total|discount|vat|tax|gst|hst|tva|iva|mwst|ust|igv|irpf|tps|tvq|grant(?! (?:writing|applications?|proposals?|bids?)\b)|(?:purchase|asking|list) price|kaufpreis|warenwert|streitwert|prix d['’]achat|expenses?|travel(?: expenses| costs?)?$|(?:late|kill|cancellation|no-?show) fee|key|option\w*|opt\.?)\b/,
  ],
  ['deposit', /\b(?:deposit|down ?payment|advance|prepayment|retainer fee)\b/],
  [
    'limit',
    /\b(?:budget(?! (?:tables?|sheets?|templates?|plans?|trackers?|tools?|reports?|spreadsheets?)\b)|cap|limit|ceiling|estimate\w*|max(?:imum)?|up to|about)\b/,
  ],
  [
    'rate',
    /\b(?:hourly|daily|day|monthly|weekly|session|unit|per (?!our\b|your\b|the\b|my\b|his\b|her\b|their\b|call\b|phone\b|e-?mail\b|agreement\b)\w+)\b/,
  ],
  ['part', /\b(?:balance|rest|remainder|instal?ment|milestone)\b/],
  ['total', /\b(?:total|all[- ]in|overall|altogether)\b/],
  [
    'fee',
    /\b(?:fees?|price|costs?|how much|amount|honorarium|value|quote|charge|fixed price|pay(?:ment)?|package|flat)\b/,
  ],
];

/** "EUR 480 ex vat per month": what the amount is for stands behind the tax. */
export const afterTax = (after: string) =>
  after.replace(
    /^ ?(?:netto|net|brutto|gross)?(?: ?(?:ex|excl\.?|incl\.?|plus|\+|net of) ?(?:\d{1,2} ?% ?)?(?:vat|gst|hst|tax))? (?=per |a |an |each|monthly|hourly|daily|\/)/,
    ' ',
  );

/** What is spent on advertising by the month is nobody's fee. */
const AD_SPEND =
  /(?<![\p{L}])(?:(?:ads?|advertising|media|boost\p{L}*) (?:spend\p{L}*|budgets?|costs?)|budget (?:pub\p{L}*|média)|presupuesto de (?:pauta|publicidad|anuncios)|(?:werbe|anzeigen|media)(?:budget|etat|kosten|mittel))(?![\p{L}])[^;\n]{0,60}$/u;

/** Beyond what the price covers, or only if something comes to pass. */
const BEYOND =
  /\b(?:after that|thereafter|afterwards|beyond|further(?! to\b)|additional|extra|overtime|otherwise|more (?:rounds?|hours?|changes|revisions)|if (?:more|longer)|each more|on top)\b|\bthen(?: it['’]?s| at)? ?$/;

/** Behind the clause with the last share or sum, or with a tax on top: what was said there is of that. */
const afterFigure = (lead: string): number =>
  Math.max(
    0,
    ...[...lead.matchAll(/(?:\d ?%|[€$£]|\b(?:eur|usd|gbp|chf)\b|\b(?:vat|tax|gst)\b)[^,;]*[,;]/g)].map(
      ({ index, 0: said }) => index + said.length,
    ),
  );

/** "Hourly, 68 CAD". */
const BY_UNIT =
  /(?:^|[,;] ?)(?:hourly|daily|monthly|by the (?:hour|day|month|session)|per (?:hour|day|month|session)), ?(?:at |for )?$/;

/** What is owed when the work ends early or is paid late. */
const ENDED = /^.*\b(?:cancel\w*|calls? it off|no-?show|late fee|kill fee)\b/s;
/** How late, or what else: such a clause goes on about it. */
const STEP =
  /\b(?:within|less|under|inside|\d+ (?:days?|weeks?|hours?)|notice|if|or|otherwise|then|after|later|before|late|else)\b/;

/** "Cancelling within 7 days costs 50%, 8 sessions at EUR 150 each": what is owed was said, and a clause of its own has a price. */
function isPastEnded({ lead, before, after, label }: Around): boolean {
  const since = lead.replace(ENDED, '');
  const from = Math.max(since.lastIndexOf(', '), since.lastIndexOf('; '));
  // "60% if cancelled": the share may stand before the word, in its clause.
  const ahead = /\d ?%[^,;%]*$/.test(lead.slice(0, lead.length - since.length));
  const behind = /\d ?%|[€$£] ?\d|\d ?(?:€|eur|usd|gbp|chf)|\b(?:half|full|all)\b/.test(since.slice(0, from));
  const told = from >= 0 && (ahead || behind);
  if (!told || STEP.test(since.slice(from))) return false;
  const named = namedBy({ before, after: afterTax(after), label, lead: since.slice(from), sentence: '', rest: '' });
  return named === 'rate' || named === 'fee' || named === 'total';
}

/** "The deposit is half, so 800": what a share of the price comes to. */
const SHARE_IS =
  /(?:\b(?:half|hälfte|moitié|mitad|third|drittel|tiers|tercio)|\d ?%)(?: (?:up-? ?front|down|ahead|vorab|now|of (?:it|that)))?,? ?(?:so|also|i\.e\.|that is|meaning|soit|donc|o sea|es decir|=) ?$/;

/** What an amount is for, by the words beside it, the label of its line, and whose it is. */
export function roleOf(text: string, amount: Amount): Role {
  const around = aroundOf(text, amount);
  const after = afterTax(around.after);
  if (ENDED.test(around.lead) && !isPastEnded(around)) return 'extra';
  const figure = Boolean(amount.currency) || amount.times > 1;
  if (figure && SHARE_IS.test(around.lead)) return 'deposit';
  if (!figure && isSerial(amount)) return 'bare';
  // Spaces group digits only beside a currency: "2 100 photos" is no number a contract may rest on.
  if (!figure && amount.digits.includes(' ')) return 'bare';
  const said = figure && isLessBefore(around.lead) ? undefined : namedBy({ ...around, after });
  const named = said !== 'rate' && figure && isCapped(around.lead) ? 'limit' : said;
  if (!figure && !isMoney(text, amount, around, after)) return 'bare';
  if (named === undefined && BY_UNIT.test(around.lead)) return 'rate';
  if (named === 'rate' && (isOthers(around) || isThing(around))) return 'extra';
  if (named === 'rate' && AD_SPEND.test(around.lead)) return 'extra';
  if (named === 'rate' && BEYOND.test(around.lead.slice(afterFigure(around.lead)))) return 'overage';
  if (named === 'deposit' || named === 'part' || named === 'rate' || named === 'limit') return named;
  const strong = named === 'total' || named === 'fee';
  if (named && !strong) return named;
  if (isThing(around) && !(figure && isLessBefore(around.lead))) return 'extra';
  if (isOthers(around) && !(strong && around.label !== '')) return 'other';
  return named ?? 'plain';
}

function namedBy({ before, after, label, lead }: Around): Role | undefined {
  const strict = BEFORE.find(([role, pattern]) => role !== 'total' && role !== 'fee' && pattern.test(before))?.[0];
  if (strict === 'other') return strict;
  const follows = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  if (!strict && (countedUnit(before) || piecesBefore(lead))) return 'rate';
  const role = (follows === 'rate' && strict !== 'limit' ? follows : undefined) ?? strict ?? follows;
  const labelled = label ? LABELS.find(([, pattern]) => pattern.test(label))?.[0] : undefined;
  if (labelled && (!role || role === 'total' || role === 'fee')) return labelled;
  return role ?? BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
}

export const namesAThing = (text: string, start: number): boolean =>
  NAMES_A_THING.test(text.slice(Math.max(0, start - 12), start));

/** Seven digits and more without a separator are a telephone or a file. */
export const isSerial = ({ digits }: Amount): boolean => /^\d{7,}|^0\d/.test(digits);

/** Numbers that name something: "invoice no. 398", "ext. 207", "PO 4500", "#88". */
const NAMES_A_THING =
  /(?:#|\b(?:po|ref|no|nr|number|id|code)\b\.? is|\b(?:no|nr|nos|num|number|n[º°]|po|ref|order|invoice|id|code|ext|extension|poste|room|zimmer|salle|tel|ph|phone|suite|plot|lot|isbn|vat|abn|nit|rut|siret|st|of|cra|apt|build|ticket|case|file|page|slide|box|pos|art|article|version|§)\b\.?) ?[:#]? ?$/i;

/** Whether a figure without a currency is money: the words call it so, or it stands alone and can't be a year. */
function isMoney(text: string, amount: Amount, { before, label }: Around, after: string): boolean {
  const called =
    amount.digits.length > 1 &&
    BEFORE.some(([role, pattern]) => /total|fee|deposit/.test(role) && pattern.test(before));
  // A bare figure before a word counts something: "10,000 words".
  if (/^[ -]?[a-z]/.test(after) && !called)
    return (
      (amount.digits.length > 2 && new RegExp(`^ ?${KNOWN}`).test(after)) ||
      /^ ?(?:deposit|up-? ?front|all[- ]?in|flat\b|fixed\b|total\b|lump sum|(?:right )?now (?:and|n|&) (?:the )?rest)\b/.test(
        after,
      )
    );
  if (called || LABELS.some(([role, pattern]) => /total|fee|deposit/.test(role) && label !== '' && pattern.test(label)))
    return true;
  if (namesAThing(text, amount.start) || isSerial(amount)) return false;
  // "Flat 2" and "ofic. 101" are no sums.
  if (/\p{L}\. ?$/u.test(text.slice(Math.max(0, amount.start - 4), amount.start))) return false;
  const alone = before.trim() === '' && after.trim() === '' && !/^(?:19|20)\d\d$/.test(amount.digits);
  return alone && amount.digits.replace(/\D/g, '').length >= 3;
}

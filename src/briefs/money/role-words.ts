import { THING } from './others.ts';

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
export const KNOWN =
  "(?:euros? |€ )?(?:(?:les|for|for the|die|los|las) (?:2|two|both|three|beiden|deux|dos) )?(?:(?:that|which|die|den|que|qu['’]|q|wie|comme|como|as|like) ){0,2}(?:(?:(?:you|u|we|du|ihr|sie|wir|tu|vous|on|nous|nos|me|usted) (?:[a-zà-ÿ]+ ){0,2})(?:said|quoted|mentioned|discussed|agreed|named|gesagt|genannt|ausgemacht|besprochen|vereinbart|dit|annoncée?|convenu|dijiste|dijo|comentaste|comentó|habl[a-z]+|acord[a-z]+)|agreed on)";
type Rules = readonly (readonly [Role, RegExp])[];
/** What stands right behind an amount and says what it is for; the first that fits. */
export const AFTER: Rules = [
  ['rate', /^ ?[x×*] ?\d/],
  [
    'rate',
    new RegExp(
      `^ ?(?:per |every (?=(?:hour|day|week|month|session|lesson)\\b)|for (?:one|each|every) |each\\b|/ ?|p\\.)(?:${UNITS})?\\b|^ ?an? (?:${UNITS})\\b|^ ?(?:cada|chaque) |^ ?(?:each|apiece|hourly|daily|monthly|pp|p/h|ph)\\b|^ ?(?:hour|day|session|monthly?)(?:ly)? rate\\b`,
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
    /^,? ?(?:as (?:quoted|offered|per (?:your|my|our) (?:quote|offer))|wie angeboten|comme (?:annoncé|proposé)|según (?:su|tu|mi|el) presupuesto)(?![a-zà-ÿ])/,
  ],
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
/** What stands right before it. */
export const BEFORE: Rules = [
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
    /\b(?:up to|cap(?:ped)?(?: at| of)?|max(?:imum)?\.?(?: of)?|(?:not|never) (?:to )?exceed(?:ing)?|no more than|less than|under|below|(?<!\border(?: no\.?)?(?: #?[\w-]{1,12})? )over|above|beyond|au-dessus de|por encima de|bis(?: zu)?|jusqu['’]à|hasta|more than|limit(?:ed to)?|ceiling(?: of)?|(?:stretch(?:ing)?|go|going|push(?:ing)?)(?: (?:it|that|things))?(?: up| as high| as far)? (?:to|as)|budget(?! (?:tables?|sheets?|templates?|plans?|trackers?|tools?|reports?|spreadsheets?)\b)(?:ed)?(?:(?! agreed| fee| price| quote)[^,;.\d]){0,45}|(?:ligne|enveloppe) budgétaire|estimated?(?: at| of)?|approx\w*\.?|roughly|about|around|circa|ca\.?|between|from|starting (?:at|from)|at least|min(?:imum)?\.?(?: of)?|somewhere near|(?:could|might|may) (?:also )?be|something like|in the (?:region|order|area|ballpark) of|ballpark(?: of)?|north of|south of|maybe|probably|depending on|perhaps|say)(?<!\b(?:talk(?:s|ed|ing)?|speaks?|spoke|wr(?:ites?|ote)|asks?|asked|is|was|all|mail|said|says) about) ?:? ?$|[~≈<>±]\s?$/,
  ],
  ['rate', /\b(?:hourly|daily|day|monthly|weekly|session|per[- ]\w+|unit)(?: rate| price| fee)(?: of| is|:| at)? ?$/],
  ['rate', /\bper (?:hour|day|month|session)(?: \p{L}{2,12}){1,3} ?$/u],
  // "55 € per piece (550 € in all)": there it is of the sum before.
  ['rate', /(?<!(?:[\d€$£]|eur|usd|gbp|chf|euros?) )\bper piece(?: at| for| is|:)? ?$/],
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
export const LABELS: Rules = [
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

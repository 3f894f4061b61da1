import type { Amount } from './amounts.ts';
import { wordsAfter, wordsBefore } from './text.ts';

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
  | 'bare';

const UNITS =
  'hour|hr|h|day|session|month|week|year|word|image|picture|photo|page|person|head|guest|piece|item|post|article|video|minute|unit|seat|set|logo|illustration|round|revision|km|mile';
const AFTER: readonly (readonly [Role, RegExp])[] = [
  ['rate', /^ ?[x×*] ?\d/],
  [
    'rate',
    new RegExp(
      `^ ?(?:per |an? |each\\b|/ ?|p\\.|a )(?:${UNITS})?\\b|^ ?(?:each|apiece|hourly|daily|monthly|pp|p/h|ph)\\b`,
    ),
  ],
  [
    'deposit',
    /^ ?(?:is |as )?(?:an? |the )?(?:non-?refundable )?(?:deposit|up-? ?front|upfront|in advance|advance|down\b|downpayment|prepayment|to (?:book|start|begin|secure|reserve)|on (?:signing|signature|booking)|at signing|when (?:we|they|you) sign|now\b)/,
  ],
  [
    'part',
    /^ ?(?:on (?:delivery|completion|launch)|when (?:done|finished|delivered)|after(?:wards)?\b|at the end|later|at (?:handover|completion)|balance|remainder|for the (?:first|second|third|last|final))/,
  ],
  [
    'extra',
    /^ ?(?:for )?(?:the )?(?:travel|expenses|hotel|flights?|printing|hosting|materials?|shipping|costs?|a late fee|late fee|kill fee|penalty|discount|off\b|voucher|refund)/,
  ],
  ['limit', /^ ?(?:max(?:imum)?|cap|tops|or (?:less|more)|at most|limit|ish\b|budget|or so|approx)/],
  ['total', /^ ?(?:in total|total|altogether|all[- ]?in|overall|for everything|all told)/],
  ['fee', /^ ?(?:fee\b|flat|fixed|fixed price|lump sum|for the (?:whole|project|job|lot|work))/],
];
const BEFORE: readonly (readonly [Role, RegExp])[] = [
  [
    'other',
    /\b(?:instead of|rather than|was|were|previously|used to (?:be|cost|charge)|last (?:time|year)|reduced from|down from|competitor\w*|other quotes?|raised|worth|revenue|turnover|insured|prize|their (?:annual )?budget|paid (?:us |me )?(?:already|before)) (?:[\w']+ ){0,3}$/,
  ],
  [
    'extra',
    /\b(?:late fee|kill fee|cancellation (?:fee)?|cancell?ed|penalty|no-?show|refund|discount|voucher|credit|expenses|travel|hotel|flights?|printing|hosting|materials?|shipping|licen[cs]es?|overtime|extra\w*|additional|plus(?: another)?) ?(?:fee|costs?|of|is|are|:|for|at)? ?(?:up to )?$/,
  ],
  [
    'deposit',
    /\b(?:deposit|up-? ?front|advance|retainer|down ?payment|prepayment)(?: payment)?(?: of| is| ?:| ?=| at| will be)? ?(?:an? )?$/,
  ],
  [
    'limit',
    /\b(?:not|up to|cap(?:ped)?(?: at| of)?|max(?:imum)?\.?(?: of)?|(?:not|never) (?:to )?exceed(?:ing)?|no more than|less than|under|below|over|more than|limit(?:ed to)?|ceiling(?: of)?|budget(?:ed)?(?: (?:is|of|at|for this))*|estimated?(?: at| of)?|approx\w*\.?|roughly|about|around|circa|ca\.?|between|from|starting (?:at|from)|at least|min(?:imum)?\.?(?: of)?|somewhere near|maybe|perhaps|say|~|≈|<|>) ?:? ?$/,
  ],
  ['rate', /\b(?:hourly|daily|day|monthly|weekly|session|per[- ]\w+|unit)(?: rate| price| fee)(?: of| is|:| at)? ?$/],
  ['rate', /(?:^|,) ?(?:per (?:month|hour|day|session)|monthly|hourly|daily):? ?$/],
  [
    'part',
    /\b(?:balance|remainder|the rest|rest|final payment|instal?ment|milestone|(?:first|second|third|1st|2nd|3rd) payment|remaining)(?: of| is|:|=)? ?$/,
  ],
  [
    'total',
    /\b(?:total|grand total|all[- ]in|altogether|overall|sum total)(?: fee| price| cost| budget)?(?: of| is|:|=| at| will be| comes to)? ?$/,
  ],
  [
    'fee',
    /\b(?:fee|price|cost|costs|quote[d]?|charge|agreed|agreed (?:on|to)|fixed price|flat (?:fee|rate)|lump sum|pays?|paying|pay us|honorarium)(?: (?:is|of|at|on|will be|be|us|me|for (?:this|it|that)))*:? ?(?:=|a )? ?$/,
  ],
];

/** "EUR 480 ex vat per month": what the amount is for stands behind the tax. */
export const afterTax = (after: string) =>
  after.replace(
    /^ ?(?:netto|net|brutto|gross)?(?: ?(?:ex|excl\.?|incl\.?|plus|\+|net of) ?(?:\d{1,2} ?% ?)?(?:vat|gst|hst|tax))? (?=per |a |an |each|monthly|hourly|daily|\/)/,
    ' ',
  );

/** What an amount is for, by the words beside it. */
export function roleOf(text: string, amount: Amount): Role {
  const before = wordsBefore(text, amount);
  const after = afterTax(wordsAfter(text, amount, 50));
  const sentence =
    text
      .slice(Math.max(0, amount.start - 120), amount.start)
      .split(/[.!?](?= |$)|\n/)
      .at(-1) ?? '';
  if (/\b(?:cancel\w*|calls? it off|no-?show|late fee)\b/i.test(sentence)) return 'extra';
  const figure = Boolean(amount.currency) || amount.thousands;
  // Spaces group digits only beside a currency: "2 100 photos" is no number a contract may rest on.
  if (!figure && amount.digits.includes(' ')) return 'bare';
  // A bare figure before a word counts something ("10,000 words"), unless the words before it call it money.
  if (!figure && /^[ -]?[a-z]/.test(after) && !BEFORE.some(([r, p]) => /total|fee|deposit/.test(r) && p.test(before)))
    return 'bare';
  const strict = BEFORE.find(([role, pattern]) => role !== 'total' && role !== 'fee' && pattern.test(before))?.[0];
  if (strict === 'other') return strict;
  const follows = AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  const role = (follows === 'rate' ? follows : undefined) ?? strict ?? follows;
  const named = role ?? BEFORE.find(([, pattern]) => pattern.test(before))?.[0];
  if (named) return named;
  if (figure) return 'plain';
  // A figure without a currency is money only when it stands alone between commas and can't be a year.
  const alone = before.trim() === '' && after.trim() === '' && !/^(?:19|20)\d\d$/.test(amount.digits);
  return alone && amount.digits.replace(/\D/g, '').length >= 3 ? 'plain' : 'bare';
}

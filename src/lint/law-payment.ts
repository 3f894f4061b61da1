import type { LawRule } from '../clauses/law-read.ts';
import { familyOf } from '../clauses/read.ts';
import { deliverableLines } from '../contracts/deliverable.ts';
import { unitPriceWords } from '../contracts/rate-wording.ts';
import { isWorked, milestoneSums, partyOf, slotsIn, type Terms, totals } from '../contracts/terms.ts';
import { formatDay } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { cut } from '../shared/typed.ts';
import { changed, clausesNamed, isInText, type LintScene, type Miss, quoteOf } from './finding.ts';
import { type OwnSentence, ownSentences, ownWording, quoteOwn, withoutSentence, withSentence } from './own-words.ts';
import { addressFix } from './parties.ts';

export function addresses(scene: LintScene, both: boolean): Miss | undefined {
  const { terms, business } = scene;
  const ours = business.address.filter((line) => line.trim()).join(', ');
  const theirs = terms.clientAddress?.value ?? '';
  const party = partyOf(terms) ?? 'the client';
  const lacks = (address: string) => !address || !isInText(scene, address);
  const missing = [...(both && lacks(ours) ? ['yours'] : []), ...(lacks(theirs) ? [`that of ${party}`] : [])];
  if (missing.length === 0) return undefined;
  const told = [...(both ? [`Our address: ${ours}.`] : []), `Address of ${party}: ${theirs}.`].join('\n');
  return {
    said: { missing: missing.join(' and ') },
    field: 'clientAddress',
    quote: quoteOf(scene, /This contract is between/, 'parties'),
    // A template of one's own may name the parties without them; ours that is new gets in as the text is worded anew.
    fix: theirs
      ? clausesNamed(scene, 'parties').length === 0 && (ours || !both)
        ? withSentence(terms, told, 'Put the addresses in')
        : undefined
      : addressFix(scene),
    way: theirs && !ours ? { opens: 'business', field: 'address' } : undefined,
  };
}

/** What the text has of the work and of what it is worth: each thing by its name, and the price as it is reached. */
export function itemised(scene: LintScene): Miss | undefined {
  const { terms } = scene;
  const work = [
    ...deliverableLines(terms),
    ...slotsIn(terms).map(({ on }) => formatDay(on)),
    ...ownSentences(terms).flatMap(({ field, text }) => (field === 'scopeNotes' ? [text] : [])),
  ];
  if (work.length === 0) return { field: 'deliverables', said: { lacks: 'lists none' } };
  const unnamed = work.find((words) => !isInText(scene, words));
  if (unnamed) {
    const list = deliverableLines(terms)
      .map((line) => `- ${line}`)
      .join('\n');
    return {
      field: 'template',
      said: { lacks: `does not name “${cut(unnamed, 60)}”, which the terms have` },
      fix: list ? withSentence(terms, `You receive:\n${list}`, 'List it in the contract') : undefined,
    };
  }
  const unpriced = worthOf(terms).find(({ sum }) => !isInText(scene, sum));
  if (!unpriced) return undefined;
  return {
    field: 'template',
    said: { lacks: `does not name ${unpriced.what}, ${unpriced.sum}` },
    fix: withSentence(terms, unpriced.sentence, 'Name it in the contract'),
  };
}

type Worth = { what: string; sum: string; sentence: string };

/** The sums that say what the work is worth: a rate, the parts of the price, or the whole. */
function worthOf(terms: Terms): Worth[] {
  const { rate, milestones } = terms;
  const each = rate && unitPriceWords(rate.value);
  const { total } = totals(terms);
  const whole = formatMoney(total);
  const parts = isWorked(terms) ? [] : milestoneSums(terms);
  const plan = parts.map(({ label, sum }) => `- ${label}: ${formatMoney(sum)}`).join('\n');
  return [
    ...(each ? [{ what: 'the rate', sum: each, sentence: `The work costs ${each}.` }] : []),
    ...(isWorked(terms) ? [] : [{ what: 'the price', sum: whole, sentence: `The total price is ${whole}.` }]),
    ...(milestones ? parts : []).map(({ label, sum }) => ({
      what: `the part “${cut(label, 40)}”`,
      sum: formatMoney(sum),
      sentence: `The price is paid in parts:\n${plan}`,
    })),
  ];
}

/** A day on which money is owed; work that is due on one is not meant. */
const PAID_BY =
  /\b(?:invoices?|price|fees?|balance|payments?|sums?|amounts?|rest|deposit)\b[^.;]{0,60}\b(?:payable|due|paid)\b[^.;]{0,30}\b(?:within|when|on|by|upon|before|in)\b|\bpays?\b[^.;]{0,60}\b(?:within|when|on|by|upon|before)\b[^.;]{0,40}(?:\d|\b(?:invoices?|delivery|signing|signature|receipt)\b)/i;

export function payDate(scene: LintScene): Miss | undefined {
  if (clausesNamed(scene, 'payment').length > 0 || ownWording(scene).some(({ text }) => PAID_BY.test(text)))
    return undefined;
  // The days of the terms, or the rule on other days would take the sentence out again.
  const days = scene.terms.netDays?.value ?? 14;
  return {
    field: 'specialTerms',
    fix: withSentence(
      scene.terms,
      `Each invoice is payable within ${days} days of its date.`,
      `Add “within ${days} days”`,
    ),
    edit: 'Or choose a kind of work that has a clause on payment.',
  };
}

export function payWithin(scene: LintScene, { days = 30 }: LawRule): Miss | undefined {
  const net = scene.terms.netDays?.value ?? 0;
  if (net <= days) return undefined;
  return {
    said: { days: String(net) },
    field: 'netDays',
    quote: quoteOf(scene, `${net} days`, 'payment'),
    fix: { label: 'Make it 30 days', terms: changed(scene.terms, { netDays: Math.min(days, 30) }) },
  };
}

/** A list of what was done, and by when it is sent; “A list of services is attached” says no day. */
const LISTED_BY =
  /\blist of (?:the )?(?:services|work|products)\b[^.;]{0,80}\b(?:by|within|with (?:each|every|the|our|an) invoices?|no later than|not later than|before|at the end|days?|weekly|monthly)\b/i;

export function listDate(scene: LintScene, { days = 5 }: LawRule): Miss | undefined {
  const { terms } = scene;
  if (quoteOf(scene, LISTED_BY)) return undefined;
  return {
    field: 'specialTerms',
    fix: withSentence(
      terms,
      `We send you a list of the services rendered with each invoice, and no later than ${days} days after the work is done.`,
      'Add a day for the list',
    ),
    edit: 'Or leave it, if the client needs no such list to pay.',
  };
}

/** Less money for money that comes in time. */
const LESS =
  /\b(discount|rebate|reduction|deduct(?:s|ed|ion)?|less|skonto)\b[^.]{0,60}\b(?:pay|pays|paid|payment|paying)\b[^.]{0,40}\b(?:on time|in time|early|within|promptly|when due)\b|\b(?:pay|pays|paid|payment|paying)\b[^.]{0,40}\b(?:on time|in time|early|within|promptly)\b[^.]{0,60}\b(?:discount|rebate|reduction|deduct\w*|less)\b/i;

export function fullPay(scene: LintScene): Miss | undefined {
  const own = ownSentences(scene.terms).find(({ text }) => LESS.test(text));
  return own && removing(scene, own);
}

/** Interest, or what the law grants beside it, is taken away; `without a reminder` and `never waive` keep it. */
const FOR_LATE =
  '(?:(?:any|late|late[\\s-]payment|default|statutory|legal)\\s+)*(?:interest|late\\s+(?:fees?|charges?))';
const NO_INTEREST = new RegExp(
  [
    `\\b(?:no|without|(?:not|never)\\s+(?:be\\s+)?(?:charged?|claim(?:ed)?|owes?|ask(?:ed)?\\s+for|demand|pays?|bears?))\\s+${FOR_LATE}\\b(?!-|\\s+(?:in|rates?)\\b|\\s+(?:is|are)\\s+(?:waived|excluded|lost|given)|[^.]{0,30}\\b(?:before|until|unless)\\b)`,
    '\\b(?:no|without|(?:not|never)\\s+(?:charge|claim))\\s+(?:(?:any|a)\\s+)?(?:fees?|charges?|compensation|penalty|damages|fixed\\s+sum|lump\\s+sum)\\b[^.]{0,20}\\blate\\s+payment',
    '(?<!\\b(?:not|never|cannot|without)\\s+(?:\\w+\\s+)?|\\b(?:nothing|nobody|no one|neither)\\b[^.,;]{0,40})\\b(?:waiv(?:es?|ed|ing)|exclud(?:es?|ed|ing)|giv(?:es?|ing)\\s+up)\\b[^.;:]{0,60}\\b(?:interest|late\\s+(?:fees?|charges?|payment))\\b',
    '(?<!\\bno\\s+)\\binterest\\b[^.]{0,40}\\b(?:is|are|shall be)\\s+(?:excluded|waived)\\b',
  ].join('|'),
  'i',
);

export function interestKept(scene: LintScene): Miss | undefined {
  const own = ownSentences(scene.terms).find(({ text }) => NO_INTEREST.test(text));
  return own && removing(scene, own);
}

/** A sentence of one's own, and the contract without it. */
export function removing(scene: LintScene, own: OwnSentence): Miss {
  return {
    field: own.field,
    quote: quoteOwn(scene, own.text),
    fix: withoutSentence(scene.terms, own),
  };
}

/** The fixed sums between businesses, and the sentences in which a sum is one of them. */
const FIXED_SUM =
  /\blate fees?\b|(?:\bEUR|€)\s?40\b(?![.,]\d{3})|\b40\s?(?:€|(?:EUR|euros?)\b)|(?:\bGBP|£)\s?(?:40|70|100)\b(?![.,]\d{3})|\b(?:40|70|100)\s?(?:GBP|pounds)\b/i;
const ABOUT_LATENESS = /\b(?:late|overdue|unpaid|interest|default|arrears|collect\w*|recover\w*|owes?|compensation)\b/i;
const ADDED_POINTS =
  /\b(\d+(?:\.\d+)?)\s?(?:%|percent(?:age)?|per cent)?[\s-]*points?\b|\b(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)[^.]{0,30}\b(?:over|above)\b[^.]{0,40}\brate\b/gi;
const FLAT_RATE = /\binterest\b[^.]{0,40}?\b(\d+)(?:\.\d+)?\s?(?:%|percent\b|per cent\b)(?![\s-]*points?\b)/gi;
const IN_WORDS: Record<string, string> = { five: '5', eight: '8', nine: '9', ten: '10', forty: '40', seventy: '70' };

/** The least that businesses owe over a central bank’s rate, in the countries whose laws we read. */
const BUSINESS_POINTS = 8;

/** Interest between businesses, or their fixed sums, asked of a private person. An agreed or legal rate is neither. */
export function privateInterest(scene: LintScene, { points }: LawRule): Miss | undefined {
  const most = (found: Iterable<RegExpMatchArray>) => Math.max(0, ...[...found].map((m) => Number(m[1] ?? m[2])));
  const own = ownSentences(scene.terms).find(({ text: said }) => {
    if (!ABOUT_LATENESS.test(said) || NO_INTEREST.test(said)) return false;
    const text = said.replace(
      /\b(?:five|eight|nine|ten|forty|seventy)\b/gi,
      (word) => IN_WORDS[word.toLowerCase()] ?? word,
    );
    if (FIXED_SUM.test(text)) return true;
    if (!/\binterest\b/i.test(text)) return false;
    const added = most(text.matchAll(ADDED_POINTS));
    // Where the law grants a private client's points, what goes beyond is claimed too much, said flat or over the rate.
    if (points) return added > points || most(text.matchAll(FLAT_RATE)) > BUSINESS_POINTS;
    return added >= BUSINESS_POINTS;
  });
  return own && removing(scene, own);
}

/** A sum that terms of payment have to name; the library has a wording that does. */
export function sumNamed(scene: LintScene, { euros = 0, wording }: LawRule): Miss | undefined {
  const named = new RegExp(`(?:\\bEUR|€)\\s?${euros}\\b|\\b${euros}\\s?(?:EUR\\b|€|euros?\\b)`, 'i');
  if (quoteOf(scene, named)) return undefined;
  const family = familyOf(wording ?? '');
  const stands = clausesNamed(scene, family).length > 0;
  const { terms } = scene;
  return {
    field: 'specialTerms',
    quote: quoteOf(scene, /interest/i, family),
    ...(wording &&
      stands && {
        fix: {
          label: `Name the EUR ${euros}`,
          terms: changed(terms, { variants: { ...terms.variants?.value, [family]: wording } }),
        },
      }),
  };
}

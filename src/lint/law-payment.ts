import type { LawRule } from '../clauses/law-read.ts';
import { familyOf } from '../clauses/read.ts';
import { partyOf } from '../contracts/terms.ts';
import { changed, clausesNamed, type LintScene, type Miss, quoteOf } from './finding.ts';
import { type OwnSentence, ownSentences, quoteOwn, withoutSentence, withSentence } from './own-words.ts';
import { addressFix } from './parties.ts';

export function addresses(scene: LintScene, both: boolean): Miss | undefined {
  const { terms, business } = scene;
  const own = both && !business.address.some((line) => line.trim());
  const theirs = !terms.clientAddress;
  if (!own && !theirs) return undefined;
  const missing = [...(own ? ['yours'] : []), ...(theirs ? [`that of ${partyOf(terms) ?? 'the client'}`] : [])];
  return {
    said: { missing: missing.join(' and ') },
    field: 'clientAddress',
    quote: quoteOf(scene, /This contract is between/, 'parties'),
    ...(!own && { fix: addressFix(scene) }),
    edit: own
      ? 'Add yours with /retainer settings, the client’s with /client, then press Check again.'
      : 'Add it with /client, then press Check again.',
  };
}

export function itemised({ terms }: LintScene): Miss | undefined {
  if (terms.deliverables?.value.length || terms.booking || terms.scopeNotes) return undefined;
  return { field: 'deliverables', edit: 'List what you do under Edit terms, a line each.' };
}

export function payDate(scene: LintScene): Miss | undefined {
  const own = ownSentences(scene.terms).some(({ text }) => /\b(payable|due) (within|when|on)\b/i.test(text));
  if (own || clausesNamed(scene, 'payment').length > 0) return undefined;
  return {
    field: 'netDays',
    fix: withSentence(scene.terms, 'Each invoice is payable within 14 days of its date.', 'Add “within 14 days”'),
    edit: 'Or choose a template that has a clause on payment.',
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
    edit: 'Or type another number under Edit terms.',
  };
}

export function listDate(scene: LintScene, { days = 5 }: LawRule): Miss | undefined {
  const { terms } = scene;
  if (ownSentences(terms).some(({ text }) => /\blist of (?:the )?(?:services|work|products)\b/i.test(text)))
    return undefined;
  if (quoteOf(scene, /\blist of (?:the )?(?:services|work done)\b/i)) return undefined;
  return {
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

/** Interest, or what the law grants beside it, is taken away. */
const NO_INTEREST =
  /\b(no|without|waives?|excludes?|excluded|never|not (?:charge|claim|be charged|owe))\b[^.]{0,60}\b(interest|late (?:fees?|charges?|payment))\b|\binterest\b[^.]{0,40}\b(?:is|are|shall be) (?:excluded|waived)\b/i;

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
    edit: 'Word it another way under Edit terms.',
  };
}

/** Interest between businesses, or their fixed sums, asked of a private person. */
const BUSINESS_INTEREST =
  /\b(?:late payment interest|statutory interest|interest\b[^.]{0,60}\b\d|\d[\d.]*\s?(?:%|percent|points)[^.]{0,40}\binterest|late fees?\b|(?:EUR|€)\s?40\b|(?:GBP|£)\s?(?:40|70|100)\b)/i;

/** What the law grants against a private person too (`5 points over the base rate`) is left out of the look. */
export function privateInterest(scene: LintScene, { points }: LawRule): Miss | undefined {
  const granted = new RegExp(`\\b${points ?? 0}\\s?(?:%|percent(?:age)?)?[\\s-]*points?\\b`, 'gi');
  const own = ownSentences(scene.terms).find(({ text }) => {
    const rest = points ? text.replace(granted, '') : text;
    return BUSINESS_INTEREST.test(rest) && !NO_INTEREST.test(text);
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
    quote: quoteOf(scene, /interest/i, family),
    ...(wording &&
      stands && {
        fix: {
          label: `Name the EUR ${euros}`,
          terms: changed(terms, { variants: { ...terms.variants?.value, [family]: wording } }),
        },
      }),
    edit: 'Or name it under Edit terms, in the special terms.',
  };
}

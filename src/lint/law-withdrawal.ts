import type { LawRule } from '../clauses/law-read.ts';
import { placeName, placeOfClient } from '../contracts/place.ts';
import { endDayOf, slotsIn } from '../contracts/terms.ts';
import { addDays, compareDays, daysBetween, formatDay, weekdayOf } from '../shared/dates.ts';
import { changed, clausesNamed, type Fix, type LintScene, type Miss, quoteOf } from './finding.ts';
import { removing } from './law-payment.ts';
import { ownSentences, withSentence } from './own-words.ts';

const TELLING =
  'You may withdraw from this contract within 14 days of signing, without a reason, by telling us in any clear way; an e-mail is enough. We then return what you have paid within 14 days.';
const IN_PROPORTION =
  'If you expressly ask us to begin before that time is over and then withdraw, you pay the part of the price that matches what we had done until you told us.';
const ENDS = 'You know that the right to withdraw ends once all of the work is done.';

/** The form of directive 2011/83 Annex I(B) and SI 2013/3134 Sch. 3 part B, for a service. */
function formOf({ business, terms }: LintScene): string {
  const to = [business.name, ...business.address, business.email].filter((each) => each.trim());
  return [
    'Model form for withdrawing, to be filled in and sent back only if you want to withdraw from this contract:',
    `To ${to.join(', ')}`,
    `I/We hereby give notice that I/we withdraw from (cancel) my/our contract for the provision of the following service: ${terms.title?.value ?? ''}`,
    'Ordered on:\nName:\nAddress:\nSignature (only if this form is sent on paper):\nDate:',
  ].join('\n');
}

const DAYS_14 = '(?:(?:14|fourteen)[\\s-](?:calendar[\\s-])?days?|(?:two|2)[\\s-]weeks?)';
const LEAVES = '(?:withdraw(?:al|ing)?|cancel(?:ling|lation)?)';

/** Notice before a date, what a tier costs, our own withdrawing and a right denied name 14 days too, and tell of none. */
const NOT_TOLD = [
  `${DAYS_14}['’]?\\s+(?:or\\s+(?:more|less)\\s+)?(?:before|prior|notice)\\b`,
  `${DAYS_14}\\s+(?:of|from|after)\\s+the\\s+(?:start|shoot|event|session|wedding)\\b`,
  `\\bwe\\s+(?:may|can|have)\\b[^.;]{0,30}\\b${LEAVES}\\b`,
  `\\b(?:not|never|cannot|can['’]t)\\s+(?:have\\s+(?:a|any|the)\\s+right|withdraw|cancel)\\b`,
  `\\b(?:no|waives?|gives?\\s+up|loses?)\\s+(?:(?:a|any|the|your)\\s+)?right\\b[^.;]{0,60}${DAYS_14}`,
].join('|');
const TELLS = [
  `\\b(?:you|client|consumer)\\s+(?:may|can)\\b[^.;]{0,40}\\b${LEAVES}\\b[^.;]{0,80}\\b(?:within|in|during)\\b[^.;]{0,20}\\b${DAYS_14}`,
  `\\b(?:right\\s+(?:to|of)|lets?\\s+you|entitled\\s+to|free\\s+to)\\s+${LEAVES}\\b[^.;]{0,80}\\b${DAYS_14}`,
  `\\b${DAYS_14}\\b[^.;]{0,60}\\b(?:you\\s+(?:may|can)|right\\s+(?:to|of)|to)\\s+${LEAVES}\\b`,
  `\\b${DAYS_14}\\s+(?:withdrawal|cancellation|cooling-off)\\s+(?:right|period)\\b`,
  `\\b(?:withdrawal|cancellation|cooling-off)\\s+period\\b[^.;]{0,30}\\b${DAYS_14}`,
].join('|');
const TOLD = new RegExp(`^(?!.*(?:${NOT_TOLD})).*(?:${TELLS})`, 'i');

export function withdrawalTold(scene: LintScene): Miss | undefined {
  if (quoteOf(scene, TOLD)) return undefined;
  const words = [TELLING, `${IN_PROPORTION} ${ENDS}`, formOf(scene)].join('\n');
  const { terms } = scene;
  return {
    field: 'template',
    // A change order has no special terms; one made before it had the clause gets it when it is worded anew.
    fix: terms.changeOf
      ? { label: 'Put the clause in', terms: changed(terms, { clientKind: 'private' }) }
      : withSentence(terms, words, 'Say it in the contract'),
    edit: 'Or choose a kind of work that has the clause “Your rights as a private client”.',
  };
}

const FORM = /\bI\/we\b[^.]{0,60}\b(?:withdraw|cancel)\b/i;
const PAYS_IN_PROPORTION =
  /\b(?:begin|start)s?\b[^.]{0,90}\bpay\b[^.]{0,90}\b(?:proportion\w*|done|performed|provided)\b/i;

/** Where the right itself is not told, the finding on that puts in all three. */
export function withdrawalForm(scene: LintScene): Miss | undefined {
  const told = quoteOf(scene, TOLD);
  const form = quoteOf(scene, FORM) ? undefined : formOf(scene);
  const notice = quoteOf(scene, PAYS_IN_PROPORTION) ? undefined : IN_PROPORTION;
  if (!told || !(form || notice)) return undefined;
  const missing = [form && 'the form', notice && 'that notice'].filter(Boolean).join(' and ');
  return {
    said: { missing },
    field: 'template',
    quote: told,
    fix: fixByClause(scene) ?? withSentence(scene.terms, [notice, form].filter(Boolean).join('\n'), `Add ${missing}`),
    edit: 'Or choose a kind of work that has the clause “Your rights as a private client”.',
  };
}

/**
 * The library's clause has form and notice where the terms know the client's country. One that stands without was worded
 * before it had them, or for a country that was a guess; worded anew with the country said, it has them.
 */
function fixByClause(scene: LintScene): Fix | undefined {
  const { terms, client } = scene;
  if (clausesNamed(scene, 'private-client-rights').length === 0) return undefined;
  const place = placeOfClient(terms, client);
  return {
    label: `Add it, for a client in ${placeName(place)}`,
    terms: changed(terms, { clientCountry: place.country }),
  };
}

const THE_RIGHT = 'rights?\\s+(?:to|of)\\s+(?:withdraw|cancel)\\w*';
const DENIED = `(?<!\\b(?:not|never|cannot|without)\\s+(?:\\w+\\s+)?|\\b(?:nothing|nobody|no one|neither)\\b[^.,;]{0,40})`;
const WAIVED = new RegExp(
  [
    `${DENIED}\\b(?:waiv(?:es?|ed|ing)|giv(?:es?|ing)\\s+up|exclud(?:es?|ed|ing)|los(?:es?|ing))\\b[^.]{0,40}\\b${THE_RIGHT}`,
    `\\b(?:no|without|not\\s+have)\\s+(?:(?:a|any|the|your|statutory|legal|further)\\s+)*${THE_RIGHT}(?!\\s+(?:is|are)\\s+(?:excluded|waived|given|lost))`,
    `(?<!\\bno\\s+)\\b${THE_RIGHT}\\b[^.]{0,40}\\b(?:is|are)\\s+(?:excluded|waived|given\\s+up)`,
  ].join('|'),
  'i',
);

/** What directive 2011/83 art. 16(a) asks to be said: the right ends once all is done, not sooner. */
const ENDS_WHEN_DONE = new RegExp(
  [
    `\\blos(?:es?|ing)\\b[^.]{0,40}\\bright\\b[^.;]{0,40}\\b(?:once|when|after|as soon as)\\b(?:(?!\\b(?:before|sign|begin|begun|start)\\w*)[^.;]){0,60}\\b(?:done|complete\\w*|performed)\\b`,
    `\\b(?:once|when|after|as soon as)\\b(?:(?!\\b(?:before|sign|begin|begun|start)\\w*)[^.;]){0,60}\\b(?:done|complete\\w*|performed)\\b[^.;]{0,40}\\blos(?:es?|ing)\\b[^.;]{0,20}\\bright\\b(?:\\s+(?:to|of)\\s+(?:withdraw|cancel)\\w*)?`,
  ].join('|'),
  'gi',
);

/** With a fixed date there may be none to give up (see the rule on dates). */
export function withdrawalWaived(scene: LintScene): Miss | undefined {
  if (scene.terms.booking) return undefined;
  const own = ownSentences(scene.terms).find(({ text }) => WAIVED.test(text.replace(ENDS_WHEN_DONE, '')));
  return own && removing(scene, own);
}

/** A condition (`if you expressly ask`) asks for nothing yet. */
const ASKED = /^(?!(?:if|where|when|should)\b).*\b(?:expressly|explicitly)\b[^.]{0,60}\b(?:ask|request|want)/i;
const KNOWN =
  /\bright\b[^.]{0,40}\b(?:ends|expires|is lost|is gone)\b[^.]{0,40}\b(?:done|complete\w*|performed)\b|\blose\b[^.]{0,40}\bright\b[^.]{0,60}\b(?:done|complete\w*|performed)\b/i;

export function earlyStart(scene: LintScene, { days = 14 }: LawRule): Miss | undefined {
  const { terms, today } = scene;
  const start = terms.startOn?.value;
  if (terms.booking || !start || daysBetween(today, start) > days) return undefined;
  const asked = ownSentences(terms).some(({ text }) => ASKED.test(text));
  if (asked && quoteOf(scene, KNOWN)) return undefined;
  return {
    said: { start: formatDay(start) },
    field: 'startOn',
    quote: quoteOf(scene, /Work starts/, 'schedule'),
    fix: asked ? withSentence(terms, ENDS, 'Add that the right ends') : laterStart(scene, days),
    edit: 'Or have the client ask in writing, in their own words, that you begin at once, and say that they know the right ends once all is done.',
  };
}

/** The first working day after the period, if the work still ends after it. */
function laterStart({ terms, today }: LintScene, days: number): Fix | undefined {
  let day = addDays(today, days + 1);
  while (weekdayOf(day) > 5 || /-(?:01-01|12-2[56])$/.test(day)) day = addDays(day, 1);
  const end = endDayOf(terms);
  if (end && compareDays(day, end) > 0) return undefined;
  return { label: `Start on ${formatDay(day)}`, terms: changed(terms, { startOn: day }) };
}

export function earlyDate({ terms, today }: LintScene, { days = 14 }: LawRule): Miss | undefined {
  const slot = slotsIn(terms).find(({ on }) => daysBetween(today, on) <= days);
  if (!slot) return undefined;
  return {
    said: { date: formatDay(slot.on) },
    field: 'booking',
    edit: 'Choose a later date, or be ready to give the deposit back.',
  };
}

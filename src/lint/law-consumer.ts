import type { LawRule } from '../clauses/law-read.ts';
import { depositOf, endDayOf, slotsIn, totals } from '../contracts/terms.ts';
import { addDays, compareDays, daysBetween, formatDay, weekdayOf } from '../shared/dates.ts';
import { formatMoney } from '../shared/money.ts';
import { keptWhatever } from './custom.ts';
import { depositFix, depositShare, unfairTier } from './deposit.ts';
import { changed, type Fix, type LintScene, type Miss, quoteOf } from './finding.ts';
import { removing } from './law-payment.ts';
import { ownSentences, withSentence } from './own-words.ts';

const TOLD =
  /\b(withdraw|cancel)\b[^.]{0,80}\b(14|fourteen) days\b|\b(14|fourteen) days\b[^.]{0,80}\b(withdraw|cancel)/i;

export function withdrawalTold(scene: LintScene): Miss | undefined {
  if (quoteOf(scene, TOLD)) return undefined;
  return {
    fix: withSentence(
      scene.terms,
      'You may withdraw from this contract within 14 days of signing, without a reason, by telling us in any clear way; an e-mail is enough. We then return what you have paid within 14 days.',
      'Say it in the contract',
    ),
    edit: 'Or choose a template that has the clause “Your rights as a private client”.',
  };
}

const WAIVED =
  /\b(?:no|waives?|gives? up|without|excludes?|lose[s]?)\b[^.]{0,40}\bright(?:s)? (?:to|of) (?:withdraw\w*|cancel\w*)|\bright to (?:withdraw|cancel)\b[^.]{0,40}\b(?:is|are) (?:excluded|waived|given up)/i;

/** With a fixed date there may be none to give up (see the rule on dates). */
export function withdrawalWaived(scene: LintScene): Miss | undefined {
  if (scene.terms.booking) return undefined;
  const own = ownSentences(scene.terms).find(({ text }) => WAIVED.test(text));
  return own && removing(scene, own);
}

const ASKED = /\b(?:expressly|explicitly)\b[^.]{0,60}\b(?:ask|request|want)/i;

export function earlyStart(scene: LintScene, { days = 14 }: LawRule): Miss | undefined {
  const { terms, today } = scene;
  const start = terms.startOn?.value;
  if (terms.booking || !start || daysBetween(today, start) > days) return undefined;
  if (ownSentences(terms).some(({ text }) => ASKED.test(text))) return undefined;
  return {
    said: { start: formatDay(start) },
    field: 'startOn',
    quote: quoteOf(scene, /Work starts/, 'schedule'),
    fix: laterStart(scene, days),
    edit: 'Or have the client ask in writing, in their own words, that you begin at once.',
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
    edit: 'Choose a later date under Edit terms, or be ready to give the deposit back.',
  };
}

export function depositOver(scene: LintScene, { percentMilli = 50_000 }: LawRule): Miss | undefined {
  const { terms } = scene;
  if (depositShare(terms) <= percentMilli) return undefined;
  return {
    said: { deposit: formatMoney(depositOf(terms)), total: formatMoney(totals(terms).total) },
    field: 'deposit',
    quote: quoteOf(scene, /deposit/i, 'deposit'),
    fix: depositFix(terms, Math.min(percentMilli, 30_000)),
    edit: 'Or type another share under Edit terms.',
  };
}

export function cancellingOver(scene: LintScene): Miss | undefined {
  const unfair = unfairTier(scene.terms);
  if (!unfair) return undefined;
  return {
    said: { fee: unfair.said },
    field: 'cancellation',
    quote: quoteOf(scene, /less than/, 'cancellation'),
    fix: { label: 'Make the scale milder', terms: unfair.terms },
    edit: 'Or say another scale with Ask for a change.',
  };
}

export function givenBack(scene: LintScene): Miss | undefined {
  const own = keptWhatever(scene.terms);
  return own && removing(scene, own);
}

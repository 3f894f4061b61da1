import type { LawRule } from '../clauses/law-read.ts';
import { depositOf, totals } from '../contracts/terms.ts';
import { formatMoney } from '../shared/money.ts';
import { keptWhatever } from './custom.ts';
import { depositFix, depositShare, unfairTier } from './deposit.ts';
import { type LintScene, type Miss, quoteOf } from './finding.ts';
import { removing } from './law-payment.ts';

export function depositOver(scene: LintScene, { percentMilli = 50_000 }: LawRule): Miss | undefined {
  const { terms } = scene;
  if (depositShare(terms) <= percentMilli) return undefined;
  return {
    said: { deposit: formatMoney(depositOf(terms)), total: formatMoney(totals(terms).total) },
    field: 'deposit',
    quote: quoteOf(scene, /deposit/i, 'deposit'),
    fix: depositFix(terms, Math.min(percentMilli, 30_000)),
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
  };
}

export function givenBack(scene: LintScene): Miss | undefined {
  const own = keptWhatever(scene.terms);
  return own && removing(scene, own);
}

import { COUNT, countOf } from '../briefs/passages/text.ts';
import type { Variables } from '../clauses/clause.ts';
import { formatMoney, money } from '../shared/money.ts';
import { movingSummary } from './moving-line.ts';
import { currencyIn, shareWords, type TermName, type Terms } from './terms.ts';

export const daysOrNull = (days: number) => (days === 0 ? null : `${days} ${days === 1 ? 'day' : 'days'}`);

export const paragraphs = (text = '') =>
  text
    .split(/\n+/)
    .map((p) => p.trim())
    .filter(Boolean);

/** `3 years`, `18 months`. */
export const spanOf = (months: number) =>
  months % 12 === 0
    ? `${months / 12} ${months === 12 ? 'year' : 'years'}`
    : `${months} ${months === 1 ? 'month' : 'months'}`;

const SPAN = new RegExp(
  `^(${COUNT})\\s*(?:(years?|jahre?n?|ans?|années?|años?)|months?|monate?n?|mois|mes(?:es)?)$`,
  'iu',
);

/** The whole months that `3 years`, `18 months` or `3 Jahre` says; undefined for anything else. */
export function monthsSaid(typed: string): number | undefined {
  const [, count = '', years] = SPAN.exec(typed.trim()) ?? [];
  const months = (countOf(count) ?? Number.NaN) * (years ? 12 : 1);
  return Number.isInteger(months) && months > 0 ? months : undefined;
}

/** What clauses say of rights, secrecy, expenses and acceptance; null or false where the terms leave it to the clause. */
export function rightsWords(terms: Terms): Variables {
  const { rights, portfolio, expenses } = terms;
  const licence = rights?.value.kind === 'licence' ? rights.value : undefined;
  const capped = expenses?.value.kind === 'capped' ? expenses.value : undefined;
  const years = terms.confidentialityYears?.value;
  return {
    licence: licence !== undefined,
    assigned: rights?.value.kind === 'assignment',
    licenceUse: licence?.use ?? null,
    licenceTerritory: licence?.territory ?? null,
    licenceSpan: licence?.months ? spanOf(licence.months) : null,
    portfolioLater: portfolio?.value === 'after-publication',
    portfolioNo: portfolio?.value === 'no',
    portfolioYes: portfolio?.value === 'yes',
    confidential: years !== 0,
    confidentialSpan: spanOf((years || SECRET_YEARS) * 12),
    purpose: terms.purpose?.value ?? null,
    secretSpan: terms.secretMonths ? spanOf(terms.secretMonths.value) : null,
    expensesAtCost: expenses?.value.kind === 'at-cost',
    expensesCap: capped ? formatMoney(money(capped.minor, currencyIn(terms))) : null,
    expensesIncluded: expenses?.value.kind === 'included',
    acceptanceSpan: daysOrNull(terms.acceptanceDays?.value ?? ACCEPTANCE_DAYS),
    scopeNotes: paragraphs(terms.scopeNotes?.value),
    acceptanceNotes: paragraphs(terms.acceptanceNotes?.value),
  };
}

/** Days a client has to look at delivered work where nobody said another number. */
export const ACCEPTANCE_DAYS = 14;
/** Years that both sides keep things confidential where nobody said another number. */
export const SECRET_YEARS = 2;

type Line = { field: TermName; label: string; value: string | null };

/** The same in a few lines, for card, page and preview. */
export function rightsLines(terms: Terms): Line[] {
  const { expenses, killFee, rights, portfolio } = terms;
  const years = terms.confidentialityYears?.value;
  const lines: Line[] = [];
  if (terms.purpose) lines.push({ field: 'purpose', label: 'About', value: terms.purpose.value });
  if (terms.secretMonths)
    lines.push({
      field: 'secretMonths',
      label: 'Kept confidential',
      value: `For ${spanOf(terms.secretMonths.value)} from the day it is shared`,
    });
  const moving = movingSummary(terms);
  if (moving) lines.push({ field: 'rescheduling', label: 'Moving', value: moving });
  if (killFee)
    lines.push({
      field: 'killFee',
      label: 'Ended early',
      value: `${shareWords(killFee.value.percentMilli)} of the price for work not yet done`,
    });
  if (expenses) lines.push({ field: 'expenses', label: 'Expenses', value: expensesLine(terms) });
  if (terms.acceptanceDays)
    lines.push({ field: 'acceptanceDays', label: 'Accepted after', value: daysOrNull(terms.acceptanceDays.value) });
  if (rights) lines.push({ field: 'rights', label: 'Rights', value: rightsLine(rights.value) });
  if (portfolio) lines.push({ field: 'portfolio', label: 'Portfolio', value: PORTFOLIO[portfolio.value] });
  if (years !== undefined)
    lines.push({
      field: 'confidentialityYears',
      label: 'Confidential',
      value: years === 0 ? 'No duty' : `For ${spanOf(years * 12)}`,
    });
  return lines;
}

export const PORTFOLIO = {
  yes: 'May be shown',
  'after-publication': 'May be shown once it is public',
  no: 'Not shown',
} as const;
export const EXPENSES = { included: 'Included in the price', 'at-cost': 'At cost, with receipts' } as const;
export const ASSIGNED = 'Pass to the client on payment';

function expensesLine(terms: Terms): string {
  const expenses = terms.expenses?.value;
  if (expenses?.kind === 'capped') return `At cost, at most ${formatMoney(money(expenses.minor, currencyIn(terms)))}`;
  return EXPENSES[expenses?.kind ?? 'included'];
}

function rightsLine(rights: NonNullable<Terms['rights']>['value']): string {
  if (rights.kind === 'assignment') return ASSIGNED;
  const span = rights.months ? `, for ${spanOf(rights.months)}` : '';
  return `Licence for ${rights.use}, ${rights.territory}${span}`;
}

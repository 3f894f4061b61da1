import { checkMoving } from '../contracts/moving-check.ts';
import { movingFrom, movingLine } from '../contracts/moving-line.ts';
import { ASSIGNED, EXPENSES, monthsSaid, PORTFOLIO, rightsLines, spanOf } from '../contracts/rights-wording.ts';
import type { Terms } from '../contracts/terms.ts';
import { usualTerms } from '../contracts/terms-defaults.ts';
import type { Clause } from './clause.ts';
import { TemplateDefaults, USUAL, type Usual } from './defaults.ts';
import type { TemplateVersion } from './template.ts';
import { percent, type Wrong, whole } from './template-figures.ts';

/** What a template may leave to its clauses, as a form holds it: an empty field leaves it to them. */
export type UsualDraft = {
  moving: string;
  killFee: string;
  expenses: string;
  acceptanceDays: string;
  rights: string;
  licenceUse: string;
  licenceTerritory: string;
  licenceFor: string;
  portfolio: string;
  confidentialityYears: string;
};

/** The field that says each, and at which what stands against it is told. */
export const FIELD_OF = {
  rescheduling: 'moving',
  killFeeMilli: 'killFee',
  expenses: 'expenses',
  acceptanceDays: 'acceptanceDays',
  rights: 'rights',
  portfolio: 'portfolio',
  confidentialityYears: 'confidentialityYears',
} as const satisfies Record<Usual, keyof UsualDraft>;

type UsualDefaults = Pick<TemplateDefaults, Usual>;

export function usualOf(defaults: UsualDefaults): UsualDraft {
  const { killFeeMilli, rescheduling, expenses, acceptanceDays, rights, portfolio, confidentialityYears } = defaults;
  const licence = rights?.kind === 'licence' ? rights : undefined;
  const figure = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    moving: rescheduling ? movingLine(rescheduling, String) : '',
    killFee: figure(killFeeMilli && killFeeMilli / 1000),
    expenses: expenses?.kind ?? '',
    acceptanceDays: figure(acceptanceDays),
    rights: rights?.kind ?? '',
    licenceUse: licence?.use ?? '',
    licenceTerritory: licence?.territory ?? '',
    licenceFor: licence?.months ? spanOf(licence.months) : '',
    portfolio: portfolio ?? '',
    confidentialityYears: figure(confidentialityYears),
  };
}

/** What the fields say; nothing for what they leave to the clauses. */
export function usualFrom(draft: UsualDraft, wrong: Wrong): UsualDefaults {
  const killFee = filled(draft.killFee, percent);
  if (killFee === null) wrong('killFee', 'Write a number from 0 to 100, like 25, or nothing.');
  const acceptanceDays = filled(draft.acceptanceDays, (typed) => whole(typed, 60) || undefined);
  if (acceptanceDays === null) wrong('acceptanceDays', 'Write a whole number of days from 1 to 60, or nothing.');
  const years = filled(draft.confidentialityYears, (typed) => whole(typed, 10));
  if (years === null) wrong('confidentialityYears', 'Write a whole number of years from 0 to 10, or nothing.');
  const chosen = { expenses: EXPENSES, rights: { assignment: ASSIGNED, licence: '' }, portfolio: PORTFOLIO };
  for (const [name, kinds] of Object.entries(chosen) as [keyof typeof chosen, Record<string, string>][])
    if (draft[name] !== '' && !isOne(draft[name], kinds)) wrong(name, 'Choose one of these.');
  const said = {
    rescheduling: movingDefault(draft.moving, wrong),
    killFeeMilli: killFee || undefined,
    expenses: isOne(draft.expenses, EXPENSES) ? { kind: draft.expenses } : undefined,
    acceptanceDays: acceptanceDays ?? undefined,
    rights: rightsFrom(draft, wrong),
    portfolio: isOne(draft.portfolio, PORTFOLIO) ? draft.portfolio : undefined,
    confidentialityYears: years ?? undefined,
  } satisfies Required<{ [Name in Usual]: unknown }>;
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function movingDefault(typed: string, wrong: Wrong): UsualDefaults['rescheduling'] {
  if (typed.trim() === '') return undefined;
  // A sum has no currency here, and is no share of what a contract will cost.
  const { data } = TemplateDefaults.shape.rescheduling.safeParse(movingFrom(typed, 'EUR') ?? {});
  const stands = data !== undefined && Object.keys(data).length > 0 && checkMoving(asBooked(data)).length === 0;
  if (!stands)
    wrong('moving', 'Write it like “once free with 14 days’ notice, otherwise 25%, 50% within 2 days”, or nothing.');
  return stands ? data : undefined;
}

/** As a contract with a booking would have it, to see whether its steps can stand. */
const asBooked = (rescheduling: NonNullable<UsualDefaults['rescheduling']>) =>
  ({ rescheduling: { value: rescheduling }, booking: {}, rate: { value: { capMinor: null } } }) as unknown as Terms;

/** Undefined where nothing is typed, null where it can't be read. */
function filled<T>(typed: string, read: (typed: string) => T | undefined): T | null | undefined {
  return typed.trim() === '' ? undefined : (read(typed) ?? null);
}

const isOne = <Kind extends string>(typed: string, kinds: Readonly<Record<Kind, string>>): typed is Kind =>
  Object.hasOwn(kinds, typed);

const LICENCE_MONTHS_MAX = 1_200;

function rightsFrom(draft: UsualDraft, wrong: Wrong): UsualDefaults['rights'] {
  if (draft.rights === 'assignment') return { kind: 'assignment' };
  if (draft.rights !== 'licence') return undefined;
  const [use, territory] = [draft.licenceUse.trim(), draft.licenceTerritory.trim()];
  const months = filled(draft.licenceFor, monthsSaid);
  if (!use || use.length > 200)
    wrong('licenceUse', 'Say in 200 characters what the licence is for, like “your own website”.');
  if (!territory || territory.length > 80)
    wrong('licenceTerritory', 'Say where it holds, like “worldwide” or “in Europe”.');
  if (months === null || (months ?? 0) > LICENCE_MONTHS_MAX)
    wrong('licenceFor', 'Write it like 2 years or 18 months, or nothing for a licence without an end.');
  return { kind: 'licence', use, territory, months: months ?? null };
}

/** What a template says of them, each as contracts and the card show it. */
export const usualLines = (defaults: TemplateDefaults) => rightsLines(usualTerms({ defaults }));

/** What saving a version lost and was put back, in the same words. */
export const lostLines = ({ head, lost }: Pick<TemplateVersion, 'head' | 'lost'>) =>
  rightsLines(usualTerms({ defaults: onlyLost(head.defaults, lost) }));

function onlyLost(defaults: TemplateDefaults, lost: readonly Usual[]): TemplateDefaults {
  const kept = Object.entries(defaults).filter(
    ([name]) => lost.includes(name as Usual) || !USUAL.includes(name as Usual),
  );
  return Object.fromEntries(kept) as TemplateDefaults;
}

/** The values of which a clause has to use one for a default to be part of the contract; nothing where silence says it. */
const TOLD_BY: { readonly [Name in Usual]: (defaults: TemplateDefaults) => readonly string[] } = {
  rescheduling: () => ['movingTimes'],
  killFeeMilli: () => ['killFeeShare'],
  expenses: ({ expenses }) => (expenses?.kind === 'included' ? ['expensesIncluded'] : ['expensesAtCost']),
  acceptanceDays: () => ['acceptanceSpan'],
  rights: ({ rights }) => (rights?.kind === 'licence' ? ['licenceUse'] : ['assigned']),
  portfolio: () => ['portfolioYes', 'portfolioLater', 'portfolioNo'],
  confidentialityYears: ({ confidentialityYears }) => (confidentialityYears ? ['confidentialSpan'] : []),
};

/** Whether a contract of these clauses would say what a template's default is; a default that is not set is not asked of. */
export function isTold(name: Usual, defaults: TemplateDefaults, clauses: readonly Clause[]): boolean {
  const values = defaults[name] === undefined ? [] : TOLD_BY[name](defaults);
  const passes = ({ family, uses }: Clause) =>
    uses.some((used) => values.includes(used)) || (values.includes('assigned') && family === 'ip-assignment');
  return values.length === 0 || clauses.some(passes);
}

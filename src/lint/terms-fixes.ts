import { monthsOf } from '../contracts/schedule.ts';
import { type Milestone, milestoneSums, slotsIn, type TermName, type Terms } from '../contracts/terms.ts';
import type { TERM_RULES } from '../contracts/terms-check.ts';
import { onlyUnpriced } from '../contracts/unpriced.ts';
import { addDays, compareDays, formatDay, isZone, weekdayOf } from '../shared/dates.ts';
import { formatMoney, formatPercent, money } from '../shared/money.ts';
import { making } from './custom.ts';
import type { AskedTerm, Fix, LintScene } from './finding.ts';

type TermRule = (typeof TERM_RULES)[number];
type Fixes = (scene: LintScene, field: TermName) => readonly (Fix | undefined)[];

/** Usual values, as the forms and the other rules have them. */
const ROUNDS = 2;
const SECRET_MONTHS = 36;
const SHARE = 30_000;
const NONE = { kind: 'none' } as const;

/**
 * What settles terms that can't stand, each choice a press: where the terms contradict each other, or something can be left out.
 * What only a person knows, like a price or a last day, has none.
 */
const FIXES: { readonly [K in TermRule]?: Fixes } = {
  'terms.no-revisions': (scene) => {
    const rounds = scene.template?.defaults.revisions ?? ROUNDS;
    return [making(scene, rounds === 1 ? 'Include one round' : `Include ${rounds} rounds`, { revisions: rounds })];
  },
  'terms.no-secretMonths': (scene) => [making(scene, 'Make it 3 years', { secretMonths: SECRET_MONTHS })],
  'terms.unpriced': (scene) => {
    const settled = onlyUnpriced(scene.terms) as Terms;
    return [making({ ...scene, terms: settled }, 'Take price and work out', {})];
  },
  'terms.two-currencies': twoCurrencies,
  'terms.deposit-large': (scene) => [
    making(scene, 'Ask for 30%', { deposit: { kind: 'share', percentMilli: SHARE } }),
    withoutDeposit(scene),
  ],
  'terms.deposit-zero': (scene) => [withoutDeposit(scene)],
  'terms.deposit-worked': (scene) => [withoutDeposit(scene)],
  'terms.parts-worked': (scene) => [making(scene, 'Leave the parts out', { milestones: undefined })],
  'terms.parts-sum': partsSum,
  'terms.parts-deposit': (scene) => [
    depositOfSum(scene, milestoneSums(scene.terms).at(-1)?.sum.minor),
    withoutDeposit(scene),
  ],
  'terms.months-deposit': (scene) => [
    depositOfSum(scene, monthsOf(scene.terms).at(-1)?.sum.minor),
    withoutDeposit(scene),
  ],
  'terms.kill-fee-worked': (scene) => [making(scene, 'Leave the kill fee out', { killFee: undefined })],
  'terms.tax-reason': (scene) => [
    making(scene, 'Add no tax', { taxRateMilli: 0 }),
    making(scene, `Charge ${formatPercent(scene.terms.taxRateMilli?.value ?? 0)}`, { taxReason: undefined }),
  ],
  'terms.date-past': (scene, field) => [field === 'startOn' ? startSoon(scene) : undefined],
  'terms.end-before-start': ({ terms, ...scene }) => [
    making({ terms, ...scene }, 'Swap start and end', { startOn: terms.endOn?.value, endOn: terms.startOn?.value }),
  ],
  'terms.end-before-booking': (scene) => {
    const last = slotsIn(scene.terms).at(-1)?.on;
    return [last && making(scene, `Make the end ${formatDay(last)}`, { endOn: last })].map((each) => each || undefined);
  },
  'terms.bookings-order': inOrder,
  'terms.zone': zoneFixed,
};

/** The presses for a problem of the terms, those that leave nothing else in the way. */
export function fixesFor(code: TermRule, scene: LintScene, field: TermName): Fix[] {
  return (FIXES[code]?.(scene, field) ?? []).flatMap((each) => each ?? []);
}

/** Where it is typed, for problems whose field of the form is not the term's own. */
export const ASKED_AT: { readonly [K in TermRule]?: AskedTerm } = {
  'terms.cap-small': 'cap',
  'terms.no-changeOf': 'template',
};

const withoutDeposit = (scene: LintScene) => making(scene, 'Ask for no deposit', { deposit: NONE });

function depositOfSum(scene: LintScene, minor: bigint | undefined): Fix | undefined {
  if (!minor) return undefined;
  const { currency } = scene.terms.fee?.value ?? { currency: scene.business.currency };
  return making(scene, `Ask for ${formatMoney(money(minor, currency))}`, { deposit: { kind: 'sum', minor } });
}

function twoCurrencies(scene: LintScene) {
  const { fee, rate, currency, milestones, deposit, expenses } = scene.terms;
  const price = (fee ?? rate)?.value.currency;
  const sums = rate || milestones || deposit?.value.kind === 'sum' || expenses?.value.kind === 'capped';
  return [
    price && making(scene, `Make it all ${price}`, { currency: price }),
    !sums && fee && currency
      ? making(scene, `Make the price ${formatMoney(money(fee.value.minor, currency.value))}`, {
          fee: { minor: fee.value.minor, currency: currency.value },
        })
      : undefined,
  ].map((each) => each || undefined);
}

/** The last part takes what the others leave of the price, or the price becomes what the parts come to. */
function partsSum(scene: LintScene) {
  const { fee, milestones } = scene.terms;
  const parts = milestones?.value ?? [];
  const last = parts.at(-1);
  if (!fee || !last) return [];
  const { minor, currency } = fee.value;
  const put = (part: Milestone) => ({ milestones: [...parts.slice(0, -1), part] });
  const of = (name: 'percentMilli' | 'minor') => parts.map((part) => part[name]);
  const shares = of('percentMilli').flatMap((each) => (typeof each === 'number' ? each : []));
  const sums = of('minor').flatMap((each) => (typeof each === 'bigint' ? each : []));
  if (shares.length === parts.length) {
    const rest = 100_000 - shares.slice(0, -1).reduce((all, each) => all + each, 0);
    return [
      rest > 0 ? making(scene, `Make the last part ${rest / 1000}%`, put({ ...last, percentMilli: rest })) : undefined,
    ];
  }
  if (sums.length < parts.length) return [];
  const all = sums.reduce((sum, each) => sum + each, 0n);
  const rest = minor - (all - (last.minor ?? 0n));
  const said = (sum: bigint) => formatMoney(money(sum, currency));
  return [
    rest > 0n ? making(scene, `Make the last part ${said(rest)}`, put({ ...last, minor: rest })) : undefined,
    making(scene, `Make the price ${said(all)}`, { fee: { minor: all, currency } }),
  ];
}

function startSoon(scene: LintScene): Fix | undefined {
  let day = scene.today;
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  return making(scene, `Start on ${formatDay(day)}`, { startOn: day });
}

function inOrder(scene: LintScene) {
  const all = slotsIn(scene.terms).sort(
    (a, b) => compareDays(a.on, b.on) || (a.time ?? '').localeCompare(b.time ?? ''),
  );
  const [first, ...later] = all;
  return [first && making(scene, 'Put them in order', { booking: first, laterBookings: later })].map(
    (each) => each || undefined,
  );
}

/** A zone that is none becomes the business's own. */
function zoneFixed(scene: LintScene) {
  const { terms, business } = scene;
  const { timeZone: zone } = business;
  const [first, ...later] = slotsIn(terms).map((slot) => (isZone(slot.zone) ? slot : { ...slot, zone }));
  const clientZone = terms.clientZone && !isZone(terms.clientZone.value) ? zone : undefined;
  return [
    making(scene, `Make it ${zone}`, {
      ...(first && { booking: first }),
      ...(later.length > 0 && { laterBookings: later }),
      ...(clientZone && { clientZone }),
    }),
  ];
}

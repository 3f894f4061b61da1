import { movingSteps } from '../contracts/moving-check.ts';
import { feeWords, isMore } from '../contracts/scale-check.ts';
import { shareOfTotal, type Terms, totals } from '../contracts/terms.ts';
import { type CancellationTier, hoursOf, type MovingFee, type Rescheduling, spanWords } from '../contracts/tiers.ts';
import { formatMoney } from '../shared/money.ts';
import { fairShare } from './deposit.ts';
import {
  changed,
  clausesNamed,
  type Fix,
  type Found,
  type LintScene,
  type Miss,
  quoteOf,
  type Rule,
} from './finding.ts';

/** Rules of the craft about moving a booking to another day. */
export const MOVING_RULES: readonly Rule[] = [
  { id: 'time.moving-unused', title: 'Moving a booking that is not there', grade: 'warns', check: unused },
  { id: 'money.moving-dear', title: 'Moving costs more than cancelling', grade: 'warns', check: dear },
  { id: 'money.moving-private', title: 'What a private client pays for moving', grade: 'warns', check: private_ },
];

/** Only the clause on moving a booking says it, and that stands where something is booked. */
function unused(scene: LintScene): Found | undefined {
  const { rescheduling, booking } = scene.terms;
  if (!rescheduling || rescheduling.origin === 'template' || clausesNamed(scene, 'rescheduling').length > 0)
    return undefined;
  return {
    sentence: booking
      ? 'You agreed on what moving the date costs, but this kind of work has no clause that says it.'
      : 'You agreed on what moving the date costs, but nothing is booked, so it is not in the contract.',
    field: 'rescheduling',
    fix: { label: 'Leave out what moving costs', terms: changed(scene.terms, { rescheduling: undefined }) },
    way: booking ? { opens: 'templates' } : { opens: 'terms', field: 'booking' },
    edit: booking ? 'Or add the clause “Moving the booking” to the template.' : undefined,
  };
}

/** What calling off costs so long before; nothing where no step has begun. */
function cancellingAt(hours: number, { cancellation }: Terms): CancellationTier | undefined {
  const tiers = cancellation?.value.kind === 'tiers' ? cancellation.value.tiers : [];
  return tiers.filter((tier) => hoursOf(tier) >= hours).sort((a, b) => hoursOf(a) - hoursOf(b))[0];
}

const FREE: CancellationTier = { within: 1, unit: 'hours', percentMilli: 0 };

/** Who would pay less for calling off calls off, and the date and the price are gone. */
function dear(scene: LintScene): Found | undefined {
  const { terms } = scene;
  if (terms.cancellation?.value.kind !== 'tiers' || !terms.booking) return undefined;
  const wrong = movingSteps(terms).find(({ tier, hours }) => isMore(tier, cancellingAt(hours, terms) ?? FREE, terms));
  if (!wrong) return undefined;
  const cancelling = cancellingAt(wrong.hours, terms);
  const when = Number.isFinite(wrong.hours) ? `${spanWords(wrong.tier)} before` : 'long before';
  return {
    sentence: `Moving the booking ${when} costs ${feeWords(wrong.tier, terms)}, and cancelling it ${cancelling ? `only ${feeWords(cancelling, terms)}` : 'nothing yet'}: who has to choose cancels.`,
    field: 'rescheduling',
    quote: quoteOf(scene, /move/i, 'rescheduling'),
    // Long before the day few clients would rather start anew than pay a little.
    grade: cancelling ? 'warns' : 'suggests',
    fix: notAbove(terms),
  };
}

/** Moving that costs at most what calling off does at the same time. */
function notAbove(terms: Terms): Fix | undefined {
  const said = terms.rescheduling?.value;
  const { cancellation } = terms;
  if (!said?.fee || cancellation?.value.kind !== 'tiers') return undefined;
  const [first] = [...cancellation.value.tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  if (!first) return undefined;
  const capped = (tier: CancellationTier, hours: number): CancellationTier => {
    const most = cancellingAt(hours, terms) ?? first;
    return isMore(tier, most, terms) ? { within: tier.within, unit: tier.unit, ...feeOf(most) } : tier;
  };
  const late = said.notice && said.free !== 0 && hoursOf(said.notice) <= hoursOf(first);
  const notice = late && said.notice ? said.notice : { within: first.within, unit: first.unit };
  const base = capped({ ...notice, ...said.fee }, hoursOf(notice));
  const later = (said.tiers ?? []).filter((tier) => hoursOf(tier) < hoursOf(notice));
  const tiers = later.map((tier) => capped(tier, hoursOf(tier)));
  const rescheduling: Rescheduling = {
    ...said,
    ...(said.free === 0 && { free: null }),
    ...{ notice, fee: feeOf(base), tiers: tiers.length > 0 ? tiers : undefined },
  };
  return { label: 'Ask for no more than cancelling costs', terms: changed(terms, { rescheduling }) };
}

const feeOf = ({ percentMilli = 0, minor }: CancellationTier): MovingFee =>
  minor === undefined ? { percentMilli } : { minor };

/** The first fee of a private client's that asks for more than what fits. */
function unfair(terms: Terms): { said: string; terms: Terms } | undefined {
  const said = terms.rescheduling?.value;
  if (terms.clientKind?.value !== 'private' || !terms.booking || !terms.fee || !said?.fee) return undefined;
  const { total } = totals(terms);
  const share = ({ percentMilli, minor }: CancellationTier) =>
    percentMilli ?? (total.minor > 0n ? Number(((minor ?? 0n) * 100_000n) / total.minor) : 0);
  const steps = movingSteps(terms);
  const wrong = steps.find(({ tier }) => share(tier) > fairShare(tier));
  if (!wrong) return undefined;
  const mild = (tier: CancellationTier) =>
    share(tier) > fairShare(tier) ? { percentMilli: fairShare(tier) } : feeOf(tier);
  const [base] = steps;
  const tiers = said.tiers?.map((tier) => ({ within: tier.within, unit: tier.unit, ...mild(tier) }));
  const { tier } = wrong;
  const owed = tier.minor === undefined ? shareOfTotal(total, share(tier)) : { ...total, minor: tier.minor };
  const from = Number.isFinite(wrong.hours) ? ` from ${spanWords(tier)} before` : ', however early';
  return {
    said: `${formatMoney(owed)}${from}`,
    terms: changed(terms, { rescheduling: { ...said, fee: base && mild(base.tier), tiers } }),
  };
}

function private_(scene: LintScene): Found | undefined {
  const found = movingOver(scene);
  return (
    found && {
      ...found,
      sentence: `A private client who moves the date owes ${found.said?.fee}; that is probably more than you lose.`,
    }
  );
}

/** For laws that ask what a private client pays to be in proportion to what is lost. */
export function movingOver(scene: LintScene): Miss | undefined {
  const found = unfair(scene.terms);
  return (
    found && {
      said: { fee: found.said },
      field: 'rescheduling',
      quote: quoteOf(scene, /costs?\b/, 'rescheduling'),
      fix: { label: 'Make moving cheaper', terms: found.terms },
    }
  );
}

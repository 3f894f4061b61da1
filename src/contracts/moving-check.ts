import { formatMoney, money } from '../shared/money.ts';
import { feeWords, isMore, mostOf } from './scale-check.ts';
import { currencyIn, type Terms } from './terms.ts';
import { type CancellationTier, hoursOf, type Rescheduling, spanWords } from './tiers.ts';

/** What moving a booking can't be sent with. */
export const MOVING_FEE_RULES = ['terms.moving-order', 'terms.moving-falling', 'terms.moving-large'] as const;

type MovingProblem = {
  readonly code: (typeof MOVING_FEE_RULES)[number];
  readonly sentence: string;
  readonly fix?: { label: string; rescheduling: Rescheduling } | undefined;
};

/** A fee and the time from which it is owed; without one it is owed whenever somebody asks. */
export type MovingStep = { readonly tier: CancellationTier; readonly hours: number };

/** Longer ahead than any booking. */
const EVER = 1_000;

/** What moves cost that are not free, the earliest first. */
export function movingSteps({ rescheduling }: Pick<Terms, 'rescheduling'>): MovingStep[] {
  const { fee, free, notice, tiers = [] } = rescheduling?.value ?? {};
  if (!fee) return [];
  const from = notice && free !== 0 ? notice : undefined;
  const later = [...tiers].sort((a, b) => hoursOf(b) - hoursOf(a));
  return [
    {
      tier: { within: EVER, unit: 'days', ...from, ...fee },
      hours: from ? hoursOf(from) : Number.POSITIVE_INFINITY,
    },
    ...later.map((tier) => ({ tier, hours: hoursOf(tier) })),
  ];
}

/** What stands against the fees for moving a booking; lint says it, and keeps the contract from being sent. */
export function checkMoving(terms: Terms): MovingProblem[] {
  const { rescheduling, booking, changeOf } = terms;
  if (!rescheduling || !booking || changeOf) return [];
  const steps = movingSteps(terms);
  return [outOfOrder(steps, terms), falling(steps, terms), tooLarge(steps, terms)].flatMap((each) => each ?? []);
}

const whenWords = ({ tier, hours }: MovingStep) =>
  hours === Number.POSITIVE_INFINITY ? 'at any time' : `less than ${spanWords(tier)} before`;

/** A step from the time on at which another one begins would say two fees for one move, or never hold. */
function outOfOrder(steps: readonly MovingStep[], { rescheduling }: Terms): MovingProblem | undefined {
  const at = steps.findIndex(({ hours }, index) => index > 0 && hours >= (steps[index - 1]?.hours ?? 0));
  const { free, notice, fee, tiers } = rescheduling?.value ?? {};
  if (at < 0 && !(free === 0 && notice && tiers)) return undefined;
  const step = steps[Math.max(at, 1)];
  const rest = tiers?.filter(
    (tier, index) =>
      (!notice || free === 0 || hoursOf(tier) < hoursOf(notice)) &&
      tiers.findIndex((each) => hoursOf(each) === hoursOf(tier)) === index,
  );
  const clear = step && at > 0 && sameFee(step.tier, steps[at - 1]?.tier);
  return {
    code: 'terms.moving-order',
    sentence: `Moving the booking ${step ? whenWords(step) : 'late'} has two prices, or a time that never comes. Let each step begin nearer to the booking than the one above it.`,
    fix:
      clear && fee && rest
        ? {
            label: 'Keep one step for each time',
            rescheduling: { ...rescheduling?.value, tiers: rest.length > 0 ? rest : undefined },
          }
        : undefined,
  };
}

const sameFee = (one: CancellationTier, other: CancellationTier | undefined) =>
  one.percentMilli === other?.percentMilli && one.minor === other?.minor;

function falling(steps: readonly MovingStep[], terms: Terms): MovingProblem | undefined {
  const at = steps.findIndex(({ tier }, index) => {
    const before = steps[index - 1]?.tier;
    return before !== undefined && isMore(before, tier, terms);
  });
  const [far, near] = [steps[at - 1], steps[at]];
  if (!far || !near) return undefined;
  return {
    code: 'terms.moving-falling',
    sentence: `Moving the booking costs ${feeWords(far.tier, terms)} ${whenWords(far)}, and ${feeWords(near.tier, terms)} ${whenWords(near)}. Let it not fall as the day comes nearer.`,
    fix: terms.rescheduling && {
      label: 'Let the later steps cost as much',
      rescheduling: risen(terms.rescheduling.value, terms),
    },
  };
}

/** Each step at least what the one before it asks for. */
function risen(said: Rescheduling, terms: Terms): Rescheduling {
  let most = { within: EVER, unit: 'days' as const, ...said.fee };
  const tiers = [...(said.tiers ?? [])]
    .sort((a, b) => hoursOf(b) - hoursOf(a))
    .map((tier): CancellationTier => {
      const { within, unit } = tier;
      const raised = isMore(most, tier, terms) ? { ...most, within, unit } : tier;
      most = { ...raised, unit: 'days' };
      return raised;
    });
  return { ...said, tiers };
}

function tooLarge(steps: readonly MovingStep[], terms: Terms): MovingProblem | undefined {
  const most = mostOf(terms);
  const isLarge = ({ minor }: { minor?: bigint | undefined }) => minor !== undefined && minor > most.minor;
  const wrong = steps.find(({ tier }) => isLarge(tier))?.tier;
  const said = terms.rescheduling?.value;
  if (!wrong?.minor || !said?.fee) return undefined;
  const whole = { percentMilli: 100_000 };
  const fee = 'minor' in said.fee && isLarge(said.fee) ? whole : said.fee;
  const tiers = said.tiers?.map((tier) => (isLarge(tier) ? { within: tier.within, unit: tier.unit, ...whole } : tier));
  const sum = formatMoney(money(wrong.minor, currencyIn(terms)));
  return {
    code: 'terms.moving-large',
    sentence: `Moving the booking costs ${sum}, more than ${terms.fee ? 'the whole price' : 'what the work may come to'}, ${formatMoney(most)}. Ask for that at most.`,
    fix: terms.fee && { label: 'Ask for the whole price at most', rescheduling: { ...said, fee, tiers } },
  };
}

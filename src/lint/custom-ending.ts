import { killSharesIn } from '../briefs/agreed/kill-fee.ts';
import { TOPICS } from '../briefs/agreed/topics.ts';
import { REFUSED } from '../briefs/agreed/words.ts';
import { movingIn } from '../briefs/conditions/moving-terms.ts';
import { freeTimesIn } from '../briefs/conditions/moving-times.ts';
import { LIMITED, MOVE } from '../briefs/conditions/moving-words.ts';
import { owedIn } from '../briefs/conditions/owed.ts';
import { killFeeIn, MOVING_MONTHS, scaleIn, timesWords, usualNotice } from '../contracts/calling-off.ts';
import { currencyIn, shareOfTotal, shareWords, type Terms, totals } from '../contracts/terms.ts';
import { hoursOf, type Rescheduling, spanWords } from '../contracts/tiers.ts';
import { formatMoney, money } from '../shared/money.ts';
import { firstAgainst, making } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { CUES, NOTICE } from './own-cues.ts';
import { factsOf, spokenIn } from './own-facts.ts';
import { A_MOVE, FREE_MOVES } from './own-plain-cues.ts';
import { IMMOVABLE, MOVED, ONLY_THEN, RULED_OUT } from './own-slot-cues.ts';
import { daysOfLength, lengthsSaid, partWith, readingsOf } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what ending early and moving a booking cost. */
export const OWN_ENDING_RULES: readonly Rule[] = [
  {
    id: 'custom.other-kill-fee',
    title: 'Another kill fee in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherKillFee),
  },
  {
    id: 'custom.other-moving',
    title: 'Other terms for moving in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, otherMoving),
  },
];

/** A kill fee, where this contract has none. */
function newKillFee(scene: LintScene, text: string) {
  const shares = TOPICS.killFee.test(text)
    ? (readingsOf(text)
        .map(killSharesIn)
        .find(({ length }) => length > 0) ?? [])
    : [];
  const [share] = shares.filter((each) => each > 0);
  if (share === undefined || scaleIn(scene.terms).some(({ percentMilli }) => percentMilli === share)) return undefined;
  return {
    sentence: `Your own wording names ${shareWords(share)} for ending early; this contract has no kill fee.`,
    term: 'killFee' as const,
    make:
      share <= 100_000
        ? making(scene, `Make the kill fee ${shareWords(share)}`, { killFee: { percentMilli: share } })
        : undefined,
  };
}

function otherKillFee(scene: LintScene, own: OwnWords) {
  const { terms } = scene;
  const agreed = killFeeIn(terms);
  if (agreed === undefined) return newKillFee(scene, own.text);
  if (!CUES.cancelling.test(own.text) || CUES.deposit.test(own.text)) return undefined;
  const facts = factsOf(own.text, scene);
  // How long before is a scale, and that is held against what calling off costs.
  if (facts.conditions().cancellation?.value.kind === 'tiers') return undefined;
  const { text } = spokenIn(scene, own);
  const part = partWith(text, (words) => CUES.cancelling.test(words));
  if (!part) return undefined;
  const shares =
    readingsOf(part)
      .map(killSharesIn)
      .find(({ length }) => length > 0) ?? [];
  const sums = facts.money().amounts.filter(({ currency }) => currency);
  const none = shares.length === 0 && sums.length === 0 && TOPICS.killFee.test(part) && REFUSED.test(part);
  const [share] = shares;
  if (shares.includes(agreed) || !(none || share !== undefined || sums.length > 0)) return undefined;
  const said = none ? 'no kill fee' : share === undefined ? (sums[0]?.text ?? '') : shareWords(share);
  const label = none ? 'Leave the kill fee out' : `Make the kill fee ${said}`;
  const make = none
    ? making(scene, label, { killFee: undefined })
    : share !== undefined && shares.length === 1 && share <= 100_000
      ? making(scene, label, { killFee: { percentMilli: share } })
      : undefined;
  return {
    sentence: `Your own wording names ${said} for ending early; this contract asks for ${shareWords(agreed)} of the price for the work not yet done.`,
    term: 'killFee' as const,
    make,
  };
}

function otherMoving(scene: LintScene, own: OwnWords) {
  const { terms } = scene;
  const { text: whole } = own;
  if (!terms.booking || clausesNamed(scene, 'rescheduling').length === 0) return undefined;
  if (!speaksOfMoving(whole)) return undefined;
  const { text } = spokenIn(scene, own);
  if (!speaksOfMoving(text) || CUES.cancelling.test(text)) return undefined;
  if (FREE_MOVES.test(text) && (terms.rescheduling?.value.free ?? 1) !== null)
    return {
      sentence: `Your own wording has moving the booking always free; this contract has it free ${timesWords(terms.rescheduling?.value.free ?? 1)}.`,
      term: 'rescheduling' as const,
    };
  const said = movingSaid(text, currencyIn(terms));
  const differs = said && differenceOf(said, terms);
  if (!said || !differs) return undefined;
  const { free, ...rest } = said;
  const agreed = terms.rescheduling?.value;
  // A price of each move says nothing of those that are free.
  const next = { ...agreed, ...rest, ...(free !== undefined && !(free === 0 && rest.fee) && { free }) };
  return {
    sentence: `Your own wording says of moving the booking ${differs}.`,
    term: 'rescheduling' as const,
    make: making(scene, 'Make that the terms for moving', {
      rescheduling: said.free === 0 && !said.fee ? { free: 0 } : next,
    }),
    // “Twice when it rains” may stand beside what holds otherwise.
    grade: LIMITED.test(text) ? ('warns' as const) : undefined,
  };
}

const speaksOfMoving = (words: string) => [MOVE, MOVED, IMMOVABLE, A_MOVE].some((cue) => cue.test(words));

/** What words say of moving a booking, read whole or at least its fee and how often it is free. */
function movingSaid(text: string, currency: string): Rescheduling | undefined {
  if (IMMOVABLE.test(text) || (RULED_OUT.test(text) && !ONLY_THEN.test(text))) return { free: 0 };
  const readings = readingsOf(text);
  const whole = readings.flatMap((words) => movingIn(words, currency) ?? [])[0];
  if (whole) return whole;
  const free = readings.flatMap((words) => freeTimesIn(words)?.free ?? [])[0];
  const fee = readings
    .flatMap((words) => owedIn(words, currency))
    .find(({ percentMilli, minor }) => (percentMilli ?? 0) > 0 || minor !== undefined);
  const [span, ...more] = NOTICE.test(text) ? lengthsSaid(text) : [];
  const days = span && more.length === 0 && span.unit !== 'hour' ? Math.round(daysOfLength(span)) : undefined;
  if (!fee && free === undefined && days === undefined) return undefined;
  const { percentMilli = 0, minor } = fee ?? {};
  return {
    ...(free !== undefined && { free }),
    ...(days !== undefined && { notice: { within: days, unit: 'days' as const } }),
    ...(fee && { fee: minor === undefined ? { percentMilli } : { minor } }),
  };
}

type Worth = { readonly percentMilli?: number | undefined; readonly minor?: bigint | undefined };
type Before = { readonly within: number; readonly unit: 'days' | 'hours' };

/** In what words on moving differ from the contract, in words; undefined where they don't. */
function differenceOf(said: Rescheduling, terms: Terms): string | undefined {
  const agreed: Rescheduling = terms.rescheduling?.value ?? {};
  const { free, notice, months, fee, tiers = [] } = said;
  const now = agreed.free === undefined ? 1 : agreed.free;
  if (free === 0 && !fee && now !== 0) return 'that it can’t be done; this contract lets the client move it';
  if (free !== undefined && free !== now && !(free === 0 && fee))
    return `that it is free ${timesWords(free)}; this contract has it free ${timesWords(now)}`;
  const usual = usualNotice(terms);
  const wanted = agreed.notice ?? usual;
  if (notice && hoursOf(notice) !== hoursOf(wanted) && !isStep(notice, agreed))
    return `that it takes ${notice.within === 0 ? 'no notice' : `${spanWords(notice)} of notice`}; this contract asks for ${spanWords(wanted)}`;
  if (months !== undefined && months !== (agreed.months ?? MOVING_MONTHS))
    return `that the new day lies within ${months} months; this contract says ${agreed.months ?? MOVING_MONTHS}`;
  const other = [...(fee ? [fee as Worth] : []), ...tiers].find((each) => !isFee(each, agreed, terms));
  if (!other) return undefined;
  return `that it costs ${worthWords(other, terms)}; this contract has ${agreed.fee ? `it cost ${worthWords(agreed.fee, terms)}` : 'no such fee'}`;
}

/** Without a fee of its own a late request counts as calling off, at what that costs. */
function isFee(each: Worth, agreed: Rescheduling, terms: Terms): boolean {
  const known: readonly Worth[] = agreed.fee ? [agreed.fee, ...(agreed.tiers ?? [])] : scaleIn(terms);
  return known.some((one) => worth(one, terms) === worth(each, terms));
}

const worth = ({ percentMilli = 0, minor }: Worth, terms: Terms) =>
  minor ?? (terms.fee ? shareOfTotal(totals(terms).total, percentMilli).minor : BigInt(-percentMilli));

const worthWords = ({ percentMilli = 0, minor }: Worth, terms: Terms) =>
  minor === undefined ? shareWords(percentMilli) : formatMoney(money(minor, currencyIn(terms)));

const isStep = (notice: Before, { tiers = [] }: Rescheduling) =>
  tiers.some((tier) => hoursOf(tier) === hoursOf(notice));

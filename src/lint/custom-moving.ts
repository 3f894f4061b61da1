import { lettered } from '../briefs/passages/letters.ts';
import { movingLine } from '../contracts/moving-line.ts';
import { shareWords, type Terms } from '../contracts/terms.ts';
import { hoursOf, type Rescheduling } from '../contracts/tiers.ts';
import { firstAgainst, making } from './custom.ts';
import { clausesNamed, type LintScene, type Rule } from './finding.ts';
import { CUES } from './own-cues.ts';
import { factsOf } from './own-facts.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against what the clause on moving a booking says. */
export const OWN_MOVING: Rule = {
  id: 'custom.other-moving',
  title: 'Another price of moving in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherMoving),
};

/** Moving what is booked, and not files or money. */
const MOVING = lettered(
  '(?<![\\p{L}])(?:re-?schedul\\p{L}*|postpon\\p{L}*|date changes?|chang(?:e|es|ed|ing) (?:of )?(?:the |a )?date|mov(?:e|es|ed|ing) (?:the |a |to another |to a new )?(?:date|day|booking|session|shoot|event|slot)s?|verschieb\\p{L}*|umbuch\\p{L}*|verleg(?:en|t|ung\\p{L}*)|terminänder\\p{L}*|report(?:er|s)? (?:la|le|gratuits?|de (?:la )?(?:date|séance))|(?:un|le|tout|chaque) report|changements? de date|aplaz\\p{L}*|posterg\\p{L}*|reprogram\\p{L}*|cambios? de fecha|cambiar la fecha)(?![\\p{L}])',
  'iu',
);

function otherMoving(scene: LintScene, own: OwnWords) {
  const { text } = own;
  if (!MOVING.test(text) || clausesNamed(scene, 'rescheduling').length === 0) return undefined;
  const facts = factsOf(text, scene);
  const said = facts.conditions().rescheduling?.value;
  const words = said ? movingLine(said, (minor) => String(Number(minor) / 100)) : figureIn(scene, own);
  if (!words || (said && stands(said, scene.terms))) return undefined;
  const agreed = scene.terms.rescheduling;
  return {
    sentence: `Your own wording says of moving the date “${words}”; ${agreed ? 'this contract has agreed on something else' : 'the clause on moving the booking says something else'}.`,
    term: 'rescheduling' as const,
    make: said ? making(scene, 'Make that the term for moving', { rescheduling: said }) : undefined,
  };
}

/** Words that no reader takes whole, with a share or sum for moving that the term does not have. */
function figureIn(scene: LintScene, { text }: OwnWords): string | undefined {
  if (CUES.deposit.test(text) || CUES.cancelling.test(text)) return undefined;
  const { fee, tiers = [] } = scene.terms.rescheduling?.value ?? {};
  const known = [...(fee ? [fee] : []), ...tiers] as { percentMilli?: number; minor?: bigint }[];
  const { shares, amounts } = factsOf(text, scene).money();
  const other = shares.find(({ percentMilli }) => !known.some((each) => each.percentMilli === percentMilli));
  if (other) return shareWords(other.percentMilli);
  const sums = amounts.filter(({ currency }) => currency);
  return known.some(({ minor }) => minor !== undefined) ? undefined : sums[0]?.text;
}

/** Whether the contract says all that words say: each part of them as it stands. */
function stands(said: Rescheduling, { rescheduling }: Terms): boolean {
  const now = rescheduling?.value ?? {};
  const hours = (each: Rescheduling['notice']) => each && hoursOf(each);
  const same = (one: unknown, other: unknown) => asText(one) === asText(other);
  return (
    (said.free === undefined || said.free === (now.free === undefined ? 1 : now.free)) &&
    (said.notice === undefined || hours(said.notice) === hours(now.notice)) &&
    (said.months ?? now.months) === now.months &&
    (said.fee === undefined || same(said.fee, now.fee)) &&
    (said.tiers === undefined || same(said.tiers.map(stepText), now.tiers?.map(stepText)))
  );
}

const stepText = (tier: NonNullable<Rescheduling['tiers']>[number]) => [hoursOf(tier), tier.percentMilli, tier.minor];
const asText = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each));

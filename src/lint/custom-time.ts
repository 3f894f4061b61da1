import { daysOf, stretchesIn } from '../briefs/conditions/stretches.ts';
import type { DateMention } from '../briefs/time/dates.ts';
import { killFeeIn, NOTICE_DAYS } from '../contracts/calling-off.ts';
import { endDayOf, shareWords, slotsIn, type Terms } from '../contracts/terms.ts';
import type { CancellationTier } from '../contracts/tiers.ts';
import { compareDays, type Day, formatDay } from '../shared/dates.ts';
import { firstAgainst, making } from './custom.ts';
import { otherLength } from './custom-length.ts';
import { orPlainly } from './custom-plain.ts';
import type { LintScene, Rule } from './finding.ts';
import { BY_CLIENT, CUES, EXTRA, INTERIM, NOTICE, TIME_TO_PAY } from './own-cues.ts';
import { factsOf, type OwnFacts, spokenIn } from './own-facts.ts';
import { INVOICE, TOLD, UNPAID_YET } from './own-paid-cues.ts';
import { INTEREST } from './own-tax-cues.ts';
import { daysOfLength, lengthsSaid } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against days, times and counts of the contract, and against what calling it off costs. */
export const OWN_TIME_RULES: readonly Rule[] = [
  {
    id: 'custom.other-day',
    title: 'Another day in your own words',
    grade: 'blocks',
    check: firstAgainst(
      ownWording,
      orPlainly('day', (scene, own) => otherDay(scene, own) ?? otherLength(scene, own)),
    ),
  },
  {
    id: 'custom.other-days',
    title: 'Another time to pay in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('days', otherDays)),
  },
  {
    id: 'custom.other-rounds',
    title: 'Other rounds in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('rounds', otherRounds)),
  },
  {
    id: 'custom.other-cancelling',
    title: 'Another price of cancelling in your own words',
    grade: 'blocks',
    check: firstAgainst(ownWording, orPlainly('cancelling', otherCancelling)),
  },
];

const EXPENSES = /\b(?:expenses?|travel|spesen|reisekosten|frais|gastos)\b/i;

/** The days the contract itself names. */
function daysIn(terms: Terms): Day[] {
  const { startOn, endOn, milestones, changeOf } = terms;
  const end = endDayOf(terms);
  return [
    ...[startOn?.value, endOn?.value, end, changeOf?.value.signedOn].flatMap((day) => day ?? []),
    ...slotsIn(terms).map(({ on }) => on),
    ...(milestones?.value ?? []).flatMap(({ dueOn }) => dueOn ?? []),
  ];
}

/** What a date can mean, where it is one day or one of a few. */
const daysOfMention = ({ day, either }: DateMention): readonly Day[] => (day ? [day] : (either ?? []));

function otherDay(scene: LintScene, own: OwnWords) {
  const { terms } = scene;
  const { text } = spokenIn(scene, own);
  const about = (['end', 'whole', 'start', 'booking'] as const).filter((each) => CUES[each].test(text));
  if (about.length === 0 || !/\d|\p{L}day\b/iu.test(text) || EXTRA.test(text)) return undefined;
  const known = daysIn(terms);
  const other = factsOf(text, scene)
    .dates()
    .map(daysOfMention)
    .find((days) => days.length > 0 && !days.some((day) => known.includes(day)));
  const [said] = other ?? [];
  if (!other || !said) return undefined;
  const end = endDayOf(terms);
  const late = end !== undefined && other.every((day) => compareDays(day, end) > 0);
  const ends = (about.includes('end') || about.includes('whole')) && !BY_CLIENT.test(text);
  const exact = other.length === 1;
  const day = other.map(formatDay).join(' or ');
  if (about.includes('start') && (terms.startOn || late))
    return {
      sentence: `Your own wording has the work start on ${day}; this contract ${terms.startOn ? `has it start on ${formatDay(terms.startOn.value)}` : `ends before that, on ${formatDay(end ?? said)}`}.`,
      term: 'startOn' as const,
      make: exact ? making(scene, `Start on ${day}`, { startOn: said }) : undefined,
    };
  if (ends && end && (late || (about.includes('whole') && !INTERIM.test(text))))
    return {
      sentence: `Your own wording has the work delivered by ${day}; this contract ends on ${formatDay(end)}.`,
      term: 'endOn' as const,
      make: exact ? making(scene, `Make the end ${day}`, { endOn: said }) : undefined,
    };
  const slots = slotsIn(terms);
  const [slot] = slots;
  if (
    about.includes('booking') &&
    slot &&
    !ends &&
    !INTERIM.test(text) &&
    own.field !== 'deliverables' &&
    compareDays(said, scene.today) >= 0
  )
    return {
      sentence: `Your own wording names ${day}; this contract is booked for ${slots.map(({ on }) => formatDay(on)).join(', ')}.`,
      term: 'booking' as const,
      make: exact && slots.length === 1 ? making(scene, `Book ${day}`, { booking: { ...slot, on: said } }) : undefined,
    };
  return undefined;
}

function otherDays(scene: LintScene, own: OwnWords) {
  const agreed = scene.terms.netDays?.value;
  const { text } = own;
  if (agreed === undefined || !CUES.paying.test(text) || CUES.deposit.test(text) || EXTRA.test(text)) return undefined;
  if (EXPENSES.test(text)) return undefined;
  const [length, ...more] = TIME_TO_PAY.test(text) ? stretchesIn(text) : [];
  const named = length && more.length === 0 ? daysOf(length) : daysToPay(text);
  const days = factsOf(text, scene).conditions().netDays?.value ?? named;
  if (days === undefined || Number.isNaN(days) || days === agreed) return undefined;
  return {
    sentence: `Your own wording gives ${days} days to pay, and the clause on payment ${agreed}.`,
    term: 'netDays' as const,
    make: days <= 365 ? making(scene, `Make it ${days} days`, { netDays: days }) : undefined,
  };
}

/** “You have 45 days to settle each invoice”: one length, beside an invoice that is paid in time. */
function daysToPay(text: string): number | undefined {
  if (!INVOICE.test(text) || TOLD.test(text) || INTEREST.test(text) || UNPAID_YET.test(text)) return undefined;
  const [length, ...more] = lengthsSaid(text);
  return length && more.length === 0 && length.unit !== 'hour' ? Math.round(daysOfLength(length)) : undefined;
}

const ROUNDS = /\b(\d{1,2})\s+(?:rounds?|revisions?|correction loops?)\b/i;

function otherRounds(scene: LintScene, own: OwnWords) {
  const agreed = scene.terms.revisions?.value;
  // What a round is of is no work beyond: “five rounds of changes are included”.
  const beyond = EXTRA.test(own.text.replace(/(?<=rounds? of )changes/i, 'revisions')) || IS_NO_ROUND.test(own.text);
  if (agreed === undefined || beyond || !ROUND_WORDS.test(own.text)) return undefined;
  const { conditions, text } = factsOf(own.text, scene);
  const written = NUMBERED.exec(own.text)?.[1]?.toLowerCase();
  const counted = written === undefined ? undefined : NUMBERS.indexOf(written);
  const rounds =
    conditions().revisions?.value ?? (counted === undefined ? Number(ROUNDS.exec(text)?.[1] ?? Number.NaN) : counted);
  if (Number.isNaN(rounds) || rounds === agreed) return undefined;
  return {
    sentence: `Your own wording names ${rounds} rounds of revisions, and the clause on revisions ${agreed}.`,
    term: 'revisions' as const,
    make: rounds <= 50 ? making(scene, `Include ${rounds} rounds`, { revisions: rounds }) : undefined,
  };
}

/** “Corrections of our mistakes are no revisions.” */
const IS_NO_ROUND = /\b(?:is|are|be|as) no (?:rounds?|revisions?)\b/i;
const NUMBERS = 'no one two three four five six seven eight nine ten'.split(' ');
const NUMBERED = new RegExp(`\\b(${NUMBERS.join('|')})\\s+(?:rounds?|revisions?|correction loops?)\\b`, 'i');
const ROUND_WORDS =
  /round|revision|correction|change|runde|korrektur|schleife|überarbeit|änderung|tours?\b|modification|retouche|série|ronda|correcci|cambio|revisi/i;

function otherCancelling(scene: LintScene, own: OwnWords) {
  const { text } = own;
  if (!(CUES.cancelling.test(text) || NOTICE.test(text)) || !/\d|%|\p{L}/u.test(text)) return undefined;
  const facts = factsOf(text, scene);
  const said = saidOfCancelling(text, facts);
  // What is owed of the work not yet done is the kill fee.
  if (!said || (said.kind === 'share' && killFeeIn(scene.terms)) || isKnown(said, scene.terms)) return undefined;
  const policy = scene.terms.cancellation?.value;
  const now =
    policy?.kind === 'tiers'
      ? 'this contract has a scale of its own for it'
      : `this contract asks for ${policy?.days ?? NOTICE_DAYS} days of notice`;
  const found = facts.conditions().cancellation?.value;
  const make =
    found && found.kind === said.kind
      ? found
      : said.kind === 'notice'
        ? { kind: 'notice' as const, days: said.days }
        : undefined;
  const words = said.kind === 'notice' ? `${said.days} days of notice` : said.words;
  return {
    sentence: `Your own wording names ${words} for calling it off; ${now}.`,
    term: 'cancellation' as const,
    make: make
      ? making(scene, make.kind === 'notice' ? `Make the notice ${make.days} days` : 'Make that the scale', {
          cancellation: make,
        })
      : undefined,
  };
}

type Cancelling =
  | { readonly kind: 'notice'; readonly days: number }
  | { readonly kind: 'tiers'; readonly tiers: readonly CancellationTier[]; readonly words: string }
  | { readonly kind: 'share'; readonly shares: readonly number[]; readonly words: string };

function saidOfCancelling(text: string, facts: OwnFacts): Cancelling | undefined {
  const read = facts.conditions().cancellation?.value;
  const { shares, amounts } = facts.money();
  const ends = CUES.cancelling.test(text);
  const lengths = NOTICE.test(text) ? stretchesIn(text) : [];
  const [length] = lengths;
  if (read?.kind === 'tiers') return { kind: 'tiers', tiers: read.tiers, words: 'a scale' };
  if (read && ends) return { kind: 'notice', days: read.days };
  if (length && lengths.length === 1 && ends && shares.length === 0) return { kind: 'notice', days: daysOf(length) };
  if (!ends || CUES.deposit.test(text)) return undefined;
  const percents = shares.map(({ percentMilli }) => percentMilli);
  if (percents.length > 0) return { kind: 'share', shares: percents, words: percents.map(shareWords).join(' and ') };
  const sums = amounts.filter(({ currency }) => currency);
  return sums.length > 0
    ? { kind: 'share', shares: [-1], words: sums.map((each) => each.text).join(' and ') }
    : undefined;
}

/** How long before a step begins, in hours: 48 hours are 2 days. */
const hoursOf = ({ within, unit }: CancellationTier) => within * (unit === 'days' ? 24 : 1);

function isKnown(said: Cancelling, { cancellation }: Terms): boolean {
  const policy = cancellation?.value;
  const tiers = policy?.kind === 'tiers' ? policy.tiers : [];
  if (said.kind === 'notice') return policy?.kind !== 'tiers' && said.days === (policy?.days ?? NOTICE_DAYS);
  if (said.kind === 'share')
    return said.shares.every((share) => tiers.some(({ percentMilli }) => percentMilli === share));
  return said.tiers.every((one) =>
    tiers.some(
      (each) => hoursOf(each) === hoursOf(one) && each.percentMilli === one.percentMilli && each.minor === one.minor,
    ),
  );
}

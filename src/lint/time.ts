import { NOTICE_DAYS } from '../contracts/calling-off.ts';
import { endDayOf, slotsIn, type TermName } from '../contracts/terms.ts';
import { addDays, compareDays, type Day, daysBetween, formatDay, weekdayOf } from '../shared/dates.ts';
import { making } from './custom.ts';
import { changed, type Found, type LintScene, quoteOf, type Rule } from './finding.ts';

/** Days on which offices are closed in the place; those that move with Easter are left to the calendar on the wall. */
const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  AT: ['05-01', '10-26', '12-26'],
  AU: ['01-26', '12-26'],
  BE: ['05-01', '07-21', '11-11'],
  CA: ['07-01', '12-26'],
  CH: ['08-01', '12-26'],
  DE: ['05-01', '10-03', '12-26'],
  ES: ['05-01', '10-12', '12-06'],
  FR: ['05-01', '07-14', '11-11'],
  GB: ['12-26'],
  IE: ['03-17', '12-26'],
  IT: ['04-25', '05-01', '06-02', '12-26'],
  NL: ['04-27', '12-26'],
  PL: ['05-01', '05-03', '11-11', '12-26'],
  SE: ['05-01', '06-06', '12-26'],
  US: ['07-04', '11-11'],
};
const EVERYWHERE = ['01-01', '12-25'];

/** From here on a project is long enough for the client's plans to change. */
const LONG_DAYS = 60;
const KILL_FEE_MILLI = 25_000;

/** Rules of the craft about dates and about what happens when plans change. */
export const TIME_RULES: readonly Rule[] = [
  {
    id: 'time.end-off',
    title: 'Done on a day off',
    grade: 'suggests',
    check: (scene) => off(scene, 'endOn', 'The work is due'),
  },
  {
    id: 'time.start-off',
    title: 'Start on a day off',
    grade: 'suggests',
    check: (scene) => off(scene, 'startOn', 'The work starts'),
  },
  { id: 'time.parts-order', title: 'The order of the parts', grade: 'warns', check: partsOrder },
  { id: 'time.part-late', title: 'A part after the end', grade: 'warns', check: partLate },
  { id: 'time.scale-unused', title: 'A scale that never applies', grade: 'warns', check: scaleUnused },
  { id: 'time.no-kill-fee', title: 'Nothing for an early end', grade: 'suggests', check: noKillFee },
];

function dayOff(day: Day, country: string): 'weekend' | 'holiday' | undefined {
  if (weekdayOf(day) > 5) return 'weekend';
  return [...EVERYWHERE, ...(HOLIDAYS[country] ?? [])].includes(day.slice(5)) ? 'holiday' : undefined;
}

/** Dated slots may well be on a Saturday; days by which something is done are working days. */
function off(scene: LintScene, field: 'endOn' | 'startOn', what: string): Found | undefined {
  const { terms, business } = scene;
  const day = terms[field]?.value;
  const why = day && !slotsIn(terms).some(({ on }) => on === day) && dayOff(day, business.country);
  if (!day || !why) return undefined;
  let next = day;
  while (dayOff(next, business.country)) next = addDays(next, 1);
  const end = endDayOf(terms);
  const fits = field === 'endOn' || !end || compareDays(next, end) <= 0;
  return {
    sentence: `${what} on ${formatDay(day)}, which is ${why === 'weekend' ? 'a weekend' : 'a holiday'}.`,
    field,
    quote: quoteOf(scene, formatDay(day), 'schedule'),
    ...(fits && { fix: { label: `Make it ${formatDay(next)}`, terms: changed(terms, { [field]: next }) } }),
    edit: 'Or leave it, if you work on that day.',
  };
}

function partsOrder(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const parts = terms.milestones?.value ?? [];
  const days = (terms.milestones?.value ?? []).flatMap(({ dueOn }) => dueOn ?? []);
  if (days.every((day, index) => index === 0 || compareDays(days[index - 1] ?? day, day) <= 0)) return undefined;
  return {
    sentence: 'The parts of the price are not in the order of their days.',
    field: 'milestones',
    // A part without a day has no place that its day would give it.
    fix: parts.every(({ dueOn }) => dueOn)
      ? making(scene, 'Put them in that order', {
          milestones: [...parts].sort((a, b) => compareDays(a.dueOn ?? '', b.dueOn ?? '')),
        })
      : undefined,
  };
}

function partLate(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const parts = terms.milestones?.value ?? [];
  const end = endDayOf(terms);
  const late = parts.find(({ dueOn }) => end && dueOn && compareDays(dueOn, end) > 0);
  if (!end || !late?.dueOn) return undefined;
  const last = parts.flatMap(({ dueOn }) => dueOn ?? []).reduce((a, b) => (compareDays(a, b) < 0 ? b : a), end);
  const earlier = making(scene, `Have it paid by ${formatDay(end)}`, {
    milestones: parts.map((part) => (part.dueOn && compareDays(part.dueOn, end) > 0 ? { ...part, dueOn: end } : part)),
  });
  return {
    sentence: `“${late.label}” is due on ${formatDay(late.dueOn)}, after the work has ended on ${formatDay(end)}.`,
    field: 'milestones',
    fix: making(scene, `Make the end ${formatDay(last)}`, { endOn: last }),
    also: earlier && [earlier],
  };
}

/** A scale that counts back from nothing is left out of the contract, and notice takes its place. */
function scaleUnused(scene: LintScene): Found | undefined {
  const { cancellation, booking, startOn } = scene.terms;
  if (cancellation?.value.kind !== 'tiers' || cancellation.origin === 'template' || booking || startOn)
    return undefined;
  return {
    sentence:
      'You asked for cancellation fees by date, but there is no day to count back from, so they are not in the contract.',
    field: 'startOn' satisfies TermName,
    quote: quoteOf(scene, /notice/i, 'ending-early'),
    fix: making(scene, 'Agree on notice instead', { cancellation: { kind: 'notice', days: NOTICE_DAYS } }),
  };
}

/** Private clients may hardly be asked for a share of work that is never done. */
function noKillFee(scene: LintScene): Found | undefined {
  const { terms, today } = scene;
  const end = endDayOf(terms);
  if (!terms.fee || !end || terms.killFee || terms.booking || terms.clientKind?.value === 'private') return undefined;
  if (daysBetween(terms.startOn?.value ?? today, end) < LONG_DAYS || terms.cancellation?.value.kind === 'tiers')
    return undefined;
  return {
    sentence: 'The work takes months, and a client who stops half-way owes nothing for the time you kept free.',
    field: 'killFee',
    quote: quoteOf(scene, /./, 'ending-early'),
    fix: {
      label: 'Ask for 25% of the rest',
      terms: changed(terms, { killFee: { percentMilli: KILL_FEE_MILLI } }),
    },
    edit: 'Or leave it: what was done is paid either way.',
  };
}

import { formatMoney, formatPercent, minus } from '../shared/money.ts';
import { isSame } from '../shared/same.ts';
import type { TaxReason } from '../shared/tax.ts';
import { changedThings, deliverableLines, mostOf } from './deliverable.ts';
import { depositOf, isWorked, type Terms, totals } from './terms.ts';

/** What a change does to the freelancer's side, in plain sentences: money first, then time, then rights. */
export function effectsOf(before: Terms, after: Terms): string[] {
  return [...money(before, after), ...work(before, after), ...rights(before, after)];
}

type Look = (before: Terms, after: Terms) => string[];

const money: Look = (before, after) => {
  const out: string[] = [];
  const comparable = !isWorked(before) && !isWorked(after) && (before.fee ?? before.rate) && (after.fee ?? after.rate);
  if (comparable) {
    // Tax is passed on: where it changes, what is earned is the price without it.
    const worth = differs(before, after, 'taxRateMilli') ? ('net' as const) : ('total' as const);
    const [was, is] = [totals(before)[worth], totals(after)[worth]];
    const [first, next] = [depositOf(before), depositOf(after)];
    const same = was.currency === is.currency;
    if (same && is.minor < was.minor)
      out.push(`You earn ${formatMoney(minus(was, is))} less: ${formatMoney(is)} instead of ${formatMoney(was)}.`);
    if (same && is.minor > was.minor)
      out.push(`You earn ${formatMoney(minus(is, was))} more: ${formatMoney(is)} instead of ${formatMoney(was)}.`);
    if (same && next.minor < first.minor)
      out.push(
        next.minor === 0n
          ? 'You start with nothing in hand: there is no deposit.'
          : `You start with ${formatMoney(minus(first, next))} less in hand.`,
      );
    if (same && next.minor > first.minor) out.push(`You start with ${formatMoney(minus(next, first))} more in hand.`);
  }
  if (isWorked(after) && !isWorked(before))
    out.push('The work is billed as worked, so nobody knows the whole price yet.');
  const days = (after.netDays?.value ?? 14) - (before.netDays?.value ?? 14);
  if (days > 0) out.push(`You wait up to ${plural(days, 'day')} longer for each invoice to be paid.`);
  if (days < 0) out.push(`Each invoice is due ${plural(-days, 'day')} sooner.`);
  const [kill, killed] = [before.killFee?.value.percentMilli ?? 0, after.killFee?.value.percentMilli ?? 0];
  if (killed < kill) out.push('You get less if the client ends the work early.');
  if (killed > kill) out.push('You are paid more of what is left if the client ends the work early.');
  if (differs(before, after, 'cancellation')) out.push('Cancelling has other terms: read that clause.');
  out.push(...movingEffects(before, after));
  if (differs(before, after, 'expenses') && after.expenses?.value.kind === 'included')
    out.push('Expenses are yours to carry: the price covers them.');
  if (after.expenses?.value.kind === 'capped' && before.expenses?.value.kind === 'at-cost')
    out.push('Expenses above the limit are yours to carry.');
  if (differs(before, after, 'milestones')) out.push('The price is invoiced in other parts.');
  out.push(...taxEffects(before, after));
  if (differs(before, after, 'taxIncluded'))
    out.push(after.taxIncluded?.value ? 'Tax comes out of the price.' : 'Tax is added to the price.');
  return out;
};

const NO_TAX: Record<TaxReason, string> = {
  'reverse-charge': 'No tax is added: reverse charge, so the client accounts for it.',
  'small-business': 'No tax is added: you say that you are a small business that charges none.',
  exempt: 'No tax is added: you say that the work is exempt.',
};

function taxEffects(before: Terms, after: Terms): string[] {
  if (!differs(before, after, 'taxRateMilli') && !differs(before, after, 'taxReason')) return [];
  const rate = after.taxRateMilli?.value ?? 0;
  if (rate > 0) return [`The tax is ${formatPercent(rate)}.`];
  const reason = after.taxReason?.value;
  return [reason ? NO_TAX[reason] : 'No tax is added, and the contract does not say why.'];
}

/** How a booking may be moved; what is left out is once, and free before calling off costs anything. */
function movingEffects(before: Terms, after: Terms): string[] {
  if (!differs(before, after, 'rescheduling')) return [];
  const [was, is] = [before.rescheduling?.value ?? {}, after.rescheduling?.value ?? {}];
  const often = (free: number | null = 1) => free ?? Number.POSITIVE_INFINITY;
  const out: string[] = [];
  if (often(is.free) > often(was.free)) out.push('The client may move the booking more often at no charge.');
  if (often(is.free) < often(was.free)) out.push('The client may move the booking less often at no charge.');
  if (was.fee && !is.fee) out.push('You are paid nothing for a booking that is moved late.');
  return out.length > 0 ? out : ['Moving the booking has other terms: read that clause.'];
}

const work: Look = (before, after) => {
  const out: string[] = [];
  const cheaper =
    !isWorked(after) &&
    before.fee !== undefined &&
    after.fee !== undefined &&
    after.fee.value.minor <= before.fee.value.minor;
  const [old, next] = [deliverableLines(before), deliverableLines(after)];
  const come = next.filter((item) => !old.includes(item)).length - old.filter((item) => !next.includes(item)).length;
  for (const [was, is] of changedThings(before.deliverables?.value ?? [], after.deliverables?.value ?? []))
    if ((mostOf(is) ?? Number.POSITIVE_INFINITY) > (mostOf(was) ?? Number.POSITIVE_INFINITY))
      out.push(
        `More of the same to deliver${cheaper ? ' for no more money' : ''}: “${is.text}” instead of “${was.text}”.`,
      );
  if (come > 0) out.push(`${plural(come, 'thing')} more to deliver${cheaper ? ' for no more money' : ''}.`);
  const rounds = (after.revisions?.value ?? 0) - (before.revisions?.value ?? 0);
  if (rounds > 0) out.push(`${plural(rounds, 'round')} of revisions more${cheaper ? ' for no more money' : ''}.`);
  if (before.endOn && after.endOn && after.endOn.value < before.endOn.value)
    out.push('There is less time until the work is due.');
  if (before.startOn && after.startOn && after.startOn.value > before.startOn.value && !differs(before, after, 'endOn'))
    out.push('You start later and finish on the same day.');
  if (differs(before, after, 'booking'))
    out.push('The booking is on another day, time or place: look at your calendar.');
  if ((after.acceptanceDays?.value ?? 14) > (before.acceptanceDays?.value ?? 14))
    out.push('The client has longer to object to what you deliver.');
  return out;
};

const rights: Look = (before, after) => {
  const out: string[] = [];
  const [was, is] = [before.rights?.value.kind, after.rights?.value.kind];
  if (differs(before, after, 'rights')) {
    if (is === 'assignment') out.push('You give up all rights in the work once it is paid: wider than a licence.');
    else
      out.push(
        was === 'assignment'
          ? 'You keep the rights and give a licence.'
          : 'The licence covers other uses, places or times.',
      );
  }
  if (differs(before, after, 'portfolio') && after.portfolio?.value !== 'yes')
    out.push(
      after.portfolio?.value === 'no' ? 'You may not show the work.' : 'You may show the work only once it is public.',
    );
  if ((after.confidentialityYears?.value ?? 2) > (before.confidentialityYears?.value ?? 2))
    out.push('You keep things confidential for longer.');
  const [kept, keep] = [before.secretMonths?.value ?? 0, after.secretMonths?.value ?? 0];
  if (keep > kept && kept > 0) out.push('Both of you keep what is shared confidential for longer.');
  if (keep < kept && keep > 0) out.push('What you share is protected for a shorter time.');
  if (differs(before, after, 'purpose')) out.push('What is shared may be used for something else than before.');
  if (differs(before, after, 'governingLaw'))
    out.push('Another law applies: a dispute may be heard where you don’t live.');
  if (differs(before, after, 'variants')) out.push('A clause has another wording: read what it says below.');
  if (differs(before, after, 'specialTerms') && after.specialTerms)
    out.push('There are words of their own in the contract: read them, no library clause says them.');
  return out;
};

const differs = (before: Terms, after: Terms, name: keyof Terms) => !isSame(before[name]?.value, after[name]?.value);
const plural = (count: number, word: string) => `${count} ${count === 1 ? word : `${word}s`}`;

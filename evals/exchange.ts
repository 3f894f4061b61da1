/** The exchange format of the evals: a brief in, terms out, in words that no part of our own terms is needed for. */
import { z } from 'zod';
import { type ParsedBrief, parseBrief } from '../src/briefs/brief.ts';
import type { BriefContext } from '../src/briefs/passages/text.ts';
import { withoutBound } from '../src/briefs/scope/quantities.ts';
import { templateOf } from '../src/clauses/read.ts';
import { type Sourced, type TermName, type Terms, term } from '../src/contracts/terms.ts';
import { fillTerms } from '../src/contracts/terms-defaults.ts';
import { isZone } from '../src/shared/dates.ts';
import { parseMoney } from '../src/shared/money.ts';
import { unlessRefused } from '../src/shared/refusal.ts';

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** `ZZ` has a name there, "Unknown Region", and no law. */
const isCountry = (code: string) => code !== 'ZZ' && COUNTRIES.of(code) !== undefined;

export const BriefIn = z.object({
  id: z.string(),
  lang: z.string(),
  today: z.iso.date(),
  workspace: z.object({
    currency: z.string().regex(/^[A-Z]{3}$/),
    timezone: z.string().refine(isZone, 'not a time zone'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .refine(isCountry, 'not a country'),
    depositPercent: z.number().min(0).max(100).nullish(),
    netDays: z.int().min(0).max(365).nullish(),
  }),
  brief: z.string(),
});
export type BriefIn = z.infer<typeof BriefIn>;

export const FIELDS = [
  'clientName', 'clientCompany', 'clientEmail', 'amountMinor', 'currency', 'rate', 'depositPercent', 'depositMinor', 'netDays',
  'startOn', 'dueOn', 'bookings', 'revisions', 'deliverables', 'milestones', 'governingLaw', 'cancellation',
] as const; // biome-ignore format: a list reads better in rows
export type Field = (typeof FIELDS)[number];

export type Said = { value: unknown; origin: string; quote?: string };
export type TermsOut = { id: string; terms: Partial<Record<Field, Said>>; questions: Field[] };

/** What our own names for a term are called in the exchange. */
const ASKED: Partial<Record<TermName, Field>> = {
  clientName: 'clientName',
  clientCompany: 'clientCompany',
  clientEmail: 'clientEmail',
  fee: 'amountMinor',
  currency: 'currency',
  deposit: 'depositPercent',
  netDays: 'netDays',
  startOn: 'startOn',
  endOn: 'dueOn',
  booking: 'bookings',
  revisions: 'revisions',
  deliverables: 'deliverables',
  milestones: 'milestones',
  governingLaw: 'governingLaw',
  cancellation: 'cancellation',
};

/** What is asked of a brief that is not read at all: it is too long. */
const ALL_OPEN: TermsOut['questions'] = ['clientName', 'clientEmail', 'amountMinor', 'dueOn'];

/** What the reader may know besides the brief. */
export function contextOf({ today, workspace }: BriefIn): BriefContext {
  const { currency, timezone, country } = workspace;
  const depositPercentMilli = workspace.depositPercent == null ? null : Math.round(workspace.depositPercent * 1000);
  return { today, currency, zone: timezone, country, depositPercentMilli, netDays: workspace.netDays ?? null };
}

/** Reads a brief by rule, with the workspace's and the template's defaults marked as such. */
export function termsOf(brief: BriefIn): TermsOut {
  return outOf(
    brief,
    unlessRefused(() => parseBrief(brief.brief, contextOf(brief))),
  );
}

/** A reading in the words of the exchange; undefined is a brief that is not read at all. */
export function outOf(brief: BriefIn, parsed: ParsedBrief | undefined): TermsOut {
  const { id } = brief;
  if (!parsed) return { id, terms: {}, questions: ALL_OPEN };
  const template = templateOf(parsed.found.template?.value ?? 'general') ?? templateOf('general');
  if (!template) throw new Error('the library has no general template');
  const filled = fillTerms(parsed.found, template, { ...contextOf(brief), taxRateMilli: 0 });
  const asked = askedOf(parsed);
  const terms = exchanged(filled, parsed);
  // A slot whose time is missing is asked about and still a slot.
  for (const field of asked) if (field !== 'bookings' || !parsed.found.booking) delete terms[field];
  return { id, terms, questions: asked };
}

function askedOf({ questions, notes, beyond, hints }: ParsedBrief): Field[] {
  const unclear = notes.flatMap(({ field }) => field ?? []);
  const slots = beyond.bookings.length > 1;
  const names = [...questions, ...unclear].filter((name) => {
    // An hourly price is a price: what the whole comes to is not asked. Several clear slots are an answer.
    if (name === 'fee' && beyond.rate)
      return unclear.includes('fee') && notes.some(({ code }) => code === 'brief.several-fees');
    // Of a figure in one of several currencies only the currency is asked.
    if (name === 'fee' && hints.fee) return unclear.includes('fee');
    if (name === 'booking' && slots) return false;
    return true;
  });
  const fields = names.flatMap((name) => ASKED[name] ?? []);
  if (fields.includes('depositPercent')) fields.push('depositMinor');
  // One question asks what it costs, by the hour or in all.
  if (unclear.includes('fee') && !beyond.rate) fields.push('rate');
  return [...new Set(fields)];
}

const said = <T>(sourced: Sourced<unknown>, value: T): Said => ({
  value,
  origin: sourced.origin,
  ...(sourced.quote && { quote: sourced.quote }),
});

function exchanged(terms: Terms, { found, beyond, hints, notes }: ParsedBrief): TermsOut['terms'] {
  const out: TermsOut['terms'] = {};
  for (const name of [
    'clientName',
    'clientCompany',
    'clientEmail',
    'netDays',
    'startOn',
    'revisions',
    'deliverables',
    'governingLaw',
  ] as const) {
    const one = terms[name];
    // Where no list was found, the title stands for what is delivered: our words, not the brief's.
    const titled = name === 'deliverables' && one?.quote !== undefined && one.quote === found.title?.quote;
    const named = titled && !/^\d{1,4} /.test(one.quote ?? '');
    const value =
      name === 'deliverables' ? terms.deliverables?.value.map(({ text }) => withoutBound(text)) : one?.value;
    if (one) out[name] = named ? { value, origin: 'template' } : said(one, value);
  }
  if (terms.clientEmail) out.clientEmail = said(terms.clientEmail, terms.clientEmail.value.toLowerCase());
  if (terms.fee) out.amountMinor = said(terms.fee, Number(terms.fee.value.minor));
  // The figure is read and stands in the form, whichever of the currencies it is in.
  else if (hints.fee) {
    const figure = hints.fee;
    const sum = unlessRefused(() => parseMoney(figure, 'USD'));
    const quote = notes.find(({ field }) => field === 'currency')?.quote;
    if (sum) out.amountMinor = said(term(0, 'brief', quote), Number(sum.minor));
  }
  const currency = found.currency ?? terms.currency;
  if (currency) out.currency = said(currency, currency.value);
  if (terms.endOn) out.dueOn = said(terms.endOn, terms.endOn.value);
  if (beyond.rate) {
    const { unit, minor, currency: code } = beyond.rate.value;
    out.rate = said(beyond.rate, { unit, amountMinor: Number(minor) });
    const named = /[^\d.,'’ k]/i.test(beyond.rate.quote ?? '');
    if (named && !found.currency?.quote) out.currency = said(beyond.rate, code);
  }
  if (beyond.milestones)
    out.milestones = said(
      beyond.milestones,
      beyond.milestones.value.map(({ label, percentMilli, minor, dueOn }) => ({
        label,
        ...(percentMilli !== undefined && { percent: percentMilli / 1000 }),
        ...(minor !== undefined && { amountMinor: Number(minor) }),
        ...(dueOn && { dueOn }),
      })),
    );
  Object.assign(out, deposit(terms), slots(terms, beyond), cancelling(terms));
  return out;
}

function deposit({ deposit: sourced }: Terms): TermsOut['terms'] {
  if (!sourced) return {};
  const { value } = sourced;
  if (value.kind === 'sum') return { depositMinor: said(sourced, Number(value.minor)) };
  return { depositPercent: said(sourced, value.kind === 'none' ? 0 : value.percentMilli / 1000) };
}

function slots({ booking }: Terms, { bookings, bookingsQuote }: ParsedBrief['beyond']): TermsOut['terms'] {
  const first = booking?.value;
  const all = bookings.length > 1 ? bookings : first ? [first] : [];
  if (all.length === 0) return {};
  const each = all.map(({ on, time, zone }) => ({ date: on, ...(time && { time }), zone }));
  return {
    bookings: said(bookings.length > 1 ? term(each, 'brief', bookingsQuote) : (booking ?? term(each, 'brief')), each),
  };
}

function cancelling({ cancellation }: Terms): TermsOut['terms'] {
  if (!cancellation) return {};
  const { value } = cancellation;
  const each =
    value.kind === 'notice'
      ? [{ noticeDays: value.days }]
      : value.tiers.map(({ within, unit, percentMilli, minor }) => ({
          ...(unit === 'days' ? { withinDays: within } : { withinHours: within }),
          ...(percentMilli !== undefined && { feePercent: percentMilli / 1000 }),
          ...(minor !== undefined && { feeMinor: Number(minor) }),
        }));
  return { cancellation: said(cancellation, each) };
}

import { type ParsedBrief, parseBrief } from '../../src/briefs/brief.ts';
import type { BriefContext } from '../../src/briefs/passages/text.ts';
import type { TermName } from '../../src/contracts/terms.ts';

/** A Monday. */
export const CONTEXT: BriefContext = {
  today: '2026-11-23',
  currency: 'EUR',
  zone: 'Europe/Berlin',
  country: 'DE',
  depositPercentMilli: null,
  netDays: 14,
};

export const parse = (brief: string, context: Partial<BriefContext> = {}): ParsedBrief =>
  parseBrief(brief, { ...CONTEXT, ...context });

/** One term as a short string: `EUR 400000`, `50000/share`, `2027-06-12 15:00 +360 @Castle`. */
export function short(parsed: ParsedBrief, name: TermName): string | undefined {
  const { found } = parsed;
  if (name === 'fee' && found.fee) return `${found.fee.value.currency} ${found.fee.value.minor}`;
  if (name === 'deposit' && found.deposit) {
    const deposit = found.deposit.value;
    return deposit.kind === 'none'
      ? 'none'
      : deposit.kind === 'sum'
        ? `sum ${deposit.minor}`
        : `share ${deposit.percentMilli}`;
  }
  if (name === 'booking' && found.booking) {
    const { on, time, minutes, place } = found.booking.value;
    return [on, time, minutes && `+${minutes}`, place && `@${place}`].filter(Boolean).join(' ');
  }
  if (name === 'cancellation' && found.cancellation) {
    const policy = found.cancellation.value;
    if (policy.kind === 'notice') return `notice ${policy.days}`;
    return policy.tiers.map((t) => `${(t.percentMilli ?? 0) / 1000}% <${t.within} ${t.unit}`).join(', ');
  }
  if (name === 'deliverables') return found.deliverables?.value.map(({ text }) => text).join(' | ');
  const value = found[name]?.value;
  return Array.isArray(value) ? value.join(' | ') : value === undefined ? undefined : String(value);
}

/** The start and the end of the work: `2027-04-05 to -`. */
export function daysIn(brief: string, context: Partial<BriefContext>): string {
  const parsed = parse(brief, context);
  return [short(parsed, 'startOn'), short(parsed, 'endOn')].map((day) => day ?? '-').join(' to ');
}

/** Every dated slot with its time: `04-03 14:00, 04-10 ?`. */
export function slotsIn(brief: string, context: Partial<BriefContext>): string {
  const { found, beyond } = parse(brief, context);
  const all = beyond.bookings.length > 1 ? beyond.bookings : found.booking ? [found.booking.value] : [];
  return all.map(({ on, time }) => `${on.slice(5)} ${time ?? '?'}`).join(', ');
}

/** What holds, or `ask` with what one press may answer. */
export function held(brief: string, field: TermName): string {
  const parsed = parse(brief);
  const value = short(parsed, field);
  if (value !== undefined) return value;
  const answers = parsed.notes.find((note) => note.field === field)?.answers?.map(({ label }) => label) ?? [];
  return parsed.questions.includes(field) ? `ask ${answers.join(', ')}`.trim() : 'nothing';
}

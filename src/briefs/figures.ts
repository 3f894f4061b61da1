import { readConditions } from './conditions/conditions.ts';
import { readNotice } from './conditions/notice.ts';
import { readRevisions } from './conditions/revisions.ts';
import { likeliestLengths } from './evidence/lengths.ts';
import type { englished } from './languages/language.ts';
import { type BriefContext, coverage } from './passages/text.ts';
import { headersIn, phonesIn } from './passages/thread.ts';
import { scanDates } from './time/dates.ts';

/** The figures of a brief that are no money: conditions, days and telephone numbers. What they cover is read as nothing else. */
export function figuresIn(said: string, english: ReturnType<typeof englished>, context: BriefContext) {
  const { text, placed } = english;
  const rounds = readRevisions(said);
  const notice = readNotice(said);
  const conditions = readConditions(
    text,
    context.currency,
    { ...rounds, spans: rounds.spans.map(placed) },
    { ...notice, spans: notice.spans.map(placed) },
  );
  const asked = new Set(conditions.notes.map(({ field }) => field));
  const headers = headersIn(text);
  const sent = coverage(text.length, headers);
  const dates = scanDates(text, context.today).filter((date) => !sent.has(date));
  const phones = phonesIn(text);
  const { netDays, cancellation } = conditions.found;
  // "In 30 days" may be a day of the work and a time to pay.
  const days = dates.filter((date) => !/^in /i.test(date.text));
  const learned = likeliestLengths(text, [...conditions.spans, ...days, ...phones], {
    net: !netDays && !asked.has('netDays'),
    notice: !cancellation && !asked.has('cancellation'),
  });
  const spans = [...conditions.spans, ...learned.spans];
  const told = coverage(text.length, learned.spans);
  return {
    conditions: { ...conditions, found: { ...conditions.found, ...learned.found }, spans },
    headers,
    dates: dates.filter((date) => !told.has(date)),
    firm: [...spans, ...dates, ...phones],
  };
}

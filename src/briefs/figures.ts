import { readAgreed } from './agreed/agreed.ts';
import { asidesIn } from './bystanders/asides.ts';
import { bystandersIn } from './bystanders/bystanders.ts';
import { type ConditionReading, readConditions } from './conditions/conditions.ts';
import { readMoving } from './conditions/moving.ts';
import { readNotice } from './conditions/notice.ts';
import { dueNote, duesIn } from './conditions/open-dues.ts';
import { otherDueNote, otherDuesIn } from './conditions/other-dues.ts';
import { readRevisions } from './conditions/revisions.ts';
import type { englished } from './languages/language.ts';
import { likeliestLengths } from './meanings/lengths.ts';
import { likeliestRounds } from './meanings/rounds.ts';
import { type BriefContext, coverage, masked, type Note, type Span } from './passages/text.ts';
import { headersIn, phonesIn } from './passages/thread.ts';
import { anchoredDays } from './time/anchored.ts';
import { type DateMention, scanDates } from './time/dates.ts';

type Figures = {
  readonly conditions: ConditionReading;
  /** The lines of a mail's head that say when it was sent. */
  readonly headers: Span[];
  readonly dates: DateMention[];
  /** All that is read as nothing else: conditions, days, telephone numbers and other people's bargains. */
  readonly firm: Span[];
  /** The brief without other people's bargains and without what is said of moving a date, as it was written. */
  readonly spoken: string;
  /** And without the figures of terms that are read by themselves, as it was written and in the readers' words. */
  readonly written: string;
  readonly ours: string;
  /** Each piece that is about somebody else and names a figure, so that whoever reads the draft knows what was left aside. */
  readonly asides: Note[];
  readonly theirs: Span[];
  /** The days of those pieces, where the brief names no other. */
  readonly theirDays: DateMention[];
};

/** The figures of a brief that are no money, as the rules read them. */
export function figuresByRule(said: string, english: ReturnType<typeof englished>, context: BriefContext): Figures {
  const { text, placed, language, origin } = english;
  const others = bystandersIn(said);
  const theirs = others.map(placed);
  const inWords = (span: Span) => (span.text.includes('█') ? span.text : origin(span).text);
  const moving = readMoving(masked(text, theirs), context.currency, { language, written: inWords });
  const spoken = masked(said, [...others, ...moving.spans.map(origin)]);
  // "Accepted if nobody objects within 5 days" is no time to pay.
  const agreed = readAgreed(spoken, context.currency).spans;
  const written = masked(spoken, agreed);
  const further = agreed.map(placed);
  const ours = masked(text, [...theirs, ...further]);
  const rounds = readRevisions(written);
  const notice = readNotice(written);
  const dues = duesIn(spoken);
  const rules = otherDuesIn(spoken);
  const due = [...dues, ...rules].map(placed);
  const read = readConditions(
    masked(ours, due),
    context.currency,
    moving,
    { ...rounds, spans: rounds.spans.map(placed) },
    { ...notice, spans: notice.spans.map(placed) },
  );
  // Beside a time to pay it is the work that is due.
  const asked = read.found.netDays ? [] : dues.filter(({ open }) => open);
  const told = read.found.netDays || read.notes.some(({ field }) => field === 'netDays') ? [] : rules;
  const conditions = {
    ...read,
    notes: [
      ...read.notes,
      ...asked.flatMap((one) => dueNote(one, english, context.today)),
      ...otherDueNote(told, context.netDays),
    ],
  };
  const headers = headersIn(text);
  const sent = coverage(text.length, headers);
  const settled = coverage(text.length, [...further, ...[...asked, ...rules].map(placed)]);
  const scanned = scanDates(text, context.today).filter((date) => !sent.has(date) && !settled.has(date));
  const elsewhere = coverage(text.length, theirs);
  const named = scanned.filter((date) => !elsewhere.has(date));
  // "Moving it to 19 June costs 25%" names no day of the work.
  const moved = coverage(text.length, moving.spans);
  const still = named.filter((date) => !moved.has(date));
  const own = still.length > 0 ? still : named;
  const dates = [...own, ...anchoredDays(text, own, [...conditions.spans, ...theirs])].sort(
    (a, b) => a.start - b.start,
  );
  const firm = [...conditions.spans, ...due, ...dates, ...phonesIn(text), ...theirs, ...further];
  return {
    conditions,
    headers,
    dates,
    firm,
    spoken,
    written,
    ours: masked(ours, moving.spans),
    theirs,
    asides: asidesIn(others),
    theirDays: own.length > 0 ? [] : scanned,
  };
}

/** The figures of a brief that are no money, with the lengths of time and the rounds that the rules leave open. */
export function figuresIn(said: string, english: ReturnType<typeof englished>, context: BriefContext): Figures {
  const { text, placed } = english;
  const figures = figuresByRule(said, english, context);
  const { conditions, dates, firm, written, ours } = figures;
  const asked = new Set(conditions.notes.map(({ field }) => field));
  const { netDays, cancellation } = conditions.found;
  // "In 30 days" may be a day of the work and a time to pay.
  const days = new Set<Span>(dates.filter((date) => /^in /i.test(date.text)));
  const learned = likeliestLengths(
    ours,
    firm.filter((span) => !days.has(span)),
    {
      net: !netDays && !asked.has('netDays'),
      notice: !cancellation,
      tiers: cancellation?.value.kind === 'tiers' ? cancellation.value.tiers.length : 0,
      home: context.currency,
    },
  );
  const open = !conditions.found.revisions && !asked.has('revisions');
  const rounds = open ? likeliestRounds(written) : undefined;
  const spans = [...learned.spans, ...(rounds ? rounds.spans.map(placed) : [])];
  const told = coverage(text.length, learned.spans);
  return {
    ...figures,
    conditions: {
      ...conditions,
      found: { ...conditions.found, ...learned.found, ...rounds?.found },
      notes: conditions.notes.filter(({ field }) => field !== 'cancellation' || !learned.found.cancellation),
      spans: [...conditions.spans, ...spans],
    },
    dates: dates.filter((date) => !told.has(date)),
    firm: [...firm, ...spans],
  };
}

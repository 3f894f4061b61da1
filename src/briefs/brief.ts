import { type Booking, type Rate, type Sourced, type TermName, type Terms, term } from '../contracts/terms.ts';
import { present } from '../contracts/terms-defaults.ts';
import type { Money } from '../shared/money.ts';
import { readClientFacts } from './agreed/address.ts';
import { type AgreedReading, readAgreed } from './agreed/agreed.ts';
import { type Read, readChain } from './answered.ts';
import { askedDay, askedFee } from './bystanders/asides.ts';
import { readLaw } from './conditions/laws.ts';
import { withSoundScale } from './conditions/scale.ts';
import { readSecrecy } from './conditions/secrecy.ts';
import { figuresIn } from './figures.ts';
import { type Englished, englished, type Language, languageOf } from './languages/language.ts';
import { withSpelling } from './languages/spelling.ts';
import { noteIn, partsIn, sourcedIn, termsIn } from './languages/written.ts';
import { besidePlan, outsidePlan, withoutPlanned, withTail } from './money/beside-plan.ts';
import { readMilestones } from './money/milestones.ts';
import type { MoneyReading } from './money/money.ts';
import { partsNote, partsRivals } from './money/part-notes.ts';
import type { Part } from './money/parts.ts';
import { readPrices } from './money/planned-whole.ts';
import { withQuantity } from './money/quantity.ts';
import { scanShares } from './money/share-scan.ts';
import { readShares } from './money/shares.ts';
import { readTaxReason } from './money/tax-reasons.ts';
import { readParties } from './parties/parties.ts';
import { withPlainNames } from './parties/tricky-names.ts';
import { takenOver } from './passages/kept.ts';
import { isPriced } from './passages/priced.ts';
import { messagesIn } from './passages/quoted.ts';
import { saidAnewIn } from './passages/said-anew.ts';
import { type BriefContext, masked, type Note, readableBrief } from './passages/text.ts';
import { saidIn } from './passages/thread.ts';
import { turnsIn } from './passages/turns.ts';
import { asBroken, unwrapped } from './passages/unwrapped.ts';
import { withoutWishes } from './passages/wishes.ts';
import { checked, isOpen, questionsFor } from './questions.ts';
import { askRevised, askThought, askWished, type Told } from './revised.ts';
import { readWork } from './scope/work.ts';
import { readSchedule } from './time/schedule.ts';
import { placedIn } from './time/slots.ts';
import { scheduleBeside } from './time/special-days.ts';

export type ParsedBrief = {
  /** What the brief says and nothing else: each value with origin `brief` and the words it was read from. */
  readonly found: Terms;
  /** What must be asked: it is needed and missing, or the brief is unclear about it. */
  readonly questions: TermName[];
  readonly notes: Note[];
  /** Words to show in the form for a term that was read in part, such as a figure whose currency is open. */
  readonly hints: Partial<Record<TermName, string>>;
  readonly language: Language;
  /** What the brief says beyond what the terms of one contract hold so far. */
  readonly beyond: {
    readonly rate: Sourced<Rate> | undefined;
    /** The price of a unit of what the work does not cover. */
    readonly overage: Sourced<Rate> | undefined;
    readonly milestones: Sourced<Part[]> | undefined;
    readonly bookings: readonly Booking[];
    readonly bookingsQuote: string | undefined;
  };
};

/**
 * Reads terms from a brief by rule, in time linear in its length. It never invents: what is not stated, or stated in a way
 * that can mean two things, becomes a question. Refuses a brief of more than 12,000 characters (`brief.too-long`).
 */
export function parseBrief(brief: string, context: BriefContext): ParsedBrief {
  const readable = readableBrief(brief);
  const written = unwrapped(readable);
  const { text: spelt, own } = withSpelling(written, languageOf(written));
  const { text: plain, named } = withPlainNames(spelt);
  const { fresh, older, all, notes: left } = messagesIn(plain);
  const reply = { author: '', text: fresh };
  const language = older.length > 0 ? languageOf(all) : undefined;
  const alone = fresh !== '' && (isPriced(fresh) || takenOver(reply, older, { priced: false }) >= 0);
  const read = alone
    ? readChain(reply, older, (text) => readMessage(text, context, language))
    : readMessage(all, context);
  const { openDays: _, others, ...parsed } = read;
  const notes = [...left, ...parsed.notes, ...others.filter((note) => isOpen(note, parsed))];
  return asBroken(own(named({ ...parsed, notes, questions: questionsFor(parsed.found, notes) })), written, readable);
}

/** What one message says. */
function readMessage(message: string, context: BriefContext, language?: Language): Read {
  const { said: all, notes, revised } = saidIn(message);
  const { said, wishes } = withoutWishes(all);
  const read = readSaid(said, notes, context, language);
  const currency = read.found.currency?.value ?? context.currency;
  const toldIn = ({ found, beyond, notes }: Read): Told => ({ found, rate: beyond.rate, notes, currency });
  const again = (text: string) => toldIn(readSaid(text, [], { ...context, currency }, read.language));
  const above = toldIn(read);
  const told = [
    ...revised.flatMap((piece) => askRevised(above, piece, again(withoutInstead(piece)))),
    ...wishes.flatMap((piece) => askWished(above, piece, again(piece))),
    ...saidAnewIn(said).flatMap(({ piece, before, after, hedged }) =>
      askThought(above, piece, { before: again(before), after: again(after) }, hedged),
    ),
  ];
  return told.length === 0 ? read : withoutDoubted(read, told);
}

/** "In place of the above: EUR 450": the figure stands behind what it replaces. */
const withoutInstead = (piece: string) => piece.replace(/^\W*in (?:place|lieu) of [^:,.\n]*[:,.] ?/i, '');

/** A reading without the values that something said elsewhere puts in doubt; they are asked. */
function withoutDoubted(read: Read, told: readonly Note[]): Read {
  const doubted = new Set<string>(told.flatMap(({ field }) => field ?? []));
  const found = Object.fromEntries(Object.entries(read.found).filter(([name]) => !doubted.has(name))) as Terms;
  const { beyond } = read;
  // What is asked is nobody else's.
  const isToldIn = ({ code, sentence }: Note) =>
    code === 'brief.bystander' && told.some(({ quote }) => quote?.includes(/“(.+?)…?”/s.exec(sentence)?.[1] ?? '\0'));
  return {
    ...read,
    found,
    // What is asked anew is asked once, with all that was said.
    notes: [...read.notes.filter((note) => !(note.field ? doubted.has(note.field) : isToldIn(note))), ...told],
    beyond: {
      ...beyond,
      ...(doubted.has('fee') && { rate: undefined, overage: undefined }),
      ...(doubted.has('booking') && { bookings: [], bookingsQuote: undefined }),
    },
  };
}

function readSaid(said: string, heard: readonly Note[], context: BriefContext, language?: Language): Read {
  const english = englished(said, language, context.currency);
  const { text } = english;
  const { conditions, headers, dates, firm, spoken, ours, theirs, asides, theirDays } = figuresIn(
    said,
    english,
    context,
  );
  const turns = turnsIn(text);
  const shares = scanShares(text, firm);
  const money = readPrices(text, { firm, shares, dates, turns }, context);
  const plan = partsIn(
    readMilestones(text, {
      ...{ shares, dates, turns, amounts: money.amounts, figures: money.figures },
      fee: money.found.fee && priceOf(money.found.fee.value),
    }),
    english,
  );
  const aside = [...heard, ...partsRivals(plan, money.found.fee?.value)];
  const parts = plan && withTail(text, plan.span);
  const open = dates.filter((date) => !parts || date.end < parts.start || date.start > parts.end);
  const elsewhere = [...headers, ...theirs, ...conditions.spans, ...shares, ...money.spans];
  const written = { said, language: english.language, source: english.origin, placed: english.placed };
  const schedule = scheduleBeside(text, open, (days) => readSchedule(text, days, elsewhere, context, written));
  const [split, sums] = outsidePlan(text, plan, parts, { shares, money });
  const share = besidePlan(readShares(ours, split, sums, turns, context.depositPercentMilli), plan);
  const figures = [...firm, ...money.spans, ...schedule.spans, ...shares, ...share.spans];
  const secrecy = readSecrecy(said, english, Boolean(money.found.fee ?? money.rate));
  const parties = readParties({ text, said }, context.ownNames);
  const law = readLaw(ours);
  const taken = [...figures, ...parties.spans, ...law.spans];
  const words = { text, said, taken: taken.map(english.origin) };
  const work = readWork(words, taken, parties.client, english.language);
  const sound = withSoundScale(withoutPlanned(conditions, plan), text, money.found.fee);
  const further = furtherIn(spoken, currencyOf(money, context), sound.found.cancellation);
  const readings = [sound, schedule, money, share, parties, work, law];
  const notes = [
    ...[...readings.flatMap((reading) => reading.notes), ...aside].map((note) => noteIn(note, english)),
    ...(plan?.open ? [partsNote(plan, english.origin(plan.quote).text, money.found.fee?.value)] : []),
    ...(secrecy?.notes ?? further.notes),
    ...asides,
  ];
  const placed = placedIn(schedule.bookings, schedule.found.booking, parties.venue);
  const told = termsIn(Object.assign({}, ...readings.map((reading) => reading.found), placed), english);
  const client = readClientFacts(spoken, told, !secrecy);
  const tax = readTaxReason(secrecy ? '' : spoken, told, headers.length > 0);
  notes.push(...client.notes, ...tax.notes);
  const all = checked({ ...told, ...(secrecy ? {} : further.found), ...client.found, ...tax.found });
  const doubted = new Set(aside.map(({ field }) => field));
  const sure = Object.fromEntries(Object.entries(all).filter(([name]) => !doubted.has(name as TermName))) as Terms;
  // What an NDA is called is no name of any work, and nothing to hand over.
  const found = secrecy ? { ...sure, title: undefined, deliverables: undefined, ...secrecy.found } : sure;
  const beyond = {
    ...unitPrices(money, masked(text, conditions.spans), english),
    milestones: plan && !plan.open ? term([...plan.parts], 'brief', english.origin(plan.quote).text) : undefined,
    bookings: schedule.bookings,
    bookingsQuote: schedule.bookingsQuote && english.written(schedule.bookingsQuote),
  };
  const quotes = [found.startOn, found.endOn, found.booking].map((one) => one?.quote ?? '');
  const openDays = dates.some(({ text: day }) => !quotes.some((quote) => quote.includes(english.written(day))));
  const others = [...askedFee(text, theirs, context), ...askedDay(theirDays)];
  return { found: present(found), notes, hints: hintsOf(money), language: english.language, beyond, openDays, others };
}

/** What a unit of the work costs and one beyond it, in a text without the days of calling off and moving: those count no work. */
const unitPrices = ({ rate, overage, amounts }: MoneyReading, text: string, english: Englished) => ({
  rate: sourcedIn(withQuantity(rate, text, amounts), english),
  overage: sourcedIn(withQuantity(overage, text, []), english),
});

const hintsOf = ({ feeText }: MoneyReading) => (feeText ? { fee: feeText } : {});

const currencyOf = ({ found, rate }: MoneyReading, { currency }: BriefContext): string =>
  (found.fee ?? rate)?.value.currency ?? found.currency?.value ?? currency;

/** What a brief settles besides work, price and days; what is owed by when somebody calls off is no kill fee besides. */
function furtherIn(spoken: string, currency: string, cancellation: Terms['cancellation']): AgreedReading {
  const read = readAgreed(spoken, currency);
  const notes = read.notes.filter(({ field }) => field !== 'killFee' || cancellation?.value.kind !== 'tiers');
  return { ...read, notes };
}

const priceOf = ({ minor, currency }: { minor: bigint; currency: string }): Money => ({ minor, currency });

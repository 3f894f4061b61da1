import { unitPriceWords } from '../contracts/rate-wording.ts';
import type { Rate, Sourced, TermName, Terms } from '../contracts/terms.ts';
import { formatAmount } from '../shared/money.ts';
import { isSame } from '../shared/same.ts';
import { cut } from '../shared/typed.ts';
import {
  type Answer,
  callingOffAnswers,
  dayAnswers,
  depositAnswers,
  lawAnswers,
  payAnswers,
  priceAnswers,
  roundAnswers,
} from './answers.ts';
import { formIn } from './parties/legal-forms.ts';
import type { Note } from './passages/text.ts';

/** What a text says, as far as it may be taken back. */
export type Told = {
  readonly found: Terms;
  readonly rate: Sourced<Rate> | undefined;
  readonly notes: readonly Note[];
  /** What its sums are in. */
  readonly currency: string;
};

/** What the words above an order to pass over them may have said, and it says otherwise. */
const FIELDS = [
  ...(['fee', 'currency', 'deposit', 'netDays', 'revisions', 'startOn', 'endOn', 'booking', 'deliverables'] as const),
  ...([
    'governingLaw',
    'cancellation',
    'rescheduling',
    'rights',
    'expenses',
    'killFee',
    'portfolio',
    'taxIncluded',
    'taxRateMilli',
    'taxReason',
  ] as const),
  ...([
    'confidentialityYears',
    'acceptanceDays',
    'clientName',
    'clientCompany',
    'clientEmail',
    'clientAddress',
  ] as const),
] satisfies TermName[];

const SHOWN = 120;

/**
 * What is asked where somebody takes back all that stands above and says something else: it may be the freelancer's second thought or an
 * order that somebody else put there, so neither is taken. A price cut to less than a tenth is nobody's second thought.
 */
export function askRevised(above: Told, piece: string, said: Told): Note[] {
  const quote = cut(piece, SHOWN);
  const [old, now] = [priceIn(above), priceIn(said)];
  const asked = otherwiseIn(above, said);
  const cutDown = old !== undefined && now !== undefined && now * 10n < old;
  if (asked.length === 0 || cutDown)
    return [
      {
        code: 'brief.orders',
        sentence: `“${quote}” tells its reader to pass over the rest. Nothing was read from it.`,
      },
    ];
  return questionsOn(asked, `“${quote}” takes back what stands above it. Say what holds.`, piece, [above, said]);
}

/** What the other side wishes for below the freelancer's terms, and nobody said yes to. */
export function askWished(above: Told, piece: string, said: Told): Note[] {
  const fields = otherwiseIn(above, said).filter((field) => !/^client|^deliverables$/.test(field));
  const sentence = `“${cut(piece, SHOWN)}” is what the other side asks for. Say what holds.`;
  return questionsOn(fields, sentence, piece, [above, said]);
}

/** What a figure that was said anew changes, where the reading still has the one that was taken back, or, `hedged`, either of them. */
export function askThought(
  read: Told,
  piece: string,
  { before, after }: { before: Told; after: Told },
  hedged = false,
): Note[] {
  const is = (one: Told, other: Told, field: TermName) => isSame(one.found[field]?.value, other.found[field]?.value);
  const fields = FIELDS.filter(
    (field) =>
      after.found[field] &&
      before.found[field] &&
      !is(after, before, field) &&
      (is(read, before, field) || (hedged && is(read, after, field))),
  );
  const sentence = `“${cut(piece, SHOWN)}” may take back a figure above it. Say what holds.`;
  return questionsOn(fields, sentence, piece, [before, after]);
}

function questionsOn(
  fields: readonly TermName[],
  sentence: string,
  quote: string,
  both: readonly [Told, ...Told[]],
): Note[] {
  return fields.map((field) => {
    const answers = answersFor(field, both);
    return { code: 'brief.revised' as const, field, sentence, quote, ...(answers.length > 0 && { answers }) };
  });
}

/** The terms of which one text says something else than another, or leaves open what it says. */
function otherwiseIn(above: Told, said: Told): TermName[] {
  const differs = (field: TermName) =>
    said.found[field] && !isSame(said.found[field]?.value, above.found[field]?.value);
  const fields = FIELDS.filter((field) => differs(field) && isMeant(field, said.found));
  const open = said.notes.flatMap(({ field }) => FIELDS.filter((each) => each === field && !fields.includes(each)));
  const priced = said.rate && !isSame(said.rate.value, above.rate?.value) ? (['fee'] as const) : [];
  return [...new Set<TermName>([...fields, ...open, ...priced])].filter(
    // The price says its currency.
    (field) => field !== 'currency' || !(said.found.fee ?? said.rate),
  );
}

/** What the order itself is called is no work and nobody's name. */
function isMeant(field: TermName, { clientCompany, deliverables, title }: Terms): boolean {
  if (field === 'clientCompany') return formIn(clientCompany?.value ?? '') !== undefined;
  if (field !== 'deliverables') return true;
  return deliverables?.quote !== title?.quote && Boolean(deliverables?.value.some(({ quantity }) => quantity));
}

/** Two prices can be compared where both are for the whole or both for a unit. */
const priceIn = ({ found, rate }: Told): bigint | undefined => found.fee?.value.minor ?? rate?.value.minor;

function answersFor(field: TermName, both: readonly [Told, ...Told[]]): Answer[] {
  const [{ currency }] = both;
  const values = <Name extends TermName>(name: Name) => both.flatMap(({ found }) => found[name] ?? []);
  const days = (name: 'startOn' | 'endOn') => dayAnswers(name, [...new Set(values(name).map(({ value }) => value))]);
  if (field === 'fee') return priceAnswersOf(both);
  if (field === 'netDays') return payAnswers(values('netDays').map(({ value }) => value));
  if (field === 'revisions') return roundAnswers(values('revisions').map(({ value }) => value));
  if (field === 'governingLaw') return lawAnswers(values('governingLaw').map(({ value }) => value));
  if (field === 'startOn' || field === 'endOn') return days(field);
  if (field === 'booking')
    return values('booking').flatMap(({ value: { on, time } }) => dayAnswers('booking', [on], time));
  if (field === 'deposit') {
    const deposits = values('deposit').map(({ value }) => value);
    return depositAnswers(
      deposits.flatMap((each) => (each.kind === 'share' ? each.percentMilli : [])),
      deposits.flatMap((each) => (each.kind === 'sum' ? { minor: each.minor, currency } : [])),
    );
  }
  if (field === 'cancellation')
    return callingOffAnswers(
      values('cancellation').map(({ value }) => value),
      currency,
    );
  return [];
}

function priceAnswersOf(both: readonly Told[]): Answer[] {
  return both.flatMap(({ found: { fee }, rate }) => {
    if (fee) return priceAnswers([fee.value]);
    if (!rate) return [];
    const { minor, currency, unit } = rate.value;
    return [{ label: unitPriceWords(rate.value), set: { fee: formatAmount({ minor, currency }), currency, unit } }];
  });
}

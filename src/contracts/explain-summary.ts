import { formatDay } from '../shared/dates.ts';
import { formatMoney, minus } from '../shared/money.ts';
import type { Version, VersionClause } from './contract.ts';
import { deliverableLines } from './deliverable.ts';
import { sentencesOf } from './explain-answer.ts';
import { movingSummary } from './moving-line.ts';
import { milestoneLines, workedWords } from './rate-wording.ts';
import { daysOrNull, spanOf } from './rights-wording.ts';
import { depositOf, isPriced, isWorked, slotsIn, type Terms, totals } from './terms.ts';
import { cancellationWords, slotWords } from './terms-wording.ts';

/** One line of a contract in plain words, and the clauses it stands on. */
export type PlainLine = { readonly words: string; readonly clauses: readonly number[] };

type Explained = Pick<Version, 'terms' | 'clauses'>;

/**
 * A contract in a few plain lines, made of its terms and clauses. Each line cites the clauses that say it, and what no clause
 * says is left out: a figure stands here only where it stands in the text. “You” is the client, as in the contract.
 */
export function plainLines({ terms, clauses }: Explained): PlainLine[] {
  const lines: PlainLine[] = [];
  const add = (words: string | null | undefined, at: RegExp, figures: readonly (string | null)[] = []) => {
    const cited = words
      ? citing(
          clauses,
          at,
          figures.filter((figure) => figure !== null),
        )
      : [];
    if (words && cited.length > 0) lines.push({ words, clauses: cited });
  };
  const own = (at: RegExp) => {
    const clause = clauses.find(({ id }) => at.test(id));
    const [first] = clause ? sentencesOf(clause) : [];
    if (clause && first) lines.push({ words: first, clauses: [clause.number] });
  };
  if (!isPriced(terms)) {
    secretLines(terms, add, own);
    if (clauses.some(({ custom }) => custom)) own(/^special/);
    return lines;
  }
  const { title, deliverables, startOn, endOn, revisions } = terms;
  if (title) add(`The work: ${title.value}`, /^(scope|fee|parties)/, [title.value]);
  const things = deliverableLines({ deliverables });
  // A line may be more than one sentence; the words of the thing alone are found in any clause.
  const texts = deliverables?.value.map(({ text }) => text) ?? [];
  if (things.length > 0) add(`You receive: ${things.join('; ')}`, /^(deliverables|image-delivery)/, texts);
  moneyLines(terms, add);
  if (startOn) add(`Work starts on ${formatDay(startOn.value)}`, /^schedule/, [formatDay(startOn.value)]);
  if (endOn) add(`The work is done by ${formatDay(endOn.value)}`, /^(schedule|image)/, [formatDay(endOn.value)]);
  for (const slot of slotsIn(terms)) add(`Booked: ${slotWords(slot)}`, /^booking/, [formatDay(slot.on)]);
  if (revisions) add(roundWords(revisions.value), /^revision/);
  cancelLines(terms, add);
  const moving = movingSummary(terms);
  if (moving) add(`Moving the booking: ${moving}`, /^resched/);
  own(/^late-payment/);
  own(/^(ip|rights|photo-licence|licen|working-materials)/);
  own(/^acceptance/);
  own(/^governing/);
  if (clauses.some(({ custom }) => custom)) own(/^special/);
  return lines;
}

type Add = (words: string | null | undefined, at: RegExp, figures?: readonly (string | null)[]) => void;

/** What counts where nothing is paid: why, for how long, and what else each of us has promised. */
function secretLines({ purpose, secretMonths, startOn }: Terms, add: Add, own: (at: RegExp) => void): void {
  if (purpose) add(`The talks are about: ${purpose.value}`, /^nda-purpose/, [purpose.value]);
  const day = startOn && formatDay(startOn.value);
  if (day) add(`It covers what is shared from ${day} on`, /^nda-purpose/, [day]);
  own(/^nda-use/);
  own(/^nda-who/);
  const span = secretMonths && spanOf(secretMonths.value);
  if (span) add(`What is shared stays confidential for ${span}`, /^nda-span/, [span]);
  own(/^nda-return/);
  own(/^nda-breach/);
  own(/^governing/);
}

function moneyLines(terms: Terms, add: Add): void {
  if (!terms.fee && !terms.rate) return;
  if (isWorked(terms)) {
    add(`You pay ${workedWords(terms)}`, /^(fee|rate|price)/, [workedWords(terms).split(' per ')[0] ?? null]);
  } else {
    const total = formatMoney(totals(terms).total);
    add(`You pay ${total} in all`, /^(fee|price)/, [total]);
  }
  const deposit = depositOf(terms);
  const sum = formatMoney(deposit);
  if (deposit.minor > 0n) add(`You pay ${sum} on signature, as a deposit that is part of the price`, /^deposit/, [sum]);
  for (const part of milestoneLines(terms)) add(part, /^(payment|milestone|fee)/, [part]);
  const balance = isWorked(terms) ? undefined : minus(totals(terms).total, deposit);
  if (!terms.milestones && balance && deposit.minor > 0n && balance.minor > 0n)
    add(`The rest, ${formatMoney(balance)}, comes by invoice`, /^payment/, [formatMoney(balance)]);
  const days = terms.netDays && daysOrNull(terms.netDays.value);
  if (days) add(`An invoice is to be paid within ${days} of its date`, /^payment/, [days]);
}

function roundWords(rounds: number): string {
  if (rounds === 0) return 'No rounds of revisions are included';
  return rounds === 1 ? 'One round of revisions is included' : `${rounds} rounds of revisions are included`;
}

function cancelLines(terms: Terms, add: Add): void {
  if (!terms.fee && !terms.rate) return;
  const { cancellationTiers: tiers, noticeSpan } = cancellationWords(terms);
  if (Array.isArray(tiers) && tiers.length > 0) add(`If you cancel, you owe: ${tiers.join('; ')}`, /^cancel/, tiers);
  else if (typeof noticeSpan === 'string')
    add(`Either side may end the contract with ${noticeSpan} of notice`, /^ending/, [noticeSpan]);
}

/** The clauses of a kind that say all the figures, else whichever clause does; without figures those of the kind. */
function citing(clauses: readonly VersionClause[], at: RegExp, figures: readonly string[]): number[] {
  const says = (clause: VersionClause) => {
    const text = sentencesOf(clause).join('\n');
    return figures.every((figure) => text.includes(figure.replace(/\s+/g, ' ').trim()));
  };
  const kind = clauses.filter((clause) => at.test(clause.id) && says(clause));
  const found = kind.length > 0 ? kind : figures.length > 0 ? clauses.filter(says) : [];
  return found.slice(0, 2).map(({ number }) => number);
}

/** `clause 10`, `clauses 10 and 12`. */
export function clauseWords(numbers: readonly number[]): string {
  return numbers.length === 1 ? `clause ${numbers[0]}` : `clauses ${numbers.join(' and ')}`;
}

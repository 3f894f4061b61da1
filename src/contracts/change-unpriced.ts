import { lengthsIn, withoutLengths } from '../briefs/agreed/lengths.ts';
import { ask, type Choice, type Read, type Reader } from './change.ts';
import { sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { DROPS, type Topic, topicsIn } from './change-parts.ts';
import { readLaw } from './change-rights.ts';
import { readSpecial, readTitle } from './change-scope.ts';
import { readStart } from './change-time.ts';
import { spanOf } from './rights-wording.ts';
import { Purpose, SecretMonths } from './unpriced.ts';

/** What a contract without a price can be asked to change; "NDA" and "confidential" alone say nothing of what. */
const READERS: Partial<Record<Topic, Reader>> = {
  law: readLaw,
  special: readSpecial,
  start: readStart,
  title: readTitle,
};

const MONEY: readonly Topic[] = [
  ...([
    'fee',
    'rate',
    'deposit',
    'milestones',
    'killFee',
    'expenses',
    'tax',
    'pay',
    'cancellation',
    'rescheduling',
  ] as const),
];
const WORK: readonly Topic[] = [
  ...(['deliverables', 'revisions', 'booking', 'end', 'rights', 'portfolio', 'acceptance'] as const),
];

const NO_PRICE = ask(
  'Nothing is paid under this contract, so it holds no price. Paid work needs a contract of its own.',
);

/** Reads one part of a request about a contract that only keeps things confidential; undefined when no term holds it. */
export const readUnpriced: Reader = (part, terms, context) => {
  const topics = topicsIn(part);
  const sums = sumsIn(part, terms, context);
  // A sum in special terms, or in what the talks are about, would be a price all the same.
  if (sums.some(({ amount }) => amount.currency !== undefined)) return NO_PRICE;
  for (const topic of topics) {
    const read = READERS[topic]?.(part, terms, context);
    if (read) return read;
  }
  const named = purposeIn(part);
  if (named) return named;
  const paid = topics.some((topic) => MONEY.includes(topic)) || sharesIn(part).length > 0;
  if (paid || sumsIn(withoutLengths(part), terms, context).length > 0) return NO_PRICE;
  if (lengthsIn(part).length > 0 || topics.includes('confidentiality')) return readSpan(part);
  return topics.some((topic) => WORK.includes(topic))
    ? ask('This contract holds no work. Work that you agree on needs a contract of its own.')
    : undefined;
};

const PURPOSE =
  /(?:\btalks?\b|\bpurpose\b|\bsubject\b|\bdiscussions?\b)[^:]{0,20}?(?: is| are|:| to be| should be| to)(?: about)?:? ?[“"']?(.{3,200}?)[”"']?$/i;

function purposeIn(part: string): Read | undefined {
  const purpose = Purpose.safeParse(PURPOSE.exec(part)?.[1]?.trim());
  return purpose.success ? { patch: { purpose: purpose.data } } : undefined;
}

const FOR_EVER = /\b(?:for ?ever|indefinite(?:ly)?|perpetual(?:ly)?|without (?:an )?end|unlimited)\b/i;

/** "Five years", "make it 18 months". */
function readSpan(part: string): Read {
  const lengths = lengthsIn(part);
  const months = lengths.map(({ count, unit }) => (unit === 'year' ? count * 12 : unit === 'month' ? count : 0));
  const [first, ...more] = months.map((each) => SecretMonths.safeParse(each).data);
  if (first !== undefined && more.length === 0 && !VAGUE.test(part)) return { patch: { secretMonths: first } };
  const likely = [...months.filter((each) => SecretMonths.safeParse(each).success), 24, 36, 60];
  const choices = [...new Set(likely)]
    .slice(0, 4)
    .map((each): Choice => ({ label: spanOf(each), patch: { secretMonths: each } }));
  const why =
    FOR_EVER.test(part) || DROPS.test(part) ? 'It needs an end: what nobody can keep track of is not kept. ' : '';
  return ask(`${why}For how many months or years should it stay confidential?`, choices, 'secretMonths');
}

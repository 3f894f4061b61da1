import { lettered } from '../briefs/passages/letters.ts';
import { ask, type Read, type Reader } from './change.ts';
import { sharesIn } from './change-figures.ts';
import { type Deposit, shareWords, type Terms } from './terms.ts';

/** "50/50", "40-30-30": shares of one whole, without a word on when each is due. */
const RATIO = /(?<![\d.,/:-])\d{1,2} ?%?(?: ?[/–-] ?\d{1,2} ?%?){1,4}(?![\d.,/:-])/;
const HALVES = lettered(
  String.raw`(?<!\p{L})(?:fifty[- ]fifty|half[- /](?:and[- ])?half|halbe[- /]halbe|moitié[- /]moitié|mitad (?:y|and) mitad)(?!\p{L})`,
  'iu',
);
/** What is due once the work is done. */
const AT_END = lettered(
  String.raw`(?<!\p{L})(?:at the end|afterwards|when (?:it['’]s |it is )?(?:done|finished|ready)|on (?:delivery|completion|launch|handover)|am Ende|bei (?:Abgabe|Lieferung)|à la (?:fin|livraison)|al final|a la entrega|end|balance)(?!\p{L})`,
  'iu',
);

/** How the price is split, where nobody said what each part waits for. */
export const readSplit: Reader = (part, terms) => {
  const shares = splitIn(part);
  if (!shares) return atEnd(part, terms);
  const [first, ...more] = shares;
  if (first === undefined || more.length > 1 || terms.rate)
    return ask(
      'What does each part wait for? Say it like “40% on signing, 30% on the first draft, 30% on delivery”.',
      [],
      'milestones',
    );
  const deposit: Deposit = { kind: 'share', percentMilli: first };
  const now = terms.deposit?.value;
  const after = `${shareWords(first)} first, the rest when the work is done`;
  if (now?.kind === 'share' && now.percentMilli === first && !terms.milestones)
    return ask(
      `The contract has it so: ${after}. For other parts say what each waits for, like “50% on signing, 50% on the first draft”.`,
      [],
      'milestones',
    );
  const patch = { deposit, ...(terms.milestones && { milestones: null }) };
  return ask('When is each part due?', [{ label: `Deposit: ${after}`, patch }], 'deposit');
};

/** The shares of a split in thousandths of a percent; undefined where figures make no whole. */
function splitIn(part: string): number[] | undefined {
  if (HALVES.test(part)) return [50_000, 50_000];
  const shares = (RATIO.exec(part)?.[0].match(/\d+/g) ?? []).map(Number);
  return shares.length > 1 && shares.reduce((sum, share) => sum + share, 0) === 100
    ? shares.map((share) => share * 1000)
    : undefined;
}

/** "Half on delivery" beside a deposit of a half says no more than that. */
function atEnd(part: string, { deposit, milestones }: Terms): Read | undefined {
  const [share, ...more] = sharesIn(part);
  const first = deposit?.value.kind === 'share' ? deposit.value.percentMilli : undefined;
  const follows = share !== undefined && more.length === 0 && first !== undefined && share === 100_000 - first;
  return follows && !milestones && RESTS.test(part) && AT_END.test(part) ? { patch: {} } : undefined;
}
const RESTS = lettered(
  String.raw`^(?:and |then |the |die |la |le |el )*(?:(?:other |second |remaining )?half|\d{1,2} ?(?:%|percent))(?: (?:is |are )?(?:due|payable))? (?:at|on|when|afterwards|am|bei|à|al|a)(?!\p{L})`,
  'iu',
);

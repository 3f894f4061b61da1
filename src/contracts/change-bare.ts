import { ask, type ChangeContext, type Read, type Reader } from './change.ts';
import { sharesIn, sumsIn, VAGUE } from './change-figures.ts';
import { TOPICS } from './change-parts.ts';
import { DISCOUNT, LOWERS, RAISES, readFee } from './change-price.ts';
import { unread } from './change-scope.ts';
import { type Deposit, shareWords, type Terms } from './terms.ts';

/** Words that say nothing of what a figure is of: how people ask, and the small words of each language. */
const SMALL = new Set(
  [
    'make it that this be is are was to at of for in on by the a an we us our you your i me my let lets s d ll go goes with do say set change put bring please pls thanks thank ok okay fine good great work works would will could can should may might shall like prefer want need just only rather better instead and or but so then now yes no hi hello more less extra up down maybe perhaps if possible exactly not change changed think too much little must agree bump',
    'mach mache machen macht machs wir ich du sie ihr uns euch mir dir es das dies bitte auf zu bei mit von vom für der die den dem ein eine einen draus daraus soll sollte sollen sein ist wäre wird werden kann können könnte könnten könnt geht ginge gut besser lieber nur dann und oder aber doch ja nein statt stattdessen setz setze setzen ändern ändere nehmen nimm sagen sag passt passen würde würden gern gerne möchten möchte hätten hätte vorschlagen schlage vor neu hoch runter mehr weniger drauf danke hallo um zu viel wenig muss müsste müssen einigen',
    'mets mettez mettons met mettre fais faites faisons faire passe passez passons passer on nous vous je tu il c ce ça cela soit est serait sera à au a de du des le la les l un une pour et ou mais donc alors plutôt svp s te t plaît d bien accord possible peut peux pouvez pouvons pourrait pourriez voudrait voudrions voudrais aimerait disons moins plus en y qu que merci bonjour jusqu doit devrait accord',
    'pon ponlo ponedlo ponerlo poner póngalo haz hazlo hacedlo hacer déjalo dejadlo dejemos dejarlo que sea sean es son sería en al el los las lo del por para y o pero entonces mejor favor vale nos os podemos podría podríamos podéis puede puedes quiero queremos querríamos cambiar cambia cámbialo sube súbelo subidlo baja bájalo bajadlo hasta más menos gracias hola mucho demasiado poco parece debe debería tiene tendría',
  ]
    .join(' ')
    .split(' '),
);
/** Words for the whole of what is agreed, and for how a price is meant. */
const WHOLE = new Set(
  'total totals totally all whole everything altogether together project job work package contract deal price prices fee flat fixed lump sum net gross overall cost costs quote offer discount cheaper off eur euro euros usd gbp chf dollars pounds gesamt insgesamt alles komplett ganze ganzen projekt auftrag arbeit pauschal fix fest brutto netto preis honorar forfait tout ensemble projet travail prix honoraires trabajo proyecto todo precio'.split(
    ' ',
  ),
);
const FIRST = new Set(
  'when start starting beginning signing signature booking booked order ordering first now advance before upfront front paid pay anfang beginn jetzt vorher voraus zuerst début commande avant maintenant signature principio inicio antes ahora firma reserva payable'.split(
    ' ',
  ),
);
/** What people say of a figure they would agree to. */
const OFFERS = new Set([
  ...FIRST,
  ...WHOLE,
  ...'reduce lower raise increase cut add drop decrease adjust something thinking thought maximum max minimum min limit most least best offer propose suggest policy usual usually normally standard accept agreed agree pay paying were was have had wären waren höchstens maximal mindestens zahlen anbieten maximo máximo mínimo límite maximale offrons payer pagar ofrecemos proponemos proposons'.split(
    ' ',
  ),
]);
/** Why somebody wishes for it: what stands there is about something else, and takes the wish back from nobody. */
const REASON =
  /(?<![\p{L}])(?:because|since|as (?:we|i|it|they)|due to|weil|da wir|denn|wegen|parce qu|car (?:on|nous|c)|vu qu|porque|ya que|dado que)(?![\p{L}]).*$/isu;

const wordsOf = (text: string) =>
  text
    .replace(REASON, ' ')
    .replace(/\d[\d.,' ]*k?(?![\p{L}])|[%€$£¥]/giu, ' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/** Whether words hold more than the small ones. */
export const saysSomething = (words: string): boolean =>
  /\d/.test(words) || wordsOf(words).some((word) => !SMALL.has(word));

/** Whether words ask for a figure and say of nothing that it would be of, besides of these. */
function saysNothingBut(part: string, known: ReadonlySet<string>, terms: Terms): boolean {
  const work = [
    terms.title?.value,
    terms.template?.value,
    ...(terms.deliverables?.value ?? []).map(({ text }) => text),
  ];
  const own = new Set(
    work
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [],
  );
  return wordsOf(part).every((word) => SMALL.has(word) || known.has(word) || own.has(word) || COUNTS.test(word));
}
/** A figure as a word, and what is said of one: "half", "percent". */
const COUNTS =
  /^(?:half|third|quarter|thirds|quarters|percent|per|cent|prozent|hundred|thousand|grand|k|hälfte|moitié|mitad|tiers|drittel|viertel|ciento|por)$/;

/** A figure whose term nobody named. It is asked unless the request is nothing but that figure, or could not be of anything else. */
export function readBareFigure(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const shares = sharesIn(part);
  const [share] = shares;
  // What is due at the end follows from the deposit.
  if (/\b(?:at the end|afterwards|on (?:delivery|completion|launch|handover)|rest|balance|remainder)\b/i.test(part))
    return undefined;
  if (share !== undefined && shares.length === 1 && sumsIn(part, terms, context).length === 0)
    return bareShare(part, share, terms);
  return TOPICS.fee.test(part) ? readPrice(part, terms, context) : likelyFee(part, terms, context);
}

function bareShare(part: string, share: number, terms: Terms): Read {
  const deposit: Deposit = share === 0 ? { kind: 'none' } : { kind: 'share', percentMilli: share };
  const onlyDeposit =
    terms.deposit?.value.kind === 'share' &&
    !terms.killFee &&
    terms.cancellation?.value.kind !== 'tiers' &&
    !terms.rescheduling?.value.fee &&
    !terms.milestones;
  const bare = saysNothingBut(part, FIRST, terms);
  if (bare && onlyDeposit && !VAGUE.test(part) && share <= 100_000) return { patch: { deposit } };
  // A share of something else is no answer's: "20% of the photos in black and white".
  if (!saysNothingBut(part, OFFERS, terms)) return unread(part, terms, true);
  return ask(`What should be ${shareWords(share)}?`, [
    { label: `Deposit: ${shareWords(share)}`, patch: { deposit } },
    ...(share > 0 ? [{ label: `Kill fee: ${shareWords(share)}`, patch: { killFee: { percentMilli: share } } }] : []),
  ]);
}

/** A number right before a word counts what the word names: "3,000 followers", "120 Gäste". */
const COUNTED = /(?<![\p{L}\d.,€$£¥])\d[\d.,’']*(?: \d{3})* (?<thing>\p{L}{3,})/gu;
const countsThings = (part: string, terms: Terms) =>
  [...part.matchAll(COUNTED)].some(({ groups }) => !saysNothingBut(groups?.thing ?? '', WHOLE, terms));

/** What is done to a price. */
const DONE = new Set(
  'reduce lower raise increase cut knock take add drop halve decrease adjust negotiate deduct remove new old current agreed original final by get give neuer neue fixer nouveau fijar nuevo'.split(
    ' ',
  ),
);
const PRICE = new Set([...WHOLE, ...DONE]);
/** The word for what the whole costs, with what stands before and behind it up to the figure: "the print price is 300". */
const NAMED =
  /(?:^|(?<before>\p{L}+) )(?:prices?|preis(?:es?)?|prix|precio|fees?|total|honorar|lump sum)(?<between>[^\d%€$£¥]{0,40})(?:[€$£¥] ?|EUR )?\d/iu;

/** The price, as far as the words are about it; where they are about something else as well it is asked. */
export const readPrice: Reader = (part, terms, context) => {
  const read = readFee(part, terms, context);
  const rest = [RAISES, LOWERS, DISCOUNT].reduce((words, moves) => words.replace(moves, ' '), part);
  if (!read || !('patch' in read) || !read.patch.fee || saysNothingBut(rest, PRICE, terms)) return read;
  const { before = '', between = '' } = NAMED.exec(part)?.groups ?? {};
  const named = NAMED.test(part) && [before, between].every((words) => saysNothingBut(words, PRICE, terms));
  return named && !countsThings(part, terms) ? read : { ...read, beside: true };
};

/** A sum in words about something else may be anything, so that it is the price is asked and not taken. */
function likelyFee(part: string, terms: Terms, context: ChangeContext): Read | undefined {
  const read = readFee(part, terms, context);
  const now = terms.fee?.value.minor ?? 0n;
  const [bare, signed] = [saysNothingBut(part, PRICE, terms), /[€$£¥]|\b[A-Z]{3}\b|\beuros?\b/.test(part)];
  // "Hartmann GmbH, Seestraße 4, 80331 München": of several figures none is the price.
  if (read && 'sentence' in read && !bare && !signed && sumsIn(part, terms, context).length > 1)
    return unread(part, terms, true);
  if (!read || !('patch' in read) || !read.patch.fee || read.patch.fee.minor === now) return read;
  const { minor } = read.patch.fee;
  const far = minor * 2n < now || minor > now * 2n;
  if (bare && (!far || read.builds || signed)) return read;
  return (far || read.builds) && countsThings(part, terms) ? unread(part, terms, true) : { ...read, beside: true };
}

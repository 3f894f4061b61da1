import { type Terms, term } from '../../contracts/terms.ts';
import type { CancellationTier } from '../../contracts/tiers.ts';
import { canBeNet } from '../conditions/net-days.ts';
import { daysOf, hoursIn, lastOnesIn, stretchesIn } from '../conditions/stretches.ts';
import { tiersOf } from '../conditions/windows.ts';
import { clauseAround, coverage, type Span, spanOf } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import { kindsOf } from './kinds.ts';
import { learned } from './learned.ts';
import { chancesIn, outstanding } from './weights.ts';

/** The meanings a length of time can have. */
export const LENGTH_MEANINGS = ['none', 'net', 'notice', 'within'] as const;

/** Likely by itself, and by so much more than the next. */
const OUTSTANDING = { sure: 0.6, odds: 4 };
/** From here on a length is one within which calling off costs something. */
const LATE = 0.5;
const DAYS_MAX = 180;

/** A length with what it comes to in days; `hours` where it is said in hours. */
export type Length = Span & { readonly days: number; readonly hours?: number };

/** The lengths of time in a brief, in the readers' words, that can be a term. */
export function termLengths(text: string): Length[] {
  const found: Length[] = [
    ...stretchesIn(text)
      .map((match) => ({ ...spanOf(match), days: daysOf(match) }))
      .filter(({ days }) => days <= DAYS_MAX),
    ...hoursIn(text).map((one) => ({ ...one, days: one.hours / 24 })),
    ...lastOnesIn(text),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** Calling off, what it costs and how late it is, in the stems of four languages. */
const KINDS = kindsOf({
  off: 'cancel|call|off|pull|back|drop|scrap|bin|bail|bump|chuck|stop|scratch|scrub|postpon|resched|move|storn|absag|abspring|abbl|ausfall|fällt|fallen|aus|zurück|rückzieh|kneif|auslad|aufgehob|annul|désist|décommand|renonc|lâch|vire|tombe|anul|suspend|aplaz|cae|tumb|atrás|plant|deja|raj|retir|arrepent',
  owed: 'keep|owe|charge|pay|fee|payable|schuld|zahl|krieg|steh|gilt|garde|retien|dû|doi|verse|cobr|pag|deb|qued|pierd|multa|indemn',
  late: 'less|fewer|under|within|inside|last|final|later|letzt|später|kürzer|dernier|moins|últim|menos|faltando|out|nearer|closer',
  ahead: 'before|ahead|notice|warning|vorher|davor|vor|zuvor|avant|avance|précéd|antes|anticipación|previ|aviso',
  end: 'end|quit|termin|stop|leave|kündig|aufhör|aussteig|lös|résili|arrêt|fin|rescind|salir|dejar|sale',
});

/** What speaks for the meaning of each length of a brief, in the order of the lengths. */
export const evidenceOfLengths = (text: string, lengths: readonly Length[]): Set<string>[] =>
  lengths.map((length) => {
    const found = evidenceAround(text, length, lengths)
      .add(`said:${length.text.toLowerCase().slice(0, 12)}`)
      .add('any');
    if (length.hours) found.add('hours');
    const { before, after } = clauseAround(text, length.start, length.end);
    for (const [kind, stems] of KINDS) {
      if (stems.test(before.slice(-90))) found.add(`before-${kind}`);
      if (stems.test(after.slice(0, 60))) found.add(`after-${kind}`);
    }
    if (/%|per ?cent|prozent/i.test(after)) found.add('share-after');
    return found;
  });

/** Somebody calls off, or owes something so long before: without such words a length is one of something else. */
const isAboutCalling = (evidence: ReadonlySet<string> = new Set()): boolean => {
  const has = (kind: string) => evidence.has(`before-${kind}`) || evidence.has(`after-${kind}`);
  return has('off') || (has('owed') && (has('late') || has('ahead')));
};

/** Nobody pays within "6 or 7 days": so long the work takes. */
const isEnd = (text: string, { start }: Length): boolean =>
  /(?<![\p{L}\d])\d{1,3} ?(?:or|o|u|ou|oder|bis|to|à|a|–|-) ?$/iu.test(text.slice(Math.max(0, start - 12), start));

type Open = {
  readonly net: boolean;
  readonly notice: boolean;
  /** How many windows of calling off the rules have read; more of them, all with what is owed, take their place. */
  readonly tiers: number;
  readonly home: string;
};
type Likeliest = { found: Pick<Terms, 'netDays' | 'cancellation'>; spans: Span[] };

/** Days to pay, notice and what calling off late costs that no rule has read and no note asks about, with where they stand. */
export function likeliestLengths(text: string, taken: readonly Span[], open: Open): Likeliest {
  const seen = coverage(text.length, taken);
  const lengths = termLengths(text);
  const free = new Set<Length>(lengths.filter((length) => !seen.has(length)));
  const evidence = evidenceOfLengths(text, lengths);
  const chances = evidence.map((pieces) => chancesIn(learned('lengths'), pieces));
  const likeliest = (meaning: (typeof LENGTH_MEANINGS)[number], can: (length: Length) => boolean) => {
    const at = LENGTH_MEANINGS.indexOf(meaning);
    const those = lengths.map((of, index) => ({
      ...{ of, key: String(of.days) },
      chance: free.has(of) && can(of) ? (chances[index]?.[at] ?? 0) : 0,
    }));
    return outstanding(those, OUTSTANDING);
  };
  const net = open.net
    ? likeliest('net', (length) => !length.hours && !isEnd(text, length) && canBeNet(text, length))
    : undefined;
  const within = LENGTH_MEANINGS.indexOf('within');
  const late = lengths.filter(
    (length, index) => (open.tiers > 0 || free.has(length)) && (chances[index]?.[within] ?? 0) >= LATE,
  );
  const calling = late.some((length) => isAboutCalling(evidence[lengths.indexOf(length)]));
  const tiers =
    calling && late.length > open.tiers && (open.notice || open.tiers > 0) ? tiersOf(text, late, open.home) : [];
  const notice =
    open.notice && tiers.length === 0 ? likeliest('notice', ({ days, hours }) => !hours && days >= 1) : undefined;
  return {
    found: {
      ...(net && { netDays: term(net.days, 'brief', net.text) }),
      ...(notice && { cancellation: term({ kind: 'notice', days: notice.days }, 'brief', notice.text) }),
      ...(tiers.length > 0 && { cancellation: tiersTerm(text, tiers) }),
    },
    spans: [net, notice, ...tiers].flatMap((one) => (one ? [{ start: one.start, end: one.end, text: one.text }] : [])),
  };
}

function tiersTerm(text: string, tiers: readonly (Span & { tier: CancellationTier })[]) {
  const quote = text.slice(Math.min(...tiers.map(({ start }) => start)), Math.max(...tiers.map(({ end }) => end)));
  return term({ kind: 'tiers' as const, tiers: tiers.map(({ tier }) => tier) }, 'brief', quote);
}

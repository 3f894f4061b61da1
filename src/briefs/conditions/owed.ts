import type { CancellationTier } from '../../contracts/tiers.ts';
import { exponentOf } from '../../shared/money.ts';
import { scanAmounts, sumOf } from '../money/amounts.ts';
import { lettered } from '../passages/letters.ts';
import { type Span, spanOf } from '../passages/text.ts';

/** What a cancellation costs, as a share of the price in thousandths of a percent or as a sum; a share of nothing is free. */
export type Owed = Span & { readonly percentMilli?: number; readonly minor?: bigint };

const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:half|halbe[nrsm]?|hälfte|moitié|mitad)$/iu, 50_000],
  [/^(?:(?:three|3|drei|tres|trois) ?(?:quarters?|viertel|quarts|cuartos|cuartas partes))$/iu, 75_000],
  [/quarter|viertel|un quart|cuarta parte/iu, 25_000],
];
/** All of it, in whatever noun: "the full whack", "die volle Gage", "la séance entière", "la clase se cobra entera". */
const ALL =
  '(?:a |one )?hundred per ?cent|hundert prozent|cent pour cent|cien(?:to)? por cien(?:to)?|in full|in voller höhe|(?:the )?full [€£$] ?\\d[\\d.,]*|pays? (?:in )?full|(?:the )?(?:full|whole|entire) [\\p{L}\\d]+|all of it|everything|the lot|(?:ganz|voll|komplett)(?:e[nrs]?)?(?=[ .,;]|$)|en enti(?:er|ère)|enti[eè]re?|intégral\\p{L}*|(?:la )?totalité|je garde tout|en totalidad|enter[oa]|complet[oa]|íntegr[oa]|(?:el )?total(?= (?:del?|of)|[.;\\n]|$)';
const SHARE_OWED = lettered(
  `(?<![\\d.,])(?<p>\\d{1,3}) ?(?:%|per ?cent\\b|prozent\\b|v\\.? ?h\\b)|(?<![\\p{L}])(?:(?<part>half|halbe[nrsm]?|hälfte|moitié|mitad|(?:(?:three|3|drei) ?)?(?:quarters?|viertel)|un quart|(?:trois|3) quarts|(?:tres|3) (?:cuartos|cuartas partes)|cuarta parte)|(?<all>${ALL})|(?<none>(?:no|free of) (?:cost|charge|fee)|free|nothing|nichts|kostenlos|kostenfrei|gratis|gratuit\\p{L}*|sans frais|rien|sin costo|sin coste|nada))(?![\\p{L}])`,
  'giu',
);

/** Right before a figure without a currency: it is what is owed. */
const CHARGED = lettered(
  String.raw`(?<![\p{L}])(?:charge[ds]?|bill|keep|owed?|costs?|pays?|fee (?:of|is)|cobr(?:o|a|amos|an)|deb(?:e|en)|retengo|quedo con|pag(?:a|an)|facture|retiens|garde|doi(?:t|vent)|berechne\p{L}*|verrechne\p{L}*|behalte|zahl(?:t|en)|fällig|kriegst|bekommst|schulden|gets?|gives?|still|touche[sz]?|retient|reconoce\p{L}*|pierd[eo]|lose)(?: [\p{L}’']+){0,2} $`,
  'iu',
);

/** "160 dollars a session" is what the work costs by the unit, not what calling it off does. */
const A_UNIT = lettered(
  String.raw`^ ?(?:\p{L}{3,9} )?(?:per|an?|je|pro|par|por|la|el|each|every|\/) ?(?:hour|hr|day|session|month|class|lesson|training|stunde|tag|termin|sitzung|heure|jour|séance|mois|hora|día|sesión|mes|clase)(?![\p{L}])`,
  'iu',
);

/** Every share and sum in a sentence about calling off that can be what is owed then; sums from a place on. */
export function owedIn(sentence: string, home: string, from = 0): Owed[] {
  const shares = [...sentence.matchAll(SHARE_OWED)].map((match): Owed => {
    const { p, part, all } = match.groups ?? {};
    const share = FRACTIONS.find(([pattern]) => pattern.test(part?.trim() ?? ''))?.[1];
    return { ...spanOf(match), percentMilli: p ? Number(p) * 1000 : part ? (share ?? 0) : all ? 100_000 : 0 };
  });
  const sums = scanAmounts(sentence, shares, home).amounts.flatMap((amount): Owed[] => {
    if (amount.start < from || A_UNIT.test(sentence.slice(amount.end, amount.end + 40))) return [];
    const charged = CHARGED.test(sentence.slice(Math.max(0, amount.start - 30), amount.start));
    const own = amount.currency ?? (charged && /^\d/.test(amount.text) ? home : undefined);
    const code = own === '$' && exponentOf(home) === 2 ? 'USD' : own;
    const sum = code?.length === 3 ? sumOf(amount, code) : undefined;
    return sum ? [{ start: amount.start, end: amount.end, text: amount.text, minor: sum.minor }] : [];
  });
  return [...shares, ...sums].sort((a, b) => a.start - b.start);
}

/** Whether words name a share that can be owed. */
/** A step of what calling off costs: what is owed from some time before the work on. */
export const tierOf = (
  { within, unit }: Pick<CancellationTier, 'within' | 'unit'>,
  { percentMilli, minor }: Owed,
): CancellationTier => ({
  ...{ within, unit },
  ...(percentMilli !== undefined && { percentMilli }),
  ...(minor !== undefined && { minor }),
});

export const hasOwed = (words: string): boolean => words.search(SHARE_OWED) >= 0;

/** All of it in words that say so only where somebody calls off late: "alles", "todo", "the whole thing". */
const OUTRIGHT = lettered(
  String.raw`(?<![\p{L}])(?:alles|todo|toda|tout|volle[sn]?|full|whole|entièrement|enterit[oa]|(?:the )?lot|all (?:the same|of it)|quand même|igual(?:mente)?|trotzdem|sowieso)(?![\p{L}])`,
  'iu',
);
/** Whether words about a late cancellation say that everything is owed, where they name no share and no sum. */
export const owesAll = (words: string): boolean => OUTRIGHT.test(words);

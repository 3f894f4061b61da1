import { lettered } from '../passages/letters.ts';
import { COUNT, countOf, type Span, spanOf } from '../passages/text.ts';

/** A stretch of time as it is said. `working` are days on which offices work, which no term counts in. */
export type Length = Span & {
  readonly count: number;
  readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly working: boolean;
};

/** Small counts as people write them in German, French and Spanish. */
export const COUNTS: Readonly<Record<string, number>> = {
  ...{ ein: 1, eine: 1, einem: 1, einen: 1, einer: 1, eines: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7 },
  ...{ acht: 8, neun: 9, zehn: 10, zwölf: 12, vierzehn: 14, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6 },
  ...{ sept: 7, huit: 8, dix: 10, douze: 12, quinze: 15, uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6 },
  ...{ siete: 7, ocho: 8, diez: 10, doce: 12, quince: 15 },
}; // biome-ignore format: a table reads better in rows

/** Units by how they begin, in four languages; `m` alone is told below. */
const UNITS: readonly (readonly [RegExp, Length['unit']])[] = [
  [/^(?:hour|stund|heure|hora)/i, 'hour'],
  [/^(?:day|tag|werktag|arbeitstag|bankarbeitstag|kalendertag|jour|d[ií]a)/i, 'day'],
  [/^(?:week|woche|semain|seman)/i, 'week'],
  [/^(?:month|monat|mois|mes)/i, 'month'],
  [/^(?:year|jahr|an|année|año)/i, 'year'],
];
const LENGTH = lettered(
  `(?<![\\p{L}\\d.,])(?:(?<n>${COUNT}|${Object.keys(COUNTS).join('|')})|(?<couple>a couple of))(?: (?:full|volle|ganze))?[ -](?<kind>calendar |working |business )?(?<unit>(?:hour|day|week|month|year)s?|stunden?|(?:werk|arbeits|bankarbeits|kalender)?tage?n?|wochen?|monate?[ns]?|jahre?[ns]?|heures?|jours?|semaines?|mois|ans?|années?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)(?<behind> (?:calendar|ouvrés|ouvrables|hábiles|laborables|de trabajo))?(?:['’])?(?![\\p{L}\\d])`,
  'giu',
);

/** "30 days", "zwei Wochen", "un an", in the order in which they stand. */
export function lengthsIn(text: string): Length[] {
  return [...text.matchAll(LENGTH)].flatMap((match): Length[] => {
    const { n = '', couple, kind = '', unit: written = '', behind = '' } = match.groups ?? {};
    const count = couple ? 2 : (countOf(n) ?? COUNTS[n.toLowerCase()]);
    const unit = UNITS.find(([begins]) => begins.test(written))?.[1];
    const working =
      /working|business|ouvr|hábil|labora|trabajo/i.test(kind + behind) || /^(?:werk|arbeits|bank)/i.test(written);
    return count === undefined || !unit ? [] : [{ ...spanOf(match), count, unit, working }];
  });
}

/** The text without its lengths, in which a bare figure is none of them. */
export const withoutLengths = (text: string): string => text.replace(LENGTH, ' ');

/** Whole days of the one length in the text; undefined where there is none, several, or one that is no number of days. */
export function daysIn(text: string): number | undefined {
  const [first, ...more] = lengthsIn(text);
  if (!first || more.length > 0 || first.working) return undefined;
  if (first.unit === 'day') return first.count;
  return first.unit === 'week' ? first.count * 7 : undefined;
}

/** Whole months of a length of months or years; undefined for any other. */
export function monthsOf({ count, unit }: Pick<Length, 'count' | 'unit'>): number | undefined {
  if (unit === 'year') return count * 12;
  return unit === 'month' ? count : undefined;
}

import { type Length, lengthsIn } from '../briefs/agreed/lengths.ts';
import { englished } from '../briefs/languages/language.ts';
import { lettered, said } from '../briefs/passages/letters.ts';
import { INTERIM } from './own-cues.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

/** Enough for what the rules ask about the sentences of a few contracts. */
const KEPT = 300;
const known = new Map<string, readonly string[]>();

/** The sentence, and what each language's reader makes of it: one of a few words may be too short for its language to be told. */
export function readingsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const made = [...new Set([text, ...LANGUAGES.map((language) => englished(text, language).text)])];
  const [oldest] = known.keys();
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
  known.set(text, made);
  return made;
}

/** The lengths of time in words of any of the four languages, in figures or spelt. */
export function lengthsSaid(text: string): readonly Length[] {
  return (
    readingsOf(text)
      .map(lengthsIn)
      .find((lengths) => lengths.length > 0) ?? []
  );
}

const PARTS = /[;–—]\s*|,\s+(?=(?:and|but|so|und|aber|et|mais|y|pero)\s)/giu;

/** The part of a sentence that speaks of a term and says its value; all of it where they stand apart. */
export function partWith(text: string, ...cues: readonly ((part: string) => boolean)[]): string | undefined {
  const holds = (part: string) => cues.every((cue) => cue(part));
  return text.split(PARTS).find(holds) ?? (holds(text) ? text : undefined);
}

/** We are who does it: “we check your texts within 3 days”. */
export const BY_US = lettered(
  '^[^\\p{L}]*(?:(?:and|but|so|und|aber|et|mais|y|pero) )?(?:(?:we|i|wir|ich|nous|je|nosotr[oa]s) (?!both|beide|tous|ambos)|(?:tenemos|tendremos|hacemos|entregamos|revisamos|probamos)(?![\\p{L}]))|(?<![\\p{L}])(?:prüfen|testen|haben|liefern|nehmen) wir(?![\\p{L}])',
  'iu',
);
/** Days, also of weeks and months, in whole numbers. */
const DAYS: Readonly<Record<Length['unit'], number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 };
export const daysOfLength = ({ count, unit }: Length): number => count * DAYS[unit];

/** Papers and steps on the way are no delivered work; its last version is. */
const LAST = said(
  '(?:final|finished|last|complete[d]?|endgültige\\p{L}*|finale\\p{L}*|letzte\\p{L}*|définitive|finale|última|definitiva) (?:versions?|version|versión)',
);
const PAPERS = said(
  'invoices?|bills?|quotes?|offers?|estimates?|beta|staging|prototypes?|rechnung(?:en)?|angebote?|kostenvoranschl\\p{L}*|factures?|devis|facturas?|presupuestos?|ofertas?',
);
/** “De votre part” is no part of the work. */
const SIDE = said('(?:de|von) (?:votre|notre|sa|ihrer|unserer) (?:part|seite)|por (?:su|nuestra) parte');
export const isStep = (text: string): boolean => {
  const rest = text.replace(LAST, ' ').replace(SIDE, ' ');
  return INTERIM.test(rest) || PAPERS.test(rest);
};

/** The first of some that something is found for. */
export function firstOf<T, R>(those: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of those) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

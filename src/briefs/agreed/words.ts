import { said } from '../passages/letters.ts';

/** Somebody refuses it or takes it out. */
export const REFUSED = said(
  "no|not|never|none|without|nor|drop|remove|delete|skip|waive|scrap|can['’]?t|cannot|won['’]?t|don['’]?t|doesn['’]?t|mustn['’]?t|isn['’]?t|aren['’]?t|kein(?:e[nmrs]?)?|nicht|nie(?:mals)?|ohne|weder|pas|jamais|aucune?s?|sans|ni|sin|nunca|jamás|ning[uú]n(?:[oa]s?)?|tampoco",
);

/** Nobody says how much or how long exactly. */
export const VAGUE = said(
  'about|around|approx\\p{L}*|roughly|or so|between|at least|something like|maybe|perhaps|possibly|tbd|tbc|to be (?:agreed|discussed|confirmed)|etwa|ungefähr|circa|ca|zwischen|mindestens|vielleicht|environ|entre|au moins|peut-être|à convenir|à définir|aproximadamente|más o menos|unos|al menos|quizás?|a convenir|por definir',
);

/** Without space at its ends and marks that belong to the sentence. */
export const bare = (words: string): string => words.replace(/^[\s,;:.()|–—-]+|[\s,;:.!?(|–—-]+$/g, '');

/** A quotation that fits a note: its first words, where it is long. */
export const inShort = (words: string): string => {
  const whole = bare(words).replace(/\s+/g, ' ');
  return whole.length > 90 ? `${whole.slice(0, 89).trimEnd()}…` : whole;
};

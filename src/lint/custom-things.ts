import { REFUSED } from '../briefs/agreed/words.ts';
import { numberIn, numberWords } from '../briefs/languages/number-words.ts';
import { formatIn } from '../briefs/scope/formats.ts';
import { deliverableWords } from '../contracts/deliverable.ts';
import { firstAgainst } from './custom.ts';
import type { LintScene, Rule } from './finding.ts';
import { EXTRA } from './own-cues.ts';
import { spokenIn } from './own-facts.ts';
import { AT_LEAST, BESIDES, FILES, HANDED_OVER, type Kind, SOME_OF, THING_KINDS } from './own-thing-cues.ts';
import { isStep, partWith } from './own-values.ts';
import { type OwnWords, ownWording } from './own-words.ts';

/** One's own wording against how many things are delivered, and in what format. */
export const OWN_THING: Rule = {
  id: 'custom.other-thing',
  title: 'Another number or format in your own words',
  grade: 'blocks',
  check: firstAgainst(ownWording, otherThing),
};

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
/** One of these is an article, or another word in the next language: “once” is eleven in Spanish. */
const NO_NUMBER = /^(?:once|one|un|une|una|uno|eine?|eins|cent|mil|neuf|elf)$/i;

/** Numbers in figures, in any of the languages: a few words are too short for theirs to be told. */
const inFigures = (text: string): string =>
  LANGUAGES.reduce(
    (words: string, each) =>
      words.replace(numberWords(each), (said) => (NO_NUMBER.test(said) ? said : `${numberIn(said, each) ?? said}`)),
    text,
  );

const countsIn = (text: string, { counted }: Kind): number[] =>
  [...text.matchAll(counted)].map(({ groups }) => Number(groups?.count)).filter((count) => count > 1);

function otherThing(scene: LintScene, own: OwnWords) {
  const things = (scene.terms.deliverables?.value ?? []).map(deliverableWords);
  const fixed = own.field === 'deliverables' || own.field === 'title' || own.field === 'milestones';
  if (fixed || things.length === 0 || !HANDED_OVER.test(own.text)) return undefined;
  const spoken = spokenIn(scene, own).text;
  const part = partWith(spoken, (words) => HANDED_OVER.test(words));
  if (!part || EXTRA.test(part) || REFUSED.test(part) || BESIDES.test(part)) return undefined;
  return otherCount(part, things) ?? otherFormat(part, things);
}

function otherCount(part: string, things: readonly string[]) {
  // Sketch is a program, too.
  if (SOME_OF.test(part) || isStep(part.replace(formatIn(part) ?? '', ' '))) return undefined;
  const text = inFigures(part);
  for (const kind of THING_KINDS) {
    const said = countsIn(text, kind);
    const agreed = things.flatMap((thing) => countsIn(inFigures(thing), kind));
    const all = [...agreed, agreed.reduce((sum, each) => sum + each, 0)];
    const other = said.find((count) => !all.includes(count));
    if (agreed.length === 0 || other === undefined) continue;
    return {
      sentence: `Your own wording has ${other} of what this contract has ${agreed.join(' and ')} of delivered.`,
      term: 'deliverables' as const,
      grade: AT_LEAST.test(part) && other < Math.max(...agreed) ? ('warns' as const) : undefined,
    };
  }
  return undefined;
}

const TYPES = /[\p{L}\d]+/gu;
const typesIn = (format: string) =>
  (format.toLowerCase().match(TYPES) ?? [])
    .filter((word) => !FILES.test(word))
    .map((type) => type.replace(/^jpe?gs?$/, 'jpg').replace(/^tiff$/, 'tif'));

function otherFormat(part: string, things: readonly string[]) {
  const format = formatIn(part);
  if (!format) return undefined;
  const those = things.filter((thing) => THING_KINDS.some(({ is }) => is.test(part) && is.test(thing)));
  const meant = those.length > 0 ? those : FILES.test(part) ? things : [];
  const agreed = meant.map((thing) => formatIn(thing));
  // A thing without a format of its own may come in any.
  if (agreed.length === 0 || agreed.some((each) => each === undefined)) return undefined;
  const known = agreed.flatMap((each) => typesIn(each ?? ''));
  if (typesIn(format).some((type) => known.includes(type))) return undefined;
  return {
    sentence: `Your own wording has it delivered as ${format}; this contract as ${[...new Set(agreed)].join(' and ')}.`,
    term: 'deliverables' as const,
  };
}

import { countApart } from '../briefs/scope/quantities.ts';
import {
  type Deliverable,
  deliverableFrom,
  deliverableLines,
  deliverableOf,
  deliverableWords,
  thingName,
} from '../contracts/deliverable.ts';
import type { Terms } from '../contracts/terms.ts';
import { changed, type Fix, type Found, type LintScene, type Rule } from './finding.ts';
import { ownSentences, quoteOwn, withoutSentence } from './own-words.ts';

/** Rules of the craft about how many of a thing there are. */
export const THING_RULES: readonly Rule[] = [
  { id: 'work.no-number', title: 'How many', grade: 'suggests', check: noNumber },
  { id: 'work.two-numbers', title: 'Two numbers for one thing', grade: 'warns', check: twoNumbers },
  { id: 'work.other-number', title: 'Another number in your words', grade: 'warns', check: otherNumber },
];

/** Says that there are several, and not how many. */
const SOME =
  /^(?:some|a few|a couple of|a number of|a bunch of|a handful of|several|multiple|many|lots of|plenty of|about|around|approx\.?|approximately|roughly|circa|ca\.?|einige|mehrere|ein paar|viele|etwa|ungefähr|rund|quelques|plusieurs|environ|algun[oa]s|vari[oa]s|muchos|muchas|unos|unas|alrededor de|aproximadamente)(?= \S)/iu;

function noNumber(scene: LintScene): Found | undefined {
  const line = deliverableLines(scene.terms).find((each) => SOME.test(each));
  const words = line && SOME.exec(line)?.[0];
  if (!line || !words) return undefined;
  return {
    sentence: `“${words}” is no number. Say how many there are, or how many at most.`,
    field: 'deliverables',
    quote: quoteOwn(scene, line),
  };
}

const bounds = ({ quantity }: Deliverable) => JSON.stringify([quantity?.least, quantity?.most, quantity?.per]);

function twoNumbers(scene: LintScene): Found | undefined {
  const things = scene.terms.deliverables?.value ?? [];
  for (const [at, one] of things.entries()) {
    const other = things
      .slice(at + 1)
      .find(
        (each) => one.quantity && each.quantity && thingName(each) === thingName(one) && bounds(each) !== bounds(one),
      );
    if (!other) continue;
    const keep = (kept: Deliverable, left: Deliverable): Fix => ({
      label: `Keep “${kept.text.slice(0, 40)}”`,
      terms: changed(scene.terms, { deliverables: things.filter((each) => each !== left) }),
    });
    return {
      sentence: `The list has “${one.text}” and “${other.text}”, so nobody can say how many there are.`,
      field: 'deliverables',
      quote: quoteOwn(scene, deliverableWords(other)),
      fix: keep(one, other),
      also: [keep(other, one)],
    };
  }
  return undefined;
}

/** Of some of the things, of others than those, or of more that would cost more: no number of all there are. */
const OF_SOME =
  /\b(?:first|last|next|extra|further|additional|more|other|another|each|every|per|of (?:the|these|those|them)|select\w*|cho(?:o|i)\w*|replac\w*|preview\w*|sampl\w*|exampl\w*|if|unless|erste\w*|weitere\w*|zusätzlich\w*|je|jede\w*|davon|premi\w*|supplément\w*|autres?|chaque|primer\w*|adicional\w*|otr[oa]s|cada)\b/iu;

function otherNumber(scene: LintScene): Found | undefined {
  const { terms } = scene;
  const things = terms.deliverables?.value ?? [];
  if (!things.some(({ quantity }) => quantity)) return undefined;
  for (const own of ownSentences(terms)) {
    if (OF_SOME.test(own.text)) continue;
    for (const said of countedIn(own.text)) {
      const at = things.findIndex((thing) => thing.quantity && isOf(said, thing) && bounds(said) !== bounds(thing));
      const thing = things[at];
      if (!thing || things.filter((each) => isOf(said, each)).length !== 1) continue;
      const { count = '' } = countApart(said.text) ?? {};
      return {
        sentence: `This says ${count}, and the list says “${thing.text}”.`,
        field: own.field,
        quote: quoteOwn(scene, own.text),
        fix: withoutSentence(terms, own),
        also: [numbered(terms, at, thing, count)],
      };
    }
  }
  return undefined;
}

function numbered(terms: Terms, at: number, thing: Deliverable, count: string): Fix {
  const { name = thing.text } = countApart(thing.text) ?? {};
  const next = deliverableOf(`${count} ${name}`, { format: thing.format, accepted: thing.accepted });
  const deliverables = (terms.deliverables?.value ?? []).map((each, index) => (index === at ? next : each));
  return { label: `Make it ${count} on the list`, terms: changed(terms, { deliverables }) };
}

/** How much of a sentence names one thing, at most; and how many places in it are looked at. */
const STRETCH = 100;
const PLACES_MAX = 120;

/** The counted things of a sentence, each with the words behind it. */
function countedIn(sentence: string): Deliverable[] {
  const starts = [...sentence.matchAll(/(?<![\p{L}\p{N}.,'’€$£-])[\p{L}\d]/gu)]
    .map(({ index }) => index)
    .slice(0, PLACES_MAX);
  const found = new Map<string, Deliverable>();
  for (const start of starts) {
    const words = sentence.slice(start, start + STRETCH);
    const apart = countApart(words);
    // "At least 20 photos" holds "20 photos": the words that begin first count.
    if (apart && !found.has(apart.name)) found.set(apart.name, deliverableFrom(words));
  }
  return [...found.values()];
}

/** Whether words that begin with a count speak of a thing: by its whole name, or by the noun it ends in. */
function isOf(said: Deliverable, thing: Deliverable): boolean {
  const [name, words] = [thingName(thing), thingName({ text: said.text })];
  const head = name.split(' ').at(-1) ?? '';
  return name !== '' && (`${words} `.startsWith(`${name} `) || words.split(' ')[0] === head);
}

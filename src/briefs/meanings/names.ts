import { wordsOf } from '../parties/bodies.ts';
import { type Candidate, ENOUGH } from '../parties/weigh.ts';
import { LETTERS } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import { evidenceAround } from './evidence.ts';
import { learned } from './learned.ts';
import { nameEvidence, placeEvidence } from './name-facts.ts';
import { chancesIn, outstanding } from './weights.ts';

/** The meanings a name can have. */
export const NAME_MEANINGS = ['none', 'person', 'company'] as const;
type Meaning = Candidate['kind'];

/** Where the rules leave open who it is: likely by itself, and by so much more than the next name. */
const OUTSTANDING = { sure: 0.55, odds: 3 };
/** What changes a rule's word. */
const FAR_AHEAD = { sure: 0.8, odds: 20 };
/** Below this a name that the rules take is nobody's; one of which they are sure needs less. */
const UNLIKELY = { taken: 0.35, sure: 0.2 };
/** Points of a name that is said to be the client's outright. */
const OUTRIGHT = 9;
/** More mentions of one name than this say nothing new. */
const MENTIONS = 4;

/** What speaks for the meaning of each name of a brief, in the order of the names. */
export function evidenceOfNames(said: string, names: readonly Candidate[], emails: readonly Span[]): Set<string>[] {
  const mentions = names
    .flatMap((name) => name.mentions.map((mention) => ({ ...mention, of: name })))
    .sort((a, b) => a.start - b.start);
  const at = new Map(mentions.map(({ start }, index) => [start, index]));
  const ofBrief = nameEvidence(said, names, emails);
  return names.map((name) => {
    const found = new Set<string>(['any', ...name.hints, ...ofBrief(name)]);
    for (const mention of name.mentions.slice(0, MENTIONS)) {
      const index = at.get(mention.start) ?? 0;
      const beside = [mentions[index - 1], mentions[index + 1]] as const;
      const others = beside.flatMap((other) => other ?? []);
      for (const piece of evidenceAround(said, mention, others)) found.add(piece);
      for (const piece of placeEvidence(said, mention, beside)) found.add(piece);
    }
    return found;
  });
}

/** Letters and figures of other scripts and widths: "Ｅｖｉｌ Ｃｏｒｐ", or a Cyrillic letter in a Latin name. */
const FOREIGN = new RegExp(`(?![${LETTERS}0-9])[\\p{L}\\p{N}]`, 'u');

type Chosen = { readonly person: Candidate | undefined; readonly company: Candidate | undefined };

/** Who the client is by the rules, corrected by what was learned: it names whom they leave open, and doubts whom it knows for another. */
export function likeliestClient(
  said: string,
  names: readonly Candidate[],
  { emails, ruled }: { emails: readonly Span[]; ruled: Chosen },
): Chosen {
  const evidence = evidenceOfNames(said, names, emails);
  const chances = new Map(names.map((name, at) => [name, chancesIn(learned('names'), evidence[at] ?? new Set())]));
  const chance = (name: Candidate, meaning: Meaning) => chances.get(name)?.[NAME_MEANINGS.indexOf(meaning)] ?? 0;
  const chosen = (meaning: Meaning) => {
    // Whom a rule sets aside in so many words stays there, and letters that only look like ours are nobody's name.
    const those = names.map((of) => ({
      ...{ of, key: wordsOf(of.name).join(' ') },
      chance: of.aside || FOREIGN.test(of.name) ? 0 : chance(of, meaning),
    }));
    const rule = ruled[meaning];
    const least = rule && rule.points >= OUTRIGHT ? UNLIKELY.sure : UNLIKELY.taken;
    // Two that the rules find alike are asked about, unless all else speaks for one.
    const rivals = !rule && names.some(({ kind, points, aside }) => kind === meaning && points >= ENOUGH && !aside);
    if (rivals) return outstanding(those, FAR_AHEAD);
    // Whose kind is unsure is the client all the same: what counts against a name is that it is nobody's.
    const client = rule ? chance(rule, 'person') + chance(rule, 'company') : 0;
    if (!rule || client < least) return outstanding(those, OUTSTANDING);
    return outstanding(those, FAR_AHEAD) ?? rule;
  };
  const [person, company] = [chosen('person'), chosen('company')];
  if (!person || person !== company) return { person, company };
  return chance(person, 'person') > chance(person, 'company')
    ? { person, company: undefined }
    : { person: undefined, company };
}

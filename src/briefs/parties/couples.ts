import { lettered } from '../passages/letters.ts';
import type { Candidate } from './weigh.ts';

const AND = lettered(String.raw`^ ?(?:and|und|et|y|e|&|\+) ?$`, 'iu');
const isWhole = (name: string) => / /.test(name.trim());

/** Somebody named together with the client: "Anna Berg and Tom Wild" are both the client, and stand in the contract together. */
export function coupleOf(
  said: string,
  person: Candidate | undefined,
  candidates: readonly Candidate[],
): string | undefined {
  if (!person || !isWhole(person.name)) return undefined;
  const others = candidates.filter((one) => one !== person && one.kind === 'person' && !one.aside && isWhole(one.name));
  for (const mention of person.mentions)
    for (const other of others.flatMap(({ mentions }) => mentions)) {
      const [first, second] = mention.start < other.start ? [mention, other] : [other, mention];
      if (AND.test(said.slice(first.end, second.start))) return said.slice(first.start, second.end);
    }
  return undefined;
}

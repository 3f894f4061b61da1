import { REFUSED } from '../briefs/agreed/words.ts';
import type { Terms } from '../contracts/terms.ts';
import { EVERY_USE, FOR_USE, MORE_USE, ONLY } from './own-use-cues.ts';
import { isCovered, usesIn } from './own-use-words.ts';

type Rights = NonNullable<Terms['rights']>['value'];

/** What words say of the use, and what the clause does; undefined where they agree or the words name no use. */
export function useAgainst(part: string, rights: Rights | undefined): { said: string; now: string } | undefined {
  const from = FOR_USE.exec(part);
  if (!from || MORE_USE.test(part)) return undefined;
  const licence = rights?.kind === 'licence' ? rights.use : undefined;
  const bounded = licence !== undefined && !EVERY_USE.test(licence);
  const now = licence ? `for ${licence}` : 'for whatever the client likes';
  if (EVERY_USE.test(part))
    return bounded && !REFUSED.test(part) ? { said: 'for whatever the client likes', now } : undefined;
  const said = usesIn(part.slice(from.index + from[0].length));
  const agreed = bounded ? usesIn(licence) : [];
  // Uses that no word of ours names can't be told from others.
  if (said.length === 0 || (bounded && agreed.length === 0) || (!bounded && !rights)) return undefined;
  const covers = (name: string) => !bounded || isCovered(name, agreed);
  const list = (names: readonly string[]) => `for ${names.join(' and ')}`;
  if (ONLY.test(part)) {
    const missing = bounded
      ? agreed.filter((name) => !isCovered(name, said) && !said.some((one) => isCovered(one, [name])))
      : said;
    const beyond = said.filter((name) => !covers(name));
    return missing.length > 0 || beyond.length > 0 ? { said: `${list(said)} only`, now } : undefined;
  }
  if (REFUSED.test(part)) {
    const taken = said.filter(covers);
    return taken.length > 0 ? { said: `not ${list(taken)}`, now } : undefined;
  }
  const beyond = said.filter((name) => !covers(name) && !(name === 'advertising' && said.some(covers)));
  return beyond.length > 0 ? { said: list(beyond), now } : undefined;
}

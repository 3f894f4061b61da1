import { wordsOf } from './bodies.ts';

/** Names by which the freelancer is known: the business's and the member's. They are nobody's client. */
export type OwnNames = readonly string[];

/** "Mia" where the freelancer is Mia Berg: every word of it is one of the same name's. */
export const isOwn = (name: string, own: OwnNames): boolean => {
  const words = wordsOf(name);
  return words.length > 0 && own.some((each) => words.every((word) => wordsOf(each).includes(word)));
};

/** Whether a letter ends with the freelancer's own name, so that whom it greets is the client. */
export function isSignedByOwn(text: string, own: OwnNames): boolean {
  const last = text
    .trimEnd()
    .slice(-60)
    .toLowerCase()
    .replace(/[.\s]+$/u, '');
  return own.some((each) => {
    const [whole, first] = [each.toLowerCase(), each.toLowerCase().split(' ')[0] ?? ''];
    return [whole, first].some(
      (name) => name.length > 1 && last.endsWith(name) && /(?:^|[\s,.–—-])$/u.test(last.slice(0, -name.length)),
    );
  });
}

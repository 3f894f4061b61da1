/**
 * The letters of the languages that briefs are read in, for a pattern's brackets. `\p{L}` with the flags `i` and `u` makes the
 * engine fold the case of every letter of every script, a millisecond for each pattern, and the readers have a thousand.
 */
export const LETTERS = 'A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ';

/** A pattern in whose source `\p{L}` stands for one of those letters. */
export const lettered = (source: string, flags: string): RegExp =>
  new RegExp(
    source
      .replace(/\[[^\]]*\]/g, (bracket) => bracket.replaceAll('\\p{L}', LETTERS))
      .replaceAll('\\p{L}', `[${LETTERS}]`),
    source.includes('\\p{L}') && !/\\p\{(?!L\})/.test(source) ? flags.replace('u', '') : flags,
  );

/** Words as a brief has them, for a pattern. */
export const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

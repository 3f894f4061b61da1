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

/** A pattern of whole words: no letter stands beside them, but a figure may. */
export const words = (...sources: readonly string[]): RegExp =>
  lettered(`(?<![\\p{L}])(?:${sources.join('|')})(?![\\p{L}])`, 'iu');

/** A pattern of whole words with neither a letter nor a figure beside them. */
export const said = (source: string, flags = 'iu'): RegExp =>
  lettered(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, flags);

/** Single words, listed with a space between them. */
export const wordSet = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.join(' ').trim().split(/\s+/));

/** Words as a brief has them, for a pattern. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Short words that are others without their accent, and longer ones of which that is true as well. */
const LETTERS_MIN = 4;
const OTHERS = new Set(['está', 'están', 'sólo', 'aún', 'marché', 'côté', 'prêt']);
const PLAIN: Readonly<Record<string, string>> = {
  ...{ á: 'a', é: 'e', í: 'i', ó: 'o', ú: 'u', à: 'a', â: 'a', è: 'e', ê: 'e', ë: 'e', î: 'i', ï: 'i', ô: 'o', û: 'u' },
  ...{ ù: 'u', ç: 'c' },
};
const ACCENTED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** A class of characters, an escape with its braces, or a word. */
const PIECES = /\[[^\]]*\]|\\p\{[^}]*\}|\\.|\p{L}+|[^\p{L}[\\]/gu;

/**
 * A pattern whose words may be typed without their accents, as people do on a telephone: "sesion", "fevrier". The last letter
 * keeps its own: "pagó" is no "pago".
 */
export const accentsOptional = (source: string): string =>
  source.replace(PIECES, (piece) =>
    /^\p{L}/u.test(piece) && piece.length >= LETTERS_MIN && !OTHERS.has(piece.toLowerCase())
      ? piece.replace(ACCENTED, (letter, at: number) =>
          at === piece.length - 1 ? letter : `[${letter}${PLAIN[letter]}]`,
        )
      : piece,
  );

/** A word without its accents. */
export const unaccented = (word: string): string => word.replace(ACCENTED, (letter) => PLAIN[letter] ?? letter);

/** The words with those that lose nothing without their accents. */
export const withPlain = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const plain = unaccented(word);
    return word.length >= LETTERS_MIN && plain !== word && !OTHERS.has(word) ? [word, plain] : [word];
  });

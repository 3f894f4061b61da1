const flat = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
const LETTER = /[\p{L}\p{N}]/u;

/** Whether words stand in a text as whole words, whatever their case and line ends. */
export function isQuoted(text: string, quote: string): boolean {
  const words = flat(quote);
  if (words.length === 0 || quote.length > 500) return false;
  const all = flat(text);
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
    const before = LETTER.test(words[0] ?? '') && LETTER.test(all[at - 1] ?? ' ');
    const after = LETTER.test(words.at(-1) ?? '') && LETTER.test(all[at + words.length] ?? ' ');
    if (!before && !after) return true;
  }
  return false;
}

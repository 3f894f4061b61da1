import { wordsAt } from '../../shared/typed.ts';

const QUOTE_MAX = 500;
const flat = (text: string) =>
  text
    .replace(/^(?: ?>)+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Whether words stand in a text as whole words, whatever their case, line ends and marks of a quoted mail. */
export function isQuoted(text: string, quote: string): boolean {
  const words = flat(quote);
  return words.length > 0 && quote.length <= QUOTE_MAX && wordsAt(flat(text), words) >= 0;
}

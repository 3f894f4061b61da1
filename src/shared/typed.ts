/**
 * Characters nobody types on purpose and no reader sees: controls, bidi overrides, zero-width and tag characters,
 * variation selectors, lone surrogates. They hide instructions, fake file endings and split words a filter looks for.
 */
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

/** Persian and the Indic scripts spell with joiners; anywhere else a joiner only hides something. */
const JOINS = 'Arab|Syrc|Mong|Deva|Beng|Guru|Gujr|Orya|Taml|Telu|Knda|Mlym|Sinh|Khmr'
  .split('|')
  .map((script) => `\\p{sc=${script}}`)
  .join('');
const STRAY_JOINER = new RegExp(`(?<![${JOINS}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINS}])`, 'gu');

function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC');
}

/** What a person typed into a one-line field: invisible characters gone, every run of white space one space. */
export function typedLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** What a person typed into a field of several lines: the same, with line breaks kept, never more than one blank line. */
export function typedLines(text: string): string {
  return visible(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Where words stand in a text as whole words, letter for letter; -1 where they don't. */
export function wordsAt(text: string, words: string): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = letter.test(words[0] ?? '') && letter.test(text[at - 1] ?? ' ');
    const after = letter.test(words.at(-1) ?? '') && letter.test(text[at + words.length] ?? ' ');
    if (!before && !after) return at;
  }
  return -1;
}

/** Whether words hold what mail programs and browsers make a link of by themselves; a bare `booking.com` is a name. */
export function holdsLink(text: string): boolean {
  return /:\/\/|\bwww\.|\b(?:javascript|data|mailto|tel):\S|\b[\w-]+\.[a-z]{2,}\/\S/i.test(text.normalize('NFKC'));
}

/** What is wrong with a title or a name that holds a link: they stand in the subject and text of mails. */
export function linkIn(text: string): string | undefined {
  return holdsLink(text) ? 'Leave links out of it: in a mail they could be pressed.' : undefined;
}

/**
 * At most `max` UTF-16 units with an ellipsis where something is left out. It ends with a whole word, unless that would leave
 * out much more; never with half of a surrogate pair.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const whole = /\s/.test(text.charAt(kept.length)) ? kept : kept.replace(/\s+\S*$/, '');
  const enough = whole.length >= kept.length - LONGEST_WORD && whole.length * 2 >= kept.length;
  return `${(enough ? whole : kept).replace(/[\s,;:]+$/, '')}…`;
}
const LONGEST_WORD = 40;

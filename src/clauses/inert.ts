/**
 * Characters that change how text is shown without being seen: zero-width, bidirectional controls, variation selectors,
 * the Unicode tag block, soft hyphens, lone surrogates, and control characters other than the line feed. They carry hidden
 * instructions and spoofed names (OWASP LLM01), and no contract needs them.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text holds characters that change it without being seen. */
export function unseenIn(text: string): boolean {
  return text.replace(/\t/g, ' ').search(UNSEEN) >= 0;
}

/** Text as a person sees it: one kind of line end and of space, nothing invisible. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(UNSEEN, '');
}

/** The same on a single line, for names, titles and other short values. */
export function visibleLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/**
 * A value as Markdown that can only be read as itself: no list, emphasis, link, image, code, entity or HTML can start in
 * it. It stays on one line, so nothing that needs a line of its own (headings, tables, rules) can either.
 */
export function escapeMarkdown(value: string): string {
  return visibleLine(value)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^[#+\-=!:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

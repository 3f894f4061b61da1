import { isPriced } from './priced.ts';
import type { Note } from './text.ts';

/** Who a mail is from, in its head. */
export const FROM = /^>? ?(?:from|von|de) ?: .{2,}/i;
export const HEADER =
  /^>? ?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé(?: le)?|à|objet|enviado(?: el)?|fecha|para|asunto) ?: /i;
const SUBJECT_FORWARDED = /^[ >]*(?:subject|betreff|objet|asunto) ?: ?(?:fwd?|wg|tr|rv) ?:/i;

const MARK =
  /^[\s>*[(_–—-]*(?:begin(?:ning of)? |anfang der |début du |inicio del? )?(?:forwarded (?:message|e-?mail|mail|by|from)|weitergeleitete (?:nachricht|e-?mail|mail)|weitergeleitet von|(?:message|courriel|mail|e-?mail) transféré|transféré par|(?:mensaje|correo) reenviado|reenviado(?= por| de| ?:))(?![\p{L}])(?!.*[.!?] )/iu;
/** A mail program's line is short; "forwarded" in a sentence of somebody's is no mark. */
const MARK_MAX = 90;
/** Whether a line only says that a forwarded mail follows: "---------- Forwarded message", "[transféré par Ann]". */
export const isForwardMark = (line: string): boolean => line.length <= MARK_MAX && MARK.test(line);

export const unmarked = (line: string): string => line.replace(/^(?: ?>)+ ?/, '');

/** How many lines a head has at most, and up to which line a mark may stand. */
const HEAD = 6;
const TOP = 8;

/** "Subject: Fwd: ..." counts in the head of a mail only: anybody can type it elsewhere. */
const isForwardedHead = (lines: readonly string[], at: number) =>
  SUBJECT_FORWARDED.test(lines[at] ?? '') &&
  lines
    .slice(Math.max(0, at - HEAD), at + HEAD)
    .some((line) => FROM.test(line) || (HEADER.test(line) && !SUBJECT_FORWARDED.test(line)));

/** A share or a length of time, which may be a term as a price is. */
const TERM =
  /\d ?(?:%|per ?cent|prozent|days?|weeks?|months?|tagen?|wochen?|jours?|semaines?|mois|días?|semanas?|mes(?:es)?)/i;
const LEFT_MAX = 120;
/** "Fwd: Logo", which a mail program writes. */
const TITLE = /^[\s>*]*(?:fwd?|wg|tr|rv) ?:/i;

/**
 * Of a forwarded mail the one inside, where it names a price: who forwards it only passes it on. Never past a price or another
 * term of whoever forwards it, so that both are read and what they differ in is asked; a note says which words were left aside.
 */
export function forwardedIn(lines: readonly string[]): { readonly lines: readonly string[]; readonly notes: Note[] } {
  const all = { lines, notes: [] };
  if (!lines.slice(0, TOP).some((line, at) => isForwardMark(line) || isForwardedHead(lines, at))) return all;
  const plain = lines.map(unmarked);
  const inner = plain.findLastIndex((line, at) => at > 0 && FROM.test(line) && line.includes('@'));
  const inside = plain.slice(Math.max(0, inner));
  const outside = plain.slice(0, Math.max(0, inner));
  if (outside.length === 0 || !inside.some(isPriced)) return all;
  if (outside.some((line) => isPriced(line) || TERM.test(line))) return all;
  return { lines: inside, notes: leftOut(outside) };
}

function leftOut(lines: readonly string[]): Note[] {
  const words = lines
    .filter((line) => /\p{L}/u.test(line) && !isForwardMark(line))
    .filter((line) => ![FROM, HEADER, TITLE].some((written) => written.test(line)))
    .join(' ')
    .trim();
  if (words === '') return [];
  const said = words.length > LEFT_MAX ? `${words.slice(0, LEFT_MAX - 1)}…` : words;
  const sentence = `“${said}” stands above a forwarded mail. Only the mail was read.`;
  return [{ code: 'brief.forwarded', sentence }];
}

import { FROM, forwardedIn, HEADER, isForwardMark, unmarked } from './forwarded.ts';
import { withoutStamps } from './stamps.ts';
import type { Note } from './text.ts';
import { unwrapped } from './unwrapped.ts';

/** Where a mail begins to quote the one it answers. */
const ATTRIBUTION =
  /^>? ?(?:On .{6,160} wrote|Am .{6,160} (?:schrieb|hast|haben).{0,80}|Le .{6,160} (?:a|as|avez) écrit|El .{6,160} escribi(?:ó|ste)|.{2,80} (?:wrote|schrieb|a écrit|escribió)) ?:$/iu;
const ORIGINAL =
  /^>? ?[-_]{2,} ?(?:original message|original e-?mail|ursprüngliche nachricht|originalnachricht|message d['’]origine|message initial|mensaje original|correo original) ?[-_]{2,}$/i;

/** One mail of a chain: who wrote it, where that is said, and its words without the marks of quoting. */
export type Message = { readonly author: string; readonly text: string };

/** How a mail program marks what it quotes: "> ", ">> ", and, below a line that says who wrote it, "| ". */
const MARKS = /^ ?(?:> ?)+/;
const BARS = /^ *\|{1,4} (?=[^|]+$)/;
const isMarked = (line: string) => MARKS.test(line) || BARS.test(line);
const withoutMarks = (line: string) => line.replace(MARKS, '').replace(BARS, '').trim();

/** Who wrote, by the line that says so. */
const AUTHOR =
  /schrieb (?<behind>[^<:\n]{2,60})|(?<ahead>\p{L}[\p{L}.'’ -]{0,60}?) ?(?:<[^>]*> ?)?(?:wrote|a écrit|escribió) ?:$|^(?:from|von|de) ?: ?"?(?<from>[^"<\n]{2,60})/iu;
function authorOf(line: string): string {
  const { behind, ahead, from } = AUTHOR.exec(line)?.groups ?? {};
  return (behind ?? ahead ?? from ?? '').trim();
}

type Line = { readonly bare: string; readonly depth: number; readonly opens: boolean };

/** The lines of a chain, each with how deep it is quoted, and whether it only says that an older mail follows. */
function linesIn(lines: readonly string[]): Line[] {
  let below = 0;
  let body = false;
  let told = false;
  return lines.map((line, at): Line => {
    const next = lines.slice(at + 1, at + 4);
    const bare = told || !BARS.test(line) ? withoutMarks(line) : line;
    const written = ATTRIBUTION.test(bare);
    const header = FROM.test(bare) && next.some((each) => HEADER.test(each.replace(MARKS, '')));
    const forwarded = lines.slice(Math.max(0, at - 2), at).some(isForwardMark);
    const old = header && body && !forwarded;
    const cut = ORIGINAL.test(bare);
    // "On 3 May Ann wrote:" below a mail, and the old one without any marks.
    const loose = written && body && /\d/.test(line) && !isMarked(next.find((each) => each.trim() !== '') ?? '>');
    const marks = (MARKS.exec(line)?.[0] ?? '').replaceAll(' ', '').length;
    if (marks === 0 && (cut || loose || (old && !ORIGINAL.test(lines[at - 1] ?? '')))) below += 1;
    told ||= written;
    const bars = told ? (BARS.exec(line)?.[0] ?? '').replaceAll(' ', '').length : 0;
    const depth = below + marks + bars;
    body ||= depth === 0 && bare !== '' && !written && !FROM.test(bare) && !HEADER.test(bare) && !isForwardMark(bare);
    return { bare, depth, opens: cut || written || old || (header && depth > 0) };
  });
}

/** The older mails, the newest first: one ends where the next is said to follow, or where the marks are more or fewer. */
function olderIn(lines: readonly Line[]): Message[] {
  const found: { author: string; depth: number; lines: string[] }[] = [];
  for (const { bare, depth, opens } of lines) {
    let last = found.at(-1);
    if (opens) {
      if (last?.lines.length === 0) last.author = authorOf(bare) || last.author;
      else found.push({ author: authorOf(bare), depth: 0, lines: [] });
      continue;
    }
    if (depth === 0 || (bare === '' && !last?.lines.length)) continue;
    if (last?.lines.length === 0 && (FROM.test(bare) || HEADER.test(bare))) continue;
    if (!last || (last.lines.length > 0 && bare !== '' && last.depth !== depth)) {
      last = { author: '', depth, lines: [] };
      found.push(last);
    }
    last.lines.push(bare);
    if (bare !== '') last.depth = depth;
  }
  return found
    .map(({ author, lines: said }) => ({ author, text: withoutStamps(unwrapped(said.join('\n')).trim()) }))
    .filter(({ text }) => text !== '');
}

/**
 * The mails of a pasted chain: the newest, the older ones that it quotes, newest first, and all of it in one without the marks of
 * quoting. Of a single mail, a note or a chat all is the newest. Threads come without their time stamps. A note says what was
 * said above a forwarded mail.
 */
export function messagesIn(text: string): {
  fresh: string;
  older: readonly Message[];
  all: string;
  notes: readonly Note[];
} {
  const { lines, notes } = forwardedIn(text.split('\n'));
  const told = linesIn(lines);
  const fresh = lines.filter((_, at) => told[at]?.depth === 0 && !(told[at].opens && ATTRIBUTION.test(told[at].bare)));
  return {
    fresh: withoutStamps(fresh.join('\n').trim()),
    older: olderIn(told),
    all: withoutStamps(unwrapped(lines.map(unmarked).join('\n'))),
    notes,
  };
}

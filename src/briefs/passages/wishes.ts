import { lettered } from './letters.ts';
import { isMine, type Turn, turnsIn } from './turns.ts';

/** What somebody says they want: no more than that until it is answered with a yes. */
const WISHES = lettered(
  String.raw`(?<![\p{L}])(?:(?:we|i)(?:['’]d)? (?:would )?(?:also |all )?(?:expect|want|need|require|ask|insist|like|prefer)|(?:wir|ich) (?:erwarten?|wollen|will|brauchen?|verlangen?|möchten?|fordern?|bestehen?)|(?:nous|on|je) (?:voul(?:ons|ez)|veut|veux|voudr\p{L}+|attend\p{L}*|exige\p{L}*|demand\p{L}*|souhait\p{L}*)|queremos|quiero|esperamos|exigimos|exijo|pedimos|necesitamos)(?![\p{L}])`,
  'iu',
);
const QUOTED = lettered(
  String.raw`(?<=^|[.!?\n] ?)(?:\p{L}[\p{L}'’-]{1,25} ){1,4}(?:wrote|writes|said|says|schrieb|schreibt|sagte|sagt|a écrit|écrit|a dit|dit|escribió|escribe|dijo|dice) ?: ?(["“„«][^"“”«»\n]{8,900}["”“»])`,
  'giu',
);
/** A yes that goes on with a doubt is none. */
const UNSURE = lettered(
  String.raw`(?<![\p{L}])(?:think|but|see|check|maybe|not|later|überleg\p{L}*|aber|vielleicht|nicht|réfléchi\p{L}*|mais|peut-être|pas|pensar\p{L}*|pero|quizás?|no)(?![\p{L}])`,
  'iu',
);
/** One line of somebody's words below the note, with nobody to answer it. */
const LINE = lettered(
  String.raw`^(?!(?:me|ich|moi|yo|us|wir|nous|note|ps) ?:)\p{L}[\p{L}'’-]{1,25}(?: \p{L}[\p{L}'’-]{1,25})? ?: ([^\n]{8,900})$`,
  'gimu',
);
const SPEAKER = lettered(String.raw`^\p{L}[\p{L}'’ .-]{0,40} ?: `, 'gimu');

/** The turns of a thread, also where a note stands above it. */
function turnsBelow(message: string): Turn[] {
  for (const { index } of [...message.matchAll(SPEAKER)].slice(0, 6)) {
    const turns = turnsIn(message.slice(index));
    if (turns.length > 0) return turns.map((turn) => ({ ...turn, start: turn.start + index, end: turn.end + index }));
  }
  return [];
}

const OWN_TERMS = /[€$£]|\b[A-Z]{3} ?\d|\d ?(?:[A-Z]{3}|euros?)\b/;

/** Whether the freelancer answered a turn of the other side with a plain yes. */
const isTaken = (turns: readonly Turn[], at: number, text: string) =>
  turns
    .slice(at + 1)
    .some((turn) => isMine(turns, turn) && turn.accepts && !UNSURE.test(text.slice(turn.start, turn.end)));

/**
 * What the other side wishes for below the freelancer's own terms, in a thread or a quotation, and the message without it. Only a yes
 * makes it part of the terms.
 */
export function withoutWishes(message: string): { said: string; wishes: string[] } {
  const turns = turnsBelow(message);
  const spans = turns.flatMap((turn, at) => {
    const theirs = !isMine(turns, turn) && !isTaken(turns, at, message);
    return theirs ? [{ start: turn.start, end: turn.end }] : [];
  });
  const alone = turns.length > 0 ? [] : [...message.matchAll(LINE)];
  for (const { 0: whole, 1: words = '', index } of [...message.matchAll(QUOTED), ...alone]) {
    const end = index + whole.length;
    spans.push({ start: end - words.length, end });
  }
  const first = Math.min(...turns.map(({ start }) => start), ...spans.map(({ start }) => start));
  if (spans.length === 0 || !OWN_TERMS.test(message.slice(0, first))) return { said: message, wishes: [] };
  const wished = spans
    .filter(({ start, end }) => WISHES.test(message.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  let said = '';
  let at = 0;
  for (const { start, end } of wished) {
    if (start < at) continue;
    said += `${message.slice(at, start)}…${message[end - 1] === '\n' ? '\n' : ''}`;
    at = end;
  }
  return { said: said + message.slice(at), wishes: wished.map(({ start, end }) => message.slice(start, end).trim()) };
}

import { GIVEN_NAMES } from '../parties/given-names.ts';
import { COMMON_NOUNS, SMALL_WORDS } from '../parties/people.ts';
import { lettered } from './letters.ts';
import { isMine, isYes, type Turn, turnsIn } from './turns.ts';

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
  String.raw`^(?!(?:me|ich|moi|yo|us|wir|nous|note|ps) ?:)\p{L}[\p{L}'’-]{1,25}(?: \p{L}[\p{L}'’-]{1,25})? ?: ([^\n]{5,900})$`,
  'gimu',
);
const SPEAKER = lettered(String.raw`^\p{L}[\p{L}'’ .-]{0,40} ?: `, 'gimu');

/** The last two lines of a form look like two who speak: another label stands right above them. */
const FORM_ABOVE = lettered(
  String.raw`(?<=^|
)[\p{L}(][\p{L}\p{N}'’().,/ -]{0,40} ?: [^
]*
$`,
  'u',
);
const isEndOfForm = (above: string, turns: readonly Turn[]) =>
  turns.length === 2 && !turns.some((turn) => isMine(turns, turn)) && FORM_ABOVE.test(above);

/** The turns of a thread, also where a note stands above it. */
function turnsBelow(message: string): Turn[] {
  for (const { index } of [...message.matchAll(SPEAKER)].slice(0, 6)) {
    const turns = turnsIn(message.slice(index));
    if (turns.length > 0 && !isEndOfForm(message.slice(0, index), turns))
      return turns.map((turn) => ({ ...turn, start: turn.start + index, end: turn.end + index }));
  }
  return [];
}

const OWN_TERMS = /[€$£]|\b[A-Z]{3} ?\d|\d ?(?:[A-Z]{3}|euros?)\b/;

/** Terms as somebody names them without a verb: "net 90, Delaware law". */
const TERM = lettered(
  String.raw`(?<![\p{L}])(?:net(?:to)?[ -]?\d|\d{1,3} (?:days?|tage?n?|jours|d[ií]as)|law|\p{L}*recht|droit|ley|derecho|\d{1,2} (?:rounds?|runden|tours?|rondas))(?![\p{L}])|\d ?%|(?<![\p{L}])(?:no|keine?|ohne|pas d['’]|sans|sin) ?(?:deposit|anzahlung|acompte|anticipo)(?![\p{L}])`,
  'iu',
);
const VERB = lettered(
  String.raw`\?|(?<![\p{L}])(?:i|we|you|it|is|are|was|will|can|could|would|please|let|ich|wir|sie|ist|sind|kann|bitte|je|nous|vous|tu|on|est|sont|peut|merci|yo|nosotros|usted|es|son|puede|podemos)(?![\p{L}])`,
  'iu',
);
const WORDS_MAX = 5;

/** Whether words are a list of terms and nothing else: no sentence, no yes and no answer. */
function isBare(words: string): boolean {
  if (isYes(words) || VERB.test(words)) return false;
  const parts = words.split(/[,;+&\n]|\.(?!\d)| (?:and|und|et|y) /).map((part) => part.trim());
  // "Client: Acme Ltd, net 14" is a line of a form.
  return parts.every((part) => part === '' || (TERM.test(part) && part.split(' ').length <= WORDS_MAX));
}

const CLIENT = /^(?:(?:the|der|die|le|la|el) )?(?:client|customer|kund(?:e|in)|cliente|clienta)$/i;
const TITLE = '(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herrn?|Frau|M|Mme|Mlle|Sra?|Srta|Señora?|Monsieur|Madame)';
/** Whether the label of a line is somebody: the client, a given name, or a name that stands above it behind a title. */
function isSomebody(label: string, above: string): boolean {
  const [first = ''] = label.toLowerCase().split(' ');
  if (CLIENT.test(label)) return true;
  if (COMMON_NOUNS.has(first) || SMALL_WORDS.has(first) || !/^\p{Lu}/u.test(label)) return false;
  return GIVEN_NAMES.has(first) || lettered(`(?<!\\p{L})${TITLE}\\.? (?:\\p{L}+ )?${label}(?!\\p{L})`, '').test(above);
}

/** Whether the freelancer answered a turn of the other side with a plain yes. */
const isTaken = (turns: readonly Turn[], at: number, text: string) =>
  turns
    .slice(at + 1)
    .some((turn) => isMine(turns, turn) && turn.accepts && !UNSURE.test(text.slice(turn.start, turn.end)));

/** Where the other side speaks in a message, with whether it says terms without a verb below the freelancer's own. */
function theirsIn(message: string, turns: readonly Turn[]): { start: number; end: number; bare: boolean }[] {
  const note = message.slice(0, turns[0]?.start ?? 0);
  const spoken = turns.flatMap((turn, at) => {
    if (isMine(turns, turn) || isTaken(turns, at, message)) return [];
    const own = turns.slice(0, at).filter((one) => isMine(turns, one));
    const asked = /\?\s*$/.test(turns[at - 1]?.text ?? '');
    // Whoever goes on without a doubt lets it stand.
    const goesOn = turns.slice(at + 1).some((one) => isMine(turns, one) && !UNSURE.test(one.text));
    const bare =
      !asked && !goesOn && OWN_TERMS.test(note + own.map(({ text }) => text).join('\n')) && isBare(turn.text.trim());
    return [{ start: turn.start, end: turn.end, bare }];
  });
  const alone = turns.length > 0 ? [] : [...message.matchAll(LINE)];
  const told = [...message.matchAll(QUOTED), ...alone].map(({ 0: whole, 1: words = '', index }) => {
    const end = index + whole.length;
    const above = message.slice(0, index);
    const label = whole.slice(0, whole.indexOf(':')).trim();
    return {
      ...{ start: end - words.length, end },
      bare: isSomebody(label, above) && OWN_TERMS.test(above) && isBare(words),
    };
  });
  return [...spoken, ...told];
}

/**
 * What the other side wishes for below the freelancer's own terms, in a thread or a quotation, and the message without it. Only a yes
 * makes it part of the terms.
 */
export function withoutWishes(message: string): { said: string; wishes: string[] } {
  const turns = turnsBelow(message);
  const spans = theirsIn(message, turns);
  const first = Math.min(...turns.map(({ start }) => start), ...spans.map(({ start }) => start));
  if (spans.length === 0) return { said: message, wishes: [] };
  const below = OWN_TERMS.test(message.slice(0, first));
  const wished = spans
    .filter(({ start, end, bare }) => bare || (below && WISHES.test(message.slice(start, end))))
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

import { addDays, type Day, weekdayOf } from '../../shared/dates.ts';
import { lettered } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import type { Placed } from './date-roles.ts';
import type { DateMention } from './dates.ts';

const FREE =
  '(?:free|available|open|possible|frei|verfügbar|möglich|zu haben|libres?|disponibles?|dispos?|possible|posible|taken|booked|vergeben|belegt|ausgebucht|prise?s?|réservée?s?|ocupad[oa]s?|reservad[oa]s?)';
const ASKS =
  '(?:is|are|would|might|could|will|do you have|have you got|got|ist|wäre|sind|hast|hättest|haben|hätten|gibt es|est|sont|serait|seraient|es[- ]tu|êtes[- ]vous|serais|seriez|tu es|vous êtes|as|avez|está|estaría|están|estás|estarías|tienes|tendrías|tiene|tendría|hay)';
/** "Is 5 June still free?", "Hast du am 5. Juni Zeit?": a question that is about the day itself. */
const BEFORE = lettered(`(?:^|[¿,:–—-] ?|(?<![\\p{L}]))${ASKS}(?![\\p{L}])[^.!?\\n]{0,60}$`, 'iu');
const BEHIND = lettered(
  String.raw`^[^.!?\n]{0,50}(?<![\p{L}])(?:${FREE}|time|zeit|lust|frei|le temps|tiempo|hueco)(?![\p{L}])[^.!?\n]{0,60}\?|^[^.!?\n]{0,24}(?:est|serait|wäre|ist)[- ](?:il|elle|ce|er)[^.!?\n]{0,20}(?:libre|disponible|frei)[^.!?\n]{0,40}\?`,
  'iu',
);
const AROUND = lettered(String.raw`(?<![\p{L}])(?:${FREE}|zeit)(?![\p{L}])[^.!?\n]{0,40}$`, 'iu');
/** What is asked is by when the work can be there. */
const DUE = lettered(
  String.raw`(?<![\p{L}])(?:deadline|due|deliver\p{L}*|ready|done|finished|abgabe|liefer\p{L}*|fertig|frist|livrais\p{L}*|livr\p{L}*|délai|échéance|entreg\p{L}*|plazo)(?![\p{L}])`,
  'iu',
);
const ENDS = /^[^.!?\n]{0,60}\?/;

/** Whether a day is only asked about: is it still free? */
function isAskedFree(said: string, { start, end }: Span): boolean {
  const before = said.slice(Math.max(0, start - 80), start);
  const after = said.slice(end, end + 120);
  const question = `${/[^.!?\n]*$/.exec(before)?.[0] ?? ''}${/^[^.!?\n]*/.exec(after)?.[0] ?? ''}`;
  if (DUE.test(question)) return false;
  const asks = BEFORE.test(before);
  if (asks && AROUND.test(before) && ENDS.test(after)) return true;
  return BEHIND.test(after) && (asks || /est[- ](?:il|elle)/.test(after));
}

/** Work that is done on a day, at a place. */
const ATTENDED = lettered(
  String.raw`(?<![\p{L}])(?:photo|foto|shoot|film|video|vídeo|vidéo|wedding|hochzeit|mariage|boda|concert|konzert|concierto|gig|workshop|training|schulung|formation|taller|taufe|feier|party|fête|fiesta|session|sesión|séance|moderation|keynote|vortrag|charla|lesung|coaching|dj|drehtag|tournage|rodaje|event)\p{L}*`,
  'iu',
);

/**
 * A day that somebody asks about is no deadline. It is when the work takes place where that is done on a day; for any other work
 * it is asked what the day is for.
 */
export function withAskedFree(
  placed: readonly Placed[],
  said: string,
  source: (span: Span) => Span,
): { placed: Placed[]; notes: Note[] } {
  const notes: Note[] = [];
  const dated = ATTENDED.test(said);
  const all = placed.map((one): Placed => {
    if (one.role === 'booking' || one.role === 'start' || !isAskedFree(said, source(one.mention))) return one;
    if (dated) return { ...one, role: 'booking', strong: true, bare: false };
    const sentence = `“${one.mention.text}” is only asked about. Say whether it is booked.`;
    notes.push({ code: 'brief.asked-free', field: 'booking', sentence, quote: one.mention.text });
    return { ...one, role: 'other', strong: true, bare: false };
  });
  return { placed: all, notes };
}

const weekOf = (day: Day): Day => addDays(day, -weekdayOf(day));

/** "Next Friday" said on a Monday is this week's for some people and next week's for others: who turns up has to know. */
export function eitherWeek(mention: DateMention, today: Day): DateMention {
  const { day, text, problem } = mention;
  if (!day || problem || !/^next \p{L}+$/iu.test(text) || weekOf(day) !== weekOf(today)) return mention;
  return { ...mention, problem: `“${text}” can be this week or the next.`, either: [day, addDays(day, 7)] };
}

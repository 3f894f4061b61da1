import { lettered } from '../passages/letters.ts';
import type { Note, Span } from '../passages/text.ts';
import { CANCEL, hasWindow } from './cancelling.ts';

/** Moving a date, in the stems of four languages. */
const MOVE = lettered(
  String.raw`(?<![\p{L}])(?:re-?schedul\p{L}*|postpon\p{L}*|mov(?:e|es|ed|ing) (?:it|(?:the |a |your |to another |of )?(?:date|day|booking|session|shoot|event|appointment|slot)s?)|(?:date changes?|changes? of (?:the )?(?:date|day)|chang(?:e|ing) the (?:date|day))|verschieb\p{L}*|verschoben|verleg(?:en|ung\p{L}*)|umbuch\p{L}*|termin(?:änderung|wechsel|verschiebung)\p{L}*|(?:le|un|du|tout) report|report (?:gratuit|possible|de date|de la (?:date|séance))|reporter (?:la|le) (?:date|séance|rendez-vous)|reprogramm?\p{L}*|décal(?:er|age)s?|changements? de (?:date|jour)|déplacer (?:la date|le rendez-vous|la séance)|reagend\p{L}*|aplaz\p{L}*|cambios? de (?:fecha|día)|cambiar (?:la fecha|el día|de fecha)|mover (?:la fecha|el día|la sesión))(?![\p{L}])`,
  'iu',
);
const FREE =
  /(?<![\p{L}])(?:free|no charge|without charge|kostenlos|kostenfrei|gratis|gratuite?s?|sans frais|sin (?:coste?|cargo))(?![\p{L}])/iu;

/** What is owed, or that nothing is. */
const FIGURE = /\d ?(?:%|€|£|\$|eur|usd|gbp|chf|percent)|(?:€|£|\$|eur|usd|gbp|chf) ?\d|(?<![\p{L}])half(?![\p{L}])/iu;

/** What the brief says moving a booking costs. It is no fee for calling off, and no deposit either. */
export function readMoving(text: string, notes: Note[]): Span[] {
  const found = [...text.matchAll(/[^.;\n]+(?:\.\d[^.;\n]*)*/g)].flatMap(({ 0: said, index }) =>
    MOVE.test(said) ? clausesOf(said, index) : [],
  );
  const spans = found.filter(({ text: words }) => hasWindow(words) && (FIGURE.test(words) || FREE.test(words)));
  for (const span of spans) {
    const words = span.text.trim();
    const shown = words.length > 140 ? `${words.slice(0, 139)}…` : words;
    notes.push({
      code: 'brief.moving',
      sentence: `“${shown}” is about moving the date, not about calling off. Write it into Special terms if it should stand.`,
      quote: words.slice(0, 500),
    });
  }
  return spans;
}

/** The whole sentence, or where it speaks of calling off as well what follows the word for moving alone. */
function clausesOf(said: string, at: number): Span[] {
  if (!CANCEL.test(said)) return [{ start: at, end: at + said.length, text: said }];
  const spans: Span[] = [];
  let moving = false;
  let from = at;
  for (const clause of said.split(/(?<=,)(?!\d)/)) {
    const both = CANCEL.test(clause);
    moving = !both && (moving || MOVE.test(clause));
    const last = spans.at(-1);
    const end = from + clause.length;
    if (moving && last?.end === from) spans[spans.length - 1] = { ...last, end, text: last.text + clause };
    else if (moving) spans.push({ start: from, end, text: clause });
    from = end;
  }
  return spans;
}

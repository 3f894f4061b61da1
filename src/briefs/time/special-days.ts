import { formatDay } from '../../shared/dates.ts';
import { dayAnswers } from '../answers.ts';
import type { Span } from '../passages/text.ts';
import type { DateMention } from './dates.ts';
import type { readSchedule } from './schedule.ts';

type Schedule = ReturnType<typeof readSchedule>;

/** The words a brief wants in the contract as they are, behind their heading, to the end of the line. */
export function specialIn(text: string): Span | undefined {
  const [whole = '', words] =
    /(?:^|\n|[.;] ?)special (?:terms?|wish(?:es)?|conditions?): ?([^\n]{3,1500})/i.exec(text) ?? [];
  const start = text.indexOf(whole) + whole.length - (words?.length ?? 0);
  return words === undefined ? undefined : { start, end: start + words.length, text: words };
}

/**
 * A day of the special terms is read like any other; where the rest of the brief says another start or end, nobody knows
 * which of them is meant, so it is asked.
 */
export function scheduleBeside(
  text: string,
  dates: readonly DateMention[],
  read: (dates: readonly DateMention[]) => Schedule,
): Schedule {
  const schedule = read(dates);
  const special = specialIn(text);
  const rest = dates.filter(({ start }) => !special || start < special.start || start >= special.end);
  if (rest.length === 0 || rest.length === dates.length) return schedule;
  const alone = read(rest);
  const found = { ...schedule.found };
  const notes = [...schedule.notes];
  for (const name of ['startOn', 'endOn'] as const) {
    const [all, own] = [schedule.found[name], alone.found[name]];
    if (!all || !own || all.value === own.value) continue;
    delete found[name];
    const sentence = `The brief says ${formatDay(own.value)}, and its special terms say ${formatDay(all.value)}.`;
    const answers = dayAnswers(name, [own.value, all.value]);
    notes.push({ code: 'brief.several-dates', field: name, sentence, answers });
  }
  return { ...schedule, found, notes };
}

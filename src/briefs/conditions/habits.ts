import { payAnswers } from '../answers.ts';
import { lettered } from '../passages/letters.ts';
import type { Note } from '../passages/text.ts';
import type { readNet } from './net-days.ts';

/** Right before a time to pay, behind who pays: a habit of theirs. */
const HABIT = lettered(
  "(?<![\\p{L}])(?:pays?|zahl(?:t|en)|überweis(?:t|en)|paien?t?|règlent?|pagan?)[^.;,\\n]{0,24}?(?:usually|normally|mostly|generally|meist(?:ens)?|normalerweise|gewöhnlich|üblicherweise|d['’]habitude|généralement|en général|normalmente|habitualmente|por lo general)[^.;\\n\\d]{0,24}$|(?<![\\p{L}])(?:usually|normally|mostly|generally|suelen?|meist(?:ens)?)[^.;,\\n]{0,12} (?:pays?|paid|pagar|zahlt)[^.;\\n\\d]{0,24}$",
  'iu',
);

type Net = ReturnType<typeof readNet>;

/** "The treasurer mostly pays after 30 days" agrees to nothing: it is asked. */
export function withoutHabit(text: string, net: Net, notes: Note[]): Net {
  const { netDays } = net.found;
  const [span] = net.spans.filter(({ text: said }) => said === netDays?.quote);
  if (!netDays || !span) return net;
  const before = `${text.slice(Math.max(0, span.start - 60), span.start)}${span.text.replace(/\d.*$/s, '')}`;
  if (!HABIT.test(before)) return net;
  const sentence = 'What the brief says of paying is a habit. Say within how many days invoices are payable.';
  notes.push({
    code: 'brief.net-days',
    field: 'netDays',
    sentence,
    quote: span.text,
    answers: payAnswers([netDays.value]),
  });
  return { found: {}, spans: net.spans };
}

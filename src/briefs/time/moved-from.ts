import { lettered } from '../passages/letters.ts';
import type { DateMention } from './dates.ts';
import { sentenceBefore } from './moved-cues.ts';

const MOVES = lettered(
  String.raw`(?<![\p{L}])(?:mov(?:e|ed|es|ing)|shift\p{L}*|push\p{L}*|bump\p{L}*|resched\p{L}*|postpon\p{L}*|chang(?:e|ed|ing)|(?:ver|ge)?schieb\p{L}*|verschob\p{L}*|verleg\p{L}*|umgebucht|umbuch\p{L}*|décal\p{L}*|report(?:é\p{L}*|er|ons|e)|déplac\p{L}*|repouss\p{L}*|avanc\p{L}*|pas(?:s?er|ons|amos|ar|a|ado)|mov(?:er|emos|ido)|aplaz\p{L}*|traslad\p{L}*|cambi\p{L}*|corr(?:er|emos|ió))(?![\p{L}])`,
  'giu',
);
const TO = lettered(`^ ?,? ?(?:to|until|auf|nach|au|aux|à|al|a|hasta|→|->|=>)(?: (?:the|den|dem|le|el))? ?$`, 'iu');
const FROM = lettered(String.raw`(?<![\p{L}])(?:from|vom|du|del|de|desde)(?: (?:the|den|le|el))? ?$`, 'iu');
/** How far before the first day, and behind the second, it is said that something moves. */
const [BEFORE, BEHIND] = [70, 30];

/** "Moved from 2 April to 9 April": the first of the two days is no day of the work any more. */
export function withoutLeft(text: string, found: readonly DateMention[]): DateMention[] {
  const days = [...found].sort(
    (a, b) => a.start - b.start || Number(a.part === 'second') - Number(b.part === 'second'),
  );
  return days.map((one, at): DateMention => {
    const [before, after] = [days[at - 1], days[at + 1]];
    if (before && isMove(text, before, one)) return alone(one);
    if (!after || !isMove(text, one, after)) return one;
    const { start, end, text: words } = one;
    return { start, end, text: words, past: true, left: true, problem: 'The day was moved.' };
  });
}

function isMove(text: string, from: DateMention, to: DateMention): boolean {
  const pair = from.part === 'first' && to.part === 'second' && from.start === to.start;
  const lead = sentenceBefore(text, from.start, BEFORE);
  if (!pair && !(FROM.test(lead) && TO.test(text.slice(from.end, to.start)))) return false;
  const tail = text.slice(to.end, to.end + BEHIND).split(/[.;!?\n]/)[0] ?? '';
  return lead.search(MOVES) >= 0 || tail.search(MOVES) >= 0;
}

const alone = ({ part: _, ...one }: DateMention): DateMention => one;

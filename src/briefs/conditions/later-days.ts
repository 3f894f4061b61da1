import { lettered } from '../passages/letters.ts';
import { clauseAround, type Note, type Span, spanOf } from '../passages/text.ts';
import { daysOf, stretchesIn } from './stretches.ts';

const PUTS = lettered(
  String.raw`(?<![\p{L}])(?:make (?:it|that|them)|(?:we |i )?(?:agreed|settled)(?: (?:on|for))?|go (?:for|with)|say|(?:machen|sagen|nehmen) wir|lieber|plutôt|disons|mettons|d['’]accord pour|mejor|quedamos en|digamos|(?:que|mejor) sean|now) ?$`,
  'iu',
);
const ACCEPTS = lettered(
  String.raw`^(?: (?:is|are|sind|ist|wäre?n?|geh(?:t|en)|c['’]est|est|sont|me va|está|están|son)|['’]s)?(?: (?:also|auch|aussi|también))? ?(?:fine|ok(?:ay)?|good|works?|agreed|no problem|in ordnung|passt|passen|klar|bien|d['’]accord|vale)(?![\p{L}])|^ (?:instead of|rather than|statt|anstatt|au lieu de|en vez de|en lugar de)(?![\p{L}])`,
  'iu',
);
/** Fewer are hardly days to pay, and more are none. */
const LEAST = 3;
const MOST = 120;

/** Another length that is put in the place of the days to pay further on, without a word of paying: "can we make it 30 days?". */
export function laterDays(text: string, { end, days }: { end: number; days: number }): { span: Span; days: number }[] {
  return stretchesIn(text)
    .map((match) => ({ span: spanOf(match), days: daysOf(match) }))
    .filter((one) => one.span.start > end && one.days !== days && one.days >= LEAST && one.days <= MOST)
    .filter(({ span }) => {
      const { before, after } = clauseAround(text, span.start, span.end);
      return (PUTS.test(before) || ACCEPTS.test(after)) && !OF_WORK.test(`${before} ${after}`);
    });
}

/** What takes or lasts so long is something else. */
const OF_WORK = lettered(
  String.raw`(?<![\p{L}])(?:deliver\p{L}*|deadline|ready|done|finish\p{L}*|revis\p{L}*|cancel\p{L}*|notice|start\p{L}*|review\p{L}*|feedback|shoot\p{L}*|earlier|later|before|liefer\p{L}*|fertig|frist|kündig\p{L}*|storn\p{L}*|livr\p{L}*|préavis|annul\p{L}*|entreg\p{L}*|preaviso|aviso|list[oa]s?)(?![\p{L}])`,
  'iu',
);

/** Asks which of several lengths holds. */
export function rivalNote(hits: readonly { span: Span; days: number }[]): Note {
  const each = [...new Set(hits.map(({ days }) => days))].slice(0, 4);
  return {
    ...{ code: 'brief.net-days', field: 'netDays', quote: hits.at(-1)?.span.text ?? '' },
    sentence: `Within how many days are invoices payable: ${each.join(' or ')}?`,
    answers: each.map((days) => ({ label: `${days} days`, set: { netDays: String(days) } })),
  };
}

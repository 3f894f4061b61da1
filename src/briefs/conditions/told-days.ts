import { payAnswers } from '../answers.ts';
import { bareIn, toldDeal } from '../passages/deal.ts';
import { lettered } from '../passages/letters.ts';
import { countOf, type Note, type Span, spanOf } from '../passages/text.ts';
import { daysNamedIn, daysOf } from './stretches.ts';

/** Terms that nobody has said. */
export const UNSAID = lettered(
  String.raw`(?<![\p{L}])(?:payment terms|zahlungsziel|zahlungsfrist|terms|délai de paiement|plazo de pago)(?: ?[:=]| are| is| ist| est| es) ?["“„«»]?(?:the usual|usual|as usual|das übliche|üblich|wie (?:üblich|immer)|comme d['’]habitude|lo de siempre|como siempre|tbd|tbc|\?|offen|open|à voir|à convenir|a convenir)`,
  'iu',
);
/** What a deal of days to pay is about, or whose papers name them. */
const OF_PAYING = lettered(
  String.raw`(?<![\p{L}])(?:net|pay\p{L}*|paid|invoic\p{L}*|terms?|zahl\p{L}*|rechnung\p{L}*|factur\p{L}*|pai\p{L}*|règl\p{L}*|pag\p{L}*|vendor|supplier|lieferant\p{L}*|fournisseurs?|proveedor(?:es)?)(?![\p{L}])`,
  'iu',
);
const OF_WORK = lettered(
  String.raw`(?<![\p{L}])(?:deliver\p{L}*|deadline|ready|revis\p{L}*|cancel\p{L}*|notice|review\p{L}*|feedback|shoot\p{L}*|liefer(?!ant)\p{L}*|fertig|storn\p{L}*|kündig\p{L}*|livr\p{L}*|préavis|annul\p{L}*|entreg\p{L}*|preaviso|reschedul\p{L}*|move|moving)(?![\p{L}])`,
  'iu',
);
const AROUND = 70;

type Told = {
  readonly hit: { readonly span: Span; readonly days: number } | undefined;
  readonly note: Note | undefined;
  readonly spans: Span[];
};

/** Days to pay that two sides named: those that were taken, or what is asked; undefined where no deal is told. */
export function toldDays(text: string): Told | undefined {
  const named = daysNamedIn(text)
    .map((match) => ({ ...spanOf(match), days: daysOf(match) }))
    .sort((a, b) => a.start - b.start);
  const bare = bareIn(text, named).flatMap((span) => {
    const days = /\d/.test(span.text) ? countOf(span.text) : undefined;
    return days ? [{ ...span, days }] : [];
  });
  const all = [...named, ...bare].sort((a, b) => a.start - b.start);
  const deal = toldDeal(
    text,
    all.map((each) => ({ ...each, key: String(each.days) })),
  );
  if (deal.kind === 'none') return undefined;
  const offers = deal.kind === 'open' ? deal.offers : [deal.agreed, ...deal.given];
  const [from, to] = [Math.min(...offers.map(({ start }) => start)), Math.max(...offers.map(({ end }) => end))];
  const said = /[^.!?\n]*$/.exec(text.slice(Math.max(0, from - AROUND), from))?.[0] + text.slice(from, to + AROUND);
  if (!OF_PAYING.test(said) || OF_WORK.test(said)) return undefined;
  const daysAt = (start: number) => all.find((each) => each.start === start)?.days ?? Number.NaN;
  const spans = offers.map(({ start, end, text: words }) => ({ start, end, text: words }));
  if (deal.kind === 'agreed') {
    const [span] = spans;
    return { hit: span && { span, days: daysAt(span.start) }, note: undefined, spans };
  }
  const days = [...new Set(offers.map(({ start }) => daysAt(start)))];
  const note: Note = {
    ...{ code: 'brief.net-days', field: 'netDays', quote: spans.at(-1)?.text ?? '', answers: payAnswers(days) },
    sentence: `Within how many days are invoices payable: ${days.join(' or ')}?`,
  };
  return { hit: undefined, note, spans };
}

import { lettered, words } from '../passages/letters.ts';
import type { Span } from '../passages/text.ts';
import type { DateMention } from '../time/dates.ts';
import { saysAhead } from './ahead.ts';
import { BESIDE_PRICE } from './beside-price.ts';
import { bareLabel, startsWithEvent } from './part-labels.ts';
import { isAheadName, type Part, type Worth } from './parts.ts';

/** How far behind the last part its name is looked for. */
const REACH = 110;
/** Words that make a part a deposit, a balance or something else that is no milestone. */
const NO_NAME =
  /\b(?:deposit|up-? ?front|advance|balance|rest|remainder|vat|discount|cancel\w*|total|zusammen|late|immediately)\b/i;
/** Of three parts the first may be called what of two makes it a deposit. */
const FIRST_NAME = /^(?:up-? ?front|deposit|in advance|advance)$/i;
/** Of two parts, one when it starts and one when it is done, the first is a deposit; of three, each is a part. */
const DEPOSIT_NAME =
  /\b(?:now|end|beginning|signing|signature|delivery|booking|completion|order|acceptance|start|before we start|done|finished)\b/i;
/** What counts the parts and names none. */
const UNNAMED =
  /^(?:(?:the )?(?:first|second|third|last|other)|(?:sie|du|ihr|ich|wir) [a-zà-ÿ]+|primer[oa]?|segund[oa]|premi(?:er|ère)|erste[nrs]?|zweite[nrs]?|[\d.,]+ ?(?:euros?|€|eur|chf|francs?|pesos|dollars?)|(?:€|[$£]|eur|usd|gbp|chf) ?[\d.,]+)$/i;
/** Talk between two figures, or another one's turn, is no name of a part. */
const SPOKEN =
  /^(?:but|aber|mais|pero)(?![\p{L}])|(?<![\p{L}])(?:sorry|pardon|perdón|no wait|non|nein|c['’]est ça|too (?:much|high|steep)|zu (?:viel|hoch)|trop|demasiado)(?![\p{L}])|\p{L}: /iu;
const LINKS =
  /^[\s,;:()–—-]*(?:(?:and|then|plus|is|are|the|for|on|at|by|after|with|as|of|in)\b[\s,:]*)*|[\s,;:()–—-]*(?:\b(?:and|then|plus|the|for|of|is|are|in|by|on)\b[\s,:]*)*$/gi;
/** Words around a day that say no more than that the part is due on it. */
const DAY_ONLY = lettered(
  String.raw`^[\s,;:()–—-]*(?:(?:each|due|payable|paid|invoiced|on|by|the|and|then|fällig|am|le|el|payables?|pagader[oa]s?|zum|bis|until|another|further)[\s,:()]*)*$`,
  'iu',
);

/** What is no part of the price, or is part of a choice. */
export const NO_PART = words(
  BESIDE_PRICE,
  'off|within|reschedul\\p{L}*|mov(?:e|es|ed|ing)|postpon\\p{L}*|or|oder|ou|instead|than|usually|normally|sometimes|previous|charged|last time',
);

type Place = { readonly from: number; readonly words: string; readonly due: DateMention | undefined };

/** A run of parts with the name, the event or the day of each, behind all of them or before; undefined where one has none. */
export function partsNamed(
  text: string,
  run: readonly Worth[],
  dates: readonly DateMention[],
  how: Pick<Names, 'eventful' | 'open'> = {},
): Part[] | undefined {
  const behind = (part: Worth, at: number) => behindOf(text, run, dates, { part, at });
  const before = (part: Worth, at: number) => beforeOf(text, run, dates, { part, at });
  const rest = run.some((worth) => worth.rest);
  const called = how.eventful
    ? undefined
    : (named(text, run, behind, how) ?? (rest ? undefined : named(text, run, before, how)));
  return called ?? named(text, run, behind, { ...how, dated: true });
}

type Names = {
  /** Each part must say what it waits for: an event, a day, or that it is paid ahead. */
  readonly eventful?: boolean;
  /** A day alone is a name. */
  readonly dated?: boolean;
  /** They do not make up the price, so that two of them are no deposit with the rest. */
  readonly open?: boolean;
};

/** "30% concept, 40% design": the name follows, a day may follow that. */
function behindOf(
  text: string,
  run: readonly Worth[],
  dates: readonly DateMention[],
  { part, at }: { part: Worth; at: number },
): Place {
  const end = run[at + 1]?.start ?? endOf(text, part, dates);
  const due = dates.find((date) => date.start >= part.end && date.end <= end + 1);
  return { from: part.end, words: text.slice(part.end, due?.start ?? end).split('\n')[0] ?? '', due };
}

/** "concept 30% (by 3 May), design 40%": the name comes first, a day may follow the figure. */
function beforeOf(
  text: string,
  run: readonly Worth[],
  dates: readonly DateMention[],
  { part, at }: { part: Worth; at: number },
): Place {
  const from = run[at - 1]?.end ?? Math.max(0, part.start - 60);
  const earlier = dates.filter((date) => date.start >= from && date.end <= part.start).at(-1);
  const lead = text.slice(earlier ? earlier.end : from, part.start);
  // "Phase 1: 4,000. Phase 2: 5,000": the colon before each figure ends its name; "Payment: 50% now" has a heading.
  const called = /: ?$/.test(lead) && /: ?$/.test(text.slice(part.end, run[at + 1]?.start));
  const until = called ? lead.trimEnd().length - 1 : lead.length;
  const cut =
    at === 0
      ? Math.max(
          lead.lastIndexOf(':', until - 1),
          // "Prototype (5,000)": a bracket that opens with the figure holds no name.
          lead.lastIndexOf('(', lead.trimEnd().length - 2),
          lead.lastIndexOf('. '),
          lead.trimEnd().lastIndexOf(', '),
          [...lead.matchAll(/\b(?:into|in|as|namely) /g)].at(-1)?.index ?? -1,
        )
      : -1;
  const label = cut >= 0 ? lead.slice(cut).replace(/^(?::|\(|\.|,|into|in|as|namely) ?/, '') : lead;
  const end = run[at + 1]?.start ?? endOf(text, part, dates);
  const line = label.trimEnd().split('\n').at(-1) ?? '';
  const due = dates.find((date) => date.start >= part.end && date.end <= end + 1);
  return { from: text.lastIndexOf(line, part.start), words: line, due };
}

/** Where the words on the last part end: at its clause or, where a day follows, behind that. */
function endOf(text: string, { end }: Span, dates: readonly DateMention[]): number {
  const stop = text.slice(end, end + REACH).search(/[.;](?=\s|$)|\n|$/);
  const [clause = '', next] = text.slice(end, stop < 0 ? end + REACH : end + stop).split(/,(?=\s)/);
  const first = end + clause.length;
  const later = next !== undefined && dates.some(({ start }) => start > first && start < first + 1 + next.length);
  return later ? first + 1 + next.length : first;
}

/** "Milestone 2, Beta": which of them it is names nothing where a name follows. */
const COUNTED =
  /^(?:milestone|phase|part|stage|step|meilenstein|etappe|étape|jalon|etapa|fase|hito) \d{1,2} ?[,:–-] ?(?=\p{L})/iu;

/** A name without the marks of lists and tables around it. */
const tidied = (words: string): string =>
  words
    .replace(/^[\s|>*•·▪–—.-]*(?:\(?\d{1,2}[.)] ?)?/u, '')
    .replace(/[\s|•·▪.…–—(]*(?:\bdue)?[\s|:]*$/u, '')
    .replace(LINKS, '')
    .replace(LINKS, '')
    .replace(COUNTED, '')
    .trim();

function named(
  text: string,
  run: readonly Worth[],
  place: (part: Worth, at: number) => Place,
  { eventful, dated, open }: Names,
): Part[] | undefined {
  const found: Part[] = [];
  for (const [at, worth] of run.entries()) {
    const { from, words, due } = place(worth, at);
    const name =
      dated && due?.day && DAY_ONLY.test(words)
        ? { label: due.text, dated: true as const }
        : nameOf(worth, words, { first: at === 0, two: run.length < 3 && !open });
    if (!name) return undefined;
    if (eventful && !name.dated && !startsWithEvent(words) && !(at === 0 && saysAhead(text, worth))) return undefined;
    const start = name.dated ? (due?.start ?? from) : from + Math.max(0, words.indexOf(name.label));
    const { percentMilli, minor } = worth;
    const ahead = at === 0 && !name.dated && (isAheadName(bareLabel(name.label)) || saysAhead(text, worth));
    found.push({
      ...name,
      at: spanAt(text, worth.rest && name.label === worth.text ? worth.start : start, name.label),
      ...(percentMilli !== undefined && { percentMilli }),
      ...(minor !== undefined && { minor }),
      ...(due?.day && { dueOn: due.day }),
      ...(ahead && { ahead: true as const }),
    });
  }
  return found;
}

const spanAt = (text: string, start: number, label: string): Span => {
  const end = start + label.length;
  return { start, end, text: text.slice(start, end) };
};

/** What a part is called: what stands beside it; what is left of the price may go without. */
function nameOf(
  worth: Worth,
  words: string,
  { first, two }: { first: boolean; two: boolean },
): { label: string; dated?: true } | undefined {
  const label = tidied(words);
  if (worth.rest && !startsWithEvent(words)) return { label: worth.text };
  if (UNNAMED.test(bareLabel(label)) || SPOKEN.test(label)) return undefined;
  const isName = label.length >= 3 && label.length <= 60 && /\p{L}{3}/u.test(label) && !NO_NAME.test(label);
  if (!isName && (!first || two || !FIRST_NAME.test(bareLabel(label)))) return undefined;
  return two && DEPOSIT_NAME.test(label) ? undefined : { label };
}

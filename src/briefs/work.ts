import { type Terms, term } from '../contracts/terms.ts';
import type { Note, Span } from './text.ts';
import { masked } from './text.ts';

export type WorkReading = {
  readonly found: Pick<Terms, 'title' | 'template' | 'deliverables' | 'specialTerms'>;
  readonly notes: Note[];
};

/** The trade a brief belongs to, by the word that comes first. */
const TRADES: readonly (readonly [string, RegExp])[] = [
  ['photography', /\b(?:photo\w*|headshots?|portraits?|(?:wedding|event) shoot|shooting day)\b/i],
  [
    'consulting',
    /\b(?:consult\w*|coach\w*|advis\w*|advice|mentor\w*|workshops?|trainings?|strategy sessions?|retainer for advice)\b/i,
  ],
  [
    'design',
    /\b(?:design\w*|logos?|brand\w*|identity|illustrat\w*|layouts?|packaging|copy(?:writing|editing)?|writ(?:ing|e)|edit(?:ing|orial)|blog ?posts?|articles?|newsletters?|ghostwrit\w*|proofread\w*|brochures?|posters?|icons?|flyers?|ebook|book cover)\b/i,
  ],
];

const ASKING =
  /^(?:(?:hi|hello|hey|dear)\b[^,\n!]{0,40}[,!] ?)?(?:please )?(?:can|could|would) you (?:please )?|^(?:(?:hi|hello|hey)\b[^,\n!]{0,40}[,!] ?)?(?:please )?/i;
const LEAD =
  /^(?:(?:i |we )?(?:need|want|would like)|draft|make|write up|write|create|prepare|send|set up|new)(?: me| us)?(?: an?| the| up)? ?(?:new )?(?:contract|agreement|proposal)?(?: (?:for|about|on|covering))?:? |^(?:an? )?(?:contract|agreement|project|brief|job|title|subject)(?: (?:for|about|covering))?: ?|^(?:an? )?(?:contract|agreement) (?:for|about|covering) /i;
const NEEDS =
  /^.{0,80}?\b(?:needs?|wants?|would like|asked for|has asked for|ordered|is looking for|hired (?:us|me) (?:for|to do)) (?:an? |the |some |us to (?:do|make) )?/i;
/** Where the name of the work ends at the latest. */
const TITLE_END =
  /█|[;:(\n]|[.!?](?=\s|$)| - | – | — |(?:^|[ ,])(?:for|to be|starting|start|beginning|done|due|by|with(?= █)|on(?= (?:the )?█)|at(?= █)|from(?= █)|plus|including|incl\.?|deposit|fee|price|budget|no|half|net|payable|paid|before)(?=[ :,]|$)/i;

/** What the work is called, what it brings, and which template fits it. `spans` were understood as something else. */
export function readWork(text: string, spans: readonly Span[], client: Span | undefined): WorkReading {
  const notes: Note[] = [];
  const rest = masked(text, spans);
  const title = titleOf(text, rest, client);
  const trade = tradeOf(text);
  // A day of photographs or advice is what is sold, not a thing to hand over: there only a list makes deliverables.
  const things = title && trade?.id !== 'photography' && trade?.id !== 'consulting' ? title : undefined;
  const items = listed(text, rest) ?? (things && { items: parts(things.value), quote: things.quote });
  const special = /(?:^|\n|[.;] ?)special (?:terms?|wish(?:es)?|conditions?): ?([^\n]{3,1500})/i
    .exec(text)?.[1]
    ?.trim();
  return {
    found: {
      ...(title ? { title: term(title.value, 'brief' as const, title.quote) } : {}),
      ...(trade ? { template: term(trade.id, 'brief' as const, trade.quote) } : {}),
      ...(items ? { deliverables: term(items.items, 'brief' as const, items.quote) } : {}),
      ...(special ? { specialTerms: term(special, 'brief' as const, special.slice(0, 200)) } : {}),
    },
    notes,
  };
}

function tradeOf(text: string): { id: string; quote: string } | undefined {
  const hits = TRADES.flatMap(([id, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ id, quote: match[0], index: match.index }] : [];
  });
  return hits.sort((a, b) => a.index - b.index)[0];
}

/** What a mail is about, as its header says. */
const SUBJECT = /^(?:subject|betreff|objet|asunto) ?: ?(?:(?:re|aw|wg|fwd?|tr|rv) ?: ?)*(.{3,100})$/im;
/** Where a brief begins with something that is no name of any work: a mail's header, a thread, markup, an order to a machine. */
const NO_TITLE =
  /^(?:from|to|date|von|an|de|para|à|begin forwarded|me|ich|moi|yo) ?:|^(?:-{3}|#{2}|\[|begin forwarded)/i;

function titleOf(text: string, rest: string, client: Span | undefined): { value: string; quote: string } | undefined {
  const subject = SUBJECT.exec(text)?.[1]?.trim();
  if (subject) return { value: subject.charAt(0).toUpperCase() + subject.slice(1), quote: subject };
  if (NO_TITLE.test(text)) return undefined;
  const asked = ASKING.exec(text)?.[0].length ?? 0;
  const lead = asked + (LEAD.exec(text.slice(asked))?.[0].length ?? 0);
  // "Acme needs a logo": the work stands behind the client.
  const needs = client && client.start < 20 + asked ? NEEDS.exec(text.slice(0, 160))?.[0].length : undefined;
  const start = needs && client && needs > client.end ? needs : lead;
  const window = rest.slice(start, start + 160);
  const stop = window.search(TITLE_END);
  const clientAt = client ? client.start - start : -1;
  let end = Math.min(stop < 0 ? window.length : stop, clientAt > 0 ? clientAt : window.length);
  const comma = /,(?!\d)/.exec(window.slice(0, end));
  if (comma && !isList(window.slice(0, end))) end = comma.index;
  const raw = text.slice(start, start + end);
  const value = raw
    .replace(/^(?:an? |the |some )/i, '')
    .replace(/[\s,–—-]+(?:for|on|at|with|to|by|from|in|of|and|our|the|a|my client|client)?[\s,–—-]*$/i, '')
    .trim();
  if (value.length < 3 || value.length > 100 || !/\p{L}{3}/u.test(value)) return undefined;
  if (/^(?:i|we|you|they|he|she|it|this|that|there|here|thanks|ignore|my|our|can|could|if|when|as|so)\b/i.test(value))
    return undefined;
  return { value: value.charAt(0).toUpperCase() + value.slice(1), quote: raw.trim() };
}

/** "Logo, brand guide and 3 templates": commas that join nouns, with an "and" before the last. */
function isList(window: string): boolean {
  return /^[^,]{2,50}(?:, [^,]{2,50}){1,8},? (?:and|&|plus) [^,]{2,50}$/.test(window.trim());
}

function parts(title: string): string[] {
  const items = title
    .split(/, (?:and |& |plus )?| and | & | \+ | plus /)
    .map((part) => part.trim())
    .filter((part) => part.length > 2);
  // "Research and development" is one thing: only lists with commas, or nouns with their own count, are taken apart.
  if (items.length > 1 && !/,/.test(title) && !/\b\d/.test(title)) return [title];
  return items.map(capital);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const BULLET = /^ ?(?:[-*•–·]|\d{1,2}[.)]) +(.{2,200})$/;
const LIST =
  /\b(?:deliverables?(?: are| include)?|(?:this |which |it )?includ(?:es?|ing)|consist(?:s|ing) of|scope(?: is)?|you get|they get|we deliver|to deliver|delivering|(?:deliver|gets?|receives?|covers?|(?:to be )?hand(?:ed)? over)(?= ?:? ?(?:\d|one|two|three|an? )))(?: ?:| )[ \n]*(?!by\b|on\b|in\b|vat\b|tax\b|all tax)/i;
/** A part of the list that is about something else: money, time, conditions. */
const NOT_WORK =
  /█|\b(?:deposit|up-?front|rounds?|revisions?|start\w*|done by|deadline|due|deliver(?:ed|y)? by|net \d|payable|paid|vat|tax|cancel\w*|invoice\w*|refund\w*|budget|fee|price|travel expenses)\b/i;

/** Deliverables the brief lists: as bullets, or behind "deliverables:" or "including". */
function listed(text: string, rest: string): { items: string[]; quote: string } | undefined {
  const bullets = bulletsIn(rest);
  const first = bullets[0];
  if (first && bullets.length >= 2) return { items: bullets.slice(0, 40).map(clean), quote: first };
  const head = LIST.exec(rest);
  if (!head) return counted(rest);
  const from = head.index + head[0].length;
  const stretch = rest.slice(from, from + 600);
  const stop = stretch.search(/[;\n()]|\.(?=\s|$)/);
  const line = stop < 0 ? stretch : stretch.slice(0, stop);
  const items: string[] = [];
  for (const part of line.split(
    /,(?!\d)| and (?=\d|an? |the |one |two |three |four |five |six |all |une? |una |un |ein(?:e|en)? )| plus /,
  )) {
    const item = part.replace(/^ ?(?:and|&|plus) /i, '').trim();
    if (NOT_WORK.test(item)) break;
    if (item.length > 1 && item.length <= 200) items.push(item);
  }
  const last = items.at(-1);
  if (!last) return undefined;
  const quote = text.slice(from, from + line.indexOf(last) + last.length).trim();
  const two = last.split(/ and | & /);
  if (items.length > 1 && two.length === 2) items.splice(-1, 1, ...two);
  return { items: items.slice(0, 40).map(clean), quote };
}

const COUNTED =
  /(?<=^|[,;:█] |\n|\. |\band |\b(?:for|por) (?:(?:the|all|all the|die|alle|les|las|los) )?|\b(?:deliver|need) )((?:\d{1,3} ?[x×] [\d-]{0,4}|\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?!and |und |et |y |per |pro |each )[\p{L}\d][\p{L}\d-]* ){0,4}(?!per |each )[\p{L}-]{3,}(?: (?:de|à|mit|of|with|con|avec|à) \d{1,3} [\p{L}-]{3,})?)(?= ?(?:[,.;?\n]|$| and | (?:per|a|each|every|this) (?:month|week)| monthly| (?:in|with|via|as) an? ))/giu;
const NO_THING =
  /\b(?:for|with|in|on|by|from|to|of the|für|von|mit|pour|para|avec|con|dans|days?|hours?|hrs?|weeks?|months?|years?|minutes?|sessions?|lessons?|pro|per|each|rounds?|revisions?|changes|people|guests|persons|parts?|stages?|instal\w*|times?|uhr|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** "An album of 40 pages" is an album. */
const head = (item: string) => item.replace(/ (?:de|à|mit|of|with|con|avec) \d{1,3} [\p{L}-]{3,}$/u, '');

/** Things told with their number, in a stretch of their own: "15 retouched images, one album". */
function counted(rest: string): { items: string[]; quote: string } | undefined {
  const items = [...rest.matchAll(COUNTED)].map(([, item = '']) => item.trim());
  const things = items.filter((item) => !NO_THING.test(head(item)) && !NOT_WORK.test(item) && !/^one /i.test(item));
  const [first] = things;
  return first && things.length === items.filter((item) => !NO_THING.test(head(item))).length
    ? { items: things.slice(0, 40).map(clean), quote: first }
    : undefined;
}

function bulletsIn(rest: string): string[] {
  return rest.split('\n').flatMap((line) => {
    const item = BULLET.exec(line)?.[1]?.trim();
    // "Law: Texas" is a line of a form.
    return item && !NOT_WORK.test(item) && !/^[\p{L} ’'-]{2,30}: ?\S/u.test(item) ? [item] : [];
  });
}

function clean(item: string): string {
  return capital(
    item
      .replace(/^(?:an? |the )/i, '')
      .replace(/ (?:each|per|a) (?:month|week|session)$| monthly$/, '')
      .replace(/[\s,.;]+$/, ''),
  );
}

import { type Deliverable, deliverablesFrom } from '../../contracts/deliverable.ts';
import { type Terms, term } from '../../contracts/terms.ts';
import type { Language } from '../languages/language.ts';
import { listedIn } from '../money/listed.ts';
import type { Note, Span } from '../passages/text.ts';
import { masked } from '../passages/text.ts';
import { type Turn, turnsIn } from '../passages/turns.ts';
import { specialIn } from '../time/special-days.ts';
import { withCommonFormats } from './common-formats.ts';
import { capital, type Listed, readDeliverables, withBesides } from './deliverables.ts';
import { greetingLength, isGreeting } from './greetings.ts';
import { tradeIn } from './trades.ts';

export type WorkReading = {
  readonly found: Pick<Terms, 'title' | 'template' | 'deliverables' | 'specialTerms'>;
  readonly notes: Note[];
};

/** Where a day or an hour is what is sold: there only a list makes things to hand over. */
const SOLD_BY_TIME = new Set(['photography', 'photography-commercial', 'consulting', 'workshop', 'social-media']);

const ASKING = /^(?:please )?(?:can|could|would) you (?:please )?(?:do (?:(?:me|us|some|the) )?)?|^(?:please )?/i;
const LEAD =
  /^(?:(?:i |we )?(?:need|want|would like)|draft|make|write up|write|create|prepare|send|set up|new)(?: me| us)?(?: an?| the| up)? ?(?:new )?(?:contract|agreement|proposal)?(?: (?:for|about|on|covering))?:? |^(?:an? )?(?:contract|agreement|project|brief|job|title|subject)(?: (?:for|about|covering))?: ?|^(?:an? )?(?:contract|agreement) (?:for|about|covering) |^(?:projekt|projet|proyecto|auftrag|neuer auftrag|encargo|mission|mandat|betrifft|concerne) ?: ?/i;
const NEEDS =
  /^.{0,80}?\b(?:needs?|wants?|would like|asked for|has asked for|ordered|is looking for|hired (?:us|me) (?:for|to do)) (?:an? |the |some |us to (?:do|make) )?/i;
/** Where the name of the work ends at the latest. */
const TITLE_END =
  /█|[;:(\n]|[.!?](?=\s|$)| - | – | — |(?:^|[ ,])(?:for|to be|starting|start|beginning|done|due|by|with(?= █)|on(?= (?:the )?█)|at(?= █)|from(?= █)|plus|including|incl\.?|deposit|fee|price|budget|no|half|net|payable|paid|before)(?=[ :,]|$)/i;

/**
 * What the work is called, what it brings, and which template fits it. `spans` were understood as something else, and so were those
 * stretches of the words as written, `said`, that are `taken`.
 */
export function readWork(
  { text, said, taken }: { text: string; said: string; taken: readonly Span[] },
  spans: readonly Span[],
  client: Span | undefined,
  language: Language,
): WorkReading {
  const rest = masked(text, spans);
  const title = titleOf(text, rest, client, turnsIn(text));
  const trade = tradeIn(text);
  // A day of photographs or advice is what is sold, not a thing to hand over: there only a list makes deliverables.
  const things = title && (!trade || !SOLD_BY_TIME.has(trade.id)) ? title : undefined;
  const { listed: all, notes } = readDeliverables(said, masked(said, taken), language);
  const listed = all && withoutClient(all, client);
  const named = things && notes.length === 0 ? { items: thingsNamed(text, things), quote: things.quote } : undefined;
  // "Logo, brand guide and 3 templates": the title is the list.
  const whole =
    listed?.items.every(({ text }) => named?.items.some((item) => item.text === text)) &&
    named &&
    named.items.length > listed.items.length &&
    /(?: (?:and|&|plus)|,) \p{L}[^,]*$/u.test(named.quote) &&
    / (?:and|&|plus) /.test(named.quote);
  const priced = listed || notes.length > 0 ? undefined : pricedThings(text);
  const items = whole ? named : (listed ?? priced ?? named);
  const special = specialIn(text)?.text.trim();
  return {
    found: {
      ...(title ? { title: term(title.value, 'brief' as const, title.quote) } : {}),
      ...(trade ? { template: term(trade.id, 'brief' as const, trade.quote) } : {}),
      ...(items ? { deliverables: term(withCommonFormats(items.items, said), 'brief' as const, items.quote) } : {}),
      ...(special ? { specialTerms: term(special, 'brief' as const, special.slice(0, 200)) } : {}),
    },
    notes,
  };
}

/** "Scope: redesign of the report, Acme Ltd": whom it is for is nothing to hand over. */
function withoutClient(listed: Listed, client: Span | undefined): Listed | undefined {
  const name = client?.text.toLowerCase();
  const items = listed.items.filter(({ text }) => text.toLowerCase() !== name);
  return items.length > 0 ? { ...listed, items } : undefined;
}

/** "Logo 800, website 2,000, flyers 300": each of them is handed over. */
function pricedThings(text: string): { items: Deliverable[]; quote: string } | undefined {
  const list = listedIn(text);
  // Further on it may as well be what somebody paid, or when.
  return list?.start === 0 ? { items: deliverablesFrom(list.things.map(capital)), quote: list.text } : undefined;
}

/** What a mail is about, as its header says. */
const SUBJECT = /^(?:subject|betreff|objet|asunto) ?: ?(?:(?:re|aw|wg|fwd?|tr|rv) ?: ?)*(.{3,100})$/im;
/** Where a brief begins with something that is no name of any work: a mail's header, a thread, markup, an order to a machine. */
const NO_TITLE =
  /^(?:from|to|date|von|an|de|para|à|begin forwarded|me|ich|moi|yo) ?:|^(?:-{3}|#{2}|\[|begin forwarded)/i;

type Title = { readonly value: string; readonly quote: string };

function titleOf(text: string, rest: string, client: Span | undefined, turns: readonly Turn[]): Title | undefined {
  const subject = SUBJECT.exec(text)?.[1]?.trim();
  if (subject) return { value: subject.charAt(0).toUpperCase() + subject.slice(1), quote: subject };
  if (NO_TITLE.test(text)) return undefined;
  // Who speaks first, and whom they greet, name no work.
  const [turn] = turns;
  const spoken = turn && text.slice(0, turn.start).trim() === `${turn.who}:` ? turn.start : 0;
  const greeted = spoken + greetingLength(text.slice(spoken));
  const asked = greeted + (ASKING.exec(text.slice(greeted))?.[0].length ?? 0);
  // What somebody says in a thread names the work only where they ask for it.
  if (spoken > 0 && asked === greeted) return undefined;
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
    .replace(
      /[\s,–—-]+(?:for|on|at|with|to|by|from|in|of|and|our|the|a|my client|client|de|du|del|von|für|pour|para)?[\s,–—-]*$/i,
      '',
    )
    .trim();
  if (value.length < 3 || value.length > 100 || !/\p{L}{3}/u.test(value)) return undefined;
  // Whom a mail greets by the name alone, and who the client is, name no work.
  const isGreeted = /^\p{Lu}[\p{L}-]+$/u.test(value) && /^ ?,[^\S\n]*\n/.test(text.slice(start + end));
  if (isGreeted || value === client?.text || CLIENT_LABEL.test(value)) return undefined;
  // A line of letters that no word is made of names nothing.
  if (/[^\s]{32}/.test(value) || isGreeting(value) || TOLD.test(value) || turns.some(({ who }) => who === value))
    return undefined;
  if (
    /^(?:i|we|you|they|he|she|it|this|that|there|here|thanks|ignore|my|our|can|could|if|when|as|so|ich|wir|je|nous|yo)\b/i.test(
      value,
    )
  )
    return undefined;
  return { value: value.charAt(0).toUpperCase() + value.slice(1), quote: raw.trim() };
}

const CLIENT_LABEL =
  /^(?:client|customer|kund(?:e|in)|auftraggeber(?:in)?|client[ea]|(?:client |customer )?(?:company|name)|firma|empresa|société)$/i;

/** A sentence tells what was or what somebody did; it is the name of no work. */
const TOLD =
  /(?<![\p{L}-])(?:got|said|told|sounds (?:good|great|fine|perfect|lovely)|was|were|lag|lagen|war|waren|wurden?|hatten?|haben|habe|était|étaient|avait|avons|avez|fue|fueron|había|hemos|habíamos)(?![\p{L}-])/iu;

/** "Logo, brand guide and 3 templates": commas that join nouns, with an "and" before the last. */
function isList(window: string): boolean {
  return /^[^,]{2,50}(?:, [^,]{2,50}){1,8},? (?:and|&|plus) [^,]{2,50}$/.test(window.trim());
}

/** What the title names; of one thing, with what is said right behind it. */
function thingsNamed(text: string, { value, quote }: Title): Deliverable[] {
  const [one, ...more] = parts(value);
  const start = text.indexOf(quote) + quote.toLowerCase().indexOf(value.toLowerCase());
  if (!one || more.length > 0 || start < 0) return deliverablesFrom(parts(value));
  return [withBesides(text, { start, end: start + value.length, text: one }, undefined)];
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

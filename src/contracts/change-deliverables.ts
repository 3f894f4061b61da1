import { lettered } from '../briefs/passages/letters.ts';
import { formatMoney, money } from '../shared/money.ts';
import { cut } from '../shared/typed.ts';
import { ask, type ChangeContext, type Patch, type Read, type Reader } from './change.ts';
import { sumsIn } from './change-figures.ts';
import { DELIVERABLE_MAX, type Deliverable, deliverableFrom } from './deliverable.ts';
import type { Terms } from './terms.ts';

const ITEMS_MAX = 40;

const clean = (text: string) =>
  text
    .replace(/^(?:an? |the |some |another |one more |also )+/i, '')
    .replace(/[\s.,;:“”"']+$|^[\s“”"':]+/g, '')
    .replace(/ (?:to|from|in|of) (?:the )?(?:deliverables|scope|list|contract|package)$/i, '')
    .replace(/ as (?:an? )?(?:extra )?deliverables?$/i, '')
    .trim();
const key = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const thing = (words: string) => deliverableFrom(upper(words));

/** Deliverables a stretch of words names: the whole words of one, or words that only one has. */
function named(words: string, things: readonly Deliverable[]): number[] {
  const items = things.map(({ text }) => text);
  const wanted = key(clean(words));
  if (wanted.length < 3) return [];
  const exact = items.findIndex((item) => key(item) === wanted);
  if (exact >= 0) return [exact];
  return items.flatMap((item, at) =>
    ` ${key(item)} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${key(item)} `) ? [at] : [],
  );
}

const listOf = (text: string) =>
  text
    .split(/\s*(?:,(?!\d)|;|\n)\s*(?:and )?|\s+and\s+(?:an? |the )?|\s+&\s+/i)
    .map(clean)
    .filter((item) => item.length > 1);

/** "Add 200 euros": money is nothing to hand over. */
export const SUM =
  /^(?:[€$£]|[A-Z]{3} )?\s?\d[\d.,'’ ]*k?(?: ?(?:€|\$|£|euros?|dollars?|pounds|[A-Z]{3}))?(?: more| less)?$/i;

/** Words that belong into a contract's clauses and not on a list of things to hand over. */
const LEGAL =
  /\b(?:clauses?|terms?|conditions?|liabilit\w*|warrant\w*|insurance|indemn\w*|penalt\w*|late fees?|interest|exclusiv\w*|non-?compete|arbitration|guarantees?|policy|discounts?|fees?|licen[cs]es?|nutzungsrechte?|must|shall|may|will|should|days?|weeks?|hours?|per cent|percent|ans|jours|años|días|jahre|tage)\b|%/i;

/** Somebody does something, which is no thing to hand over: "our designer uses blue". */
const CLAUSE = lettered(
  String.raw`^(?:also |aussi |además )?(?:we|i|you|he|she|they|it|wir|ich|uns|sie|on|nous|je|ils?|elles?|nos|our|my|his|her|their|unsere?|meine?|notre|votre|mon|ma|nuestr[oa]|mi|su|no|without|ohne|kein|keine|sans|pas|sin)(?!\p{L})|(?<!\p{L})(?:is|are|was|were|has|needs?|uses?|wants?|runs?|est|sont|veut|es|son|quiere|ist|sind|möchte|nimmt|sollte|devrait|devraient|debería|deberían|must|should)(?!\p{L})`,
  'iu',
);

/** Who does something; "our logo" may be a thing. */
const SUBJECT = /^(?:we|i|you|he|she|they|it|wir|ich|on|nous|je|ils?|elles?) /i;

export const isClause = (words: string): boolean => CLAUSE.test(words);

/** "Drop the website, only the logo": what is left is not dropped as well. */
const KEPT =
  /(?:[,;]| and| but)+ *(?:just|only|solely|keep|leave|nur|seulement|juste|uniquement|solo|sólo|solamente)(?![\p{L}]).*$/isu;

/** "Add a brochure", "drop the guide", "rename the logo to wordmark", "deliverables: a, b and c". */
export const readDeliverables: Reader = (part, terms, context) => {
  const items = terms.deliverables?.value ?? [];
  const list = /\bdeliverables?(?: (?:are|is|should be|to|now))*\s*:\s*(.+)$/is.exec(part)?.[1];
  if (list) return listed(listOf(list));
  const renamed =
    /\b(?:rename|change|call)\b (.+?) (?:to|into|as) (.+)$/is.exec(part) ??
    /\b(?:replace|swap)\b (.+?) (?:with|by|for) (.+)$/is.exec(part);
  if (renamed) return replaced(items, renamed[1] ?? '', renamed[2] ?? '');
  const dropped =
    /\b(?:remove|drop|delete|without|no|skip|scrap|take out|leave out|get rid of|don['’]?t need|do not need|don['’]?t want|do not want)\b (?:any )?(.+)$/is.exec(
      part,
    )?.[1];
  if (dropped) return without(items, dropped.replace(KEPT, ''));
  const added = /^(?:also )?(?:add|include|plus|deliver(?:s)? also|and)\b:? (.+)$/is.exec(part)?.[1];
  return added === undefined ? undefined : (priced(added, terms, context) ?? more(items, added, part));
};

function listed(items: readonly string[]): Read {
  if (items.length === 0 || items.length > ITEMS_MAX || items.some(({ length }) => length > DELIVERABLE_MAX))
    return ask('List what the client receives, one thing after the other.', [], 'deliverables');
  return { patch: { deliverables: items.map(thing) }, builds: true };
}

function replaced(items: readonly Deliverable[], from: string, to: string): Read | undefined {
  const hits = named(from, items);
  const next = clean(to);
  if (hits.length === 0 || next.length < 2 || next.length > DELIVERABLE_MAX) return undefined;
  if (hits.length > 1)
    return which(items, hits, (at) => ({ deliverables: items.map((item, i) => (i === at ? thing(next) : item)) }));
  return { patch: { deliverables: items.map((item, at) => (at === hits[0] ? thing(next) : item)) }, builds: true };
}

function without(items: readonly Deliverable[], words: string): Read | undefined {
  const apart = listOf(words).map((one) => named(one, items));
  const each = apart.length > 1 && apart.every(({ length }) => length === 1) ? apart : [named(words, items)];
  if (each.length === 0 || each.some((hits) => hits.length === 0)) return undefined;
  const doubtful = each.find((hits) => hits.length > 1);
  if (doubtful) return which(items, doubtful, (at) => ({ deliverables: items.filter((_, i) => i !== at) }));
  const gone = new Set(each.flat());
  return { patch: { deliverables: items.filter((_, at) => !gone.has(at)) }, builds: true };
}

const which = (items: readonly Deliverable[], hits: readonly number[], patch: (at: number) => Patch): Read =>
  ask(
    'Which of these do you mean?',
    hits.slice(0, 4).map((at) => ({ label: cut(items[at]?.text ?? '', 70), patch: patch(at) })),
    'deliverables',
  );

const WITH_IT = 'Say what the whole work costs with it.';

/** "A landing page for 500": whether that comes on top of the price, or is part of it. */
function priced(words: string, terms: Terms, context: ChangeContext): Read | undefined {
  const fee = terms.fee?.value;
  const [said, ...others] = sumsIn(words, terms, context);
  if (!said) return undefined;
  const before = words.slice(0, said.amount.start);
  const what = before.replace(/[\s,:–-]*(?:(?:for|at|costs?|costing)[\s:]*(?:another |an extra )?)?$/i, '');
  const apart = /(?:[,:–-]|\b(?:for|at|costs?|costing|another|an extra))\s*$/i.test(before) || said.amount.currency;
  if (!apart || what.length < 3) return undefined;
  const behind = words.slice(said.amount.end).trim();
  const items = terms.deliverables?.value ?? [];
  const next = more(items, what, what);
  const plain =
    others.length === 0 && /^(?:more|extra|on top|in addition)?$/i.test(behind) && listOf(what).length === 1;
  const patch = next && 'patch' in next ? next.patch : undefined;
  if (!plain || !patch || !fee || said.foreign || terms.rate || terms.milestones) return ask(WITH_IT, [], 'fee');
  const total = money(fee.minor + said.sum.minor, fee.currency);
  const choices = [
    { label: `On top: ${formatMoney(total)} in all`, patch: { ...patch, fee: total } },
    { label: `In the price: ${formatMoney(fee)} stays`, patch },
  ];
  return ask(WITH_IT, choices, 'fee');
}

function more(items: readonly Deliverable[], words: string, part: string): Read | undefined {
  const added = listOf(words).map(thing);
  if (
    added.length === 0 ||
    added.some(({ text }) => SUM.test(text)) ||
    added.some(({ text }, at) => (at > 0 ? isClause(text) : SUBJECT.test(text))) ||
    added.some(({ text }) => text.length > DELIVERABLE_MAX) ||
    items.length + added.length > ITEMS_MAX
  )
    return undefined;
  const patch: Patch = {
    deliverables: [...items, ...added.filter((item) => !items.some((known) => key(known.text) === key(item.text)))],
  };
  const plainly = /\b(?:deliverables?|scope)\b/i.test(part);
  if (LEGAL.test(words) && !plainly) return undefined;
  return { patch, builds: true };
}

import type { Book } from './books.ts';
import type { Page } from './params.ts';
import { invalid, missing } from './wire.ts';

type Json = { [key: string]: unknown };
type Finder = (book: Book, held: Json) => unknown;

const byId = (field: string, shelf: keyof Book): Finder => {
  return (book, held) => {
    const id = held[field];
    const map = book[shelf];
    return typeof id === 'string' && map instanceof Map ? map.get(id) : id;
  };
};

/** Which fields of which object hold an id that `expand` turns into the object. */
const EXPANDABLE: Record<string, Record<string, Finder>> = {
  'checkout.session': {
    payment_intent: byId('payment_intent', 'intents'),
    line_items: (book, held) => {
      const id = String(held.id);
      return allOf(book.sessions.get(id)?.lines ?? [], `/v1/checkout/sessions/${id}/line_items`);
    },
  },
  payment_intent: { latest_charge: byId('latest_charge', 'charges') },
  charge: {
    payment_intent: byId('payment_intent', 'intents'),
    balance_transaction: byId('balance_transaction', 'transactions'),
    refunds: (book, held) => {
      const mine = [...book.refunds.values()].filter((refund) => refund.charge === held.id);
      return allOf(mine.reverse(), `/v1/charges/${String(held.id)}/refunds`);
    },
  },
  refund: {
    charge: byId('charge', 'charges'),
    payment_intent: byId('payment_intent', 'intents'),
    balance_transaction: byId('balance_transaction', 'transactions'),
  },
  dispute: { charge: byId('charge', 'charges'), payment_intent: byId('payment_intent', 'intents') },
};

const allOf = (data: unknown[], url: string) => ({ object: 'list', data, has_more: false, url });

/** A copy of the object with the asked fields opened, at most four levels deep. */
export function expanded(book: Book, object: object, paths: readonly string[] = []): object {
  const copy = structuredClone(object);
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4)
      throw invalid(`You cannot expand more than 4 levels of a property. Property: ${path}`, 'expand');
    open(book, copy as Json, steps);
  }
  return copy;
}

function open(book: Book, target: Json, steps: readonly string[]): void {
  const [field = '', ...rest] = steps;
  if (target.object === 'list' && field === 'data' && Array.isArray(target.data)) {
    if (rest.length > 0) for (const item of target.data) open(book, item as Json, rest);
    return;
  }
  const find = EXPANDABLE[String(target.object)]?.[field];
  if (!find) throw invalid(`This property cannot be expanded (${field}).`, 'expand');
  if (target[field] === null || typeof target[field] !== 'object') target[field] = structuredClone(find(book, target));
  const next = target[field];
  if (rest.length > 0 && next && typeof next === 'object') open(book, next as Json, rest);
}

interface Item {
  id: string;
  created?: number;
}

/** One page of a list, newest first. */
export function listed<T extends Item>(items: Iterable<T>, page: Page, at: { url: string; what: string }): object {
  const all = [...items].reverse().filter((item) => inRange(item.created ?? 0, page.created));
  const limit = page.limit ?? 10;
  const after = position(all, page.starting_after, at.what, 'starting_after');
  const before = position(all, page.ending_before, at.what, 'ending_before');
  const from = after === undefined ? 0 : after + 1;
  const slice = before === undefined ? all.slice(from, from + limit) : all.slice(Math.max(0, before - limit), before);
  const more = before === undefined ? from + limit < all.length : before - limit > 0;
  return { object: 'list', data: slice, has_more: more, url: at.url };
}

function position(all: readonly Item[], id: string | undefined, what: string, param: string): number | undefined {
  if (id === undefined) return undefined;
  const index = all.findIndex((item) => item.id === id);
  if (index < 0) throw missing(what, id, param);
  return index;
}

function inRange(created: number, range: Page['created']): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return created === range;
  const { gt, gte, lt, lte } = range;
  return (
    (gt === undefined || created > gt) &&
    (gte === undefined || created >= gte) &&
    (lt === undefined || created < lt) &&
    (lte === undefined || created <= lte)
  );
}

import { randomBytes } from 'node:crypto';

const PREFIXES = {
  workspace: 'wsp',
  member: 'mbr',
  business: 'biz',
  account: 'acc',
  client: 'cli',
  contact: 'cnt',
  project: 'prj',
  brief: 'brf',
  link: 'lnk',
  session: 'ses',
  code: 'otc',
  question: 'qst',
  change: 'chg',
  contract: 'ctr',
  version: 'ver',
  signer: 'sgr',
  booking: 'bkg',
  instalment: 'ins',
  series: 'srs',
  invoice: 'inv',
  attempt: 'att',
  payment: 'pay',
  application: 'app',
  refund: 'ref',
  step: 'stp',
  pause: 'pse',
  mail: 'mal',
  ticket: 'tkt',
  call: 'mcl',
  template: 'tpl',
} as const;

export type Kind = keyof typeof PREFIXES;
declare const kind: unique symbol;
/** An id of one kind: a plain string that the compiler will not take for an id of another kind. */
export type Id<K extends Kind = Kind> = string & { readonly [kind]: K };

/** The last id's parts: two of one millisecond must still sort by age, since "newest" and "oldest first" are read off ids. */
let lastTime = -1;
let lastTail = 0n;

/** A new id: the kind's prefix, time in milliseconds, then 79 random bits, counted on within one millisecond; base 36. */
export function newId<K extends Kind>(of: K, now: Date): Id<K> {
  // The top bit stays free, so that counting on never needs a longer tail.
  const fresh = () => BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;
  lastTail = now.getTime() === lastTime ? lastTail + 1n : fresh();
  lastTime = now.getTime();
  return `${PREFIXES[of]}_${lastTime.toString(36).padStart(9, '0')}${lastTail.toString(36).padStart(16, '0')}` as Id<K>;
}

/** Whether a string from outside has the shape of an id of that kind; says nothing about whether it exists. */
export function isId<K extends Kind>(of: K, value: string): value is Id<K> {
  return new RegExp(`^${PREFIXES[of]}_[0-9a-z]{20,40}$`).test(value);
}

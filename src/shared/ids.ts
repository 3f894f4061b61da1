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
} as const;

export type Kind = keyof typeof PREFIXES;
declare const kind: unique symbol;
/** An id of one kind: a plain string that the compiler will not take for an id of another kind. */
export type Id<K extends Kind = Kind> = string & { readonly [kind]: K };

/** A new id: the kind's prefix, 48 bits of time so that ids sort by age, 80 random bits; base 36, lower case. */
export function newId<K extends Kind>(of: K, now: Date): Id<K> {
  const time = now.getTime().toString(36).padStart(9, '0');
  const random = BigInt(`0x${randomBytes(10).toString('hex')}`)
    .toString(36)
    .padStart(16, '0');
  return `${PREFIXES[of]}_${time}${random}` as Id<K>;
}

/** Whether a string from outside has the shape of an id of that kind; says nothing about whether it exists. */
export function isId<K extends Kind>(of: K, value: string): value is Id<K> {
  return new RegExp(`^${PREFIXES[of]}_[0-9a-z]{20,40}$`).test(value);
}

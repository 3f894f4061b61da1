import { secretFor, sha256 } from '../platform/crypto.ts';
import type { Work } from '../platform/work.ts';
import { type Id, newId } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import { insertLink } from './link-store.ts';

export const LINK_DAYS = 60;
const LINK_MS = LINK_DAYS * 24 * 60 * 60 * 1000;
/** A client reads a contract over a day, not over a week; a new press on the mailed link opens it again. */
export const SESSION_MS = 12 * 60 * 60 * 1000;

/** A portal link belongs to one contact, one project and the version or invoice it was mailed for. */
export type Link = {
  workspaceId: Id<'workspace'>;
  id: Id<'link'>;
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  subjectId: string;
  openedAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

/** What a mail prints: the token goes into the link's fragment, the code is for readers without script. */
export type MintedLink = { id: Id<'link'>; token: string; code: string; expiresAt: Date };

export type WantedLink = {
  projectId: Id<'project'>;
  contactId: Id<'contact'>;
  subjectId: string;
  /** The owed effect's key: the same mail made again after a crash then carries the same link. */
  onceKey?: string;
};

// Consonants only: no digits, because a signing code must be the only run of six digits in a mail, and no words.
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Ten letters for a link, in two groups (20^10 is about 43 bits; the tries are limited). */
function codeOf(work: Work, id: string): string {
  const mac = Buffer.from(secretFor(work.keys, 'link-code', id), 'base64url');
  const letters = Array.from({ length: 10 }, (_, i) => LETTERS[mac.readUInt16BE(i * 2) % LETTERS.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function idFor(work: Work, onceKey: string | undefined, turn: number): Id<'link'> {
  if (onceKey === undefined) return newId('link', work.now);
  const digest = Buffer.from(sha256(`${work.workspaceId}\n${onceKey}\n${turn}`)).subarray(0, 16);
  return `lnk_${BigInt(`0x${digest.toString('hex')}`)
    .toString(36)
    .padStart(25, '0')}` as Id<'link'>;
}

/** Makes a link, one for each mail; minting again for the same owed effect gives the same link. */
export async function mintLink(work: Work, wanted: WantedLink): Promise<MintedLink> {
  const id = quietId(work, wanted.onceKey);
  const token = secretFor(work.keys, 'link', id);
  const code = codeOf(work, id);
  const { projectId, contactId, subjectId } = wanted;
  const expiresAt = new Date(work.now.getTime() + LINK_MS);
  await insertLink(work, { id, projectId, contactId, subjectId, expiresAt, token, code: codeLetters(code) });
  return { id, token, code, expiresAt };
}

/** An id whose token holds no run of six digits, which a reader could take for a signing code. */
function quietId(work: Work, onceKey: string | undefined): Id<'link'> {
  for (let turn = 0; ; turn++) {
    const id = idFor(work, onceKey, turn);
    if (!/\d{6}/.test(secretFor(work.keys, 'link', id))) return id;
  }
}

/** A code as it is hashed: its letters, however they were typed. */
export function codeLetters(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z]/g, '');
}

export function linkUrl(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/portal#${token}`;
}

/** One answer for guessed, mistyped, expired and revoked: nobody learns which links exist. */
export function linkNotFound(field?: string): Refusal {
  return new Refusal(
    'link.not-found',
    'This link is not valid, or not any more. Use the newest mail you were sent, or ask for it to be sent again.',
    field,
  );
}

export function isLive(link: Pick<Link, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return link.revokedAt === null && link.expiresAt > now;
}

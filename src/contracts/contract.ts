import { z } from 'zod';
import { toText } from '../clauses/clause.ts';
import type { Id } from '../shared/ids.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Terms } from './terms.ts';

/** The button that asks for a change in words. */
export const CHANGE = 'contract:change';
/** The button that lists the clauses, each with its other wordings. */
export const CLAUSES = 'contract:clauses';

export const VERSION_STATES = ['draft', 'sent', 'signed', 'sealed', 'superseded', 'declined', 'discarded'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** A clause as a version keeps it: the library's words, where they came from, and what these terms made of them. */
export const VersionClause = z.object({
  id: z.string(),
  /** Which clauses it may change places with; versions made before there were families have none. */
  family: z.string().optional(),
  version: z.number(),
  title: z.string(),
  protected: z.boolean(),
  custom: z.boolean(),
  sha256: z.string(),
  source: z.string(),
  markdown: z.string(),
  number: z.number(),
});
export type VersionClause = z.infer<typeof VersionClause>;

/** One wording of a contract. Once sent its terms, clauses and text never change; an edit makes the next version. */
export type Version = {
  workspaceId: Id<'workspace'>;
  id: Id<'version'>;
  contractId: Id<'contract'>;
  projectId: Id<'project'>;
  templateId: string;
  number: number;
  state: VersionState;
  reading: string;
  terms: Terms;
  clauses: VersionClause[];
  text: string;
  textSha256: Uint8Array;
  createdAt: Date;
  sentAt: Date | null;
  viewedAt: Date | null;
  signedAt: Date | null;
  declineReason: string | null;
};

/** Who signs, with name and address as they were when the version was sent. */
export type Signer = {
  id: Id<'signer'>;
  versionId: Id<'version'>;
  position: number;
  party: 'freelancer' | 'client';
  memberId: Id<'member'> | null;
  contactId: Id<'contact'> | null;
  name: string;
  email: string;
  signature: Signature | null;
};

export type Signature = {
  shownSha256: Uint8Array;
  consentId: string;
  /** How the signer was known: signed in to Slack, or a one-time code by mail. */
  method: 'slack' | 'mail-code';
  typedName: string;
  detailSha256: Uint8Array;
  signedAt: Date;
};

const NEXT: Record<VersionState, readonly VersionState[]> = {
  draft: ['sent', 'superseded', 'discarded'],
  sent: ['signed', 'superseded', 'declined', 'discarded'],
  signed: ['sealed'],
  sealed: [],
  superseded: [],
  declined: ['superseded'],
  discarded: [],
};

/** Versions move only along these edges; staying is not a move. */
export function checkVersionMove(from: VersionState, to: VersionState): void {
  if (from === to || NEXT[from].includes(to)) return;
  throw new Refusal('contract.cannot-move', `This contract is ${from}, so it can't become ${to}.`);
}

/** Slack and the FTC ask that people are told: a model may be wrong, and who sends the contract answers for it. */
export const AI_HELPED = 'Drafted with AI help: read it before you send it.';

/** Whether a model read the brief, or wrote any words, of this version or the one it was made from. */
export function isAiHelped({ reading, terms }: Pick<Version, 'reading' | 'terms'>): boolean {
  return reading.startsWith('model') || Object.values(terms).some((each) => each?.origin === 'model');
}

/** Whether a version was made by one change that may be taken back. */
export function isUndoable({ reading }: Pick<Version, 'reading'>): boolean {
  return /^(model\/)?(change|wording)$/.test(reading);
}

export type CustomWords = { readonly clause: string; readonly words: string };

/** What a version says in other words than the library's: whoever sends it has read it. */
export function customWords({ clauses }: Pick<Version, 'clauses'>): CustomWords[] {
  return clauses
    .filter(({ custom }) => custom)
    .map(({ number, title, markdown }) => ({ clause: `${number}. ${title}`, words: toText(markdown) }));
}

export function isSigned(version: Pick<Version, 'state'>): boolean {
  return version.state === 'signed' || version.state === 'sealed';
}

/** What a signing form carries: the version and the hash of the text it showed. */
export function shownAs(version: Pick<Version, 'id' | 'textSha256'>): string {
  return `${version.id}.${Buffer.from(version.textSha256).toString('hex')}`;
}

/** The two parts again, from a form anyone may have changed. */
export function versionShown(shown: string): { versionId: string; sha256: string } {
  const [versionId = '', sha256 = ''] = shown.split('.');
  return { versionId, sha256 };
}

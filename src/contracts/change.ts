import type { Day } from '../shared/dates.ts';
import type { Id } from '../shared/ids.ts';
import type { TermName, Terms } from './terms.ts';

/** New values of terms; `null` takes a term out. Origins are given when a patch is put on. */
export type Patch = { [K in TermName]?: NonNullable<Terms[K]>['value'] | null };

/** A quick answer to what was asked, and what it would change; an empty patch leaves things as they are. */
export type Choice = { readonly label: string; readonly patch: Patch };

/** What words ask for: values, or a question because they can mean more than one thing or lack one. */
export type Read =
  | {
      readonly patch: Patch /** Counts from what stands, so it may follow another change of the same term. */;
      readonly builds?: boolean;
    }
  | { readonly sentence: string; readonly choices: readonly Choice[]; readonly field?: TermName };

/** What the reader may know besides the words. */
export type ChangeContext = { readonly today: Day; readonly zone: string };

/** Reads one part of a request; undefined when it is not about what this reader knows. */
export type Reader = (part: string, terms: Terms, context: ChangeContext) => Read | undefined;

/** Words that change nothing yet, because they leave open what is meant. */
export type Open = {
  /** Stands for this question among those of the same words. */
  readonly key: string;
  readonly quote: string;
  readonly sentence: string;
  readonly choices: readonly Choice[];
};

export type ChangeReading = {
  /** The terms with every change that was read; the same as before where nothing was. */
  readonly terms: Terms;
  /** Terms that are no longer what they were. */
  readonly changed: readonly TermName[];
  readonly open: readonly Open[];
};

const LEAVE = 'Leave it as it is';

/** Asks, with the given answers and the one that changes nothing. */
export function ask(sentence: string, choices: readonly Choice[] = [], field?: TermName): Read {
  const all = choices.length > 0 ? [...choices, { label: LEAVE, patch: {} }] : [];
  return { sentence, choices: all, ...(field && { field }) };
}

export const CHANGE_STATES = ['open', 'accepted', 'countered', 'declined', 'overtaken'] as const;

/** A change asked for in plain words, by a member for a contract of their own or by the client on the page. */
export type ChangeRequest = {
  workspaceId: Id<'workspace'>;
  id: Id<'change'>;
  projectId: Id<'project'>;
  /** The version the words are about. */
  versionId: Id<'version'>;
  memberId: Id<'member'> | null;
  contactId: Id<'contact'> | null;
  /** Who asked, as they are named now. */
  askedBy: string;
  body: string;
  answers: Record<string, string>;
  said: unknown;
  state: (typeof CHANGE_STATES)[number];
  reason: string | null;
  /** The version that was made of it. */
  madeId: Id<'version'> | null;
  answeredBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
};

/** Characters. What is more is a brief of its own, and a Slack section holds 3,000. */
export const CHANGE_MAX = 1500;

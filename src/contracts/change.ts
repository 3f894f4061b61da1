import { z } from 'zod';
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
      /** The words are about something else as well, so that the value is asked and not taken. */
      readonly beside?: boolean;
    }
  | {
      readonly sentence: string;
      readonly choices: readonly Choice[];
      readonly field?: TermName;
      /** No rule knows what is meant: what is offered is only to keep the words as they are. */
      readonly unread?: boolean;
      /** Of the choices, those a model pointed at. */
      readonly pointed?: readonly Choice[];
    };

/** What the reader may know besides the words. */
export type ChangeContext = {
  readonly today: Day;
  readonly zone: string;
  /** The words are the client's: "I" and "we" are not the freelancer. */
  readonly byClient?: boolean;
};

/** Reads one part of a request; undefined when it is not about what this reader knows. */
export type Reader = (part: string, terms: Terms, context: ChangeContext) => Read | undefined;

/** Words that change nothing yet, because they leave open what is meant. */
export type Open = {
  /** Stands for this question among those of the same words. */
  readonly key: string;
  readonly quote: string;
  readonly sentence: string;
  readonly choices: readonly Choice[];
  /** The rules have no answer of their own to offer, so that a model may point at one. */
  readonly left: boolean;
  /** Of the choices, those a model pointed at. */
  readonly pointed: readonly Choice[];
};

export type ChangeReading = {
  /** The terms with every change that was read; the same as before where nothing was. */
  readonly terms: Terms;
  /** Terms that are no longer what they were. */
  readonly changed: readonly TermName[];
  /** Whether an answer that a model pointed at was chosen. */
  readonly helped: boolean;
  readonly open: readonly Open[];
};

/** The answer that changes nothing. */
export const LEAVE: Choice = { label: 'Leave it as it is', patch: {} };

/** Asks, with the given answers and the one that changes nothing. */
export function ask(sentence: string, choices: readonly Choice[] = [], field?: TermName): Read {
  const all = choices.length > 0 ? [...choices, LEAVE] : [];
  return { sentence, choices: all, ...(field && { field }) };
}

/** Tells of words that change nothing yet, with nothing to press and no place for a model to point at. */
export function tell(key: string, quote: string, sentence: string): Open {
  return { key, quote, sentence, choices: [], left: false, pointed: [] };
}

/** Characters: a sentence of the kind the rules know, and the words of the request that it stands for. */
export const POINT_MAX = { words: 160, quote: 300 } as const;
const Quote = z.string().min(1).max(POINT_MAX.quote);

/** What a model said to the words that no rule read, as it is kept: where it points, or why it did not take part. */
export const Said = z.strictObject({
  restated: z.array(z.strictObject({ quote: Quote, words: z.string().min(1).max(POINT_MAX.words) })).max(6),
  wordings: z.array(z.strictObject({ quote: Quote, clause: z.string().max(60) })).max(3),
  /** A whole sentence; null when it did take part. */
  why: z.string().max(300).nullable(),
});
export type Said = z.infer<typeof Said>;

export const CHANGE_STATES = ['open', 'accepted', 'accepted-in-part', 'countered', 'declined', 'overtaken'] as const;

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
  /** Null until a model was asked, which happens once for the same words. */
  said: Said | null;
  state: (typeof CHANGE_STATES)[number];
  reason: string | null;
  /** Words of it that accepting it in part left out. */
  left: string[];
  /** Where its message stands, once it does. */
  post: { channel: string; ts: string } | null;
  /** The version that was made of it. */
  madeId: Id<'version'> | null;
  answeredBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
};

/** Characters. What is more is a brief of its own, and a Slack section holds 3,000. */
export const CHANGE_MAX = 1500;

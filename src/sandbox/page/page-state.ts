/** What the server tells the page: everything one person sees now. Types only; the browser imports them too. */

export interface PageBlock {
  type: string;
  block_id: string;
  [field: string]: unknown;
}

/** Block id, then action id, to what is in the input: a text, an option's value, or several. */
export type PageValues = Record<string, Record<string, string | string[]>>;

export interface Face {
  id: string;
  name: string;
  initials: string;
  /** Degrees, for the avatar's colour. */
  hue: number;
  isApp: boolean;
  /** `guest`, `elsewhere` or nothing. */
  badge: string;
}

export interface PageMessage {
  ts: string;
  channel: string;
  /** Business time, milliseconds. */
  at: number;
  from: Face;
  text: string;
  blocks: PageBlock[];
  values: PageValues;
  files: { name: string; url: string; size: number }[];
  edited: boolean;
  /** `only-you` for ephemeral ones, `notice` for what the client itself says. */
  kind: 'message' | 'only-you' | 'notice';
  answers: number;
  lastAnswerAt: number;
  /** An answer of a thread that is shown in the channel too. */
  answerTo?: string;
}

export interface PageView {
  id: string;
  hash: string;
  title: string;
  submit?: string;
  close: string;
  blocks: PageBlock[];
  values: PageValues;
  errors: Record<string, string>;
  trouble?: string;
  /** How many views are stacked. */
  depth: number;
}

export interface PageChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  shared: boolean;
  hasApp: boolean;
  /** Of the newest message, for the unread mark. */
  lastTs: string;
}

export interface NextAct {
  sentence: string;
  /** What the strip's own button does, if the act lies elsewhere on the page. */
  go?: { label: string; to: 'mail' | 'channel' | 'next-event' | 'model'; id?: string; thread?: string };
}

export interface PageState {
  app: { state: 'starting' | 'up' | 'down'; note: string };
  /** Business time, milliseconds. */
  now: number;
  zone: string;
  /** Set while time passes. */
  moving?: { until: number };
  nextDueAt?: number;
  workspaces: { id: string; name: string; about: string }[];
  team: string;
  me: Face;
  people: (Face & { about: string })[];
  channels: PageChannel[];
  place: string;
  title: string;
  about: string;
  messages: PageMessage[];
  thread?: { root?: PageMessage; answers: PageMessage[] };
  view?: PageView;
  home?: PageView;
  brief: string;
  next: NextAct;
  switches: { payments: boolean; model: boolean };
  faults: number;
  mails: number;
  newMails: number;
  modelWaiting: number;
  ledger: number;
  commands: { command: string; description: string; hint: string }[];
  shortcuts: { callbackId: string; name: string }[];
  names: Record<string, string>;
}

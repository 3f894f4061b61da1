/** What the sandbox keeps of a workspace. Names follow Slack's own; the wire's snake case is made in `wire.ts`. */

export interface Block {
  type: string;
  block_id: string;
  [field: string]: unknown;
}

/** One input's state as Slack sends it: `{ type, value }`, `{ type, selected_option }`, and so on. */
export type StateValue = { type: string } & Record<string, unknown>;
export type StateValues = Record<string, Record<string, StateValue>>;

export interface SandboxUser {
  id: string;
  /** Home team: another team's id for a colleague from another organisation. */
  teamId: string;
  name: string;
  realName: string;
  email: string;
  tz: string;
  isOwner: boolean;
  isAdmin: boolean;
  /** A guest: sees only the channels they were invited to. */
  isRestricted: boolean;
  /** Here by a channel shared with another organisation. */
  isStranger: boolean;
  isBot: boolean;
  deleted: boolean;
}

export interface SandboxChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  isArchived: boolean;
  /** Shared with another organisation. */
  isExtShared: boolean;
  /** For a direct message with the app: the person. */
  user?: string;
}

export interface SandboxFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  bytes: Buffer;
  /** `pending` until its bytes came, `stored` until it is shared by completeUploadExternal or a submission. */
  state: 'pending' | 'stored' | 'shared';
  owner: string;
}

export interface SandboxMessage {
  teamId: string;
  channel: string;
  ts: string;
  user: string;
  /** Set when the app wrote it. */
  botId?: string;
  text: string;
  blocks: Block[];
  threadTs?: string;
  /** A thread answer also shown in the channel. */
  broadcast: boolean;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  editedTs?: string;
  /** Only this person sees it. */
  ephemeralFor?: string;
  files: SandboxFile[];
  /** Business time in milliseconds, for the page. */
  at: number;
}

/** Whether it is an answer in a thread, not the message the thread hangs on. */
export const isAnswer = (message: SandboxMessage) => message.threadTs !== undefined && message.threadTs !== message.ts;

export interface SandboxView {
  id: string;
  teamId: string;
  type: 'modal' | 'home';
  user: string;
  callbackId: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: Block[];
  privateMetadata: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
  values: StateValues;
  /** Errors shown at fields, by block id, from the last submission. */
  errors: Record<string, string>;
  /** What Slack says above the buttons when the app failed to answer. */
  trouble?: string;
}

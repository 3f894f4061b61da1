import type { Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import type { Deliver } from './deliver.ts';
import type { SandboxFile } from './shapes.ts';
import type { SandboxTeam } from './team.ts';

export type SlackFault = '429' | '5xx' | 'timeout' | 'drop-after-accept';

/** What the app's manifest offers; when given, nothing else can be called. */
export interface Offer {
  commands: { command: string; description: string; usageHint?: string }[];
  shortcuts: { callbackId: string; name: string }[];
}

export interface Trigger {
  teamId: string;
  userId: string;
  /** The view it was pressed in, which is what `views.push` stacks upon. */
  viewId?: string;
  bornAt: number;
  used: boolean;
}

export interface ResponseTarget {
  teamId: string;
  userId: string;
  channel: string;
  /** The message it may replace or delete. */
  messageTs?: string;
  threadTs?: string;
  bornAt: number;
  uses: number;
}

/** What the methods, the deliveries and the people share. */
export interface SlackWorld {
  readonly ledger: Ledger;
  readonly faults: Faults<SlackFault>;
  readonly deliver: Deliver;
  readonly appId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** Scheme and host this server is reached at, without a slash at the end. */
  origin: string;
  /** The app's base, without a slash at the end. */
  appUrl: string;
  offer: Offer | undefined;
  /** Milliseconds a `trigger_id` lives; Slack's is 3,000. */
  triggerLife: number;
  /** Business time, for what the page shows. */
  now(): Date;
  readonly teams: Map<string, SandboxTeam>;
  readonly triggers: Map<string, Trigger>;
  readonly targets: Map<string, ResponseTarget>;
  readonly files: Map<string, SandboxFile>;
  readonly codes: Map<
    string,
    { teamId: string; userId: string; redirectUri: string; scopes: string[]; bornAt: number }
  >;
  changed(): void;
  /** Waits for something to become true; looks again at every change. */
  until<T>(found: () => T | undefined | false | null, what: string, ms?: number): Promise<T>;
}

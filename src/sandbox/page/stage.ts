import type { SeededTeam } from '../slack/seed.ts';
import type { Vendors } from '../vendors.ts';

export type StepOfTime = 'next' | 'day' | 'week';
export type SwitchName = 'payments' | 'model';

/** What the page may do besides acting in the workspace; `main.ts` builds it, a test may too. */
export interface Stage {
  vendors: Omit<Vendors, 'stop'>;
  /** The filled workspace and the empty one, in that order. */
  teams(): SeededTeam[];
  app(): { state: 'starting' | 'up' | 'down'; note: string };
  now(): Date;
  /** Business time of the next thing the app has planned. */
  nextDue(): Date | undefined;
  moving(): { until: Date } | undefined;
  pass(step: StepOfTime): Promise<void>;
  switches(): Record<SwitchName, boolean>;
  turn(name: SwitchName, on: boolean): Promise<void>;
  startOver(): Promise<void>;
  onChange(listener: () => void): () => void;
}

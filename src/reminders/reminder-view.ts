import type { Next } from './next-read.ts';

/** What a post about a reminder says. */
export type ReminderView = {
  projectId: string;
  /** Nobody knows whether it arrived. */
  unknown: boolean;
  /** Whom it went to. */
  name: string;
  email: string;
  /** `Deposit invoice 2027-0001, EUR 2,000.00` or `the contract`. */
  about: string;
  /** `3 days overdue`; a contract has none. */
  standing: string | undefined;
  next: Next;
};

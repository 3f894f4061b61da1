import { setTimeout as sleep } from 'node:timers/promises';
import type { EventName } from '../shared/events.ts';
import type { Id } from '../shared/ids.ts';
import type { Clock } from './clock.ts';
import type { Keyring } from './crypto.ts';
import { type Database, lostRace, type Tx } from './database.ts';
import { appendEvidence, type Detail } from './evidence.ts';
import type { Log } from './log.ts';

/** Something happened to a project. `actor` is a member's or contact's id, or `system`. */
export type Happening = {
  event: EventName;
  projectId: Id<'project'>;
  subjectId: string;
  actor: string;
  /** What the evidence keeps of it. Hearers look up what they need by `subjectId` instead. */
  detail?: Detail;
};

/** One effect owed to the outside, done after the commit by whichever worker claims it. */
export type Debt = {
  effect: string;
  subjectId: string;
  projectId?: Id<'project'>;
  /** Owing the same key twice is owing it once. */
  onceKey: string;
  event?: string;
};

/** What a verb holds inside its transaction. */
export type Work = {
  tx: Tx;
  now: Date;
  workspaceId: Id<'workspace'>;
  keys: Keyring;
  announce(happening: Happening): Promise<void>;
  owe(debt: Debt): Promise<void>;
};

/** Runs in the same transaction, touches only the database, and undoes everything by throwing. */
export type Within = (work: Work, happening: Happening) => Promise<void>;

/** Who hears what: filled by `app.ts`, line by line. */
export type Hearers = {
  withinAny: Within[];
  within: Partial<Record<EventName, Within[]>>;
  afterAny: string[];
  after: Partial<Record<EventName, string[]>>;
};

/** What every verb needs and every process has. */
export type Core = {
  db: Database;
  clock: Clock;
  keys: Keyring;
  log: Log;
  hearers: Hearers;
  /** Tells the workers to look for due work; never throws, never waits. */
  ring(): void;
};

/**
 * One verb, one transaction, one workspace: state, evidence and owed effects are saved together or not at all.
 * A transaction that only lost a race is run again, at most three times.
 */
export async function transact<T>(
  core: Core,
  workspaceId: Id<'workspace'>,
  verb: (work: Work) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const owed = { any: false };
    try {
      const result = await core.db.$transaction((tx) => verb(openWork(core, tx, workspaceId, owed)));
      if (owed.any) core.ring();
      return result;
    } catch (error) {
      if (attempt >= 3 || !lostRace(error)) throw error;
      await sleep(20 * attempt + Math.random() * 40);
    }
  }
}

function openWork(core: Core, tx: Tx, workspaceId: Id<'workspace'>, owed: { any: boolean }): Work {
  const work: Work = {
    tx,
    now: core.clock.now(),
    workspaceId,
    keys: core.keys,
    owe: async (debt) => {
      await tx.outbox.createMany({
        data: [
          {
            workspaceId,
            event: debt.event ?? debt.effect,
            effect: debt.effect,
            projectId: debt.projectId ?? null,
            subjectId: debt.subjectId,
            onceKey: `${workspaceId}/${debt.onceKey}`,
          },
        ],
        skipDuplicates: true,
      });
      owed.any = true;
    },
    announce: async (happening) => {
      const { event, projectId, subjectId, actor } = happening;
      const seq = await appendEvidence(tx, {
        workspaceId,
        chain: projectId,
        kind: event,
        subjectId,
        actor,
        at: work.now,
        detail: happening.detail ?? {},
      });
      // Owed before the hearers add what follows from it, so that a thread tells the cause first.
      for (const effect of [...(core.hearers.after[event] ?? []), ...core.hearers.afterAny]) {
        await work.owe({ effect, subjectId, projectId, event, onceKey: `${effect}/${projectId}/${seq}` });
      }
      for (const hear of [...core.hearers.withinAny, ...(core.hearers.within[event] ?? [])])
        await hear(work, happening);
    },
  };
  return work;
}

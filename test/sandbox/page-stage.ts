import { pageRoutes } from '../../src/sandbox/page/routes.ts';
import type { Stage } from '../../src/sandbox/page/stage.ts';
import type { SeededTeam } from '../../src/sandbox/slack/seed.ts';
import { startVendors, type Vendors } from '../../src/sandbox/vendors.ts';
import { boltAppFor } from './slack-bolt-app.ts';

export interface PageStage {
  vendors: Vendors;
  stage: Stage;
  team: SeededTeam;
  passed: string[];
  stop(): Promise<void>;
}

/** The page over real vendors and a small Bolt app in place of the built one. */
export async function startPageStage(): Promise<PageStage> {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const passed: string[] = [];
  let teams: SeededTeam[] = [];
  let stage: Stage | undefined;
  const vendors = await startVendors({
    slack: {
      offer: {
        commands: [
          { command: '/contract', description: 'Draft a contract from a brief', usageHint: 'brief or help' },
          { command: '/invoice', description: 'Issue the next invoice' },
        ],
        shortcuts: [{ callbackId: 'contract:from-message', name: 'Draft a contract from this' }],
      },
    },
    mount: async (started) => {
      stage = {
        vendors: started,
        teams: () => teams,
        app: () => ({ state: 'up', note: '' }),
        now: () => new Date(),
        nextDue: () => new Date(Date.now() + 86_400_000),
        moving: () => undefined,
        pass: async (step) => void passed.push(step),
        switches: () => ({ payments: true, model: true }),
        turn: async () => {},
        startOver: async () => {},
        onChange(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
      started.slack.onChange(changed);
      started.ledger.onChange(changed);
      return await pageRoutes(stage);
    },
  });
  teams = [vendors.slack.addTeam({ name: 'Studio Berg' }), vendors.slack.addTeam({ name: 'New workspace' })];
  const bolt = await boltAppFor(vendors.slack);
  const [team] = teams;
  if (!stage || !team) throw new Error('the stage did not start');
  return {
    vendors,
    stage,
    team,
    passed,
    async stop() {
      await bolt.app.stop();
      await vendors.stop();
    },
  };
}

/** `/invoice` acknowledged while five invoices a second are issued, set and mailed by the same process, against quiet. */
import { setTimeout as sleep } from 'node:timers/promises';
import { issueInvoice } from '../src/invoices/issue.ts';
import { transact } from '../src/platform/work.ts';
import { lockProject } from '../src/projects/read.ts';
import { readGauges } from '../src/sandbox/metrics.ts';
import { type Id, newId } from '../src/shared/ids.ts';
import { money } from '../src/shared/money.ts';
import { commandFields, startClient } from './ack.ts';
import { BUILT, serving } from './child.ts';
import { openCore } from './core.ts';
import type { Ground } from './ground.ts';
import { startSlackAnswers } from './slack-answers.ts';
import { type Counts, compare, inTurns, median, p99, type Row, scaled } from './table.ts';

const INVOICES_PER_SECOND = 5;
/** What a few dozen busy studios send. */
const COMMANDS_PER_SECOND = 20;

export async function busy(ground: Ground, counts: Counts): Promise<Row[]> {
  const slack = await startSlackAnswers(ground.team);
  const client = await startClient();
  const env = ground.environment(await ground.studio(), { SLACK_API_URL: slack.url });
  const app = await serving(BUILT, env);
  const biller = await startBiller(env);
  const order = {
    signingSecret: ground.vendors.slack.signingSecret,
    fields: commandFields(ground),
    port: app.port,
    connections: 8,
    perSecond: COMMANDS_PER_SECOND,
    count: scaled(200, counts),
  };
  await client.send({ ...order, count: 40 });
  await biller.during(() => sleep(2_000));
  await untilDone(app.port);
  const quiet = async () => p99((await client.send(order)).latencies);
  const runs = await inTurns(
    {
      quiet,
      busy: async () => {
        const tail = await biller.during(quiet);
        await untilDone(app.port);
        return tail;
      },
    },
    counts.rounds,
  );
  client.stop();
  await biller.close();
  await app.stop();
  slack.close();
  return [
    compare(
      '/invoice acknowledged while 5 invoices a second render, p99, against quiet',
      { ours: median(runs.busy), reference: median(runs.quiet), unit: 'ms' },
      { atMost: 2.5 },
    ),
  ];
}

/** Issues invoices from a process of its own, as steadily as asked: each is set as a PDF and mailed by the measured app. */
async function startBiller(env: Record<string, string>) {
  const { core, close } = await openCore(env);
  const model = await core.db.project.findFirstOrThrow();
  const issue = (at: number) =>
    transact(core, model.workspaceId as Id<'workspace'>, async (work) => {
      // Each for a project of its own with a card, as in life: a card that lists hundreds of invoices is another question.
      const id = newId('project', work.now);
      await work.tx.project.create({ data: { ...model, id, cardTs: `1700000000.${String(at).padStart(6, '0')}` } });
      const project = await lockProject(work, id);
      const price = money(BigInt(10_000 + at), project.currency);
      const items = [{ description: `Retouch ${at}`, price, taxRateMilli: 0, taxIncluded: false }];
      await issueInvoice(work, { project, kind: 'standard', items, netDays: 14, actor: 'system' });
    });
  let issued = 0;
  return {
    during: async <T>(what: () => Promise<T>): Promise<T> => {
      let going = true;
      const started = performance.now();
      const billing = (async () => {
        for (let at = 0; going; at += 1) {
          await sleep(Math.max(0, started + (at * 1000) / INVOICES_PER_SECOND - performance.now()));
          await issue(issued++);
        }
      })();
      try {
        return await what();
      } finally {
        going = false;
        await billing;
      }
    },
    close,
  };
}

async function untilDone(port: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    if ((await readGauges(`http://localhost:${port}`))?.owed === 0) return;
  }
  throw new Error('the app still owes something after a minute');
}

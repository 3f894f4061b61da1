/** `/invoice` acknowledged at 1, 16 and 64 connections: the built app against a bare Bolt app on the same receiver. */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AckOrder, AckTimes } from './ack-client.ts';
import { BUILT, fromSource, serving } from './child.ts';
import type { Ground } from './ground.ts';
import { startSlackAnswers } from './slack-answers.ts';
import { type Counts, compare, inTurns, median, p99, type Row, scaled } from './table.ts';

const CONNECTIONS = { 1: 300, 16: 1200, 64: 1600 };

/** The process that sends. */
export async function startClient() {
  const child = fork(path.join(import.meta.dirname, 'ack-client.ts'), { execArgv: ['--import', 'tsx'] });
  const hear = () => new Promise<unknown>((resolve) => child.once('message', resolve));
  await hear();
  return {
    send: async (order: AckOrder): Promise<AckTimes> => {
      child.send(order);
      const answer = (await hear()) as AckTimes | { error: string };
      if ('error' in answer) throw new Error(answer.error);
      return answer;
    },
    stop: () => void child.kill(),
  };
}

/** What Slack says of a slash command. */
export function commandFields(ground: Ground): Record<string, string> {
  const { team, vendors } = ground;
  const { owner } = team.people;
  return {
    token: 'bench',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: team.places.projects.id,
    channel_name: 'projects',
    user_id: owner.id,
    user_name: owner.name,
    command: '/invoice',
    text: '',
    api_app_id: vendors.slack.world.appId,
    is_enterprise_install: 'false',
    response_url: `${vendors.url}/commands/bench`,
  };
}

export async function ack(ground: Ground, counts: Counts): Promise<Row[]> {
  const slack = await startSlackAnswers(ground.team);
  const client = await startClient();
  const order = { signingSecret: ground.vendors.slack.signingSecret, fields: commandFields(ground) };
  const env = async () => ground.environment(await ground.studio(), { ROLE: 'web', SLACK_API_URL: slack.url });
  const ours = await serving(BUILT, await env());
  const warm = { ...order, connections: 16, count: scaled(600, counts) };
  await client.send({ ...warm, port: ours.port });
  // The same modal for the reference to open, made by our own form.
  const VIEW_FILE = path.join(ground.folder, 'view.json');
  writeFileSync(VIEW_FILE, JSON.stringify(slack.lastView()));
  const reference = await serving(fromSource('ack-reference.ts'), { ...(await env()), VIEW_FILE });
  await client.send({ ...warm, port: reference.port });
  const rows: Row[] = [];
  for (const [connections, count] of Object.entries(CONNECTIONS)) {
    const at = { ...order, connections: Number(connections), count: scaled(count, counts) };
    const runs = await inTurns(
      {
        ours: () => client.send({ ...at, port: ours.port }),
        reference: () => client.send({ ...at, port: reference.port }),
      },
      counts.rounds,
    );
    const rate = (times: AckTimes[]) => median(times.map((run) => run.latencies.length / run.seconds));
    const tail = (times: AckTimes[]) => median(times.map((run) => p99(run.latencies)));
    const what = `/invoice acknowledged, ${connections} connection${connections === '1' ? '' : 's'}`;
    rows.push(
      compare(what, { ours: rate(runs.ours), reference: rate(runs.reference), unit: '/s' }, { atLeast: 0.9 }),
      compare(`${what}, p99`, { ours: tail(runs.ours), reference: tail(runs.reference), unit: 'ms' }, { atMost: 1.25 }),
    );
  }
  client.stop();
  await Promise.all([ours.stop(), reference.stop()]);
  slack.close();
  return rows;
}

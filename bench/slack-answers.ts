import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SeededTeam } from '../src/sandbox/slack/seed.ts';

export type SlackAnswers = {
  /** What the app gets as SLACK_API_URL. */
  url: string;
  /** The last view an app opened. */
  lastView(): object | undefined;
  opened(): number;
  close(): void;
};

/**
 * Slack's Web API as far as a measured app calls it, answering at once and checking nothing: the sandbox checks every
 * block, which would be most of what is measured.
 */
export async function startSlackAnswers(team: SeededTeam): Promise<SlackAnswers> {
  const { owner } = team.people;
  const user = {
    id: owner.id,
    team_id: team.id,
    name: owner.name,
    real_name: owner.realName,
    tz: owner.tz,
    is_admin: true,
    is_owner: true,
    profile: { real_name: owner.realName, email: 'mia@studio-berg.test' },
  };
  let view: string | undefined;
  let opened = 0;
  const answers: Record<string, object> = {
    'users.info': { user },
    'views.open': { view: { id: 'V0BENCH' } },
    'chat.postMessage': { channel: team.places.projects.id, ts: '1700000000.000100' },
  };
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const method = req.url?.slice('/api/'.length) ?? '';
    if (method === 'views.open') {
      opened += 1;
      view = new URLSearchParams(Buffer.concat(chunks).toString()).get('view') ?? view;
    }
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...answers[method] }));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/api/`,
    lastView: () => (view ? (JSON.parse(view) as object) : undefined),
    opened: () => opened,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

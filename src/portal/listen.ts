import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../platform/log.ts';
import type { Web } from './web.ts';

/** Who answers: the pages, and Slack's door where this process has one. */
export type Serves = { web: Web; slack?: RequestListener };

export type Listening = { port: number; serve(by: Serves): Promise<void>; close(): Promise<void> };

/**
 * Longer than proxies keep a connection to us that nobody uses (a minute is common): of the two ends that close it, ours must be
 * the second, or a request that is just being sent on it is lost, and its sender sees a 502.
 */
const KEEP_IDLE_MS = 75_000;

/**
 * The one server: exactly `POST /slack/events` goes to the Slack receiver, everything else to the pages. It listens before
 * they are built: `/healthz` answers at once, every other request once `serve` has said who does.
 */
export async function listen({ port, log }: { port: number; log: Log }): Promise<Listening> {
  let serving: { pages: RequestListener; slack: RequestListener | undefined } | undefined;
  const waiting: (() => void)[] = [];
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    if (!serving) return req.url === '/healthz' ? void res.end('ok') : void waiting.push(() => answer(req, res));
    try {
      const { pages, slack } = serving;
      const toSlack = req.method === 'POST' && req.url?.split('?', 1)[0] === '/slack/events' ? slack : undefined;
      (toSlack ?? pages)(req, res);
    } catch (err) {
      log.error({ err }, 'request failed');
      if (!res.headersSent) res.writeHead(500).end();
    }
  };
  const server = createServer(answer);
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = KEEP_IDLE_MS;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    serve: async ({ web, slack }) => {
      const { getRequestListener } = await import('@hono/node-server');
      serving = { pages: getRequestListener(web.fetch), slack };
      for (const go of waiting.splice(0)) go();
    },
    close: () => drain(server),
  };
}

/** Lets answers under way finish for five seconds, then ends them. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 5000);
  await closed;
  clearTimeout(timer);
}

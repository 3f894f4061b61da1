/**
 * Sends `/invoice` as Slack does, from a process of its own over raw sockets, so that what is measured is the app and not
 * an HTTP client. Forked by `ack.ts`; takes one order at a time and answers with how long each acknowledgement took.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type AckOrder = {
  port: number;
  signingSecret: string;
  fields: Readonly<Record<string, string>>;
  connections: number;
  count: number;
  /** Requests begun per second, whatever the answers do; unset: each connection sends as soon as it is answered. */
  perSecond?: number;
};
export type AckTimes = { seconds: number; latencies: number[] };

/** Every request is its own: its own trigger, so its own signature. */
function signed({ port, signingSecret, fields }: AckOrder): Buffer {
  const trigger = `${Date.now()}.${randomBytes(8).toString('hex')}`;
  const body = new URLSearchParams({ ...fields, trigger_id: trigger }).toString();
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
  return Buffer.from(
    `POST /slack/events HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/x-www-form-urlencoded\r\n` +
      `x-slack-request-timestamp: ${at}\r\nx-slack-signature: v0=${signature}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}

/** One kept-alive connection with one request under way. */
async function open(port: number): Promise<{ ask(request: Buffer): Promise<void>; close(): void }> {
  const socket: Socket = connect({ port, host: 'localhost', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let heard = '';
  let waiting: { resolve(): void; reject(error: Error): void } | undefined;
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('the app closed the connection')));
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    const end = heard.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(heard)?.[1] ?? 0);
    if (end < 0 || heard.length < end + 4 + length) return;
    const answer = heard;
    heard = '';
    if (answer.startsWith('HTTP/1.1 200') && length === 0) waiting?.resolve();
    else fail(new Error(`not acknowledged: ${answer.slice(0, 500)}`));
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

async function carryOut(order: AckOrder): Promise<AckTimes> {
  const requests = Array.from({ length: order.count }, () => signed(order));
  const lines = await Promise.all(Array.from({ length: order.connections }, () => open(order.port)));
  const latencies: number[] = [];
  const started = performance.now();
  const due = (at: number) => (order.perSecond ? started + (at * 1000) / order.perSecond : undefined);
  let next = 0;
  await Promise.all(
    lines.map(async (line) => {
      for (;;) {
        const at = next++;
        const request = requests[at];
        if (!request) return;
        const moment = due(at);
        if (moment !== undefined) await sleep(Math.max(0, moment - performance.now()));
        const begun = performance.now();
        await line.ask(request);
        latencies.push(performance.now() - begun);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const line of lines) line.close();
  return { seconds, latencies };
}

process.on('message', async (order: AckOrder) => {
  try {
    process.send?.(await carryOut(order));
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.send?.('ready');

import { connect, createServer, type Socket } from 'node:net';
import { atEnd } from './closing.ts';

/** A line to a server that a test can cut, and mend. */
export async function gateTo(target: string): Promise<{ url: string; cut(): void; mend(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const lines = new Set<Socket>();
  const server = createServer((socket) => {
    const line = connect({ host: hostname, port: Number(port) });
    for (const each of [socket, line]) {
      lines.add(each);
      each
        .on('error', () => {})
        .on('close', () => {
          lines.delete(each);
          socket.destroy();
          line.destroy();
        });
    }
    socket.pipe(line).pipe(socket);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const cut = () => {
    server.close();
    for (const line of lines) line.destroy();
  };
  await listen(0);
  const address = server.address();
  const here = typeof address === 'object' && address ? address.port : 0;
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(here);
  atEnd(async () => cut());
  return { url: url.href, cut, mend: () => listen(here) };
}

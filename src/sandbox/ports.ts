import { createServer } from 'node:net';

const tried = 50;

/** The first free port from this one on. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + tried; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${first} to ${first + tried}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });
}

import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClockFile } from './clock-file.ts';
import { type SandboxDatabase, startDatabase } from './database.ts';
import { readOffer } from './offer.ts';
import { pageRoutes } from './page/routes.ts';
import { freePort } from './ports.ts';
import { Run } from './run.ts';
import { startVendors, type Vendors } from './vendors.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dataDir = path.resolve(root, process.env.SANDBOX_DATA_DIR ?? '.data/sandbox');
const wanted = Number(process.env.SANDBOX_PORT ?? 4000);

let vendors: Vendors | undefined;
let run: Run | undefined;
let database: SandboxDatabase | undefined;
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await run?.stop();
  await vendors?.stop();
  await database?.stop();
  process.exit(code);
}

async function main(): Promise<void> {
  console.log('Starting the database…');
  // Takes the folder, so that a second sandbox on it says so instead of spoiling the first.
  const held = await startDatabase(dataDir);
  database = held;
  // Every start is a new one: what the app kept belongs to workspaces that are gone.
  const appData = path.join(dataDir, 'app');
  rmSync(appData, { recursive: true, force: true });
  const clock = new ClockFile(path.join(appData, 'clock'));
  const port = wanted === 0 ? 0 : await freePort(wanted);
  if (port !== wanted && wanted !== 0) console.log(`Port ${wanted} is taken, so this sandbox takes ${port}.`);
  const appPort = await freePort((port || 4000) + 1);
  const offer = readOffer(path.join(root, 'manifest.yml'));
  vendors = await startVendors({
    port,
    now: () => clock.now(),
    ...(offer ? { slack: { offer } } : {}),
    mount: async (started) => {
      run = new Run(started, {
        root,
        dataDir: appData,
        clock,
        appPort,
        newDatabase: () => held.fresh(),
        tell: (line) => console.log(line),
      });
      return await pageRoutes(run);
    },
  });
  await run?.open();
  console.log('Ready. Open this address in a browser; Ctrl+C stops everything.');
  console.log(vendors.url);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

main().catch(async (error: Error) => {
  if (stopping) return;
  console.error(error.message.replaceAll('DATA_DIR', 'SANDBOX_DATA_DIR'));
  await stop(1);
});

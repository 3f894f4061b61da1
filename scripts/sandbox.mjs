// Builds the app if needed, then runs the sandbox, which starts it; the last line printed is the address to open.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { build } from './build.mjs';

const main = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../src/sandbox/main.ts');

await build();
// In this process, not in a child: a signal then reaches the one that has to stop the app and its PostgreSQL.
process.argv[1] = main;
register();
await import(pathToFileURL(main).href);

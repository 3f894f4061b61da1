import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';

/** Where each program may be: by these names on PATH, or at these places. */
const PROGRAMS = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  'redis-server': ['redis-server', 'valkey-server'],
  pdfsig: ['pdfsig'],
} as const;

export type Program = keyof typeof PROGRAMS;

/** The program's path, or undefined when this machine does not have it. */
export function find(program: Program): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = PROGRAMS[program].flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name)),
  );
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

type Needed = { path: string; describe: typeof describe; test: typeof test };

/**
 * `describe` and `test` for what only works with a program: where it is missing they are skipped under a name that says
 * so, and in CI they fail instead, because there it is meant to be.
 */
export function needs(program: Program): Needed {
  const found = find(program);
  if (found) return { path: found, describe, test };
  const reason = `needs ${program}, which is not installed`;
  if (process.env.CI) {
    const fail = () => {
      throw new Error(reason);
    };
    const failing = (name: string) => test(`${name} (${reason})`, fail);
    return { path: '', describe: failing as unknown as typeof describe, test: failing as unknown as typeof test };
  }
  const skipTest = (name: string) => test.skip(`${name} (${reason})`, () => {});
  return { path: '', describe: skipTest as unknown as typeof describe, test: skipTest as unknown as typeof test };
}

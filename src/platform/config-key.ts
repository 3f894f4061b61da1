import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Keyring } from './crypto.ts';

const HOW = 'Make one with: openssl rand -base64 32';

type Given = { current: string | undefined; old: string[]; production: boolean; dataDir: string };

/** The keys that encrypt what is stored; undefined when a problem was added. */
export function readKeys({ current, old, production, dataDir }: Given, problems: string[]): Keyring | undefined {
  const olds = old.map(decodeKey);
  if (olds.includes(undefined))
    problems.push('ENCRYPTION_KEYS_OLD must hold keys of 32 bytes in base64, separated by commas.');
  if (current && !decodeKey(current)) problems.push(`ENCRYPTION_KEY must be 32 bytes in base64. ${HOW}.`);
  if (!current && production)
    problems.push(`ENCRYPTION_KEY is missing, and without it a lost disk loses every stored secret. ${HOW}.`);
  if (problems.length > 0) return undefined;
  const key = current ? decodeKey(current) : keyIn(dataDir, problems);
  return key && { current: key, old: olds.filter((one) => one !== undefined) };
}

function decodeKey(base64: string): Buffer | undefined {
  const key = Buffer.from(base64, 'base64');
  return key.length === 32 ? key : undefined;
}

/** The key in the data folder, made at first use. Whoever else starts at the same moment reads the one that won. */
function keyIn(dataDir: string, problems: string[]): Buffer | undefined {
  const file = path.join(dataDir, 'encryption-key');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const key = decodeKey(readFileSync(file, 'utf8').trim());
    if (!key) problems.push(`${file} does not hold 32 bytes in base64. Restore it, or set ENCRYPTION_KEY.`);
    return key;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    problems.push(
      `DATA_DIR ${dataDir} can't be written${why}. Give this user the folder, or set DATA_DIR and ENCRYPTION_KEY.`,
    );
    return undefined;
  }
}

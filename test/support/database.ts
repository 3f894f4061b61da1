import { inject } from 'vitest';
import { atEnd } from './closing.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * A database of this test file's own, copied from the migrated template; dropped when the file ends. Call it at the top
 * of a file or in `beforeAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const door = inject('databaseDoor');
  const answer = await fetch(door, { method: 'POST' });
  const url = await answer.text();
  if (!answer.ok) throw new Error(`no test database: ${url}`);
  const drop = async () => {
    await fetch(new URL(new URL(url).pathname, door), { method: 'DELETE' });
  };
  atEnd(drop);
  return { url, drop };
}

/** The entry of the app's bundle, made by the first test of a run that asks for it. */
export async function builtApp(): Promise<string> {
  const answer = await fetch(inject('databaseDoor'));
  const entry = await answer.text();
  if (!answer.ok) throw new Error(`the app was not built: ${entry}`);
  return entry;
}

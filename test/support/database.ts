import { afterAll, inject } from 'vitest';

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
  afterAll(drop);
  return { url, drop };
}

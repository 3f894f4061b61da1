import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase, statementNames } from '../../src/platform/database.ts';
import { testDatabase } from '../support/database.ts';

describe('statements', () => {
  test('that come again and again get a name, and keep it', () => {
    const nameOf = statementNames();
    const names = Array.from({ length: 5 }, () => nameOf({ sql: 'SELECT 1' }));
    expect(names).toEqual(['', '', 's0', 's0', 's0']);
    expect(Array.from({ length: 3 }, () => nameOf({ sql: 'SELECT 2' }))[2]).toBe('s1');
  });

  test('of ever different lengths are not all kept', () => {
    const nameOf = statementNames();
    const names = Array.from({ length: 5_000 }, (_, at) => nameOf({ sql: `SELECT ${at}` }));
    expect(names.every((name) => name === '')).toBe(true);
    for (let at = 0; at < 1_000; at += 1) for (let time = 0; time < 3; time += 1) nameOf({ sql: `UPDATE ${at}` });
    expect(nameOf({ sql: 'UPDATE 999' })).toBe('');
    expect(nameOf({ sql: 'UPDATE 0' })).toBe('s0');
  });

  test('with a name still answer after a table has grown a column', async () => {
    const { db, close } = await openDatabase((await testDatabase()).url, 1);
    afterAll(close);
    const read = () => db.workspace.findMany({ where: { state: 'installed' } });
    for (let time = 0; time < 8; time += 1) expect(await read()).toEqual([]);
    await db.$executeRawUnsafe('ALTER TABLE "Workspace" ADD COLUMN later text');
    expect(await read()).toEqual([]);
    const prepared = await db.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
    expect(prepared.map(({ statement }) => statement).join()).toContain('"Workspace"');
  });
});

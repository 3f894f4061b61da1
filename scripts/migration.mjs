// npm run migration -- add-invoice-notes   writes the SQL that leads from the last migration to today's schema.
// node scripts/migration.mjs --drift URL   says how many changes a migrated scratch database still lacks.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffSchemas, driftOf } from './schema-engine.mjs';

const prisma = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../prisma');
const migrations = path.join(prisma, 'migrations');
const snapshot = path.join(migrations, 'schema.snapshot.prisma');

function currentSchema() {
  const split = path.join(prisma, 'schema');
  const files = existsSync(split)
    ? readdirSync(split)
        .sort()
        .map((name) => path.join(split, name))
    : [path.join(prisma, 'schema.prisma')];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

async function author(name) {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    console.error('Give the migration a name of lower-case words: npm run migration -- add-invoice-notes');
    return 1;
  }
  const next = currentSchema();
  const sql = await diffSchemas(existsSync(snapshot) ? readFileSync(snapshot, 'utf8') : '', next);
  if (!sql) {
    console.log('The schema did not change. For hand-written SQL alone, add a folder with a migration.sql yourself.');
    return 0;
  }
  const id = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`;
  mkdirSync(path.join(migrations, id), { recursive: true });
  writeFileSync(path.join(migrations, id, 'migration.sql'), sql);
  writeFileSync(path.join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(snapshot, next);
  console.log(`Wrote prisma/migrations/${id}/migration.sql. Read it before you commit it:`);
  console.log(
    'a renamed column shows as dropped and added, and checks, triggers and partial indexes are added by hand.',
  );
  return 0;
}

async function drift(url) {
  const steps = await driftOf(url, currentSchema());
  console.log(`${steps} steps`);
  return steps === 0 ? 0 : 1;
}

const [first = '', second = ''] = process.argv.slice(2);
// The engine keeps its connection open; there is nothing left to wait for.
process.exit(await (first === '--drift' ? drift(second) : author(first)));

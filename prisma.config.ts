// biome-ignore-all lint/style/noProcessEnv: the command reads this file outside the app, where there is no config
import { existsSync } from 'node:fs';
import { defineConfig } from 'prisma/config';

// The command insists that an engine file exists but `generate`, `validate` and `format` never run it: any file will
// do, and nothing has to be downloaded. Migrations are written by scripts/migration.mjs and applied by the app itself.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: existsSync('prisma/schema') ? 'prisma/schema' : 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});

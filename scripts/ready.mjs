// Makes a checkout ready to run: dependencies installed, Prisma's client generated. Does nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const INSTALLED = path.join(root, 'node_modules/.retainer-installed');
const GENERATED = path.join(root, 'src/generated/.schema-hash');

const hash = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** Only what decides the installed tree: editing a script's name must not cause an install. */
function dependenciesHash() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    textOf(path.join(root, 'package.json')),
  );
  const wanted = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  return hash(wanted, textOf(path.join(root, 'package-lock.json')), process.platform, process.arch);
}

/** Whether what was installed is still there: pruning or an interrupted install leaves our mark behind. */
function isInstalled() {
  const { dependencies, devDependencies } = JSON.parse(textOf(path.join(root, 'package.json')));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.every((name) => existsSync(path.join(root, 'node_modules', name, 'package.json')));
}

function schemaHash() {
  const split = path.join(root, 'prisma/schema');
  const files = existsSync(split)
    ? readdirSync(split).map((name) => path.join(split, name))
    : [path.join(root, 'prisma/schema.prisma')];
  return hash(...files.filter((file) => file.endsWith('.prisma')).map(textOf), dependenciesHash());
}

function run(what, command, args, env = {}) {
  console.error(`${what}...`);
  const started = performance.now();
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(`${stdout ?? ''}${stderr ?? ''}`.trim());
    console.error(`${what} failed${error ? `: ${error.message}` : ''}. What it said is above.`);
    process.exit(1);
  }
  console.error(`${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** npm's own path when npm runs us, so that the same npm is used whatever PATH says. */
function npm(args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Retainer needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`,
  );
  process.exit(1);
}

export function ready() {
  refuseOldNode();
  if (textOf(INSTALLED) !== dependenciesHash() || !isInstalled()) {
    run('Installing dependencies', ...npm(['install', '--no-save', '--no-audit', '--no-fund']));
    writeFileSync(INSTALLED, dependenciesHash());
  }
  if (textOf(GENERATED) !== schemaHash() || !existsSync(path.join(root, 'src/generated/client.ts'))) {
    run('Generating the database client', process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
      // The command checks that an engine file exists but generating never runs it; any file saves a download.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    });
    writeFileSync(GENERATED, schemaHash());
  }
}

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1] ?? '.')).href) ready();

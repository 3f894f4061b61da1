// Puts the packages that stay outside the bundle, with what they need, into dist/node_modules: dist/ then runs by
// itself, in a fifth of the room that all packages take.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CARRIED } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'dist/node_modules');

/** Where a package finds another, as Node looks it up. */
function locate(name, from) {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}

const seen = new Set();

function carry(name, from) {
  const folder = locate(name, from);
  // An optional package of another platform is not there, and nobody asks for it.
  if (!folder || seen.has(folder)) return;
  seen.add(folder);
  const place = path.relative(path.join(root, 'node_modules'), folder);
  cpSync(folder, path.join(target, place), { recursive: true, verbatimSymlinks: true });
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) carry(needed, folder);
}

rmSync(target, { recursive: true, force: true });
for (const name of CARRIED) carry(name, root);
console.log(`Carried ${seen.size} packages into dist/node_modules: ${readdirSync(target).join(', ')}`);

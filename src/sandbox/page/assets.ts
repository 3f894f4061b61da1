import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Assets {
  script: string;
  style: string;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the page's browser code, in memory; takes some tens of milliseconds. */
export async function buildAssets(): Promise<Assets> {
  const [bundle, style] = await Promise.all([
    build({
      entryPoints: [here('./client/main.tsx')],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    }),
    Promise.all(
      ['base', 'conversation', 'blocks', 'panels'].map((name) => readFile(here(`./client/${name}.css`), 'utf8')),
    ),
  ]);
  return { script: bundle.outputFiles[0]?.text ?? '', style: style.join('\n') };
}

// Bundles each engine's page for production, and says its form in its dialect.

import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import type { Dialect } from './dialects.ts';
import { questions } from './questions.ts';
import type { Files } from './serve.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const OPTIONS = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2023',
  write: false,
  legalComments: 'none',
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  // Fonts and pictures inside style sheets; none is needed to draw lines of text.
  loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.svg': 'dataurl' },
} as const;

/** Everything that `pages/{name}.ts` needs, as a server would serve it. */
export async function bundle(name: string, dialect: Dialect): Promise<Files> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [here(`pages/${name}.ts`)], outdir: '/' });
  const files: Files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const style = files.has(`/${name}.css`) ? `<link rel="stylesheet" href="/${name}.css">` : '';
  files.set('/form.json', encode(JSON.stringify(dialect(questions()))));
  files.set(
    '/index.html',
    encode(`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="preload" href="/form.json" as="fetch" crossorigin>
${style}
<script type="module" src="/${name}.js"></script>
<div id="form"></div>
</html>
`),
  );
  return files;
}

/** The page's clock as a script of its own. */
export async function probe(): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [here('probe.ts')], format: 'iife' });
  const [file] = outputFiles;
  if (!file) throw new Error('The probe was not bundled.');
  return file.text;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

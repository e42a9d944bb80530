// In a service's folder, after its build: node ../../deploy/bundle.mjs
//
// Each program of the service (`dist/main.js`, `dist/**/*.main.js`) with all that it imports as few files under `bundle/`.
// Node reads three thousand modules in 0.9 s and 20 MB more than the same code in one file; a process that was killed is
// back the sooner, and seven processes on one machine are the smaller.
import { build } from 'esbuild';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';

/** Read from node_modules as they stand there: native code, data beside the code, or internals that are reached into. */
const apart = ['sharp', 'az', 'kafkajs'];

/** Asked for by Nest and the drivers only where somebody has installed them; we have not. */
const absent = [
  '@apollo/*',
  '@as-integrations/*',
  '@fastify/view',
  '@mercuriusjs/gateway',
  '@nestjs/microservices',
  '@nestjs/microservices/*',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@nestjs/websockets/*',
  'bufferutil',
  'class-transformer',
  'class-transformer/*',
  'class-validator',
  'pg-native',
  'ts-morph',
  'utf-8-validate',
];

/** Our code finds its files by `import.meta.url`: in the bundle too that is the place where the module was. */
const ownPlaces = {
  name: 'own places',
  setup({ initialOptions: { outdir }, onLoad }) {
    onLoad({ filter: /\/(libs|services)\/[^/]+\/dist\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const place = `new URL(${JSON.stringify(relative(outdir, path))}, import.meta.url).href`;
      return { contents: code.replaceAll('import.meta.url', place), resolveDir: dirname(path) };
    });
  },
};

/** Modules of the old kind expect these names. */
const common = [
  `import { createRequire as requireFrom } from 'node:module';`,
  'const require = requireFrom(import.meta.url);',
  'const { filename: __filename, dirname: __dirname } = import.meta;',
].join('\n');

const { outputFiles } = await build({
  entryPoints: globSync('dist/**/{main,*.main}.js'),
  entryNames: '[name]',
  outdir: `${process.cwd()}/bundle`,
  bundle: true,
  // What several programs of a service share is there once.
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Nest tells its parts by their classes' names.
  keepNames: true,
  // But short lines, so that the place in an error's stack says something.
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: 'none',
  banner: { js: common },
  external: [...apart, ...absent],
  plugins: [ownPlaces],
  logLevel: 'warning',
  write: false,
});

await rm('bundle', { recursive: true, force: true });
await mkdir('bundle');
// Of regular expressions esbuild keeps letters as they are. A single one of them and Node holds two bytes for each
// character of the file.
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, ascii(text))));

// In a service's folder, after its build: node ../../deploy/bundle.mjs
//
// Each program of the service (`dist/main.js`, `dist/**/*.main.js`) with all that it imports as few files under `bundle/`.
// Node reads three thousand modules in 0.9 s and with 20 MB more than the same code in a few files: a process that was
// killed is back the sooner, and seven processes on one machine are the smaller. Our own code stands apart from the
// libraries', which stays under a `node_modules`: so a place in an error's stack still says whose it is.
import { build } from 'esbuild';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Read from the installed packages as they stand there: native code, data beside the code, internals reached into. */
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

const OUT = join(process.cwd(), 'bundle');
const LIBRARIES = 'node_modules';
/** Other libraries' code expects it to have run before theirs. */
const FIRST = 'reflect-metadata';
const fileOf = (path) => `${path.replaceAll('/', '+')}.mjs`;
/** What our code imports, and what it imports only when it is needed: packages or their parts. */
const imported = new Set();
const lazy = new Set();

/** Ours is what is not under `node_modules`. It finds its files by `import.meta.url`, in the bundle as in the module. */
const ours = {
  name: 'ours',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@otklik/') || isBuiltin(path) || apart.includes(path))
        return undefined;
      (kind === 'dynamic-import' ? lazy : imported).add(path);
      return { path: `./${LIBRARIES}/${fileOf(path)}`, external: true };
    });
    onLoad({ filter: /\/(libs|services)\/[^/]+\/dist\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const place = `new URL(${JSON.stringify(relative(OUT, path))}, import.meta.url).href`;
      return { contents: code.replaceAll('import.meta.url', place), resolveDir: dirname(path) };
    });
  },
};

/**
 * Entries of ours that stand for libraries. All that is imported at once is one file, in the order in which it would have
 * been read: parted, their classes would be looked at before they are there.
 */
const libraries = (entries) => ({
  name: 'libraries',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^/ }, ({ path, kind }) =>
      kind === 'entry-point' ? { path, namespace: 'library' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'library' }, ({ path }) => ({
      contents: entries.get(path),
      resolveDir: process.cwd(),
    }));
  },
});

/** The names under which a program imports from each file of a library. */
function namesIn(programs) {
  const names = new Map([...imported].map((path) => [fileOf(path), new Set()]));
  const imports =
    /^(?:import|export) (?:(\w+|\* as \w+)(?:, )?)?(?:\{([^}]*)\} )? ?from "\.\/node_modules\/([^"]+)";$/gm;
  for (const { text } of programs)
    for (const [, whole, parts = '', file] of text.matchAll(imports)) {
      if (whole) names.get(file).add(whole.startsWith('*') ? '*' : 'default');
      for (const part of parts.split(',').filter((one) => one.trim()))
        names.get(file).add(part.trim().split(' as ')[0]);
    }
  return names;
}

/** Modules of the old kind expect these names. */
const common = [
  `import { createRequire as requireFrom } from 'node:module';`,
  'const require = requireFrom(import.meta.url);',
  'const { filename: __filename, dirname: __dirname } = import.meta;',
].join('\n');

const together = {
  bundle: true,
  // What several programs, or several libraries, share is there once.
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  // Nest tells its parts by their classes' names.
  keepNames: true,
  legalComments: 'none',
  external: [...apart, ...absent],
  logLevel: 'warning',
  write: false,
};

const own = await build({
  ...together,
  entryPoints: globSync('dist/**/{main,*.main}.js'),
  entryNames: '[name]',
  outdir: OUT,
  banner: { js: `import './${LIBRARIES}/${fileOf(FIRST)}';` },
  plugins: [ours],
});
const names = namesIn(own.outputFiles);
const ALL = 'libraries';
const all = [`import '${FIRST}';`];
/** The file that our code names → what it hands on. */
const handed = new Map([[fileOf(FIRST), `import './${ALL}.mjs';`]]);
for (const [at, path] of [...imported].entries()) {
  const used = [...names.get(fileOf(path))];
  const mine = (name) => (name === '*' ? `m${at}` : `m${at}_${name}`);
  if (used.includes('*')) throw new Error(`${path} is imported as a whole: name what is needed of it.`);
  all.push(
    used.length > 0
      ? `export { ${used.map((name) => `${name} as ${mine(name)}`).join(', ')} } from '${path}';`
      : `import '${path}';`,
  );
  handed.set(
    fileOf(path),
    used.length > 0
      ? `export { ${used.map((name) => `${mine(name)} as ${name}`).join(', ')} } from './${ALL}.mjs';`
      : `import './${ALL}.mjs';`,
  );
}
const entries = new Map([[ALL, all.join('\n')]]);
for (const path of lazy) {
  if (imported.has(path)) continue;
  const found = Object.keys(await import(path)).filter((name) => name !== 'module.exports');
  entries.set(path, `export { ${found.join(', ')} } from '${path}';`);
}
const others = await build({
  ...together,
  entryPoints: [...entries.keys()].map((path) => ({ in: path, out: fileOf(path).slice(0, -'.mjs'.length) })),
  outdir: join(OUT, LIBRARIES),
  outExtension: { '.js': '.mjs' },
  minifyWhitespace: true,
  lineLimit: 120,
  banner: { js: common },
  plugins: [libraries(entries)],
});
const handing = [...handed].map(([file, text]) => ({ path: join(OUT, LIBRARIES, file), text: `${text}\n` }));

// Letters that are none of ASCII stand in comments and regular expressions only; a single one of them and Node holds two
// bytes for each character of the file.
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
await rm(OUT, { recursive: true, force: true });
await mkdir(join(OUT, LIBRARIES), { recursive: true });
await Promise.all(
  [...own.outputFiles, ...others.outputFiles, ...handing].map(({ path, text }) => writeFile(path, ascii(text))),
);

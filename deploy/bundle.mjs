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
/** Nest's packages read each other in rings: only in one file do they come in their order, behind what all of them need. */
const NEST = 'nest';
const FIRST = 'reflect-metadata';
const ofNest = (path) => path === FIRST || path.startsWith('@nestjs/');
const fileOf = (path) => path.replaceAll('/', '+');
/** What our code imports, and what it imports only when it is needed: packages or their parts. */
const imported = new Set([FIRST]);
const lazy = new Set();

/** Ours is what is not under `node_modules`. It finds its files by `import.meta.url`, in the bundle as in the module. */
const ours = {
  name: 'ours',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@otklik/') || isBuiltin(path) || apart.includes(path))
        return undefined;
      (kind === 'dynamic-import' ? lazy : imported).add(path);
      return { path: `./${LIBRARIES}/${fileOf(path)}.mjs`, external: true };
    });
    onLoad({ filter: /\/(libs|services)\/[^/]+\/dist\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const place = `new URL(${JSON.stringify(relative(OUT, path))}, import.meta.url).href`;
      return { contents: code.replaceAll('import.meta.url', place), resolveDir: dirname(path) };
    });
  },
};

/** Entries of ours that stand for libraries: name → text. */
const standingFor = (entries) => ({
  name: 'standing for libraries',
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

/**
 * `node:http` hands out undici's parts by getters, and an `import` of it calls every one of them (24 ms of a start for what
 * nobody uses here); a `require` does not.
 */
const httpByRequire = {
  name: 'http by require',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'http', namespace: 'by-require' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'by-require' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}');`,
    }));
  },
};

/** What our code uses of each library: the rest of it is left out. */
function namesUsed(programs) {
  const used = new Map([...imported].map((path) => [fileOf(path), new Set()]));
  const imports = /^(?:import|export) (?:(\w+)(?:, )?)?(?:\{([^}]*)\})? ?from "\.\/node_modules\/([^"]+)\.mjs";$/gm;
  for (const { text } of programs) {
    const [star] = /^import \* as .* from "\.\/node_modules\/.*$/m.exec(text) ?? [];
    if (star) throw new Error(`Name what is needed of a library: ${star}`);
    for (const [, whole, parts = '', file] of text.matchAll(imports)) {
      if (whole) used.get(file).add('default');
      for (const part of parts.split(',').filter((one) => one.trim())) used.get(file).add(part.trim().split(' as ')[0]);
    }
  }
  return (path) => [...used.get(fileOf(path))];
}

const handsOn = (names, from) =>
  names.length > 0 ? `export { ${names.join(', ')} } from '${from}';` : `import '${from}';`;

/** The texts of the libraries' files: those that are bundled, and those that hand on what Nest's file holds. */
async function textsOf(namesOf) {
  const bundled = new Map();
  const handing = new Map();
  const nest = [];
  for (const [at, path] of [...imported].entries()) {
    const names = namesOf(path);
    if (!ofNest(path)) bundled.set(path, handsOn(names, path));
    else {
      nest.push(
        handsOn(
          names.map((name) => `${name} as m${at}_${name}`),
          path,
        ),
      );
      handing.set(
        path,
        handsOn(
          names.map((name) => `m${at}_${name} as ${name}`),
          `./${NEST}.mjs`,
        ),
      );
    }
  }
  bundled.set(NEST, nest.join('\n'));
  for (const path of lazy) {
    if (imported.has(path)) continue;
    const names = Object.keys(await import(path)).filter((name) => name !== 'module.exports');
    bundled.set(path, handsOn(names, path));
  }
  return { bundled, handing };
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
  plugins: [ours],
});
const { bundled, handing } = await textsOf(namesUsed(own.outputFiles));
const libraries = await build({
  ...together,
  entryPoints: [...bundled.keys()].map((path) => ({ in: path, out: fileOf(path) })),
  outdir: join(OUT, LIBRARIES),
  outExtension: { '.js': '.mjs' },
  minifyWhitespace: true,
  lineLimit: 120,
  banner: { js: common },
  plugins: [standingFor(bundled), httpByRequire],
});
const files = [...own.outputFiles, ...libraries.outputFiles];
for (const [path, text] of handing) files.push({ path: join(OUT, LIBRARIES, `${fileOf(path)}.mjs`), text });

// Names are kept for the sake of Nest, which reads those of classes. To name each arrow function each time that one is made
// would take a tenth of a service's time under load: who has his name already, or no prototype, is let be.
const naming = /(var __name ?= ?\(target, ?value\) ?=> ?)(?=__defProp\()/;
const onlyClasses = '$1target.name === value || !target.prototype ? target : ';
if (!files.some(({ text }) => naming.test(text))) throw new Error('esbuild names functions in another way now.');

// Letters that are none of ASCII stand in comments and regular expressions only; a single one of them and Node holds two
// bytes for each character of the file.
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
await rm(OUT, { recursive: true, force: true });
await mkdir(join(OUT, LIBRARIES), { recursive: true });
await Promise.all(files.map(({ path, text }) => writeFile(path, ascii(text.replace(naming, onlyClasses)))));

// In a service's folder, after its build: node ../../deploy/bundle.mjs
//
// Bundles each program of the service (`dist/main.js`, `dist/**/*.main.js`) with its imports into a few files under
// `bundle/`. Loading three thousand modules takes 0.9 s and 20 MB more per process. Our code and the libraries' are in
// separate files, the latter under `node_modules`, so that stack frames still show which code is ours.
import { build } from 'esbuild';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { UNBUNDLED as unbundled } from './bootstrap/packages.mjs';

/** Optional dependencies of Nest and the drivers, which are not installed. */
const notInstalled = [
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

/**
 * Packages that a library loads by a name which it computes, so that esbuild does not see it, and the library. They are in the bundle
 * under their names, where Node looks for them first: around it there is none (`bootstrap/packages.mjs`).
 */
const loadedByName = new Map([
  ['pg', 'typeorm'],
  ['@fastify/static', '@nestjs/platform-fastify'],
  ['strtok3', 'file-type'],
]);

const OUT = join(process.cwd(), 'bundle');
const LIBRARIES = 'node_modules';
/** Nest's packages import each other in cycles: only in one file do they load in the right order, after FIRST. */
const NEST = 'nest';
const FIRST = 'reflect-metadata';
const ofNest = (path) => path === FIRST || path.startsWith('@nestjs/');
const fileOf = (path) => path.replaceAll('/', '+');
/** Packages (or subpaths) that our code imports statically, and dynamically. */
const imported = new Set([FIRST]);
const lazy = new Set();

/** Our code: not under `node_modules`. `import.meta.url` in it keeps naming the unbundled module. */
const ours = {
  name: 'ours',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@otklik/') || isBuiltin(path) || unbundled.includes(path))
        return undefined;
      (kind === 'dynamic-import' ? lazy : imported).add(path);
      return { path: `./${LIBRARIES}/${fileOf(path)}.mjs`, external: true };
    });
    onLoad({ filter: /\/(libs|services)\/[^/]+\/dist\/.*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const moduleUrl = `new URL(${JSON.stringify(relative(OUT, path))}, import.meta.url).href`;
      return { contents: code.replaceAll('import.meta.url', moduleUrl), resolveDir: dirname(path) };
    });
  },
};

/** Virtual entry points that re-export libraries: name → text. */
const virtualEntries = (entries) => ({
  name: 'virtual entries of libraries',
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
 * An `import` of `node:http` calls all its getters, some of which load undici (24 ms at each start, unused here); a
 * `require` does not.
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

/** The names that our code imports from each library: the rest is tree-shaken. */
function namesUsed(programs) {
  const used = new Map([...imported].map((path) => [fileOf(path), new Set()]));
  const imports = /^(?:import|export) (?:(\w+)(?:, )?)?(?:\{([^}]*)\})? ?from "\.\/node_modules\/([^"]+)\.mjs";$/gm;
  for (const { text } of programs) {
    const [star] = /^import \* as .* from "\.\/node_modules\/.*$/m.exec(text) ?? [];
    if (star) throw new Error(`Import names instead of a namespace: ${star}`);
    for (const [, whole, parts = '', file] of text.matchAll(imports)) {
      if (whole) used.get(file).add('default');
      for (const part of parts.split(',').filter((one) => one.trim())) used.get(file).add(part.trim().split(' as ')[0]);
    }
  }
  return (path) => [...used.get(fileOf(path))];
}

const reExport = (names, from) =>
  names.length > 0 ? `export { ${names.join(', ')} } from '${from}';` : `import '${from}';`;

/** Texts of the libraries' entry points: bundled ones, and ones that re-export from Nest's file. */
async function textsOf(namesOf) {
  const bundled = new Map();
  const reExporting = new Map();
  const nest = [];
  for (const [at, path] of [...imported].entries()) {
    const names = namesOf(path);
    if (!ofNest(path)) bundled.set(path, reExport(names, path));
    else {
      nest.push(
        reExport(
          names.map((name) => `${name} as m${at}_${name}`),
          path,
        ),
      );
      reExporting.set(
        path,
        reExport(
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
    bundled.set(path, reExport(names, path));
  }
  return { bundled, reExporting };
}

/** CommonJS modules expect these names. */
const commonJsGlobals = [
  `import { createRequire as requireFrom } from 'node:module';`,
  'const require = requireFrom(import.meta.url);',
  'const { filename: __filename, dirname: __dirname } = import.meta;',
].join('\n');

const shared = {
  bundle: true,
  // Code that several programs or libraries share is emitted once.
  splitting: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  // React renders the residents' pages; without it, its code for development is loaded and runs.
  define: { 'process.env.NODE_ENV': '"production"' },
  // Nest identifies providers by class names.
  keepNames: true,
  legalComments: 'none',
  external: [...unbundled, ...notInstalled],
  logLevel: 'warning',
  write: false,
};

const own = await build({
  ...shared,
  entryPoints: globSync('dist/**/{main,*.main}.js'),
  entryNames: '[name]',
  outdir: OUT,
  plugins: [ours],
});
const named = [...loadedByName].flatMap(([path, library]) =>
  imported.has(library) || lazy.has(library) ? [path] : [],
);
for (const path of named) if (!imported.has(path)) lazy.add(path);
const { bundled, reExporting } = await textsOf(namesUsed(own.outputFiles));
const libraries = await build({
  ...shared,
  entryPoints: [...bundled.keys()].map((path) => ({ in: path, out: fileOf(path) })),
  outdir: join(OUT, LIBRARIES),
  outExtension: { '.js': '.mjs' },
  minifyWhitespace: true,
  lineLimit: 120,
  banner: { js: commonJsGlobals },
  plugins: [virtualEntries(bundled), httpByRequire],
});
const files = [...own.outputFiles, ...libraries.outputFiles];
for (const [path, text] of reExporting) files.push({ path: join(OUT, LIBRARIES, `${fileOf(path)}.mjs`), text });
for (const path of named) {
  const beside = `${'../'.repeat(path.split('/').length)}${fileOf(path)}.mjs`;
  const hasDefault = /\bdefault\b/.test(bundled.get(path));
  // What `require` answers is the default, as the package itself has it.
  const text = hasDefault
    ? `import whole from '${beside}';\nexport { whole as default, whole as 'module.exports' };\n`
    : '';
  files.push({
    path: join(OUT, LIBRARIES, path, 'package.json'),
    text: '{ "type": "module", "exports": "./index.js" }\n',
  });
  files.push({ path: join(OUT, LIBRARIES, path, 'index.js'), text: `export * from '${beside}';\n${text}` });
}

// keepNames is needed for classes only. Naming each arrow function at its creation costs a tenth of a service's time under
// load, so functions without a prototype, or with the right name, are skipped.
const naming = /(var __name ?= ?\(target, ?value\) ?=> ?)(?=__defProp\()/;
const onlyClasses = '$1target.name === value || !target.prototype ? target : ';
if (!files.some(({ text }) => naming.test(text)))
  throw new Error('The helper by which esbuild names functions has changed.');

// Non-ASCII characters are escaped, because V8 stores a source with a single one of them as two bytes per character.
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
await rm(OUT, { recursive: true, force: true });
for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(folder, { recursive: true });
await Promise.all(files.map(({ path, text }) => writeFile(path, ascii(text.replace(naming, onlyClasses)))));

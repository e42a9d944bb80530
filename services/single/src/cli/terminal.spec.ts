import { expect, it } from '@jest/globals';
import { build, type Metafile } from 'esbuild';
import { join } from 'node:path';

/** Seldom run, or on files alone. */
const MAY_LOAD_LIBRARIES = [
  ...[
    'calendar',
    'classifier',
    'client',
    'district',
    'keys',
    'official',
    'replay',
    'restore',
    'term',
    'trail',
    'verify-backup',
  ],
  // They load these only where the services run.
  ...['import-appeals', 'erase-visitor', 'take-backup', 'take-in-journal', 'take-in-pos', 'verify-all', 'blocked-keys'],
  ...['clean-up', 'operations', 'owner-logs', 'status-facts', 'end-retention', 'mend-from-logs', 'replay-ledger'],
  ...['report-review', 'report-sstu'],
];

const outputs = (await bundled()).outputs;

/** As `deploy/bundle.mjs` does it, from the sources. */
async function bundled(): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'cli.main.ts')],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: '/bundle',
    logLevel: 'error',
    format: 'esm',
    platform: 'node',
    conditions: ['@otklik/source'],
    plugins: [
      {
        name: 'libraries stay outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@otklik/') ? undefined : { path, external: true },
          ),
      },
    ],
  });
  return metafile;
}

/** Packages that are loaded with the module, beside those of Node.js. */
function librariesOf(file: string): readonly string[] {
  const files = new Set([file]);
  const libraries = new Set<string>();
  for (const one of files)
    for (const { path, kind, external } of outputs[one]!.imports) {
      if (kind !== 'import-statement' || path.startsWith('node:')) continue;
      if (external) libraries.add(path);
      else files.add(path);
    }
  return [...libraries];
}

it('loads no library but that of its arguments beside a running instance, which does the work', () => {
  const loaded: Record<string, readonly string[]> = {};
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    const name = /src\/cli\/([\w-]+)(?:\.main)?\.ts$/.exec(entryPoint ?? '')?.[1];
    if (name === undefined || MAY_LOAD_LIBRARIES.includes(name)) continue;
    loaded[name] = librariesOf(file).filter((library) => library !== 'commander');
  }
  expect(Object.keys(loaded)).toEqual(
    expect.arrayContaining(['cli', 'import', 'verify', 'rebuild', 'erase', 'backup']),
  );
  expect(Object.entries(loaded).filter(([, libraries]) => libraries.length > 0)).toEqual([]);
});

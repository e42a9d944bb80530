import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const MAX_FIRST_ROUTE_BYTES = 229 * 1024;
/** What a screen may add that is opened later. */
const MAX_SCREEN_BYTES = 62 * 1024;

/** What the public map of a district adds to its page: of a page for all to read, which works without it. */
const MAX_PUBLIC_MAP_BYTES = 4 * 1024;

/**
 * The library of the vector map, which draws tiles on the graphics card and cannot be had in parts. Only a browser that shows
 * the map of a district whose administrator put a file in loads it; its worker is a file of its own.
 */
const MAP_LIBRARY = { name: 'parts/vector-map/vector-map.ts', bytes: 320 * 1024, workerBytes: 170 * 1024 };

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const browser = new URL('../dist/browser/', import.meta.url);
// `nx build @otklik/web` makes it; `npm test` builds everything first.
const chunks = JSON.parse(readFileSync(new URL('.vite/manifest.json', browser), 'utf8')) as Record<string, Chunk>;

/** Script files of these entries with all that they import at once. */
function filesOf(...entries: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return files;
}

function compressed(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, browser)), { level: 9 }).length, 0);
}

const first = filesOf('index.html', 'desk/worklist/worklist.tsx');

it('the worklist as the first route loads no more script than the budget', () => {
  expect(first.size).toBeGreaterThan(1);
  expect(compressed(first)).toBeLessThanOrEqual(MAX_FIRST_ROUTE_BYTES);
});

it.each(Object.keys(chunks).filter((name) => /^(desk|analysis)\/.*\.tsx$/.test(name)))(
  'the screen %s adds no more script than the budget',
  (name) => {
    const more = [...filesOf(name)].filter((file) => !first.has(file));
    expect(compressed(more)).toBeLessThanOrEqual(MAX_SCREEN_BYTES);
  },
);

it('the library of the vector map is loaded by its screen on demand alone, and no other code is as large', () => {
  const { name, bytes, workerBytes } = MAP_LIBRARY;
  const library = [...filesOf(name)].filter((file) => !first.has(file));
  expect(compressed(library)).toBeLessThanOrEqual(bytes);
  const own = chunks[name]!.file;
  const others = Object.keys(chunks).filter((other) => other !== name && filesOf(other).has(own));
  expect(others).toEqual([]);
  const workers = Object.values(chunks).filter(({ file }) => file.endsWith('.mjs'));
  expect(workers).toHaveLength(1);
  expect(compressed(workers.map(({ file }) => file))).toBeLessThanOrEqual(workerBytes);
});

it('the public map loads a few kB before its button is pressed', () => {
  expect(compressed(filesOf('resident/map.ts'))).toBeLessThanOrEqual(MAX_PUBLIC_MAP_BYTES);
});

it('is React as it is made for production', () => {
  const scripts = Object.values(chunks).filter(({ file }) => file.endsWith('.js'));
  expect(scripts.filter(({ file }) => readFileSync(new URL(file, browser), 'utf8').includes('jsxDEV'))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';

const MAX_FIRST_ROUTE_BYTES = 223 * 1024;
/** What a screen may add that is opened later. */
const MAX_SCREEN_BYTES = 61 * 1024;

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

it('is React as it is made for production', () => {
  const scripts = Object.values(chunks).filter(({ file }) => file.endsWith('.js'));
  expect(scripts.filter(({ file }) => readFileSync(new URL(file, browser), 'utf8').includes('jsxDEV'))).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mutants } from '../mutants/mutants.js';

/** Paths in backquotes that begin at the root of the repository; `<name>` and `*` stand for any name. */
function pathsIn(file: string): readonly string[] {
  const quoted = [...readFileSync(file, 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
  return quoted.filter((text) => /^(services|libs|deploy|test|docs)\/\S+$/.test(text));
}

/** `{ru,en}` and `<name>` as patterns; a new thing's own folder does not exist yet, but its parents do. */
function exists(path: string): boolean {
  if (existsSync(path)) return true;
  const pattern = path.replace(/<[^>]+>/g, '*').replace(/\/$/, '');
  return globSync(pattern).length > 0;
}

const checked = ['docs/architecture.md', 'docs/recipes.md', 'docs/guarantees.md', 'README.md', 'docs/operations.md'];

describe.each(checked)('%s', (file) => {
  it('names only paths that exist', () => {
    const paths = pathsIn(file);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });
});

const documents = [...globSync('docs/**/*.md'), ...globSync('{services,libs,deploy}/*/README.md'), 'README.md'];

it.each(documents)('%s links only to files that exist', (file) => {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!);
  const local = links.filter((link) => !/^https?:/.test(link));
  expect(local.filter((link) => !existsSync(`${folder}/${link}`))).toEqual([]);
});

it('docs/guarantees.md names only benches, scenarios and mutants that exist', () => {
  const text = readFileSync('docs/guarantees.md', 'utf8');
  const commands = [...text.matchAll(/`npm run ([\w:]+) -- ([^`]+)`/g)];
  const named = (script: string) => commands.filter(([, name]) => name === script).map(([, , args]) => args!);
  const benches = named('bench').map((args) => args.split(' ')[0]!);
  expect(benches.filter((name) => !existsSync(`test/load/${name}.bench.ts`))).toEqual([]);
  const chaos = readFileSync('test/chaos/chaos.ts', 'utf8');
  const scenarios = named('test:chaos').flatMap((args) => args.match(/\b[a-z]+(-[a-z]+)+\b/g) ?? []);
  expect(scenarios.filter((name) => !chaos.includes(`'${name}': {`))).toEqual([]);
  const parts = named('test:mutants').map((args) => args.replaceAll('"', ''));
  expect(parts.filter((part) => !mutants.some(({ name }) => name.includes(part)))).toEqual([]);
  expect([benches.length > 0, scenarios.length > 0, parts.length > 0]).toEqual([true, true, true]);
});

import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';

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

describe.each(['docs/architecture.md', 'docs/recipes.md', 'README.md', 'docs/operations.md'])('%s', (file) => {
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

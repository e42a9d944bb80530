import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const WITH_PACKAGES = 'deploy/bootstrap/with-packages.mjs';

/** What a script runs first, without variables, and without Node's own flags that have a value in them. */
function begins(script: string): readonly string[] {
  const [first = ''] = script.split('&&');
  const words = first
    .trim()
    .split(/\s+/)
    .filter((word) => !/^[A-Z_]+=/.test(word));
  return words.filter((word) => !/^--[\w-]+=/.test(word));
}

/** Imports of a program of the checkout, and of what it imports statically, that are no part of the checkout. */
function packagesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?:[^;]*? from )?'([^']+)'/gm)].map(
    ([, path]) => path!,
  );
  const inside = imports
    .filter((path) => path.startsWith('.'))
    .flatMap((path) => packagesOf(join(dirname(file), path), seen));
  return [...imports.filter((path) => !/^(\.|node:)/.test(path)), ...inside];
}

it.each(Object.entries(scripts))('npm run %s begins by nothing that `npm start` removes', (_, script) => {
  const [program, file, set] = begins(script);
  if (program === 'npm')
    return expect(scripts[script.split(/\s+/).find((word) => scripts[word] !== undefined) ?? '']).toBeDefined();
  expect(program).toBe('node');
  if (file === WITH_PACKAGES) expect(['build', 'all']).toContain(set);
  // The bundle has a test of its own.
  else if (!file!.includes('/bundle/')) expect(packagesOf(join(ROOT, file!))).toEqual([]);
});

it('runs a command as it is, with its output, its arguments and its exit code', () => {
  const code = `console.log(process.argv.slice(1).join()); process.exit(3)`;
  const ran = spawnSync(process.execPath, [WITH_PACKAGES, 'build', 'node', '-e', code, '--', 'one', 'two words'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([ran.status, ran.stdout]).toEqual([3, 'one,two words\n']);
});

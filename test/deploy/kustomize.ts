import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** An object of Kubernetes as data. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

type Value = unknown;
type Fields = Readonly<Record<string, Value>>;

interface Image {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
}

interface Kustomization {
  readonly namespace?: string;
  readonly resources: readonly string[];
  readonly components?: readonly string[];
  readonly patches?: readonly { readonly path: string; readonly target?: { readonly kind: string } }[];
  readonly images?: readonly Image[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly generatorOptions?: { readonly disableNameSuffixHash: true };
}

const SUPPORTED_FIELDS = [
  ...['apiVersion', 'kind', 'namespace', 'resources', 'components', 'patches', 'images'],
  ...['configMapGenerator', 'generatorOptions'],
];
/** The merge keys of lists that a patch merges into; other lists are replaced. */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  volumes: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
  envFrom: '',
};

/** The output of `kubectl kustomize <folder>`, for the part of its language that our files use. Throws at any other. */
export function build(folder: string): readonly Resource[] {
  return accumulated(folder, []);
}

/** A component adds to what came before it, and patches that, too. */
function accumulated(folder: string, before: readonly Resource[]): readonly Resource[] {
  const [kustomization] = documents<Kustomization & Fields>(join(folder, 'kustomization.yaml'));
  const unsupported = Object.keys(kustomization!).filter((key) => !SUPPORTED_FIELDS.includes(key));
  if (unsupported.length > 0) throw new Error(`${folder}: ${unsupported.join(', ')} is not supported`);
  const { resources, namespace, components = [], patches = [], images = [] } = kustomization!;
  const own = resources.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? [...build(path)] : documents<Resource>(path);
  });
  let found: readonly Resource[] = [...before, ...own];
  for (const name of components) found = accumulated(join(folder, name), found);
  found = [...found, ...generated(folder, kustomization!)];
  for (const { path, target } of patches)
    for (const patch of documents<Resource>(join(folder, path))) found = patched(found, patch, target?.kind);
  return found.map((one) => placed(withImages(one, images) as Resource, namespace));
}

/** Config maps of files, under their plain names. */
function generated(folder: string, { configMapGenerator = [], generatorOptions }: Kustomization): readonly Resource[] {
  if (configMapGenerator.length > 0 && generatorOptions?.disableNameSuffixHash !== true)
    throw new Error(`${folder}: names with a hash are not supported`);
  return configMapGenerator.map(({ name, files }) => {
    const data = Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
  });
}

function documents<Document>(file: string): Document[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((one) => {
    if (one.errors[0]) throw one.errors[0];
    return one.toJS() as Document;
  });
}

/** A patch with a target kind applies to all objects of the kind; else to the one of its name, which must exist. */
function patched(all: readonly Resource[], patch: Resource, kind: string | undefined): readonly Resource[] {
  const isTarget = (one: Resource): boolean =>
    kind === undefined ? one.kind === patch.kind && one.metadata.name === patch.metadata.name : one.kind === kind;
  if (!all.some(isTarget)) throw new Error(`a patch finds no ${kind ?? `${patch.kind} ${patch.metadata.name}`}`);
  const { metadata: _, ...rest } = patch;
  return all.map((one) => (isTarget(one) ? (merged(one, kind === undefined ? patch : rest) as Resource) : one));
}

function merged(base: Value, patch: Value, field = ''): Value {
  if (Array.isArray(base) && Array.isArray(patch)) return mergedLists(base as Fields[], patch as Fields[], field);
  if (!isFields(base) || !isFields(patch)) return patch;
  const changed = Object.entries(patch).map(([key, value]) => [
    key,
    key in base ? merged(base[key], value, key) : value,
  ]);
  return { ...base, ...(Object.fromEntries(changed) as Fields) };
}

function mergedLists(base: readonly Fields[], patch: readonly Fields[], field: string): Value {
  const key = MERGE_KEYS[field];
  if (!key) return patch;
  const known = new Set(base.map((one) => one[key]));
  const changed = base.map((one) => {
    const change = patch.find((other) => other[key] === one[key]);
    return change ? merged(one, change) : one;
  });
  return [...changed, ...patch.filter((one) => !known.has(one[key]))];
}

function isFields(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withImages(value: Value, images: readonly Image[]): Value {
  if (Array.isArray(value)) return value.map((one: Value) => withImages(one, images));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, held]) => {
    const image = key === 'image' ? images.find(({ name }) => String(held).startsWith(`${name}:`)) : undefined;
    return [key, image ? `${image.newName}:${image.newTag}` : withImages(held, images)];
  });
  return Object.fromEntries(entries) as Fields;
}

function placed(one: Resource, namespace: string | undefined): Resource {
  if (namespace === undefined || one.kind === 'Namespace') return one;
  return { ...one, metadata: { ...one.metadata, namespace } };
}

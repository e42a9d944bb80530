import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  print,
  visit,
  type GraphQLNamedType,
} from 'graphql';
import { asyncApi, messageName } from './asyncapi.js';
import { eventSample } from './event-sample.js';
import { enumerationsSdl } from './enumerations-sdl.js';
import { eventOwners, publishedBy } from './published-events.js';
import { schemaChangelog, undatedDeprecations, type VersionedSchema } from './schema-changelog.js';
import { compose, schemaFiles } from './schema.js';

/** The package's own folder, from `src` and from `dist` alike. */
const ROOT = new URL('../', import.meta.url);
const SUPERGRAPH = new URL('graphql/supergraph.graphql', ROOT);
const TYPES = new URL('src/generated/graphql.ts', ROOT);
const ENUMERATIONS = new URL('graphql/enumerations.graphql', ROOT);
const RELEASED = new URL('released/', ROOT);
const CHANGELOG = new URL('../../docs/schema-changelog.md', ROOT);
const ASYNCAPI = new URL('graphql/asyncapi.json', ROOT);

const options = {
  enumsAsTypes: true,
  immutableTypes: true,
  useTypeImports: true,
  defaultScalarType: 'unknown',
  strictScalars: true,
  scalars: { DateTime: 'string', Date: 'string', UUID: 'string' },
  // Null and undefined mean the same: a resolver may leave a field out, a caller an argument.
  maybeValue: 'T | null | undefined',
  inputMaybeValue: 'T | null | undefined',
};

/** TypeScript types of the schema. No network, no configuration file. */
export async function typesOf(sdl: string): Promise<string> {
  const text = await codegen({
    documents: [],
    schema: parse(sdl),
    filename: 'graphql.ts',
    config: options,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  return `// Made by \`npm run contracts\` from ../../graphql. Do not edit.\n${text}`;
}

export interface Stale {
  readonly file: string;
  readonly fresh: string;
}

/** The composed schema of the SDL files, with the enumerations as declared in the sources. Throws for a type without words. */
function freshSchema(): string {
  const written = schemaFiles().filter(({ name }) => name !== 'enumerations');
  const { sdl } = compose([...written, { name: 'enumerations', text: enumerationsSdl() }]);
  const bare = undescribed(sdl);
  if (bare.length > 0)
    throw new Error(`Describe in libs/contracts/graphql, in a line "…" before it: ${bare.join(', ')}`);
  const undated = undatedDeprecations(sdl);
  if (undated.length > 0)
    throw new Error(
      `Write @deprecated(reason: "since YYYY-MM-DD, use …, leaves not before YYYY-MM-DD"), half a year later: ${undated.join(', ')}`,
    );
  return sdl;
}

/** The schemas of the releases, the oldest first, without descriptions. */
export function releasedSchemas(): readonly VersionedSchema[] {
  return readdirSync(RELEASED)
    .map((file) => ({
      version: basename(file, '.graphql').slice(1),
      sdl: readFileSync(new URL(file, RELEASED), 'utf8'),
    }))
    .toSorted((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }));
}

/** Part of a release: its schema is what the changelog compares with from now on. */
export function freezeSchema(version: string): void {
  const bare = visit(parse(compose().sdl), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  writeFileSync(new URL(`v${version}.graphql`, RELEASED), `${print(bare)}\n`);
}

/** Everything that front-end programmers see in the schema. */
interface Described {
  readonly all: number;
  readonly without: readonly string[];
}

/** What has no description: types, fields, inputs' fields (`A.x`), arguments (`A.x(y)`) and values of enumerations. */
export function undescribed(sdl: string): readonly string[] {
  return described(sdl).without;
}

/** The root types are made of the owners' files and have no description of their own. */
export function described(sdl: string): Described {
  const schema = buildSchema(sdl);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type),
  );
  const parts = [...types.filter((type) => !roots.some((root) => root === type)).map(named), ...types.flatMap(partsOf)];
  return { all: parts.length, without: parts.filter((part) => !part.description).map(({ name }) => name) };
}

interface Part {
  readonly name: string;
  readonly description: string | null | undefined;
}

function named({ name, description }: Part): Part {
  return { name, description };
}

function partsOf(type: GraphQLNamedType): readonly Part[] {
  if (isEnumType(type)) return type.getValues().map((value) => within(type.name, value));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => within(type.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(type.name, field),
    ...field.args.map((arg) => ({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description })),
  ]);
}

function within(type: string, { name, description }: Part): Part {
  return { name: `${type}.${name}`, description };
}

/** Generated files whose content differs from what the sources give now. */
export async function staleFiles(): Promise<readonly Stale[]> {
  const sdl = freshSchema();
  const wanted = [
    { file: ENUMERATIONS, fresh: enumerationsSdl() },
    { file: SUPERGRAPH, fresh: sdl },
    { file: TYPES, fresh: await typesOf(sdl) },
    { file: ASYNCAPI, fresh: asyncApi() },
    { file: CHANGELOG, fresh: schemaChangelog([...releasedSchemas(), { version: 'Unreleased', sdl }]) },
    ...missingSamples(),
  ];
  return wanted
    .filter(({ file, fresh }) => committed(file) !== fresh)
    .map(({ file, fresh }) => ({ file: file.pathname, fresh }));
}

/** A sample is generated once and then frozen: later builds must still read it. */
function missingSamples(): readonly { readonly file: URL; readonly fresh: string }[] {
  return eventOwners.flatMap((owner) =>
    publishedBy(owner)
      .map((event) => ({ event, file: new URL(`samples/${messageName(event)}.json`, ROOT) }))
      .filter(({ file }) => committed(file) === '')
      .map(({ event, file }) => ({
        file,
        fresh: `${JSON.stringify(eventSample(owner.topic, event), undefined, 2)}\n`,
      })),
  );
}

/** Breaking changes from schema `before` to `after`, as sentences. */
export function breaks(before: string, after: string): readonly string[] {
  if (before === '') return [];
  return findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description);
}

/** The composed schema as it was committed; empty when there is none. */
export function committedSchema(): string {
  return committed(SUPERGRAPH);
}

/** Writes stale files. A change that breaks clients needs consent: `npm run contracts -- --breaking`. */
export async function writeStale(breaking: boolean): Promise<readonly string[]> {
  const broken = breaks(committedSchema(), freshSchema());
  if (broken.length > 0 && !breaking) {
    throw new Error(`The schema change breaks clients. If that is intended, add --breaking.\n${broken.join('\n')}`);
  }
  const stale = await staleFiles();
  for (const { file, fresh } of stale) writeFileSync(file, fresh);
  return stale.map(({ file }) => file);
}

function committed(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

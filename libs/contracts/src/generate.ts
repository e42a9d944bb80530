import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { buildSchema, findBreakingChanges, isIntrospectionType, isSpecifiedScalarType, parse } from 'graphql';
import { asyncApi, messageName } from './asyncapi.js';
import { eventSample } from './event-sample.js';
import { enumerationsSdl } from './enumerations-sdl.js';
import { eventOwners, publishedBy } from './published-events.js';
import { compose, schemaFiles } from './schema.js';

/** The package's own folder, from `src` and from `dist` alike. */
const ROOT = new URL('../', import.meta.url);
const SUPERGRAPH = new URL('graphql/supergraph.graphql', ROOT);
const TYPES = new URL('src/generated/graphql.ts', ROOT);
const ENUMERATIONS = new URL('graphql/enumerations.graphql', ROOT);
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
  return sdl;
}

/** Types, and fields of root types, without a description: front-end programmers see the schema only. */
export function undescribed(sdl: string): readonly string[] {
  const schema = buildSchema(sdl);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type) && !roots.some((root) => root === type),
  );
  const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
  return [...types, ...fields].filter(({ description }) => !description).map(({ name }) => name);
}

/** Generated files whose content differs from what the sources give now. */
export async function staleFiles(): Promise<readonly Stale[]> {
  const sdl = freshSchema();
  const wanted = [
    { file: ENUMERATIONS, fresh: enumerationsSdl() },
    { file: SUPERGRAPH, fresh: sdl },
    { file: TYPES, fresh: await typesOf(sdl) },
    { file: ASYNCAPI, fresh: asyncApi() },
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

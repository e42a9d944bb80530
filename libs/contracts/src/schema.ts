import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import {
  Kind,
  parse,
  print,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

export type Operation = 'Query' | 'Mutation' | 'Subscription';

/** One root field of the schema, which exactly one service answers. */
export interface RootField {
  readonly operation: Operation;
  readonly name: string;
  /** The service whose file declares it. */
  readonly owner: string;
  /** Roles of its `@access`; undefined without one, and then no process starts. */
  readonly roles: readonly string[] | undefined;
}

export interface SchemaFile {
  /** `intake` of `intake.graphql` */
  readonly name: string;
  readonly text: string;
}

export interface Composition {
  /** The whole schema as one text. */
  readonly sdl: string;
  readonly rootFields: readonly RootField[];
}

const FOLDER = new URL('../graphql/', import.meta.url);
const COMPOSED = 'supergraph.graphql';
const COMPOSITION = new URL('composition.json', import.meta.url);
const operations: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** The files of `libs/contracts/graphql`, by name. */
export function schemaFiles(): readonly SchemaFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql') && file !== COMPOSED)
    .sort()
    .map((file) => ({ name: basename(file, '.graphql'), text: readFileSync(new URL(file, FOLDER), 'utf8') }));
}

let whole: Composition | undefined;

/** The schema of `libs/contracts/graphql`, which a build has composed; that of other files where they are given. */
export function compose(files?: readonly SchemaFile[]): Composition {
  return files ? composeFiles(files) : (whole ??= composedByBuild() ?? composeFiles(schemaFiles()));
}

/** To compose takes as long as a fifth of the modules' loading. Sources that are not compiled have none beside them. */
function composedByBuild(): Composition | undefined {
  return existsSync(COMPOSITION) ? (JSON.parse(readFileSync(COMPOSITION, 'utf8')) as Composition) : undefined;
}

/** Part of the build, which begins with an empty `dist`. */
export function writeComposition(): void {
  writeFileSync(COMPOSITION, JSON.stringify(composeFiles(schemaFiles())));
}

/**
 * One schema of the files. Throws when two of them declare the same root field. Files only extend the root types, so that none
 * of them owns `Query`; the merge makes types of the extensions.
 */
function composeFiles(files: readonly SchemaFile[]): Composition {
  const documents = files.map((file) => ({ ...file, document: parse(file.text) }));
  const rootFields = documents.flatMap((file) => rootFieldsOf(file.name, file.document));
  const owners = new Map<string, string>();
  for (const { operation, name, owner } of rootFields) {
    const key = `${operation}.${name}`;
    const other = owners.get(key);
    if (other) throw new Error(`${key} has two owners: ${other} and ${owner}`);
    owners.set(key, owner);
  }
  const merged = mergeTypeDefs(
    documents.map(({ document }) => document),
    { throwOnConflict: true, convertExtensions: true },
  );
  return { sdl: `${print(merged)}\n`, rootFields };
}

/** A schema needs a query type (GraphQL §3.3.1). */
const nothingToRead: SchemaFile = {
  name: 'nothing',
  text: 'extend type Query { nothing: Boolean @access(roles: [ANYONE]) }',
};

/**
 * The schema of one service: its own root fields, and every type, because unreachable types are harmless.
 */
export function composePart(owner: string, files?: readonly SchemaFile[]): Composition {
  const { rootFields } = compose(files);
  const own = rootFields.filter((field) => field.owner === owner);
  const parts = (files ?? schemaFiles()).map(({ name, text }) =>
    name === owner ? { name, text } : { name, text: withoutRoots(text) },
  );
  const reads = own.some(({ operation }) => operation === 'Query');
  const { sdl } = compose([...parts, ...(reads ? [] : [nothingToRead])].filter(({ text }) => text !== ''));
  return { sdl, rootFields: own };
}

function withoutRoots(text: string): string {
  const document = parse(text);
  return print({ ...document, definitions: document.definitions.filter((node) => !isRootType(node)) });
}

function rootFieldsOf(owner: string, document: DocumentNode): RootField[] {
  return document.definitions.filter(isRootType).flatMap((type) =>
    (type.fields ?? []).map((field) => ({
      operation: type.name.value as Operation,
      name: field.name.value,
      owner,
      roles: accessOf(field),
    })),
  );
}

function isRootType(
  node: DocumentNode['definitions'][number],
): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  const isObject = node.kind === Kind.OBJECT_TYPE_EXTENSION || node.kind === Kind.OBJECT_TYPE_DEFINITION;
  return isObject && operations.includes(node.name.value);
}

function accessOf(field: FieldDefinitionNode): readonly string[] | undefined {
  const access = field.directives?.find((directive) => directive.name.value === 'access');
  const roles = access?.arguments?.find((argument) => argument.name.value === 'roles')?.value;
  if (roles?.kind !== Kind.LIST) return undefined;
  return roles.values.flatMap((value) => (value.kind === Kind.ENUM ? [value.value] : []));
}

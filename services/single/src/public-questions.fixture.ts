import type { FastifyInstance } from 'fastify';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Everything that can be asked by an address: the server's own list of them, with each of the ids in place of what varies. */
export function publicAddresses(fastify: FastifyInstance, district: string, ids: readonly string[]): readonly string[] {
  const patterns = patternsOf(fastify.printRoutes({ commonPrefix: false }));
  return [...new Set(patterns.flatMap((pattern) => addressesOf(pattern, district, ids)))];
}

/** Of a tree of routes those that answer GET. */
function patternsOf(tree: string): readonly string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const at = line.indexOf('── ');
    if (at < 0) return [];
    const [, part = '', methods = ''] = /── (\S*)(?: \((.*)\))?/u.exec(line) ?? [];
    const depth = Math.floor(at / 4);
    path.length = depth;
    path[depth] = part;
    return methods.split(', ').includes('GET') ? [path.join('')] : [];
  });
}

function addressesOf(pattern: string, district: string, ids: readonly string[]): readonly string[] {
  // A publication has a first photo, and no photo by the id of anything.
  const here = pattern
    .replace(':district', district)
    .replace('/published/:publication/:number', '/published/:publication/1');
  const varies = /:\w+|\*/u.test(here);
  return varies ? ids.map((id) => here.replaceAll(/:\w+|\*/gu, id)) : [here];
}

/** A document for each root field, with everything that it answers to some depth; an id that it asks for is `id`. */
export function documentsOf(schema: GraphQLSchema, district: string, id: string): readonly string[] {
  return Object.values(schema.getQueryType()!.getFields()).map(({ name, args, type }) => {
    const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${valueOf(arg.name, arg.type)}`);
    return `{ ${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selectionOf(type, 4)} }`;
  });

  function valueOf(name: string, type: GraphQLInputType): string {
    const inner = getNullableType(type);
    if (isListType(inner)) return `[${valueOf(name, inner.ofType as GraphQLInputType)}]`;
    if (isEnumType(inner)) return inner.getValues()[0]!.name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(isRequiredInputField);
      return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.name, field.type)}`).join(', ')} }`;
    }
    const written: Readonly<Record<string, string>> = { Int: '1', Boolean: 'true', Date: '"2026-12-01"' };
    if (name === 'district' || name === 'code') return `"${district}"`;
    return written[inner.name] ?? (inner.name === 'DateTime' ? '"2026-12-01T00:00:00.000Z"' : `"${id}"`);
  }
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named))
    return `{ ${named
      .getTypes()
      .map((one) => `... on ${one.name} ${selectionOf(one, depth - 1)}`)
      .join(' ')} }`;
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(
    ({ args, type: of }) => !args.some(isRequiredArgument) && (depth > 1 || !isObjectType(getNamedType(of))),
  );
  return `{ __typename ${fields.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`).join(' ')} }`;
}

import { compose, type RootField } from '@otklik/contracts/schema';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

export interface Operation {
  readonly field: RootField;
  /** `Query.appeals` */
  readonly name: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
  /** Names of all its arguments, those with a default as well. */
  readonly takes: readonly string[];
}

/** Values that a generated operation is filled with; ids that exist nowhere. */
export interface Filling {
  readonly district: string;
  readonly id?: string;
}

const NOBODY = '00000000-0000-7000-8000-000000000000';

/** One valid operation for each root field of the schema, filled so that only rights and existence can refuse it. */
export function everyOperation(filling: Filling): readonly Operation[] {
  const { sdl, rootFields } = compose();
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  return rootFields.map((field) => operationOf(schema, field, filling));
}

function operationOf(schema: GraphQLSchema, field: RootField, filling: Filling): Operation {
  const definition = schema.getType(field.operation) as { getFields(): Record<string, GraphQLField<unknown, unknown>> };
  const { args, type } = definition.getFields()[field.name]!;
  const given = args.filter((arg) => isNonNullType(arg.type));
  const head = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const call = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const variables = Object.fromEntries(given.map((arg) => [arg.name, valueOf(arg.name, arg.type, filling)]));
  const document = `${field.operation.toLowerCase()} ${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selectionOf(getNamedType(type))} }`;
  const takes = args.map((arg) => arg.name);
  return { field, name: `${field.operation}.${field.name}`, document, variables, takes };
}

function selectionOf(type: GraphQLNamedType): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) return '{ __typename ... on Refusal { code message } }';
  return '{ __typename }';
}

function valueOf(name: string, type: GraphQLInputType, filling: Filling): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, filling);
  if (isListType(type)) return [valueOf(name.replace(/s$/, ''), type.ofType, filling)];
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, valueOf(field.name, field.type, filling)]));
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isScalarType(type)) return scalarOf(name, type.name, filling);
  throw new TypeError(`No value for ${name}`);
}

function scalarOf(name: string, type: string, filling: Filling): unknown {
  switch (type) {
    case 'UUID':
      return name === 'key' ? crypto.randomUUID() : (filling.id ?? NOBODY);
    case 'Int':
      return 1;
    case 'Float':
      return 1.5;
    case 'Boolean':
      return true;
    case 'Date':
      return '2026-11-24';
    case 'DateTime':
      return '2026-11-24T00:00:00Z';
    default:
      return name === 'district' ? filling.district : 'слово';
  }
}

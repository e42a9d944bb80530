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
  /** Names of all its arguments, including those with a default. */
  readonly argumentNames: readonly string[];
}

/** Values of a generated operation's variables; without `id`, an id that does not exist. */
export interface OperationValues {
  readonly district: string;
  readonly id?: string;
}

const UNKNOWN_ID = '00000000-0000-7000-8000-000000000000';

/** One valid operation for each root field of the schema, which only rights or a missing object can refuse. */
export function everyOperation(values: OperationValues): readonly Operation[] {
  const { sdl, rootFields } = compose();
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  return rootFields.map((field) => operationOf(schema, field, values));
}

function operationOf(schema: GraphQLSchema, field: RootField, values: OperationValues): Operation {
  const definition = schema.getType(field.operation) as { getFields(): Record<string, GraphQLField<unknown, unknown>> };
  const { args, type } = definition.getFields()[field.name]!;
  const given = args.filter((arg) => isNonNullType(arg.type));
  const head = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const call = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const variables = Object.fromEntries(given.map((arg) => [arg.name, valueOf(arg.name, arg.type, values)]));
  const document = `${field.operation.toLowerCase()} ${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selectionOf(getNamedType(type))} }`;
  const argumentNames = args.map((arg) => arg.name);
  return { field, name: `${field.operation}.${field.name}`, document, variables, argumentNames };
}

function selectionOf(type: GraphQLNamedType): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) return '{ __typename ... on Refusal { code message } }';
  return '{ __typename }';
}

function valueOf(name: string, type: GraphQLInputType, values: OperationValues): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, values);
  if (isListType(type)) return [valueOf(name.replace(/s$/, ''), type.ofType, values)];
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, valueOf(field.name, field.type, values)]));
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isScalarType(type)) return scalarOf(name, type.name, values);
  throw new TypeError(`No value for ${name}`);
}

function scalarOf(name: string, type: string, values: OperationValues): unknown {
  switch (type) {
    case 'UUID':
      return name === 'key' ? crypto.randomUUID() : (values.id ?? UNKNOWN_ID);
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
      return name === 'district' ? values.district : 'слово';
  }
}

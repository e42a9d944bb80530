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
  /** Of an appeal: its receipt or registration. */
  readonly number?: string;
  /** Every field of the answers, five objects deep; else their type alone. */
  readonly isWhole?: true;
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
  const document = `${field.operation.toLowerCase()} ${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selectionOf(schema, getNamedType(type), values.isWhole ? WHOLE_DEPTH : 0)} }`;
  const argumentNames = args.map((arg) => arg.name);
  return { field, name: `${field.operation}.${field.name}`, document, variables, argumentNames };
}

const WHOLE_DEPTH = 5;

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) {
    const more = depth === 0 ? [] : type.getTypes().filter(({ name }) => name !== 'Refusal');
    const parts = more.map((one) => `... on ${one.name} ${selectionOf(schema, one, depth)}`);
    return `{ __typename ... on Refusal { code message } ${parts.join(' ')} }`;
  }
  if (depth === 0) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some((arg) => isNonNullType(arg.type)));
  const selected = fields.map((field) => `${field.name} ${selectionOf(schema, getNamedType(field.type), depth - 1)}`);
  return `{ __typename ${selected.join(' ')} }`;
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
      return textOf(name, values);
  }
}

function textOf(name: string, { district, number }: OperationValues): string {
  if (name === 'district') return district;
  return name === 'number' && number !== undefined ? number : 'слово';
}

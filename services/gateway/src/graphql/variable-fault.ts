import { Fault } from '@otklik/host/graphql';
import {
  coerceInputValue,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';

type Path = readonly (string | number)[];

interface Wrong {
  readonly path: Path;
  readonly value: unknown;
  readonly error: GraphQLError;
}

/** The first invalid variable: its path and, in our own words, what is wrong. Those of graphql-js repeat the value. */
export function variableFault(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
): Fault {
  for (const { type: node, variable, defaultValue } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    if (!(name in given)) {
      if (!defaultValue && isNonNullType(type)) return fault([name], `is missing: its type is "${String(type)}".`);
      continue;
    }
    const wrong = firstWrong(given[name], type);
    if (wrong) return described(name, type, wrong);
  }
  return new Fault('BAD_INPUT', 'variables', {}, 'The variables do not fit the operation.');
}

function fault(path: Path, reason: string): Fault {
  return new Fault('BAD_INPUT', path.join('.'), {}, `Variable "$${path.join('.')}" ${reason}`);
}

function firstWrong(value: unknown, type: GraphQLInputType): Wrong | undefined {
  const stop = new Error();
  let wrong: Wrong | undefined;
  try {
    coerceInputValue(value, type, (path, invalid, error) => {
      wrong = { path, value: invalid, error };
      throw stop;
    });
  } catch (error) {
    if (error !== stop) throw error;
  }
  return wrong;
}

function described(name: string, root: GraphQLInputType, { path, value, error }: Wrong): Fault {
  const at = [name, ...path];
  const type = typeAt(root, path);
  const item = itemOf(getNullableType(type));
  if (value === null || value === undefined) return fault(at, `must not be null: its type is "${String(type)}".`);
  if (isInputObjectType(item)) return ofObject(at, item, value);
  if (error.originalError instanceof Fault && error.originalError.reason)
    return fault(at, `is invalid: ${error.originalError.reason}`);
  if (isEnumType(item) && typeof value === 'string') return fault(at, `is no value of the enum "${item.name}".`);
  return fault(at, `must be of type "${String(type)}", and is ${kindOf(value)}.`);
}

/** A value that is no list counts as a list of one: its path has no index. */
function typeAt(root: GraphQLInputType, path: Path): GraphQLInputType {
  return path.reduce<GraphQLInputType>((type, step) => {
    const nullable = getNullableType(type);
    if (typeof step === 'number') return isListType(nullable) ? nullable.ofType : type;
    const object = itemOf(nullable);
    return isInputObjectType(object) ? object.getFields()[step]!.type : type;
  }, root);
}

function itemOf(type: GraphQLInputType): GraphQLInputType {
  return isListType(type) ? itemOf(getNullableType(type.ofType)) : type;
}

function ofObject(at: Path, type: GraphQLInputObjectType, value: unknown): Fault {
  if (typeof value !== 'object' || Array.isArray(value))
    return fault(at, `must be an object of type "${type.name}", and is ${kindOf(value)}.`);
  const given = value as Readonly<Record<string, unknown>>;
  const fields = type.getFields();
  const missing = Object.values(fields).find((field) => isRequiredInputField(field) && given[field.name] === undefined);
  if (missing) return fault([...at, missing.name], `is missing: its type is "${String(missing.type)}".`);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined && isName(unknown))
    return fault([...at, unknown], `is not defined by type "${type.name}".`);
  return fault(at, `has a field that type "${type.name}" does not define.`);
}

/** Other keys of a client's object may be anything, a person's data too, and of any length. */
function isName(key: string): boolean {
  return /^[_A-Za-z]\w{0,63}$/.test(key);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a number';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const ROOT = join(import.meta.dirname, '../..');
const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  DateTime: '2026-11-01T00:00:00.000Z',
};

interface Loaded {
  readonly schema: GraphQLSchema;
  /** By operation name. */
  readonly operations: ReadonlyMap<string, DocumentNode>;
}

let loaded: Loaded | undefined;

/**
 * The answer to an operation of the built desk: the given data, and in each further field that the operation selects what its
 * type has least of: null, an empty list, a zero. So the answer keeps to what the desk asks, whatever it asks tomorrow.
 */
export function filledAnswer(operationName: string, given: object): object {
  const { schema, operations } = (loaded ??= load());
  const document = operations.get(operationName);
  if (!document) throw new Error(`The desk has no operation ${operationName}.`);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  return new Filling(schema, fragments).object(schema.getRootType(operation.operation)!, given, operation.selectionSet);
}

function load(): Loaded {
  const schema = buildSchema(readFileSync(join(ROOT, 'libs/contracts/graphql/supergraph.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  const texts = JSON.parse(readFileSync(join(ROOT, 'services/web/dist/operations.json'), 'utf8')) as object;
  const operations = new Map<string, DocumentNode>();
  for (const text of Object.values(texts) as string[]) {
    const document = parse(text);
    for (const node of document.definitions)
      if (node.kind === Kind.OPERATION_DEFINITION) operations.set(node.name!.value, document);
  }
  return { schema, operations };
}

type Given = Readonly<Record<string, unknown>>;

class Filling {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  object(type: GraphQLObjectType, given: object, selected: SelectionSetNode): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    for (const selection of selected.selections) this.select(answer, type, given as Given, selection);
    return answer;
  }

  private select(
    answer: Record<string, unknown>,
    type: GraphQLObjectType,
    given: Given,
    selection: SelectionNode,
  ): void {
    if (selection.kind === Kind.FIELD) {
      const [name, key] = [selection.name.value, (selection.alias ?? selection.name).value];
      answer[key] =
        name === '__typename'
          ? type.name
          : this.value(type.getFields()[name]!.type, given[key], selection.selectionSet, answer[key]);
      return;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection;
    const on = fragment.typeCondition?.name.value ?? type.name;
    const applies = this.concrete(on).some(({ name }) => name === type.name);
    if (applies) for (const inner of fragment.selectionSet.selections) this.select(answer, type, given, inner);
  }

  /** `before`: of a fragment that selects other fields of the same object. */
  private value(type: GraphQLOutputType, given: unknown, selected?: SelectionSetNode, before?: unknown): unknown {
    if (given === undefined && !isNonNullType(type)) return null;
    if (given === null) return null;
    const wanted = getNullableType(type);
    if (isListType(wanted))
      return ((given ?? []) as readonly unknown[]).map((one, at) =>
        this.value(wanted.ofType as GraphQLOutputType, one, selected, (before as unknown[] | undefined)?.[at]),
      );
    if (isLeafType(wanted)) return given ?? leaf(wanted);
    const own = (given ?? {}) as Given;
    const named = getNamedType(wanted).name;
    const [concrete] = this.concrete(typeof own['__typename'] === 'string' ? own['__typename'] : named);
    return { ...(before as object | undefined), ...this.object(concrete!, own, selected!) };
  }

  private concrete(name: string): readonly GraphQLObjectType[] {
    const type = this.schema.getType(name)!;
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type as never);
  }
}

function leaf(type: GraphQLOutputType): unknown {
  if (isEnumType(type)) return type.getValues()[0]!.name;
  return SCALARS[String(type)] ?? '';
}

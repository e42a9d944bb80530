import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { Fault } from '@otklik/host/graphql';
import { fragmentsOf, type Fragments } from './shape.js';

/** The number of objects that an operation may return, by its variables. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/** Assumed length of a list without pages: questions of an appeal, lines of a history. */
const UNPAGED_LIST_SIZE = 5;
/** Bounds the walk: nested fragments multiply selections exponentially. */
const MAX_SELECTIONS = 5_000;

/**
 * Each object costs 1; the cost below a field with `first` or `last` is multiplied by the page size. Accepts an invalid document,
 * which validation refuses later. Throws `Fault('TOO_COMPLEX')` beyond `MAX_SELECTIONS`.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const root = schema.getRootType(operation.operation);
  return root ? new CostWalk(schema, fragmentsOf(document)).below(operation.selectionSet, root, false) : () => 0;
}

class CostWalk {
  private visited = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
  ) {}

  /** `paged`: lists directly below are counted already, by the page size of the parent field. */
  below(set: SelectionSetNode, type: GraphQLNamedType, paged: boolean): Cost {
    const costs = set.selections.map((node) => this.selection(node, type, paged));
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  }

  private selection(node: SelectionNode, type: GraphQLNamedType, paged: boolean): Cost {
    this.visited += 1;
    if (this.visited > MAX_SELECTIONS)
      throw new Fault('TOO_COMPLEX', 'query', {}, `More than ${MAX_SELECTIONS} selections with fragments spread.`);
    if (node.kind === Kind.FIELD) return this.field(node, type, paged);
    const part = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    return part ? this.below(part.selectionSet, this.conditionOf(part) ?? type, paged) : () => 0;
  }

  private conditionOf(part: InlineFragmentNode | FragmentDefinitionNode): GraphQLNamedType | undefined {
    return part.typeCondition ? this.schema.getType(part.typeCondition.name.value) : undefined;
  }

  private field(node: FieldNode, parent: GraphQLNamedType, paged: boolean): Cost {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return () => 0;
    const pageSize = pageSizeOf(node, field);
    const below = this.below(node.selectionSet, getNamedType(field.type), pageSize !== undefined);
    const assumed = isListType(getNullableType(field.type)) && !paged ? UNPAGED_LIST_SIZE : 1;
    return (variables) => (pageSize?.(variables) ?? assumed) * (1 + below(variables));
  }
}

const DEFAULT_PAGE_SIZE = 20;

/** The page's size: `first` or `last` as written, of a variable, or the default; undefined for a field without pages. */
function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Cost | undefined {
  if (!field.args.some(({ name }) => name === 'first')) return undefined;
  const [first, last] = [sizeOf(node, 'first'), sizeOf(node, 'last')];
  return (variables) => Math.max(first(variables), last(variables)) || DEFAULT_PAGE_SIZE;
}

/** 0 where the argument is not given. */
function sizeOf(node: FieldNode, argument: 'first' | 'last'): Cost {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value?.kind === Kind.INT) return () => Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return () => 0;
  return (variables) => {
    const given = variables[value.name.value];
    return typeof given === 'number' && given > 0 ? given : 0;
  };
}

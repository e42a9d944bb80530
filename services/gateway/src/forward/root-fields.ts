import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '../graphql/variables.js';
import type { Fragments } from '../graphql/shape.js';

/** One root field as it is written somewhere in the document, with the `@skip` and `@include` on the way to it. */
interface Occurrence {
  readonly node: FieldNode;
  readonly conditions: readonly (readonly DirectiveNode[])[];
}

/** One entry of the answer's `data`. */
export interface RootEntry {
  /** Alias, or name. */
  readonly key: string;
  /** Name in the schema. */
  readonly name: string;
  /** All places in the document that ask for it. */
  readonly nodes: readonly FieldNode[];
}

/** The entries of an operation's answer, for its variables, in their order. */
export type RootEntries = (variables: Variables) => readonly RootEntry[];

/** Root fields by the rules of execution (GraphQL §6.3.2). The document is valid, and its cost within the limit. */
export function rootEntries(operation: OperationDefinitionNode, fragments: Fragments): RootEntries {
  const all = occurrences(operation.selectionSet, fragments, []);
  if (all.every(({ conditions }) => conditions.length === 0)) {
    const entries = gathered(all);
    return () => entries;
  }
  return (variables) => gathered(all.filter(({ conditions }) => conditions.every((on) => holds(on, variables))));
}

function occurrences(set: SelectionSetNode, fragments: Fragments, above: Occurrence['conditions']): Occurrence[] {
  return set.selections.flatMap((node) => {
    const conditions = node.directives?.length ? [...above, node.directives] : above;
    if (node.kind === Kind.FIELD) return [{ node, conditions }];
    const inner = innerOf(node, fragments);
    return inner ? occurrences(inner, fragments, conditions) : [];
  });
}

export function innerOf(node: Exclude<SelectionNode, FieldNode>, fragments: Fragments): SelectionSetNode | undefined {
  return node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
}

function holds(directives: readonly DirectiveNode[], variables: Variables): boolean {
  const on = { directives };
  const skipped = getDirectiveValues(GraphQLSkipDirective, on, variables)?.['if'] === true;
  return !skipped && getDirectiveValues(GraphQLIncludeDirective, on, variables)?.['if'] !== false;
}

/** A fragment that is spread twice asks once. */
function gathered(all: readonly Occurrence[]): readonly RootEntry[] {
  const nodes = new Map<string, Set<FieldNode>>();
  for (const { node } of all) {
    const key = node.alias?.value ?? node.name.value;
    nodes.set(key, (nodes.get(key) ?? new Set()).add(node));
  }
  return [...nodes].map(([key, asked]) => ({ key, name: [...asked][0]!.name.value, nodes: [...asked] }));
}

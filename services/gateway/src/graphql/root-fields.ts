import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { RootField } from '@otklik/contracts/schema';
import { Fault } from '@otklik/host/graphql';
import type { Fragments } from './shape.js';

/** One entry of the answer's `data`. */
export interface RootEntry {
  /** Alias, or name. */
  readonly key: string;
  /** Name in the schema. */
  readonly name: string;
  /** All nodes of the document that select it. */
  readonly nodes: readonly FieldNode[];
}

export interface RootSelection {
  readonly entries: readonly RootEntry[];
  /** Variables decide by `@skip` or `@include` which of the entries are selected. */
  readonly isConditional: boolean;
}

/** The edge itself: it answers introspection, and `__typename` where no other field is selected. */
export const EDGE = 'gateway';

/** The document is within its limits: no fragment contains itself. */
export function rootSelection({ selectionSet }: OperationDefinitionNode, fragments: Fragments): RootSelection {
  const selections = [...selected(selectionSet, fragments, new Set())];
  const nodes = new Map<string, FieldNode[]>();
  for (const node of selections) {
    if (node.kind !== Kind.FIELD) continue;
    const key = node.alias?.value ?? node.name.value;
    nodes.set(key, [...(nodes.get(key) ?? []), node]);
  }
  const entries = [...nodes].map(([key, found]) => ({ key, name: found[0]!.name.value, nodes: found }));
  return { entries, isConditional: selections.some(({ directives = [] }) => directives.length > 0) };
}

/** Root fields and the fragments around them; a fragment that is spread twice is followed once. */
function* selected(set: SelectionSetNode, fragments: Fragments, seen: Set<string>): Generator<SelectionNode> {
  for (const node of set.selections) {
    yield node;
    if (node.kind === Kind.INLINE_FRAGMENT) yield* selected(node.selectionSet, fragments, seen);
    if (node.kind !== Kind.FRAGMENT_SPREAD || seen.has(node.name.value)) continue;
    const fragment = fragments.get(node.name.value);
    if (fragment) yield* selected(fragment.selectionSet, fragments, seen.add(node.name.value));
  }
}

/** The one service that answers an operation. Throws `Fault('SEVERAL_OWNERS')` when its root fields have several. */
export type OwnerOf = (operation: OperationDefinitionNode, selection: RootSelection) => string;

export function ownerFinder(rootFields: readonly RootField[]): OwnerOf {
  const known = new Map(rootFields.map(({ operation, name, owner }) => [`${operation.toLowerCase()} ${name}`, owner]));
  return ({ operation }, { entries }) => {
    const owners = new Set(entries.flatMap(({ name }) => ownersOf(name, known.get(`${operation} ${name}`))));
    if (owners.size > 1) throw new Fault('SEVERAL_OWNERS', 'query', { owners: [...owners].sort().join(', ') });
    return [...owners][0] ?? EDGE;
  };
}

/** No owner for `__typename`, which every service answers, and for an unknown field, which validation refuses. */
function ownersOf(name: string, owner: string | undefined): readonly string[] {
  if (owner !== undefined) return [owner];
  return name === '__schema' || name === '__type' ? [EDGE] : [];
}

import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Shape {
  /** Levels of fields; fragments add none, and introspection is not counted. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
}

/** Whether lists and objects nest deeper than `levels`; stops there. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

export function measure(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = fragmentsOf(document);
  return { ...counts(document), ...depths(operation.selectionSet, fragments) };
}

function counts(document: DocumentNode): Pick<Shape, 'aliases' | 'directives'> {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => void (aliases += node.alias ? 1 : 0),
    Directive: () => void (directives += 1),
  });
  return { aliases, directives };
}

function depths(root: SelectionSetNode, fragments: Fragments): Pick<Shape, 'depth' | 'rootFields'> {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const below = (set: SelectionSetNode | undefined): number =>
    set ? Math.max(0, ...set.selections.map((selection) => depthOf(selection))) : 0;
  const depthOf = (node: SelectionNode): number => {
    if (node.kind === Kind.FIELD) return node.name.value.startsWith('__') ? 1 : 1 + below(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return below(node.selectionSet);
    return spread(node.name.value);
  };
  const spread = (name: string): number => {
    // Validation refuses a recursive fragment; here it only must not recurse for ever.
    if (open.has(name)) return Infinity;
    const found = known.get(name);
    if (found !== undefined) return found;
    open.add(name);
    const depth = below(fragments.get(name)?.selectionSet);
    open.delete(name);
    known.set(name, depth);
    return depth;
  };
  return { depth: below(root), rootFields: fieldsOf(root, fragments, new Set()) };
}

function fieldsOf(set: SelectionSetNode, fragments: Fragments, seen: Set<string>): number {
  return set.selections.reduce((sum, node) => {
    if (node.kind === Kind.FIELD) return sum + 1;
    if (node.kind === Kind.INLINE_FRAGMENT) return sum + fieldsOf(node.selectionSet, fragments, seen);
    const fragment = fragments.get(node.name.value);
    if (!fragment || seen.has(node.name.value)) return sum;
    return sum + fieldsOf(fragment.selectionSet, fragments, seen.add(node.name.value));
  }, 0);
}

import { BREAK, visit, type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo } from 'graphql';

type Part = FieldNode | FragmentDefinitionNode;
const known = new WeakMap<Part, boolean>();

/**
 * Whether the answer is asked for `liveCursor`, in whatever way. For a field that costs a statement and must be read
 * before the others. Remembered part for part of the document, which is parsed once for many requests: which of the parts
 * are there can differ from one to the next (`@include`).
 */
export function asksForLiveCursor({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  return fieldNodes.some(holds) || Object.values(fragments).some(holds);
}

function holds(part: Part): boolean {
  const found = known.get(part) ?? isIn(part);
  known.set(part, found);
  return found;
}

function isIn(part: Part): boolean {
  let found = false;
  visit(part, {
    Field: ({ name }) => {
      found ||= name.value === 'liveCursor';
      return found ? BREAK : undefined;
    },
  });
  return found;
}

import { BREAK, visit, type FieldNode, type GraphQLResolveInfo } from 'graphql';

const known = new WeakMap<FieldNode, boolean>();

/**
 * Whether the answer is asked for `liveCursor`, in whatever way. For a field that costs a statement and must be read
 * before the others. Remembered with the document, which is parsed once for many requests.
 */
export function asksForLiveCursor({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const [node] = fieldNodes as [FieldNode, ...FieldNode[]];
  const found = known.get(node) ?? [...fieldNodes, ...Object.values(fragments)].some(holds);
  known.set(node, found);
  return found;
}

function holds(node: FieldNode | GraphQLResolveInfo['fragments'][string]): boolean {
  let found = false;
  visit(node, {
    Field: ({ name }) => {
      found ||= name.value === 'liveCursor';
      return found ? BREAK : undefined;
    },
  });
  return found;
}

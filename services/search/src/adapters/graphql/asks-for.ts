import {
  BREAK,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

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

/** What a card tells beside what lists show of the appeal. */
const SHOWN_BY_LISTS = new Set(['__typename', 'row', 'earlier', 'notices', 'duplicateOf', 'erased', 'stale']);

/** Whether the answer is asked for more of a card than lists show: its texts, files, letters or history. */
export function asksForContents({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const isOf = ({ selectionSet }: { readonly selectionSet?: SelectionSetNode | undefined }): boolean =>
    (selectionSet?.selections ?? []).some((part) => {
      if (part.kind === 'Field') return !SHOWN_BY_LISTS.has(part.name.value);
      if (part.kind === 'InlineFragment') return isOf(part);
      const fragment = fragments[part.name.value];
      return fragment !== undefined && isOf(fragment);
    });
  return fieldNodes.some(isOf);
}

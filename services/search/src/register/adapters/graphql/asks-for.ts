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

/** Whether the answer is asked for what a letter to a body says of the case. */
export function asksForLetterContents(info: GraphQLResolveInfo): boolean {
  return selects(info, (field) => field === 'contents');
}

/** What a card tells beside what lists show of the appeal. */
const SHOWN_BY_LISTS = new Set([
  '__typename',
  'row',
  'earlier',
  'earlierTotal',
  'notices',
  'duplicateOf',
  'reactions',
  'erased',
  'stale',
]);

/** Whether the answer is asked for more of a card than lists show: its texts, files, letters or history. */
export function asksForContents(info: GraphQLResolveInfo): boolean {
  return selects(info, (field) => !SHOWN_BY_LISTS.has(field));
}

/** Whether any field that is asked for directly of the answer is one of these. */
function selects({ fieldNodes, fragments }: GraphQLResolveInfo, isWanted: (field: string) => boolean): boolean {
  const isOf = ({ selectionSet }: { readonly selectionSet?: SelectionSetNode | undefined }): boolean =>
    (selectionSet?.selections ?? []).some((part) => {
      if (part.kind === 'Field') return isWanted(part.name.value);
      if (part.kind === 'InlineFragment') return isOf(part);
      const fragment = fragments[part.name.value];
      return fragment !== undefined && isOf(fragment);
    });
  return fieldNodes.some(isOf);
}

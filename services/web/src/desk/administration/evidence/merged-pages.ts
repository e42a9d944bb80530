import type { ReadPage } from '../../../frame/whole-list.js';
import type { Pages } from './evidence-parts.js';

/** A page after a cursor. */
export type Read<Row> = (after: string | null) => Promise<ReadPage<Row>>;

/** Lists read to their ends one after another, as one list; its cursor names the list and the cursor in it. */
export function inTurn<Row>(reads: readonly Read<Row>[]): Read<Row> {
  return async (after) => {
    const [place = '0', cursor = ''] = after?.split(' ') ?? [];
    const at = Number(place);
    const { rows, hasNextPage, endCursor } = await reads[at]!(cursor || null);
    if (hasNextPage) return { rows, hasNextPage, endCursor: `${at} ${endCursor ?? ''}` };
    return { rows, hasNextPage: at + 1 < reads.length, endCursor: `${at + 1}` };
  };
}

/**
 * Several lists, each the latest first, as one. Shown is as far as both are read: what is older than the last one read of a list
 * that goes on may have others of that list before it.
 */
export function merged<Item extends { readonly at: string }>(...lists: readonly Pages<Item>[]): Pages<Item> {
  const ends = lists.flatMap(({ items, hasMore }) => (hasMore ? [items.at(-1)?.at ?? ''] : []));
  const readTo = ends.sort().at(-1) ?? '';
  const all = lists.flatMap(({ items }) => items).sort((a, b) => b.at.localeCompare(a.at));
  return {
    items: all.filter(({ at }) => at >= readTo),
    hasMore: lists.some(({ hasMore }) => hasMore),
    more: () => {
      for (const { items, hasMore, more } of lists) if (hasMore && (items.at(-1)?.at ?? '') >= readTo) more();
    },
  };
}

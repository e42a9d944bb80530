import type { Pages } from './evidence-parts.js';

/**
 * Two lists, each the latest first, as one. Shown is as far as both are read: what is older than the last one read of a list
 * that goes on may have others of that list before it.
 */
export function merged<Item extends { readonly at: string }>(one: Pages<Item>, other: Pages<Item>): Pages<Item> {
  const lists = [one, other];
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

/** In rounds with each key once, those of a key in their order: for statements that may meet a row once alone. */
export function rounds<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const seen = new Map<string, number>();
  const all: Item[][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (all[round] ??= []).push(item);
  }
  return all;
}

/** Works on the items in their order, a few at a time. After a failure no other is begun, and those under way have ended. */
export async function several<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, done: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failure: { readonly reason: unknown } | undefined;
  const one = async (): Promise<void> => {
    while (next < items.length && !failure) {
      const at = next;
      next += 1;
      await work(items[at]!, at + 1).catch((reason: unknown) => (failure ??= { reason }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  if (failure) throw (failure as { readonly reason: unknown }).reason;
}

interface Kept<Thing> {
  readonly opening: Promise<Thing>;
  users: number;
}

/**
 * One connected thing for all callers, made when it is asked for, and anew after a failure: it may have lost its way, or
 * stumble over a topic that somebody asked for earlier and that is gone by now. An old one is closed by its last user.
 */
export function shared<Thing extends { disconnect(): Promise<void> }>(open: () => Promise<Thing>) {
  let current: Kept<Thing> | undefined;

  async function closeUnused(kept: Kept<Thing>): Promise<void> {
    if (current === kept || kept.users > 0) return;
    await kept.opening.then(
      (thing) => thing.disconnect(),
      () => undefined,
    );
  }

  async function once<Result>(work: (thing: Thing) => Promise<Result>): Promise<Result> {
    const mine = (current ??= { opening: open(), users: 0 });
    mine.users += 1;
    try {
      return await work(await mine.opening);
    } catch (error) {
      if (current === mine) current = undefined;
      throw error;
    } finally {
      mine.users -= 1;
      await closeUnused(mine);
    }
  }

  return {
    async use<Result>(work: (thing: Thing) => Promise<Result>): Promise<Result> {
      if (!current) return once(work);
      return once(work).catch(() => once(work));
    },
    async close() {
      const old = current;
      current = undefined;
      if (old) await closeUnused(old);
    },
  };
}

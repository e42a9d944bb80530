interface SharedConnection<Connection> {
  readonly opening: Promise<Connection>;
  users: number;
}

/**
 * One connection for all callers, opened on first use and replaced after a failure: its metadata may be stale, or it may
 * keep asking for a topic that was deleted. A replaced connection is closed by its last user.
 */
export function sharedConnection<Connection extends { disconnect(): Promise<void> }>(open: () => Promise<Connection>) {
  let current: SharedConnection<Connection> | undefined;

  async function closeUnused(kept: SharedConnection<Connection>): Promise<void> {
    if (current === kept || kept.users > 0) return;
    await kept.opening.then(
      (connection) => connection.disconnect(),
      () => undefined,
    );
  }

  async function once<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
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
    async use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
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

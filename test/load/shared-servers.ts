interface Kept {
  readonly started: Promise<AsyncDisposable>;
}

let kept: Map<string, Kept> | undefined;

/**
 * From now on all benches of this process use the same servers and the same product, which cost seconds to start each:
 * for the smallest form, whose figures mean nothing. Disposed of, it stops them, the last one first.
 */
export function shareServers(): AsyncDisposable {
  kept = new Map();
  return {
    async [Symbol.asyncDispose]() {
      await using all = new AsyncDisposableStack();
      for (const { started } of kept?.values() ?? []) {
        // What did not start has stopped itself.
        const one = await started.catch(() => undefined);
        if (one) all.use(one);
      }
      kept = undefined;
    },
  };
}

/** What `start` starts: the caller's own, or the one that all share, which outlives the caller. */
export async function sharedOrOwn<Started extends AsyncDisposable>(
  key: string,
  start: () => Promise<Started>,
): Promise<Started> {
  if (kept === undefined) return start();
  const { started } = kept.get(key) ?? { started: start() };
  kept.set(key, { started });
  const one = (await started) as Started;
  return new Proxy(one, {
    get: (target, name) => (name === Symbol.asyncDispose ? stays : Reflect.get(target, name, target)),
  });
}

const stays = (): Promise<void> => Promise.resolve();

export const areServersShared = (): boolean => kept !== undefined;

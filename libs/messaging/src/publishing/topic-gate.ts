/** Many pass at a time, or one works alone. */
export interface TopicGate {
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs when all that passed have left; meanwhile nothing passes. */
  alone(work: () => Promise<void>): Promise<void>;
}

export function makeTopicGate(): TopicGate {
  let passing = 0;
  let closed: Promise<void> | undefined;
  let left: (() => void) | undefined;

  return {
    async pass(work) {
      while (closed) await closed;
      passing += 1;
      try {
        return await work();
      } finally {
        passing -= 1;
        if (passing === 0) left?.();
      }
    },
    async alone(work) {
      while (closed) await closed;
      let open = (): void => undefined;
      closed = new Promise<void>((resolve) => (open = resolve));
      try {
        if (passing > 0) await new Promise<void>((resolve) => (left = resolve));
        await work();
      } finally {
        left = undefined;
        closed = undefined;
        open();
      }
    },
  };
}

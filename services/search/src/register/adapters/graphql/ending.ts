/** A generator that waits cannot be returned from outside: the reader's leaving aborts what it waits for. */
export function ending<Item>(make: (signal: AbortSignal) => AsyncGenerator<Item>): AsyncIterableIterator<Item> {
  const abort = new AbortController();
  const source = make(abort.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => source.next(),
    return: async (value?: unknown) => {
      abort.abort();
      await source.return(undefined);
      return { done: true, value };
    },
  };
}

/**
 * Gathers what is asked for while the last batch is under way and asks for it at once. `run` answers in the order of
 * its items; when it fails, all of its callers fail. Where several come at a time, the next batch begins no sooner than
 * `apartMs` after the last: a batch costs its caller and the server the same for one item as for many. Who comes alone
 * never waits.
 */
export function batched<Item, Answer>(
  run: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
  apartMs = 0,
): (item: Item) => Promise<Answer> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let running = false;
  let notBefore = 0;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const early = notBefore - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      notBefore = batch.length > 1 ? performance.now() + apartMs : 0;
      try {
        const answers = await run(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, at) => resolve(answers[at] as Answer));
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    running = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      // After the present turn, so that callers of the same moment share the batch.
      queueMicrotask(() => void drain());
    });
}

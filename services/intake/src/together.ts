import { batched } from '@otklik/kernel';

/**
 * Calls that come at once, or while others are under way, are run together, at most `maxBatch` of them. `run` answers in the
 * order of its items. When it fails each is run alone, so that none fails by another.
 */
export function together<Item, Answer>(
  run: (items: readonly Item[]) => Promise<readonly Answer[]>,
  maxBatch: number,
): (item: Item) => Promise<Answer> {
  const alone = async (item: Item): Promise<Answer> => (await run([item]))[0] as Answer;
  const ask = batched(async (items: readonly Item[]): Promise<readonly (() => Promise<Answer>)[]> => {
    try {
      return (await run(items)).map((answer) => () => Promise.resolve(answer));
    } catch (error) {
      if (items.length === 1) throw error;
      return items.map((item) => () => alone(item));
    }
  }, maxBatch);
  return async (item) => (await ask(item))();
}

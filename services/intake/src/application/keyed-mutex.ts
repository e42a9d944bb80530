/** Runs the work of one district after the other, and that of different districts side by side. */
export type KeyedMutex = <Result>(district: number, work: () => Promise<Result>) => Promise<Result>;

/** In this process only: work that waits for a lock of the database instead would hold a connection each. */
export function keyedMutex(): KeyedMutex {
  /** The last work of each district that has not ended. */
  const tails = new Map<number, Promise<unknown>>();
  return (district, work) => {
    const running = (tails.get(district) ?? Promise.resolve()).then(work, work);
    tails.set(district, running);
    const forget = () => void (tails.get(district) === running && tails.delete(district));
    running.then(forget, forget);
    return running;
  };
}

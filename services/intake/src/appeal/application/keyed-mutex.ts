/** Serialises work by district; different districts run concurrently. */
export type KeyedMutex = <Result>(district: number, work: () => Promise<Result>) => Promise<Result>;

/** Within the process: waiting for a database lock instead would hold a connection for each waiter. */
export function keyedMutex(): KeyedMutex {
  /** The last pending work of each district. */
  const tails = new Map<number, Promise<unknown>>();
  return (district, work) => {
    const running = (tails.get(district) ?? Promise.resolve()).then(work, work);
    tails.set(district, running);
    const forget = () => void (tails.get(district) === running && tails.delete(district));
    running.then(forget, forget);
    return running;
  };
}

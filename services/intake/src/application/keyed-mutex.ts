/**
 * Work of one district one after the other, in this process: waiting for a lock of the database would hold a connection
 * each.
 */
export function turns(): <Result>(district: number, work: () => Promise<Result>) => Promise<Result> {
  /** The last under way, by district. */
  const queues = new Map<number, Promise<unknown>>();
  return (district, work) => {
    const turn = (queues.get(district) ?? Promise.resolve()).then(work, work);
    queues.set(district, turn);
    const forget = () => void (queues.get(district) === turn && queues.delete(district));
    turn.then(forget, forget);
    return turn;
  };
}

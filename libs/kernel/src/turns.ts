/**
 * What waits, in the order in which it is taken: one of each key in turn, and of one key what came first. Of a single key it is
 * a plain queue; beside many of one key, one of another waits for one of them at most.
 */
export class Turns<Key, Item> {
  /** The key whose turn is next is first. */
  private readonly lines = new Map<Key, Item[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Of one key. */
  sizeOf(key: Key): number {
    return this.lines.get(key)?.length ?? 0;
  }

  add(key: Key, item: Item): void {
    this.count += 1;
    const line = this.lines.get(key);
    if (line) line.push(item);
    else this.lines.set(key, [item]);
  }

  /** What `take` would take. */
  next(): Item | undefined {
    for (const line of this.lines.values()) return line[0];
    return undefined;
  }

  /** Keys that may not have their turn yet are passed over, and stay where they are. */
  take(mayHave: (key: Key) => boolean = () => true): Item | undefined {
    for (const [key, line] of this.lines) {
      if (!mayHave(key)) continue;
      const item = line.shift();
      this.count -= 1;
      this.lines.delete(key);
      if (line.length > 0) this.lines.set(key, line);
      return item;
    }
    return undefined;
  }

  /** Where it still waits. */
  remove(key: Key, item: Item): void {
    const line = this.lines.get(key) ?? [];
    const at = line.indexOf(item);
    if (at < 0) return;
    line.splice(at, 1);
    this.count -= 1;
    if (line.length === 0) this.lines.delete(key);
  }
}

/** Gives room for a parameter of `size` bytes; uninitialised. */
export type Allocate = (size: number) => Buffer;

/**
 * Room for the parameters of one statement, used again for the next. Fresh buffers for every batch would be garbage outside
 * the heap, and a few dozen batches of it make V8 collect the whole heap.
 */
export class Scratch {
  readonly #bytes = Buffer.allocUnsafeSlow(512 * 1024);
  #used = 0;

  /** What was allocated before is given up: its statement must be on the wire. */
  reset(): void {
    this.#used = 0;
  }

  readonly allocate: Allocate = (size) => {
    const end = this.#used + size;
    if (end > this.#bytes.length) return Buffer.allocUnsafe(size);
    const room = this.#bytes.subarray(this.#used, end);
    this.#used = end;
    return room;
  };
}

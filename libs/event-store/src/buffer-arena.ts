/** Returns an uninitialised buffer of `size` bytes. */
export type Allocate = (size: number) => Buffer;

const ARENA_BYTES = 512 * 1024;

/**
 * Memory for the parameters of one statement, reused by the next one. Without it the buffers of batches are garbage outside the
 * heap, for which V8 collects the whole heap 0.4 times per 1,000 appends: 10 % of the CPU of an append by 32 writers
 * (`npm run bench -- append`).
 */
export class BufferArena {
  private readonly bytes = Buffer.allocUnsafeSlow(ARENA_BYTES);
  private used = 0;

  /** Releases every earlier buffer, so the statement that they belong to must have been written to its socket. */
  reset(): void {
    this.used = 0;
  }

  readonly allocate: Allocate = (size) => {
    const end = this.used + size;
    if (end > this.bytes.length) return Buffer.allocUnsafe(size);
    const buffer = this.bytes.subarray(this.used, end);
    this.used = end;
    return buffer;
  };
}

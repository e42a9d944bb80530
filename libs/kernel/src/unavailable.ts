/** A dependency is away for a moment; the caller may try again (`UNAVAILABLE`). */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}

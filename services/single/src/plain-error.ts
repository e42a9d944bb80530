/** An end that a person can act upon: the start script prints the line without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The search server is away, too slow, overloaded, closed for writing or without its index: not the request's fault. */
export class SearchServerAway extends Error {
  override readonly name = 'SearchServerAway';

  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`The search server does not answer (${code}).`, options);
  }
}

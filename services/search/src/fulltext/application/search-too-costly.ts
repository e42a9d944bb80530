/** A search was given up, because it took longer than any search may. */
export class SearchTooCostly extends Error {
  override readonly name = 'SearchTooCostly';
}

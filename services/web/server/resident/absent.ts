/** GraphQL leaves a value out, or says null. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

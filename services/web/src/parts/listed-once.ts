/** Each of them once, what is missing left out. */
export function listedOnce(list: readonly (string | null | undefined)[]): string {
  return [...new Set(list.filter(Boolean))].join(', ');
}

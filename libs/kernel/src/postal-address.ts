/** It names a place that a letter could go to, by a word at least; a dash in its blank does not. */
export function namesPlace(address: string): boolean {
  return /\p{L}{3}/u.test(address);
}

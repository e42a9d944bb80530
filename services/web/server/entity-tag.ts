/** Whether a reader holds what has this tag, by `If-None-Match` (RFC 9110, 13.1.2: compared weakly). */
export function isHeld(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false;
  return given.trim() === '*' || given.split(',').some((one) => opaque(one.trim()) === opaque(tag));
}

/** RFC 9110, 8.8.3.2: without the mark of a weak one. */
function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}

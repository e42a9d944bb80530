/** Ids, times and the envelope's words. */
const ENVELOPE = 500;
/** Of a number or a flag. */
const SMALL = 8;

/** About how much of the heap an event takes, in bytes: its texts, at any depth. What is sealed has one byte a character. */
export function eventSize({ data }: { readonly data: unknown }): number {
  return ENVELOPE + sizeOf(data);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return SMALL;
  let size = SMALL;
  for (const inner of Object.values(value)) size += sizeOf(inner);
  return size;
}

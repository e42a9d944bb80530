/** Ids, times and names of an envelope. */
const ENVELOPE_BYTES = 500;
const SCALAR_BYTES = 8;

/** Approximate heap size of an event in bytes: its strings at any depth. Sealed values are one byte a character. */
export function eventSize({ data }: { readonly data: unknown }): number {
  return ENVELOPE_BYTES + sizeOf(data);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return SCALAR_BYTES;
  let size = SCALAR_BYTES;
  for (const inner of Object.values(value)) size += sizeOf(inner);
  return size;
}
